/* Words, keys, and what an id names. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/loading.h"

const struct ini_key *find_key(const struct entry *entry, const char *name)
{
	const struct ini_section *section = entry->section;

	for (size_t i = 0; i < section->n_keys; i++)
		if (strcmp(section->keys[i].name, name) == 0)
			return &section->keys[i];
	return NULL;
}

static void add_ids(const char **ids, size_t *count,
		    const struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++)
		ids[(*count)++] = entries->entry[i]->section->id;
}

static const char *nearest_id(const struct loading *loading, enum kind_id kind,
			      const char *id)
{
	const struct entries *first = &loading->of[kind == KIND_TARGET
						   ? KIND_CONDITION : kind];
	const struct entries *second = &loading->of[KIND_SUBTYPE];
	const char **ids = xcalloc(first->count + second->count, sizeof(*ids));
	const char *nearest;
	size_t count = 0;

	add_ids(ids, &count, first);
	if (kind == KIND_TARGET)
		add_ids(ids, &count, second);
	nearest = text_nearest(id, ids, count);
	free(ids);
	return nearest;
}

const struct entry *find_entry(struct loading *loading,
			       const struct entry *from, int line,
			       enum kind_id kind, const char *id)
{
	const struct entry *entry = names_find(loading->names, scope_of(kind),
					       id);
	const char *name = kind_row(kind)->name;
	const char *nearest;

	if (entry != NULL && kind != KIND_TARGET &&
	    entry->kind != &kinds[kind]) {
		FAULT(loading, from, line, _("%s is a %s; name a %s"), id,
		      entry->kind->name, name);
		return NULL;
	}
	if (entry != NULL)
		return entry;
	nearest = nearest_id(loading, kind, id);
	if (nearest != NULL)
		FAULT(loading, from, line, _("there is no %s %s; did you mean %s?"),
		      name, id, nearest);
	else
		FAULT(loading, from, line, _("there is no %s %s; add [%s %s], or correct the name"),
		      name, id, name, id);
	return NULL;
}

const void **load_ids(struct loading *loading, const struct entry *entry,
		      const struct ini_key *key, enum kind_id of,
		      const char *text, size_t *count)
{
	const void **list = arena_alloc(loading->arena, count_words(text),
					sizeof(*list));
	char word[MAX_WORD];

	*count = 0;
	while (next_word(word, sizeof(word), &text) != NULL) {
		const struct entry *found = find_entry(loading, entry,
						       key->line, of, word);
		size_t i = 0;

		if (found == NULL)
			continue;
		while (i < *count && list[i] != found->object)
			i++;
		if (i == *count)
			list[(*count)++] = found->object;
		else
			FAULT(loading, entry, key->line, _("%s is named twice; name it once"),
			      word);
	}
	return list;
}

int load_sources(struct loading *loading, const struct entry *entry,
		 const struct ini_key *key, const char *text,
		 struct sources *out)
{
	size_t wanted = count_words(text);

	out->source = (const struct source *const *)
		load_ids(loading, entry, key, KIND_SOURCE, text, &out->count);
	return out->count == wanted ? 0 : -1;
}
