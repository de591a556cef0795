#include "config.h"

#include "plain/lines.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

static void put_line(FILE *out, const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		unsigned char c = (unsigned char)text[i];

		putc(c < 0x20 || c == 0x7F ? ' ' : c, out);
	}
	putc('\n', out);
}

static void say_wrapped(struct lines *lines, const char *lead,
			const char *text)
{
	size_t indent = text_columns(lead, strlen(lead));
	size_t room = LINE_COLUMNS - indent;
	size_t count = text_wrap(text, room, NULL, 0);
	struct text_line *parts = xcalloc(count, sizeof *parts);

	text_wrap(text, room, parts, count);
	for (size_t i = 0; i < count; i++) {
		if (i == 0)
			fputs(lead, lines->out);
		else
			fprintf(lines->out, "%*s", (int)indent, "");
		put_line(lines->out, text + parts[i].start, parts[i].bytes);
	}
	free(parts);
}

static void say_filled(struct lines *lines, const char *lead, const char *fmt,
		       va_list args) __attribute__((format(printf, 3, 0)));

static void say_filled(struct lines *lines, const char *lead, const char *fmt,
		       va_list args)
{
	char *text = NULL, *filled;

	if (vasprintf(&text, fmt, args) < 0)
		return;
	filled = site_fill(lines->site, text);
	say_wrapped(lines, lead, filled);
	free(filled);
	free(text);
}

void tell(struct lines *lines, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say_filled(lines, "", fmt, args);
	va_end(args);
}

void say_item(struct lines *lines, const char *lead, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say_filled(lines, lead, fmt, args);
	va_end(args);
}

void say_numbered(struct lines *lines, size_t number, const char *text)
{
	char lead[32];

	snprintf(lead, sizeof lead, "%3zu. ", number);
	say_item(lines, lead, "%s", text);
}

char *hear(struct lines *lines, const char *prompt)
{
	ssize_t bytes;

	for (;;) {
		fprintf(lines->out, "%s ", prompt);
		fflush(lines->out);
		bytes = lines->ended ? -1 :
			getline(&lines->heard, &lines->room, lines->in);
		/* what a terminal echoes, a pipe does not */
		if (bytes < 0 || !lines->typed)
			putc('\n', lines->out);
		if (bytes < 0) {
			lines->ended = true;
			return NULL;
		}
		while (bytes > 0 && strchr("\r\n", lines->heard[bytes - 1]))
			lines->heard[--bytes] = '\0';
		if (strlen(lines->heard) == (size_t)bytes &&
		    text_bad_utf8(lines->heard, (size_t)bytes) == NULL)
			return lines->heard;
		tell(lines, "%s",
		    _("These characters cannot be read. Type it again."));
	}
}

char *trimmed(char *text)
{
	size_t bytes;

	text += strspn(text, " \t");
	bytes = strlen(text);
	while (bytes > 0 && strchr(" \t", text[bytes - 1]))
		text[--bytes] = '\0';
	return text;
}

bool same_words(const char *one, const char *other)
{
	return strcasecmp(one, other) == 0;
}
