#include "config.h"

#include "plan/next.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "plan/make.h"

#define DAYS_A_WEEK 7
#define WORSE 1.0		/* a week's mean pain that much higher */
#define REVIEW_WEEKS 6
#define SESSIONS_DONE 0.7	/* PM-9 */
#define MAX_REASONS 64

/* The decision while it is made. */
struct deciding {
	const struct plan *plan;
	const struct log *log;
	const struct plan_week *last;
	const struct pain_rule *rule;
	long from, to;			/* of the week that is judged, and of
					 * the log */
	struct next *next;
	struct reason_of_step *reasons;
};

static struct reason_of_step *add_reason(struct deciding *deciding,
					 const char *words)
{
	struct next *next = deciding->next;
	struct reason_of_step *reason;

	if (next->n_reasons == MAX_REASONS)
		next->n_reasons--;
	reason = &deciding->reasons[next->n_reasons++];
	*reason = (struct reason_of_step){ .words = words };
	return reason;
}

/* The days of the log */

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

/* The longest run of sessions that break the rule. */
static size_t count_broken_running(const struct deciding *deciding)
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

static size_t count_sessions(const struct deciding *deciding)
{
	size_t count = 0;

	for (size_t i = 0; i < deciding->log->n_days; i++)
		count += is_between(&deciding->log->days[i], deciding->from,
				    deciding->to) &&
			 deciding->log->days[i].session == 1;
	return count;
}

/* Mean usual pain, or -1 with fewer than three days told. */
static double mean_pain(const struct log *log, long from, long to)
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

static bool is_worse(const struct deciding *deciding)
{
	double before = mean_pain(deciding->log,
				  deciding->from - DAYS_A_WEEK,
				  deciding->from - 1);
	double now = mean_pain(deciding->log, deciding->from, deciding->to);

	return before >= 0 && now > before + WORSE;
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

static bool weigh(struct deciding *deciding,
		  const struct criterion *criterion)
{
	bool met = criterion->reads == LOG_NOTHING
		? is_ticked(deciding, criterion)
		: is_measured(deciding, criterion);
	struct reason_of_step *reason =
		add_reason(deciding, met ? _("met") : _("not met yet"));

	reason->criterion = criterion;
	reason->met = met;
	return met;
}

static const struct phase *phase_after(const struct phase *phase)
{
	return phase->number + 1 < phase->programme->n_phases ? phase + 1
							      : NULL;
}

/* All are weighed, so that the log's reader sees what is missing. */
static bool may_move_on(struct deciding *deciding)
{
	const struct phase *phase = deciding->last->phase;
	const struct phase *after = phase_after(phase);
	bool all = true;

	for (size_t i = 0; i < phase->n_move_on; i++)
		all &= weigh(deciding, phase->move_on[i]);
	for (size_t i = 0; after != NULL && i < after->n_enter; i++)
		all &= weigh(deciding, after->enter[i]);
	return all;
}

/* The step */

static bool stops(struct deciding *deciding)
{
	bool any = false;

	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		if (day->day < deciding->from)
			continue;
		for (size_t k = 0; k < day->n_alarms; k++) {
			add_reason(deciding, _("a question before a session was not answered no: go through the whole check again"))
				->because = day->alarms[k]->because;
			any = true;
		}
	}
	return any;
}

/* PM-3: at a healing bone any pain is too much, in sessions and between. */
static bool hurts(const struct deciding *deciding)
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

static bool stops_for_pain(struct deciding *deciding)
{
	if (!deciding->rule->stops || !hurts(deciding))
		return false;
	add_reason(deciding, _("it hurt, and here nothing may hurt: wait, and tell the clinician"));
	return true;
}

static bool goes_back(struct deciding *deciding)
{
	bool broken = (double)count_broken_running(deciding) >=
		      deciding->rule->sessions;

	if (broken)
		add_reason(deciding, _("sessions one after the other hurt more than the pain rule allows"));
	if (is_worse(deciding))
		add_reason(deciding, _("the usual pain was worse than in the week before"));
	return deciding->next->n_reasons > 0;
}

