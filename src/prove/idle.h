/*
 * What changes nothing, seen without a solver: questions that nothing
 * reads, answers that nothing tells apart, and ranges of one number with
 * the same first word that leave a gap or meet twice.
 */
#ifndef SITWELL_IDLE_H
#define SITWELL_IDLE_H

#include "base/error.h"
#include "prove/cells.h"

/* Appends faults, each with what to do. */
void idle_faults(const struct pack *pack, const struct cells *cells,
		 struct error_list *faults);

#endif
