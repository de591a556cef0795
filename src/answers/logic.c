#include "config.h"

#include "answers/logic.h"

#include <assert.h>
#include <math.h>

#include "answers/store.h"

enum tri tri_not(enum tri a)
{
	return (enum tri)(TRI_TRUE - a);
}

enum tri tri_and(enum tri a, enum tri b)
{
	return a < b ? a : b;
}

enum tri tri_or(enum tri a, enum tri b)
{
	return a > b ? a : b;
}

static enum tri tri(bool truth)
{
	return truth ? TRI_TRUE : TRI_FALSE;
}

static bool state_is_named(enum answer_state state, unsigned reserved)
{
	switch (state) {
	case ANSWER_NOTHING:
		return reserved & RESERVED_UNANSWERED;
	case ANSWER_UNSURE:
		return reserved & RESERVED_UNSURE;
	case ANSWER_SKIPPED:
		return reserved & RESERVED_SKIPPED;
	case ANSWER_NA:
		return reserved & RESERVED_NA;
	case ANSWER_VALUE:
		break;
	}
	return false;
}

/* The value to compare, where an unknown one may be assumed; or NULL. */
static const struct value *known_value(const struct expr *expr,
				       const struct value *value,
				       enum reading reading,
				       struct value *assumed)
{
	const struct assumption *assume = &expr->question->assume;

	if (value->state == ANSWER_VALUE)
		return value;
	if (reading == READ_AS_IS || !assume->known ||
	    (reading == READ_SAID && value->state == ANSWER_NOTHING))
		return NULL;
	assumed->state = ANSWER_VALUE;
	assumed->choices = assume->choices;
	assumed->number = assume->number;
	return assumed;
}

bool compare_holds(double left, enum expr_compare how, double right)
{
	switch (how) {
	case COMPARE_LT:
		return left < right;
	case COMPARE_LE:
		return left <= right;
	case COMPARE_GT:
		return left > right;
	case COMPARE_GE:
		return left >= right;
	case COMPARE_EQ:
		break;
	}
	return left == right;
}

static enum tri compare(double left, enum expr_compare how, double right)
{
	return tri(compare_holds(left, how, right));
}

static enum tri eval_question(const struct expr *expr,
			      const struct answers *answers,
			      enum reading reading)
{
	const struct value *value = answers_get(answers, expr->question);
	struct value assumed;

	if (expr->reserved != 0)
		return tri(value->state == ANSWER_VALUE
			   ? (value->choices & expr->choices) != 0
			   : state_is_named(value->state, expr->reserved));
	if (value->state == ANSWER_NA)
		return TRI_FALSE;
	value = known_value(expr, value, reading, &assumed);
	if (value == NULL)
		return TRI_UNKNOWN;
	if (expr->op == EXPR_COMPARE)
		return compare(value->number, expr->compare, expr->number);
	return tri((value->choices & expr->choices) != 0);
}

/* Between the number surely present and the number possibly present. */
static enum tri eval_count(const struct expr *expr,
			   const struct answers *answers)
{
	double least = 0, most = 0;
	enum tri low, high;

	for (size_t i = 0; i < expr->n_findings; i++) {
		enum tri state = answers_finding(answers,
						 expr->findings[i]);

		least += state == TRI_TRUE;
		most += state != TRI_FALSE;
	}
	low = compare(least, expr->compare, expr->number);
	high = compare(most, expr->compare, expr->number);
	if (expr->compare != COMPARE_EQ)
		return low == high ? low : TRI_UNKNOWN;
	if (least == most)
		return low;
	/* a whole number between the two could still be met */
	return least <= expr->number && expr->number <= most &&
	       expr->number == floor(expr->number) ? TRI_UNKNOWN : TRI_FALSE;
}

enum tri expr_eval(const struct expr *expr, const struct answers *answers,
		   enum reading reading)
{
	enum tri left;

	switch (expr->op) {
	case EXPR_OR:
		left = expr_eval(expr->left, answers, reading);
		if (left == TRI_TRUE)
			return TRI_TRUE;
		return tri_or(left, expr_eval(expr->right, answers, reading));
	case EXPR_AND:
		left = expr_eval(expr->left, answers, reading);
		if (left == TRI_FALSE)
			return TRI_FALSE;
		return tri_and(left, expr_eval(expr->right, answers, reading));
	case EXPR_NOT:
		return tri_not(expr_eval(expr->left, answers, reading));
	case EXPR_FINDING:
		return answers_finding(answers, expr->finding);
	case EXPR_COUNT:
		return eval_count(expr, answers);
	case EXPR_IS:
	case EXPR_INCLUDES:
	case EXPR_COMPARE:
		return eval_question(expr, answers, reading);
	}
	assert(false);
	return TRI_UNKNOWN;
}

enum tri finding_state(const struct finding *finding,
		       const struct answers *answers)
{
	enum tri state = answers_finding(answers, finding);

	/* without an absent-when it is never absent */
	return state == TRI_FALSE && finding->absent_when == NULL ? TRI_UNKNOWN
								   : state;
}
