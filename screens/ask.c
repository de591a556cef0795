/*
 * Room is given out in order: widget, a blank line, legend, help, reason;
 * what does not fit is still behind '?'.
 */
#include <config.h>

#include "ask.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/help.h"
#include "screens/suspects.h"

#define LEAST_WIDGET 3		/* rows that a widget gets in any window */
#define LEAST_LIST 6		/* and a list beside help on what is private */

struct ask_words ask_question_words(const struct ui *ui,
				    const struct question *question)
{
	bool physio = ui->session->role == ROLE_PHYSIO;
	/* How a self-test is done stands among its rules. */
	bool no_help = physio || question->type == QUESTION_TIMED;

	return (struct ask_words){
		.prompt = question_prompt(question, ui->session->answers),
		.help = no_help ? NULL : &question->help,
		.why = physio ? NULL : question->why,
	};
}

static void show_progress(struct ui *ui, const struct step *step)
{
	struct progress progress = interview_progress(ui->session->pack,
						      ui->session->answers,
						      step);
	char words[96];

	if (progress.safety)
		snprintf(words, sizeof(words), _("Safety %zu of about %zu"),
			 progress.number, progress.about);
	else
		snprintf(words, sizeof(words), _("Question %zu of about %zu"),
			 progress.number, progress.about);
	ui_right(ui, words);
}

static void name_keys(struct ui *ui, const struct ask_words *words)
{
	bool letters = words->letters;

	ui_key(ui, KEY_ENTER, words->enter != NULL ? words->enter
						   : _("Enter continue"));
	if (words->deletes)
		ui_key(ui, KEY_ESC, _("Esc back"));
	else
		ui_key(ui, KEY_BACKSPACE, _("Backspace back"));
	ui_key(ui, KEY_F(1), letters ? _("F1 help") : _("? help"));
	ui_key(ui, KEY_CANCEL, letters ? _("F10 stop") : _("q stop"));
}

void ask_name_digits(struct ui *ui, bool several, size_t n)
{
	char words[64];

	if (several)
		snprintf(words, sizeof(words), _("Space/1-%zu mark"), n);
	else
		snprintf(words, sizeof(words), _("↑↓ or 1-%zu choose"), n);
	ui_key(ui, several ? ' ' : KEY_DOWN, words);
}

static int help_rows(const struct ui *ui, const struct ask_words *words,
		     int columns)
{
	int rows = 0;

	for (size_t i = 0; words->help != NULL && i < words->help->count; i++)
		rows += draw_rows(ui_theme(ui),
				  content_text(words->help->text[i]), columns);
	return rows;
}

static void why_text(char *buffer, size_t size, const struct ask_words *words)
{
	buffer[0] = '\0';
	if (words->why != NULL)
		snprintf(buffer, size, _("Why we ask: %s"),
			 content_text(words->why));
}

/* What a trainer reads above what is not for a trainer, or NULL. */
static const char *hand_over(const struct ui *ui, const struct step *step)
{
	if (!step_is_handed_over(step, ui->session->role))
		return NULL;
	return _("Hand the screen to the person. This is private.");
}

/* What there is room for, besides prompt and widget. */
struct plan {
	int gap;		/* blank lines around the widget: 0 or 1 */
	bool help, why, legend;
};

/*
 * Help on what is private may say to ask for a quiet place first: it goes
 * last, and a list scrolls for it rather than hide it.
 */
static bool keeps_help(const struct step *step, int rows, int left, int wanted)
{
	int scrolled = wanted < LEAST_LIST ? wanted : LEAST_LIST;

	return rows > 0 && step_is_private(step) &&
	       left + wanted - rows >= scrolled;
}

static struct plan plan_page(const struct ui *ui, const struct area *body,
			     const struct ask_words *words, int wanted,
			     const struct step *step)
{
	struct plan plan = { 0 };
	const char *above = hand_over(ui, step);
	char why[600];
	int rows = draw_rows(ui_theme(ui), words->prompt, body->columns);
	int left = body->rows - rows - wanted;

	if (above != NULL)
		left -= draw_rows(ui_theme(ui), above, body->columns);
	rows = help_rows(ui, words, body->columns);
	plan.help = keeps_help(step, rows, left, wanted);
	if (plan.help)
		left -= rows;
	if (left >= 1) {
		plan.gap = 1;
		left--;
	}
	if (words->legend != NULL && left >= 2) {
		plan.legend = true;
		left -= 2;
	}
	if (!plan.help && rows > 0 && left >= rows) {
		plan.help = true;
		left -= rows;
	}
	why_text(why, sizeof(why), words);
	rows = draw_rows(ui_theme(ui), why, body->columns);
	plan.why = why[0] != '\0' && left >= rows + (plan.legend ? 0 : 1);
	return plan;
}

