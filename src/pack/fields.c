/* The keys of a section, as the table of kinds tells to read them. */
#include <config.h>

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/loading.h"
#include "pack/skeleton.h"

#define MAX_ROWS 64		/* of a kind: one bit each */

/* One key to be read: where it stands, and where its value goes. */
struct field {
	struct loading *loading;
	const struct entry *entry;
	const struct key *row;
	const struct ini_key *key;
};

#define FIELD_FAULT(field, ...)						\
	FAULT((field)->loading, (field)->entry, (field)->key->line, __VA_ARGS__)

/* The members of a struct are written by offset, whatever their type. */
static void store(const struct field *field, const void *value, size_t size)
{
	memcpy((char *)field->entry->object + field->row->offset, value, size);
}

static void store_count(const struct field *field, size_t count)
{
	memcpy((char *)field->entry->object + field->row->count, &count,
	       sizeof(count));
}

/* Words for people are listed with their line. */
static void list_passage(const struct field *field, const char *text)
{
	struct loading *loading = field->loading;

	if (!loading->keeps_passages)
		return;
	if (loading->n_passages == loading->room_passages) {
		loading->room_passages = 2 * loading->room_passages + 1024;
		loading->passages = xrealloc(loading->passages,
					     loading->room_passages,
					     sizeof(*loading->passages));
	}
	loading->passages[loading->n_passages++] = (struct passage){
		.kind = field->entry->kind,
		.key = field->row,
		.object = field->entry->object,
		.text = text,
		.place = { field->entry->file, field->key->line },
	};
}

static void read_plain(const struct field *field)
{
	const char *text = field->key->value;

	store(field, &text, sizeof(text));
}

static void read_text(const struct field *field)
{
	const char *text = field->key->value;

	list_passage(field, text);
	store(field, &text, sizeof(text));
}

static int find_word(const char *const *words, const char *word)
{
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return -1;
}

/* Says which words there are, as "routine, soon". */
static void report_word(const struct field *field, const char *word)
{
	char all[160] = "";

	for (int i = 0; field->row->words[i] != NULL; i++) {
		size_t used = strlen(all);

		snprintf(all + used, sizeof(all) - used, "%s%s",
			 i > 0 ? ", " : "", field->row->words[i]);
	}
	FIELD_FAULT(field, _("%s cannot be %s; write one of: %s"),
		    field->key->name, word, all);
}

static void read_word(const struct field *field)
{
	if (field->row->words != NULL &&
	    find_word(field->row->words, field->key->value) < 0)
		report_word(field, field->key->value);
	else
		read_plain(field);
}

static bool in_range(const char *digits, int low, int high)
{
	int number = 10 * (digits[0] - '0') + (digits[1] - '0');

	return number >= low && number <= high;
}

static void read_date(const struct field *field)
{
	const char *value = field->key->value, *form = "0000-00-00";
	size_t i = 0;

	while (form[i] != '\0' && (form[i] == '0' ? value[i] >= '0' &&
				   value[i] <= '9' : value[i] == form[i]))
		i++;
	if (form[i] != '\0' || value[i] != '\0' ||
	    !in_range(value + 5, 1, 12) || !in_range(value + 8, 1, 31))
		FIELD_FAULT(field, _("%s is no date; write year, month and day, like 2025-03-31"),
			    value);
	else
		read_plain(field);
}

int load_flag(struct loading *loading, const struct entry *entry,
	      const struct ini_key *key, bool *out)
{
	*out = strcmp(key->value, "yes") == 0;
	if (*out || strcmp(key->value, "no") == 0)
		return 0;
	FAULT(loading, entry, key->line, _("%s cannot be %s; write yes or no"),
	      key->name, key->value);
	return -1;
}

static void read_flag(const struct field *field)
{
	bool flag;

	if (load_flag(field->loading, field->entry, field->key, &flag) == 0)
		store(field, &flag, sizeof(flag));
}

int load_number(struct loading *loading, const struct entry *entry,
		const struct ini_key *key, const char *text, double *out)
{
	if (text_number(out, text) == 0)
		return 0;
	FAULT(loading, entry, key->line, _("%s is no number; write digits, with a point for decimals, like 0.25"),
	      text);
	return -1;
}

static bool check_range(const struct field *field, double number)
{
	const struct key *row = field->row;
	char low[32], high[32];

	if (number <= row->high &&
	    (row->over ? number > row->low : number >= row->low))
		return true;
	text_from_number(low, sizeof(low), row->low, 6);
	if (row->over)
		FIELD_FAULT(field, _("%s cannot be %s; write a number over %s"),
			    field->key->name, field->key->value, low);
	else
		FIELD_FAULT(field, _("%s cannot be %s; write a number from %s to %s"),
			    field->key->name, field->key->value, low,
			    text_from_number(high, sizeof(high), row->high, 6));
	return false;
}

