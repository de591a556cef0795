/*
 * The first screen.  It is interface text alone, so that it is painted
 * before the pack is read.
 */
#include <config.h>

#include "base/i18n.h"
#include "screens/help.h"
#include "screens/page.h"

static const char *const texts[] = {
	N_("This program asks about pain in the buttock, hip or upper thigh. "
	   "At the end you read how soon you need help, and what it is likely "
	   "to be. You also read why, and what you can do at home."),
	N_("It is for people of 16 and over, and for the physios and trainers "
	   "who look after them."),
	N_("It takes about 10 minutes. You can go back at any time, and you "
	   "can say that you are not sure."),
	N_("Nothing leaves this computer. Nothing is kept when you have "
	   "finished, unless you ask for it."),
	N_("It does not replace a doctor. If you feel very ill, call for help "
	   "now."),
};

static void *start_open(struct ui *ui, const void *subject)
{
	struct page_state *page = page_open(ui, subject);

	text_view_add(page->view, STYLE_HEADING, NULL,
		      _("Why does it hurt where you sit?"));
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		text_view_gap(page->view);
		text_view_add(page->view, STYLE_TEXT, NULL, _(texts[i]));
	}
	return page;
}

static void start_draw(struct ui *ui, void *state)
{
	ui_key(ui, KEY_ENTER, _("Enter begin"));
	ui_key(ui, KEY_F(1), _("? help"));
	ui_key(ui, KEY_CANCEL, _("q stop"));
	page_draw(ui, state);
}

static enum outcome start_key(struct ui *ui, void *state, int key)
{
	if (page_scrolled(state, key))
		return SCREEN_STAY;
	switch (key) {
	case KEY_ENTER:
		return SCREEN_NEXT;
	case '?':
	case KEY_F(1):
		help_show(ui, NULL);
		return SCREEN_STAY;
	case 'q':
	case KEY_F(10):
	case KEY_CANCEL:
		ui_end(ui, SCREENS_STOPPED);
		return SCREEN_STAY;
	default:
		return SCREEN_STAY;
	}
}

const struct screen screen_start = {
	.name = "start",
	.open = start_open,
	.draw = start_draw,
	.key = start_key,
	.close = page_close,
};
