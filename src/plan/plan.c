#include "config.h"

#include "plan/plan.h"

#define DAYS_A_WEEK 7

const struct programme *plan_programme(const struct plan *plan)
{
	return plan->programme != NULL ? plan->programme
				       : plan->weeks[0].phase->programme;
}

bool plan_is_cleared(const struct plan *plan,
		     const struct programme *programme)
{
	const struct clearance *clearance = &plan->clearance;

	if (!clearance->given)
		return false;
	if (programme != NULL)
		return clearance->programme == programme;
	return clearance->programme == NULL ||
	       clearance->programme == plan_programme(plan);
}

bool plan_signs(const struct plan *plan, const struct phase *phase)
{
	for (size_t i = 0; i < plan->clearance.n_phases; i++)
		if (plan->clearance.phases[i] == phase)
			return true;
	return false;
}

bool plan_lets_train(const struct plan *plan)
{
	const struct screening *screening = &plan->screening;

	if (plan_is_cleared(plan, NULL) &&
	    (!screening->given || plan->clearance.date >= screening->date))
		return true;
	return screening->given && screening->urgency < URGENCY_SOON &&
	       !screening->floor;
}

long plan_week_start(const struct plan *plan, size_t number)
{
	return plan->start + DAYS_A_WEEK * ((long)number - 1);
}

size_t plan_week_on(const struct plan *plan, long day)
{
	size_t week;

	if (day < plan->start)
		return 1;
	week = (size_t)(day - plan->start) / DAYS_A_WEEK + 1;
	return week < plan->n_weeks ? week : plan->n_weeks;
}

/* 3 of 7 days: Monday, Wednesday, Friday. */
static unsigned spread(int count)
{
	unsigned days = 0;

	for (int i = 0; i < count; i++)
		days |= 1u << i * DAYS_A_WEEK / count;
	return days;
}

unsigned plan_item_days(const struct plan_item *item)
{
	struct span days = dose_days(&item->dose);

	if (item->dose.days != 0)
		return item->dose.days;
	if (item->dose.often == OFTEN_SITTING)
		return spread(DAYS_A_WEEK);
	return spread((int)days.high);
}
