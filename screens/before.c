/* Before the first question: who should not sit here and answer, but call. */
#include <config.h>

#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/help.h"
#include "screens/page.h"

static void add_filled(struct ui *ui, struct page_state *page,
		       enum style style, const char *lead, const char *text)
{
	char *filled = site_fill(&ui->site, text);

	text_view_add(page->view, style, lead, filled);
	free(filled);
}

static void *before_open(struct ui *ui, const void *subject)
{
	struct page_state *page = page_open(ui, subject);
	const struct texts *list = &ui->session->pack->emergency;

	add_filled(ui, page, STYLE_HEADING, NULL,
		   _("Is any of this happening now? Then stop here and call "
		     "{emergency number}."));
	text_view_gap(page->view);
	for (size_t i = 0; i < list->count; i++)
		add_filled(ui, page, STYLE_TEXT, "•",
			   content_text(list->text[i]));
	return page;
}

static void before_draw(struct ui *ui, void *state)
{
	ui_right(ui, _("Before we begin"));
	ui_key(ui, KEY_ENTER, _("Enter none of these, continue"));
	ui_key(ui, KEY_BACKSPACE, _("Backspace back"));
	ui_key(ui, KEY_F(1), _("? help"));
	ui_key(ui, KEY_CANCEL, _("q stop"));
	page_draw(ui, state);
}

/* In a small window a sign that was never in sight is not denied. */
static enum outcome confirm(struct ui *ui, struct page_state *page)
{
	if (text_view_was_read(page->view))
		return SCREEN_NEXT;
	page_scrolled(page, KEY_NPAGE);
	ui_status(ui, _("There is more. Read it, then press Enter."));
	return SCREEN_STAY;
}

static enum outcome before_key(struct ui *ui, void *state, int key)
{
	if (page_scrolled(state, key))
		return SCREEN_STAY;
	switch (key) {
	case KEY_ENTER:
		return confirm(ui, state);
	case KEY_BACKSPACE:
	case KEY_LEFT:
	case KEY_ESC:
		return SCREEN_BACK;
	case '?':
	case KEY_F(1):
		help_show(ui, NULL);
		return SCREEN_STAY;
	case 'q':
	case KEY_F(10):
	case KEY_CANCEL:
		return SCREEN_QUIT;
	default:
		return SCREEN_STAY;
	}
}

const struct screen screen_before = {
	.name = "before",
	.open = before_open,
	.draw = before_draw,
	.key = before_key,
	.close = page_close,
};
