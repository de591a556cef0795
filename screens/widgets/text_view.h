/*
 * Paragraphs that scroll: help, the emergency page, results.  It holds
 * copies of its texts.
 */
#ifndef SITWELL_TEXT_VIEW_H
#define SITWELL_TEXT_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "report/document.h"
#include "screens/widgets/widget.h"

struct text_view;

struct text_view *text_view_new(CDKSCREEN *screen, const struct palette *theme);
void text_view_free(struct text_view *view);

/* Forgets all paragraphs and goes to the top. */
void text_view_clear(struct text_view *view);

/*
 * Adds a paragraph.  `lead` (may be NULL) stands before its first line
 * ("•", "1"), the other lines hang under the text.
 */
void text_view_add(struct text_view *view, enum style style, const char *lead,
		   const char *text);

/* A blank line. */
void text_view_gap(struct text_view *view);

/* A bar of share 0 to 1 with words beside it. */
void text_view_add_bar(struct text_view *view, double share, const char *label,
		       const char *text);

/* A line of a drawing: its blanks stay, and it is cut, never wrapped. */
void text_view_add_fixed(struct text_view *view, const char *text);

/* All blocks of a page, each in its way. */
void text_view_add_blocks(struct text_view *view, const struct block *blocks,
			  size_t n_blocks);

/* The first line shown; and which to show first, once it is placed. */
int text_view_first_line(const struct text_view *view);
void text_view_show_from(struct text_view *view, int line);

/* Lines that it takes in so many columns. */
int text_view_height(struct text_view *view, int columns);
void text_view_place(struct text_view *view, const struct area *area);
struct widget *text_view_widget(struct text_view *view);

/* Whether its last line has been on the screen. */
bool text_view_was_read(const struct text_view *view);

/* Whether there is more than fits. */
bool text_view_scrolls(const struct text_view *view);

#endif
