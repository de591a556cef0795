/* The plans of a folder: listed, edited in place, made anew. */
#include "config.h"

#include <locale.h>
#include <sys/stat.h>

#include "plans.h"

#include "pack/kinds.h"
#include "plan/folder.h"
#include "report/plan_line.h"

static struct pack *pack;
static char folder_path[] = "/tmp/sitwell-folder-XXXXXX";

static int set_up(void **state)
{
	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	pack = plans_pack();
	return mkdtemp(folder_path) == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
	(void)state;
	pack_free(&pack);
	return rmdir(folder_path);
}

static const char *path_of(const char *name)
{
	static char path[256];

	snprintf(path, sizeof path, "%s/%s", folder_path, name);
	return path;
}

static void write_file(const char *name, const char *text)
{
	FILE *stream = fopen(path_of(name), "w");

	assert_non_null(stream);
	fputs(text, stream);
	assert_int_equal(fclose(stream), 0);
}

/* The caller frees it. */
static char *read_file(const char *path)
{
	char *text = NULL;
	size_t room = 0;
	FILE *stream = fopen(path, "r");

	assert_non_null(stream);
	assert_true(getdelim(&text, &room, '\0', stream) >= 0);
	fclose(stream);
	return text;
}

static struct plan_folder *read_folder(void)
{
	struct plan_folder *folder = NULL;
	struct error err = { .message = "" };

	assert_int_equal(plan_folder_read(&folder, pack, folder_path, &err),
			 0);
	return folder;
}

static void empty_folder(struct plan_folder **folder)
{
	for (size_t i = 0; i < (*folder)->n_files; i++)
		unlink((*folder)->files[i].path);
	plan_folder_free(folder);
}

/* Line ends, blanks, comments and what stands behind: all must stay. */
static const char odd[] =
	"# made by hand\r\n"
	"[plan]\r\n"
	"condition = tendons\r\n"
	"programme = tendon-plan\r\n"
	"start = 2026-11-23\r\n"
	"\r\n"
	"[week 1]\r\n"
	"phase = tendon-plan-1\r\n"
	"side-push = 4 x 30 s, 2/day\r\n"
	"# as before\r\n"
	"  bridge   =  2 x 10, daily (on a soft mat)  \r\n"
	"sit-breaks = 2 min, each 45 min";

#define BRIDGE 1		/* among the exercises of the week */

static struct plan_folder *one_odd_plan(void)
{
	struct plan_folder *folder;

	write_file("odd.ini", odd);
	folder = read_folder();
	assert_int_equal(folder->n_files, 1);
	assert_non_null(folder->files[0].plan);
	return folder;
}

static void folder__lists_plans_and_what_is_wrong_with_others(void **state)
{
	struct plan_folder *folder;
	char *text;

	(void)state;
	write_file("a.ini", odd);
	write_file("b.ini", "# a comment\n[plan]\ncondition = tendon\n");
	write_file("log.ini", "[day 2026-11-24]\nsession = yes\n");
	write_file("planner.ini", "[planner]\nx = y\n");
	write_file("notes.txt", odd);
	folder = read_folder();
	assert_int_equal(folder->n_files, 2);
	text = plan_file_found(&folder->files[0]);
	assert_string_equal(text, "4 to change");
	free(text);
	text = plan_file_text(&folder->files[0], 0);
	assert_has(text, "(a.ini), not cleared, begins on ");
	free(text);
	text = plan_file_text(&folder->files[1], 0);
	assert_string_equal(text, "b.ini cannot be read");
	free(text);
	text = plan_file_found(&folder->files[1]);
	assert_has(text, "line 2: ");
	free(text);
	unlink(path_of("log.ini"));
	unlink(path_of("planner.ini"));
	unlink(path_of("notes.txt"));
	empty_folder(&folder);
}

static void folder__that_does_not_exist_is_empty(void **state)
{
	struct plan_folder *folder = NULL;
	struct error err = { .message = "" };

	(void)state;
	assert_int_equal(plan_folder_read(&folder, pack,
					  path_of("none"), &err), 0);
	assert_int_equal(folder->n_files, 0);
	plan_folder_free(&folder);
}

static void folder__that_cannot_be_read_says_so(void **state)
{
	struct plan_folder *folder = NULL;
	struct error err = { .message = "" };

	(void)state;
	write_file("file", odd);
	assert_int_equal(plan_folder_read(&folder, pack, path_of("file"),
					  &err), -1);
	assert_has(err.message, "cannot be read");
	assert_int_equal(folder->n_files, 0);
	plan_folder_free(&folder);
	unlink(path_of("file"));
}

