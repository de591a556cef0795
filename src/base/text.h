/*
 * UTF-8 text as a terminal shows it, and numbers as content writes them.
 * Widths are columns: a CJK character is two wide, a combining mark none.
 * Widths come from libc's wcwidth and so need setlocale(LC_CTYPE) to a
 * UTF-8 locale; in the C locale every byte counts as one column.
 */
#ifndef SITWELL_TEXT_H
#define SITWELL_TEXT_H

#include <stddef.h>

/* Bytes of the first part that is not valid UTF-8, or NULL if all is. */
const char *text_bad_utf8(const char *text, size_t bytes);

/* Columns that `bytes` bytes of `text` take on a screen. */
size_t text_columns(const char *text, size_t bytes);

/*
 * How many bytes of `text` fit in `columns`, cut between characters.
 * `used` (may be NULL) receives the columns they take.
 */
size_t text_fit(const char *text, size_t columns, size_t *used);

/* One line of a paragraph: text[start, start + bytes). */
struct text_line {
	size_t start;
	size_t bytes;
};

/*
 * Breaks a paragraph at blanks (and between wide characters) into lines of
 * at most `columns` columns; a word that is longer is cut.  Fills up to
 * `room` lines (lines may be NULL when room is 0) and returns how many the
 * paragraph has: at least 1.
 */
size_t text_wrap(const char *text, size_t columns, struct text_line *lines,
		 size_t room);

/*
 * Reads a whole string as a decimal number: [-]digits[.digits], nothing
 * else: no exponent, sign +, comma, hex, infinity; the same in any locale.
 * Returns 0 and *out, or -1 (also when over 1e15 or 15 digits).
 */
int text_number(double *out, const char *text);

/*
 * Writes a number with up to `decimals` decimals, no trailing zeros, with a
 * point in any locale, as text_number reads it.  Returns `buffer`.
 */
const char *text_from_number(char *buffer, size_t size, double number,
			     int decimals);

/*
 * The entry of `names` nearest to `name` (edit distance with transposition),
 * or NULL if none is near enough to suggest (over a third of its length).
 */
const char *text_nearest(const char *name, const char *const *names,
			 size_t count);

#endif
