/*
 * A talk in lines: what is said is wrapped at 76 columns and holds no
 * control; what is heard comes a line at a time.
 */
#ifndef SITWELL_LINES_H
#define SITWELL_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "report/site.h"

#define LINE_COLUMNS 76

struct lines {
	FILE *in, *out;
	bool typed;		/* by a person: input is a terminal */
	bool ended;		/* end of input */
	char *heard;		/* the last line */
	size_t room;
	const struct site *site;
};

/* Says one paragraph, printf-like; an empty one is an empty line. */
void tell(struct lines *lines, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* The same after `lead`, with as many blanks before further lines. */
void say_item(struct lines *lines, const char *lead, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* "12. text" */
void say_numbered(struct lines *lines, size_t number, const char *text);

/*
 * Asks for a line with `prompt`.  Returns it without its end, borrowed
 * until the next call, or NULL at the end of input.  A line that is not
 * UTF-8 is asked for anew.
 */
char *hear(struct lines *lines, const char *prompt);

/* Cuts blanks off both ends. */
char *trimmed(char *text);

/* Whether the words are the same but for the case of ASCII letters. */
bool same_words(const char *one, const char *other);

#endif
