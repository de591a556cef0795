/* What the log of a week says, and of the days before it. */
#include "config.h"

#include "plan/deciding.h"

#define WORSE 1.0		/* a week's mean pain that much higher */

static bool is_between(const struct log_day *day, long from, long to)
{
	return day->day >= from && day->day <= to;
}

/* "Settled" alone of a day with less pain than that is fine. */
static bool is_broken(const struct pain_rule *rule, const struct log_day *day)
{
	return day->session == 1 &&
	       (day->during > rule->settling || day->settled == 0 ||
		(day->during > rule->fine && day->settled != 1));
}

size_t deciding_broken_running(const struct deciding *deciding)
{
	size_t running = 0, longest = 0;

	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		if (!is_between(day, deciding->from, deciding->to) ||
		    day->session != 1)
			continue;
		running = is_broken(deciding->rule, day) ? running + 1 : 0;
		if (running > longest)
			longest = running;
	}
	return longest;
}

size_t deciding_sessions(const struct deciding *deciding)
{
	size_t count = 0;

	for (size_t i = 0; i < deciding->log->n_days; i++)
		count += is_between(&deciding->log->days[i], deciding->from,
				    deciding->to) &&
			 deciding->log->days[i].session == 1;
	return count;
}

double log_mean_pain(const struct log *log, long from, long to)
{
	double sum = 0;
	size_t count = 0;

	for (size_t i = 0; i < log->n_days; i++)
		if (is_between(&log->days[i], from, to) &&
		    log->days[i].pain >= 0) {
			sum += log->days[i].pain;
			count++;
		}
	return count < 3 ? -1 : sum / (double)count;
}

bool deciding_is_worse(const struct deciding *deciding)
{
	double before = log_mean_pain(deciding->log,
				      deciding->from - DAYS_A_WEEK,
				      deciding->from - 1);
	double now = log_mean_pain(deciding->log, deciding->from, deciding->to);

	return before >= 0 && now > before + WORSE;
}

bool deciding_hurts(const struct deciding *deciding)
{
	double fine = deciding->rule->fine;

	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		if (is_between(day, deciding->from, deciding->to) &&
		    (day->pain > fine || day->during > fine ||
		     day->night > fine))
			return true;
	}
	return false;
}

/* Criteria */

static bool holds_on(const struct criterion *criterion,
		     const struct log_day *day)
{
	double value = -1;

	switch (criterion->reads) {
	case LOG_PAIN:
		value = day->pain;
		break;
	case LOG_DURING:
		value = day->during;
		break;
	case LOG_NIGHT:
		value = day->night;
		break;
	case LOG_SETTLED:
		return day->settled != 0;
	case LOG_NOTHING:
		break;
	}
	return value >= 0 && value <= criterion->at_most;
}

/* On enough of the last days, of which each is told at most once. */
static bool is_measured(const struct deciding *deciding,
			const struct criterion *criterion)
{
	long from = deciding->to - (long)criterion->of + 1;
	double count = 0;

	for (size_t i = 0; i < deciding->log->n_days; i++)
		if (is_between(&deciding->log->days[i], from, deciding->to))
			count += holds_on(criterion, &deciding->log->days[i]);
	return count >= criterion->days;
}

/* The first day of the phase that the last week is in. */
static long phase_start(const struct plan *plan)
{
	size_t week = plan->n_weeks;

	while (week > 1 &&
	       plan->weeks[week - 2].phase == plan->weeks[week - 1].phase)
		week--;
	return plan_week_start(plan, week);
}

static bool is_ticked(const struct deciding *deciding,
		      const struct criterion *criterion)
{
	long from = phase_start(deciding->plan);

	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		for (size_t k = 0; day->day >= from && k < day->n_met; k++)
			if (day->met[k] == criterion)
				return true;
	}
	return false;
}

bool deciding_is_met(const struct deciding *deciding,
		     const struct criterion *criterion)
{
	return criterion->reads == LOG_NOTHING
		? is_ticked(deciding, criterion)
		: is_measured(deciding, criterion);
}
