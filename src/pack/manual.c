/* The table of kinds and keys, printed: for sitwell-pack(5) and translators. */
#include <config.h>

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "pack/kinds.h"

#define MAX_LINES 16

/* A hyphen that mdoc must not take for a typographic one. */
static void put_text(FILE *stream, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '-')
			fputs("\\-", stream);
		else
			fputc(*text, stream);
	}
}

static void put_words(FILE *stream, const char *const *words)
{
	for (size_t i = 0; words[i] != NULL; i++)
		fprintf(stream, "%s%s", i > 0 ? " | " : "", words[i]);
}

static void put_range(FILE *stream, const struct key *row)
{
	char low[32], high[32];

	text_from_number(low, sizeof(low), row->low, 6);
	if (row->over)
		fprintf(stream, "number over %s", low);
	else if (row->high >= 1e15)
		fputs(row->type == KEY_WHOLE ? "whole number" : "number",
		      stream);
	else
		fprintf(stream, "%snumber from %s to %s",
			row->type == KEY_WHOLE ? "whole " : "", low,
			text_from_number(high, sizeof(high), row->high, 6));
	if (row->type == KEY_NUMBER && row->usual != 0 && isfinite(row->usual))
		fprintf(stream, ", usually %s",
			text_from_number(low, sizeof(low), row->usual, 6));
}

static const char *named(const struct key *row)
{
	return row->of == KIND_TARGET ? "condition or subtype"
				      : kinds[row->of].name;
}

void kinds_print_value(FILE *stream, const struct key *row)
{
	switch (row->type) {
	case KEY_TEXT:
	case KEY_TEXTS:
		fputs("text", stream);
		break;
	case KEY_WORD:
		if (row->words != NULL)
			put_words(stream, row->words);
		else
			fputs("text, not translated", stream);
		break;
	case KEY_DATE:
		fputs("YYYY-MM-DD", stream);
		break;
	case KEY_FLAG:
		fputs("yes | no", stream);
		break;
	case KEY_NUMBER:
	case KEY_WHOLE:
		put_range(stream, row);
		break;
	case KEY_CHOICE:
		put_words(stream, row->words);
		break;
	case KEY_CHOICES:
		fputs("some of: ", stream);
		put_words(stream, row->words);
		break;
	case KEY_EXPR:
		fputs("expression", stream);
		break;
	case KEY_ID:
		fprintf(stream, "id of %s %s",
			strchr("aeiou", named(row)[0]) != NULL ? "an" : "a",
			named(row));
		break;
	case KEY_IDS:
		fprintf(stream, "ids of kind %s", named(row));
		break;
	case KEY_OWN:
		fputs(row->format, stream);
		break;
	}
}

static void put_value(FILE *stream, const struct key *row)
{
	char *text;
	size_t size;
	FILE *plain = open_memstream(&text, &size);

	kinds_print_value(plain, row);
	fclose(plain);
	put_text(stream, text);
	free(text);
}

static void put_list(FILE *stream, const char *before,
		     const char *const *words, unsigned bits)
{
	for (size_t i = 0; words[i] != NULL; i++) {
		if (!(bits & 1u << i))
			continue;
		fprintf(stream, "%s%s", before, words[i]);
		before = ", ";
	}
	fputs(bits != 0 ? ".\n" : "", stream);
}

static void put_sentence(FILE *stream, const char *text)
{
	fputc(toupper((unsigned char)text[0]), stream);
	put_text(stream, text + 1);
	fputs(".\n", stream);
}

/* Source lines of a manual page are short; none may begin like a macro. */
static void print_wrapped(FILE *stream, const char *text)
{
	struct text_line lines[MAX_LINES];
	size_t count = text_wrap(text, 76, lines, MAX_LINES);

	for (size_t i = 0; i < count && i < MAX_LINES; i++)
		fprintf(stream, "%s%.*s\n",
			text[lines[i].start] == '.' ? "\\&" : "",
			(int)lines[i].bytes, text + lines[i].start);
}

/* Each of `text`'s lines is a sentence. */
static void print_sentences(FILE *stream, char *text)
{
	char *rest = NULL;

	for (char *line = strtok_r(text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		print_wrapped(stream, line);
}

static void put_key(FILE *stream, const struct key *row)
{
	put_sentence(stream, row->about);
	fputs("Value: ", stream);
	put_value(stream, row);
	fputs(".\n", stream);
	put_list(stream, "Only for type ", question_type_words, row->only);
	put_list(stream, "Read by ", role_words, row->roles);
}

static void print_key(FILE *stream, const struct key *row)
{
	char *text;
	size_t size;
	FILE *sentences = open_memstream(&text, &size);

	fputs(".It Ic ", stream);
	put_text(stream, row->name);
	fputs(row->required ? " No (required)\n" : "\n", stream);
	put_key(sentences, row);
	fclose(sentences);
	print_sentences(stream, text);
	free(text);
}

void kinds_print_manual(FILE *stream)
{
	for (size_t i = 0; i < N_KINDS; i++) {
		const struct kind *kind = &kinds[i];

		fprintf(stream, ".Ss %s %s\n", kind->name, kind->names);
		put_sentence(stream, kind->about);
		fputs(".Bl -tag -width Ds\n", stream);
		for (size_t k = 0; k < kind->n_keys; k++)
			print_key(stream, &kind->keys[k]);
		fputs(".El\n", stream);
	}
}

static bool is_translated(const struct key *row)
{
	return row->type == KEY_TEXT || row->type == KEY_TEXTS ||
	       row->translated;
}

void kinds_print_text_keys(FILE *stream)
{
	for (size_t i = 0; i < N_KINDS; i++)
		for (size_t k = 0; k < kinds[i].n_keys; k++)
			if (is_translated(&kinds[i].keys[k]))
				fprintf(stream, "%s %s\n", kinds[i].name,
					kinds[i].keys[k].name);
}
