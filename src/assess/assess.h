/*
 * From answers to an assessment: a pure function of pack and answers (and
 * the role that answers carry).  No clock, no locale, no global: the same
 * input gives the same bytes everywhere.  Every view only formats it.
 *
 * Scoring is the rule of clinical/dependence.md section 2 with the changes
 * of clinical/lessons.md; urgency that of clinical/triage.md section 2.
 * Scores never decide danger: same-day and emergency come from rules alone.
 */
#ifndef SITWELL_ASSESS_H
#define SITWELL_ASSESS_H

#include <stdbool.h>
#include <stddef.h>

#include "answers/answers.h"
#include "answers/logic.h"
#include "pack/pack.h"

struct rule_list {
	const struct rule **rules;	/* most urgent first, then pack order */
	size_t count;
};

enum band { BAND_LESS_LIKELY, BAND_POSSIBLE, BAND_STRONG };

/* Why a condition is among those shown. */
enum shown {
	SHOWN_PROBABLE,		/* one of the first three by probability */
	SHOWN_ALSO_FITS,	/* best by evidence alone */
	SHOWN_RED_FLAG,		/* an answered red flag names it */
};

/* One argument for or against a target. */
struct argument {
	const struct finding *finding;		/* NULL: a profile's answer */
	const struct profile *profile;		/* NULL: a finding */
	bool present;
	double ratio;		/* the likelihood ratio as it was limited */
	const struct sources *sources;
};

struct scored {
	const struct target *target;
	double probability;	/* among its kind: conditions, or siblings */
	double evidence;	/* sum of ln ratios, without the prior */
	struct argument *arguments;	/* strongest first, for and against */
	size_t n_arguments;
	bool ruled_out;
	const struct question *ruled_out_by;	/* whose answer did it */
};

struct listed {
	const struct scored *scored;
	enum band band;
	enum shown shown;
	const struct rule *rule;	/* SHOWN_RED_FLAG: the rule */
	const struct target *subtype;	/* clearly leading, or NULL */
};

/* Exercises to begin with at home, or why there are none. */
struct training {
	const struct target *target;	/* that they are for, or NULL: none */
	const struct phase *phase;	/* the first of its programme */
	const struct prescription **exercises;	/* that nothing still
						 * possible forbids */
	size_t n_exercises;
	const struct target *held_back_by;	/* still possible, and only a
						 * clinician may clear it */
};

struct assessment {
	const struct pack *pack;
	enum role role;
	enum urgency urgency;		/* the one shown */
	enum urgency urgency_by_rules;
	struct rule_list fired;
	const struct rule *stop;	/* first fired emergency rule that
					 * stops an interview, or NULL */
	bool floor;			/* a rule marked `floor` fired */
	const struct scope *scope;	/* out of scope, or NULL */
	struct scored *scored;		/* all conditions, likeliest first (but
					 * see `below` in pack.h), the
					 * ruled out last */
	size_t n_scored;
	struct scored *subtypes;	/* all subtypes, in pack order */
	size_t n_subtypes;
	struct listed *listed;		/* as shown: the probable first */
	size_t n_listed;
	enum match match;
	const struct advice **advice;	/* what applies, by kind, then order */
	size_t n_advice;
	struct training training;
	size_t asked;			/* questions answered */
	enum tri *findings;		/* state of each, by index */
};

/* Owned by the caller, freed with assessment_free; borrows from the pack. */
struct assessment *assess(const struct pack *pack,
			  const struct answers *answers);
void assessment_free(struct assessment **assessment);

/*
 * How soon a clinician is needed by the rules alone: the highest urgency of
 * any rule that fires; self-care only if the pack's one [self-care] is true.
 * `fired` (may be NULL) receives the rules, most urgent first; free its
 * array.  One more red flag never lowers the result.
 */
enum urgency urgency_by_rules(const struct pack *pack,
			      const struct answers *answers,
			      enum reading reading, struct rule_list *fired);

/* Why we can't assess this person: the first scope that holds, or NULL. */
const struct scope *assess_scope(const struct pack *pack,
				 const struct answers *answers);

/*
 * What relevance compares: urgency, scope, the first three with their
 * bands, the advice and the exercises.  Equal results have equal digests; the numbers and
 * the arguments behind them may differ all the same.
 */
struct digest {
	uint64_t words[4];
};
struct digest assess_digest(const struct pack *pack,
			    const struct answers *answers);

/*
 * The expected fall in uncertainty (bits of entropy over the conditions)
 * that an answer to `question` would bring, for "which test next"; never
 * below 0, and 0 for a question without the answers yes and no.
 */
double assess_value_of(const struct pack *pack, const struct answers *answers,
		       const struct question *question);

/* One finding (or answer to a profile's question) between two conditions. */
struct apart {
	const struct finding *finding;		/* or NULL */
	const struct profile *profile;		/* or NULL */
	bool present;
	const struct question *open;	/* not known: what to ask; then
					 * the weight is that of "present" */
	double weight;		/* ln ratio for `one`, less that for `other`:
				 * over 0 it speaks for `one` */
	const struct sources *sources;	/* may be NULL */
};

/*
 * What tells `one` from `other` best, known or still open, one of each
 * group, the heaviest first: at most `most` into `out`; returns how many.
 */
size_t assess_apart(struct apart *out, size_t most,
		    const struct assessment *assessment,
		    const struct answers *answers, const struct target *one,
		    const struct target *other);

/* An answer that would change the level or the first cause. */
struct change {
	const struct question *question;
	size_t answer;			/* index of the answer */
	bool given;			/* another one was given */
	enum urgency urgency;		/* what the level would be */
	const struct target *first;	/* the first cause then, or NULL */
};
#define CHANGES_TRIED 70	/* assessments in each of three rounds */

/*
 * Single answers that would change the result, each verified, one a
 * question: at most `most` into `out`; returns how many.  Open questions
 * first; only if none of them would, other values of answers given.  For a
 * patient nothing that would lower the level, and of answers given only signs
 * of danger that would make it an emergency.
 */
size_t assess_changes(struct change *out, size_t most,
		      const struct assessment *now,
		      const struct answers *answers);

/*
 * A probability as it may be shown to people: never above the pack's
 * shown-limit, for no answer makes anything certain.
 */
double assess_shown(const struct pack *pack, double probability);

const char *band_id(enum band band);

#endif
