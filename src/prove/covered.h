/*
 * Rules that never decide how soon: wherever one fires, another of at least
 * its level fires too.  It may still give its reason, name a condition or
 * stop an interview, and then `kept-because` says so; or it was meant to
 * catch somebody whom it does not.  A rule that never fires is reach.h's.
 */
#ifndef SITWELL_COVERED_H
#define SITWELL_COVERED_H

#include "base/error.h"
#include "pack/pack.h"

/*
 * Appends a note for each, with a rule that always fires beside it; and for
 * each `kept-because` of a rule that does decide.
 */
void covered_notes(const struct pack *pack, struct error_list *notes);

#endif
