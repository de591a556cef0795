/*
 * The names of a screen's pages in one line: all in words, or the current
 * one alone, or numbers, as there is room; each can be clicked.
 */
#ifndef SITWELL_TABS_H
#define SITWELL_TABS_H

#include "screens/ui.h"

#define TABS_MAX 8

struct tabs {
	const char *titles[TABS_MAX];	/* translated, borrowed */
	size_t n, current;
	int y;				/* where the last draw put each */
	struct {
		int x, columns;
	} places[TABS_MAX];
};

/* Draws them in the first row of *body, which loses it. */
void tabs_draw(const struct ui *ui, struct tabs *tabs, struct area *body);

/*
 * Which page a key turns to: its digit, Tab or back-Tab, or a click; or -1.
 */
int tabs_key(const struct tabs *tabs, int key);

#endif
