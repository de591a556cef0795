/*
 * An emergency stops the interview: what to do now, in a box, in words that
 * a frightened person can follow.  Leaving it never goes on asking.  The
 * same screen, calmer, says that somebody cannot be assessed here.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "report/report.h"
#include "screens/flow.h"
#include "screens/keep.h"
#include "screens/page.h"

struct notice {
	struct page_state *page;
	struct document *document;
	bool urgent;
};

static struct notice *notice_open(struct ui *ui, struct document *document,
				  bool urgent)
{
	struct notice *notice = xcalloc(1, sizeof(*notice));
	const struct page *first = &document->pages[PAGE_SUMMARY];

	notice->document = document;
	notice->urgent = urgent;
	notice->page = page_open(ui, NULL);
	/* The first block is the headline, which gets its box. */
	if (first->n_blocks > 1)
		text_view_add_blocks(notice->page->view, first->blocks + 1,
				     first->n_blocks - 1);
	return notice;
}

static void *emergency_open(struct ui *ui, const void *subject)
{
	(void)subject;
	return notice_open(ui, document_emergency(ui_assessment(ui),
						  ui->session->answers,
						  &ui->site), true);
}

static void *scope_open(struct ui *ui, const void *subject)
{
	(void)subject;
	return notice_open(ui, document_out_of_scope(ui_assessment(ui),
						     ui->session->answers,
						     &ui->site), false);
}

/* The inside of a box, so that its words stand on one ground. */
static void fill_box(const struct pen *box, enum style style, int rows)
{
	struct pen pen = *box;
	char blanks[256] = "";

	pen.x++;
	pen.columns -= 2;
	snprintf(blanks, sizeof(blanks), "%*s", pen.columns, "");
	for (pen.y++; pen.y < box->y + rows - 1; pen.y++)
		draw_text(&pen, style, blanks);
}

/* The headline in a box of its own; returns the rows it took. */
static int draw_headline(struct ui *ui, const struct notice *notice,
			 const struct area *body)
{
	struct pen box = ui_pen(ui, body);
	struct pen pen = box;
	const char *headline = notice->document->headline;
	enum style style = notice->urgent ? STYLE_WARNING : STYLE_HEADING;
	int rows = draw_rows(ui_theme(ui), headline, body->columns - 4);

	pen.x += 2;
	pen.columns -= 4;
	if (rows + 2 > body->rows / 2) {
		draw_paragraph(&pen, style, headline);
		return rows;
	}
	draw_box(&box, style, rows + 2);
	fill_box(&box, style, rows + 2);
	pen.y++;
	draw_paragraph(&pen, style, headline);
	return rows + 3;
}

static void notice_draw(struct ui *ui, void *state)
{
	struct notice *notice = state;
	struct area body = { 0 };
	int taken = 0;

	if (page_is_long(notice->page, 4))
		ui_key(ui, 0, _("↑↓ scroll"));
	if (report_can_print())
		ui_key(ui, 'p', _("p print"));
	ui_key(ui, 's', _("s save as text"));
	ui_key(ui, 'w', _("w why this result"));
	ui_key(ui, 'a', _("a check my answers"));
	ui_key(ui, 'q', _("q finish"));
	body = ui_body(ui);
	taken = draw_headline(ui, notice, &body);
	body.y += taken;
	body.rows -= taken;
	text_view_place(notice->page->view, &body);
}

static void notice_close(struct ui *ui, void *state)
{
	struct notice *notice = state;

	document_free(&notice->document);
	page_close(ui, notice->page);
	free(notice);
}

static enum outcome notice_key(struct ui *ui, void *state, int key)
{
	struct notice *notice = state;

	if (page_scrolled(notice->page, key))
		return SCREEN_STAY;
	switch (key) {
	case 'p':
		keep_print(ui, notice->document);
		return SCREEN_STAY;
	case 'w':
		ui_push(ui, &screen_why, NULL);
		return SCREEN_STAY;
	case 's':
		keep_show(ui, KEEP_TEXT, notice->document);
		return SCREEN_STAY;
	case 'a':
	case KEY_BACKSPACE:
		return SCREEN_BACK;
	case 'q':
	case KEY_F(10):
		return flow_leave(ui);
	default:
		return SCREEN_STAY;
	}
}

const struct screen screen_emergency = {
	.name = "emergency",
	.open = emergency_open,
	.draw = notice_draw,
	.key = notice_key,
	.close = notice_close,
};

const struct screen screen_scope = {
	.name = "scope",
	.open = scope_open,
	.draw = notice_draw,
	.key = notice_key,
	.close = notice_close,
};
