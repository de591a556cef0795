/*
 * A self-test by the clock: first what to do, when to stop and who must not
 * do it; then the countdown; then what came of it.  Somebody who must not
 * do it is not offered the clock.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "answers/logic.h"
#include "base/i18n.h"
#include "report/document.h"
#include "screens/ask.h"
#include "screens/form.h"
#include "screens/widgets/list.h"
#include "screens/widgets/text_view.h"
#include "screens/widgets/timed.h"

#define TICK 200		/* milliseconds: how late a second may be seen */

enum timer_phase { PHASE_READ, PHASE_RUN, PHASE_OUTCOME, PHASE_FORBIDDEN };

struct test {
	const struct question *question;
	enum timer_phase phase;
	struct text_view *rules;
	struct timed *clock;
	struct list *outcomes;
	struct timespec end;
	bool left_out;
};

static bool is_forbidden(const struct ui *ui, const struct question *question)
{
	return question->not_if != NULL &&
	       expr_eval(question->not_if, ui->session->answers,
			 READ_AS_IS) == TRI_TRUE;
}

static void add_rules(struct test *test)
{
	const struct question *question = test->question;
	char words[600];

	if (test->phase == PHASE_FORBIDDEN)
		text_view_add(test->rules, STYLE_STATUS, NULL,
			      _("After what you told us, leave this test "
				"out. Press Enter to go on."));
	for (size_t i = 0; i < question->help.count; i++)
		text_view_add(test->rules, STYLE_TEXT, NULL,
			      content_text(question->help.text[i]));
	for (size_t i = 0; i < question->stop.count; i++)
		text_view_add(test->rules, STYLE_CHOSEN, "•",
			      content_text(question->stop.text[i]));
	if (question->not_if_text == NULL)
		return;
	snprintf(words, sizeof(words), _("Who should not do this: %s"),
		 content_text(question->not_if_text));
	text_view_gap(test->rules);
	text_view_add(test->rules, STYLE_TEXT, NULL, words);
}

static struct widget *widget_of(struct test *test)
{
	switch (test->phase) {
	case PHASE_RUN:
		return timed_widget(test->clock);
	case PHASE_OUTCOME:
		return &list_rows(test->outcomes)->widget;
	default:
		return text_view_widget(test->rules);
	}
}

/* Only the widgets of a phase are there to be drawn. */
static void enter(struct ui *ui, struct test *test, enum timer_phase phase)
{
	test->phase = phase;
	timed_widget(test->clock)->object.isVisible = phase == PHASE_RUN;
	list_rows(test->outcomes)->widget.object.isVisible =
		phase == PHASE_OUTCOME;
	text_view_widget(test->rules)->object.isVisible =
		phase != PHASE_OUTCOME;
	ui_tick(ui, phase == PHASE_RUN ? TICK : 0);
	ui_focus(ui, widget_of(test));
	ui_redraw(ui);
}

static void *test_open(struct ui *ui, const struct question *question,
		       const struct value *offered)
{
	struct test *test = xcalloc(1, sizeof(*test));
	int answer = ask_answer_of(question, offered);

	test->question = question;
	test->phase = is_forbidden(ui, question) ? PHASE_FORBIDDEN
						 : PHASE_READ;
	test->rules = text_view_new(ui_cdk(ui), ui_theme(ui));
	test->clock = timed_new(ui_cdk(ui), ui_theme(ui), question->seconds);
	test->outcomes = form_list(ui, question, false);
	if (answer >= 0)
		list_choose(test->outcomes, (uint64_t)1 << answer);
	add_rules(test);
	if (test->phase == PHASE_READ && answer >= 0)
		test->phase = PHASE_OUTCOME;
	enter(ui, test, test->phase);
	return test;
}

static void test_name_keys(struct ui *ui, void *state)
{
	const struct test *test = state;

	switch (test->phase) {
	case PHASE_READ:
		ui_key(ui, 'd', _("d done already"));
		ui_key(ui, 'l', _("l leave out"));
		break;
	case PHASE_OUTCOME:
		ask_name_digits(ui, false, test->question->n_answers);
		ui_key(ui, 's', _("s once more"));
		break;
	case PHASE_RUN:
	case PHASE_FORBIDDEN:
		break;
	}
}