/* The reason and the legend stand at the foot of the body. */
static int draw_foot(struct ui *ui, const struct area *body,
		     const struct ask_words *words, const struct plan *plan)
{
	struct pen pen = ui_pen(ui, body);
	char why[600];
	int rows = plan->legend ? 1 : 0;

	why_text(why, sizeof(why), words);
	if (plan->why)
		rows += draw_rows(ui_theme(ui), why, body->columns);
	pen.y = body->y + body->rows - rows;
	if (plan->legend)
		draw_line(&pen, STYLE_TEXT, words->legend);
	if (plan->why)
		draw_paragraph(&pen, STYLE_TEXT, why);
	return rows;
}

struct area ask_layout(struct ui *ui, const struct ask_words *words,
		       const struct step *step,
		       int (*rows)(void *state, int columns), void *state)
{
	struct area body = { 0 };
	struct pen pen = { 0 };
	struct plan plan = { 0 };
	const char *above = hand_over(ui, step);
	int wanted = 0, foot = 0;

	name_keys(ui, words);
	show_progress(ui, step);
	body = ui_body(ui);
	suspects_draw(ui, &body);
	wanted = rows(state, body.columns);
	plan = plan_page(ui, &body, words, wanted, step);
	if (words->legend != NULL && !plan.legend)
		ui_hint(ui, words->legend);
	foot = draw_foot(ui, &body, words, &plan);
	pen = ui_pen(ui, &body);
	pen.bottom = body.y + body.rows - LEAST_WIDGET;
	if (above != NULL)
		draw_paragraph(&pen, STYLE_WARNING, above);
	draw_paragraph(&pen, STYLE_HEADING, words->prompt);
	for (size_t i = 0; plan.help && i < words->help->count; i++)
		draw_paragraph(&pen, STYLE_TEXT,
			       content_text(words->help->text[i]));
	pen.y += plan.gap;
	return (struct area){
		.y = pen.y,
		.x = body.x,
		.rows = body.y + body.rows - foot - pen.y,
		.columns = body.columns,
	};
}

bool ask_key(struct ui *ui, int key, const struct question *question,
	     enum outcome *outcome)
{
	*outcome = SCREEN_STAY;
	switch (key) {
	case KEY_BACKSPACE:
	case KEY_ESC:
	case KEY_LEFT:
		*outcome = SCREEN_BACK;
		return true;
	case '?':
	case KEY_F(1):
		help_show(ui, question);
		return true;
	case 'q':
	case KEY_F(10):
	case KEY_CANCEL:
		*outcome = SCREEN_QUIT;
		return true;
	default:
		return false;
	}
}

enum outcome ask_answer(struct ui *ui, const struct step *step,
			const struct value *values)
{
	struct error err = { .message = "" };

	if (session_answer(ui->session, step, values, &err) != 0) {
		ui_status(ui, err.message);
		return SCREEN_STAY;
	}
	ui_answers_changed(ui);
	return SCREEN_NEXT;
}

void ask_put_by(struct ui *ui, const struct question *question,
		const struct value *value)
{
	if (value->state != ANSWER_NOTHING && value->state != ANSWER_SKIPPED)
		answers_offer(ui->session->answers, question, value);
}

const struct value *ask_offered(const struct ui *ui,
				const struct question *question)
{
	const struct answers *answers = ui->session->answers;
	bool put_by = ui->put_by.values &&
		      answers_aside(answers, question) != NULL;

	if (question_is_handed_over(question, ui->session->role))
		return NULL;
	if (answers_given(answers, question) && !put_by)
		return answers_get(answers, question);
	return answers_aside(answers, question);
}

const struct value *ask_said_by_patient(const struct ui *ui,
					const struct question *question)
{
	if (ui->session->role != ROLE_PHYSIO)
		return NULL;
	return answers_layer(ui->session->answers, LAYER_PATIENT, question);
}

struct value ask_value_of(const struct question *question, size_t answer)
{
	struct value value = { .state = question->answers[answer].state };

	if (value.state == ANSWER_VALUE)
		value.choices = (uint64_t)1 << answer;
	return value;
}

int ask_answer_of(const struct question *question, const struct value *value)
{
	if (value == NULL)
		return -1;
	for (size_t i = 0; i < question->n_answers; i++) {
		const struct answer *answer = &question->answers[i];

		if (answer->state != value->state)
			continue;
		if (value->state != ANSWER_VALUE || value->choices >> i & 1)
			return (int)i;
	}
	return -1;
}
