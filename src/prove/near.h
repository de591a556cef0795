/*
 * Safety questions that are never left out in doubt (gated.h) below
 * ESCALATED, by small problems: one is told of what a question's gates rest
 * on and of the rules that read any of that, not of the rest.  So more can
 * be than of the whole pack, and where doubt cannot close the question even
 * so, the claim is proved.  Where it can, nothing is said.
 */
#ifndef SITWELL_NEAR_H
#define SITWELL_NEAR_H

#include "prove/cells.h"

/* By question, whether it is proved so; the caller frees it. */
bool *near_settled(const struct pack *pack, const struct cells *cells);

#endif
