/* One question, of any type but site; the form of its type does the rest. */
#include <config.h>

#include <stdlib.h>

#include "base/i18n.h"
#include "screens/ask.h"
#include "screens/form.h"

struct asked {
	const struct step *step;
	const struct form *form;
	void *form_state;
};

static const struct form *const forms[] = {
	[QUESTION_SINGLE] = &form_choice,
	[QUESTION_MULTI] = &form_choice,
	[QUESTION_NUMBER] = &form_measure,
	[QUESTION_SCALE] = &form_measure,
	[QUESTION_SITE] = &form_choice,
	[QUESTION_TIMED] = &form_timed,
	[QUESTION_TEXT] = &form_words,
};

static void *question_open(struct ui *ui, const void *subject)
{
	struct asked *asked = xcalloc(1, sizeof(*asked));
	const struct question *question = NULL;

	asked->step = subject;
	question = asked->step->questions[0];
	asked->form = forms[question->type];
	asked->form_state = asked->form->open(ui, question,
					      ask_offered(ui, question));
	return asked;
}

static int question_rows(void *state, int columns)
{
	const struct asked *asked = state;

	return asked->form->rows(asked->form_state, columns);
}

static bool deletes(const struct asked *asked)
{
	return asked->form->deletes != NULL &&
	       asked->form->deletes(asked->form_state);
}

static void question_draw(struct ui *ui, void *state)
{
	const struct asked *asked = state;
	struct ask_words words =
		ask_question_words(ui, asked->step->questions[0]);
	struct area area = { 0 };

	words.letters = asked->form->letters;
	words.deletes = deletes(asked);
	if (asked->form->enter != NULL)
		words.enter = asked->form->enter(asked->form_state);
	asked->form->name_keys(ui, asked->form_state);
	area = ask_layout(ui, &words, asked->step, question_rows, state);
	asked->form->place(ui, asked->form_state, &area);
}

static enum outcome confirm(struct ui *ui, const struct asked *asked)
{
	struct value values[STEP_MAX] = { { 0 } };

	if (!asked->form->value(ui, asked->form_state, &values[0]))
		return SCREEN_STAY;
	return ask_answer(ui, asked->step, values);
}

static bool confirms_at_once(struct ui *ui, const struct asked *asked)
{
	return asked->form->decided != NULL &&
	       asked->form->decided(ui, asked->form_state);
}

/* Gives the form a key; what Backspace does may change by it. */
static bool form_key(struct ui *ui, const struct asked *asked, int key)
{
	bool deleted = deletes(asked);
	bool used = asked->form->key(ui, asked->form_state, key);

	if (deletes(asked) != deleted)
		ui_redraw(ui);
	return used;
}

static enum outcome question_key(struct ui *ui, void *state, int key)
{
	const struct asked *asked = state;
	enum outcome outcome = SCREEN_STAY;

	if (form_key(ui, asked, key))
		return confirms_at_once(ui, asked) ? confirm(ui, asked)
						   : SCREEN_STAY;
	if (key == KEY_ENTER)
		return confirm(ui, asked);
	ask_key(ui, key, asked->step->questions[0], &outcome);
	return outcome;
}

static void question_put_by(struct ui *ui, void *state)
{
	const struct asked *asked = state;
	struct value value = { .state = ANSWER_NOTHING };

	if (asked->form->value(ui, asked->form_state, &value))
		ask_put_by(ui, asked->step->questions[0], &value);
}

static void question_close(struct ui *ui, void *state)
{
	struct asked *asked = state;

	(void)ui;
	asked->form->close(asked->form_state);
	free(asked);
}

const struct screen screen_question = {
	.name = "question",
	.open = question_open,
	.draw = question_draw,
	.key = question_key,
	.close = question_close,
	.put_by = question_put_by,
};
