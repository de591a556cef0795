/* Where it hurts, and on which side: as lists of names, one after another. */
#include <config.h>

#include <stdlib.h>

#include "base/i18n.h"
#include "screens/ask.h"
#include "screens/form.h"

struct places {
	const struct step *step;
	struct value values[STEP_MAX];
	size_t current;			/* which question of the step */
	void *form;
};

static void open_current(struct ui *ui, struct places *places)
{
	const struct question *question =
		places->step->questions[places->current];

	if (places->form != NULL)
		form_choice.close(places->form);
	places->form = form_choice.open(ui, question,
					ask_offered(ui, question));
	ui_redraw(ui);
}

static void *site_open(struct ui *ui, const void *subject)
{
	struct places *places = xcalloc(1, sizeof(*places));

	places->step = subject;
	open_current(ui, places);
	return places;
}

static int site_rows(void *state, int columns)
{
	const struct places *places = state;

	return form_choice.rows(places->form, columns);
}

static void site_draw(struct ui *ui, void *state)
{
	struct places *places = state;
	struct ask_words words = ask_question_words(
		ui, places->step->questions[places->current]);
	struct area area = { 0 };

	form_choice.name_keys(ui, places->form);
	area = ask_layout(ui, &words, places->step, site_rows, state);
	form_choice.place(ui, places->form, &area);
}

static enum outcome confirm(struct ui *ui, struct places *places)
{
	struct value *value = &places->values[places->current];

	if (!form_choice.value(ui, places->form, value))
		return SCREEN_STAY;
	if (places->current + 1 == places->step->n_questions)
		return ask_answer(ui, places->step, places->values);
	places->current++;
	open_current(ui, places);
	return SCREEN_STAY;
}

static enum outcome site_key(struct ui *ui, void *state, int key)
{
	struct places *places = state;
	enum outcome outcome = SCREEN_STAY;

	if (form_choice.key(ui, places->form, key))
		return SCREEN_STAY;
	if (key == KEY_ENTER)
		return confirm(ui, places);
	ask_key(ui, key, places->step->questions[places->current], &outcome);
	if (outcome == SCREEN_BACK && places->current > 0) {
		places->current--;
		open_current(ui, places);
		return SCREEN_STAY;
	}
	return outcome;
}

static void site_close(struct ui *ui, void *state)
{
	struct places *places = state;

	(void)ui;
	form_choice.close(places->form);
	free(places);
}

const struct screen screen_site = {
	.name = "site",
	.open = site_open,
	.draw = site_draw,
	.key = site_key,
	.close = site_close,
};
