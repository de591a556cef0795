/*
 * A rehab plan as a human writes it: sitwell-plan(5).  One person, one
 * programme, and for each week its phase and exercises with their doses.
 *
 * Reading says no more than whether the file is a plan; whether the plan is
 * a good one is review.h's.  So an unknown exercise, one that stands twice
 * and a dose that says nothing are kept as they stand.
 */
#ifndef SITWELL_PLAN_H
#define SITWELL_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/dates.h"
#include "base/error.h"
#include "pack/pack.h"

struct plan_item {
	const char *name;		/* as written */
	const struct exercise *exercise;	/* NULL: the pack has none */
	const char *text;		/* the dose as written */
	struct dose dose;
	struct place place;
};

struct plan_week {
	size_t number;			/* from 1 */
	struct place place;
	const struct phase *phase;
	struct place phase_place;
	const struct criterion *const *met;	/* before it */
	size_t n_met;
	long met_on;			/* a day, or NO_DATE */
	const char *note;
	const struct plan_item *items;
	size_t n_items;
};

/* Of a screening; `given` if the plan has one. */
struct screening {
	bool given;
	struct place place;		/* of the section, and of each key */
	enum urgency urgency;
	struct place urgency_place;
	long date;
	struct place date_place;
	bool floor;			/* a rule forbids exercise */
	struct place floor_place;
};

/* By a clinician: as typed, and verified by nobody. */
struct clearance {
	bool given;
	struct place place;
	const char *by;
	long date;
	const struct programme *programme;
	const struct phase *const *phases;
	size_t n_phases;
	const struct exercise *const *exercises;	/* allowed though
							 * not for the target */
	size_t n_exercises;
};

struct plan {
	struct arena *arena;
	const struct pack *pack;	/* borrowed */
	const char *path;
	struct place place;		/* of [plan] */
	const char *person;		/* a random code */
	const struct target *target;
	struct place target_place;
	const struct programme *programme;	/* NULL: the plan names none */
	struct place programme_place;
	const struct target *const *also;	/* that they have or may have */
	size_t n_also;
	struct place also_place;
	double age;			/* 0: not given */
	struct place age_place;
	bool pregnant;
	long surgery;			/* days, or NO_DATE */
	struct place surgery_place;
	long start, rescreen;
	struct place rescreen_place;
	const char *flare, *stop;
	struct screening screening;
	struct clearance clearance;
	const struct plan_week *weeks;	/* n_weeks, without gaps */
	size_t n_weeks;
};

/*
 * Reads `path` ("-": standard input) by the pack, which must outlive the
 * plan.  Returns -1 with every fault in `faults`; or 0 and *out, which the
 * caller frees.
 */
int plan_read(struct plan **out, const struct pack *pack, const char *path,
	      struct error_list *faults);
void plan_free(struct plan **plan);

/* The one that it names, else that of its first week. */
const struct programme *plan_programme(const struct plan *plan);

/*
 * Whether a clinician has cleared this programme by name.  With NULL: whether
 * the clearance is for this plan, by naming its programme or none.
 */
bool plan_is_cleared(const struct plan *plan,
		     const struct programme *programme);

/* Whether the clearance names this phase, as one that is signed needs. */
bool plan_signs(const struct plan *plan, const struct phase *phase);

/*
 * Whether the person may train by what the plan says of screening: it was
 * below soon and no rule forbids exercise, or a clinician cleared the plan
 * knowing it.  False without a screening and a clearance.
 */
bool plan_lets_train(const struct plan *plan);

/* The first day of a week from 1. */
long plan_week_start(const struct plan *plan, size_t number);

/*
 * The week of a day, from 1: the first one before the plan starts, the last
 * one after its end.
 */
size_t plan_week_on(const struct plan *plan, long day);

/*
 * The days of a week on which the item is done, as bits from Monday: those
 * that it names, or as many as its frequency says, spread evenly.
 */
unsigned plan_item_days(const struct plan_item *item);

#endif
