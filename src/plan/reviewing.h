/* A review while it is made: what its files share, and nobody else includes. */
#ifndef SITWELL_REVIEWING_H
#define SITWELL_REVIEWING_H

#include "plan/review.h"

struct reviewing {
	const struct plan *plan;
	struct arena *arena;		/* the review's */
	struct finding_of_plan *findings;
	size_t n_findings, room;
	unsigned said;			/* bits for what is said once */
};

/*
 * Adds a finding, whose `message` and `instead` review_words made.  Returns
 * it, so that a closer reason and source can be put in.
 */
struct finding_of_plan *review_add(struct reviewing *reviewing,
				   enum review_check check,
				   const struct place *place,
				   const char *message, const char *instead);

/* printf into the review's arena. */
const char *review_words(struct reviewing *reviewing, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* A dose as a plan writes it. */
const char *review_dose(struct reviewing *reviewing, const struct dose *dose);

/* review_person.c: screening, clearance, programme, rules that every plan has */
void review_person(struct reviewing *reviewing);
/* review_weeks.c: what each week has, and by the next three the rest of it */
void review_weeks(struct reviewing *reviewing);
/* review_phases.c: the phase of a week, counted from 0, after those before */
void review_phase(struct reviewing *reviewing, size_t index);
/* review_exercises.c: whether one item fits the person and the phase */
void review_exercise(struct reviewing *reviewing, const struct plan_week *week,
		     const struct plan_item *item);
/* What forbids it, of what the person has or may have, or NULL. */
const struct exclusion *review_exclusion(const struct plan *plan,
					 const struct exercise *exercise);
/* review_doses.c: one item's dose, and what rises from week to week */
void review_dose_of(struct reviewing *reviewing, const struct plan_week *week,
		    const struct plan_item *item);
void review_rises(struct reviewing *reviewing, size_t index);
void review_progress(struct reviewing *reviewing);

#endif
