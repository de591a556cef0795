/* A plan as a calendar that other programs read: RFC 5545. */
#ifndef SITWELL_PLAN_CALENDAR_H
#define SITWELL_PLAN_CALENDAR_H

#include <stdio.h>

#include "plan/plan.h"

/*
 * One event, all day, for each day with an exercise that is more than a
 * habit, and one for the day of the next screening.  The same plan gives
 * the same bytes, and the same day the same UID: a calendar that has read
 * it before changes its events instead of doubling them.  Titles say
 * nothing of a condition, for a calendar is seen by others.
 */
void plan_calendar(FILE *stream, const struct plan *plan);

#endif