static void read_number(const struct field *field)
{
	double number;

	if (load_number(field->loading, field->entry, field->key,
			field->key->value, &number) == 0 &&
	    check_range(field, number))
		store(field, &number, sizeof(number));
}

static void read_whole(const struct field *field)
{
	double number;
	int whole;

	if (load_number(field->loading, field->entry, field->key,
			field->key->value, &number) != 0 ||
	    !check_range(field, number))
		return;
	whole = (int)number;
	if (whole != number)
		FIELD_FAULT(field, _("%s is no whole number; write it without decimals"),
			    field->key->value);
	else
		store(field, &whole, sizeof(whole));
}

static void read_choice(const struct field *field)
{
	int found = find_word(field->row->words, field->key->value);

	static_assert(sizeof(enum urgency) == sizeof(found), "enums are ints");
	if (found < 0) {
		report_word(field, field->key->value);
		return;
	}
	found += field->row->first;
	store(field, &found, sizeof(found));
}

static void read_choices(const struct field *field)
{
	const char *text = field->key->value;
	char word[MAX_WORD];
	unsigned bits = 0;

	while (next_word(word, sizeof(word), &text) != NULL) {
		int found = find_word(field->row->words, word);

		if (found < 0)
			report_word(field, word);
		else
			bits |= 1u << (found + field->row->first);
	}
	store(field, &bits, sizeof(bits));
}

/* Texts stand in the order of their numbers: the next one is expected. */
static void read_texts(const struct field *field)
{
	const struct ini_section *section = field->entry->section;
	struct texts *texts = (struct texts *)(void *)
		((char *)field->entry->object + field->row->offset);
	size_t number = (size_t)key_number(field->row->name, field->key->name);
	size_t left = (size_t)(section->keys + section->n_keys - field->key);
	const char **text;

	if (number != texts->count + 1) {
		FIELD_FAULT(field, _("%s stands where number %zu is due; number them 1, 2, 3 in order"),
			    field->key->name, texts->count + 1);
		return;
	}
	if (texts->count == 0)
		texts->text = arena_alloc(field->loading->arena, left,
					  sizeof(*texts->text));
	text = (const char **)texts->text;
	text[texts->count] = field->key->value;
	list_passage(field, text[texts->count++]);
}

/* Parsed later: an expression may name anything in the pack. */
static void read_expr(const struct field *field)
{
	struct loading *loading = field->loading;

	if (loading->n_pending == loading->room_pending) {
		loading->room_pending = loading->room_pending == 0
					? 256 : 2 * loading->room_pending;
		loading->pending = xrealloc(loading->pending,
					    loading->room_pending,
					    sizeof(*loading->pending));
	}
	loading->pending[loading->n_pending++] = (struct pending){
		.out = (const struct expr **)(void *)
			((char *)field->entry->object + field->row->offset),
		.text = field->key->value,
		.file = field->entry->file,
		.line = field->key->line,
	};
}

static void read_id(const struct field *field)
{
	const struct entry *found = find_entry(field->loading, field->entry,
					       field->key->line, field->row->of,
					       field->key->value);

	if (found != NULL)
		store(field, &found->object, sizeof(found->object));
}

static void read_ids(const struct field *field)
{
	size_t count;
	const void **list = load_ids(field->loading, field->entry, field->key,
				     field->row->of, field->key->value, &count);

	store(field, &list, sizeof(list));
	store_count(field, count);
}

/* The kind's function reads it; here its words are listed. */
static void read_own(const struct field *field)
{
	if (field->row->translated)
		list_passage(field, field->key->value);
}

static void (*const readers[N_KEY_TYPES])(const struct field *field) = {
	[KEY_TEXT] = read_text,
	[KEY_TEXTS] = read_texts,
	[KEY_WORD] = read_word,
	[KEY_DATE] = read_date,
	[KEY_FLAG] = read_flag,
	[KEY_NUMBER] = read_number,
	[KEY_WHOLE] = read_whole,
	[KEY_CHOICE] = read_choice,
	[KEY_CHOICES] = read_choices,
	[KEY_EXPR] = read_expr,
	[KEY_ID] = read_id,
	[KEY_IDS] = read_ids,
	[KEY_OWN] = read_own,
};

