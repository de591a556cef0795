#include <config.h>

#include "sheet.h"

#include "base/i18n.h"
#include "screens/flow.h"
#include "screens/help.h"
#include "screens/page.h"

void sheet_show(struct ui *ui, const struct page *page)
{
	ui_push(ui, &screen_sheet, page);
}

static void *sheet_open(struct ui *ui, const void *subject)
{
	const struct page *page = subject;
	struct page_state *state = page_open(ui, NULL);

	text_view_add(state->view, STYLE_HEADING, NULL, page->title);
	text_view_gap(state->view);
	text_view_add_blocks(state->view, page->blocks, page->n_blocks);
	return state;
}

static void sheet_draw(struct ui *ui, void *state)
{
	if (page_is_long(state, 0))
		ui_key(ui, 0, _("↑↓ scroll"));
	ui_key(ui, KEY_BACKSPACE, _("Backspace back"));
	ui_key(ui, KEY_F(1), _("? help"));
	ui_key(ui, KEY_CANCEL, _("q finish"));
	page_draw(ui, state);
}

static enum outcome sheet_key(struct ui *ui, void *state, int key)
{
	if (page_scrolled(state, key))
		return SCREEN_STAY;
	switch (key) {
	case KEY_BACKSPACE:
	case KEY_ESC:
	case KEY_LEFT:
	case KEY_ENTER:
		return SCREEN_BACK;
	case '?':
	case KEY_F(1):
		help_show_plans(ui);
		return SCREEN_STAY;
	case 'q':
	case KEY_F(10):
	case KEY_CANCEL:
		flow_finish(ui);
		return SCREEN_STAY;
	default:
		return SCREEN_STAY;
	}
}

const struct screen screen_sheet = {
	.name = "sheet",
	.open = sheet_open,
	.draw = sheet_draw,
	.key = sheet_key,
	.close = page_close,
};
