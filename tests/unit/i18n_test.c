/* The person's language, by means of the made-up one that the build makes. */
#include <config.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/unit/check.h"

#include "base/i18n.h"
#include "base/paths.h"

/* A text of src/base/paths.c. */
static const char english[] = N_("%.150s is not a folder; move it away");

static int clear(void **state)
{
	(void)state;
	unsetenv("LANGUAGE");
	unsetenv("LANG");
	unsetenv("LC_CTYPE");
	return unsetenv("LC_ALL");
}

#ifdef ENABLE_NLS
static void need_catalogue(void)
{
	char path[PATHS_MAX];

	snprintf(path, sizeof(path), "%s/en@long/LC_MESSAGES/sitwell.mo",
		 paths_locale());
	if (access(path, R_OK) != 0)
		skip();
}

static void language__is_spoken_where_its_locale_is_missing(void **state)
{
	static const char *const locales[] = { NULL, "C.UTF-8", "xx_YY.UTF-8" };

	need_catalogue();
	for (size_t i = 0; i < sizeof(locales) / sizeof(*locales); i++) {
		clear(state);
		if (locales[i] != NULL)
			setenv("LC_ALL", locales[i], 1);
		i18n_start("en@long");
		assert_non_null(strstr(_(english), "ñøţ"));
		assert_non_null(strstr(_(english), "%.150s"));
	}
}

static void language__can_be_changed_while_running(void **state)
{
	(void)state;
	need_catalogue();
	setenv("LC_ALL", "C.UTF-8", 1);
	i18n_start("en@long");
	assert_string_not_equal(_(english), english);
	i18n_start("en");
	assert_string_equal(_(english), english);
}
#endif

static void language__is_english_in_the_c_locale(void **state)
{
	(void)state;
	setenv("LC_ALL", "C", 1);
	setenv("LANGUAGE", "en@long", 1);
	i18n_start(NULL);
	assert_string_equal(_(english), english);
}

static void numbers__keep_their_point_in_any_language(void **state)
{
	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	i18n_start("en@long");
	assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
}

static void content__that_is_empty_stays_empty(void **state)
{
	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	i18n_start("en@long");
	assert_string_equal(i18n_content(""), "");
	assert_string_equal(i18n_content("in no pack"), "in no pack");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#ifdef ENABLE_NLS
		cmocka_unit_test_setup(
			language__is_spoken_where_its_locale_is_missing, clear),
		cmocka_unit_test_setup(
			language__can_be_changed_while_running, clear),
#endif
		cmocka_unit_test_setup(
			language__is_english_in_the_c_locale, clear),
		cmocka_unit_test_setup(
			numbers__keep_their_point_in_any_language, clear),
		cmocka_unit_test_setup(
			content__that_is_empty_stays_empty, clear),
	};

	return cmocka_run_group_tests_name("i18n", tests, NULL, NULL);
}
