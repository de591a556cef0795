/*
 * What a loaded pack should have beyond being well formed: every statement
 * has a source and every source a use, patients can read what is written for
 * them and are neither judged nor frightened, every column of evidence is
 * possible.
 */
#ifndef SITWELL_LINT_H
#define SITWELL_LINT_H

#include "base/error.h"
#include "pack/pack.h"

/*
 * Appends a fault, sorted by place, for each statement without a source,
 * each source without a use, and each text for patients that breaks a rule
 * of sitwell-pack(5), TEXTS.  Lists of words and grades are for English:
 * for another language only lengths are looked at.  The pack must
 * have been loaded with its passages.
 */
void pack_lint(const struct pack *pack, struct error_list *faults);

/*
 * A ratio "against the rest of the list" means that the mean of a finding's
 * column, weighted by the priors, is 1.  Appends a note for each column of
 * ratios if present outside 0.85 to 1.15 (clinical/lessons.md 6): it calls
 * for a second look at the numbers, but makes no pack unusable.
 */
void pack_weigh_columns(const struct pack *pack, struct error_list *notes);

#endif
