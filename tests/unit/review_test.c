/* Combinations of a plan's parts that a review must not call fine. */
#include "config.h"

#include "plan/review.h"
#include "plans.h"

#define ABOUT								\
	"start = 2026-11-23\nrescreen = 2026-12-21\nflare = Half.\n"	\
	"stop = A fall.\n"
#define TENDONS "[plan]\ncondition = tendons\nprogramme = tendon-plan\n" ABOUT
#define SCREENED "[screening]\nurgency = routine\ndate = 2026-11-22\n"
#define LOCKING "[screening]\nurgency = soon\ndate = 2026-11-22\n"
#define CLEARED(programme)						\
	"[clearance]\nby = A. Name, physio\ndate = 2026-11-22\n"	\
	"programme = " programme "\n"
#define WEEK								\
	"[week 1]\nphase = tendon-plan-1\nside-push = 4 x 30 s, 2/day\n"	\
	"bridge = 2 x 10, daily\n"

static struct pack *pack;

static int load(void **state)
{
	(void)state;
	pack = plans_pack();
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

/* The line of the first such finding, or 0. */
static int line_of(const char *text, const char *check)
{
	struct plan *plan = plan_of(pack, text);
	struct review *review = review_plan(plan);
	int line = 0;

	for (size_t i = 0; i < review->n_findings && line == 0; i++)
		if (strcmp(review->findings[i].check->id, check) == 0)
			line = review->findings[i].place.line;
	review_free(&review);
	plan_free(&plan);
	return line;
}

static bool finds(const char *text, const char *check)
{
	return line_of(text, check) != 0;
}

/* A clearance */

static void clearing_another_programme__lifts_no_screening(void **state)
{
	(void)state;
	assert_true(finds(TENDONS LOCKING CLEARED("bone-plan") WEEK,
			  "screening-locks"));
	assert_true(finds(TENDONS CLEARED("bone-plan") WEEK, "no-screening"));
	assert_false(finds(TENDONS LOCKING CLEARED("tendon-plan") WEEK,
			   "screening-locks"));
}

static void clearing_another_programme__is_no_leave_to_train(void **state)
{
	struct plan *plan = plan_of(pack, TENDONS LOCKING
				    CLEARED("bone-plan") WEEK);

	(void)state;
	assert_false(plan_lets_train(plan));
	plan_free(&plan);
}

static void clearing_another_programme__adds_no_exercise(void **state)
{
	(void)state;
	assert_true(finds(TENDONS SCREENED CLEARED("bone-plan")
			  "exercises = roll\n" WEEK
			  "roll = 1 x 1 min, daily\n", "forbidden-exercise"));
	assert_false(finds(TENDONS SCREENED CLEARED("tendon-plan")
			   "exercises = roll\n" WEEK
			   "roll = 1 x 1 min, daily\n", "forbidden-exercise"));
}

static void clearing_before_the_operation__does_not_clear_it(void **state)
{
	(void)state;
	assert_true(finds(TENDONS "surgery = 2026-11-23\n" SCREENED
			  CLEARED("tendon-plan") WEEK, "recent-surgery"));
	assert_false(finds(TENDONS "surgery = 2026-11-22\n" SCREENED
			   CLEARED("tendon-plan") WEEK, "recent-surgery"));
}

/* What is locked */

static void a_locked_condition__is_locked_under_any_programme(void **state)
{
	(void)state;
	assert_true(finds("[plan]\ncondition = bone\nprogramme = tendon-plan\n"
			  ABOUT SCREENED WEEK, "locked-programme"));
}

static void naming_no_programme__unlocks_nothing(void **state)
{
	(void)state;
	assert_true(finds("[plan]\ncondition = bone\n" ABOUT SCREENED
			  "[week 1]\nphase = bone-plan-1\n"
			  "bridge = 2 x 10, daily\n", "locked-programme"));
}

static void what_there_is_also__locks_without_a_clearance(void **state)
{
	(void)state;
	assert_int_equal(line_of(TENDONS "also = bone\n" SCREENED WEEK,
				 "locked-programme"), 8);
	assert_int_equal(line_of(TENDONS "also = nerve-high\n" SCREENED WEEK,
				 "no-programme"), 8);
	assert_false(finds(TENDONS "also = bone nerve-high\n" SCREENED
			   CLEARED("tendon-plan") WEEK, "locked-programme"));
	assert_false(finds(TENDONS "also = bone nerve-high\n" SCREENED
			   CLEARED("tendon-plan") WEEK, "no-programme"));
	assert_false(finds(TENDONS "also = nerve\n" SCREENED WEEK,
			   "no-programme"));
}

/* From week to week */

#define LATER(number) "[week " number "]\nphase = tendon-plan-2\n"
#define LATE								\
	TENDONS SCREENED "[week 1]\nphase = tendon-plan-2\n"		\
	"met = easy-days easy-nights no-nerve-signs\nbridge = 3 x 10, daily\n"

static void load_that_jumps_over_a_week__jumps(void **state)
{
	(void)state;
	assert_true(finds(LATE "slow-slide = 3 x 8, 4 kg, 2/week\n"
			  LATER("2") "bridge = 3 x 10, 3/week\n"
			  LATER("3") "slow-slide = 3 x 8, 8 kg, 2/week\n",
			  "load-jump"));
	assert_true(finds(LATE "slow-slide = 3 x 8, 4 kg, 2/week\n"
			  LATER("2") "slow-slide = 3 x 8, 2/week\n"
			  LATER("3") "slow-slide = 3 x 8, 8 kg, 2/week\n",
			  "load-jump"));
	assert_false(finds(LATE "slow-slide = 3 x 8, 4 kg, 2/week\n"
			   LATER("2") "bridge = 3 x 10, 3/week\n"
			   LATER("3") "slow-slide = 3 x 8, 4.4 kg, 2/week\n",
			   "load-jump"));
}

static void running_minutes__are_those_of_the_week(void **state)
{
	(void)state;
	assert_true(finds(LATE "run-ladder = 20 min, 1/week\n"
			  LATER("2") "run-ladder = 20 min, 3/week\n",
			  "load-jump"));
	assert_true(finds(LATE "run-ladder = 600 s, 3/week\n"
			  LATER("2") "run-ladder = 20 min, 3/week\n",
			  "load-jump"));
	assert_false(finds(LATE "run-ladder = 30 min, 2/week\n"
			   LATER("2") "run-ladder = 20 min, 3/week\n",
			   "load-jump"));
}

static void stepping_back__is_no_leave_to_pass_a_phase_over(void **state)
{
	struct pack *small = pack;

	(void)state;
	pack = pack_at(SOURCE_TREE "/content/buttock-pain");
	assert_int_equal(line_of(
		"[plan]\ncondition = cluneal-neuralgia\n" ABOUT
		"[week 1]\nphase = hip-arthritis-3\n"
		"[week 2]\nphase = hip-arthritis-1\n"
		"[week 3]\nphase = hip-arthritis-3\n", "phase-skipped"), 12);
	pack_free(&pack);
	pack = small;
}

/* Rest */

static void what_is_done_at_each_sitting__has_no_rest(void **state)
{
	(void)state;
	assert_true(finds(LATE "slow-slide = 3 x 8, 4 kg, each 30 min\n",
			  "no-rest-day"));
	assert_true(finds(LATE "slow-slide = 3 x 8, 4 kg, each 30 min\n",
			  "dose-high"));
}

static void a_range_up_to_daily__has_no_rest(void **state)
{
	(void)state;
	assert_true(finds(LATE "slow-slide = 3 x 8, 4 kg, 2-7/week\n",
			  "no-rest-day"));
	assert_false(finds(LATE "slow-slide = 3 x 8, 4 kg, 2-3/week\n",
			   "no-rest-day"));
}

/* Reading */

static void a_key_of_a_week_that_stands_twice__is_refused(void **state)
{
	char path[] = "/tmp/sitwell-test-XXXXXX";
	FILE *file = fdopen(mkstemp(path), "w");
	struct error_list faults = { 0 };
	struct plan *plan = NULL;

	(void)state;
	assert_non_null(file);
	fputs(TENDONS SCREENED WEEK "phase = tendon-plan-2\n", file);
	fclose(file);
	assert_int_equal(plan_read(&plan, pack, path, &faults), -1);
	assert_int_equal(faults.errors[0].line, 15);
	error_list_done(&faults);
	unlink(path);
}

static void what_is_not_for_pregnancy__says_so(void **state)
{
	(void)state;
	/* the shipped pack has such programmes; this one is made one here */
	((struct programme *)(uintptr_t)pack_find_programme(pack, "tendon-plan"))
		->pregnancy = PREGNANT_NEVER;
	assert_false(finds(TENDONS SCREENED WEEK, "wrong-programme"));
	assert_true(finds("[plan]\npregnant = yes\ncondition = tendons\n"
			  "programme = tendon-plan\n" ABOUT SCREENED WEEK,
			  "wrong-programme"));
	((struct programme *)(uintptr_t)pack_find_programme(pack, "tendon-plan"))
		->pregnancy = PREGNANT_ONLY;
	assert_true(finds(TENDONS SCREENED WEEK, "wrong-programme"));
	assert_false(finds("[plan]\npregnant = yes\ncondition = tendons\n"
			   "programme = tendon-plan\n" ABOUT SCREENED WEEK,
			   "wrong-programme"));
	((struct programme *)(uintptr_t)pack_find_programme(pack, "tendon-plan"))
		->pregnancy = PREGNANT_OR_NOT;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clearing_another_programme__lifts_no_screening),
		cmocka_unit_test(clearing_another_programme__is_no_leave_to_train),
		cmocka_unit_test(clearing_another_programme__adds_no_exercise),
		cmocka_unit_test(clearing_before_the_operation__does_not_clear_it),
		cmocka_unit_test(a_locked_condition__is_locked_under_any_programme),
		cmocka_unit_test(naming_no_programme__unlocks_nothing),
		cmocka_unit_test(what_there_is_also__locks_without_a_clearance),
		cmocka_unit_test(load_that_jumps_over_a_week__jumps),
		cmocka_unit_test(running_minutes__are_those_of_the_week),
		cmocka_unit_test(stepping_back__is_no_leave_to_pass_a_phase_over),
		cmocka_unit_test(what_is_done_at_each_sitting__has_no_rest),
		cmocka_unit_test(a_range_up_to_daily__has_no_rest),
		cmocka_unit_test(a_key_of_a_week_that_stands_twice__is_refused),
		cmocka_unit_test(what_is_not_for_pregnancy__says_so),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, load, unload);
}