static void edit__changes_one_value_and_nothing_else(void **state)
{
	struct plan_folder *folder = one_odd_plan();
	struct plan_file *file = &folder->files[0];
	struct error err = { .message = "" };
	struct stat there;
	char *text, *wanted = xstrdup(odd);

	(void)state;
	chmod(file->path, 0640);
	assert_int_equal(plan_file_edit(file, 0, BRIDGE, "3 x 8, daily (on a soft mat)",
					&err), 0);
	text = read_file(file->path);
	memcpy(strstr(wanted, "2 x 10"), "3 x 8,", 6);
	memmove(strstr(wanted, "3 x 8,") + 6, strstr(wanted, "3 x 8,") + 7,
		strlen(strstr(wanted, "3 x 8,") + 7) + 1);
	assert_string_equal(text, wanted);
	free(text);
	free(wanted);
	assert_int_equal(stat(file->path, &there), 0);
	assert_int_equal(there.st_mode & 0777, 0640);
	assert_string_equal(file->plan->weeks[0].items[BRIDGE].text,
			    "3 x 8, daily (on a soft mat)");
	empty_folder(&folder);
}

static void undo__gives_the_file_back_byte_by_byte(void **state)
{
	struct plan_folder *folder = one_odd_plan();
	struct plan_file *file = &folder->files[0];
	struct error err = { .message = "" };
	char *text;

	(void)state;
	assert_int_equal(plan_file_edit(file, 0, 0, "1 x 5 s, daily", &err),
			 0);
	assert_int_equal(plan_file_edit(file, 0, BRIDGE, "1 x 5, daily",
					&err), 0);
	assert_int_equal(plan_file_undo(file, &err), 0);
	assert_int_equal(plan_file_undo(file, &err), 0);
	text = read_file(file->path);
	assert_string_equal(text, odd);
	free(text);
	assert_int_equal(plan_file_undo(file, &err), -1);
	assert_has(err.message, "no change");
	empty_folder(&folder);
}

static void edit__shows_in_the_review_at_once(void **state)
{
	struct plan_folder *folder = one_odd_plan();
	struct plan_file *file = &folder->files[0];
	struct error err = { .message = "" };
	size_t before = file->review->n_findings;

	(void)state;
	assert_int_equal(plan_file_edit(file, 0, BRIDGE, "90 x 90, daily",
					&err), 0);
	assert_true(file->review->n_findings > before);
	assert_ptr_equal(file->review->plan, file->plan);
	empty_folder(&folder);
}

static void edit__refuses_what_a_plan_cannot_have(void **state)
{
	static const char *const wrong[] = {
		"lots", "", "  ", "3 x 10, daily (a; b)", "3 x 10 # old",
		"as ordered, daily", "3 x 10, daily \\", "3 x 10, 3 x 12",
		"3 x 10, daily (\")", "3 x 10\nstop = x",
	};
	struct plan_folder *folder = one_odd_plan();
	char *text;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct error err = { .message = "" };

		if (plan_file_edit(&folder->files[0], 0, BRIDGE, wrong[i],
				   &err) != -1)
			fail_msg("\"%s\" was taken", wrong[i]);
		assert_true(err.message[0] != '\0');
	}
	text = read_file(folder->files[0].path);
	assert_string_equal(text, odd);
	free(text);
	assert_int_equal(folder->files[0].n_edits, 0);
	empty_folder(&folder);
}

static void edit__does_not_write_over_somebody_elses_change(void **state)
{
	struct plan_folder *folder = one_odd_plan();
	struct error err = { .message = "" };
	char *text;

	(void)state;
	write_file("odd.ini", "[plan]\nx = y\n");
	assert_int_equal(plan_file_edit(&folder->files[0], 0, BRIDGE,
					"3 x 10, daily", &err), -1);
	assert_has(err.message, "changed");
	text = read_file(folder->files[0].path);
	assert_string_equal(text, "[plan]\nx = y\n");
	free(text);
	empty_folder(&folder);
}

static void edit__never_cuts_a_file_that_has_grown(void **state)
{
	struct plan_folder *folder = one_odd_plan();
	struct error err = { .message = "" };
	FILE *stream = fopen(folder->files[0].path, "a");
	struct stat there;

	(void)state;
	assert_non_null(stream);
	fputc('\n', stream);
	for (int i = 0; i < 600000; i++)
		fputs("# longer\n", stream);
	assert_int_equal(fclose(stream), 0);
	assert_int_equal(plan_file_edit(&folder->files[0], 0, BRIDGE,
					"3 x 10, daily", &err), -1);
	assert_int_equal(stat(folder->files[0].path, &there), 0);
	assert_true(there.st_size > 5000000);
	empty_folder(&folder);
}

