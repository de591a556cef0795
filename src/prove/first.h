/*
 * Conditions that no answers seem to rank first, by search: the answers that
 * speak most for each are said together, first against all others, then
 * against whichever came first.  Failing is no proof, so it is a note.
 */
#ifndef SITWELL_FIRST_H
#define SITWELL_FIRST_H

#include "answers/answers.h"
#include "base/error.h"

/* Appends a note for each, with how near it came. */
void first_notes(const struct pack *pack, struct error_list *notes);

/* Answers with which it ranks first, to be freed; or NULL. */
struct answers *first_witness(const struct pack *pack,
			      const struct target *condition);

#endif
