/* A folder in which things change; built twice, see tests/local.mk. */
#include "config.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"

#include "base/watch.h"

#define PATIENCE 20000		/* milliseconds */

static char dir[] = "/tmp/sitwell-watch-XXXXXX";
static struct watch *watch;

static const char *in_dir(const char *name)
{
	static char path[2][128];
	static int turn;

	turn = !turn;
	snprintf(path[turn], sizeof path[turn], "%s/%s", dir, name);
	return path[turn];
}

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(in_dir(name), "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static int set_up(void **state)
{
	(void)state;
	strcpy(dir + sizeof dir - 7, "XXXXXX");
	if (mkdtemp(dir) == NULL || mkdir(in_dir("rules"), 0700) != 0)
		return -1;
	write_file("pack.ini", "one");
	write_file("rules/rules.ini", "one");
	watch = watch_new(dir);
	return 0;
}

static int tear_down(void **state)
{
	char command[64];

	(void)state;
	watch_free(&watch);
	snprintf(command, sizeof command, "rm -rf %s", dir);
	return system(command);
}

/* Waits as the screens do; false when nothing was told for so long. */
static bool is_told(int milliseconds)
{
	for (int left = milliseconds; left > 0;) {
		struct pollfd input = { .fd = watch_descriptor(watch),
					.events = POLLIN };
		int timeout = watch_timeout(watch);

		poll(&input, 1, timeout);
		left -= timeout + 1;
		if (watch_changed(watch))
			return true;
	}
	return false;
}

/* Nothing is told in more time than a second's comparing takes. */
static bool is_quiet(void)
{
	return !is_told(1300);
}

static void save__is_told_once(void **state)
{
	(void)state;
	write_file("pack.ini", "other");
	assert_true(is_told(PATIENCE));
	assert_true(is_quiet());
}

static void save_by_rename__is_told(void **state)
{
	(void)state;
	write_file(".pack.ini.swp", "other");
	assert_int_equal(rename(in_dir(".pack.ini.swp"), in_dir("pack.ini")),
			 0);
	assert_true(is_told(PATIENCE));
}

static void save_in_a_folder_below__is_told(void **state)
{
	(void)state;
	write_file("rules/rules.ini", "other");
	assert_true(is_told(PATIENCE));
}

static void new_folder__is_looked_into(void **state)
{
	(void)state;
	assert_int_equal(mkdir(in_dir("later"), 0700), 0);
	write_file("later/more.ini", "one");
	assert_true(is_told(PATIENCE));
	write_file("later/more.ini", "other");
	assert_true(is_told(PATIENCE));
}

static void deleted_file__is_told(void **state)
{
	(void)state;
	unlink(in_dir("rules/rules.ini"));
	assert_true(is_told(PATIENCE));
}

static void what_is_no_content__is_passed_over(void **state)
{
	(void)state;
	write_file("notes.txt", "one");
	write_file(".pack.ini.swp", "one");
	write_file("rules.ini~", "one");
	assert_true(is_quiet());
}

static void target_of_a_link__is_told(void **state)
{
	(void)state;
	write_file("target", "one");
	assert_int_equal(symlink(in_dir("target"), in_dir("linked.ini")), 0);
	assert_true(is_told(PATIENCE));
	write_file("target", "another");
	assert_true(is_told(PATIENCE));
}

static void folder_that_comes_later__is_seen(void **state)
{
	(void)state;
	watch_free(&watch);
	watch = watch_new(in_dir("to-come"));
	assert_int_equal(mkdir(in_dir("to-come"), 0700), 0);
	write_file("to-come/pack.ini", "one");
	assert_true(is_told(PATIENCE));
}

/* Where the kernel tells, nobody waits for the next second. */
static void descriptor__can_be_read_after_a_save(void **state)
{
	struct pollfd input = { .fd = watch_descriptor(watch),
				.events = POLLIN };

	(void)state;
	if (input.fd < 0)
		return;
	write_file("pack.ini", "other");
	assert_int_equal(poll(&input, 1, 0), 1);
	assert_false(watch_changed(watch));
	assert_int_equal(poll(&input, 1, 0), 0);
	assert_in_range(watch_timeout(watch), 0, 100);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(save__is_told_once),
		TEST(save_by_rename__is_told),
		TEST(save_in_a_folder_below__is_told),
		TEST(new_folder__is_looked_into),
		TEST(deleted_file__is_told),
		TEST(what_is_no_content__is_passed_over),
		TEST(target_of_a_link__is_told),
		TEST(folder_that_comes_later__is_seen),
		TEST(descriptor__can_be_read_after_a_save),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
