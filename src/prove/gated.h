/*
 * Why a safety question is not asked: because of what is known, or because
 * of what nobody knows.
 *
 * A question is closed for sure where the role, an ask-if that is false or a
 * not-if that is true leaves it out whatever would be said instead of each
 * answer that is unsure, skipped or missing.  To such a reading an answer
 * that is not known is unknown even where an expression names `unsure`, and
 * so is a question that does not apply without being closed for sure
 * itself.  The rest is Kleene's: an answer that an expression reads twice is
 * taken for two, so that more may pass for open, never less.
 */
#ifndef SITWELL_GATED_H
#define SITWELL_GATED_H

#include "prove/person.h"

struct gated;

/* A safety question that may be left out: it has an ask-if or a not-if. */
bool gated_is(const struct question *question);

struct gated *gated_new(struct person *person);	/* borrowed */
void gated_free(struct gated **gated);

/* The literal: it is not asked, though it is not closed for sure. */
int gated_in_doubt(struct gated *gated, const struct question *question);

#endif
