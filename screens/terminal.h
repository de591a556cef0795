/*
 * The terminal: curses starts and ends here, and keys come in here, so that
 * a test can type and a crash can give the terminal back.  What it keeps is
 * at file scope because signal handlers have nothing else to reach for.
 *
 * setlocale was called before.  A child process started while the terminal
 * is open must be given an empty signal mask (posix_spawnattr_setsigmask).
 */
#ifndef SITWELL_TERMINAL_H
#define SITWELL_TERMINAL_H

#include <stdbool.h>

#include "screens/cdk.h"

#include "base/error.h"

/*
 * Keys are ASCII characters, curses' KEY_..., the ones below, and other
 * characters as KEY_CHARACTER | code point.  Return and Enter are both
 * KEY_ENTER; Backspace is KEY_BACKSPACE, whatever the terminal sends.
 */
enum {
	KEY_TICK = KEY_MAX + 1,	/* the timeout passed */
	KEY_STOP,		/* a signal, or the terminal went away */
	KEY_WHEEL_UP,
	KEY_WHEEL_DOWN,
	KEY_REDRAW,		/* Ctrl-L */
	KEY_WAKE,		/* see terminal_wake_on */
	KEY_CHARACTER = 0x1000000,
};

/*
 * Starts curses.  Fails with a sentence where there is no terminal or its
 * type is not known.  Signals and crashes give the terminal back.
 */
int terminal_open(struct error *err);

/* Gives the terminal back.  Fine to call twice. */
void terminal_close(void);

/* The next key, after at most `timeout` milliseconds (-1: for ever). */
int terminal_key(int timeout);

/*
 * terminal_key gives KEY_WAKE while nothing was typed and this descriptor
 * can be read; -1: none.
 */
void terminal_wake_on(int descriptor);

/* Where on the screen the last KEY_MOUSE happened. */
void terminal_mouse(int *y, int *x);

#endif
