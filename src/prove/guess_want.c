/* What a guess says so that an expression holds, or does not. */
#include "config.h"

#include "prove/guessing.h"

#include <assert.h>

#include "answers/logic.h"

/* Questions can open each other without end. */
#define DEPTH 400

/* Atoms */

/* `is` and `in` name no number. */
static bool is_named(const struct expr *expr, double number)
{
	return expr->op == EXPR_COMPARE &&
	       compare_holds(number, expr->compare, expr->number);
}

static bool want_number(struct guess *guess, const struct expr *expr,
			bool holds)
{
	const struct cells *cells = &guess->cells[expr->question->index];
	const struct said *said = &guess->said[expr->question->index];
	size_t first;

	if (said->fixed && said->value.state == ANSWER_VALUE)
		return is_named(expr, said->value.number) == holds;
	if (said->fixed)
		return false;
	first = guess_chance(guess, cells->count);
	for (size_t i = 0; i < cells->count; i++) {
		double number = cells->numbers[(first + i) % cells->count];

		if (is_named(expr, number) == holds)
			return guess_say(guess, expr->question, (struct value){
				.state = ANSWER_VALUE, .number = number });
	}
	return false;
}

/* An answer that is, or is not, among those named. */
static bool want_choice(struct guess *guess, const struct expr *expr,
			bool holds)
{
	const struct question *question = expr->question;
	size_t first = question->n_answers == 0
		       ? 0 : guess_chance(guess, question->n_answers);

	for (size_t i = 0; i < question->n_answers; i++) {
		size_t answer = (first + i) % question->n_answers;

		if (question->answers[answer].state != ANSWER_VALUE ||
		    (expr->choices >> answer & 1) != holds)
			continue;
		if (question_takes_several(question)
		    ? guess_say_too(guess, question, answer)
		    : guess_say(guess, question, (struct value){
				.state = ANSWER_VALUE,
				.choices = UINT64_C(1) << answer }))
			return true;
		if (guess->said[question->index].fixed)
			continue;
		if (guess->steps == 0)
			break;
	}
	return false;
}

/* None of those named, of several; another one is said. */
static bool want_others(struct guess *guess, const struct expr *expr)
{
	struct said *said = &guess->said[expr->question->index];

	if (said->value.choices & expr->choices)
		return false;
	if (!want_choice(guess, expr, false) && said->value.choices == 0)
		return false;
	said->barred |= expr->choices;
	return true;
}

static bool want_reserved(struct guess *guess, const struct expr *expr)
{
	static const enum answer_state states[] = {
		ANSWER_UNSURE, ANSWER_SKIPPED, ANSWER_NA, ANSWER_NOTHING,
	};
	size_t first = guess_chance(guess, 5);

	for (size_t i = 0; i < 5; i++) {
		size_t kind = (first + i) % 5;

		if (kind == 4 ? (question_has_number(expr->question)
				 ? want_number(guess, expr, true)
				 : want_choice(guess, expr, true))
			      : (expr->reserved >> kind & 1) &&
				guess_say_state(guess, expr->question,
						states[kind]))
			return true;
	}
	return false;
}

/* Asked or not, no answer that is named. */
static bool want_not(struct guess *guess, const struct expr *expr)
{
	const struct question *question = expr->question;
	const struct said *said = &guess->said[question->index];
	bool open = !said->fixed && said->value.state == ANSWER_NOTHING &&
		    !(expr->reserved & RESERVED_NA);

	/* asking it may take what is to be false itself */
	if (open && (question->ask_if != NULL || question->physio_only) &&
	    guess_chance(guess, 4) > 0 &&
	    guess_say_state(guess, question, ANSWER_NA))
		return true;
	if (question_has_number(question) ? want_number(guess, expr, false)
	    : question_takes_several(question) ? want_others(guess, expr)
					       : want_choice(guess, expr, false))
		return true;
	return open && guess_say_state(guess, question, ANSWER_NA);
}

static bool want_atom(struct guess *guess, const struct expr *expr, bool holds)
{
	if (!holds)
		return want_not(guess, expr);
	if (expr->reserved != 0)
		return want_reserved(guess, expr);
	return question_has_number(expr->question)
		? want_number(guess, expr, true)
		: want_choice(guess, expr, true);
}

/* Trees */

bool guess_more_of_finding(struct guess *guess, const struct finding *finding,
			   bool present)
{
	if (present || finding->absent_when == NULL)
		return guess_more(guess, finding->when, present);
	return guess_more(guess, finding->absent_when, true) &&
	       guess_more(guess, finding->when, false);
}

/* How many findings are to be present so that the comparison is as wanted. */
static bool count_wanted(const struct expr *expr, bool holds, size_t *wanted)
{
	size_t at = 0;

	while (at <= expr->n_findings &&
	       compare_holds((double)at, expr->compare, expr->number) != holds)
		at++;
	*wanted = at;
	return at <= expr->n_findings;
}

static bool want_count(struct guess *guess, const struct expr *expr,
		       bool holds)
{
	size_t first = expr->n_findings == 0
		       ? 0 : guess_chance(guess, expr->n_findings);
	size_t wanted, present = 0;

	if (!count_wanted(expr, holds, &wanted))
		return false;
	for (size_t i = 0; i < expr->n_findings; i++) {
		const struct finding *finding =
			expr->findings[(first + i) % expr->n_findings];

		if (present < wanted &&
		    guess_more_of_finding(guess, finding, true))
			present++;
		else
			guess_more_of_finding(guess, finding, false);
	}
	return present == wanted;
}

/* Both, or one of the two. */
static bool want_both(struct guess *guess, const struct expr *expr, bool holds)
{
	return guess_more(guess, expr->left, holds) &&
	       guess_more(guess, expr->right, holds);
}

static bool want_either(struct guess *guess, const struct expr *expr,
			bool holds)
{
	bool turned = guess_chance(guess, 2) == 0;

	return guess_more(guess, turned ? expr->right : expr->left, holds) ||
	       guess_more(guess, turned ? expr->left : expr->right, holds);
}

static bool want_tree(struct guess *guess, const struct expr *expr, bool holds)
{
	switch (expr->op) {
	case EXPR_NOT:
		return guess_more(guess, expr->left, !holds);
	case EXPR_OR:
		return holds ? want_either(guess, expr, true)
			     : want_both(guess, expr, false);
	case EXPR_AND:
		return holds ? want_both(guess, expr, true)
			     : want_either(guess, expr, false);
	case EXPR_FINDING:
		return guess_more_of_finding(guess, expr->finding, holds);
	case EXPR_COUNT:
		return want_count(guess, expr, holds);
	case EXPR_IS:
	case EXPR_INCLUDES:
	case EXPR_COMPARE:
		return want_atom(guess, expr, holds);
	}
	assert(false);
	return false;
}

bool guess_more(struct guess *guess, const struct expr *expr, bool holds)
{
	bool worked;

	if (guess->steps == 0 || guess->depth == DEPTH)
		return false;
	guess->steps--;
	guess->depth++;
	worked = want_tree(guess, expr, holds);
	guess->depth--;
	return worked;
}
