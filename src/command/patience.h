/*
 * An end to what a pack can make the program work at: a proof may be hard.
 */
#ifndef SITWELL_PATIENCE_H
#define SITWELL_PATIENCE_H

#include "command/options.h"

/* Processor seconds for a proof, unless somebody says otherwise. */
#define PATIENCE_SECONDS 8

/* The option --limit, for an unsigned of that name. */
#define OPTION_LIMIT(type) \
	{ "limit", N_("SECONDS"), \
	  N_("give up after so much work (8); 0 never gives up"), \
	  OPTION_MEMBER(patience_read, type, limit, unsigned) }

/*
 * From now on: after so many processor seconds the program says on stderr
 * that it gave up, naming `program`, and ends with EXIT_PROOF, for what was
 * not proved must not look as if it were.  0: never.
 */
void patience_limit(const char *program, unsigned seconds);

/* Reads the seconds of --limit, an unsigned. */
int patience_read(void *seconds, const char *program, const char *argument);

#endif
