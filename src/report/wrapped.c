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

void wrapped_put(FILE *stream, char *words, size_t indent, size_t columns)
{
	size_t room = strlen(words) + 1;
	struct text_line *lines = xcalloc(room, sizeof *lines);
	size_t count = text_wrap(words, columns - indent, lines, room);

	for (size_t i = 0; i < count; i++)
		fprintf(stream, "%*s%.*s\n", (int)indent, "",
			(int)lines[i].bytes, words + lines[i].start);
	free(lines);
	free(words);
}
