#include "config.h"

#include "prove/guess.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "answers/logic.h"
#include "base/error.h"

/* What was said of a question so far. */
struct said {
	bool fixed;		/* and no other answer will do */
	bool asking;		/* its ask-if is being made true */
	struct value value;
	uint64_t barred;	/* several answers: not these */
};

struct guess {
	const struct pack *pack;
	const struct cells *cells;
	struct said *said;	/* by question */
	enum role role;
	uint64_t chance;
	unsigned steps;		/* left for this wish */
	unsigned depth;
};

/* Findings can say so much through each other that a wish needs an end. */
#define STEPS 4000
/* So can questions that open each other. */
#define DEPTH 400

struct guess *guess_new(const struct pack *pack, const struct cells *cells)
{
	struct guess *guess = xcalloc(1, sizeof *guess);

	guess->pack = pack;
	guess->cells = cells;
	guess->said = xcalloc(pack->n_questions + 1, sizeof *guess->said);
	return guess;
}

void guess_free(struct guess **guess)
{
	if (*guess == NULL)
		return;
	free((*guess)->said);
	free(*guess);
	*guess = NULL;
}

void guess_begin(struct guess *guess, enum role role, uint64_t seed)
{
	memset(guess->said, 0, guess->pack->n_questions * sizeof *guess->said);
	guess->role = role;
	guess->chance = seed * UINT64_C(2685821657736338717) + 1;
}

/* xorshift64*, below a limit. */
static size_t chance(struct guess *guess, size_t below)
{
	guess->chance ^= guess->chance >> 12;
	guess->chance ^= guess->chance << 25;
	guess->chance ^= guess->chance >> 27;
	return (size_t)(guess->chance * UINT64_C(2685821657736338717) >> 33) %
	       below;
}

static bool want(struct guess *guess, const struct expr *expr, bool holds);

/* Questions */

/* Whether it can be asked, which is made so where need be. */
static bool open_up(struct guess *guess, const struct question *question)
{
	struct said *said = &guess->said[question->index];
	bool opened;

	if (said->fixed || said->value.state == ANSWER_VALUE)
		return said->value.state != ANSWER_NA;
	if (said->asking || (question->physio_only &&
			     guess->role != ROLE_PHYSIO))
		return false;
	said->asking = true;
	opened = (question->ask_if == NULL ||
		  want(guess, question->ask_if, true)) &&
		 (question->not_if == NULL ||
		  want(guess, question->not_if, false));
	said->asking = false;
	return opened;
}

static bool say(struct guess *guess, const struct question *question,
		struct value value)
{
	struct said *said = &guess->said[question->index];

	if (said->fixed)
		return value_equal(&said->value, &value);
	if (said->value.state == ANSWER_VALUE || said->barred != 0 ||
	    !open_up(guess, question) || said->fixed)
		return false;
	said->value = value;
	said->fixed = true;
	return true;
}

static bool say_state(struct guess *guess, const struct question *question,
		      enum answer_state state)
{
	if (state == ANSWER_SKIPPED && question->part->safety)
		return false;
	if (state != ANSWER_NA)
		return say(guess, question, (struct value){ .state = state });
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == ANSWER_NA)
			return say(guess, question,
				   (struct value){ .state = ANSWER_NA });
	if (question->physio_only && guess->role != ROLE_PHYSIO)
		return true;
	return question->ask_if != NULL &&
	       guess->said[question->index].value.state == ANSWER_NOTHING &&
	       want(guess, question->ask_if, false);
}

/* One more of several answers. */
static bool say_too(struct guess *guess, const struct question *question,
		    size_t answer)
{
	struct said *said = &guess->said[question->index];
	uint64_t bit = UINT64_C(1) << answer;
	uint64_t none = question->none < 0 ? 0 : UINT64_C(1) << question->none;

	if (said->value.choices & bit)
		return true;
	if (said->fixed || (said->barred & bit) ||
	    (said->value.choices & none) ||
	    (bit == none && said->value.choices != 0) ||
	    !open_up(guess, question))
		return false;
	said->value.state = ANSWER_VALUE;
	said->value.choices |= bit;
	return true;
}

bool guess_answer(struct guess *guess, const struct question *question,
		  size_t answer)
{
	enum answer_state state = question->answers[answer].state;

	guess->steps = STEPS;
	guess->depth = 0;
	if (state != ANSWER_VALUE)
		return say_state(guess, question, state);
	if (question_takes_several(question))
		return say_too(guess, question, answer);
	return say(guess, question, (struct value){
		.state = ANSWER_VALUE, .choices = UINT64_C(1) << answer });
}

