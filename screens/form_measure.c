/*
 * A number or a scale, and below it what one may say instead ("I'm not
 * sure"): the down arrow goes there.
 */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/document.h"
#include "screens/ask.h"
#include "screens/form.h"
#include "screens/widgets/entry.h"
#include "screens/widgets/list.h"
#include "screens/widgets/scale.h"

#define MAX_BESIDE 8

struct measure {
	const struct question *question;
	struct entry *entry;		/* a number, or */
	struct scale *scale;		/* a scale */
	struct list *beside;		/* NULL: nothing else to say */
	size_t answers[MAX_BESIDE];	/* of the lines beside */
	size_t n;
	bool doubted;			/* asked "is that right?" once */
};

static struct widget *main_widget(struct measure *measure)
{
	return measure->entry != NULL ? entry_widget(measure->entry)
				      : scale_widget(measure->scale);
}

static bool is_beside(const struct measure *measure)
{
	return measure->beside != NULL && list_current(measure->beside) >= 0;
}

static void open_beside(struct ui *ui, struct measure *measure, int offered)
{
	const struct question *question = measure->question;

	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state != ANSWER_VALUE &&
		    measure->n < MAX_BESIDE)
			measure->answers[measure->n++] = i;
	if (measure->n == 0)
		return;
	measure->beside = list_new(ui_cdk(ui), ui_theme(ui), LIST_BESIDE,
				   measure->n);
	for (size_t i = 0; i < measure->n; i++) {
		size_t answer = measure->answers[i];

		list_set(measure->beside, i,
			 answer_label(&question->answers[answer],
				      ui->session->role), false);
		if ((int)answer == offered)
			list_choose(measure->beside, (uint64_t)1 << i);
	}
}

static void offer(struct measure *measure, const struct value *offered)
{
	char digits[32];

	if (offered == NULL || offered->state != ANSWER_VALUE)
		return;
	if (measure->scale != NULL) {
		scale_set(measure->scale, (int)offered->number);
		return;
	}
	entry_set(measure->entry, text_from_number(digits, sizeof(digits),
						   offered->number, 6));
}

static void focus(struct ui *ui, struct measure *measure)
{
	ui_focus(ui, is_beside(measure)
		     ? &list_rows(measure->beside)->widget
		     : main_widget(measure));
}

/* Digits before the point of the longest number that is taken. */
static int most_digits(const struct question *question)
{
	char low[32], high[32];
	int below = snprintf(low, sizeof(low), "%.0f", fabs(question->min));
	int above = snprintf(high, sizeof(high), "%.0f", fabs(question->max));

	return below > above ? below : above;
}

static void open_entry(struct ui *ui, struct measure *measure)
{
	const struct question *question = measure->question;

	measure->entry = entry_new(ui_cdk(ui), ui_theme(ui), true,
				   content_text(question->unit));
	entry_limit_digits(measure->entry, most_digits(question));
}

static void *measure_open(struct ui *ui, const struct question *question,
			  const struct value *offered)
{
	struct measure *measure = xcalloc(1, sizeof(*measure));

	measure->question = question;
	if (question->type == QUESTION_SCALE)
		measure->scale = scale_new(ui_cdk(ui), ui_theme(ui),
					   (int)question->min,
					   (int)question->max,
					   content_text(question->low_label),
					   content_text(question->high_label));
	else
		open_entry(ui, measure);
	open_beside(ui, measure, ask_answer_of(question, offered));
	offer(measure, offered);
	focus(ui, measure);
	return measure;
}

static void measure_name_keys(struct ui *ui, void *state)
{
	const struct measure *measure = state;
	char words[64];

	snprintf(words, sizeof(words), _("←→ or %g-%g choose"),
		 measure->question->min, measure->question->max);
	if (measure->scale != NULL)
		ui_key(ui, 0, words);
	else
		ui_key(ui, 0, _("0-9 type"));
	if (measure->beside != NULL)
		ui_key(ui, KEY_DOWN, _("↓ others"));
}

static int main_rows(const struct measure *measure, int columns)
{
	return measure->entry != NULL ? entry_height(measure->entry, columns)
				      : SCALE_ROWS;
}

static int measure_rows(void *state, int columns)
{
	const struct measure *measure = state;
	int rows = main_rows(measure, columns);

	if (measure->beside != NULL)
		rows += 1 + rows_height(list_rows(measure->beside), columns);
	return rows;
}

static void measure_place(struct ui *ui, void *state, const struct area *area)
{
	struct measure *measure = state;
	struct area top = *area, below = *area;

	(void)ui;
	top.rows = main_rows(measure, area->columns);
	if (top.rows > area->rows - (int)measure->n)
		top.rows = area->rows - (int)measure->n;
	if (top.rows < 1)
		top.rows = 1;
	below.y += top.rows;
	below.rows -= top.rows;
	if (below.rows > (int)measure->n) {
		below.y++;
		below.rows--;
	}
	if (measure->entry != NULL)
		entry_place(measure->entry, &top);
	else
		scale_place(measure->scale, &top);
	if (measure->beside != NULL)
		rows_place(list_rows(measure->beside), &below);
}

