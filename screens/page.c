/* A text view that fills the body. */
#include <config.h>

#include "page.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/document.h"

#define FRAME 5			/* rows of title, status, rule and keys */

struct page_state *page_open(struct ui *ui, const void *subject)
{
	struct page_state *page = xcalloc(1, sizeof(*page));

	page->view = text_view_new(ui_cdk(ui), ui_theme(ui));
	page->subject = subject;
	ui_focus(ui, text_view_widget(page->view));
	return page;
}

void page_close(struct ui *ui, void *state)
{
	struct page_state *page = state;

	(void)ui;
	text_view_free(page->view);
	free(page);
}

void page_draw(struct ui *ui, struct page_state *page)
{
	struct area body = ui_body(ui);

	text_view_place(page->view, &body);
}

bool page_is_long(struct page_state *page, int taken)
{
	return text_view_height(page->view, COLS - 2) > LINES - FRAME - taken;
}

bool page_scrolled(struct page_state *page, int key)
{
	return widget_key(text_view_widget(page->view), key);
}

void page_add_texts(struct page_state *page, const char *lead,
		    const struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		text_view_add(page->view, STYLE_TEXT, lead,
			      content_text(texts->text[i]));
}

void page_add_faults(struct page_state *page, const struct error_list *faults)
{
	char words[512];

	text_view_gap(page->view);
	for (size_t i = 0; i < faults->count; i++) {
		const struct error *fault = &faults->errors[i];

		if (fault->file[0] != '\0')
			snprintf(words, sizeof(words), "%s:%d: %s",
				 fault->file, fault->line, fault->message);
		else
			snprintf(words, sizeof(words), "%s", fault->message);
		text_view_add(page->view, STYLE_TEXT, NULL, words);
	}
}
