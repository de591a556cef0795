/*
 * The review of a plan: what could harm, what is wrong, what to think of.
 * It judges by the pack alone, without a clock.  Levels, reasons and sources
 * are the pack's [check] sections; what is looked for stands with each in
 * sitwell-plan(5).
 */
#ifndef SITWELL_REVIEW_H
#define SITWELL_REVIEW_H

#include "plan/plan.h"

struct finding_of_plan {
	const struct check *check;
	struct place place;		/* of the line to change */
	const char *message;		/* what is wrong with it */
	const char *because;		/* the pack's text, to be translated */
	const char *instead;		/* what to write */
	const struct sources *sources;
};

struct review {
	struct arena *arena;
	const struct plan *plan;	/* borrowed */
	const struct finding_of_plan *findings;	/* by line */
	size_t n_findings;
	size_t counts[3];		/* by enum review_level */
};

/* Borrows from the plan, which must outlive it. */
struct review *review_plan(const struct plan *plan);
void review_free(struct review **review);

#endif
