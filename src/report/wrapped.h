/* Paragraphs as lines with an indent. */
#ifndef SITWELL_WRAPPED_H
#define SITWELL_WRAPPED_H

#include <stddef.h>
#include <stdio.h>

/* printf into a text that wrapped_put frees. */
char *wrapped_words(const char *fmt, ...)
	__attribute__((format(printf, 1, 2)));

/* Writes `words` in lines of at most `columns` columns, and frees it. */
void wrapped_put(FILE *stream, char *words, size_t indent, size_t columns);

/* The same as a bullet: "- " stands before the first line. */
void wrapped_put_bullet(FILE *stream, char *words, size_t indent,
			size_t columns);

#endif