static bool is_signed(const struct plan *plan, const struct phase *phase)
{
	for (size_t i = 0; i < plan->clearance.n_phases; i++)
		if (plan->clearance.phases[i] == phase)
			return true;
	return !phase->is_signed;
}

static enum step decide(struct deciding *deciding)
{
	const struct phase *after = phase_after(deciding->last->phase);
	bool ready;

	if (stops(deciding) || stops_for_pain(deciding))
		return STEP_STOP;
	if (goes_back(deciding))
		return STEP_BACK;
	if (count_sessions(deciding) == 0) {
		add_reason(deciding, _("the log tells of no session in this week"));
		return STEP_STAY;
	}
	if (count_broken_running(deciding) > 0) {
		add_reason(deciding, _("a session hurt more than the pain rule allows; do a third less next time"));
		return STEP_STAY;
	}
	ready = may_move_on(deciding);
	if (ready && after != NULL && !is_signed(deciding->plan, after)) {
		add_reason(deciding, _("a clinician clears the next phase first"));
		return STEP_STAY;
	}
	if (ready && after == NULL)
		return STEP_DONE;
	return ready ? STEP_ON : STEP_STAY;
}

/* The week to come */

static void add_item(struct deciding *deciding, struct plan_item *items,
		     const struct exercise *exercise,
		     const struct dose *dose)
{
	struct arena *arena = deciding->next->arena;
	struct plan_item *item = &items[deciding->next->week.n_items++];

	*item = (struct plan_item){
		.name = exercise->id, .exercise = exercise,
		.text = dose_text(arena, dose), .dose = *dose,
	};
}

static void begin_phase(struct deciding *deciding, const struct phase *phase)
{
	const struct plan *plan = deciding->plan;
	struct arena *arena = deciding->next->arena;
	const struct target **targets = arena_alloc(arena, plan->n_also + 1,
						    sizeof *targets);
	const struct prescription **chosen =
		arena_alloc(arena, phase->n_exercises + 1, sizeof *chosen);
	struct plan_item *items;
	size_t count;

	targets[0] = plan->target;
	for (size_t i = 0; i < plan->n_also; i++)
		targets[i + 1] = plan->also[i];
	count = phase_choose(chosen, phase, targets, plan->n_also + 1);
	items = arena_alloc(arena, count + 1, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		struct dose dose = plan_first_dose(chosen[i]);

		add_item(deciding, items, chosen[i]->exercise, &dose);
	}
	deciding->next->week.items = items;
}

/* As in the last week of the plan that was in that phase. */
static bool repeat(struct deciding *deciding, const struct phase *phase)
{
	const struct plan *plan = deciding->plan;
	size_t week = plan->n_weeks;

	while (week > 0 && plan->weeks[week - 1].phase != phase)
		week--;
	if (week == 0)
		return false;
	deciding->next->week.items = plan->weeks[week - 1].items;
	deciding->next->week.n_items = plan->weeks[week - 1].n_items;
	return true;
}

/* A third less, where there is no phase to go back to. */
static void cut(struct deciding *deciding)
{
	const struct plan_week *last = deciding->last;
	struct plan_item *items = arena_alloc(deciding->next->arena,
					      last->n_items + 1,
					      sizeof *items);

	for (size_t i = 0; i < last->n_items; i++) {
		struct dose dose = last->items[i].dose;

		if (last->items[i].exercise == NULL)
			continue;
		if (dose.sets.high >= 2) {
			dose.sets.low = dose.sets.high -
					(dose.sets.high >= 5 ? 2 : 1);
			dose.sets.high = dose.sets.low;
		} else if (dose.unit != DOSE_STEP && dose.amount.high >= 3) {
			dose.amount.high = (double)
				(long)(dose.amount.high * 2 / 3);
			dose.amount.low = dose.amount.high;
		}
		add_item(deciding, items, last->items[i].exercise, &dose);
	}
	deciding->next->week.items = items;
}

