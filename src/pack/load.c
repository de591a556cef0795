/* The steps from a folder to a pack. */
#include <config.h>

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/loading.h"

#define MAX_PATH 4096

/* What the table says of a kind is read before its function is called. */
static finish_entry *const finish[N_KINDS] = {
	[KIND_PACK] = finish_pack,
	[KIND_BODYMAP] = finish_bodymap,
	[KIND_ZONE] = finish_zone,
	[KIND_QUESTION] = finish_question,
	[KIND_CHECKLIST] = finish_checklist,
	[KIND_GROUP] = finish_group,
	[KIND_EVIDENCE] = finish_evidence,
	[KIND_PROFILE] = finish_profile,
	[KIND_STRATUM] = finish_stratum,
	[KIND_RULE] = finish_rule,
	[KIND_ADVICE] = finish_advice,
	[KIND_EXERCISE] = finish_exercise,
	[KIND_PAIN_RULE] = finish_pain_rule,
	[KIND_CRITERION] = finish_criterion,
	[KIND_PROGRAMME] = finish_programme,
	[KIND_PHASE] = finish_phase,
	[KIND_CHECK] = finish_check,
};

/* How all structs of a `headed` kind begin. */
struct head {
	const char *id;
	struct place place;
};
static_assert(offsetof(struct head, place) == offsetof(struct question, place)
	      && offsetof(struct head, place) == offsetof(struct target, place)
	      && offsetof(struct head, place) == offsetof(struct flow, place),
	      "heads are alike");

/* A folder without it is no pack: its other files are none of ours. */
static bool has_pack_ini(const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], "pack.ini") == 0)
			return true;
	return false;
}

static void read_files(struct loading *loading, const char *dir)
{
	const char *const *names;
	char path[MAX_PATH];
	size_t count;

	if (files_find(&names, &count, loading->arena, dir,
		       loading->faults) != 0 && count == 0)
		return;
	if (!has_pack_ini(names, count)) {
		error_list_add(loading->faults, "pack.ini", 0,
			       _("there is no such file; write one with [pack id] and its keys"));
		return;
	}
	loading->n_files = count;
	loading->files = arena_alloc(loading->scratch, count,
				     sizeof(*loading->files));
	for (size_t i = 0; i < count; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, names[i]);
		ini_read_into(&loading->files[i], loading->arena, path,
			      names[i], loading->faults);
	}
}

static void hash_files(struct loading *loading)
{
	uint64_t hash = FNV_START;

	for (size_t i = 0; i < loading->n_files; i++) {
		const struct ini *file = &loading->files[i];

		hash = fnv(hash, file->name, strlen(file->name) + 1);
		hash = fnv(hash, &file->hash, sizeof(file->hash));
	}
	snprintf(loading->pack->hash, sizeof(loading->pack->hash),
		 "%016" PRIx64, hash);
}

static void report_kind(struct loading *loading, const struct entry *entry)
{
	const char *names[N_KINDS], *nearest;
	const char *kind = entry->section->kind;

	for (size_t i = 0; i < N_KINDS; i++)
		names[i] = kinds[i].name;
	nearest = text_nearest(kind, names, N_KINDS);
	if (nearest != NULL)
		FAULT(loading, entry, 0, _("there is no kind of section %s; did you mean %s?"),
		      kind, nearest);
	else
		FAULT(loading, entry, 0, _("there is no kind of section %s; see sitwell-pack(5)"),
		      kind);
}

/* Whether the section can be told from all others by its kind and id. */
static bool register_entry(struct loading *loading, struct entry *entry)
{
	const struct entry *first;
	enum kind_id kind;

	entry->kind = kind_find(entry->section->kind);
	if (entry->kind == NULL) {
		report_kind(loading, entry);
		return false;
	}
	if (entry->section->id[0] == '\0') {
		FAULT(loading, entry, 0, _("the section has no id; write: [%s some-id]"),
		      entry->kind->name);
		return false;
	}
	kind = (enum kind_id)(entry->kind - kinds);
	first = names_add(loading->names, scope_of(kind), entry->section->id,
			  entry);
	if (first == NULL)
		return true;
	FAULT(loading, entry, 0, _("there is a %s %s already, in %s:%d; choose another id"),
	      first->kind->name, first->section->id, first->file,
	      first->section->line);
	return false;
}

static void add_entry(struct loading *loading, const struct ini *file,
		      const struct ini_section *section)
{
	struct entry *entry = arena_alloc(loading->arena, 1, sizeof(*entry));
	struct entries *entries;

	entry->section = section;
	entry->file = file->name;
	if (!register_entry(loading, entry))
		return;
	entries = &loading->of[entry->kind - kinds];
	entry->position = entries->count;
	entries->entry[entries->count++] = entry;
}

static bool is_sound(const struct ini_section *section)
{
	return section->kind[0] != '\0';
}

static void count_sections(struct loading *loading, size_t *total)
{
	size_t counts[N_KINDS] = { 0 };

	*total = 0;
	for (size_t f = 0; f < loading->n_files; f++) {
		const struct ini *file = &loading->files[f];

		for (size_t s = 0; s < file->n_sections; s++) {
			const struct kind *kind =
				kind_find(file->sections[s].kind);

			*total += is_sound(&file->sections[s]);
			if (kind != NULL)
				counts[kind - kinds]++;
		}
	}
	for (size_t kind = 0; kind < N_KINDS; kind++)
		loading->of[kind].entry =
			arena_alloc(loading->scratch, counts[kind],
				    sizeof(struct entry *));
}

