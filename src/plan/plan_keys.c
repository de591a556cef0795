#include "config.h"

#include "plan/plan_keys.h"

#include <string.h>

#include "base/dates.h"
#include "base/text.h"

bool plan_key_stands_before(const struct ini_section *section, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (strcmp(section->keys[i].name,
			   section->keys[index].name) == 0)
			return true;
	return false;
}

struct place plan_key_place(const struct plan_key *in)
{
	return (struct place){ in->source->path, in->key->line };
}

const char *plan_key_text(const struct plan_key *in)
{
	return arena_strdup(in->source->arena, in->key->value);
}

static const void *find(const struct plan_key *in, enum kind_id kind,
			const char *id)
{
	const struct pack *pack = in->source->pack;
	const void *found = pack_find(pack, kind, id);
	const char *nearest = found == NULL ? pack_nearest(pack, kind, id)
					    : NULL;

	if (nearest != NULL)
		KEY_FAULT(in, _("there is no %s %s; did you mean %s?"),
			  kind_row(kind)->name, id, nearest);
	else if (found == NULL)
		KEY_FAULT(in, in->source->unknown, kind_row(kind)->name, id);
	return found;
}

const void *plan_key_id(const struct plan_key *in, enum kind_id kind)
{
	return find(in, kind, in->key->value);
}

const void **plan_key_ids(const struct plan_key *in, enum kind_id kind,
			  size_t *count)
{
	const char *text = in->key->value;
	const void **list = arena_alloc(in->source->arena, count_words(text),
					sizeof *list);
	char word[MAX_WORD];

	*count = 0;
	while (next_word(word, sizeof word, &text) != NULL) {
		list[*count] = find(in, kind, word);
		*count += list[*count] != NULL;
	}
	return list;
}

long plan_key_date(const struct plan_key *in)
{
	long day = date_parse(in->key->value);

	if (day == NO_DATE)
		KEY_FAULT(in, _("%s is no date; write year, month and day, like 2025-03-31"),
			  in->key->value);
	return day;
}

int plan_key_flag(const struct plan_key *in)
{
	if (strcmp(in->key->value, "yes") == 0)
		return 1;
	if (strcmp(in->key->value, "no") == 0)
		return 0;
	KEY_FAULT(in, _("%s cannot be %s; write yes or no"), in->key->name,
		  in->key->value);
	return -1;
}
