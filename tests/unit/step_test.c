/* What a log must not lead to: steps that its days do not carry. */
#include "config.h"

#include "plan/next.h"
#include "plans.h"

#define PLAN								\
	"[plan]\ncondition = tendons\nprogramme = tendon-plan\n"	\
	"start = 2026-11-23\nrescreen = 2026-12-21\nflare = Half.\n"	\
	"stop = A fall.\n"
#define SCREENED "[screening]\nurgency = routine\ndate = 2026-11-22\n"
#define LOCKING "[screening]\nurgency = soon\ndate = 2026-11-22\n"
#define AGAIN "[screening]\nurgency = routine\ndate = 2026-11-26\n"
#define ITEMS "side-push = 5 x 30 s, 2/day\nbridge = 2 x 10, daily\n"
#define WEEKS								\
	"[week 1]\nphase = tendon-plan-1\n" ITEMS			\
	"[week 2]\nphase = tendon-plan-1\n" ITEMS
#define GOOD_DAY "session = yes\npain = 1\nduring = 2\nsettled = yes\n"	\
	"night = 1\n"

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

static struct log *log_of(const char *text)
{
	char path[] = "/tmp/sitwell-test-XXXXXX";
	int descriptor = mkstemp(path);
	struct error_list faults = { 0 };
	struct log *log = NULL;

	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, text, strlen(text)),
			 (ssize_t)strlen(text));
	close(descriptor);
	if (log_read(&log, pack, path, &faults) != 0)
		error_list_print(stderr, &faults);
	assert_non_null(log);
	error_list_done(&faults);
	unlink(path);
	return log;
}

/* Of seven days, 30 November to 6 December, each as `day` says. */
static char *week_of(const char *day)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_non_null(stream);
	for (int i = 0; i < 7; i++)
		fprintf(stream, "[day 2026-%02d-%02d]\n%s", i == 0 ? 11 : 12,
			i == 0 ? 30 : i, day);
	fclose(stream);
	return text;
}

/* The step, with the dose of side-push in the week to come, or "". */
static enum step step_of(const char *plan_text, const char *log_text,
			 char *dose, size_t size)
{
	struct plan *plan = plan_of(pack, plan_text);
	struct log *log = log_of(log_text);
	struct next *next = plan_next(plan, log);
	enum step step = next->step;

	if (dose != NULL)
		snprintf(dose, size, "%s", next->week.n_items > 0
			 ? next->week.items[0].text : "");
	next_free(&next);
	log_free(&log);
	plan_free(&plan);
	return step;
}

static enum step step_after(const char *plan_text, const char *before,
			    const char *day, const char *last)
{
	char *week = week_of(day), *text = NULL;
	enum step step;

	if (asprintf(&text, "%s%s%s", before, week, last) < 0)
		abort();
	step = step_of(plan_text, text, NULL, 0);
	free(week);
	free(text);
	return step;
}

static void a_good_week__leads_on(void **state)
{
	(void)state;
	assert_int_equal(step_after(PLAN SCREENED WEEKS, "", GOOD_DAY,
				    "met = no-nerve-signs\n"), STEP_ON);
}

static void a_plan_that_the_review_stops__has_no_next_week(void **state)
{
	(void)state;
	assert_int_equal(step_after(PLAN LOCKING WEEKS, "", GOOD_DAY,
				    "met = no-nerve-signs\n"), STEP_STOP);
	assert_int_equal(step_after(PLAN SCREENED WEEKS
				    "roll = 1 x 1 min, daily\n", "", GOOD_DAY,
				    "met = no-nerve-signs\n"), STEP_STOP);
}

static void an_alarm_of_an_earlier_week__stops_until_screened(void **state)
{
	const char *alarm = "[day 2026-11-25]\nsession = no\nalarm = saddle\n";

	(void)state;
	assert_int_equal(step_after(PLAN SCREENED WEEKS, alarm, GOOD_DAY,
				    "met = no-nerve-signs\n"), STEP_STOP);
	assert_int_equal(step_after(PLAN AGAIN WEEKS, alarm, GOOD_DAY,
				    "met = no-nerve-signs\n"), STEP_ON);
}

static void sessions_running_over_sunday__lead_back(void **state)
{
	const char *log =
		"[day 2026-11-29]\nsession = yes\nduring = 7\n"
		"[day 2026-11-30]\nsession = yes\nduring = 7\n"
		"[day 2026-12-02]\n" GOOD_DAY;

	(void)state;
	assert_int_equal(step_of(PLAN SCREENED WEEKS, log, NULL, 0),
			 STEP_BACK);
}

static void pain_in_a_session__tells_of_the_session(void **state)
{
	(void)state;
	assert_int_equal(step_after(PLAN SCREENED WEEKS, "",
				    "during = 8\npain = 2\n", ""), STEP_BACK);
}

static void a_session_without_its_pain__leads_nobody_on(void **state)
{
	(void)state;
	assert_int_equal(step_after(PLAN SCREENED WEEKS, "",
				    "session = yes\npain = 1\nnight = 1\n",
				    "met = no-nerve-signs\n"), STEP_STAY);
}

