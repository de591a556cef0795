/*
 * What changed between two plans of the same pack, as values that a plan
 * file could hold.  Two ways of writing the same dose are no change.
 */
#ifndef SITWELL_DIFF_H
#define SITWELL_DIFF_H

#include "plan/plan.h"

enum change_kind {
	CHANGE_VALUE,		/* of a key outside the weeks */
	CHANGE_WEEK_ADDED,
	CHANGE_WEEK_REMOVED,
	CHANGE_PHASE,
	CHANGE_CRITERIA,	/* met before the week */
	CHANGE_NOTE,
	CHANGE_ADDED,		/* an exercise */
	CHANGE_REMOVED,
	CHANGE_DOSE,
	CHANGE_ORDER,		/* the same exercises, done in another order */
};

struct plan_change {
	enum change_kind kind;
	size_t week;		/* from 1; 0: outside the weeks */
	const char *section;	/* CHANGE_VALUE: "plan" */
	const char *key;	/* "rescreen"; of an exercise its id; or NULL */
	const char *before, *after;	/* as a plan file has them; NULL: not
					 * there */
	const struct plan_item *old_item, *new_item;	/* or NULL */
	const struct phase *old_phase, *new_phase;	/* or NULL */
	struct place old_place, new_place;	/* line 0: not there */
};

struct plan_diff {
	struct arena *arena;
	const struct plan *before, *after;
	const struct plan_change *changes;	/* outside the weeks, then by week */
	size_t n_changes;
};

/* Borrows from both plans, which must outlive it. */
struct plan_diff *plan_diff(const struct plan *before,
			    const struct plan *after);
void plan_diff_free(struct plan_diff **diff);

/* "dose", "exercise-added" ...: the same in any language. */
const char *change_kind_id(enum change_kind kind);

#endif
