/*
 * What sitwell impact found, as one JSON object: keys in a fixed order, ids
 * and levels untranslated.
 */
#ifndef SITWELL_IMPACT_JSON_H
#define SITWELL_IMPACT_JSON_H

#include <jansson.h>

#include "prove/impact.h"
#include "vignettes/told.h"

/* How many cases: that both packs read, that changed, and the rest. */
struct case_counts {
	size_t both, changed, one, none;
};

/* Appends a case to an array if it changed, or if a pack can't read it. */
void impact_json_case(json_t *cases, const char *path, const struct told *old,
		      const struct told *new);

/* Prints the whole; takes `cases` over. */
void impact_json_print(FILE *stream, const struct impact *impact,
		       const struct pack *old, const struct pack *new,
		       const struct case_counts *counts, json_t *cases);

#endif
