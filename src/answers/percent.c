#include "config.h"

#include "answers/percent.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

static const char hex_digits[] = "0123456789ABCDEF";

/* Bytes of the character at `text`, which is valid UTF-8. */
static size_t character_bytes(const char *text)
{
	unsigned char lead = (unsigned char)text[0];

	return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* What INI readers lose, and controls (those of Latin-1 too: C2 80 ...). */
static bool is_lost(const char *text)
{
	unsigned char c = (unsigned char)text[0];
	unsigned char next = c == 0 ? 0 : (unsigned char)text[1];

	return c < 0x20 || c == 0x7F || strchr("%;#\"'\\", c) != NULL ||
	       (c == 0xC2 && next < 0xA0);
}

static size_t put_escaped(char *out, const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		unsigned char c = (unsigned char)text[i];

		*out++ = '%';
		*out++ = hex_digits[c >> 4];
		*out++ = hex_digits[c & 15];
	}
	return 3 * bytes;
}

size_t percent_encode(char *buffer, size_t size, const char *text)
{
	size_t used = 0, at = 0;

	assert(size >= 16);
	while (text[at] != '\0') {
		size_t bytes = character_bytes(text + at);
		bool escape = is_lost(text + at);

		/* a blank at either end, or where the value may be cut */
		if (text[at] == ' ')
			escape = used == 0 || text[at + 1] == '\0' ||
				 used + 16 >= size;
		if (used + (escape ? 3 * bytes : bytes) >= size)
			break;
		if (escape) {
			used += put_escaped(buffer + used, text + at, bytes);
		} else {
			memcpy(buffer + used, text + at, bytes);
			used += bytes;
		}
		at += bytes;
	}
	buffer[used] = '\0';
	return at;
}

static int hex_value(char c)
{
	const char *digit = strchr(hex_digits, c >= 'a' && c <= 'f' ?
					       c - 'a' + 'A' : c);

	return c == '\0' || digit == NULL ? -1 : (int)(digit - hex_digits);
}

/* The byte that %XX stands for, or -1; 0 is none either. */
static int escaped_byte(const char *text)
{
	int high = hex_value(text[1]);
	int low = high < 0 ? -1 : hex_value(text[2]);

	return low < 0 || high + low == 0 ? -1 : high << 4 | low;
}

/* Decodes into `out`, as long as `text`; where a fault is, or NULL. */
static const char *decode(char *out, const char *text)
{
	while (*text != '\0') {
		int byte = (unsigned char)*text;

		if (*text == '%') {
			byte = escaped_byte(text);
			if (byte < 0)
				return text;
			text += 2;
		}
		*out++ = (char)byte;
		text++;
	}
	*out = '\0';
	return NULL;
}

int percent_decode(char **out, const char *text, struct error *err)
{
	size_t had = *out == NULL ? 0 : strlen(*out);
	char *piece = xcalloc(strlen(text) + 1, 1);
	const char *fault = decode(piece, text);
	int result = -1;

	if (fault != NULL) {
		error_set(err, NULL, 0,
			  _("\"%.3s\" stands for no character; write a "
			    "percent sign as %%25"),
			  fault);
	} else if (text_bad_utf8(piece, strlen(piece)) != NULL) {
		error_set(err, NULL, 0,
			  _("the text is not UTF-8 once %%XX is read; write "
			    "each byte of a character as %%XX, or the "
			    "character itself"));
	} else {
		*out = xrealloc(*out, had + strlen(piece) + 1, 1);
		memcpy(*out + had, piece, strlen(piece) + 1);
		result = 0;
	}
	free(piece);
	return result;
}
