/*
 * Free text as one INI value keeps it, word for word: controls, % ; # " ' \
 * and blanks at the ends become %XX, two hexadecimal digits a byte.
 */
#ifndef SITWELL_PERCENT_H
#define SITWELL_PERCENT_H

#include <stddef.h>

#include "base/error.h"

/*
 * Encodes as much of `text` as fits in `size` bytes with the NUL (at least
 * 16), cut between characters.  Returns the bytes of `text` encoded; what is
 * left goes on in a further value.
 */
size_t percent_encode(char *buffer, size_t size, const char *text);

/*
 * Appends the decoded `text` to *out, which is the caller's to free and may
 * be NULL at first.  Fails, leaving *out as it was, on a % without two
 * hexadecimal digits, on %00 and on what is not UTF-8 once decoded.
 */
int percent_decode(char **out, const char *text, struct error *err);

#endif
