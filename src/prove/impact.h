/*
 * Two versions of a pack, and whether the new one is nowhere less urgent.
 *
 * Two people give the same answers, each to one pack, in every role and half
 * an interview included.  An answer is the same by the ids of question and
 * answer, a number by its value, wherever the question may be asked; of
 * several answers each binds by itself, but for "none of these".  What one
 * pack alone can be told is free in the other: a question or an answer that
 * the other has not, a number outside its range, a question that takes
 * another kind of answer.
 *
 * Claimed, for each level: where it is the old pack's urgency-by-rules, the
 * new one's is at least that.  Nothing is claimed of what ranks first, nor
 * of the floors of conditions.
 */
#ifndef SITWELL_IMPACT_H
#define SITWELL_IMPACT_H

#include <stdbool.h>
#include <stdio.h>

#include "answers/answers.h"
#include "assess/assess.h"
#include "pack/pack.h"

/* What one of the packs makes of the answers. */
struct reading_of {
	struct answers *answers;
	enum urgency urgency;		/* by rules */
	struct rule_list fired;
};

/* A level that somebody loses, with the shortest answers that show it. */
struct fall {
	struct reading_of old, new;	/* of which the new is lower */
	bool shared;		/* both packs can read all of the answers */
	bool unfinished;	/* only where safety questions are left open */
};

struct impact {
	struct fall falls[N_URGENCIES];	/* one for each level that is lost,
					 * the highest first */
	size_t n_falls;			/* 0: proved */
	size_t literals, clauses;	/* the size of the problem */
};

/* Both packs are borrowed, to outlive it. */
struct impact *impact_prove(const struct pack *old, const struct pack *new);
void impact_free(struct impact **impact);

/* The question of the other pack that takes the same answers, or NULL. */
const struct question *impact_partner(const struct question *question,
				      const struct pack *other);

/*
 * An answers file that both packs can read.  What only one of them can be
 * told stands in it as a comment.
 */
void impact_write_answers(FILE *stream, const struct fall *fall);

#endif
