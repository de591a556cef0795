/*
 * What can be told of exercises and programmes only together: what a phase
 * prescribes to whom, how phases follow each other, which programme is
 * offered, and what nothing names.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "pack/loading.h"

/* What a phase prescribes */

static void check_days(struct loading *loading, const struct entry *entry,
		       int line, const struct exercise *exercise,
		       const struct dose *dose)
{
	int most = exercise_most_days(exercise);

	if (dose_days(dose).low > most)
		FAULT(loading, entry, line, _("exercise %s has rest-days = %g, so at most %d days a week; write fewer"),
		      exercise->id, exercise->rest_days, most);
}

/* A dose that the exercise cannot have. */
static void check_prescription(struct loading *loading,
			       const struct entry *entry,
			       const struct prescription *one)
{
	const struct exercise *exercise = one->exercise;

	if (one->dose.unit == DOSE_STEP && exercise->dose.unit != DOSE_STEP)
		FAULT(loading, entry, one->place.line, _("exercise %s has no steps; write such as: 3 x 10, 3/week"),
		      exercise->id);
	else if (one->dose.unit == DOSE_STEP && exercise->levels.count > 0 &&
		 one->dose.amount.high > (double)exercise->levels.count)
		FAULT(loading, entry, one->place.line, _("exercise %s has %zu steps, but not step %g; write one of them"),
		      exercise->id, exercise->levels.count,
		      one->dose.amount.high);
	check_days(loading, entry, one->place.line, exercise, &one->dose);
}

static void check_prescribed(struct loading *loading, const struct entry *entry,
			   const struct phase *phase,
			   const struct prescription *one)
{
	const struct programme *programme = phase->programme;

	if (one->exercise->known_only) {
		FAULT(loading, entry, one->place.line, _("exercise %s is known-only; name one that is offered"),
		      one->exercise->id);
		return;
	}
	for (size_t i = 0; i < programme->n_targets; i++) {
		const struct target *target = programme->targets[i];

		if (exercise_excluded(one->exercise, target) != NULL)
			FAULT(loading, entry, one->place.line, _("exercise %s is not for %s, but programme %s is; leave it out"),
			      one->exercise->id, target->id, programme->id);
	}
	check_prescription(loading, entry, one);
}

/* How phases follow each other */

static bool has_weeks(const struct phase *phase)
{
	return phase->weeks.high > 0;
}

/* Weeks meet: neither a gap that belongs to no phase, nor an overlap. */
static void check_weeks(struct loading *loading, const struct entry *entry,
			const struct phase *before, const struct phase *phase)
{
	if (!has_weeks(before) || !has_weeks(phase))
		return;
	if (isinf(before->weeks.high))
		FAULT(loading, entry, find_key(entry, "weeks")->line, _("phase %s has no last week, but phase %s comes behind it; give it one"),
		      before->id, phase->id);
	else if (phase->weeks.low != before->weeks.high)
		FAULT(loading, entry, find_key(entry, "weeks")->line, _("phase %s begins in week %g, but phase %s ends in week %g; make them meet"),
		      phase->id, phase->weeks.low, before->id,
		      before->weeks.high);
}

/* To move on is to enter, so that what both ask is written once. */
static void check_asked_twice(struct loading *loading,
			      const struct entry *entry,
			      const struct phase *before,
			      const struct phase *phase)
{
	for (size_t i = 0; i < phase->n_enter; i++)
		for (size_t k = 0; k < before->n_move_on; k++)
			if (phase->enter[i] == before->move_on[k])
				FAULT(loading, entry, find_key(entry, "enter")->line, _("phase %s asks for %s already, to move on; remove it here"),
				      before->id, phase->enter[i]->id);
}

static void check_phase(struct loading *loading, const struct entry *entry)
{
	const struct phase *phase = entry->object;
	const struct programme *programme = phase->programme;

	/* or it stands elsewhere, which is told already */
	if (programme == NULL || phase != &programme->phases[phase->number])
		return;
	for (size_t i = 0; i < phase->n_exercises; i++)
		check_prescribed(loading, entry, phase, &phase->exercises[i]);
	if (phase->n_move_on == 0 && phase->number + 1 < programme->n_phases)
		FAULT(loading, entry, 0, _("nobody moves on from phase %s to the next; add move-on"),
		      phase->id);
	if (phase->number > 0) {
		check_weeks(loading, entry, phase - 1, phase);
		check_asked_twice(loading, entry, phase - 1, phase);
	}
}

