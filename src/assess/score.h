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

/* The ratio of something known for a target, limited; 1 says nothing. */
double score_ratio(const struct pack *pack, const struct known *known,
		   const struct target *target);

/* Fills scores[n_targets]. */
void score_targets(struct score *scores, const struct pack *pack,
		   const struct answers *answers, const struct known *known,
		   size_t n_known);

#endif
