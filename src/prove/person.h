/*
 * One person's answers as literals: every set of answers that an answers
 * file or an interview can hold is one solution, and no other.
 *
 * A question is nothing, unsure, skipped, na or a value, as answers.h has
 * it; a number is one of its cells.  Whether it applies follows from
 * ask-if, not-if and the role.  Expressions are those of truth.h; findings,
 * readings and assumptions are those of logic.h.
 */
#ifndef SITWELL_PERSON_H
#define SITWELL_PERSON_H

#include "answers/answers.h"
#include "answers/logic.h"
#include "prove/cells.h"
#include "prove/sat.h"
#include "prove/truth.h"

struct asked {
	int may;		/* ask-if lets it be asked */
	int applies;
	int nothing, unsure, skipped, na, value;
	int said_na;		/* the answer na, not na because it does not
				 * apply */
	int *values;		/* by answer, or by cell; 0 where none */
	size_t n_values;
};

struct person {
	struct sat *sat;
	const struct pack *pack;
	const struct cells *cells;
	struct asked *asked;		/* by question */
	struct truth *findings;		/* by finding, once needed */
	bool *known;			/* whether it was needed */
	int physio;			/* the role is physio's */
	int complete;			/* no safety question that applies is
					 * left without an answer */
	int *fired;			/* by rule */
	int at_least[N_URGENCIES];	/* urgency-by-rules, by level */
};

/* All borrowed, to outlive it. */
struct person *person_new(struct sat *sat, const struct pack *pack,
			  const struct cells *cells);
void person_free(struct person **person);

/* READ_AS_IS or READ_ASSUMED. */
struct truth person_truth(struct person *person, const struct expr *expr,
			  enum reading reading);

/* Any of the values that a comparison with a question names is said. */
int person_named(const struct person *person, const struct expr *expr);

/* The literal of one of a question's answers, also unsure and na. */
int person_answer(const struct person *person,
		  const struct question *question, size_t answer);

/*
 * The answers of the solution found last, in the role that it has; the
 * caller frees them.
 */
struct answers *person_answers(const struct person *person);

#endif
