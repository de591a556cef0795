/* Phases in order and with their criteria; exercises that fit the person. */
#include "config.h"

#include "plan/reviewing.h"

#include <string.h>

#include "base/i18n.h"
#include "pack/kinds.h"

#define DAYS_A_WEEK 7
#define OLDER 65

/* Exercises */

static bool is_added(const struct clearance *clearance,
		     const struct exercise *exercise)
{
	for (size_t i = 0; i < clearance->n_exercises; i++)
		if (clearance->exercises[i] == exercise)
			return true;
	return false;
}

/* What the person must not do, of what they have or may have. */
static const struct exclusion *excluded(const struct plan *plan,
					const struct exercise *exercise)
{
	const struct exclusion *exclusion =
		exercise_excluded(exercise, plan->target);

	for (size_t i = 0; i < plan->n_also && exclusion == NULL; i++)
		exclusion = exercise_excluded(exercise, plan->also[i]);
	return exclusion;
}

static bool is_in(const struct phase *phase, const struct exercise *exercise)
{
	for (size_t i = 0; i < phase->n_exercises; i++)
		if (phase->exercises[i].exercise == exercise)
			return true;
	return false;
}

/* The first phase of the programme that has it, or NULL. */
static const struct phase *first_phase(const struct programme *programme,
				       const struct exercise *exercise)
{
	for (size_t i = 0; i < programme->n_phases; i++)
		if (is_in(&programme->phases[i], exercise))
			return &programme->phases[i];
	return NULL;
}

static bool is_in_week(const struct plan_week *week,
		       const struct exercise *exercise)
{
	for (size_t i = 0; i < week->n_items; i++)
		if (week->items[i].exercise == exercise)
			return true;
	return false;
}

/* Something of the phase that the person may do, and the week has not. */
static const struct exercise *substitute(const struct plan *plan,
					 const struct plan_week *week)
{
	for (size_t i = 0; i < week->phase->n_exercises; i++) {
		const struct exercise *exercise =
			week->phase->exercises[i].exercise;

		if (!is_in_week(week, exercise) &&
		    excluded(plan, exercise) == NULL)
			return exercise;
	}
	return NULL;
}

/* "write X instead", or that it is to be left out. */
static const char *instead_of(struct reviewing *reviewing,
			      const struct plan_week *week)
{
	const struct exercise *other = substitute(reviewing->plan, week);
	const struct prescription *one = NULL;

	if (other == NULL)
		return _("leave it out");
	for (size_t i = 0; i < week->phase->n_exercises; i++)
		if (week->phase->exercises[i].exercise == other)
			one = &week->phase->exercises[i];
	return review_words(reviewing, "%s = %s", other->id,
			    review_dose(reviewing, &one->dose));
}

static void forbid(struct reviewing *reviewing, const struct plan_week *week,
		   const struct plan_item *item,
		   const struct exclusion *exclusion)
{
	struct finding_of_plan *finding =
		review_add(reviewing, CHECK_FORBIDDEN_EXERCISE, &item->place,
			   review_words(reviewing, _("%s is not for somebody with %s"),
					item->name, exclusion->target->id),
			   instead_of(reviewing, week));

	finding->because = exclusion->because;
	finding->sources = &item->exercise->sources;
}

static void look_at_unknown(struct reviewing *reviewing,
			    const struct plan_item *item)
{
	const char *nearest = pack_nearest(reviewing->plan->pack,
					   KIND_EXERCISE, item->name);

	review_add(reviewing, CHECK_UNKNOWN_EXERCISE, &item->place,
		   review_words(reviewing, _("no exercise is called %s"),
				item->name),
		   nearest != NULL
			? review_words(reviewing, _("did you mean %s?"),
				       nearest)
			: _("sitwell plan list names all exercises"));
}

static bool is_neighbour(const struct programme *programme,
			 const struct exercise *exercise)
{
	return (exercise->easier != NULL &&
		first_phase(programme, exercise->easier) != NULL) ||
	       (exercise->harder != NULL &&
		first_phase(programme, exercise->harder) != NULL);
}

static void look_at_place(struct reviewing *reviewing,
			  const struct plan_week *week,
			  const struct plan_item *item)
{
	const struct programme *programme = week->phase->programme;
	const struct phase *first = first_phase(programme, item->exercise);

	if (item->exercise->known_only)
		review_add(reviewing, CHECK_ONLY_KNOWN, &item->place,
			   review_words(reviewing, _("%s is no part of any programme"),
					item->name),
			   instead_of(reviewing, week));
	else if (first != NULL && first->number > week->phase->number)
		review_add(reviewing, CHECK_EXERCISE_TOO_EARLY, &item->place,
			   review_words(reviewing, _("%s comes in phase %s, not yet in %s"),
					item->name, first->id,
					week->phase->id),
			   instead_of(reviewing, week));
	else if (first == NULL &&
		 !is_added(&reviewing->plan->clearance, item->exercise) &&
		 !is_neighbour(programme, item->exercise))
		review_add(reviewing, CHECK_NOT_IN_PROGRAMME, &item->place,
			   review_words(reviewing, _("%s is not in programme %s"),
					item->name, programme->id),
			   instead_of(reviewing, week));
}

