#include <config.h>

#include "base/error.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* A message that is cut must not end within a character. */
static void end_at_character(char *text)
{
	size_t bytes = strlen(text);
	const char *bad = text_bad_utf8(text, bytes);

	if (bad != NULL && text + bytes - bad < 4)
		text[bad - text] = '\0';
}

static bool is_control(const char *text)
{
	unsigned char first = (unsigned char)text[0];
	unsigned char second = first == '\0' ? '\0' : (unsigned char)text[1];

	return first < ' ' || first == 0x7f ||
	       (first == 0xc2 && second >= 0x80 && second < 0xa0);
}

/*
 * What is quoted from a file or its name could steer the terminal, or be no
 * text, or end within a character because it was cut.
 */
static void make_showable(char *text)
{
	size_t bytes = strlen(text);
	const char *bad;

	while ((bad = text_bad_utf8(text, bytes)) != NULL)
		text[bad - text] = '?';
	for (; *text != '\0'; text++) {
		if (!is_control(text))
			continue;
		if ((unsigned char)*text == 0xc2)
			*text++ = '?';
		*text = '?';
	}
}

static void fill(struct error *err, const char *file, int line,
		 const char *fmt, va_list args)
	__attribute__((format(printf, 4, 0)));

static void fill(struct error *err, const char *file, int line,
		 const char *fmt, va_list args)
{
	int wanted = vsnprintf(err->message, sizeof(err->message), fmt, args);

	if (wanted >= (int)sizeof(err->message))
		end_at_character(err->message);
	wanted = snprintf(err->file, sizeof(err->file), "%s",
			  file == NULL ? "" : file);
	if (wanted >= (int)sizeof(err->file))
		end_at_character(err->file);
	make_showable(err->message);
	make_showable(err->file);
	err->line = line;
}

int error_set(struct error *err, const char *file, int line, const char *fmt,
	      ...)
{
	va_list args;

	va_start(args, fmt);
	fill(err, file, line, fmt, args);
	va_end(args);
	return -1;
}

void error_list_add(struct error_list *list, const char *file, int line,
		    const char *fmt, ...)
{
	va_list args;

	if (list->count == list->room) {
		list->room = list->room == 0 ? 16 : 2 * list->room;
		list->errors = xrealloc(list->errors, list->room,
					sizeof(*list->errors));
	}
	va_start(args, fmt);
	fill(&list->errors[list->count++], file, line, fmt, args);
	va_end(args);
}

static int compare(const void *one, const void *other)
{
	const struct error *a = *(const struct error *const *)one;
	const struct error *b = *(const struct error *const *)other;
	int order = strcmp(a->file, b->file);

	if (order != 0)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return a < b ? -1 : a > b;
}

/* Sorts pointers, whose own order tells which fault came first. */
void error_list_sort(struct error_list *list)
{
	const struct error **order;
	struct error *sorted;

	if (list->count < 2)
		return;
	order = xcalloc(list->count, sizeof(*order));
	sorted = xcalloc(list->count, sizeof(*sorted));
	for (size_t i = 0; i < list->count; i++)
		order[i] = &list->errors[i];
	qsort(order, list->count, sizeof(*order), compare);
	for (size_t i = 0; i < list->count; i++)
		sorted[i] = *order[i];
	free(order);
	free(list->errors);
	list->errors = sorted;
	list->room = list->count;
}

void error_list_done(struct error_list *list)
{
	free(list->errors);
	*list = (struct error_list){ 0 };
}

void error_print(FILE *stream, const struct error *err)
{
	if (err->file[0] != '\0')
		fprintf(stream, "%s:", err->file);
	if (err->line > 0)
		fprintf(stream, "%d:", err->line);
	fprintf(stream, "%s%s\n",
		err->file[0] != '\0' || err->line > 0 ? " " : "", err->message);
}

void error_list_print(FILE *stream, const struct error_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		error_print(stream, &list->errors[i]);
}

/* The one hook of the program: there is one terminal to give back. */
static void (*restore_terminal)(void);

void error_on_no_memory(void (*restore)(void))
{
	restore_terminal = restore;
}

static void *given(void *memory)
{
	if (memory != NULL)
		return memory;
	if (restore_terminal != NULL)
		restore_terminal();
	fputs(_("sitwell: there is no memory left\n"), stderr);
	exit(EXIT_FAILURE);
}

/* What cannot be counted cannot be had either. */
static bool is_countable(size_t count, size_t size)
{
	return size == 0 || count <= SIZE_MAX / size;
}

void *xcalloc(size_t count, size_t size)
{
	if (count == 0 || size == 0)
		count = size = 1;
	return given(is_countable(count, size) ? calloc(count, size) : NULL);
}

void *xrealloc(void *old, size_t count, size_t size)
{
	if (count == 0 || size == 0)
		count = size = 1;
	return given(is_countable(count, size) ? realloc(old, count * size)
					       : NULL);
}

char *xstrdup(const char *text)
{
	return given(strdup(text));
}
