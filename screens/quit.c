/* "Really stop?"; the way on is the default. */
#include <config.h>

#include "base/i18n.h"
#include "screens/pick.h"

enum { GO_ON, STOP };

static const struct pick_words words = {
	.heading = N_("Do you want to stop?"),
	.text = N_("Your answers are deleted, unless you asked to save "
		   "them."),
	.labels = {
		[GO_ON] = N_("No, go on"),
		[STOP] = N_("Yes, stop"),
	},
	.n = 2,
	.first = GO_ON,
};

static void *quit_open(struct ui *ui, const void *subject)
{
	(void)subject;
	return pick_open(ui, &words);
}

static void quit_draw(struct ui *ui, void *state)
{
	pick_keys(ui, state);
	ui_key(ui, KEY_BACKSPACE, _("Backspace back"));
	pick_draw(ui, state);
}

static enum outcome quit_key(struct ui *ui, void *state, int key)
{
	switch (pick_key(ui, state, key)) {
	case GO_ON:
		return SCREEN_BACK;
	case STOP:
		return SCREEN_QUIT;
	default:
		break;
	}
	if (key == KEY_BACKSPACE || key == KEY_LEFT || key == KEY_ESC)
		return SCREEN_BACK;
	return SCREEN_STAY;
}

const struct screen screen_quit = {
	.name = "quit",
	.open = quit_open,
	.draw = quit_draw,
	.key = quit_key,
	.close = pick_close,
};
