/*
 * Proof over all answers at once.
 *
 * Proved, for every set of answers that an answers file or an interview can
 * hold, in every role, half an interview included:
 * - each [invariant]: where its `given` is true, urgency-by-rules is at
 *   least what it says; and one with `asks`: where no safety question is
 *   left open, either that, or each of these questions is asked;
 * - a worse answer (in the order of `severity`) to any one safety question
 *   never lowers urgency-by-rules, whatever is then answered to questions
 *   that it opens;
 * - nobody who is not sure of a safety question, or who left one that
 *   applies, ends in self-care;
 * - every finished interview has asked every safety question, or what is
 *   known closes it (gated.h), or urgency-by-rules is at least soon: that
 *   nobody knows something never leaves a safety question out unheard.
 * By how packs are loaded: every interview ends, since ask-if reads earlier
 * questions only; what opens or closes a safety question is asked of
 * everybody itself; same-day and emergency come from rules alone, since no
 * expression can read a score.
 * By interview.c: an interview is finished where no safety question that
 * applies is open, since relevance passes none over; it ends before that
 * only where a rule with `stop` fires by what was said, and such a rule is
 * an emergency and still fires when the rest is assumed.
 *
 * Not proved: what ranks first, floors of conditions between self-care,
 * routine and soon, and whether the medicine is right.
 */
#ifndef SITWELL_PROVE_H
#define SITWELL_PROVE_H

#include <stddef.h>

#include "answers/answers.h"
#include "base/error.h"
#include "pack/pack.h"

enum claim_kind {
	CLAIM_INVARIANT,	/* `invariant` */
	CLAIM_ASKS,		/* `invariant`: `question` is asked */
	CLAIM_MONOTONE,		/* `question`: worse is never lower */
	CLAIM_UNSURE,		/* not sure is never self-care */
	CLAIM_GATED,		/* `question`: only what is known closes it */
};

/* From this level on a safety question may stay unasked. */
#define ESCALATED URGENCY_SOON

/* A claim that does not hold, with answers that show it. */
struct refuted {
	enum claim_kind kind;
	const struct invariant *invariant;
	const struct question *question;
	struct answers *answers;
	struct answers *worse;		/* monotone: with one answer worse */
	bool unfinished;		/* only where an interview was left */
};

struct proof {
	size_t n_claims;		/* that were tried */
	struct refuted *refuted;
	size_t n_refuted;
	size_t literals, clauses;	/* the size of the problem */
};

/* `unreachable` receives what reach.h finds. */
struct proof *prove(const struct pack *pack, struct error_list *unreachable);
void proof_free(struct proof **proof);

#endif
