/* The pack cannot be used: what is wrong with it, file and line. */
#include <config.h>

#include "base/i18n.h"
#include "screens/page.h"

static void *message_open(struct ui *ui, const void *subject)
{
	struct page_state *page = page_open(ui, subject);

	text_view_add(page->view, STYLE_HEADING, NULL,
		      _("The questions cannot be read, so nothing can be "
			"asked."));
	if (ui->session->watch)
		text_view_add(page->view, STYLE_TEXT, NULL,
			      _("Once this is mended and saved, you can "
				"begin."));
	page_add_faults(page, &ui->session->faults);
	return page;
}

static void message_draw(struct ui *ui, void *state)
{
	ui_key(ui, KEY_ENTER, _("Enter finish"));
	ui_key(ui, KEY_NPAGE, _("↑↓ scroll"));
	page_draw(ui, state);
}

static enum outcome message_key(struct ui *ui, void *state, int key)
{
	(void)ui;
	if (page_scrolled(state, key))
		return SCREEN_STAY;
	if (key == KEY_ENTER || key == 'q' || key == KEY_ESC)
		return SCREEN_NEXT;
	return SCREEN_STAY;
}

const struct screen screen_message = {
	.name = "message",
	.open = message_open,
	.draw = message_draw,
	.key = message_key,
	.close = page_close,
};
