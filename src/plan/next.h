/*
 * What comes after the weeks of a plan: move on, stay or step back, by the
 * criteria of the phase and the log of the days (sitwell-plan(5)).
 *
 * Nothing here lifts a lock: a phase that a clinician signs is entered only
 * if the clearance names it.  A log that breaks the pain rule never leads
 * forward.
 */
#ifndef SITWELL_NEXT_H
#define SITWELL_NEXT_H

#include <stdio.h>

#include "plan/plan.h"

/* A day of the log; what it does not tell is below 0. */
struct log_day {
	long day;
	struct place place;
	int session, settled;		/* 1 yes, 0 no, -1 not told */
	double pain, during, night;	/* 0 to 10, or -1 */
	const struct gate *const *alarms;	/* answered yes or unsure */
	size_t n_alarms;
	const struct criterion *const *met;	/* somebody checked */
	size_t n_met;
};

struct log {
	struct arena *arena;
	const char *path;
	const struct log_day *days;	/* by date */
	size_t n_days;
};

/* Like plan_read. */
int log_read(struct log **out, const struct pack *pack, const char *path,
	     struct error_list *faults);
void log_free(struct log **log);

enum step {
	STEP_STOP,		/* no exercises: screen again, or see the
				 * clinician */
	STEP_BACK,		/* a phase back for a week */
	STEP_STAY,
	STEP_ON,		/* into the next phase */
	STEP_DONE,		/* the last phase is done: keep going */
};

/* One reason for the step, with the pack's words where it has any. */
struct reason_of_step {
	const char *words;		/* a sentence, translated */
	const struct criterion *criterion;	/* not met, or met; or NULL */
	bool met;
	const char *because;		/* the pack's text, or NULL */
};

struct next {
	struct arena *arena;
	enum step step;
	const struct reason_of_step *reasons;	/* the deciding ones first */
	size_t n_reasons;
	bool review_due;		/* six weeks of sessions, no better: a
					 * clinician is to look (PM-9) */
	const struct phase *phase;	/* of the week to come; NULL: none */
	struct plan_week week;		/* to come; n_items 0 with STEP_STOP */
};

/*
 * The week after the plan's last one, judged by the days of that week; by
 * those of its phase, where a criterion or pain that must not be looks back;
 * and by alarms since the start that nobody has screened since.  A plan that
 * the review stops has no week after it.  Borrows from the
 * plan and the log, which must outlive it.
 */
struct next *plan_next(const struct plan *plan, const struct log *log);
void next_free(struct next **next);

/* Writes "[week N]" with its keys, as plan_read reads it. */
void plan_write_week(FILE *stream, const struct plan_week *week);

#endif
