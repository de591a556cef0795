/* A review of a plan, written: for people as lines, for programs as JSON. */
#ifndef SITWELL_PLAN_REVIEW_H
#define SITWELL_PLAN_REVIEW_H

#include <stdio.h>

#include "plan/review.h"

/*
 * Each finding as "file:line: level: what", and below it why, what to write
 * and the sources, in lines of at most `columns` columns; then the sum.
 */
void plan_review_text(FILE *stream, const struct plan *plan,
		      const struct review *review, size_t columns);

/* One JSON object and a newline; the schema is in sitwell-plan(1). */
int plan_review_json(FILE *stream, const struct plan *plan,
		     const struct review *review);

/* "stop", "change", "consider", translated. */
const char *review_level_text(enum review_level level);

#endif