static void add_caution(struct reviewing *reviewing,
			const struct plan_item *item, const char *message,
			const char *caution)
{
	if (caution == NULL)
		return;
	review_add(reviewing, CHECK_CAUTION, &item->place,
		   review_words(reviewing, message, item->name),
		   _("do it so, or leave it out"))->because = caution;
}

/* Said once an exercise. */
static void look_at_cautions(struct reviewing *reviewing,
			     const struct plan_week *week,
			     const struct plan_item *item)
{
	const struct plan *plan = reviewing->plan;

	for (size_t i = 0; i + 1 < week->number; i++)
		if (is_in_week(&plan->weeks[i], item->exercise))
			return;
	if (plan->pregnant)
		add_caution(reviewing, item, _("%s needs care in pregnancy"),
			    item->exercise->in_pregnancy);
	if (plan->age >= OLDER)
		add_caution(reviewing, item, _("%s needs care over 65"),
			    item->exercise->when_older);
}

static void look_at_item(struct reviewing *reviewing,
			 const struct plan_week *week,
			 const struct plan_item *item)
{
	const struct plan *plan = reviewing->plan;
	const struct exclusion *exclusion;

	if (item->exercise == NULL) {
		look_at_unknown(reviewing, item);
		return;
	}
	exclusion = excluded(plan, item->exercise);
	if (exclusion != NULL && !is_added(&plan->clearance, item->exercise))
		forbid(reviewing, week, item, exclusion);
	else
		look_at_place(reviewing, week, item);
	look_at_cautions(reviewing, week, item);
	review_dose_of(reviewing, week, item);
}

/* The week as a whole */

static void look_at_duplicates(struct reviewing *reviewing,
			       const struct plan_week *week)
{
	for (size_t i = 1; i < week->n_items; i++)
		for (size_t k = 0; k < i; k++) {
			if (strcmp(week->items[i].name,
				   week->items[k].name) != 0)
				continue;
			review_add(reviewing, CHECK_DUPLICATE_EXERCISE,
				   &week->items[i].place,
				   review_words(reviewing, _("%s stands in this week twice, first in line %d"),
						week->items[i].name,
						week->items[k].place.line),
				   _("keep one of the two lines"));
			break;
		}
}

/* Each exercise once: one that stands twice is another finding. */
static size_t count_exercises(const struct plan_week *week)
{
	size_t count = 0;

	for (size_t i = 0; i < week->n_items; i++) {
		const struct exercise *exercise = week->items[i].exercise;
		size_t k = 0;

		while (k < i && strcmp(week->items[k].name,
				       week->items[i].name) != 0)
			k++;
		count += k == i && (exercise == NULL || !exercise->habit);
	}
	return count;
}

static void look_at_count(struct reviewing *reviewing,
			  const struct plan_week *week)
{
	size_t count = count_exercises(week);
	double most = week->phase->programme->most_exercises;

	if ((double)count > most)
		review_add(reviewing, CHECK_TOO_MANY, &week->place,
			   review_words(reviewing, _("the week has %zu exercises"),
					count),
			   review_words(reviewing, _("keep the %g that matter most; habits such as sit breaks do not count"),
					most));
}

static const struct prescription *
find_for(const struct plan *plan, const struct phase *phase,
	 const struct component *component)
{
	for (size_t i = 0; i < phase->n_exercises; i++)
		if (exercise_trains(phase->exercises[i].exercise, component) &&
		    excluded(plan, phase->exercises[i].exercise) == NULL)
			return &phase->exercises[i];
	return NULL;
}

static void look_at_need(struct reviewing *reviewing,
			 const struct plan_week *week,
			 const struct component *need)
{
	const struct prescription *one = find_for(reviewing->plan,
						  week->phase, need);

	for (size_t i = 0; i < week->n_items; i++)
		if (week->items[i].exercise != NULL &&
		    exercise_trains(week->items[i].exercise, need))
			return;
	review_add(reviewing, CHECK_MISSING_COMPONENT, &week->place,
		   review_words(reviewing, _("nothing in this week trains %s"),
				need->id),
		   one == NULL
			? _("ask a clinician what may train it")
			: review_words(reviewing, "%s = %s",
				       one->exercise->id,
				       review_dose(reviewing, &one->dose)));
}

static bool is_on(const struct plan_item *item, int day)
{
	return plan_item_days(item) >> day & 1;
}

/* A day in the week on which nothing is done that needs rest. */
static bool has_rest_day(const struct plan_week *week)
{
	for (int day = 0; day < DAYS_A_WEEK; day++) {
		bool heavy = false;

		for (size_t i = 0; i < week->n_items; i++)
			heavy |= week->items[i].exercise != NULL &&
				 week->items[i].exercise->rest_days > 0 &&
				 is_on(&week->items[i], day);
		if (!heavy)
			return true;
	}
	return false;
}

/* Whether days that are named stand far enough apart, also over Sunday. */
static bool stand_apart(unsigned days, int rest)
{
	for (int day = 0; day < DAYS_A_WEEK; day++)
		for (int gap = 1; gap <= rest; gap++)
			if ((days >> day & 1) &&
			    (days >> (day + gap) % DAYS_A_WEEK & 1) &&
			    (day + gap) % DAYS_A_WEEK != day)
				return false;
	return true;
}

