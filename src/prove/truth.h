/*
 * Expressions as literals.  Each has two, true and false, and with neither
 * it is unknown (Kleene).  What questions and findings are worth is for
 * whoever reads.
 */
#ifndef SITWELL_TRUTH_H
#define SITWELL_TRUTH_H

#include "pack/pack.h"
#include "prove/rests.h"
#include "prove/sat.h"

/* Not both.  Neither: unknown. */
struct truth {
	int yes, no;
};

struct reader {
	struct sat *sat;
	/* of `is`, `in`, `includes` or a comparison */
	struct truth (*question)(void *data, const struct expr *expr);
	struct truth (*finding)(void *data, const struct finding *finding);
	void *data;
	struct rests *rests;	/* what a count leaves out; NULL: nothing */
};

struct truth truth_expr(const struct reader *reader, const struct expr *expr);

#endif
