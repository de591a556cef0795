/* New plans: the first weeks of a programme, with doses to start with. */
#ifndef SITWELL_MAKE_H
#define SITWELL_MAKE_H

#include <stdio.h>

#include "plan/plan.h"

struct making {
	const struct target *target;
	const struct programme *programme;	/* NULL: the first that is for it */
	const struct target *const *also;
	size_t n_also;
	const char *person;		/* a code; NULL: a new one by chance */
	long start;
	struct screening screening;	/* `given`: from an assessment */
	const char *cleared_by;		/* NULL: nobody */
	long cleared_on;
	double age;			/* 0: not known */
	bool pregnant;
};

/*
 * Writes a plan file with comments that tell what to fill in.  Returns -1
 * if there can be none: no programme, several and none named, only for
 * subtypes.
 */
int plan_make(FILE *stream, const struct pack *pack,
	      const struct making *making, struct error *err);

/* A code by chance for a person: letters and digits that nobody mixes up. */
#define PLAN_CODE_SIZE 9	/* bytes, its end included */
void plan_new_code(char out[PLAN_CODE_SIZE]);

/*
 * What a plan begins with: the low end of the dose, or the exercise's own
 * where a clinician orders it, with what the programme notes on it.
 */
struct dose plan_first_dose(const struct prescription *prescription);

#endif
