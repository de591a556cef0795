/*
 * Programmes, their phases, and what both need.  A phase belongs to the
 * programme that it names; the phases of one stand next to each other.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/loading.h"

void finish_pain_rule(struct loading *loading, const struct entry *entry)
{
	const struct pain_rule *rule = entry->object;

	if (rule->settling < rule->fine)
		FAULT(loading, entry, 0, _("in [pain-rule %s] settling is below fine; make it as high at least"),
		      rule->id);
}

void finish_criterion(struct loading *loading, const struct entry *entry)
{
	const struct criterion *criterion = entry->object;
	bool limited = find_key(entry, "at-most") != NULL;

	if (criterion->days > criterion->of)
		FAULT(loading, entry, 0, _("[criterion %s] wants %g of %g days; write days up to of"),
		      criterion->id, criterion->days, criterion->of);
	if (limited != (criterion->reads != LOG_NOTHING &&
			criterion->reads != LOG_SETTLED))
		FAULT(loading, entry, 0, _("in [criterion %s] at-most goes with reads = pain, during or night; correct one of them"),
		      criterion->id);
}

void finish_programme(struct loading *loading, const struct entry *entry)
{
	const struct programme *programme = entry->object;

	if (programme->locked != (programme->locked_because != NULL))
		FAULT(loading, entry, 0, _("[programme %s] needs both, locked = yes and locked-because, or neither"),
		      programme->id);
}

void finish_check(struct loading *loading, const struct entry *entry)
{
	struct check *check = entry->object;
	const char *nearest;

	for (size_t i = 0; review_check_words[i] != NULL; i++)
		if (strcmp(review_check_words[i], check->id) == 0) {
			check->which = (enum review_check)i;
			return;
		}
	nearest = text_nearest(check->id, review_check_words, N_REVIEW_CHECKS);
	if (nearest != NULL)
		FAULT(loading, entry, 0, _("there is no check %s; did you mean %s?"),
		      check->id, nearest);
	else
		FAULT(loading, entry, 0, _("there is no check %s; see sitwell-pack(5)"),
		      check->id);
}

/* Phases */

/* "0-2" or "8+" */
static void read_weeks(struct loading *loading, const struct entry *entry,
		       struct phase *phase)
{
	const struct ini_key *key = find_key(entry, "weeks");
	size_t bytes;

	if (key == NULL || key->value[0] == '\0')
		return;
	bytes = strlen(key->value);
	if (key->value[bytes - 1] == '+' &&
	    span_parse(&phase->weeks, key->value, bytes - 1)) {
		phase->weeks.high = INFINITY;
		return;
	}
	if (!span_parse(&phase->weeks, key->value, bytes))
		FAULT(loading, entry, key->line, _("%s are no weeks; write such as 2-5, or 8+"),
		      key->value);
}

static bool is_exercise(const struct entry *entry, const struct ini_key *key)
{
	const struct key *row = kind_find_key(entry->kind, key->name);

	return key->value[0] != '\0' && strcmp(row->name, "EXERCISE") == 0;
}

static void read_exercises(struct loading *loading, const struct entry *entry,
			   struct phase *phase)
{
	const struct ini_section *section = entry->section;
	struct prescription *list = arena_alloc(loading->arena,
						section->n_keys,
						sizeof *list);

	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];
		struct prescription *one = &list[phase->n_exercises];
		const struct entry *found;

		if (!is_exercise(entry, key))
			continue;
		found = find_entry(loading, entry, key->line, KIND_EXERCISE,
				   key->name);
		if (found == NULL ||
		    load_dose(loading, entry, key, &one->dose) != 0)
			continue;
		one->exercise = found->object;
		one->place = (struct place){ entry->file, key->line };
		phase->n_exercises++;
	}
	phase->exercises = list;
}

/* The phases of a programme stand next to each other, in order. */
static void join_programme(struct loading *loading, const struct entry *entry,
			   struct phase *phase)
{
	struct programme *programmes = loading->of[KIND_PROGRAMME].objects;
	struct programme *programme =
		&programmes[phase->programme - loading->pack->programmes];

	if (programme->n_phases == 0)
		programme->phases = phase;
	else if (phase != programme->phases + programme->n_phases)
		FAULT(loading, entry, 0, _("phase %s does not stand behind the other phases of programme %s; move it"),
		      phase->id, programme->id);
	phase->number = programme->n_phases++;
}

