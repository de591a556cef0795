#include "config.h"

#include "plan/diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct comparing {
	struct plan_diff *diff;
	struct plan_change *changes;
	size_t n_changes, room;
};

static struct plan_change *add(struct comparing *comparing,
			       enum change_kind kind, size_t week)
{
	struct plan_change *change;

	if (comparing->n_changes == comparing->room) {
		comparing->room = 2 * comparing->room + 32;
		comparing->changes = xrealloc(comparing->changes,
					      comparing->room,
					      sizeof *comparing->changes);
	}
	change = &comparing->changes[comparing->n_changes++];
	*change = (struct plan_change){ .kind = kind, .week = week };
	return change;
}

static bool same(const char *one, const char *other)
{
	if (one == NULL || other == NULL)
		return one == other;
	return strcmp(one, other) == 0;
}

/* What stands outside the weeks, as text */

static const char *date_value(struct arena *arena, long day)
{
	char text[DATE_SIZE];

	if (day == NO_DATE)
		return NULL;
	return arena_strdup(arena, date_print(text, sizeof text, day));
}

static const char *number_value(struct arena *arena, double number)
{
	char text[32];

	if (number <= 0)
		return NULL;
	snprintf(text, sizeof text, "%g", number);
	return arena_strdup(arena, text);
}

/* Ids with blanks between them; `id_at` gives one of them. */
static const char *ids_value(struct arena *arena, const void *list,
			     size_t count,
			     const char *(*id_at)(const void *list, size_t i))
{
	char *text = NULL;
	const char *value;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	if (stream == NULL)
		abort();
	for (size_t i = 0; i < count; i++)
		fprintf(stream, "%s%s", i > 0 ? " " : "", id_at(list, i));
	fclose(stream);
	value = count > 0 ? arena_strdup(arena, text) : NULL;
	free(text);
	return value;
}

static const char *target_at(const void *list, size_t i)
{
	return ((const struct target *const *)list)[i]->id;
}

static const char *phase_at(const void *list, size_t i)
{
	return ((const struct phase *const *)list)[i]->id;
}

static const char *exercise_at(const void *list, size_t i)
{
	return ((const struct exercise *const *)list)[i]->id;
}

static const char *criterion_at(const void *list, size_t i)
{
	return ((const struct criterion *const *)list)[i]->id;
}

static const char *programme_value(const struct programme *programme)
{
	return programme == NULL ? NULL : programme->id;
}

enum {
	VALUE_PERSON, VALUE_CONDITION, VALUE_PROGRAMME, VALUE_ALSO, VALUE_AGE,
	VALUE_PREGNANT, VALUE_SURGERY, VALUE_START, VALUE_RESCREEN,
	VALUE_FLARE, VALUE_STOP, VALUE_URGENCY, VALUE_SCREENED, VALUE_FLOOR,
	VALUE_BY, VALUE_CLEARED_ON, VALUE_CLEARED, VALUE_PHASES,
	VALUE_EXERCISES, N_VALUES,
};

static const struct {
	const char *section, *key;
} names[N_VALUES] = {
	[VALUE_PERSON] = { "plan", "person" },
	[VALUE_CONDITION] = { "plan", "condition" },
	[VALUE_PROGRAMME] = { "plan", "programme" },
	[VALUE_ALSO] = { "plan", "also" },
	[VALUE_AGE] = { "plan", "age" },
	[VALUE_PREGNANT] = { "plan", "pregnant" },
	[VALUE_SURGERY] = { "plan", "surgery" },
	[VALUE_START] = { "plan", "start" },
	[VALUE_RESCREEN] = { "plan", "rescreen" },
	[VALUE_FLARE] = { "plan", "flare" },
	[VALUE_STOP] = { "plan", "stop" },
	[VALUE_URGENCY] = { "screening", "urgency" },
	[VALUE_SCREENED] = { "screening", "date" },
	[VALUE_FLOOR] = { "screening", "floor" },
	[VALUE_BY] = { "clearance", "by" },
	[VALUE_CLEARED_ON] = { "clearance", "date" },
	[VALUE_CLEARED] = { "clearance", "programme" },
	[VALUE_PHASES] = { "clearance", "phases" },
	[VALUE_EXERCISES] = { "clearance", "exercises" },
};

