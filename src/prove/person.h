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
	int may;		/* ask-if lets it be asked; 0 where loose */
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
	struct rests *rests;	/* for counts, as truth.h has it; or NULL */
};

/* All borrowed, to outlive it. */
struct person *person_new(struct sat *sat, const struct pack *pack,
			  const struct cells *cells);
void person_free(struct person **person);

/*
 * Somebody of whom only that is told which is asked for: each question is
 * added, or shared with another person, before an expression that reads it.
 * Rules, and so `fired` and `at_least`, are left to the caller.
 */
struct person *person_new_blank(const struct pack *pack,
				const struct cells *cells);
/* Begins in this problem, with nothing told yet, or all forgotten. */
void person_start(struct person *person, struct sat *sat);
/* `loose`: it may be answered or not, whatever its ask-if says. */
void person_add(struct person *person, const struct question *question,
		bool loose);
/* It is as these answers, which are of the same pack, have it. */
void person_fix(struct person *person, const struct answers *answers,
		const struct question *question);
/* Both answer it alike; both have or lack the finding alike. */
void person_share(struct person *person, const struct person *other,
		  const struct question *question);
void person_share_finding(struct person *person, const struct person *other,
			  const struct finding *finding);
/* By index: it can be told anew. */
void person_forget(struct person *person, size_t question);
void person_forget_finding(struct person *person, size_t finding);

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
