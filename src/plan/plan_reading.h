/* A plan while it is read: what its files share, and nobody else includes. */
#ifndef SITWELL_PLAN_READING_H
#define SITWELL_PLAN_READING_H

#include "plan/plan.h"
#include "plan/plan_keys.h"

/* plan_sections.c: one section that is no week's */
void plan_read_section(struct plan *plan, const struct plan_source *source,
		       const struct ini_section *section);
/* plan_weeks.c: all weeks; they are judged by the programme, so last */
void plan_read_weeks(struct plan *plan, const struct plan_source *source,
		     const struct ini *ini);

#endif
