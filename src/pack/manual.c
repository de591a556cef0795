/* The table of kinds and keys, printed: for sitwell-pack(5) and translators. */
#include "config.h"

#include "pack/kinds.h"

#include <math.h>

/* What a value of each type looks like. */
static const char *const formats[N_KEY_TYPES] = {
	[KEY_TEXT] = "text",
	[KEY_TEXTS] = "texts, numbered from 1",
	[KEY_WORD] = "word",
	[KEY_DATE] = "date, YYYY-MM-DD",
	[KEY_FLAG] = "yes or no",
	[KEY_NUMBER] = "number",
	[KEY_WHOLE] = "whole number",
	[KEY_CHOICE] = "one of",
	[KEY_CHOICES] = "any of",
	[KEY_EXPR] = "expression",
	[KEY_ID] = "id",
	[KEY_IDS] = "ids",
	[KEY_OWN] = "",
};

static void print_range(FILE *stream, const struct key *key)
{
	if (key->type != KEY_NUMBER && key->type != KEY_WHOLE)
		return;
	if (isfinite(key->low) && (key->low < key->high || key->over))
		fprintf(stream, key->over ? " over %g" : " from %g", key->low);
	if (isfinite(key->high) && key->low < key->high)
		fprintf(stream, " to %g", key->high);
}

static void print_words(FILE *stream, const struct key *key)
{
	if (key->words == NULL)
		return;
	for (size_t i = 0; key->words[i] != NULL; i++)
		fprintf(stream, "%s %s", i > 0 ? "," : "", key->words[i]);
}

static void print_readers(FILE *stream, const struct key *key)
{
	const char *between = "; read by ";

	for (size_t i = 0; role_words[i] != NULL; i++) {
		if (!(key->roles >> i & 1))
			continue;
		fprintf(stream, "%s%s", between, role_words[i]);
		between = ", ";
	}
}

static void print_key(FILE *stream, const struct key *key)
{
	bool reference = key->type == KEY_ID || key->type == KEY_IDS;

	fprintf(stream, ".It Ic %s\n%s", key->name,
		key->format != NULL ? key->format : formats[key->type]);
	if (reference)
		fprintf(stream, " of kind %s", key->of == KIND_TARGET
			? "condition or subtype" : kinds[key->of].name);
	print_words(stream, key);
	print_range(stream, key);
	fprintf(stream, "%s", key->required ? "; needed" : "");
	print_readers(stream, key);
	fprintf(stream, ".\n%s%s.\n", key->about != NULL ? "" : "\\&",
		key->about != NULL ? key->about : "");
}

void kinds_print_manual(FILE *stream)
{
	for (size_t k = 0; k < N_KINDS; k++) {
		const struct kind *kind = &kinds[k];

		fprintf(stream, ".Ss [%s %s]\n%s.\n.Bl -tag -width Ds\n",
			kind->name, kind->names, kind->about);
		for (size_t i = 0; i < kind->n_keys; i++)
			print_key(stream, &kind->keys[i]);
		fprintf(stream, ".El\n");
	}
}

void kinds_print_text_keys(FILE *stream)
{
	for (size_t k = 0; k < N_KINDS; k++) {
		const struct kind *kind = &kinds[k];

		for (size_t i = 0; i < kind->n_keys; i++) {
			const struct key *key = &kind->keys[i];

			if (key->type == KEY_TEXT || key->type == KEY_TEXTS ||
			    key->translated)
				fprintf(stream, "%s %s\n", kind->name,
					key->name);
		}
	}
}
