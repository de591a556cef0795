/*
 * What of the scores is shown, and what advice follows.  Each function
 * reads the fields of the assessment that were filled before it.
 */
#ifndef SITWELL_LISTING_H
#define SITWELL_LISTING_H

#include "assess/assess.h"
#include "assess/score.h"

/*
 * Fills listed: three by probability, one that also fits by evidence alone,
 * and every cause that a fired rule names (lessons.md 4).
 */
void list_conditions(struct assessment *assessment);

/* Dependence.md section 2 rule 9 and regression vector 9. */
enum match judge_match(const struct assessment *assessment,
		       const struct answers *answers,
		       const struct known *known, size_t n_known);

/* The floor of the first-ranked condition may raise the level, to soon. */
enum urgency raise_by_first(const struct assessment *assessment);

/* Whether advice is shown, and what decided it. */
enum advised {
	ADVICE_SHOWN,
	ADVICE_NOT_MEANT,	/* its at, match, when or for is not so */
	ADVICE_OUT_OF_SCOPE,	/* withheld: we can't assess this person */
	ADVICE_NO_EXERCISE,	/* withheld: by the level, or by a floor */
	ADVICE_FORBIDDEN,	/* withheld: `by` is still possible */
};

struct verdict {
	enum advised shown;
	const struct target *by;	/* ADVICE_SHOWN: the first that it is
					 * for, or NULL; ADVICE_FORBIDDEN: what
					 * forbids it */
};

/*
 * Whether it is strong or possible, listed or not; a subtype also as long as
 * no sibling of it leads.
 */
bool may_be(const struct assessment *assessment, const struct target *target);

/* The subtype that leads its next sibling clearly, or NULL. */
const struct target *leading_subtype(const struct assessment *assessment,
				     const struct target *condition);

/* Reads the listing, the level and the scope. */
struct verdict judge_advice(const struct assessment *assessment,
			    const struct answers *answers,
			    const struct advice *advice);

/*
 * Fills advice.  Left out is what a still possible condition (strong or
 * possible, listed or not) forbids, and every exercise at soon or above or
 * while a floor holds.
 */
void choose_advice(struct assessment *assessment,
		   const struct answers *answers);

/*
 * Fills training: the first phase of the programme of the likeliest
 * condition that has one, at self-care and routine alone, with no floor and
 * something to go by.  Nothing is shown while a condition is still possible
 * that only a clinician may clear for exercise: one whose programmes are all
 * locked, or that has none (rehab.md section 0).
 */
void choose_training(struct assessment *assessment,
		     const struct answers *answers);

#endif
