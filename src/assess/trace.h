/*
 * How an assessment came about: every step of the scores as score.c took it,
 * and what was decided of each piece of advice.  For authors and clinicians
 * who check the content; pure, like the assessment.
 */
#ifndef SITWELL_TRACE_H
#define SITWELL_TRACE_H

#include "assess/assess.h"
#include "assess/listing.h"
#include "assess/score.h"

struct traced_ratio {
	struct known known;		/* a finding, or a profile's answer */
	const struct place *place;	/* where the content gives the ratio */
	const struct group *group;	/* NULL: it counts on its own */
	double raw, limit;		/* as given, and the most it may say */
	double ratio;			/* limited */
	double part;			/* of ln ratio that counts: 1, the
					 * pack's group-share, or 0 */
};

struct traced_group {
	const struct group *group;
	double raw, limit;	/* the product of its ratios' parts */
	double ratio;		/* limited */
};

struct traced_stratum {
	const struct stratum *stratum;
	double multiplier;
};

/*
 * A condition, or a subtype among its siblings:
 *
 *   weight = prior x multipliers x ratios without a group x groups
 *   probability = weight / total
 */
struct traced_target {
	const struct target *target;
	struct traced_stratum *strata;	/* n_strata that hold */
	size_t n_strata;
	struct traced_ratio *ratios;	/* n_ratios, none that is 1 */
	size_t n_ratios;
	struct traced_group *groups;	/* n_groups */
	size_t n_groups;
	double evidence;	/* product of groups and lone ratios */
	double weight;
	double total;		/* the weights of its kind, conditions or
				 * siblings, without what is ruled out */
	double probability;
	bool shown;		/* a condition that is listed */
	bool ruled_out;
	bool gate_closed;	/* what it needs is not so */
};

struct traced_advice {
	const struct advice *advice;
	struct verdict verdict;
};

struct trace {
	const struct assessment *assessment;
	const struct answers *answers;
	struct traced_target *targets;		/* all, by index */
	const struct finding **replaced;	/* by each finding's index:
						 * what replaces it, or NULL */
	struct traced_advice *advice;	/* shown, then withheld; none that
					 * does not concern the person */
	size_t n_advice;
};

/* Borrows both, which must outlive it.  The caller frees it. */
struct trace *trace_new(const struct assessment *assessment,
			const struct answers *answers);
void trace_free(struct trace **trace);

#endif