/* Which programme is offered */

/* Who has such a condition first in the list is never left without a
 * clinician, so that an open programme for it could not be right. */
static void check_floors(struct loading *loading, const struct entry *entry)
{
	const struct programme *programme = entry->object;

	for (size_t i = 0; i < programme->n_targets && !programme->locked;
	     i++) {
		const struct target *target = programme->targets[i];
		const struct target *condition = target->parent != NULL
			? target->parent : target;

		if (condition->floor >= URGENCY_SOON)
			FAULT(loading, entry, 0, _("programme %s is open to all, but %s has floor = soon; lock it, or leave that out of for"),
			      programme->id, condition->id);
	}
}

/* A target of both, or NULL. */
static const struct target *shared(const struct programme *one,
				   const struct programme *other)
{
	for (size_t i = 0; i < one->n_targets; i++)
		if (programme_is_for(other, one->targets[i]))
			return one->targets[i];
	for (size_t i = 0; i < other->n_targets; i++)
		if (programme_is_for(one, other->targets[i]))
			return other->targets[i];
	return NULL;
}

/* Of two that are offered always, nobody would see the second. */
static void check_rivals(struct loading *loading, const struct entry *entry)
{
	const struct programme *programme = entry->object;
	const struct programme *first = loading->pack->programmes;

	for (const struct programme *before = first; before < programme;
	     before++) {
		const struct target *target = shared(before, programme);

		if (target != NULL && !programme->locked && !before->locked &&
		    (programme->when == NULL || before->when == NULL))
			FAULT(loading, entry, 0, _("programmes %s and %s are both for %s; give each a when"),
			      before->id, programme->id, target->id);
	}
}

static void check_programme(struct loading *loading, const struct entry *entry)
{
	const struct programme *programme = entry->object;

	if (programme->n_phases == 0)
		FAULT(loading, entry, 0, _("programme %s has no phase; add [phase id] with programme = %s"),
		      programme->id, programme->id);
	check_floors(loading, entry);
	check_rivals(loading, entry);
}

/* An exercise beside others */

static bool is_harder(const struct exercise *exercise,
		      const struct exercise *than)
{
	return exercise != than &&
	       (than->harder == exercise || exercise->easier == than);
}

/* Whether ever harder ones lead from one to the other; `seen` has a flag
 * for each exercise. */
static bool leads_to(const struct pack *pack, bool *seen,
		     const struct exercise *from, const struct exercise *goal)
{
	for (size_t i = 0; i < pack->n_exercises; i++) {
		const struct exercise *next = &pack->exercises[i];

		if (seen[i] || !is_harder(next, from))
			continue;
		seen[i] = true;
		if (next == goal || leads_to(pack, seen, next, goal))
			return true;
	}
	return false;
}

static void check_swap(struct loading *loading, const struct entry *entry,
		       const char *key, const struct exercise *swap)
{
	const struct exercise *exercise = entry->object;

	if (swap != NULL && swap->known_only && !exercise->known_only)
		FAULT(loading, entry, find_key(entry, key)->line, _("exercise %s is known-only; name one that is offered"),
		      swap->id);
}

/* Whoever may do an exercise may do the easier one in its place. */
static void check_suits(struct loading *loading, const struct entry *entry)
{
	const struct exercise *exercise = entry->object;
	const struct exercise *easier = exercise->easier;

	if (easier == NULL || easier->known_only)
		return;
	for (size_t i = 0; i < easier->n_not_for; i++)
		if (exercise_excluded(exercise, easier->not_for[i]) == NULL)
			FAULT(loading, entry, find_key(entry, "easier")->line, _("exercise %s is not for %s, who may do %s; name another easier one"),
			      easier->id, easier->not_for[i]->id,
			      exercise->id);
}

