/* Every shipped programme, taken through its phases by logs, good and bad. */
#include "config.h"

#include "plans.h"

#include "plan/make.h"
#include "plan/next.h"
#include "plan/review.h"

#define START 20780		/* a Monday, 2026-11-23 */
#define MOST_WEEKS 24
#define LOG_DAYS 60		/* as far back as a criterion looks */

static struct pack *pack;
static char plan_path[] = "/tmp/sitwell-plan-XXXXXX";
static char log_path[] = "/tmp/sitwell-log-XXXXXX";

static int load(void **state)
{
	(void)state;
	pack = pack_at(SOURCE_TREE "/content/buttock-pain");
	close(mkstemp(plan_path));
	close(mkstemp(log_path));
	return 0;
}

static int unload(void **state)
{
	(void)state;
	unlink(plan_path);
	unlink(log_path);
	pack_free(&pack);
	return 0;
}

/* A clinician who clears all phases, or the first alone. */
static void write_clearance(FILE *file, const struct programme *programme,
			    bool all)
{
	fprintf(file, "\n[clearance]\nby = a physiotherapist\n"
		"date = 2026-11-22\nprogramme = %s\n", programme->id);
	if (!programme->phases[0].is_signed)
		return;
	fprintf(file, "phases =");
	for (size_t i = 0; i < (all ? programme->n_phases : 1); i++)
		fprintf(file, " %s", programme->phases[i].id);
	fputc('\n', file);
}

static void write_plan(const struct programme *programme,
		       const struct target *target, bool all)
{
	struct making making = {
		.target = target, .programme = programme, .start = START,
		.person = "k7q2", .screening = { .given = false },
	};
	FILE *file = fopen(plan_path, "w");
	struct error err;

	assert_non_null(file);
	assert_ok(plan_make(file, pack, &making, &err), &err);
	write_clearance(file, programme, all);
	fclose(file);
}

static struct plan *read_plan(void)
{
	struct error_list faults = { 0 };
	struct plan *plan = NULL;

	if (plan_read(&plan, pack, plan_path, &faults) != 0)
		error_list_print(stderr, &faults);
	assert_non_null(plan);
	return plan;
}

/* What the days of a log say. */
struct days {
	double pain, during;
	bool settled, alarm, met;
};
static const struct days good = { 0, 0, true, false, true };
static const struct days sore = { 6, 9, false, false, true };
static const struct days alarming = { 0, 0, true, true, true };
static const struct days idle = { 0, 0, true, false, false };

static void write_met(FILE *file, const struct criterion *const *list,
		      size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i]->reads == LOG_NOTHING)
			fprintf(file, " %s", list[i]->id);
}

/* All that somebody could tick, for this phase and the next. */
static void write_all_met(FILE *file, const struct phase *phase)
{
	fprintf(file, "met =");
	write_met(file, phase->move_on, phase->n_move_on);
	if (phase->number + 1 < phase->programme->n_phases)
		write_met(file, phase[1].enter, phase[1].n_enter);
	fputc('\n', file);
}

static bool has_ticked(const struct phase *phase)
{
	for (size_t i = 0; i < phase->n_move_on; i++)
		if (phase->move_on[i]->reads == LOG_NOTHING)
			return true;
	for (size_t i = 0; phase->number + 1 < phase->programme->n_phases &&
	     i < phase[1].n_enter; i++)
		if (phase[1].enter[i]->reads == LOG_NOTHING)
			return true;
	return false;
}

static struct log *log_of(const struct plan *plan, const struct days *days)
{
	const struct plan_week *last = &plan->weeks[plan->n_weeks - 1];
	long end = plan_week_start(plan, plan->n_weeks) + 6;
	FILE *file = fopen(log_path, "w");
	struct error_list faults = { 0 };
	struct log *log = NULL;
	char date[DATE_SIZE];

	assert_non_null(file);
	for (long day = end - LOG_DAYS + 1; day <= end; day++) {
		fprintf(file, "[day %s]\nsession = yes\npain = %g\n"
			"during = %g\nsettled = %s\nnight = %g\n",
			date_print(date, sizeof date, day), days->pain,
			days->during, days->settled ? "yes" : "no",
			days->pain);
		if (days->alarm && day == end)
			fprintf(file, "alarm = %s\n", pack->gates[0].id);
		if (days->met && has_ticked(last->phase))
			write_all_met(file, last->phase);
	}
	fclose(file);
	if (log_read(&log, pack, log_path, &faults) != 0)
		error_list_print(stderr, &faults);
	assert_non_null(log);
	return log;
}

