/*
 * Drawing text with wide calls, measured in columns.  On a terminal without
 * UTF-8 every character is turned into ASCII here and nowhere else: arrows,
 * bullets and lines into what stands for them, others into '?'.
 */
#ifndef SITWELL_DRAW_H
#define SITWELL_DRAW_H

#include "screens/theme.h"

/* Where to draw: moves down as lines are drawn. */
struct pen {
	WINDOW *window;
	const struct palette *theme;
	int y, x;
	int columns;		/* room from x */
	int bottom;		/* the first row that must stay free */
};

/* Columns that the text takes in one line. */
int draw_columns(const struct palette *theme, const char *text);

/* Lines that a paragraph takes in so many columns, at least 1. */
int draw_rows(const struct palette *theme, const char *text, int columns);

/*
 * Draws text at the pen in one line, cut with an ellipsis where it is too
 * long, without moving the pen.  Returns the columns it took.
 */
int draw_text(const struct pen *pen, enum style style, const char *text);

/* The same, and the pen goes to the next line. */
void draw_line(struct pen *pen, enum style style, const char *text);

/*
 * Draws a paragraph, wrapped, as far as there is room, and moves the pen
 * below it.  Returns whether all of it was drawn; if not, the last line
 * ends with an ellipsis.
 */
bool draw_paragraph(struct pen *pen, enum style style, const char *text);

/* Draws lines [first, first + rows) of a paragraph. */
void draw_part(struct pen *pen, enum style style, const char *text, int first,
	       int rows);

/* A line of the box-drawing character, `columns` long, at the pen. */
void draw_rule(const struct pen *pen, enum style style);

/* A box around an area of the pen's window: rows high, pen->columns wide. */
void draw_box(const struct pen *pen, enum style style, int rows);

/* A bar of `share` (0 to 1) of the pen's columns: filled, then light. */
void draw_bar(const struct pen *pen, double share);

/*
 * Reads one character of UTF-8, which was checked when it was loaded or
 * typed; a byte that is wrong all the same, or a control, is '?'.  Returns
 * its bytes, at least 1.
 */
size_t draw_decode(const char *text, wchar_t *out);

#endif
