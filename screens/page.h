/*
 * A screen that is a text to read, with a few keys: help, the list before
 * the first question, an emergency, "we can't assess you".
 */
#ifndef SITWELL_PAGE_H
#define SITWELL_PAGE_H

#include "screens/ui.h"
#include "screens/widgets/text_view.h"

struct page_state {
	struct text_view *view;
	const void *subject;
};

struct page_state *page_open(struct ui *ui, const void *subject);
void page_close(struct ui *ui, void *state);

/* Draws the text in the body; the keys were named before. */
void page_draw(struct ui *ui, struct page_state *page);

/*
 * Whether the text is about longer than the window, of which other things
 * take so many rows: whether to name the keys that scroll.
 */
bool page_is_long(struct page_state *page, int taken);

/* Whether the key scrolled it. */
bool page_scrolled(struct page_state *page, int key);

/* Adds all texts as paragraphs; `lead` as text_view_add has it. */
void page_add_texts(struct page_state *page, const char *lead,
		    const struct texts *texts);

/* A gap, then each fault with its file and line. */
void page_add_faults(struct page_state *page, const struct error_list *faults);

#endif