static void days_before_the_phase__do_not_count_for_it(void **state)
{
	const char *plan =
		PLAN SCREENED
		"[week 1]\nphase = tendon-plan-1\n" ITEMS
		"[week 2]\nphase = tendon-plan-2\n"
		"met = easy-days easy-nights no-nerve-signs\n"
		"slow-slide = 3 x 8, 4 kg, mon thu\nbridge = 3 x 10, 3/week\n";
	char *week = week_of(GOOD_DAY), *text;
	struct plan *read = plan_of(pack, plan);
	struct log *log;
	struct next *next;

	(void)state;
	/* the first day of the phase alone, and six before it */
	if (asprintf(&text, "[day 2026-11-24]\n%s[day 2026-11-25]\n%s"
		     "[day 2026-11-26]\n%s[day 2026-11-27]\n%s"
		     "[day 2026-11-28]\n%s[day 2026-11-29]\n%s"
		     "[day 2026-11-30]\n%smet = clean-sets\n", GOOD_DAY,
		     GOOD_DAY, GOOD_DAY, GOOD_DAY, GOOD_DAY, GOOD_DAY,
		     GOOD_DAY) < 0)
		abort();
	log = log_of(text);
	next = plan_next(read, log);
	assert_int_equal(next->step, STEP_STAY);
	next_free(&next);
	log_free(&log);
	plan_free(&read);
	free(week);
	free(text);
}

static void a_session_not_told_to_settle__did_not_for_sure(void **state)
{
	const char *plan =
		PLAN SCREENED
		"[week 1]\nphase = tendon-plan-1\n" ITEMS
		"[week 2]\nphase = tendon-plan-2\n"
		"met = easy-days easy-nights no-nerve-signs\n"
		"slow-slide = 3 x 8, 4 kg, mon thu\nbridge = 3 x 10, 3/week\n";

	(void)state;
	assert_int_equal(step_after(plan, "",
				    "session = yes\npain = 1\nduring = 1\n",
				    "met = clean-sets\n"), STEP_STAY);
	assert_int_equal(step_after(plan, "", GOOD_DAY,
				    "met = clean-sets\n"), STEP_DONE);
}

static void one_session_that_hurt__takes_a_third_off(void **state)
{
	char dose[100];

	(void)state;
	assert_int_equal(step_of(PLAN SCREENED WEEKS,
				 "[day 2026-11-30]\nsession = yes\n"
				 "during = 7\n[day 2026-12-02]\n" GOOD_DAY,
				 dose, sizeof dose), STEP_STAY);
	assert_string_equal(dose, "3 x 30 s, 2/day");
}

static void a_cut__is_a_third_to_a_half(void **state)
{
	for (int sets = 2; sets <= 12; sets++) {
		char plan[600], dose[100];
		int left;

		snprintf(plan, sizeof plan, PLAN SCREENED "[week 1]\n"
			 "phase = tendon-plan-1\n"
			 "side-push = %d x 30 s, 2/day\n"
			 "bridge = 2 x 10, daily\n", sets);
		assert_int_equal(step_of(plan, "[day 2026-11-23]\n"
					 "session = yes\nduring = 7\n"
					 "[day 2026-11-24]\nsession = yes\n"
					 "during = 7\n", dose, sizeof dose),
				 STEP_BACK);
		left = dose[1] == ' ' || dose[2] == ' ' ? atoi(dose) : 0;
		if (left == 30)		/* "30 s": one set */
			left = 1;
		if (3 * left > 2 * sets || 2 * left < sets)
			fail_msg("%d sets become %s", sets, dose);
	}
	(void)state;
}

#define BONE								\
	"[plan]\ncondition = bone\nprogramme = bone-plan\n"		\
	"start = 2026-11-23\nrescreen = 2026-12-21\nflare = None.\n"	\
	"stop = A fall.\n"						\
	"[week 1]\nphase = bone-plan-1\nbridge = 2 x 10, daily\n"	\
	"[week 2]\nphase = bone-plan-1\nbridge = 2 x 10, daily\n"	\
	"[clearance]\nby = A. Name, physio\nprogramme = bone-plan\n"

static void bone_pain_of_an_earlier_week__stops_until_cleared(void **state)
{
	const char *hurt = "[day 2026-11-25]\nsession = yes\nduring = 2\n";
	const char *painless = "session = yes\npain = 0\nduring = 0\n"
			       "settled = yes\nnight = 0\n";

	(void)state;
	assert_int_equal(step_after(BONE "date = 2026-11-22\n", hurt, painless,
				    ""), STEP_STOP);
	assert_int_equal(step_after(BONE "date = 2026-11-26\n", hurt, painless,
				    ""), STEP_STAY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_week__leads_on),
		cmocka_unit_test(a_plan_that_the_review_stops__has_no_next_week),
		cmocka_unit_test(an_alarm_of_an_earlier_week__stops_until_screened),
		cmocka_unit_test(sessions_running_over_sunday__lead_back),
		cmocka_unit_test(pain_in_a_session__tells_of_the_session),
		cmocka_unit_test(a_session_without_its_pain__leads_nobody_on),
		cmocka_unit_test(days_before_the_phase__do_not_count_for_it),
		cmocka_unit_test(a_session_not_told_to_settle__did_not_for_sure),
		cmocka_unit_test(one_session_that_hurt__takes_a_third_off),
		cmocka_unit_test(bone_pain_of_an_earlier_week__stops_until_cleared),
		cmocka_unit_test(a_cut__is_a_third_to_a_half),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, load, unload);
}
