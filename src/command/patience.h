/*
 * An end to what a pack can make the program work at: a proof may be hard.
 */
#ifndef SITWELL_PATIENCE_H
#define SITWELL_PATIENCE_H

/* Processor seconds for a proof, unless somebody says otherwise. */
#define PATIENCE_SECONDS 8

/*
 * From now on: after so many processor seconds the program says on stderr
 * that it gave up, naming `program`, and ends with EXIT_PROOF, for what was
 * not proved must not look as if it were.  0: never.
 */
void patience_limit(const char *program, unsigned seconds);

/* Reads the seconds of --limit; says on stderr what is wrong: -1. */
int patience_read(unsigned *seconds, const char *program, const char *text);

#endif
