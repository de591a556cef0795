/* The step after the weeks of a plan, in words. */
#ifndef SITWELL_PLAN_NEXT_H
#define SITWELL_PLAN_NEXT_H

#include <stdio.h>

#include "plan/next.h"

/* "Move on to the next phase." and so on, translated. */
const char *plan_step_text(enum step step);

/*
 * The step, its reasons and the week to come, in lines of at most
 * `columns` columns.
 */
void plan_next_text(FILE *stream, const struct next *next, size_t columns);

#endif