static void collect_entries(struct loading *loading)
{
	struct pack_index *index = arena_alloc(loading->arena, 1,
					       sizeof(*index));
	size_t total;

	count_sections(loading, &total);
	loading->names = names_new(loading->arena, total);
	index->names = loading->names;
	loading->pack->index = index;
	for (size_t f = 0; f < loading->n_files; f++) {
		const struct ini *file = &loading->files[f];

		for (size_t s = 0; s < file->n_sections; s++)
			if (is_sound(&file->sections[s]))
				add_entry(loading, file, &file->sections[s]);
	}
}

static void set_head(struct entry *entry)
{
	struct head head = {
		entry->section->id,
		{ entry->file, entry->section->line },
	};

	memcpy(entry->object, &head, sizeof(head));
}

/* Tells struct pack where the objects of a kind are. */
static void publish(struct loading *loading, const struct kind *kind,
		    const struct entries *entries)
{
	char *pack = (char *)loading->pack;

	if (kind->list == 0)
		return;
	memcpy(pack + kind->list, &entries->objects, sizeof(entries->objects));
	memcpy(pack + kind->count, &entries->count, sizeof(entries->count));
}

void place_objects(struct loading *loading, enum kind_id id)
{
	const struct kind *kind = &kinds[id];
	struct entries *entries = &loading->of[id];
	size_t first = id == KIND_SUBTYPE ? loading->of[KIND_CONDITION].count
					  : 0;

	if (entries->objects == NULL)
		entries->objects = arena_alloc(loading->arena, entries->count,
					       kind->size);
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = entries->entry[i];
		size_t index = first + i;

		entry->position = i;
		entry->object = (char *)entries->objects + i * kind->size;
		if (kind->headed)
			set_head(entry);
		if (kind->index != 0)
			memcpy((char *)entry->object + kind->index, &index,
			       sizeof(index));
	}
	publish(loading, kind, entries);
}

/* Conditions and subtypes share one array. */
static void place_all(struct loading *loading)
{
	struct entries *conditions = &loading->of[KIND_CONDITION];
	struct entries *subtypes = &loading->of[KIND_SUBTYPE];
	struct pack *pack = loading->pack;
	struct target *targets =
		arena_alloc(loading->arena, conditions->count + subtypes->count,
			    sizeof(*targets));

	conditions->objects = targets;
	subtypes->objects = targets + conditions->count;
	loading->of[KIND_PACK].objects = pack;
	for (enum kind_id kind = 0; kind < N_KINDS; kind++)
		place_objects(loading, kind);
	pack->n_conditions = conditions->count;
	pack->n_targets = conditions->count + subtypes->count;
	if (loading->of[KIND_SELF_CARE].count > 0)
		pack->self_care = loading->of[KIND_SELF_CARE].objects;
}

static void load_kind(struct loading *loading, enum kind_id kind)
{
	const struct entries *entries = &loading->of[kind];

	for (size_t i = 0; i < entries->count; i++) {
		load_fields(loading, entries->entry[i]);
		if (finish[kind] != NULL)
			finish[kind](loading, entries->entry[i]);
	}
}

static void parse_pending(struct loading *loading)
{
	struct error err;

	for (size_t i = 0; i < loading->n_pending; i++) {
		const struct pending *pending = &loading->pending[i];

		if (expr_parse(pending->out, loading->arena, loading->pack,
			       pending->text, pending->file, pending->line,
			       &err) != 0)
			error_list_add(loading->faults, err.file, err.line,
				       "%s", err.message);
	}
}

/* The pack's own from here on: pack_free frees them. */
static void keep_passages(struct loading *loading)
{
	if (!loading->keeps_passages)
		return;
	loading->pack->passages = xrealloc(loading->passages,
					   loading->n_passages + 1,
					   sizeof(*loading->passages));
	loading->pack->n_passages = loading->n_passages;
	loading->passages = NULL;
}

/*
 * Kinds stand in the order in which they can be read: findings only once
 * the answers of all questions are known.
 */
static void compile(struct loading *loading)
{
	collect_entries(loading);
	order_questions(loading);
	order_zones(loading);
	place_all(loading);
	for (enum kind_id kind = 0; kind < N_KINDS; kind++) {
		if (kind == KIND_FINDING)
			order_findings(loading);
		load_kind(loading, kind);
	}
	collect_evidence(loading);
	parse_pending(loading);
	check_marks(loading);
	check_pack(loading);
	check_programmes(loading);
	keep_passages(loading);
	hash_files(loading);
}

static void loading_done(struct loading *loading)
{
	for (size_t i = 0; i < loading->n_files; i++)
		ini_done(&loading->files[i]);
	free(loading->pending);
	free(loading->passages);
	arena_free(&loading->scratch);
}

static int load(struct pack **out, const char *dir, bool keeps_passages,
		struct error_list *faults)
{
	struct arena *arena = arena_new();
	struct loading loading = {
		.pack = arena_alloc(arena, 1, sizeof(*loading.pack)),
		.arena = arena,
		.scratch = arena_new(),
		.faults = faults,
		.keeps_passages = keeps_passages,
	};
	size_t before = faults->count;

	loading.pack->arena = arena;
	read_files(&loading, dir);
	if (loading.n_files > 0)
		compile(&loading);
	loading_done(&loading);
	*out = loading.pack;
	if (faults->count == before)
		return 0;
	pack_free(out);
	error_list_sort(faults);
	return -1;
}

int pack_load(struct pack **out, const char *dir, struct error_list *faults)
{
	return load(out, dir, false, faults);
}

int pack_load_with_passages(struct pack **out, const char *dir,
			    struct error_list *faults)
{
	return load(out, dir, true, faults);
}
