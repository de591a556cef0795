/*
 * Whether a question is closed by what is known alone: the prover's
 * definition (prove/gated.h), read from one set of answers at a time.
 */
#ifndef SITWELL_TESTS_GATES_H
#define SITWELL_TESTS_GATES_H

#include "answers/logic.h"

static inline bool is_closed_for_sure(const struct answers *answers,
				      const struct question *question);
static inline enum tri known_truth(const struct answers *answers,
				   const struct expr *expr);

static inline enum tri known_atom(const struct answers *answers,
				  const struct expr *expr)
{
	const struct question *question = expr->question;

	switch (answers_get(answers, question)->state) {
	case ANSWER_VALUE:
		return expr_eval(expr, answers, READ_AS_IS);
	case ANSWER_NA:
		if (!answers_applies(answers, question) &&
		    !is_closed_for_sure(answers, question))
			return TRI_UNKNOWN;
		return (expr->reserved & RESERVED_NA) != 0 ? TRI_TRUE
							   : TRI_FALSE;
	default:
		return TRI_UNKNOWN;
	}
}

static inline enum tri known_finding(const struct answers *answers,
				     const struct finding *finding)
{
	enum tri there = known_truth(answers, finding->when);

	if (there == TRI_FALSE && finding->absent_when != NULL &&
	    known_truth(answers, finding->absent_when) != TRI_TRUE)
		return TRI_UNKNOWN;
	return there;
}

static inline bool known_compare(const struct expr *expr, double number)
{
	switch (expr->compare) {
	case COMPARE_LT:
		return number < expr->number;
	case COMPARE_LE:
		return number <= expr->number;
	case COMPARE_GT:
		return number > expr->number;
	case COMPARE_GE:
		return number >= expr->number;
	case COMPARE_EQ:
		break;
	}
	return number == expr->number;
}

static inline enum tri known_count(const struct answers *answers,
				   const struct expr *expr)
{
	size_t least = 0, most = 0;
	bool some = false, all = true;

	for (size_t i = 0; i < expr->n_findings; i++) {
		enum tri there = known_finding(answers, expr->findings[i]);

		least += there == TRI_TRUE;
		most += there != TRI_FALSE;
	}
	for (size_t k = least; k <= most; k++) {
		some |= known_compare(expr, (double)k);
		all &= known_compare(expr, (double)k);
	}
	return all ? TRI_TRUE : some ? TRI_UNKNOWN : TRI_FALSE;
}

static inline enum tri known_truth(const struct answers *answers,
				   const struct expr *expr)
{
	switch (expr->op) {
	case EXPR_NOT:
		return tri_not(known_truth(answers, expr->left));
	case EXPR_AND:
		return tri_and(known_truth(answers, expr->left),
			       known_truth(answers, expr->right));
	case EXPR_OR:
		return tri_or(known_truth(answers, expr->left),
			      known_truth(answers, expr->right));
	case EXPR_FINDING:
		return known_finding(answers, expr->finding);
	case EXPR_COUNT:
		return known_count(answers, expr);
	default:
		return known_atom(answers, expr);
	}
}

static inline bool is_closed_for_sure(const struct answers *answers,
				      const struct question *question)
{
	return (question->physio_only &&
		answers_role(answers) != ROLE_PHYSIO) ||
	       (question->ask_if != NULL &&
		known_truth(answers, question->ask_if) == TRI_FALSE) ||
	       (question->not_if != NULL &&
		known_truth(answers, question->not_if) == TRI_TRUE);
}

static inline bool is_left_in_doubt(const struct answers *answers,
				    const struct question *question)
{
	return !answers_applies(answers, question) &&
	       !is_closed_for_sure(answers, question);
}

#endif
