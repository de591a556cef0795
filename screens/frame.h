/*
 * The frame around every screen: the line on top, the status line, the
 * separator and the keys that work now, which can be clicked.
 */
#ifndef SITWELL_FRAME_H
#define SITWELL_FRAME_H

#include <stddef.h>

#include "screens/draw.h"
#include "screens/widgets/widget.h"

#define FRAME_KEYS 12

struct frame_key {
	int key;		/* 0: words alone */
	char words[64];
	int row, x, columns;
};

/* As the last draw of a screen left it. */
struct frame {
	const struct palette *theme;
	const char *title;	/* the left end of the top line */
	char right[128];	/* the right end */
	char status[256];	/* what to do, until the next key */
	char hint[160];		/* in its place while it is empty */
	struct frame_key keys[FRAME_KEYS];
	size_t n_keys;
	int key_rows;
};

/* Before a screen is drawn: no keys, nothing on the right. */
void frame_clear(struct frame *frame);

void frame_add_key(struct frame *frame, int key, const char *words);

/* The room inside, when all keys are named. */
struct area frame_body(struct frame *frame);

void frame_draw(struct frame *frame);

/* Rows that a long status takes from the body. */
int frame_status_extra(const struct frame *frame);

/* The status line alone. */
void frame_draw_status(const struct frame *frame);

/* The key that a click at y, x names; KEY_MOUSE if none. */
int frame_clicked(const struct frame *frame, int y, int x);

#endif
