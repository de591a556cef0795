/*
 * The parts of pack_lint, which nobody else includes but tests.
 *
 *   lint.c           sources, columns of evidence
 *   lint_wording.c   what a sentence says
 *   lint_pages.c     how hard a page is to read
 *   reading.c        the measures
 */
#ifndef SITWELL_LINTING_H
#define SITWELL_LINTING_H

#include <stdbool.h>

#include "base/error.h"
#include "pack/pack.h"

/* Whether patients read it: by the table of kinds; but no question to
 * physios, and no name of a finding that is evidence for nothing. */
bool is_for_patients(const struct passage *passage);

/* The lists of words and the formulas are for English. */
bool is_in_english(const struct pack *pack);

/* One text for patients; `pack` has the language, and the names of what
 * nobody is told to have. */
void lint_text(const struct pack *pack, const struct place *place,
	       const char *text, struct error_list *faults);
void lint_wording(const struct pack *pack, struct error_list *faults);
void lint_pages(const struct pack *pack, struct error_list *faults);

#endif
