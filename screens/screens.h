/*
 * The interview on a terminal, screen by screen: all that commands see of
 * the screens.  No curses header here.
 */
#ifndef SITWELL_SCREENS_H
#define SITWELL_SCREENS_H

#include <stdbool.h>

#include "base/error.h"
#include "interview/session.h"

enum theme { THEME_DEFAULT, THEME_HIGH_CONTRAST, THEME_MONO };

struct screens_options {
	enum theme theme;
};

enum screens_end {
	SCREENS_FINISHED,	/* read the results and left */
	SCREENS_STOPPED,	/* stopped by the person, or a signal */
	SCREENS_FAILED,		/* *err says why: no terminal, no pack */
};

/*
 * Runs a whole interview: paints the start screen, loads the pack while it
 * is read, asks, shows the result.  The terminal is back in order on every
 * way out, signals and crashes included.
 */
enum screens_end screens_run(struct session *session,
			     const struct screens_options *options,
			     struct error *err);

#endif