bool guess_asked(struct guess *guess, const struct question *question)
{
	guess->steps = STEPS;
	guess->depth = 0;
	return open_up(guess, question);
}

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
	first = chance(guess, cells->count);
	for (size_t i = 0; i < cells->count; i++) {
		double number = cells->numbers[(first + i) % cells->count];

		if (is_named(expr, number) == holds)
			return say(guess, expr->question, (struct value){
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
		       ? 0 : chance(guess, question->n_answers);

	for (size_t i = 0; i < question->n_answers; i++) {
		size_t answer = (first + i) % question->n_answers;

		if (question->answers[answer].state != ANSWER_VALUE ||
		    (expr->choices >> answer & 1) != holds)
			continue;
		if (question_takes_several(question)
		    ? say_too(guess, question, answer)
		    : say(guess, question, (struct value){
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
	size_t first = chance(guess, 5);

	for (size_t i = 0; i < 5; i++) {
		size_t kind = (first + i) % 5;

		if (kind == 4 ? (question_has_number(expr->question)
				 ? want_number(guess, expr, true)
				 : want_choice(guess, expr, true))
			      : (expr->reserved >> kind & 1) &&
				say_state(guess, expr->question, states[kind]))
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
	    chance(guess, 4) > 0 && say_state(guess, question, ANSWER_NA))
		return true;
	if (question_has_number(question) ? want_number(guess, expr, false)
	    : question_takes_several(question) ? want_others(guess, expr)
					       : want_choice(guess, expr, false))
		return true;
	return open && say_state(guess, question, ANSWER_NA);
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

static bool want_finding(struct guess *guess, const struct finding *finding,
			 bool present)
{
	if (present || finding->absent_when == NULL)
		return want(guess, finding->when, present);
	return want(guess, finding->absent_when, true) &&
	       want(guess, finding->when, false);
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
	size_t first = expr->n_findings == 0 ? 0
					     : chance(guess, expr->n_findings);
	size_t wanted, present = 0;

	if (!count_wanted(expr, holds, &wanted))
		return false;
	for (size_t i = 0; i < expr->n_findings; i++) {
		const struct finding *finding =
			expr->findings[(first + i) % expr->n_findings];

		if (present < wanted && want_finding(guess, finding, true))
			present++;
		else
			want_finding(guess, finding, false);
	}
	return present == wanted;
}

/* Both, or one of the two. */
static bool want_both(struct guess *guess, const struct expr *expr, bool holds)
{
	return want(guess, expr->left, holds) &&
	       want(guess, expr->right, holds);
}

static bool want_either(struct guess *guess, const struct expr *expr,
			bool holds)
{
	bool turned = chance(guess, 2) == 0;

	return want(guess, turned ? expr->right : expr->left, holds) ||
	       want(guess, turned ? expr->left : expr->right, holds);
}

static bool want_tree(struct guess *guess, const struct expr *expr, bool holds)
{
	switch (expr->op) {
	case EXPR_NOT:
		return want(guess, expr->left, !holds);
	case EXPR_OR:
		return holds ? want_either(guess, expr, true)
			     : want_both(guess, expr, false);
	case EXPR_AND:
		return holds ? want_both(guess, expr, true)
			     : want_either(guess, expr, false);
	case EXPR_FINDING:
		return want_finding(guess, expr->finding, holds);
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

static bool want(struct guess *guess, const struct expr *expr, bool holds)
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

bool guess_want(struct guess *guess, const struct expr *expr, bool holds)
{
	guess->steps = STEPS;
	guess->depth = 0;
	return want(guess, expr, holds);
}

bool guess_finding(struct guess *guess, const struct finding *finding,
		   bool present)
{
	guess->steps = STEPS;
	guess->depth = 0;
	return want_finding(guess, finding, present);
}

/* Answers */

static struct value of_answer(const struct question *question, size_t answer)
{
	struct value value = { .state = question->answers[answer].state };

	if (value.state == ANSWER_VALUE)
		value.choices = UINT64_C(1) << answer;
	return value;
}

static struct value harmless(const struct question *question)
{
	int no = question_find_answer(question, "no");

	if (question->n_severity > 0)
		return of_answer(question, question->severity[0]);
	if (no >= 0)
		return of_answer(question, (size_t)no);
	return (struct value){ .state = ANSWER_NOTHING };
}

static struct value anything(struct guess *guess,
			     const struct question *question)
{
	const struct cells *cells = &guess->cells[question->index];

	if (question_has_number(question) && cells->count > 0)
		return (struct value){
			.state = ANSWER_VALUE,
			.number = cells->numbers[chance(guess, cells->count)],
		};
	if (question->n_answers > 0)
		return of_answer(question, chance(guess, question->n_answers));
	return (struct value){ .state = ANSWER_NOTHING };
}

static struct value said_or(struct guess *guess,
			    const struct question *question,
			    enum guess_rest rest)
{
	const struct said *said = &guess->said[question->index];

	if (said->fixed || said->value.state == ANSWER_VALUE ||
	    rest == GUESS_NOTHING)
		return said->value;
	return rest == GUESS_HARMLESS ? harmless(question)
				      : anything(guess, question);
}

struct answers *guess_answers(struct guess *guess, enum guess_rest rest)
{
	const struct pack *pack = guess->pack;
	struct answers *answers = answers_new(pack, guess->role);
	struct error err;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value = said_or(guess, question, rest);

		if (value.state != ANSWER_NOTHING)
			answers_put(answers, question->physio_only
					     ? LAYER_PHYSIO : LAYER_PATIENT,
				    question, &value, &err);
	}
	answers_settle(answers);
	return answers;
}
