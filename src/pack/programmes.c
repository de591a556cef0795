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

/* A dose with a fault keeps its exercise, which may be needed. */
/*
 * A dose with a fault keeps its exercise, so that nothing else is said of it.
 * Returns false where an exercise is not known.
 */
static bool read_exercises(struct loading *loading, const struct entry *entry,
			   struct phase *phase)
{
	const struct ini_section *section = entry->section;
	struct prescription *list = arena_alloc(loading->arena,
						section->n_keys,
						sizeof *list);
	bool known = true;

	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];
		struct prescription *one = &list[phase->n_exercises];
		const struct entry *found;

		if (!is_exercise(entry, key))
			continue;
		found = find_entry(loading, entry, key->line, KIND_EXERCISE,
				   key->name);
		known &= found != NULL;
		if (found == NULL)
			continue;
		load_dose(loading, entry, key, &one->dose);
		one->exercise = found->object;
		one->place = (struct place){ entry->file, key->line };
		phase->n_exercises++;
	}
	phase->exercises = list;
	return known;
}

static bool meets(const struct phase *phase, const struct component *need)
{
	for (size_t i = 0; i < phase->n_exercises; i++)
		if (exercise_trains(phase->exercises[i].exercise, need))
			return true;
	return false;
}

static void check_exercises(struct loading *loading, const struct entry *entry,
			    const struct phase *phase)
{
	if (phase->n_exercises == 0)
		FAULT(loading, entry, 0, _("phase %s has no exercise; add one with its dose"),
		      phase->id);
	for (size_t i = 0; i < phase->n_needs; i++)
		if (!meets(phase, phase->needs[i]))
			FAULT(loading, entry, 0, _("phase %s needs %s, but none of its exercises trains that; add one"),
			      phase->id, phase->needs[i]->id);
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
	if (phase != programme->phases + programme->n_phases) {
		FAULT(loading, entry, 0, _("phase %s does not stand behind the other phases of programme %s; move it"),
		      phase->id, programme->id);
		return;
	}
	phase->number = programme->n_phases++;
}

void finish_phase(struct loading *loading, const struct entry *entry)
{
	struct phase *phase = entry->object;

	read_weeks(loading, entry, phase);
	if (read_exercises(loading, entry, phase))
		check_exercises(loading, entry, phase);
	if (phase->programme == NULL)
		return;
	join_programme(loading, entry, phase);
	if (phase->is_signed && !phase->programme->locked)
		FAULT(loading, entry, 0, _("phase %s is signed, but programme %s is not locked; make them agree"),
		      phase->id, phase->programme->id);
}
