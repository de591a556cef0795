/* Where things are, from a program that stands in the build tree. */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/check.h"

#include "base/paths.h"

/* A folder of its own for each test, which HOME points to. */
static int set_up(void **state)
{
	static char home[] = "/tmp/sitwell-paths-XXXXXX";

	strcpy(home + sizeof(home) - 7, "XXXXXX");
	*state = mkdtemp(home);
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CONFIG_HOME");
	return *state == NULL ? -1 : setenv("HOME", home, 1);
}

static int tear_down(void **state)
{
	char command[PATHS_MAX];

	snprintf(command, sizeof(command), "rm -rf '%s'", (char *)*state);
	return system(command);
}

static void build_tree__reads_the_content_of_the_source_tree(void **state)
{
	char path[PATHS_MAX];
	struct error err;

	(void)state;
	assert_ok(paths_pack(path, "buttock-pain", &err), &err);
	assert_string_equal(path, SOURCE_TREE "/content/buttock-pain");
	assert_ok(paths_site_default(path, "gb", &err), &err);
	assert_string_equal(path, SOURCE_TREE "/content/site/gb.ini");
}

static void pack__with_too_long_a_name_is_an_error(void **state)
{
	char path[PATHS_MAX], name[PATHS_MAX];
	struct error err;

	(void)state;
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_int_equal(paths_pack(path, name, &err), -1);
	assert_string_equal(path, "");
}

static void state__is_created_for_the_owner_alone(void **state)
{
	char path[PATHS_MAX], expected[PATHS_MAX];
	struct error err;
	struct stat st;

	snprintf(expected, sizeof(expected), "%s/.local/state/sitwell",
		 (char *)*state);
	assert_ok(paths_state(path, &err), &err);
	assert_string_equal(path, expected);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_ok(paths_state(path, &err), &err);
}

static void state__follows_xdg_but_not_a_relative_one(void **state)
{
	char path[PATHS_MAX], xdg[64];
	struct error err;

	snprintf(xdg, sizeof(xdg), "%s/deep/below", (char *)*state);
	setenv("XDG_STATE_HOME", xdg, 1);
	assert_ok(paths_state(path, &err), &err);
	assert_memory_equal(path, xdg, strlen(xdg));
	assert_string_equal(path + strlen(xdg), "/sitwell");

	setenv("XDG_STATE_HOME", "relative", 1);
	assert_ok(paths_state(path, &err), &err);
	assert_non_null(strstr(path, "/.local/state/sitwell"));
}

static void state__that_is_a_file_is_an_error(void **state)
{
	char path[PATHS_MAX], file[PATHS_MAX];
	struct error err;
	FILE *stream;

	snprintf(file, sizeof(file), "%s/sitwell", (char *)*state);
	stream = fopen(file, "w");
	assert_non_null(stream);
	fclose(stream);
	setenv("XDG_STATE_HOME", *state, 1);
	assert_int_equal(paths_state(path, &err), -1);
	assert_non_null(strstr(err.message, "is not a folder"));
}

static void state__without_a_home_is_an_error(void **state)
{
	char path[PATHS_MAX];
	struct error err;

	(void)state;
	unsetenv("HOME");
	assert_int_equal(paths_state(path, &err), -1);
	assert_non_null(strstr(err.message, "XDG_STATE_HOME"));
}

static void site__is_the_persons_own_if_there_is_one(void **state)
{
	char path[PATHS_MAX], file[PATHS_MAX];
	struct error err;
	FILE *stream;

	assert_ok(paths_site(path, &err), &err);
	assert_null(strstr(path, *state));

	snprintf(file, sizeof(file), "%s/sitwell", (char *)*state);
	assert_int_equal(mkdir(file, 0700), 0);
	snprintf(file, sizeof(file), "%s/sitwell/site.ini", (char *)*state);
	stream = fopen(file, "w");
	assert_non_null(stream);
	fclose(stream);
	setenv("XDG_CONFIG_HOME", *state, 1);
	assert_ok(paths_site(path, &err), &err);
	assert_string_equal(path, file);
}

static void locale__can_be_moved_for_tests(void **state)
{
	(void)state;
	setenv("SITWELL_LOCALEDIR", "/somewhere/else", 1);
	assert_string_equal(paths_locale(), "/somewhere/else");
	unsetenv("SITWELL_LOCALEDIR");
	assert_string_equal(paths_locale(), LOCALEDIR);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(build_tree__reads_the_content_of_the_source_tree),
		TEST(pack__with_too_long_a_name_is_an_error),
		TEST(state__is_created_for_the_owner_alone),
		TEST(state__follows_xdg_but_not_a_relative_one),
		TEST(state__that_is_a_file_is_an_error),
		TEST(state__without_a_home_is_an_error),
		TEST(site__is_the_persons_own_if_there_is_one),
		TEST(locale__can_be_moved_for_tests),
	};

	return cmocka_run_group_tests_name("paths", tests, NULL, NULL);
}
