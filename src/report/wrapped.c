#include "config.h"

#include "report/wrapped.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

char *wrapped_words(const char *fmt, ...)
{
	char *words = NULL;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&words, fmt, args) < 0)
		abort();
	va_end(args);
	return words;
}

/* `lead` stands before the first line, and as many blanks before the others. */
static void put_lines(FILE *stream, const char *lead, char *words,
		      size_t indent, size_t columns)
{
	int hang = (int)strlen(lead);
	size_t room = strlen(words) + 1;
	struct text_line *lines = xcalloc(room, sizeof *lines);
	size_t count = text_wrap(words, columns - indent - strlen(lead), lines,
				 room);

	for (size_t i = 0; i < count; i++)
		fprintf(stream, "%*s%*s%.*s\n", (int)indent, "", hang,
			i == 0 ? lead : "", (int)lines[i].bytes,
			words + lines[i].start);
	free(lines);
	free(words);
}

void wrapped_put(FILE *stream, char *words, size_t indent, size_t columns)
{
	put_lines(stream, "", words, indent, columns);
}

void wrapped_put_bullet(FILE *stream, char *words, size_t indent,
			size_t columns)
{
	put_lines(stream, "- ", words, indent, columns);
}
