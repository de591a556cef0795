/* "Leave without saving?"; asked once, and staying is the default. */
#include <config.h>

#include "base/i18n.h"
#include "screens/flow.h"
#include "screens/pick.h"

enum { STAY, LEAVE };

static const struct pick_words words = {
	.heading = N_("Leave without saving?"),
	.text = N_("The result is not kept anywhere once you leave."),
	.labels = {
		[STAY] = N_("No, stay here"),
		[LEAVE] = N_("Yes, leave"),
	},
	.n = 2,
	.first = STAY,
};

static void *leave_open(struct ui *ui, const void *subject)
{
	(void)subject;
	return pick_open(ui, &words);
}

static void leave_draw(struct ui *ui, void *state)
{
	pick_keys(ui, state);
	ui_key(ui, KEY_ESC, _("Esc back"));
	ui_key(ui, 'q', _("q leave"));
	pick_draw(ui, state);
}

static enum outcome leave_key(struct ui *ui, void *state, int key)
{
	int line = pick_key(ui, state, key);

	if (line == LEAVE || key == 'q' || key == KEY_F(10) ||
	    key == KEY_CANCEL) {
		flow_finish(ui);
		return SCREEN_STAY;
	}
	if (line == STAY || key == KEY_BACKSPACE || key == KEY_LEFT ||
	    key == KEY_ESC)
		return SCREEN_BACK;
	return SCREEN_STAY;
}

const struct screen screen_leave = {
	.name = "leave",
	.open = leave_open,
	.draw = leave_draw,
	.key = leave_key,
	.close = pick_close,
};
