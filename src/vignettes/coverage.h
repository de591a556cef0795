/*
 * What of a pack the cases exercise: which questions somebody answers, with
 * which answer, which rules fire, which findings are present or absent,
 * which conditions come first or are shown.  What is left is tried by none.
 */
#ifndef SITWELL_COVERAGE_H
#define SITWELL_COVERAGE_H

#include <jansson.h>
#include <stdio.h>

#include "answers/answers.h"
#include "assess/assess.h"
#include "pack/pack.h"

struct coverage;

/* Nothing is exercised yet.  `pack` must outlive it. */
struct coverage *coverage_new(const struct pack *pack);
void coverage_free(struct coverage **coverage);

/* Adds what one reading of a case does. */
void coverage_note(struct coverage *coverage, const struct answers *answers,
		   const struct assessment *assessment);

/* Counts, then what is left, by group, with file:line. */
void coverage_text(FILE *stream, const struct coverage *coverage,
		   size_t cases);

/* The same; the caller owns it. */
json_t *coverage_json(const struct coverage *coverage, size_t cases);

#endif
