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

/* By the program's priors, and by the evidence alone. */
struct rankings {
	struct ranking as_shown, equal;
};

/* How many cases had so many screens. */
struct lengths {
	size_t cases[MOST_SCREENS + 1];
	size_t n;
};

/* An emergency is to be said so many screens after its first sign. */
#define EMERGENCY_WITHIN 4

struct tally {
	size_t cases;
	size_t must, must_failed;
	struct rankings history, exam;
	struct rankings families[N_FAMILIES];	/* with the examination */
	/* [expected][found] */
	size_t bare[N_URGENCIES][N_URGENCIES];
	size_t assumed[N_URGENCIES][N_URGENCIES];
	size_t examined[N_URGENCIES][N_URGENCIES];
	struct lengths screens;		/* of interviews that weren't stopped */
	struct lengths safety;		/* of those without a rule above
					 * routine: the safety screens */
	struct lengths waited;		/* of emergencies, after the first
					 * sign */
};

void tally_add(struct tally *tally, const struct vignette *vignette);

/* Wilson's score interval for a share, 95%, as parts of 1. */
void share_interval(const struct share *share, double *low, double *high);

/* The least number of screens that so large a part (of 1) did not exceed. */
size_t lengths_percentile(const struct lengths *lengths, double part);

void tally_text(FILE *stream, const struct tally *tally);

#endif
