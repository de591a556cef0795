/*
 * Rules that decide how soon, by small problems.  Somebody of whom no rule
 * fires is changed only in what one rule rests on, and told only of what
 * that touches (cone.h); all else stays as it is, other rules too.  Where
 * the rule can then be the only one of its level or above to fire, it
 * decides.  Where it cannot, nothing is said: other answers may let it.
 */
#ifndef SITWELL_QUIET_H
#define SITWELL_QUIET_H

#include "prove/person.h"

/* Marks, by rule, those that are seen to decide. */
void quiet_decide(const struct person *whole, bool *decides);

#endif
