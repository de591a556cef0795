/*
 * Several safety questions on one screen.  Nothing is answered until Enter;
 * Enter with nothing marked asks to choose "None of these", so that silence
 * is never a "no".
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/ask.h"
#include "screens/checks.h"
#include "screens/flow.h"

#define NARROW 60		/* columns: the bottom line is short of room */

struct line_order {
	size_t answers[CHECK_ANSWERS];	/* indexes in the order of Space: "no",
					 * "yes", "not sure", any others */
	size_t n;
};

struct checks {
	const struct step *step;
	struct line_order orders[STEP_MAX];
	char *labels[STEP_MAX];
	struct checklist_widget *widget;
};

/* Of answers that are neither yes nor no, the worst comes first. */
static int rank_of_other(const struct question *question, size_t answer)
{
	for (size_t i = 0; i < question->n_severity; i++)
		if (question->severity[i] == answer)
			return 100 + (int)i;
	return 90 - (int)answer;
}

/*
 * Where an answer stands among the presses of Space, highest first: yes, not
 * sure, no on every line, whatever its severity says, since hands learn it.
 */
static int rank(const struct question *question, size_t index)
{
	const struct answer *answer = &question->answers[index];

	if (answer->state == ANSWER_UNSURE)
		return 900;
	if (answer->state == ANSWER_NA)
		return 1;
	if (strcmp(answer->id, "yes") == 0)
		return 1000;
	if (strcmp(answer->id, "no") == 0)
		return 0;
	return rank_of_other(question, index);
}

static void order_answers(struct line_order *order,
			  const struct question *question)
{
	size_t no = 0;

	order->n = 0;
	for (size_t i = 0; i < question->n_answers && i < CHECK_ANSWERS; i++) {
		size_t at = order->n++;
		int here = rank(question, i);

		while (at > 0 &&
		       rank(question, order->answers[at - 1]) < here) {
			order->answers[at] = order->answers[at - 1];
			at--;
		}
		order->answers[at] = i;
	}
	if (order->n == 0)
		return;
	no = order->answers[order->n - 1];
	memmove(order->answers + 1, order->answers,
		(order->n - 1) * sizeof(order->answers[0]));
	order->answers[0] = no;
}

static struct check_answer as_mark(const struct ui *ui,
				   const struct answer *answer, bool is_no)
{
	struct check_answer mark = { .mark = '~' };

	if (is_no) {
		mark.mark = ' ';
	} else if (answer->state == ANSWER_UNSURE) {
		mark.mark = '?';
	} else if (answer->state == ANSWER_VALUE &&
		   strcmp(answer->id, "yes") == 0) {
		mark.mark = 'x';
	} else {
		mark.words = answer_label(answer, ui->session->role);
	}
	return mark;
}

/*
 * The line's words.  A physio reads behind them what the patient said, if it
 * is no plain "no": it stays in sight whatever is chosen.
 */
static char *label_of(const struct ui *ui, const struct question *question,
		      size_t no)
{
	const char *prompt = question_prompt(question, ui->session->answers);
	const struct value *said = ask_said_by_patient(ui, question);
	char label[600], words[200];

	if (said == NULL || ask_answer_of(question, said) == (int)no)
		return xstrdup(prompt);
	answer_words(words, sizeof(words), question, said, ROLE_PHYSIO);
	/* TRANSLATORS: a line of a checklist, and the patient's own answer */
	snprintf(label, sizeof(label), _("%1$s (the patient: %2$s)"), prompt,
		 words);
	return xstrdup(label);
}

static void set_line(struct ui *ui, struct checks *checks, size_t line)
{
	const struct question *question = checks->step->questions[line];
	struct line_order *order = &checks->orders[line];
	struct check_answer marks[CHECK_ANSWERS];

	order_answers(order, question);
	for (size_t i = 0; i < order->n; i++)
		marks[i] = as_mark(ui, &question->answers[order->answers[i]],
				   i == 0);
	checks->labels[line] = label_of(ui, question, order->answers[0]);
	checklist_set(checks->widget, line, checks->labels[line], marks,
		      order->n);
}

/*
 * A test that was not done is no negative test: the lines of an examination
 * begin as "not done", which is not sure.
 */
static int first_answer(const struct question *question)
{
	static const struct value not_done = { .state = ANSWER_UNSURE };

	return question->physio_only ? ask_answer_of(question, &not_done) : -1;
}

/* What was said before is chosen again; all "no" is "None of these". */
static void offer(struct ui *ui, struct checks *checks)
{
	size_t known = 0;

	for (size_t i = 0; i < checks->step->n_questions; i++) {
		const struct question *question = checks->step->questions[i];
		int answer = ask_answer_of(question, ask_offered(ui, question));

		if (answer < 0)
			answer = first_answer(question);
		else
			known++;
		for (size_t j = 0; answer >= 0 && j < checks->orders[i].n; j++)
			if (checks->orders[i].answers[j] == (size_t)answer)
				checklist_choose(checks->widget, i, j);
	}
	if (known == checks->step->n_questions &&
	    !checklist_any(checks->widget))
		checklist_choose_none(checks->widget, true);
}

/* From check-your-answers one comes for one line. */
static void focus_changed(struct ui *ui, struct checks *checks)
{
	for (size_t i = 0; i < checks->step->n_questions; i++)
		if (checks->step->questions[i] == flow_changed(ui))
			rows_focus(checklist_rows(checks->widget), (int)i);
}

