/*
 * Answers carried over to a pack that was changed and loaded anew: questions
 * and answers are the same ones when their ids are.
 */
#ifndef SITWELL_CARRY_H
#define SITWELL_CARRY_H

#include "answers/answers.h"

/* The ids of questions that lost an answer, in the old order. */
struct lost {
	size_t count;
	char words[160];	/* the first ones, with commas between */
};

/*
 * New answers to the questions of `pack`, in both layers, with what was kept
 * aside.  Lost is what no longer fits: the question is gone or is of another
 * type, its answer is gone, or its number is out of range.  Of several
 * answers those that are still there are kept.
 */
struct answers *answers_carry(const struct answers *answers,
			      const struct pack *pack, struct lost *lost);

#endif
