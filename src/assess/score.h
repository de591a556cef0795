/*
 * How findings speak for conditions: the arithmetic of assess.h.
 *
 *   score = ln prior + ln stratum multipliers + one total a group
 *
 * A single likelihood ratio is limited; in a group the strongest counts in
 * full and every other in part, and the total is limited.  Source:
 * clinical/dependence.md section 2 (rules 1 to 11), clinical/lessons.md
 * (1 to 5).
 */
#ifndef SITWELL_SCORE_H
#define SITWELL_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "answers/answers.h"
#include "pack/pack.h"

struct score {
	double evidence;	/* ln, without prior and strata */
	double probability;	/* among conditions, or among siblings */
	bool ruled_out;
	const struct question *ruled_out_by;
};

/*
 * Something known that has a ratio for targets: a finding, or an answer to
 * a profile's question.
 */
struct known {
	const struct finding *finding;		/* or NULL */
	const struct profile *profile;		/* or NULL */
	bool present;
	int answer;				/* the profile's */
};

/*
 * Everything known that scores, in pack order: not what a known finding
 * replaces.  Returns how many; `known` has room for n_findings + n_profiles.
 */
size_t score_known(struct known *known, const struct pack *pack,
		   const struct answers *answers);

/*
 * Which known finding replaces each (by index), NULL where none does.  The
 * caller frees it.
 */
const struct finding **score_replaced(const struct pack *pack,
				      const struct answers *answers);

/* The ratio of something known for a target, limited; 1 says nothing. */
double score_ratio(const struct pack *pack, const struct known *known,
		   const struct target *target);

/*
 * Calls `heard` for every ratio that something known has, limited, with the
 * sources behind it.
 */
typedef void score_heard(void *data, const struct known *known,
			 const struct target *target, double ratio,
			 const struct sources *sources);
void score_each_ratio(const struct pack *pack, const struct known *known,
		      size_t n_known, score_heard *heard, void *data);

/* What scoring does, told as it is done, so that it can be explained. */
enum score_step_kind {
	STEP_RATIO,	/* something known speaks for or against a target */
	STEP_GROUP,	/* a group's total for a target, after its ratios */
	STEP_STRATUM,	/* a stratum that holds multiplies a prior */
	STEP_GATE,	/* what a target needs is not so */
};

struct score_step {
	enum score_step_kind kind;
	const struct target *target;
	const struct known *known;	/* STEP_RATIO */
	const struct place *place;	/* STEP_RATIO: where the ratio stands */
	const struct group *group;	/* STEP_RATIO (or NULL), STEP_GROUP */
	const struct stratum *stratum;	/* STEP_STRATUM */
	double strongest;	/* STEP_GROUP: ln of what counts in full */
	double raw;		/* before the limit */
	double limit;
	double factor;		/* what it multiplies by in the end */
};

struct score_watch {
	void (*saw)(void *data, const struct score_step *step);
	void *data;
};

/* Fills scores[n_targets]. */
void score_targets(struct score *scores, const struct pack *pack,
		   const struct answers *answers, const struct known *known,
		   size_t n_known);

/* The same, and tells `watch` (NULL: nobody) each step. */
void score_watched(struct score *scores, const struct pack *pack,
		   const struct answers *answers, const struct known *known,
		   size_t n_known, const struct score_watch *watch);

#endif
