/*
 * Many vignettes together: how often the right cause came first, and how
 * urgency compared, always with the 95% interval: one case of 35 is noise.
 */
#ifndef SITWELL_TALLY_H
#define SITWELL_TALLY_H

#include <stddef.h>
#include <stdio.h>

#include "vignettes/vignette.h"

struct share {
	size_t hits, of;
};

struct ranking {
	struct share first, third, shown;	/* any accepted condition */
	struct share first_gold, third_gold, shown_gold; /* that one alone */
};

struct tally {
	size_t cases;
	size_t must, must_failed;
	struct ranking history, exam;
	struct ranking families[N_FAMILIES];	/* with the examination */
	/* [expected][found] */
	size_t bare[N_URGENCIES][N_URGENCIES];
	size_t assumed[N_URGENCIES][N_URGENCIES];
	size_t examined[N_URGENCIES][N_URGENCIES];
};

void tally_add(struct tally *tally, const struct vignette *vignette);

/* Wilson's score interval for a share, 95%, as parts of 1. */
void share_interval(const struct share *share, double *low, double *high);

void tally_text(FILE *stream, const struct tally *tally);

#endif
