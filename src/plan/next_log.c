/* What the log of a week says, and of the days before it. */
#include "config.h"

#include "plan/deciding.h"

#define WORSE 1.0		/* a week's mean pain that much higher */

static bool is_between(const struct log_day *day, long from, long to)
{
	return day->day >= from && day->day <= to;
}

/* What is told of a session tells that there was one. */
static bool has_session(const struct log_day *day)
{
	return day->session == 1 ||
	       (day->session < 0 && (day->during >= 0 || day->settled >= 0));
}

/* "Settled" alone of a day with less pain than that is fine. */
static bool is_broken(const struct pain_rule *rule, const struct log_day *day)
{
	return has_session(day) &&
	       (day->during > rule->settling || day->settled == 0 ||
		(day->during > rule->fine && day->settled != 1));
}

size_t deciding_broken_running(const struct deciding *deciding)
{
	size_t running = 0, longest = 0;

	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		if (day->day < deciding->plan->start || !has_session(day))
			continue;
		running = is_broken(deciding->rule, day) ? running + 1 : 0;
		if (day->day >= deciding->from && running > longest)
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
			 has_session(&deciding->log->days[i]);
	return count;
}

bool deciding_misses_pain(const struct deciding *deciding)
{
	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		if (is_between(day, deciding->from, deciding->to) &&
		    has_session(day) && day->during < 0)
			return true;
	}
	return false;
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

/* Pain earlier in the phase, which no clinician has known of. */
static bool is_untold(const struct deciding *deciding,
		      const struct log_day *day)
{
	const struct clearance *clearance = &deciding->plan->clearance;

	return is_between(day, deciding->phase_from, deciding->from - 1) &&
	       (!clearance->given || clearance->date < day->day);
}

bool deciding_hurts(const struct deciding *deciding)
{
	double fine = deciding->rule->fine;

	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		if ((is_between(day, deciding->from, deciding->to) ||
		     is_untold(deciding, day)) &&
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
		return day->settled == 1 ||
		       (day->settled < 0 && day->session == 0);
	case LOG_NOTHING:
		break;
	}
	return value >= 0 && value <= criterion->at_most;
}

/* On enough of the last days of the phase, each told at most once. */
static bool is_measured(const struct deciding *deciding,
			const struct criterion *criterion)
{
	long from = deciding->to - (long)criterion->of + 1;
	double count = 0;

	if (from < deciding->phase_from)
		from = deciding->phase_from;

	for (size_t i = 0; i < deciding->log->n_days; i++)
		if (is_between(&deciding->log->days[i], from, deciding->to))
			count += holds_on(criterion, &deciding->log->days[i]);
	return count >= criterion->days;
}

static bool is_ticked(const struct deciding *deciding,
		      const struct criterion *criterion)
{
	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		for (size_t k = 0; day->day >= deciding->phase_from &&
		     k < day->n_met; k++)
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