/* The row that had the focus before the pack was loaded anew. */
static void focus_again(struct ui *ui, struct checks *checks)
{
	struct rows *rows = checklist_rows(checks->widget);

	if (ui->put_by.row > 0 && (size_t)ui->put_by.row < rows->n)
		rows_focus(rows, ui->put_by.row);
}

static void *checklist_open(struct ui *ui, const void *subject)
{
	struct checks *checks = xcalloc(1, sizeof(*checks));

	checks->step = subject;
	checks->widget = checklist_new(ui_cdk(ui), ui_theme(ui),
				       checks->step->n_questions,
				       _("None of these (press 0)"));
	for (size_t i = 0; i < checks->step->n_questions; i++)
		set_line(ui, checks, i);
	offer(ui, checks);
	focus_changed(ui, checks);
	focus_again(ui, checks);
	ui_focus(ui, &checklist_rows(checks->widget)->widget);
	return checks;
}

static int checklist_height(void *state, int columns)
{
	struct checks *checks = state;

	return rows_height(checklist_rows(checks->widget), columns);
}

static void checklist_draw(struct ui *ui, void *state)
{
	struct checks *checks = state;
	const struct checklist *checklist = checks->step->checklist;
	bool examination = step_is_examination(checks->step);
	bool handed = step_is_handed_over(checks->step, ui->session->role);
	struct ask_words words = {
		.prompt = checklist_prompt(checklist, ui->session->answers),
		/* That it is private a trainer is told above. */
		.help = handed ? NULL : &checklist->help,
		.why = checklist->why,
		.legend = examination
			? _("[x] yes   [?] not done   [ ] no")
			: _("[x] yes   [?] not sure   [ ] no"),
	};
	struct area area = { 0 };

	ui_key(ui, KEY_DOWN, _("↑↓ move"));
	ui_key(ui, ' ', COLS < NARROW || examination
			? _("Space answer") : _("Space no/yes/not sure"));
	if (examination)
		ui_key(ui, 'n', _("n rest normal"));
	area = ask_layout(ui, &words, checks->step, checklist_height, state);
	rows_place(checklist_rows(checks->widget), &area);
}

static struct value value_of_line(const struct checks *checks, size_t line)
{
	size_t chosen = checklist_answer(checks->widget, line);

	return ask_value_of(checks->step->questions[line],
			    checks->orders[line].answers[chosen]);
}

static enum outcome confirm(struct ui *ui, struct checks *checks)
{
	struct value values[STEP_MAX] = { { 0 } };

	if (!checks_are_complete(ui, checks->widget,
				 checks->step->n_questions))
		return SCREEN_STAY;
	for (size_t i = 0; i < checks->step->n_questions; i++)
		values[i] = value_of_line(checks, i);
	return ask_answer(ui, checks->step, values);
}

/* Help is about the line in focus. */
static const struct question *question_in_focus(const struct checks *checks)
{
	size_t line = checklist_line(checks->widget);

	if (line >= checks->step->n_questions)
		line = 0;
	return checks->step->questions[line];
}

/* Index of the answer "not done" in the line's order, or -1. */
static int not_done(const struct checks *checks, size_t line)
{
	const struct line_order *order = &checks->orders[line];
	int answer = first_answer(checks->step->questions[line]);

	for (size_t i = 0; answer >= 0 && i < order->n; i++)
		if (order->answers[i] == (size_t)answer)
			return (int)i;
	return -1;
}

/*
 * What a physio says of the lines still untouched: the rest was done, and
 * is normal.  A line marked as not done by hand stays so.
 */
static void rest_is_normal(struct ui *ui, struct checks *checks)
{
	bool any = false;

	for (size_t i = 0; i < checks->step->n_questions; i++) {
		if (checklist_touched(checks->widget, i) ||
		    (int)checklist_answer(checks->widget, i) !=
		    not_done(checks, i))
			continue;
		checklist_choose(checks->widget, i, 0);
		any = true;
	}
	if (!checklist_any(checks->widget))
		checklist_choose_none(checks->widget, true);
	ui_status(ui, any ? _("What was not done is now normal. Enter goes on.")
			  : _("No line is left that was not done."));
}

static enum outcome checklist_key(struct ui *ui, void *state, int key)
{
	struct checks *checks = state;
	enum outcome outcome = SCREEN_STAY;

	if (checks_key(ui, checks->widget, key))
		return SCREEN_STAY;
	if (key == 'n' && step_is_examination(checks->step)) {
		rest_is_normal(ui, checks);
		return SCREEN_STAY;
	}
	if (key == KEY_ENTER)
		return confirm(ui, checks);
	ask_key(ui, key, question_in_focus(checks), &outcome);
	return outcome;
}

static void checklist_put_by(struct ui *ui, void *state)
{
	const struct checks *checks = state;

	ui->put_by.row = checklist_rows(checks->widget)->focus;
	if (!checklist_none(checks->widget) && !checklist_any(checks->widget))
		return;
	for (size_t i = 0; i < checks->step->n_questions; i++) {
		struct value value = value_of_line(checks, i);

		ask_put_by(ui, checks->step->questions[i], &value);
	}
}

static void checklist_close(struct ui *ui, void *state)
{
	struct checks *checks = state;

	(void)ui;
	checklist_free(checks->widget);
	for (size_t i = 0; i < STEP_MAX; i++)
		free(checks->labels[i]);
	free(checks);
}

const struct screen screen_checklist = {
	.name = "checklist",
	.open = checklist_open,
	.draw = checklist_draw,
	.key = checklist_key,
	.close = checklist_close,
	.put_by = checklist_put_by,
};
