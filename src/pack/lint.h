/*
 * What a loaded pack should have beyond being well formed: every statement
 * has a source, every column of evidence is possible.
 */
#ifndef SITWELL_LINT_H
#define SITWELL_LINT_H

#include "base/error.h"
#include "pack/pack.h"

/* Appends a fault for each clinical statement without a source. */
void pack_lint(const struct pack *pack, struct error_list *faults);

/*
 * A ratio "against the rest of the list" means that the mean of a finding's
 * column, weighted by the priors, is 1.  Appends a note for each column of
 * ratios if present outside 0.85 to 1.15 (clinical/lessons.md 6): it calls
 * for a second look at the numbers, but makes no pack unusable.
 */
void pack_weigh_columns(const struct pack *pack, struct error_list *notes);

#endif
