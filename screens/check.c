/*
 * Check your answers: each with Change, in asking order, and those that
 * were passed over because they could change nothing: they come last and may
 * be opened all the same.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/ask.h"
#include "screens/flow.h"
#include "screens/heading.h"
#include "screens/help.h"
#include "screens/widgets/list.h"
#include "screens/widgets/rows.h"

struct checked {
	struct rows *rows;
	const struct question **questions;	/* of each row */
	char **words;				/* the answer to each */
	size_t n, n_given;
};

/*
 * Whether a question belongs here: it applies, and this role reads it.  One
 * that was passed over does once all has been asked.
 */
static bool is_listed(const struct ui *ui, const struct question *question,
		      bool given)
{
	const struct answers *answers = ui->session->answers;

	if (question->physio_only && ui->session->role != ROLE_PHYSIO)
		return false;
	if (!answer_is_open(question, ui->session->role))
		return false;
	return answers_applies(answers, question) &&
	       answers_given(answers, question) == given;
}

/* The answer that counts, and the patient's where a physio says otherwise. */
static char *words_of(const struct ui *ui, const struct question *question)
{
	const struct value *value = answers_get(ui->session->answers,
						question);
	const struct value *said = ask_said_by_patient(ui, question);
	char words[512], before[512], both[1100];

	answer_words(words, sizeof(words), question, value, ui->session->role);
	if (said == NULL || value_equal(said, value))
		return xstrdup(words);
	answer_words(before, sizeof(before), question, said, ROLE_PHYSIO);
	/* TRANSLATORS: a physio's answer, and the patient's own */
	snprintf(both, sizeof(both), _("%1$s (the patient: %2$s)"), words,
		 before);
	return xstrdup(both);
}

static void add(struct ui *ui, struct checked *checked,
		const struct question *question)
{
	checked->questions[checked->n] = question;
	checked->words[checked->n++] = words_of(ui, question);
}

static void collect(struct ui *ui, struct checked *checked, bool given)
{
	const struct pack *pack = ui->session->pack;

	for (size_t i = 0; i < pack->n_questions; i++)
		if (is_listed(ui, &pack->questions[i], given))
			add(ui, checked, &pack->questions[i]);
}

static void set_rows(struct ui *ui, struct checked *checked)
{
	const struct answers *answers = ui->session->answers;

	checked->rows = rows_list_new(ui_cdk(ui), ui_theme(ui), checked->n);
	checked->rows->split = true;
	for (size_t i = 0; i < checked->n; i++) {
		struct row *row = &checked->rows->rows[i];

		row->label = question_prompt(checked->questions[i], answers);
		row->words = checked->words[i];
		row->quiet = i >= checked->n_given;
		row->gap = i == checked->n_given && i > 0;
		if (checked->questions[i] == flow_changed(ui))
			checked->rows->focus = (int)i;
	}
	if (ui->put_by.row > 0 && (size_t)ui->put_by.row < checked->n)
		checked->rows->focus = ui->put_by.row;
	if (checked->n > 0 && checked->rows->focus < 0)
		checked->rows->focus = 0;
}

static void *check_open(struct ui *ui, const void *subject)
{
	struct checked *checked = xcalloc(1, sizeof(*checked));
	size_t most = ui->session->pack->n_questions + 1;

	(void)subject;
	checked->questions = xcalloc(most, sizeof(checked->questions[0]));
	checked->words = xcalloc(most, sizeof(checked->words[0]));
	collect(ui, checked, true);
	checked->n_given = checked->n;
	if (session_next(ui->session).kind == STEP_DONE)
		collect(ui, checked, false);
	set_rows(ui, checked);
	ui_focus(ui, &checked->rows->widget);
	return checked;
}

static void check_draw(struct ui *ui, void *state)
{
	struct checked *checked = state;
	struct area body = { 0 };

	ui_right(ui, _("Check your answers"));
	ui_key(ui, KEY_DOWN, _("↑↓ move"));
	ui_key(ui, 'c', _("c change"));
	ui_key(ui, KEY_ENTER, _("Enter to the result"));
	ui_key(ui, KEY_BACKSPACE, _("Backspace back"));
	ui_key(ui, KEY_F(1), _("? help"));
	ui_key(ui, KEY_CANCEL, _("q stop"));
	body = heading_draw(ui, _("Is this right? Press c on a line to change "
				  "it."), NULL, 1);
	rows_place(checked->rows, &body);
}

static void change_focused(struct ui *ui, const struct checked *checked)
{
	if (checked->rows->focus >= 0)
		flow_change(ui, checked->questions[checked->rows->focus]);
}

static enum outcome check_key(struct ui *ui, void *state, int key)
{
	struct checked *checked = state;

	if (widget_key(&checked->rows->widget, key))
		return SCREEN_STAY;
	switch (key) {
	case 'c':
	case ' ':
	case KEY_RIGHT:
		change_focused(ui, checked);
		return SCREEN_STAY;
	case KEY_ENTER:
		return SCREEN_NEXT;
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

static void check_put_by(struct ui *ui, void *state)
{
	const struct checked *checked = state;

	ui->put_by.row = checked->rows->focus;
}

static void check_close(struct ui *ui, void *state)
{
	struct checked *checked = state;

	(void)ui;
	rows_free(checked->rows);
	for (size_t i = 0; i < checked->n; i++)
		free(checked->words[i]);
	free(checked->words);
	free(checked->questions);
	free(checked);
}

const struct screen screen_check = {
	.name = "check",
	.open = check_open,
	.draw = check_draw,
	.key = check_key,
	.close = check_close,
	.put_by = check_put_by,
};
