/*
 * What a person sees: a terminal emulator (libvterm) around a program in a
 * pseudo-terminal.  Keys and clicks are sent as the emulator would send
 * them, in the modes that the program has set.
 */
#ifndef SITWELL_TESTS_SCREEN_H
#define SITWELL_TESTS_SCREEN_H

#include <stdint.h>

#include <vterm.h>

#include "tests/flows/pty.h"

/* A screen that stays the same this long, in milliseconds, is finished. */
#define SCREEN_QUIET 30
/* The same where nothing tells what is wanted: for looking, and for goldens. */
#define SCREEN_SURELY_QUIET 400

struct screen {
	struct pty pty;
	VTerm *emulator;
	VTermScreen *cells;
	bool cursor_shown, alternate, mouse;
	size_t bytes;			/* received since screen_count */
	struct timespec last;		/* when the last of them came */
};

void screen_open(struct screen *screen, int rows, int columns, bool utf8);
void screen_close(struct screen *screen);
void screen_resize(struct screen *screen, int rows, int columns);

/* Takes in what comes within `timeout` milliseconds; false if nothing did. */
bool screen_update(struct screen *screen, int timeout);

/* Takes in all that comes, until nothing does for `quiet` milliseconds. */
void screen_settle(struct screen *screen, int quiet);

/* From here on `bytes` counts anew. */
void screen_count(struct screen *screen);

void screen_key(struct screen *screen, VTermKey key, VTermModifier modifier);
void screen_character(struct screen *screen, uint32_t character,
		      VTermModifier modifier);
/* Left button down and up again; rows and columns from 0. */
void screen_click(struct screen *screen, int row, int column);
/* One notch of the wheel there. */
void screen_wheel(struct screen *screen, int row, int column, bool down);

/*
 * The screen as text: its rows without blanks at their ends, then one line
 * `cursor ROW COLUMN` (from 1) or `cursor hidden`.  For the caller to free.
 */
char *screen_text(const struct screen *screen);

/* Where `text` stands, within one row; false if nowhere. */
bool screen_find(const struct screen *screen, const char *text, int *row,
		 int *column);

#endif
