/* Changing one dose in the file of a plan. */
#ifndef SITWELL_EDIT_H
#define SITWELL_EDIT_H

#include "plan/plan.h"

/*
 * Writes `dose` in the place of the item's dose; all else in the file stays
 * as it is, byte by byte, and so does its mode.  Nothing is written, and *err
 * says why without a place, if that is no dose that a plan may have, if the
 * file was changed since the plan was read, or if it cannot be saved.
 *
 * The plan does not know of it: read it again.
 */
int plan_edit_dose(const struct plan *plan, const struct plan_item *item,
		   const char *dose, struct error *err);

#endif