static void read_plan(const char **values, struct arena *arena,
		      const struct plan *plan)
{
	values[VALUE_PERSON] = plan->person;
	values[VALUE_CONDITION] = plan->target->id;
	values[VALUE_PROGRAMME] = programme_value(plan->programme);
	values[VALUE_ALSO] = ids_value(arena, plan->also, plan->n_also,
				       target_at);
	values[VALUE_AGE] = number_value(arena, plan->age);
	values[VALUE_PREGNANT] = plan->pregnant ? "yes" : NULL;
	values[VALUE_SURGERY] = date_value(arena, plan->surgery);
	values[VALUE_START] = date_value(arena, plan->start);
	values[VALUE_RESCREEN] = date_value(arena, plan->rescreen);
	values[VALUE_FLARE] = plan->flare;
	values[VALUE_STOP] = plan->stop;
}

static void read_screening(const char **values, struct arena *arena,
			   const struct screening *screening)
{
	if (!screening->given)
		return;
	values[VALUE_URGENCY] = urgency_id(screening->urgency);
	values[VALUE_SCREENED] = date_value(arena, screening->date);
	values[VALUE_FLOOR] = screening->floor ? "yes" : NULL;
}

static void read_clearance(const char **values, struct arena *arena,
			   const struct clearance *clearance)
{
	if (!clearance->given)
		return;
	values[VALUE_BY] = clearance->by;
	values[VALUE_CLEARED_ON] = date_value(arena, clearance->date);
	values[VALUE_CLEARED] = programme_value(clearance->programme);
	values[VALUE_PHASES] = ids_value(arena, clearance->phases,
					 clearance->n_phases, phase_at);
	values[VALUE_EXERCISES] = ids_value(arena, clearance->exercises,
					    clearance->n_exercises,
					    exercise_at);
}

static void read_values(const char **values, struct arena *arena,
			const struct plan *plan)
{
	read_plan(values, arena, plan);
	read_screening(values, arena, &plan->screening);
	read_clearance(values, arena, &plan->clearance);
}

static void compare_values(struct comparing *comparing)
{
	struct arena *arena = comparing->diff->arena;
	const char *old[N_VALUES] = { NULL }, *new[N_VALUES] = { NULL };

	read_values(old, arena, comparing->diff->before);
	read_values(new, arena, comparing->diff->after);
	for (int i = 0; i < N_VALUES; i++) {
		struct plan_change *change;

		if (same(old[i], new[i]))
			continue;
		change = add(comparing, CHANGE_VALUE, 0);
		change->section = names[i].section;
		change->key = names[i].key;
		change->before = old[i];
		change->after = new[i];
	}
}

/* Weeks */

/* Which one of its name it is, from 0: an exercise may stand twice. */
static size_t turn(const struct plan_week *week, size_t index)
{
	size_t count = 0;

	for (size_t i = 0; i < index; i++)
		count += strcmp(week->items[i].name,
				week->items[index].name) == 0;
	return count;
}

/* The same exercise in another week, or NULL. */
static const struct plan_item *counterpart(const struct plan_week *week,
					   const struct plan_week *other,
					   size_t index)
{
	for (size_t i = 0; i < other->n_items; i++)
		if (strcmp(other->items[i].name, week->items[index].name) ==
			    0 &&
		    turn(other, i) == turn(week, index))
			return &other->items[i];
	return NULL;
}

static void add_item(struct comparing *comparing, enum change_kind kind,
		     size_t week, const struct plan_item *old,
		     const struct plan_item *new)
{
	struct arena *arena = comparing->diff->arena;
	struct plan_change *change = add(comparing, kind, week);

	change->key = old != NULL ? old->name : new->name;
	change->old_item = old;
	change->new_item = new;
	if (old != NULL) {
		change->before = dose_text(arena, &old->dose);
		change->old_place = old->place;
	}
	if (new != NULL) {
		change->after = dose_text(arena, &new->dose);
		change->new_place = new->place;
	}
}

static void compare_dose(struct comparing *comparing, size_t week,
			 const struct plan_item *old,
			 const struct plan_item *new)
{
	struct arena *arena = comparing->diff->arena;

	if (strcmp(dose_text(arena, &old->dose),
		   dose_text(arena, &new->dose)) != 0)
		add_item(comparing, CHANGE_DOSE, week, old, new);
}

/* Of those in both weeks, whether each keeps its place. */
static bool keeps_order(const struct plan_week *old,
			const struct plan_week *new)
{
	const struct plan_item *last = NULL;

	for (size_t i = 0; i < old->n_items; i++) {
		const struct plan_item *item = counterpart(old, new, i);

		if (item == NULL)
			continue;
		if (last != NULL && item < last)
			return false;
		last = item;
	}
	return true;
}

