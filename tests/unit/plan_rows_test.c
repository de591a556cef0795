/* Where the findings of a review stand among the lines of a plan. */
#include "config.h"

#include <glob.h>

#include "plans.h"

#include "report/plan_line.h"
#include "report/plan_rows.h"

static struct pack *pack;

static int set_up(void **state)
{
	struct error_list faults = { 0 };

	(void)state;
	return pack_load(&pack, SOURCE_TREE "/content/buttock-pain", &faults);
}

static int tear_down(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

/* Findings at rows of that kind, or of the others. */
static size_t count_at(const struct plan_rows *rows, bool of_plan)
{
	size_t count = 0;

	for (size_t i = 0; i < rows->n_rows; i++)
		if ((rows->rows[i].kind == ROW_PLAN) == of_plan)
			count += rows->rows[i].n_said / FINDING_TEXTS;
	return count;
}

static size_t check_plan(const char *path)
{
	struct plan *plan = plan_at(pack, path);
	struct review *review = review_plan(plan);
	size_t found = review->n_findings, of_plan = 0, of_weeks = 0;

	for (size_t week = 0; week < plan->n_weeks; week++) {
		struct plan_rows *rows = plan_rows_new(plan, review, week,
						       ROLE_TRAINER);

		of_plan = count_at(rows, true);
		of_weeks += count_at(rows, false);
		plan_rows_free(&rows);
	}
	if (of_plan + of_weeks != found)
		fail_msg("%s: %zu of the plan and %zu of weeks, of %zu", path,
			 of_plan, of_weeks, found);
	review_free(&review);
	plan_free(&plan);
	return found;
}

static void each_finding_stands_at_one_line(void **state)
{
	size_t found = 0;
	glob_t files;

	(void)state;
	assert_int_equal(glob(SOURCE_TREE "/tests/plans/[fu]*/*.ini", 0, NULL,
			      &files), 0);
	assert_true(files.gl_pathc >= 40);
	for (size_t i = 0; i < files.gl_pathc; i++)
		found += check_plan(files.gl_pathv[i]);
	globfree(&files);
	assert_true(found >= 40);
}

/* What a clinician has not cleared is not told, whatever the fault. */
static void no_line_names_a_condition_that_is_not_cleared(void **state)
{
	struct plan *plan = plan_at(pack, SOURCE_TREE
				    "/tests/flows/plans/m4xd.ini");
	struct review *review = review_plan(plan);
	struct plan_rows *rows = plan_rows_new(plan, review, 0, ROLE_TRAINER);
	size_t stops = 0;

	(void)state;
	for (size_t i = 0; i < rows->n_rows; i++) {
		for (size_t k = 0; k < rows->rows[i].n_said; k++) {
			assert_has_not(rows->rows[i].said[k], "gluteal");
			assert_has_not(rows->rows[i].said[k], "tendon");
		}
		stops += strcmp(plan_row_mark(&rows->rows[i]), "[!]") == 0;
	}
	assert_int_equal(stops, 1);
	plan_rows_free(&rows);
	rows = plan_rows_new(plan, review, 0, ROLE_PHYSIO);
	assert_has(rows->rows[3].said[0], "gluteal-tendinopathy");
	plan_rows_free(&rows);
	review_free(&review);
	plan_free(&plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_finding_stands_at_one_line),
		cmocka_unit_test(no_line_names_a_condition_that_is_not_cleared),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
