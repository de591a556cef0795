/*
 * Three-valued logic over answers (Kleene).
 *
 * An atom that names a reserved word (unsure, skipped, na, unanswered) is
 * always true or false.  Any other comparison is false on na, and unknown on
 * unsure, skipped and nothing.  A finding in an expression is true when
 * present, false when absent; one without an absent-when is as its `when`.
 */
#ifndef SITWELL_LOGIC_H
#define SITWELL_LOGIC_H

#include "answers/answers.h"
#include "pack/expr.h"

enum tri { TRI_FALSE, TRI_UNKNOWN, TRI_TRUE };

/* What an unknown answer is read as. */
enum reading {
	READ_AS_IS,		/* unknown: findings, ask-if */
	READ_ASSUMED,		/* the question's assume-unknown: rules */
	READ_SAID,		/* as READ_ASSUMED, but not where nothing was
				 * said yet: an interview still running */
};

enum tri tri_not(enum tri a);
enum tri tri_and(enum tri a, enum tri b);
enum tri tri_or(enum tri a, enum tri b);

/* As an expression compares two numbers. */
bool compare_holds(double left, enum expr_compare how, double right);

enum tri expr_eval(const struct expr *expr, const struct answers *answers,
		   enum reading reading);

/* Present, absent (TRI_FALSE) or unknown: what scores. */
enum tri finding_state(const struct finding *finding,
		       const struct answers *answers);

#endif
