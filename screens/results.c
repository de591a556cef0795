/* The result, page by page. */
#include <config.h>

#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/flow.h"
#include "screens/help.h"
#include "screens/page.h"

struct results {
	struct page_state *page;
	struct document *document;
	size_t current;
};

static void show_page(struct results *results)
{
	const struct page *page = &results->document->pages[results->current];

	text_view_clear(results->page->view);
	text_view_add(results->page->view, STYLE_HEADING, NULL, page->title);
	text_view_add_blocks(results->page->view, page->blocks,
			     page->n_blocks);
}

static void *results_open(struct ui *ui, const void *subject)
{
	struct results *results = xcalloc(1, sizeof(*results));

	results->page = page_open(ui, subject);
	results->document = document_new(ui_assessment(ui),
					 ui->session->answers, &ui->site);
	show_page(results);
	return results;
}

static void results_draw(struct ui *ui, void *state)
{
	struct results *results = state;

	ui_right(ui, results->document->headline);
	ui_key(ui, 0, _("1-6 pages"));
	ui_key(ui, 'a', _("a change an answer"));
	ui_key(ui, 'q', _("q finish"));
	page_draw(ui, results->page);
}

static void turn_to(struct ui *ui, struct results *results, int page)
{
	if (page < 0 || page >= N_PAGES)
		return;
	results->current = (size_t)page;
	show_page(results);
	ui_redraw(ui);
}

static enum outcome results_key(struct ui *ui, void *state, int key)
{
	struct results *results = state;

	if (page_scrolled(results->page, key))
		return SCREEN_STAY;
	if (key >= '1' && key <= '6')
		turn_to(ui, results, key - '1');
	else if (key == KEY_RIGHT)
		turn_to(ui, results, (int)results->current + 1);
	else if (key == KEY_LEFT)
		turn_to(ui, results, (int)results->current - 1);
	else if (key == 'a' || key == KEY_BACKSPACE)
		return SCREEN_BACK;
	else if (key == 'q')
		return SCREEN_NEXT;
	return SCREEN_STAY;
}

static void results_close(struct ui *ui, void *state)
{
	struct results *results = state;

	document_free(&results->document);
	page_close(ui, results->page);
	free(results);
}

const struct screen screen_results = {
	.name = "results",
	.open = results_open,
	.draw = results_draw,
	.key = results_key,
	.close = results_close,
};
