/*
 * The answers that an expression's truth rests on: of an `or` that is true
 * what makes it true, of an `and` that is false what makes it false.
 */
#ifndef SITWELL_GROUNDS_H
#define SITWELL_GROUNDS_H

#include "answers/answers.h"
#include "answers/logic.h"

struct ground {
	const struct expr *atom;	/* a comparison of a question */
	const struct finding *finding;	/* through which it is read, or NULL */
	bool holds;			/* the comparison is true, or false */
	bool assumed;			/* of an answer that is not known: the
					 * question's assume-unknown decides */
	struct value value;		/* what was said; where `assumed`, what
					 * is assumed.  Borrows like
					 * answers_get. */
};

/*
 * Calls `seen` for each ground, in the order of the expression; never where
 * the expression is unknown.  `expr` may be NULL.
 */
void expr_grounds(const struct expr *expr, const struct answers *answers,
		  enum reading reading,
		  void (*seen)(void *data, const struct ground *ground),
		  void *data);

#endif