static void assert_sound(const struct plan *plan)
{
	struct review *review = review_plan(plan);

	for (size_t i = 0; i < review->n_findings; i++)
		if (review->findings[i].check->level != REVIEW_CONSIDER)
			fail_msg("%s, week %zu: %s: %s", plan->programme->id,
				 plan->n_weeks,
				 review->findings[i].check->id,
				 review->findings[i].message);
	review_free(&review);
}

/* One step; the week to come is added to the plan. */
static enum step take(const struct days *days, size_t *phase)
{
	struct plan *plan = read_plan();
	struct log *log = log_of(plan, days);
	struct next *next;
	enum step step;
	FILE *file;

	assert_sound(plan);
	next = plan_next(plan, log);
	step = next->step;
	if (next->phase != NULL) {
		*phase = next->phase->number;
		file = fopen(plan_path, "a");
		assert_non_null(file);
		plan_write_week(file, &next->week);
		fclose(file);
	}
	next_free(&next);
	log_free(&log);
	plan_free(&plan);
	return step;
}

static void each(void (*try)(const struct programme *programme,
			     const struct target *target))
{
	for (size_t i = 0; i < pack->n_programmes; i++)
		for (size_t k = 0; k < pack->programmes[i].n_targets; k++)
			try(&pack->programmes[i],
			    pack->programmes[i].targets[k]);
}

static void try_good(const struct programme *programme,
		     const struct target *target)
{
	size_t phase = 0, before = 0;
	enum step step = STEP_ON;

	write_plan(programme, target, true);
	for (int week = 0; week < MOST_WEEKS && step == STEP_ON; week++) {
		step = take(&good, &phase);
		assert_int_equal(phase, step == STEP_ON ? before + 1 : before);
		before = phase;
	}
	if (step != STEP_DONE || phase + 1 != programme->n_phases)
		fail_msg("%s ends in phase %zu", programme->id, phase);
}

static void good_logs__lead_through_all_phases(void **state)
{
	(void)state;
	each(try_good);
}

static void try_sore(const struct programme *programme,
		     const struct target *target)
{
	size_t phase = 0, before;

	write_plan(programme, target, true);
	if (programme->pain_rule->stops) {
		assert_int_equal(take(&sore, &phase), STEP_STOP);
		return;
	}
	take(&good, &phase);
	for (int week = 0; week < 4; week++) {
		before = phase;
		assert_int_equal(take(&sore, &phase), STEP_BACK);
		assert_int_equal(phase, before > 0 ? before - 1 : 0);
	}
}

static void sore_logs__lead_back_or_stop_and_never_on(void **state)
{
	(void)state;
	each(try_sore);
}

static void try_alarm(const struct programme *programme,
		      const struct target *target)
{
	size_t phase = 0;

	write_plan(programme, target, true);
	assert_int_equal(take(&alarming, &phase), STEP_STOP);
}

static void an_alarm__stops(void **state)
{
	(void)state;
	each(try_alarm);
}

static void try_idle(const struct programme *programme,
		     const struct target *target)
{
	size_t phase = 0;

	if (!has_ticked(&programme->phases[0]))
		return;
	write_plan(programme, target, true);
	assert_int_equal(take(&idle, &phase), STEP_STAY);
	assert_int_equal(phase, 0);
}

static void criteria_that_nobody_checked__keep_one_back(void **state)
{
	(void)state;
	each(try_idle);
}

static void try_unsigned(const struct programme *programme,
			 const struct target *target)
{
	size_t phase = 0;

	if (programme->n_phases < 2 || !programme->phases[1].is_signed)
		return;
	write_plan(programme, target, false);
	assert_int_equal(take(&good, &phase), STEP_STAY);
}

static void a_phase_that_nobody_signed__is_not_entered(void **state)
{
	(void)state;
	each(try_unsigned);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_logs__lead_through_all_phases),
		cmocka_unit_test(sore_logs__lead_back_or_stop_and_never_on),
		cmocka_unit_test(an_alarm__stops),
		cmocka_unit_test(criteria_that_nobody_checked__keep_one_back),
		cmocka_unit_test(a_phase_that_nobody_signed__is_not_entered),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, load, unload);
}
