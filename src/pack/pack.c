/* What may be asked of a loaded pack. */
#include <config.h>

#include "pack/pack.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "pack/loading.h"

void pack_free(struct pack **pack)
{
	struct arena *arena;

	if (*pack == NULL)
		return;
	arena = (*pack)->arena;
	free((*pack)->passages);
	*pack = NULL;
	arena_free(&arena);
}

const void *pack_find(const struct pack *pack, enum kind_id kind,
		      const char *id)
{
	const struct entry *entry = names_find(pack->index->names, kind, id);

	return entry != NULL ? entry->object : NULL;
}

/* Sections with an id of their own begin with it. */
const char *pack_nearest(const struct pack *pack, enum kind_id kind,
			 const char *id)
{
	const struct kind *row = kind_row(kind);
	const char *sections, **ids, *nearest;
	size_t count;

	memcpy(&sections, (const char *)pack + row->list, sizeof(sections));
	memcpy(&count, (const char *)pack + row->count, sizeof(count));
	ids = xcalloc(count + 1, sizeof(*ids));
	for (size_t i = 0; i < count; i++)
		memcpy(&ids[i], sections + i * row->size, sizeof(ids[i]));
	nearest = text_nearest(id, ids, count);
	free(ids);
	return nearest;
}

const struct question *pack_find_question(const struct pack *pack,
					  const char *id)
{
	return pack_find(pack, KIND_QUESTION, id);
}

const struct finding *pack_find_finding(const struct pack *pack,
					const char *id)
{
	return pack_find(pack, KIND_FINDING, id);
}

const struct target *pack_find_target(const struct pack *pack, const char *id)
{
	return pack_find(pack, KIND_TARGET, id);
}

const struct rule *pack_find_rule(const struct pack *pack, const char *id)
{
	return pack_find(pack, KIND_RULE, id);
}

const struct exercise *pack_find_exercise(const struct pack *pack,
					  const char *id)
{
	return pack_find(pack, KIND_EXERCISE, id);
}

const struct criterion *pack_find_criterion(const struct pack *pack,
					    const char *id)
{
	return pack_find(pack, KIND_CRITERION, id);
}

const struct programme *pack_find_programme(const struct pack *pack,
					    const char *id)
{
	return pack_find(pack, KIND_PROGRAMME, id);
}

const struct phase *pack_find_phase(const struct pack *pack, const char *id)
{
	return pack_find(pack, KIND_PHASE, id);
}

const struct gate *pack_find_gate(const struct pack *pack, const char *id)
{
	return pack_find(pack, KIND_GATE, id);
}

const struct check *pack_check(const struct pack *pack,
			       enum review_check which)
{
	return pack_find(pack, KIND_CHECK, review_check_words[which]);
}

const struct exclusion *exercise_excluded(const struct exercise *exercise,
					  const struct target *target)
{
	for (size_t i = 0; i < exercise->n_not_for; i++)
		if (exercise->not_for[i] == target ||
		    exercise->not_for[i] == target->parent ||
		    exercise->not_for[i]->parent == target)
			return &exercise->exclusions[i];
	return NULL;
}

bool exercise_trains(const struct exercise *exercise,
		     const struct component *component)
{
	for (size_t i = 0; i < exercise->n_components; i++)
		if (exercise->components[i] == component)
			return true;
	return false;
}

int exercise_most_days(const struct exercise *exercise)
{
	const int days_a_week = 7, rest = (int)exercise->rest_days;

	return (days_a_week + rest) / (rest + 1);
}

bool programme_is_for(const struct programme *programme,
		      const struct target *target)
{
	for (size_t i = 0; i < programme->n_targets; i++)
		if (programme->targets[i] == target ||
		    programme->targets[i] == target->parent)
			return true;
	return false;
}

int question_find_answer(const struct question *question, const char *id)
{
	for (size_t i = 0; i < question->n_answers; i++)
		if (strcmp(question->answers[i].id, id) == 0)
			return (int)i;
	return -1;
}

bool question_has_number(const struct question *question)
{
	return question->type == QUESTION_NUMBER ||
	       question->type == QUESTION_SCALE;
}

bool question_takes_several(const struct question *question)
{
	return question->type == QUESTION_MULTI ||
	       (question->type == QUESTION_SITE && question->multiple);
}

bool question_lacks_answers(const struct question *question)
{
	switch (question->type) {
	case QUESTION_SINGLE:
	case QUESTION_MULTI:
	case QUESTION_SITE:
	case QUESTION_TIMED:
		return question->n_answers == 0;
	case QUESTION_NUMBER:
	case QUESTION_SCALE:
	case QUESTION_TEXT:
		break;
	}
	return false;
}

static int find_word(const char *const *words, const char *word)
{
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return -1;
}

const char *urgency_id(enum urgency urgency)
{
	return urgency_words[urgency];
}

int urgency_from_id(const char *id)
{
	return find_word(urgency_words, id);
}

const char *role_id(enum role role)
{
	return role_words[role];
}

int role_from_id(const char *id)
{
	return find_word(role_words, id);
}

const char *question_type_id(enum question_type type)
{
	return question_type_words[type];
}

const char *advice_kind_id(enum advice_kind kind)
{
	return advice_kind_words[kind];
}

const char *match_id(enum match match)
{
	return match_words[match];
}

const char *review_level_id(enum review_level level)
{
	return review_level_words[level];
}

const char *family_id(enum family family)
{
	return family == FAMILY_NONE ? "none" : family_words[family - 1];
}
