/*
 * What a pack tells somebody: the facts of a case, as words to compare with
 * those of another pack.  A case is a vignette or a plain answers file.
 */
#ifndef SITWELL_TOLD_H
#define SITWELL_TOLD_H

#include <stdbool.h>

#include "base/error.h"
#include "pack/pack.h"

enum fact {
	FACT_BARE,		/* urgency of a vignette, nothing assumed */
	FACT_URGENCY,		/* with what is assumed, if anything is */
	FACT_EXAM,		/* urgency with the physio's findings too, in a
				 * vignette */
	FACT_FIRST_THREE,	/* ids, with all that is known */
	FACT_SCREENS,		/* of the interview, as a patient */
};
#define N_FACTS 5

struct told {
	bool read;			/* the pack could read the case */
	char *facts[N_FACTS];		/* NULL: the case has none such */
	struct error_list faults;	/* why it could not be read */
};

/* told_done frees, also where it could not be read. */
void told_of(struct told *out, const struct pack *pack, const char *path);
void told_done(struct told *told);

/* Whether both packs tell the same here. */
bool told_same(const struct told *one, const struct told *other,
	       enum fact fact);

#endif
