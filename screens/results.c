/*
 * The result: six pages, their names on top, and the urgency in the top line
 * of each.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "report/report.h"
#include "screens/flow.h"
#include "screens/help.h"
#include "screens/keep.h"
#include "screens/page.h"
#include "screens/tabs.h"

struct results {
	struct page_state *page;
	struct document *document;
	struct tabs tabs;
	bool headline_on_top;		/* else it is the first line */
};

static bool fits_on_top(const struct ui *ui, const struct results *results)
{
	const char *title = content_text(ui->session->pack->title);

	return draw_columns(ui_theme(ui), title) + 2 +
	       draw_columns(ui_theme(ui), results->document->headline) <=
	       COLS - 2;
}

/* Whether the page says how urgent it is in its first block. */
static bool begins_with_headline(const struct page *page)
{
	return page->n_blocks > 0 && page->blocks[0].kind == BLOCK_WARNING;
}

/* What can wait is no alarm. */
static enum style headline_style(const struct results *results)
{
	return results->document->urgency >= URGENCY_SAME_DAY ? STYLE_WARNING
							      : STYLE_HEADING;
}

static void show_page(struct results *results)
{
	const struct page *page = &results->document->pages[results->tabs.current];
	size_t first = begins_with_headline(page) ? 1 : 0;

	text_view_clear(results->page->view);
	/* once is enough: the top line has it, or else the first one */
	if (!results->headline_on_top) {
		text_view_add(results->page->view, headline_style(results),
			      NULL, results->document->headline);
		text_view_gap(results->page->view);
	}
	text_view_add_blocks(results->page->view, page->blocks + first,
			     page->n_blocks - first);
}

static void *results_open(struct ui *ui, const void *subject)
{
	struct results *results = xcalloc(1, sizeof(*results));

	results->page = page_open(ui, subject);
	results->document = document_new(ui_assessment(ui),
					 ui->session->answers, &ui->site);
	results->headline_on_top = fits_on_top(ui, results);
	results->tabs.n = N_PAGES;
	for (size_t i = 0; i < N_PAGES; i++)
		results->tabs.titles[i] = results->document->pages[i].title;
	results->tabs.current = ui->put_by.page;
	show_page(results);
	text_view_show_from(results->page->view, ui->put_by.line);
	return results;
}

/* --- drawing --- */

static void name_keys(struct ui *ui, const struct results *results)
{
	ui_key(ui, 0, _("1-6 ←→ pages"));
	if (page_is_long(results->page, 2))
		ui_key(ui, 0, _("↑↓ scroll"));
	if (results->tabs.current == PAGE_KEEP) {
		ui_key(ui, 's', _("s save as text"));
		ui_key(ui, 'd', _("d save answers"));
	}
	if (report_can_print())
		ui_key(ui, 'p', _("p print"));
	ui_key(ui, 'a', _("a change an answer"));
	ui_key(ui, KEY_F(1), _("? help"));
	ui_key(ui, 'q', _("q finish"));
}

static void results_draw(struct ui *ui, void *state)
{
	struct results *results = state;
	struct area body = { 0 };

	if (results->headline_on_top != fits_on_top(ui, results)) {
		results->headline_on_top = !results->headline_on_top;
		show_page(results);
	}
	if (results->headline_on_top)
		ui_right(ui, results->document->headline);
	name_keys(ui, results);
	body = ui_body(ui);
	tabs_draw(ui, &results->tabs, &body);
	text_view_place(results->page->view, &body);
}

/* --- keys --- */

static void turn_to(struct ui *ui, struct results *results, int page)
{
	if (page < 0 || page >= N_PAGES || page == (int)results->tabs.current)
		return;
	results->tabs.current = (size_t)page;
	show_page(results);
	ui_redraw(ui);
}

static void save(struct ui *ui, const struct results *results,
		 enum keep_what what)
{
	if (results->tabs.current == PAGE_KEEP)
		keep_show(ui, what, results->document);
}

static enum outcome results_key(struct ui *ui, void *state, int key)
{
	struct results *results = state;
	int current = (int)results->tabs.current;

	if (page_scrolled(results->page, key))
		return SCREEN_STAY;
	turn_to(ui, results, tabs_key(&results->tabs, key));
	switch (key) {
	case KEY_RIGHT:
		turn_to(ui, results, current + 1);
		break;
	case KEY_LEFT:
		turn_to(ui, results, current - 1);
		break;
	case 's':
		save(ui, results, KEEP_TEXT);
		break;
	case 'd':
		save(ui, results, KEEP_ANSWERS);
		break;
	case 'p':
		keep_print(ui, results->document);
		break;
	case '?':
	case KEY_F(1):
		help_show(ui, NULL);
		break;
	case 'a':
	case KEY_BACKSPACE:
		return SCREEN_BACK;
	case 'q':
	case KEY_F(10):
	case KEY_CANCEL:
		return flow_leave(ui);
	default:
		break;
	}
	return SCREEN_STAY;
}

static void results_put_by(struct ui *ui, void *state)
{
	const struct results *results = state;

	ui->put_by.page = results->tabs.current;
	ui->put_by.line = text_view_first_line(results->page->view);
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
	.put_by = results_put_by,
};