static void compare_items(struct comparing *comparing,
			  const struct plan_week *old,
			  const struct plan_week *new)
{
	for (size_t i = 0; i < old->n_items; i++) {
		const struct plan_item *item = counterpart(old, new, i);

		if (item == NULL)
			add_item(comparing, CHANGE_REMOVED, old->number,
				 &old->items[i], NULL);
		else
			compare_dose(comparing, old->number, &old->items[i],
				     item);
	}
	for (size_t i = 0; i < new->n_items; i++)
		if (counterpart(new, old, i) == NULL)
			add_item(comparing, CHANGE_ADDED, new->number, NULL,
				 &new->items[i]);
	if (!keeps_order(old, new))
		add(comparing, CHANGE_ORDER, new->number);
}

static struct plan_change *add_text(struct comparing *comparing,
			       enum change_kind kind,
			       const struct plan_week *old,
			       const struct plan_week *new,
			       const char *before, const char *after)
{
	struct plan_change *change;

	if (same(before, after))
		return NULL;
	change = add(comparing, kind, new->number);
	change->before = before;
	change->after = after;
	change->old_place = old->place;
	change->new_place = new->place;
	return change;
}

static void compare_week(struct comparing *comparing,
			 const struct plan_week *old,
			 const struct plan_week *new)
{
	struct arena *arena = comparing->diff->arena;
	struct plan_change *change;

	change = add_text(comparing, CHANGE_PHASE, old, new, old->phase->id,
			  new->phase->id);
	if (change != NULL) {
		change->old_phase = old->phase;
		change->new_phase = new->phase;
	}
	add_text(comparing, CHANGE_CRITERIA, old, new,
		 ids_value(arena, old->met, old->n_met, criterion_at),
		 ids_value(arena, new->met, new->n_met, criterion_at));
	add_text(comparing, CHANGE_NOTE, old, new, old->note, new->note);
	compare_items(comparing, old, new);
}

static void add_week(struct comparing *comparing, enum change_kind kind,
		     const struct plan_week *week)
{
	struct plan_change *change = add(comparing, kind, week->number);

	if (kind == CHANGE_WEEK_ADDED) {
		change->after = week->phase->id;
		change->new_phase = week->phase;
		change->new_place = week->place;
	} else {
		change->before = week->phase->id;
		change->old_phase = week->phase;
		change->old_place = week->place;
	}
	/* of a week that is gone, its exercises are too */
	for (size_t i = 0; kind == CHANGE_WEEK_ADDED && i < week->n_items; i++)
		add_item(comparing, CHANGE_ADDED, week->number, NULL,
			 &week->items[i]);
}

static void compare_weeks(struct comparing *comparing)
{
	const struct plan *old = comparing->diff->before;
	const struct plan *new = comparing->diff->after;

	for (size_t i = 0; i < old->n_weeks || i < new->n_weeks; i++) {
		if (i >= old->n_weeks)
			add_week(comparing, CHANGE_WEEK_ADDED, &new->weeks[i]);
		else if (i >= new->n_weeks)
			add_week(comparing, CHANGE_WEEK_REMOVED,
				 &old->weeks[i]);
		else
			compare_week(comparing, &old->weeks[i],
				     &new->weeks[i]);
	}
}

struct plan_diff *plan_diff(const struct plan *before,
			    const struct plan *after)
{
	struct arena *arena = arena_new();
	struct comparing comparing = {
		.diff = arena_alloc(arena, 1, sizeof *comparing.diff),
	};
	struct plan_diff *diff = comparing.diff;
	struct plan_change *changes;

	diff->arena = arena;
	diff->before = before;
	diff->after = after;
	compare_values(&comparing);
	compare_weeks(&comparing);
	changes = arena_alloc(arena, comparing.n_changes + 1, sizeof *changes);
	if (comparing.n_changes > 0)
		memcpy(changes, comparing.changes,
		       comparing.n_changes * sizeof *changes);
	free(comparing.changes);
	diff->changes = changes;
	diff->n_changes = comparing.n_changes;
	return diff;
}

void plan_diff_free(struct plan_diff **diff)
{
	struct arena *arena;

	if (*diff == NULL)
		return;
	arena = (*diff)->arena;
	*diff = NULL;
	arena_free(&arena);
}

const char *change_kind_id(enum change_kind kind)
{
	static const char *const ids[] = {
		[CHANGE_VALUE] = "value",
		[CHANGE_WEEK_ADDED] = "week-added",
		[CHANGE_WEEK_REMOVED] = "week-removed",
		[CHANGE_PHASE] = "phase",
		[CHANGE_CRITERIA] = "criteria",
		[CHANGE_NOTE] = "note",
		[CHANGE_ADDED] = "exercise-added",
		[CHANGE_REMOVED] = "exercise-removed",
		[CHANGE_DOSE] = "dose",
		[CHANGE_ORDER] = "order",
	};

	return ids[kind];
}
