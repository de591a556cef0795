/* One answer of a list, or several. */
#include <config.h>

#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/ask.h"
#include "screens/form.h"
#include "screens/widgets/list.h"

struct choice {
	const struct question *question;
	struct list *list;
	bool several;
};

static bool excludes(const struct question *question, size_t answer)
{
	return (int)answer == question->none ||
	       question->answers[answer].state != ANSWER_VALUE;
}

/* A site's answers are the zones of its map. */
static const char *label_of(const struct ui *ui,
			    const struct question *question, size_t answer)
{
	return answer_label(&question->answers[answer], ui->session->role);
}

struct list *form_list(struct ui *ui, const struct question *question,
		       bool several)
{
	struct list *list = list_new(ui_cdk(ui), ui_theme(ui),
				     several ? LIST_SEVERAL : LIST_ONE,
				     question->n_answers);

	for (size_t i = 0; i < question->n_answers; i++)
		list_set(list, i, label_of(ui, question, i),
			 excludes(question, i));
	return list;
}

static void *choice_open(struct ui *ui, const struct question *question,
			 const struct value *offered)
{
	struct choice *choice = xcalloc(1, sizeof(*choice));
	int answer = ask_answer_of(question, offered);

	choice->question = question;
	choice->several = question_takes_several(question);
	choice->list = form_list(ui, question, choice->several);
	if (answer >= 0 && offered->state == ANSWER_VALUE)
		list_choose(choice->list, offered->choices);
	else if (answer >= 0)
		list_choose(choice->list, (uint64_t)1 << answer);
	ui_focus(ui, &list_rows(choice->list)->widget);
	return choice;
}

static void choice_name_keys(struct ui *ui, void *state)
{
	const struct choice *choice = state;

	if (choice->several)
		ui_key(ui, KEY_DOWN, _("↑↓ move"));
	ask_name_digits(ui, choice->several, choice->question->n_answers);
}

static int choice_rows(void *state, int columns)
{
	const struct choice *choice = state;

	return rows_height(list_rows(choice->list), columns);
}

static void choice_place(struct ui *ui, void *state, const struct area *area)
{
	const struct choice *choice = state;

	(void)ui;
	rows_place(list_rows(choice->list), area);
}

static bool choice_key(struct ui *ui, void *state, int key)
{
	const struct choice *choice = state;

	(void)ui;
	return widget_key(&list_rows(choice->list)->widget, key);
}

static bool choice_value(struct ui *ui, void *state, struct value *out)
{
	const struct choice *choice = state;
	uint64_t chosen = list_chosen(choice->list);

	if (chosen == 0) {
		ui_status(ui, choice->several
			  ? _("Mark what fits with Space first, or the last "
			      "line if nothing does.")
			  : _("Choose an answer first: with the arrow keys, "
			      "or type its number."));
		return false;
	}
	for (size_t i = 0; i < choice->question->n_answers; i++) {
		if (chosen != (uint64_t)1 << i)
			continue;
		*out = ask_value_of(choice->question, i);
		return true;
	}
	*out = (struct value){ .state = ANSWER_VALUE, .choices = chosen };
	return true;
}

/* A physio's fast mode: a digit confirms. */
static bool choice_decided(struct ui *ui, void *state)
{
	const struct choice *choice = state;

	return ui->session->fast && ui->session->role == ROLE_PHYSIO &&
	       !choice->several && list_decided(choice->list);
}

static void choice_close(void *state)
{
	struct choice *choice = state;

	list_free(choice->list);
	free(choice);
}

const struct form form_choice = {
	.open = choice_open,
	.name_keys = choice_name_keys,
	.rows = choice_rows,
	.place = choice_place,
	.key = choice_key,
	.value = choice_value,
	.decided = choice_decided,
	.close = choice_close,
};