static void list_met(struct deciding *deciding)
{
	struct next *next = deciding->next;
	const struct criterion **met = arena_alloc(next->arena,
						   next->n_reasons + 1,
						   sizeof *met);

	for (size_t i = 0; i < next->n_reasons; i++)
		if (next->reasons[i].criterion != NULL &&
		    next->reasons[i].met)
			met[next->week.n_met++] = next->reasons[i].criterion;
	next->week.met = met;
	next->week.met_on = deciding->to;
}

static void plan_week_to_come(struct deciding *deciding)
{
	const struct phase *phase = deciding->last->phase;
	struct next *next = deciding->next;

	next->week = (struct plan_week){
		.number = deciding->plan->n_weeks + 1, .met_on = NO_DATE,
	};
	if (next->step == STEP_STOP)
		return;
	if (next->step == STEP_ON)
		phase = phase_after(phase);
	else if (next->step == STEP_BACK && phase->number > 0)
		phase--;
	next->phase = next->week.phase = phase;
	if (next->step == STEP_ON) {
		list_met(deciding);
		begin_phase(deciding, phase);
	} else if (next->step == STEP_BACK && phase == deciding->last->phase) {
		cut(deciding);
	} else if (!repeat(deciding, phase)) {
		begin_phase(deciding, phase);
	}
}

/* PM-9 */
static bool is_review_due(const struct deciding *deciding)
{
	const struct log *log = deciding->log;
	long start = deciding->plan->start;
	double first = mean_pain(log, start, start + DAYS_A_WEEK - 1);
	double now = mean_pain(log, deciding->from, deciding->to);
	size_t told = 0, done = 0;

	for (size_t i = 0; i < log->n_days; i++) {
		told += log->days[i].session >= 0;
		done += log->days[i].session == 1;
	}
	return deciding->plan->n_weeks >= REVIEW_WEEKS && first >= 0 &&
	       now >= first && (double)done >= SESSIONS_DONE * (double)told;
}

struct next *plan_next(const struct plan *plan, const struct log *log)
{
	struct arena *arena = arena_new();
	struct next *next = arena_alloc(arena, 1, sizeof *next);
	struct deciding deciding = {
		.plan = plan, .log = log,
		.last = &plan->weeks[plan->n_weeks - 1],
		.from = plan_week_start(plan, plan->n_weeks),
		.next = next,
		.reasons = arena_alloc(arena, MAX_REASONS,
				       sizeof *deciding.reasons),
	};

	deciding.rule = deciding.last->phase->programme->pain_rule;
	deciding.to = log->n_days > 0 ? log->days[log->n_days - 1].day
				      : deciding.from;
	next->arena = arena;
	next->reasons = deciding.reasons;
	next->step = decide(&deciding);
	next->review_due = is_review_due(&deciding);
	plan_week_to_come(&deciding);
	return next;
}

void next_free(struct next **next)
{
	struct arena *arena;

	if (*next == NULL)
		return;
	arena = (*next)->arena;
	*next = NULL;
	arena_free(&arena);
}

void plan_write_week(FILE *stream, const struct plan_week *week)
{
	char day[DATE_SIZE];

	fprintf(stream, "\n[week %zu]\nphase = %s\n", week->number,
		week->phase->id);
	if (week->n_met > 0) {
		fputs("met =", stream);
		for (size_t i = 0; i < week->n_met; i++)
			fprintf(stream, " %s", week->met[i]->id);
		fputc('\n', stream);
	}
	if (week->met_on != NO_DATE)
		fprintf(stream, "met-on = %s\n",
			date_print(day, sizeof day, week->met_on));
	if (week->note != NULL)
		fprintf(stream, "note = %s\n", week->note);
	for (size_t i = 0; i < week->n_items; i++)
		fprintf(stream, "%s = %s\n", week->items[i].name,
			week->items[i].text);
}
