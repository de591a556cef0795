/* What a week has as a whole: how many, what for, and rest. */
#include "config.h"

#include "plan/reviewing.h"

#include <string.h>

#include "base/i18n.h"

#define DAYS_A_WEEK 7

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
		    review_exclusion(plan, phase->exercises[i].exercise) == NULL)
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
	/* each time that somebody sits is daily */
	return item->dose.often != OFTEN_SITTING &&
	       dose_days(&item->dose).high <=
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
		review_exercise(reviewing, week, &week->items[i]);
	look_at_duplicates(reviewing, week);
	look_at_count(reviewing, week);
	for (size_t i = 0; i < week->phase->n_needs; i++)
		look_at_need(reviewing, week, week->phase->needs[i]);
	look_at_rest(reviewing, week);
}

void review_weeks(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;

	for (size_t i = 0; i < plan->n_weeks; i++) {
		review_phase(reviewing, i);
		look_at_week(reviewing, &plan->weeks[i]);
		if (i > 0)
			review_rises(reviewing, i);
	}
}
