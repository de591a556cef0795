/*
 * A step while it is decided: what its files share, and nobody else includes.
 */
#ifndef SITWELL_DECIDING_H
#define SITWELL_DECIDING_H

#include "plan/next.h"

#define DAYS_A_WEEK 7

struct deciding {
	const struct plan *plan;
	const struct log *log;
	const struct plan_week *last;
	const struct pain_rule *rule;
	long from, to;			/* of the week that is judged, and of
					 * the log */
	long phase_from;		/* its phase began, or began again */
	struct next *next;
	struct reason_of_step *reasons;
};

/* The phase after this one, or NULL. */
const struct phase *deciding_phase_after(const struct phase *phase);

/* next_log.c: what the days of the log say */

/* The longest run of sessions, one after the other, that break the rule and
 * end in the week. */
size_t deciding_broken_running(const struct deciding *deciding);
size_t deciding_sessions(const struct deciding *deciding);
/* A session of the week of which the log does not say how much it hurt. */
bool deciding_misses_pain(const struct deciding *deciding);
/* Than in the week before. */
bool deciding_is_worse(const struct deciding *deciding);
/* PM-3: at a healing bone any pain is too much, in sessions and between. */
bool deciding_hurts(const struct deciding *deciding);
bool deciding_is_met(const struct deciding *deciding,
		     const struct criterion *criterion);
/* Mean usual pain, or -1 with fewer than three days told. */
double log_mean_pain(const struct log *log, long from, long to);

/* next_week.c: fills next->phase and next->week by the step */
void deciding_plan_week(struct deciding *deciding);

#endif