static void check_exercise(struct loading *loading, const struct entry *entry)
{
	const struct exercise *exercise = entry->object;
	const struct pack *pack = loading->pack;
	bool *seen = xcalloc(pack->n_exercises, sizeof *seen);
	const struct ini_key *dose = find_key(entry, "dose");

	check_swap(loading, entry, "easier", exercise->easier);
	check_swap(loading, entry, "harder", exercise->harder);
	check_suits(loading, entry);
	if (leads_to(pack, seen, exercise, exercise))
		FAULT(loading, entry, 0, _("what is harder than %s leads back to it; correct an easier or harder on the way"),
		      exercise->id);
	free(seen);
	if (dose != NULL)
		check_days(loading, entry, dose->line, exercise,
			   &exercise->dose);
}

/* What nothing names */

/* A flag for each object of a kind, set by what names it. */
struct named {
	bool *criteria, *exercises, *components, *pain_rules;
};

static void name_criteria(bool *named, const struct pack *pack,
			  const struct criterion *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		named[list[i] - pack->criteria] = true;
}

static void name_by_phases(struct named *named, const struct pack *pack)
{
	for (size_t i = 0; i < pack->n_phases; i++) {
		const struct phase *phase = &pack->phases[i];

		name_criteria(named->criteria, pack, phase->enter,
			      phase->n_enter);
		name_criteria(named->criteria, pack, phase->move_on,
			      phase->n_move_on);
		for (size_t k = 0; k < phase->n_exercises; k++)
			named->exercises[phase->exercises[k].exercise->index] =
				true;
	}
	for (size_t i = 0; i < pack->n_programmes; i++)
		if (pack->programmes[i].pain_rule != NULL)
			named->pain_rules[pack->programmes[i].pain_rule -
					  pack->pain_rules] = true;
}

static void name_by_exercises(struct named *named, const struct pack *pack)
{
	for (size_t i = 0; i < pack->n_exercises; i++) {
		const struct exercise *exercise = &pack->exercises[i];

		if (exercise->easier != NULL)
			named->exercises[exercise->easier->index] = true;
		if (exercise->harder != NULL)
			named->exercises[exercise->harder->index] = true;
		if (exercise->known_only || exercise->kept_because != NULL)
			named->exercises[i] = true;
		for (size_t k = 0; k < exercise->n_components; k++)
			named->components[exercise->components[k] -
					  pack->components] = true;
	}
}

/* `text` says what to do about one; it has one %s, for the id. */
static void tell_unnamed(struct loading *loading, enum kind_id kind,
			 const bool *named, const char *text)
{
	const struct entries *entries = &loading->of[kind];

	for (size_t i = 0; i < entries->count; i++)
		if (!named[i])
			FAULT(loading, entries->entry[i], 0, text,
			      entries->entry[i]->section->id);
}

static bool *flags(const struct loading *loading, enum kind_id kind)
{
	return arena_alloc(loading->scratch, loading->of[kind].count + 1,
			   sizeof(bool));
}

static void check_named(struct loading *loading)
{
	struct named named = {
		.criteria = flags(loading, KIND_CRITERION),
		.exercises = flags(loading, KIND_EXERCISE),
		.components = flags(loading, KIND_COMPONENT),
		.pain_rules = flags(loading, KIND_PAIN_RULE),
	};

	name_by_phases(&named, loading->pack);
	name_by_exercises(&named, loading->pack);
	tell_unnamed(loading, KIND_CRITERION, named.criteria,
		     _("no phase asks for criterion %s; name it in enter or move-on, or remove it"));
	tell_unnamed(loading, KIND_EXERCISE, named.exercises,
		     _("nothing names exercise %s; put it into a phase, or in easier or harder of another, or add kept-because"));
	tell_unnamed(loading, KIND_COMPONENT, named.components,
		     _("no exercise trains component %s; name it in components of one, or remove it"));
	tell_unnamed(loading, KIND_PAIN_RULE, named.pain_rules,
		     _("no programme keeps pain-rule %s; name it in pain-rule of one, or remove it"));
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

static void for_each(struct loading *loading, enum kind_id kind,
		     void (*look)(struct loading *loading,
				  const struct entry *entry))
{
	for (size_t i = 0; i < loading->of[kind].count; i++)
		look(loading, loading->of[kind].entry[i]);
}

void check_programmes(struct loading *loading)
{
	for_each(loading, KIND_PROGRAMME, check_programme);
	for_each(loading, KIND_PHASE, check_phase);
	for_each(loading, KIND_EXERCISE, check_exercise);
	check_named(loading);
	if (loading->of[KIND_PROGRAMME].count > 0)
		check_checks(loading);
}
