/* Whether an exercise fits the person, the phase and the programme. */
#include "config.h"

#include "plan/reviewing.h"

#include "base/i18n.h"
#include "pack/kinds.h"

#define OLDER 65

/* By a clinician, who cleared this plan. */
static bool is_added(const struct plan *plan, const struct exercise *exercise)
{
	const struct clearance *clearance = &plan->clearance;

	for (size_t i = 0; plan_is_cleared(plan, NULL) &&
	     i < clearance->n_exercises; i++)
		if (clearance->exercises[i] == exercise)
			return true;
	return false;
}

const struct exclusion *review_exclusion(const struct plan *plan,
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
		    review_exclusion(plan, exercise) == NULL)
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
		 !is_added(reviewing->plan, item->exercise) &&
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

void review_exercise(struct reviewing *reviewing,
		     const struct plan_week *week,
		     const struct plan_item *item)
{
	const struct plan *plan = reviewing->plan;
	const struct exclusion *exclusion;

	if (item->exercise == NULL) {
		look_at_unknown(reviewing, item);
		return;
	}
	exclusion = review_exclusion(plan, item->exercise);
	if (exclusion != NULL && !is_added(plan, item->exercise))
		forbid(reviewing, week, item, exclusion);
	else
		look_at_place(reviewing, week, item);
	look_at_cautions(reviewing, week, item);
	review_dose_of(reviewing, week, item);
}