/* A bit for the type of a question: some keys are for some types only. */
static unsigned variant(const struct entry *entry)
{
	const struct ini_key *key;
	int type = -1;

	if (entry->kind != &kinds[KIND_QUESTION])
		return 0;
	key = find_key(entry, "type");
	if (key != NULL)
		type = find_word(question_type_words, key->value);
	return type < 0 ? 0 : 1u << type;
}

/* A key's name as one would write it: help-1 for help-N. */
static const char *example(char *name, size_t size, const struct key *row)
{
	const char *pattern = row->name;
	size_t bytes = strlen(pattern);

	snprintf(name, size, "%s", pattern);
	for (size_t i = 0; i < bytes && i < size; i++)
		if (pattern[i] == 'N' && (pattern[i + 1] == '-' ||
					  pattern[i + 1] == '\0'))
			name[i] = '1';
	return name;
}

static void report_unknown(struct loading *loading, const struct entry *entry,
			   const struct ini_key *key)
{
	char examples[MAX_ROWS][MAX_WORD];
	const char *names[MAX_ROWS], *nearest;
	size_t count = entry->kind->n_keys;

	assert(count <= MAX_ROWS);
	for (size_t i = 0; i < count; i++)
		names[i] = example(examples[i], sizeof(examples[i]),
				   &entry->kind->keys[i]);
	nearest = text_nearest(key->name, names, count);
	if (nearest != NULL)
		FAULT(loading, entry, key->line, _("a %s has no key %s; did you mean %s?"),
		      entry->kind->name, key->name, nearest);
	else
		FAULT(loading, entry, key->line, _("a %s has no key %s; remove it, or see sitwell-pack(5)"),
		      entry->kind->name, key->name);
}

static void report_variant(struct loading *loading, const struct entry *entry,
			   const struct ini_key *key, unsigned only)
{
	char types[80] = "";

	for (int i = 0; question_type_words[i] != NULL; i++) {
		size_t used = strlen(types);

		if (only & 1u << i)
			snprintf(types + used, sizeof(types) - used, "%s%s",
				 used > 0 ? ", " : "", question_type_words[i]);
	}
	FAULT(loading, entry, key->line, _("%s is only for questions of type %s; remove it, or correct the type"),
	      key->name, types);
}

static bool fits(const struct key *row, unsigned type)
{
	return row->only == 0 || (row->only & type) != 0;
}

static void report_missing(struct loading *loading, const struct entry *entry,
			   uint64_t seen, unsigned type)
{
	const struct kind *kind = entry->kind;
	char name[MAX_WORD];

	for (size_t i = 0; i < kind->n_keys; i++) {
		const struct key *row = &kind->keys[i];

		if (!row->required || !fits(row, type) || (seen >> i & 1))
			continue;
		example(name, sizeof(name), row);
		FAULT(loading, entry, 0, _("%s is missing in [%s %s]; add a line: %s = ..."),
		      name, kind->name, entry->section->id, name);
	}
}

/* What a skeleton left blank is of no use, and said once. */
static void report_blanks(struct loading *loading, const struct entry *entry)
{
	const struct ini_section *section = entry->section;

	for (size_t i = 0; i < section->n_keys; i++) {
		struct ini_key *key = &section->keys[i];
		const struct key *row = kind_find_key(entry->kind, key->name);

		if (row == NULL || strcmp(key->value, SKELETON_BLANK) != 0)
			continue;
		FAULT(loading, entry, key->line, _("%s is still to be written: %s"),
		      key->name, row->about);
		key->value = "";
	}
}

static void store_usual(struct loading *loading, const struct entry *entry)
{
	for (size_t i = 0; i < entry->kind->n_keys; i++) {
		const struct key *row = &entry->kind->keys[i];
		struct field field = { loading, entry, row, NULL };

		if (row->type == KEY_NUMBER)
			store(&field, &row->usual, sizeof(row->usual));
	}
}

void load_fields(struct loading *loading, const struct entry *entry)
{
	const struct ini_section *section = entry->section;
	const struct kind *kind = entry->kind;
	unsigned type = variant(entry);
	uint64_t seen = 0;

	store_usual(loading, entry);
	report_blanks(loading, entry);
	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];
		const struct key *row = kind_find_key(kind, key->name);
		struct field field = { loading, entry, row, key };

		if (row == NULL) {
			report_unknown(loading, entry, key);
			continue;
		}
		seen |= UINT64_C(1) << (row - kind->keys);
		if (!fits(row, type) && type != 0)
			report_variant(loading, entry, key, row->only);
		else if (key->value[0] != '\0')
			readers[row->type](&field);
	}
	report_missing(loading, entry, seen, type);
}
