/*
 * A promise that does not hold, told with answers that show it: where it
 * stands, the path that a person would take, and an answers file that
 * `sitwell assess` replays.
 */
#ifndef SITWELL_COUNTEREXAMPLE_H
#define SITWELL_COUNTEREXAMPLE_H

#include <stdio.h>

#include "base/error.h"
#include "prove/prove.h"

/*
 * Prints it; with a folder (may be NULL) the answers go there, a file each
 * named after the promise, and only the path is printed.
 */
int counterexample_print(FILE *stream, const struct refuted *refuted,
			 const char *folder, struct error *err);

/*
 * The answers that say something, one a line behind #; where those of a
 * second person (may be NULL) differ, both.
 */
void counterexample_path(FILE *stream, const struct answers *answers,
			 const struct answers *worse);

#endif