void finish_phase(struct loading *loading, const struct entry *entry)
{
	struct phase *phase = entry->object;

	read_weeks(loading, entry, phase);
	read_exercises(loading, entry, phase);
	if (phase->n_exercises == 0)
		FAULT(loading, entry, 0, _("phase %s has no exercise; add one with its dose"),
		      phase->id);
	if (phase->programme == NULL)
		return;
	join_programme(loading, entry, phase);
	if (phase->is_signed && !phase->programme->locked)
		FAULT(loading, entry, 0, _("phase %s is signed, but programme %s is not locked; make them agree"),
		      phase->id, phase->programme->id);
}

/* All together */

static void check_exercise(struct loading *loading, const struct entry *entry,
			   const struct phase *phase,
			   const struct prescription *one)
{
	const struct programme *programme = phase->programme;

	if (one->exercise->known_only)
		FAULT(loading, entry, one->place.line, _("exercise %s is known-only; name one that is offered"),
		      one->exercise->id);
	for (size_t i = 0; i < programme->n_targets; i++) {
		const struct target *target = programme->targets[i];

		if (exercise_excluded(one->exercise, target) != NULL)
			FAULT(loading, entry, one->place.line, _("exercise %s is not for %s, but programme %s is; leave it out"),
			      one->exercise->id, target->id, programme->id);
	}
}

static bool trains(const struct exercise *exercise,
		   const struct component *component)
{
	for (size_t i = 0; i < exercise->n_components; i++)
		if (exercise->components[i] == component)
			return true;
	return false;
}

static bool meets(const struct phase *phase, const struct component *need)
{
	for (size_t i = 0; i < phase->n_exercises; i++)
		if (trains(phase->exercises[i].exercise, need))
			return true;
	return false;
}

static void check_phase(struct loading *loading, const struct entry *entry)
{
	const struct phase *phase = entry->object;
	const struct programme *programme = phase->programme;

	if (programme == NULL)
		return;
	for (size_t i = 0; i < phase->n_exercises; i++)
		check_exercise(loading, entry, phase, &phase->exercises[i]);
	for (size_t i = 0; i < phase->n_needs; i++)
		if (!meets(phase, phase->needs[i]))
			FAULT(loading, entry, 0, _("phase %s needs %s, but none of its exercises trains that; add one"),
			      phase->id, phase->needs[i]->id);
	if (phase->n_move_on == 0 && phase->number + 1 < programme->n_phases)
		FAULT(loading, entry, 0, _("nobody moves on from phase %s to the next; add move-on"),
		      phase->id);
}

/* What each phase lists as criteria, so that none is idle. */
static void mark(bool *used, const struct pack *pack,
		 const struct criterion *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		used[list[i] - pack->criteria] = true;
}

static void check_criteria(struct loading *loading)
{
	const struct entries *criteria = &loading->of[KIND_CRITERION];
	const struct pack *pack = loading->pack;
	bool *used = xcalloc(criteria->count + 1, sizeof *used);

	for (size_t i = 0; i < pack->n_phases; i++) {
		const struct phase *phase = &pack->phases[i];

		mark(used, pack, phase->enter, phase->n_enter);
		mark(used, pack, phase->move_on, phase->n_move_on);
	}
	for (size_t i = 0; i < criteria->count; i++)
		if (!used[i])
			FAULT(loading, criteria->entry[i], 0, _("no phase asks for criterion %s; name it in enter or move-on, or remove it"),
			      criteria->entry[i]->section->id);
	free(used);
}

/* With programmes, a review must find words for all that it looks for. */
static void check_checks(struct loading *loading)
{
	const struct entry *first = loading->of[KIND_PROGRAMME].entry[0];

	for (size_t i = 0; review_check_words[i] != NULL; i++)
		if (names_find(loading->names, KIND_CHECK,
			       review_check_words[i]) == NULL)
			FAULT(loading, first, 0, _("there are programmes, but no [check %s]; add it with level, because and source"),
			      review_check_words[i]);
	if (loading->of[KIND_GATE].count == 0)
		FAULT(loading, first, 0, _("there are programmes, but no [gate ID]; add what is asked before every session"));
}

void check_programmes(struct loading *loading)
{
	const struct entries *programmes = &loading->of[KIND_PROGRAMME];
	const struct entries *phases = &loading->of[KIND_PHASE];

	for (size_t i = 0; i < programmes->count; i++) {
		const struct programme *programme =
			programmes->entry[i]->object;

		if (programme->n_phases == 0)
			FAULT(loading, programmes->entry[i], 0, _("programme %s has no phase; add [phase id] with programme = %s"),
			      programme->id, programme->id);
	}
	for (size_t i = 0; i < phases->count; i++)
		check_phase(loading, phases->entry[i]);
	check_criteria(loading);
	if (programmes->count > 0)
		check_checks(loading);
}
