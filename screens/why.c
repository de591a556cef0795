/* Why an interview stopped: the fifth page of a document, on top of a notice. */
#include <config.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/page.h"

static void *why_open(struct ui *ui, const void *subject)
{
	struct page_state *page = page_open(ui, subject);
	struct document *document =
		document_why_stopped(ui_assessment(ui), ui->session->answers,
				     &ui->site);
	const struct page *why = &document->pages[PAGE_WHY];

	text_view_add(page->view, STYLE_HEADING, NULL, why->title);
	text_view_add_blocks(page->view, why->blocks, why->n_blocks);
	document_free(&document);
	return page;
}

static void why_draw(struct ui *ui, void *state)
{
	ui_key(ui, KEY_ENTER, _("Enter close"));
	ui_key(ui, KEY_NPAGE, _("↑↓ scroll"));
	page_draw(ui, state);
}

static enum outcome why_key(struct ui *ui, void *state, int key)
{
	(void)ui;
	if (page_scrolled(state, key) || key == KEY_TICK || key == KEY_MOUSE)
		return SCREEN_STAY;
	return SCREEN_BACK;
}

const struct screen screen_why = {
	.name = "why",
	.open = why_open,
	.draw = why_draw,
	.key = why_key,
	.close = page_close,
};
