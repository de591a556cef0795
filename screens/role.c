/* Who sits here. */
#include <config.h>

#include "base/i18n.h"
#include "screens/help.h"
#include "screens/pick.h"

static const struct pick_words words = {
	.heading = N_("Who is answering?"),
	.labels = {
		[ROLE_PATIENT] = N_("I have the pain myself, or look after "
				    "somebody who has it"),
		[ROLE_PHYSIO] = N_("I am a physio or doctor with a patient"),
		[ROLE_TRAINER] = N_("I am a trainer with a client"),
	},
	.n = N_ROLES,
	.first = -1,
};

static void *role_open(struct ui *ui, const void *subject)
{
	struct pick_state *pick = pick_open(ui, &words);

	(void)subject;
	if (ui->session->role_chosen)
		pick_choose(pick, (int)ui->session->role);
	return pick;
}

static void role_draw(struct ui *ui, void *state)
{
	pick_keys(ui, state);
	ui_key(ui, KEY_BACKSPACE, _("Backspace back"));
	ui_key(ui, KEY_F(1), _("? help"));
	ui_key(ui, KEY_CANCEL, _("q stop"));
	pick_draw(ui, state);
}

static enum outcome role_key(struct ui *ui, void *state, int key)
{
	int chosen = pick_key(ui, state, key);

	if (chosen >= 0) {
		session_set_role(ui->session, (enum role)chosen);
		ui_answers_changed(ui);
		return SCREEN_NEXT;
	}
	switch (key) {
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

const struct screen screen_role = {
	.name = "role",
	.open = role_open,
	.draw = role_draw,
	.key = role_key,
	.close = pick_close,
};