static void add__makes_a_plan_for_its_owner_alone(void **state)
{
	struct plan_folder *folder = NULL;
	struct error err = { .message = "" };
	const struct target *target = pack_find(pack, KIND_TARGET, "tendons");
	struct stat there;
	char *text;
	size_t index = 99;

	(void)state;
	assert_int_equal(plan_folder_read(&folder, pack, path_of("deep/er"),
					  &err), 0);
	assert_int_equal(plan_folder_add(folder, target, NULL, &index, &err),
			 0);
	assert_int_equal(index, 0);
	assert_non_null(folder->files[0].plan);
	assert_int_equal(stat(folder->files[0].path, &there), 0);
	assert_int_equal(there.st_mode & 0777, 0600);
	text = plan_file_text(&folder->files[0],
			      folder->files[0].plan->start);
	assert_has(text, "not cleared");
	/* it is named by the code, and says no name twice */
	assert_null(strchr(text, '('));
	free(text);
	empty_folder(&folder);
	assert_int_equal(rmdir(path_of("deep/er")), 0);
	assert_int_equal(rmdir(path_of("deep")), 0);
}

static void week_on__is_the_first_before_and_the_last_after(void **state)
{
	struct plan *plan = good_plan(pack);

	(void)state;
	assert_int_equal(plan_week_on(plan, plan->start - 400), 1);
	assert_int_equal(plan_week_on(plan, plan->start), 1);
	assert_int_equal(plan_week_on(plan, plan->start + 6), 1);
	assert_int_equal(plan_week_on(plan, plan->start + 7), 2);
	assert_int_equal(plan_week_on(plan, plan->start + 400),
			 plan->n_weeks);
	plan_free(&plan);
}

static void assert_line(const struct plan *plan, long today,
			const char *wanted)
{
	char *text = plan_line_text(plan, today);

	assert_string_equal(text, wanted);
	free(text);
}

static void line__tells_the_week(void **state)
{
	struct plan *plan = good_plan(pack);

	(void)state;
	assert_line(plan, plan->start - 1,
		    "k7q2, not cleared, begins on 2026-11-23");
	assert_line(plan, plan->start + 8, "k7q2, not cleared, week 2 of 3");
	assert_line(plan, plan->start + 21,
		    "k7q2, not cleared, 3 weeks, all done");
	plan_free(&plan);
}

/* As it stands, but with these lines after [plan]'s own. */
static struct plan *plan_with(const char *lines)
{
	char text[800];

	snprintf(text, sizeof text, "[plan]\ncondition = tendons\n"
		 "programme = tendon-plan\nstart = 2026-11-23\n%s"
		 "[week 1]\nphase = tendon-plan-1\nbridge = 2 x 10, daily\n",
		 lines);
	return plan_of(pack, text);
}

static void lets_train__asks_for_screening_or_clearance(void **state)
{
	static const struct {
		const char *lines;
		bool lets;
	} cases[] = {
		{ "", false },
		{ "[screening]\nurgency = routine\ndate = 2026-11-22\n", true },
		{ "[screening]\nurgency = soon\ndate = 2026-11-22\n", false },
		{ "[screening]\nurgency = routine\ndate = 2026-11-22\n"
		  "floor = yes\n", false },
		{ "[clearance]\nby = A\ndate = 2026-11-22\n", true },
		{ "[screening]\nurgency = soon\ndate = 2026-11-22\n"
		  "[clearance]\nby = A\ndate = 2026-11-22\n", true },
		{ "[screening]\nurgency = soon\ndate = 2026-11-22\n"
		  "[clearance]\nby = A\ndate = 2026-11-21\n", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct plan *plan = plan_with(cases[i].lines);

		if (plan_lets_train(plan) != cases[i].lets)
			fail_msg("case %zu", i);
		plan_free(&plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folder__lists_plans_and_what_is_wrong_with_others),
		cmocka_unit_test(folder__that_does_not_exist_is_empty),
		cmocka_unit_test(folder__that_cannot_be_read_says_so),
		cmocka_unit_test(edit__changes_one_value_and_nothing_else),
		cmocka_unit_test(undo__gives_the_file_back_byte_by_byte),
		cmocka_unit_test(edit__shows_in_the_review_at_once),
		cmocka_unit_test(edit__refuses_what_a_plan_cannot_have),
		cmocka_unit_test(edit__does_not_write_over_somebody_elses_change),
		cmocka_unit_test(edit__never_cuts_a_file_that_has_grown),
		cmocka_unit_test(add__makes_a_plan_for_its_owner_alone),
		cmocka_unit_test(week_on__is_the_first_before_and_the_last_after),
		cmocka_unit_test(line__tells_the_week),
		cmocka_unit_test(lets_train__asks_for_screening_or_clearance),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