static const char *test_enter(void *state)
{
	const struct test *test = state;

	switch (test->phase) {
	case PHASE_READ:
		return _("Enter start");
	case PHASE_RUN:
		return _("Enter stop the clock");
	default:
		return NULL;
	}
}

static int test_rows(void *state, int columns)
{
	const struct test *test = state;

	if (test->phase == PHASE_OUTCOME)
		return rows_height(list_rows(test->outcomes), columns);
	return text_view_height(test->rules, columns) +
	       (test->phase == PHASE_RUN ? TIMED_ROWS + 1 : 0);
}

static void test_place(struct ui *ui, void *state, const struct area *area)
{
	const struct test *test = state;
	struct area clock = *area, rest = *area;

	(void)ui;
	if (test->phase == PHASE_OUTCOME) {
		rows_place(list_rows(test->outcomes), area);
		return;
	}
	if (test->phase == PHASE_RUN) {
		clock.rows = TIMED_ROWS;
		timed_place(test->clock, &clock);
		rest.y += TIMED_ROWS + 1;
		rest.rows -= TIMED_ROWS + 1;
		if (rest.rows < 1) {
			text_view_widget(test->rules)->object.isVisible =
				FALSE;
			return;
		}
	}
	text_view_place(test->rules, &rest);
}

static void start_clock(struct ui *ui, struct test *test)
{
	clock_gettime(CLOCK_MONOTONIC, &test->end);
	test->end.tv_sec += test->question->seconds;
	timed_show(test->clock, test->question->seconds);
	enter(ui, test, PHASE_RUN);
}

/* A part of a second still counts as one. */
static int seconds_left(const struct test *test)
{
	struct timespec now;
	double left = 0;

	clock_gettime(CLOCK_MONOTONIC, &now);
	left = (double)(test->end.tv_sec - now.tv_sec) +
	       (double)(test->end.tv_nsec - now.tv_nsec) / 1e9;
	return left <= 0 ? 0 : (int)left + 1;
}

static bool run_key(struct ui *ui, struct test *test, int key)
{
	int left = seconds_left(test);

	if (left > test->question->seconds)
		left = test->question->seconds;
	if (left == 0 || key == ' ' || key == KEY_ENTER) {
		beep();
		enter(ui, test, PHASE_OUTCOME);
		return true;
	}
	if (key == KEY_TICK)
		timed_show(test->clock, left);
	return key == KEY_TICK;
}

static bool read_key(struct ui *ui, struct test *test, int key)
{
	switch (key) {
	case 's':
	case KEY_ENTER:
		start_clock(ui, test);
		return true;
	case 'd':
		enter(ui, test, PHASE_OUTCOME);
		return true;
	case 'l':
		test->left_out = true;
		return true;
	default:
		return widget_key(text_view_widget(test->rules), key);
	}
}

static bool test_key(struct ui *ui, void *state, int key)
{
	struct test *test = state;

	switch (test->phase) {
	case PHASE_READ:
		return read_key(ui, test, key);
	case PHASE_RUN:
		return run_key(ui, test, key);
	case PHASE_OUTCOME:
		if (key == 's') {
			start_clock(ui, test);
			return true;
		}
		return widget_key(&list_rows(test->outcomes)->widget, key);
	default:
		return widget_key(text_view_widget(test->rules), key);
	}
}

static bool test_value(struct ui *ui, void *state, struct value *out)
{
	const struct test *test = state;
	int answer = list_current(test->outcomes);

	if (test->phase == PHASE_FORBIDDEN || test->left_out) {
		*out = (struct value){ .state = ANSWER_SKIPPED };
		return true;
	}
	if (answer < 0) {
		ui_status(ui, _("Choose what happened first: with the arrow "
				"keys, or type its number."));
		return false;
	}
	*out = ask_value_of(test->question, (size_t)answer);
	return true;
}

static bool test_decided(struct ui *ui, void *state)
{
	const struct test *test = state;

	(void)ui;
	return test->left_out;
}

static void test_close(void *state)
{
	struct test *test = state;

	text_view_free(test->rules);
	timed_free(test->clock);
	list_free(test->outcomes);
	free(test);
}

const struct form form_timed = {
	.open = test_open,
	.name_keys = test_name_keys,
	.rows = test_rows,
	.place = test_place,
	.key = test_key,
	.value = test_value,
	.decided = test_decided,
	.enter = test_enter,
	.close = test_close,
};
