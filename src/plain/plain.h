/*
 * The interview as lines, for screen readers, braille and scripts: no
 * escape sequence, no box drawing, no line over 76 columns.  Asks what the
 * screens ask, in the same order; the same answers give the same record.
 */
#ifndef SITWELL_PLAIN_H
#define SITWELL_PLAIN_H

#include <stdio.h>

#include "interview/session.h"

enum plain_end { PLAIN_FINISHED, PLAIN_STOPPED, PLAIN_FAILED };

/*
 * Asks on `out`, reads answers from `in`.  End of input is "stopped",
 * never an answer.
 */
enum plain_end plain_run(struct session *session, FILE *in, FILE *out,
			 struct error *err);

#endif
