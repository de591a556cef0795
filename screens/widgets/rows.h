/*
 * Rows of text with marks, one of which has the focus: what lists and
 * checklists are made of.  Long labels wrap, long lists scroll, and moving
 * the focus repaints the two rows concerned and no more.
 *
 *    > 1  Yes, most nights
 *      2  Yes, but only after a long day
 */
#ifndef SITWELL_ROWS_H
#define SITWELL_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "screens/widgets/widget.h"

#define ROWS_MARK 8

struct row {
	const char *label;	/* borrowed */
	const char *words;	/* the state in words after it, or NULL */
	const char *const *below;	/* n_below paragraphs, borrowed: under
					 * the row while it has the focus */
	size_t n_below;
	char mark[ROWS_MARK];	/* "1", "[x]" */
	bool gap;		/* a blank line before it */
	bool quiet;		/* less important */
	bool seen;		/* has been on the screen */
	int line, lines;	/* where it is when wrapped; worked out, */
	int own_lines;		/* and without what is below */
};

struct rows {
	struct widget widget;	/* first */
	struct row *rows;	/* owned array of n */
	size_t n;
	int focus;		/* -1: none yet */
	int top;		/* first line shown */
	int lines;		/* all */
	bool bold;		/* labels are short: the focused one is bold */
	bool split;		/* words stand in a column of their own where
				 * there is room */
};

/* Makes an object of `size` bytes, which begins with a struct rows. */
void *rows_new(size_t size, const CDKFUNCS *functions, CDKSCREEN *screen,
	       const struct palette *theme, size_t n);
void rows_free(struct rows *rows);

/* Rows to choose one of, and no more: arrows and clicks move the focus. */
struct rows *rows_list_new(CDKSCREEN *screen, const struct palette *theme,
			   size_t n);

/* Lines that all rows take in so many columns. */
int rows_height(struct rows *rows, int columns);

/* Draws all. */
void rows_draw(CDKOBJS *object, boolean box);

/* Places the window, keeping the focus in sight. */
void rows_place(struct rows *rows, const struct area *area);

/* Repaints one row, after its mark or words changed. */
void rows_repaint(struct rows *rows, size_t row);

/* Moves the focus; repaints what changed. */
void rows_focus(struct rows *rows, int row);

/*
 * Arrows, pages, Home, End and the wheel.  Returns whether it was such a
 * key.  Texts below a row that do not fit are scrolled through first.
 */
bool rows_move(struct rows *rows, int key);

/* The first row that has never been on the screen, or -1. */
int rows_unseen(const struct rows *rows);

/* The row under the last mouse event, or -1. */
int rows_at_mouse(const struct rows *rows);

#endif
