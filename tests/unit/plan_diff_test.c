/* What changed between two plans. */
#include "config.h"

#include "plans.h"

#include "plan/diff.h"
#include "report/plan_changes.h"
#include "report/plan_pages.h"

#define HEAD								\
	"[plan]\nperson = a1\ncondition = tendons\n"			\
	"programme = tendon-plan\nstart = 2026-11-23\n"
#define WEEK_1 "[week 1]\nphase = tendon-plan-1\n"
#define WEEK_2 "[week 2]\nphase = tendon-plan-1\nbridge = 3 x 10, daily\n"

static struct pack *pack;

static int set_up(void **state)
{
	(void)state;
	pack = plans_pack();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

/* Each change as "week kind key before after", a line each. */
static char *listed(const struct plan_diff *diff)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_non_null(stream);
	for (size_t i = 0; i < diff->n_changes; i++) {
		const struct plan_change *change = &diff->changes[i];

		fprintf(stream, "%zu %s %s: %s -> %s\n", change->week,
			change_kind_id(change->kind),
			change->key != NULL ? change->key : "",
			change->before != NULL ? change->before : "",
			change->after != NULL ? change->after : "");
	}
	fclose(stream);
	return text;
}

static void changes(const char *before, const char *after,
		    const char *expected)
{
	struct plan *old = plan_of(pack, before), *new = plan_of(pack, after);
	struct plan_diff *diff = plan_diff(old, new);
	char *text = listed(diff);

	assert_string_equal(text, expected);
	free(text);
	plan_diff_free(&diff);
	plan_free(&old);
	plan_free(&new);
}

static void the_same_plan_has_no_change(void **state)
{
	(void)state;
	changes(HEAD WEEK_1 "bridge = 2 x 10, daily\n",
		HEAD WEEK_1 "bridge = 2 x 10, daily\n", "");
	/* other words for the same dose */
	changes(HEAD WEEK_1 "bridge = 2 x 10, 1/day\n",
		HEAD WEEK_1 "bridge = 2 x 10, daily\n", "");
}

static void tells_rules_and_dates(void **state)
{
	(void)state;
	changes(HEAD "flare = Rest.\nrescreen = 2026-12-21\n"
		"[screening]\nurgency = routine\ndate = 2026-11-22\n"
		WEEK_1 "bridge = 2 x 10, daily\n",
		HEAD "stop = A fall.\nrescreen = 2026-12-20\nalso = bone nerve\n"
		"[screening]\nurgency = soon\ndate = 2026-11-22\n"
		"[clearance]\nby = A. Name\ndate = 2026-11-23\n"
		WEEK_1 "bridge = 2 x 10, daily\n",
		"0 value also:  -> bone nerve\n"
		"0 value rescreen: 2026-12-21 -> 2026-12-20\n"
		"0 value flare: Rest. -> \n"
		"0 value stop:  -> A fall.\n"
		"0 value urgency: routine -> soon\n"
		"0 value by:  -> A. Name\n"
		"0 value date:  -> 2026-11-23\n");
}

static void tells_exercises_doses_and_their_order(void **state)
{
	(void)state;
	changes(HEAD WEEK_1 "side-push = 4 x 30 s, 2/day\n"
		"bridge = 2 x 10, daily\nslow-slide = 3 x 8, 4 kg, 2/week\n",
		HEAD WEEK_1 "bridge = 3 x 10, daily\n"
		"side-push = 4 x 30 s, 2/day\nsit-breaks = 1 min, each 30 min\n",
		"1 dose bridge: 2 x 10, daily -> 3 x 10, daily\n"
		"1 exercise-removed slow-slide: 3 x 8, 4 kg, 2/week -> \n"
		"1 exercise-added sit-breaks:  -> 1 min, each 30 min\n"
		"1 order :  -> \n");
}

/* One that stands twice is compared with its like. */
static void tells_twins_apart(void **state)
{
	(void)state;
	changes(HEAD WEEK_1 "bridge = 2 x 10, daily\nbridge = 1 x 5, daily\n",
		HEAD WEEK_1 "bridge = 2 x 10, daily\n",
		"1 exercise-removed bridge: 1 x 5, daily -> \n");
}

static void tells_weeks_phases_criteria_and_notes(void **state)
{
	(void)state;
	changes(HEAD WEEK_1 "bridge = 2 x 10, daily\n" WEEK_2,
		HEAD WEEK_1 "bridge = 2 x 10, daily\n",
		"2 week-removed : tendon-plan-1 -> \n");
	changes(HEAD WEEK_1 "note = Slowly\nbridge = 2 x 10, daily\n",
		HEAD "[week 1]\nphase = tendon-plan-2\nmet = easy-days\n"
		"bridge = 2 x 10, daily\n" WEEK_2,
		"1 phase : tendon-plan-1 -> tendon-plan-2\n"
		"1 criteria :  -> easy-days\n"
		"1 note : Slowly -> \n"
		"2 week-added :  -> tendon-plan-1\n"
		"2 exercise-added bridge:  -> 3 x 10, daily\n");
}

static void says_it_in_words_and_as_json(void **state)
{
	struct plan *old = good_plan(pack);
	struct plan *new = plan_of(pack,
		HEAD WEEK_1 "bridge = 3 x 10, daily (on a soft mat)\n");
	struct plan_diff *diff = plan_diff(old, new);
	struct page page = { .title = NULL };
	char *text, *json = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&json, &bytes);

	(void)state;
	plan_page_diff(&page, diff);
	text = page_text(&page);
	assert_has(text, "The whole plan\n- person is now \"a1\", and was \"k7q2\"\n");
	assert_has(text, "- screening urgency is gone, and was\n  \"routine\"\n");
	assert_has(text, "Week 1\n");
	assert_has(text, "- bridge is now: 3 sets of 10, every\n");
	assert_has(text, "- Left out: sit-break drill: 2\n");
	assert_has(text, "Week 3\n- This week is gone. It was in phase\n  2: strong\n");
	assert_non_null(stream);
	plan_changes_json(stream, diff);
	fclose(stream);
	assert_has(json, "\"key\": \"bridge\",\n   \"before\": \"2 x 10, daily (on a soft mat)\",\n   \"after\": \"3 x 10, daily (on a soft mat)\",");
	assert_has(json, "\"line-before\": 20,\n   \"line-after\": 8\n");
	free(json);
	free(text);
	page_done(&page);
	plan_diff_free(&diff);
	plan_free(&old);
	plan_free(&new);
}

static void says_that_nothing_changed(void **state)
{
	struct plan *plan = good_plan(pack);
	struct plan_diff *diff = plan_diff(plan, plan);
	struct page page = { .title = NULL };
	char *text;

	(void)state;
	plan_page_diff(&page, diff);
	text = page_text(&page);
	assert_has(text, "Nothing changed.\n");
	free(text);
	page_done(&page);
	plan_diff_free(&diff);
	plan_free(&plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_plan_has_no_change),
		cmocka_unit_test(tells_rules_and_dates),
		cmocka_unit_test(tells_exercises_doses_and_their_order),
		cmocka_unit_test(tells_twins_apart),
		cmocka_unit_test(tells_weeks_phases_criteria_and_notes),
		cmocka_unit_test(says_it_in_words_and_as_json),
		cmocka_unit_test(says_that_nothing_changed),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