static bool rests(const struct plan_item *item)
{
	int rest = (int)item->exercise->rest_days;

	if (rest == 0)
		return true;
	if (item->dose.days != 0)
		return stand_apart(item->dose.days, rest);
	return dose_days(&item->dose).low <=
	       exercise_most_days(item->exercise);
}

static void look_at_rest(struct reviewing *reviewing,
			 const struct plan_week *week)
{
	bool said = false;

	for (size_t i = 0; i < week->n_items; i++) {
		const struct plan_item *item = &week->items[i];

		if (item->exercise == NULL || rests(item))
			continue;
		said = true;
		review_add(reviewing, CHECK_NO_REST_DAY, &item->place,
			   review_words(reviewing, _("%s needs %g days of rest between"),
					item->name, item->exercise->rest_days),
			   item->exercise->rest_days > 1
				? _("name days further apart, such as: mon thu")
				: _("name days that are apart, such as: mon wed fri"));
	}
	if (!said && !has_rest_day(week))
		review_add(reviewing, CHECK_NO_REST_DAY, &week->place,
			   _("every day of the week has something that needs rest"),
			   _("leave one day free, such as Sunday"));
}

static void look_at_week(struct reviewing *reviewing,
			 const struct plan_week *week)
{
	for (size_t i = 0; i < week->n_items; i++)
		look_at_item(reviewing, week, &week->items[i]);
	look_at_duplicates(reviewing, week);
	look_at_count(reviewing, week);
	for (size_t i = 0; i < week->phase->n_needs; i++)
		look_at_need(reviewing, week, week->phase->needs[i]);
	look_at_rest(reviewing, week);
}

/* Phases */

static bool is_met(const struct plan_week *week,
		   const struct criterion *criterion)
{
	for (size_t i = 0; i < week->n_met; i++)
		if (week->met[i] == criterion)
			return true;
	return false;
}

static const struct criterion *first_unmet(const struct plan_week *week,
					   const struct criterion *const *list,
					   size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!is_met(week, list[i]))
			return list[i];
	return NULL;
}

static void look_at_criteria(struct reviewing *reviewing,
			     const struct plan_week *week)
{
	const struct phase *phase = week->phase, *before = phase - 1;
	const struct criterion *unmet;

	if (phase->number == 0)
		return;
	unmet = first_unmet(week, before->move_on, before->n_move_on);
	if (unmet == NULL)
		unmet = first_unmet(week, phase->enter, phase->n_enter);
	if (unmet != NULL)
		review_add(reviewing, CHECK_PHASE_WITHOUT_CRITERIA,
			   &week->place,
			   review_words(reviewing, _("phase %s begins, but nothing says that %s is met"),
					phase->id, unmet->id),
			   review_words(reviewing, _("check it first, then add %s to met; until then: phase = %s"),
					unmet->id, before->id));
}

static bool is_signed(const struct plan *plan, const struct phase *phase)
{
	for (size_t i = 0; i < plan->clearance.n_phases; i++)
		if (plan->clearance.phases[i] == phase)
			return true;
	return false;
}

/* The furthest phase before this week: stepping back is always allowed. */
static const struct phase *furthest(const struct plan *plan, size_t week)
{
	const struct phase *phase = NULL;

	for (size_t i = 0; i < week; i++)
		if (phase == NULL || plan->weeks[i].phase > phase)
			phase = plan->weeks[i].phase;
	return phase;
}

static void look_at_phase(struct reviewing *reviewing, size_t index)
{
	const struct plan *plan = reviewing->plan;
	const struct plan_week *week = &plan->weeks[index];
	const struct phase *before = furthest(plan, index);
	const struct phase *last = index > 0 ? plan->weeks[index - 1].phase
					     : NULL;

	if (week->phase->is_signed && last != week->phase &&
	    plan_is_cleared(plan, week->phase->programme) &&
	    !is_signed(plan, week->phase))
		review_add(reviewing, CHECK_PHASE_NOT_SIGNED,
			   &week->phase_place,
			   review_words(reviewing, _("no clinician has cleared phase %s"),
					week->phase->id),
			   review_words(reviewing, _("in [clearance], by the clinician: phases = ... %s"),
					week->phase->id));
	if (before != NULL && week->phase > before + 1)
		review_add(reviewing, CHECK_PHASE_SKIPPED, &week->phase_place,
			   review_words(reviewing, _("phase %s is passed over"),
					before[1].id),
			   review_words(reviewing, "phase = %s",
					before[1].id));
	else if (week->phase != last && (last == NULL || week->phase > last))
		look_at_criteria(reviewing, week);
}

void review_weeks(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;

	for (size_t i = 0; i < plan->n_weeks; i++) {
		look_at_phase(reviewing, i);
		look_at_week(reviewing, &plan->weeks[i]);
		if (i > 0)
			review_rises(reviewing, &plan->weeks[i - 1],
				     &plan->weeks[i]);
	}
}
