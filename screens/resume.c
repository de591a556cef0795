/* An interview that was cut off waits. */
#include <config.h>

#include "base/i18n.h"
#include "screens/pick.h"

enum { TAKE_UP, START_AGAIN };

static const struct pick_words words = {
	.heading = N_("An interview on this computer was cut off. Would you "
		      "like to go on with it?"),
	.text = N_("A few urgent questions are asked again, because things "
		   "may have changed."),
	.labels = {
		[TAKE_UP] = N_("Go on where it stopped"),
		[START_AGAIN] = N_("Start again, and delete those answers"),
	},
	.n = 2,
	.first = -1,
};

static void *resume_open(struct ui *ui, const void *subject)
{
	struct pick_state *pick = pick_open(ui, &words);
	char begun[200];

	(void)subject;
	session_waiting_words(begun, sizeof(begun), ui->session);
	pick_say(pick, begun);
	return pick;
}

static void resume_draw(struct ui *ui, void *state)
{
	pick_keys(ui, state);
	ui_key(ui, KEY_BACKSPACE, _("Backspace back"));
	ui_key(ui, KEY_CANCEL, _("q stop"));
	pick_draw(ui, state);
}

static enum outcome resume_key(struct ui *ui, void *state, int key)
{
	int chosen = pick_key(ui, state, key);

	if (chosen >= 0) {
		session_resume(ui->session, chosen == TAKE_UP);
		ui_answers_changed(ui);
		return SCREEN_NEXT;
	}
	if (key == KEY_BACKSPACE || key == KEY_LEFT || key == KEY_ESC)
		return SCREEN_BACK;
	if (key == 'q' || key == KEY_F(10) || key == KEY_CANCEL) {
		/* What waits goes on waiting. */
		ui->by_signal = true;
		ui_end(ui, SCREENS_STOPPED);
	}
	return SCREEN_STAY;
}

const struct screen screen_resume = {
	.name = "resume",
	.open = resume_open,
	.draw = resume_draw,
	.key = resume_key,
	.close = pick_close,
};
