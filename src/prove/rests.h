/*
 * What two people count alike.  Of the findings that a count takes, those in
 * which the two cannot differ come to some number: the same for both, and
 * any number stands for it.  So a count of many findings of which one answer
 * touches few is told by these few.
 */
#ifndef SITWELL_RESTS_H
#define SITWELL_RESTS_H

#include "pack/pack.h"
#include "prove/sat.h"

struct rest;

struct rests {
	const bool *apart;	/* by finding: the two may differ in it */
	struct rest *first;	/* by count, once needed */
};

/* Whether the finding is left out of counts. */
bool rests_leave_out(const struct rests *rests,
		     const struct finding *finding);

/*
 * What to count on from, as sat.h counts: out[k] is true where what is left
 * out of this expression comes to at least k, surely or possibly.
 */
void rests_count(struct rests *rests, struct sat *sat,
		 const struct expr *count, bool surely, int *out, size_t most);

/* Forgets all numbers. */
void rests_clear(struct rests *rests);

#endif
