#include "config.h"

#include "base/i18n.h"
#include "plan/deciding.h"
#include "plan/review.h"

#define REVIEW_WEEKS 6
#define SESSIONS_DONE 0.7	/* PM-9 */
#define MAX_REASONS 64

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

static bool weigh(struct deciding *deciding,
		  const struct criterion *criterion)
{
	bool met = deciding_is_met(deciding, criterion);
	struct reason_of_step *reason =
		add_reason(deciding, met ? _("met") : _("not met yet"));

	reason->criterion = criterion;
	reason->met = met;
	return met;
}

const struct phase *deciding_phase_after(const struct phase *phase)
{
	return phase->number + 1 < phase->programme->n_phases ? phase + 1
							      : NULL;
}

/* All are weighed, so that the log's reader sees what is missing. */
static bool may_move_on(struct deciding *deciding)
{
	const struct phase *phase = deciding->last->phase;
	const struct phase *after = deciding_phase_after(phase);
	bool all = true;

	for (size_t i = 0; i < phase->n_move_on; i++)
		all &= weigh(deciding, phase->move_on[i]);
	for (size_t i = 0; after != NULL && i < after->n_enter; i++)
		all &= weigh(deciding, after->enter[i]);
	return all;
}

/* Through the whole check again, after such a day. */
static bool is_screened_since(const struct plan *plan, long day)
{
	return plan->screening.given && plan->screening.date >= day &&
	       plan->screening.date > plan->start;
}

/* An alarm of an earlier week stops until somebody has screened. */
static bool counts(const struct deciding *deciding, const struct log_day *day)
{
	return day->day >= deciding->from ||
	       (day->day >= deciding->plan->start &&
		!is_screened_since(deciding->plan, day->day));
}

static bool stops(struct deciding *deciding)
{
	bool any = false;

	for (size_t i = 0; i < deciding->log->n_days; i++) {
		const struct log_day *day = &deciding->log->days[i];

		if (!counts(deciding, day))
			continue;
		for (size_t k = 0; k < day->n_alarms; k++) {
			add_reason(deciding, _("a question before a session was not answered no, so go through the whole check again"))
				->because = day->alarms[k]->because;
			any = true;
		}
	}
	return any;
}

/* No week follows a plan that must not be used as it is. */
static bool stops_for_review(struct deciding *deciding)
{
	struct review *review = review_plan(deciding->plan);
	bool any = review->counts[REVIEW_STOP] > 0;

	for (size_t i = 0; i < review->n_findings; i++) {
		const struct finding_of_plan *finding = &review->findings[i];

		if (finding->check->level == REVIEW_STOP)
			add_reason(deciding,
				   arena_strdup(deciding->next->arena,
						finding->message))->because =
							finding->because;
	}
	review_free(&review);
	return any;
}

static bool stops_for_pain(struct deciding *deciding)
{
	if (!deciding->rule->stops || !deciding_hurts(deciding))
		return false;
	add_reason(deciding, _("it hurt, and here nothing may hurt: wait, and tell the clinician"));
	return true;
}

static bool goes_back(struct deciding *deciding)
{
	bool broken = (double)deciding_broken_running(deciding) >=
		      deciding->rule->sessions;

	if (broken)
		add_reason(deciding, _("sessions one after the other hurt more than the pain rule allows"));
	if (deciding_is_worse(deciding))
		add_reason(deciding, _("the usual pain was worse than in the week before"));
	return deciding->next->n_reasons > 0;
}

static enum step decide(struct deciding *deciding)
{
	const struct phase *after = deciding_phase_after(deciding->last->phase);
	bool ready;

	if (stops(deciding) || stops_for_pain(deciding) ||
	    stops_for_review(deciding))
		return STEP_STOP;
	if (goes_back(deciding))
		return STEP_BACK;
	if (deciding_sessions(deciding) == 0) {
		add_reason(deciding, _("the log tells of no session in this week"));
		return STEP_STAY;
	}
	if (deciding_broken_running(deciding) > 0) {
		add_reason(deciding, _("a session hurt more than the pain rule allows; do a third less next time"));
		return STEP_STAY;
	}
	if (deciding_misses_pain(deciding)) {
		add_reason(deciding, _("the log does not say of every session how much it hurt: add during"));
		return STEP_STAY;
	}
	ready = may_move_on(deciding);
	if (ready && after != NULL && after->is_signed &&
	    !plan_signs(deciding->plan, after)) {
		add_reason(deciding, _("a clinician clears the next phase first"));
		return STEP_STAY;
	}
	if (ready && after == NULL)
		return STEP_DONE;
	return ready ? STEP_ON : STEP_STAY;
}

/* PM-9 */
static bool is_review_due(const struct deciding *deciding)
{
	const struct log *log = deciding->log;
	long start = deciding->plan->start;
	double first = log_mean_pain(log, start, start + DAYS_A_WEEK - 1);
	double now = log_mean_pain(log, deciding->from, deciding->to);
	size_t told = 0, done = 0;

	for (size_t i = 0; i < log->n_days; i++) {
		told += log->days[i].session >= 0;
		done += log->days[i].session == 1;
	}
	return deciding->plan->n_weeks >= REVIEW_WEEKS && first >= 0 &&
	       now >= first && (double)done >= SESSIONS_DONE * (double)told;
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

struct next *plan_next(const struct plan *plan, const struct log *log)
{
	struct arena *arena = arena_new();
	struct next *next = arena_alloc(arena, 1, sizeof *next);
	struct deciding deciding = {
		.plan = plan, .log = log,
		.last = &plan->weeks[plan->n_weeks - 1],
		.from = plan_week_start(plan, plan->n_weeks),
		.phase_from = phase_start(plan),
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
	deciding_plan_week(&deciding);
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
