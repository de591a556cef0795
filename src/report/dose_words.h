/* A dose as a person reads it. */
#ifndef SITWELL_DOSE_WORDS_H
#define SITWELL_DOSE_WORDS_H

#include "pack/pack.h"

/*
 * "3 sets of 10 on each side, 3 days a week; hold each for 5 seconds (on a
 * soft mat)", translated; "no dose yet" for a dose that says nothing.  The
 * exercise (may be NULL) tells whether each side gets it, and names the
 * steps of a ladder.  The caller frees it.
 */
char *dose_words(const struct dose *dose, const struct exercise *exercise);

/* "Monday, Wednesday, Friday", of bits from Monday; the caller frees it. */
char *day_words(unsigned days);

#endif