/* What is said instead of a number takes the number away. */
static void forget_number(struct measure *measure)
{
	if (measure->scale != NULL)
		scale_forget(measure->scale);
	else
		entry_set(measure->entry, "");
	widget_draw(main_widget(measure));
}

/* The arrows between the number and what stands below it. */
static bool change_place(struct ui *ui, struct measure *measure, int key)
{
	int current = measure->beside == NULL ? -1
					      : list_current(measure->beside);

	if (measure->beside == NULL)
		return false;
	if (current < 0 && (key == KEY_DOWN || key == '\t')) {
		widget_key(&list_rows(measure->beside)->widget, KEY_HOME);
		forget_number(measure);
		focus(ui, measure);
		return true;
	}
	if ((current == 0 && key == KEY_UP) ||
	    (current >= 0 && (key == '\t' || key == KEY_BTAB))) {
		list_forget(measure->beside);
		focus(ui, measure);
		return true;
	}
	return false;
}

static bool measure_key(struct ui *ui, void *state, int key)
{
	struct measure *measure = state;

	if (change_place(ui, measure, key))
		return true;
	if (is_beside(measure) || key == KEY_MOUSE) {
		if (measure->beside != NULL &&
		    widget_key(&list_rows(measure->beside)->widget, key)) {
			forget_number(measure);
			focus(ui, measure);
			return true;
		}
		if (key == KEY_LEFT || key == KEY_BACKSPACE)
			return false;
	}
	if (!widget_key(main_widget(measure), key))
		return false;
	measure->doubted = false;
	if (is_beside(measure))
		list_forget(measure->beside);
	focus(ui, measure);
	return true;
}

static void say_range(struct ui *ui, const struct question *question)
{
	char low[32], high[32], words[160];

	text_from_number(low, sizeof(low), question->min, 6);
	text_from_number(high, sizeof(high), question->max, 6);
	snprintf(words, sizeof(words), _("Type a number from %s to %s."),
		 low, high);
	ui_status(ui, words);
}

/* A number that can't be is named; the next digit begins another. */
static void refuse(struct ui *ui, struct measure *measure, const char *typed)
{
	const struct question *question = measure->question;
	char low[32], high[32], words[200];

	if (typed[0] == '\0') {
		say_range(ui, question);
		return;
	}
	text_from_number(low, sizeof(low), question->min, 6);
	text_from_number(high, sizeof(high), question->max, 6);
	snprintf(words, sizeof(words), _("%1$.20s cannot be taken here. Type a "
		 "number from %2$s to %3$s."), typed, low, high);
	ui_status(ui, words);
	entry_begin_anew(measure->entry);
}

/* A number that is possible but unlikely is asked about once. */
static bool doubts(struct ui *ui, struct measure *measure,
		   const struct value *value)
{
	const struct question *question = measure->question;
	char answer[96], words[256];

	if (measure->doubted || (value->number >= question->warn_below &&
				 value->number <= question->warn_above))
		return false;
	measure->doubted = true;
	answer_words(answer, sizeof(answer), question, value,
		     ui->session->role);
	snprintf(words, sizeof(words), _("%s: is that right? If so, press "
		 "Enter once more."), answer);
	ui_status(ui, words);
	return true;
}

static bool typed_value(struct ui *ui, struct measure *measure,
			struct value *out)
{
	const struct question *question = measure->question;
	char text[ENTRY_BYTES];

	entry_get(measure->entry, text, sizeof(text));
	if (text_number(&out->number, text) != 0 ||
	    out->number < question->min || out->number > question->max) {
		refuse(ui, measure, text);
		return false;
	}
	return !doubts(ui, measure, out);
}

static bool measure_value(struct ui *ui, void *state, struct value *out)
{
	struct measure *measure = state;
	int beside = is_beside(measure) ? list_current(measure->beside) : -1;

	if (beside >= 0) {
		*out = ask_value_of(measure->question,
				    measure->answers[beside]);
		return true;
	}
	*out = (struct value){ .state = ANSWER_VALUE };
	if (measure->entry != NULL)
		return typed_value(ui, measure, out);
	if (!scale_chosen(measure->scale)) {
		say_range(ui, measure->question);
		return false;
	}
	out->number = scale_value(measure->scale);
	return true;
}

static bool measure_deletes(void *state)
{
	const struct measure *measure = state;

	return measure->entry != NULL && !entry_is_empty(measure->entry);
}

static void measure_close(void *state)
{
	struct measure *measure = state;

	entry_free(measure->entry);
	scale_free(measure->scale);
	list_free(measure->beside);
	free(measure);
}

const struct form form_measure = {
	.open = measure_open,
	.name_keys = measure_name_keys,
	.rows = measure_rows,
	.place = measure_place,
	.key = measure_key,
	.value = measure_value,
	.deletes = measure_deletes,
	.close = measure_close,
};
