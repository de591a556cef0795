/* What changed between two plans, as JSON; as a page see plan_pages.h. */
#ifndef SITWELL_PLAN_CHANGES_H
#define SITWELL_PLAN_CHANGES_H

#include <stdio.h>

#include "plan/diff.h"

/* One JSON object and a newline; the schema is in sitwell-plan(1). */
int plan_changes_json(FILE *stream, const struct plan_diff *diff);

#endif
