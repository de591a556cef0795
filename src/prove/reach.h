/*
 * What no answers can bring about: questions that nobody is asked, rules
 * that cannot fire, findings that are never or always there, promises with
 * nothing to keep, parts of expressions that are never true, parts of rules
 * that add nothing; and what idle.h names.  Each is a fault with file:line
 * and what to do.
 */
#ifndef SITWELL_REACH_H
#define SITWELL_REACH_H

#include "base/error.h"
#include "prove/person.h"

void reach_faults(struct person *person, struct error_list *faults);

#endif
