/* The person's language, by means of the made-up one that the build makes. */
#include <config.h>

#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

/* A catalogue of nothing but its header, as msgfmt would write it. */
static void write_catalogue(const char *folder, const char *header)
{
	const uint32_t size = (uint32_t)strlen(header);
	const uint32_t words[] = { 0x950412DE, 0, 1, 28, 36, 0, 44,
				   0, 44,	/* "" stands at 44 */
				   size, 45 };
	char path[PATHS_MAX];
	FILE *file;

	snprintf(path, sizeof(path), "%s/pt_BR", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/pt_BR/LC_MESSAGES", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/pt_BR/LC_MESSAGES/sitwell.mo",
		 folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fwrite(words, sizeof(words), 1, file);
	fputc('\0', file);
	fwrite(header, size + 1, 1, file);
	fclose(file);
}

static void remove_catalogue(const char *folder)
{
	static const char *const parts[] = { "/pt_BR/LC_MESSAGES/sitwell.mo",
					     "/pt_BR/LC_MESSAGES", "/pt_BR",
					     "" };
	char path[PATHS_MAX];

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		snprintf(path, sizeof(path), "%s%s", folder, parts[i]);
		assert_int_equal(remove(path), 0);
	}
}

static void language__is_told_as_a_tag(void **state)
{
	const char *given = getenv("SITWELL_LOCALEDIR");
	char *old = given == NULL ? NULL : xstrdup(given);
	char folder[] = "/tmp/sitwell-test-XXXXXX", tag[32];

	(void)state;
	assert_non_null(mkdtemp(folder));
	write_catalogue(folder, "Project-Id-Version: x\nLanguage: pt_BR\n"
			"Content-Type: text/plain; charset=UTF-8\n");
	setenv("SITWELL_LOCALEDIR", folder, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	i18n_start("pt_BR");
	assert_string_equal(i18n_language(tag, sizeof(tag)), "pt-BR");
	i18n_start("en");
	assert_string_equal(i18n_language(tag, sizeof(tag)), "en");
	remove_catalogue(folder);
	if (old != NULL)
		setenv("SITWELL_LOCALEDIR", old, 1);
	else
		unsetenv("SITWELL_LOCALEDIR");
	free(old);
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
		cmocka_unit_test_setup(language__is_told_as_a_tag, clear),
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
