#include "config.h"

#include <sys/stat.h>

#include "packs.h"
#include "report/report.h"
#include "report/site.h"

static char folder[] = "/tmp/sitwell-site-XXXXXX";

static int set_up(void **state)
{
	(void)state;
	strcpy(folder + sizeof folder - 7, "XXXXXX");
	unsetenv("LC_ALL");
	unsetenv("LC_MESSAGES");
	unsetenv("LANG");
	if (mkdtemp(folder) == NULL)
		return -1;
	return setenv("XDG_CONFIG_HOME", folder, 1);
}

static int tear_down(void **state)
{
	char command[160];

	(void)state;
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	return system(command);
}

static void write_site(const char *text)
{
	char path[96];
	FILE *file;

	snprintf(path, sizeof path, "%s/sitwell", folder);
	mkdir(path, 0700);
	strcat(path, "/site.ini");
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void assert_number(const char *variable, const char *locale,
			  const char *number)
{
	struct site site;
	struct error err;

	setenv(variable, locale, 1);
	assert_ok(site_read(&site, &err), &err);
	assert_string_equal(site.emergency_number, number);
}

static void country__gives_the_emergency_number(void **state)
{
	(void)state;
	assert_number("LANG", "en_GB.UTF-8", "999");
	assert_number("LANG", "es_ES", "112");
	assert_number("LC_MESSAGES", "en_US.UTF-8", "911");
	assert_number("LC_ALL", "de_AT@euro", "112");
	assert_number("LC_ALL", "ja_JP.eucJP", "119");
}

static void unknown_country__gives_no_number(void **state)
{
	(void)state;
	assert_number("LC_ALL", "C.UTF-8", "");
	assert_number("LC_ALL", "eo", "");
	assert_number("LC_ALL", "en_XX.UTF-8", "");
	assert_number("LC_ALL", "en_../", "");
	assert_number("LC_ALL", "es_419", "");
}

static void sites_own_file__comes_first(void **state)
{
	struct site site;
	struct error err;

	(void)state;
	setenv("LANG", "en_GB.UTF-8", 1);
	write_site("[site]\nclinic-number = 01234 5678\nclinic-name = Hill\n");
	assert_ok(site_read(&site, &err), &err);
	assert_string_equal(site.emergency_number, "999");
	assert_string_equal(site.clinic_number, "01234 5678");
	assert_string_equal(site.clinic_name, "Hill");
	write_site("[site]\nemergency-number = 2222\n");
	assert_ok(site_read(&site, &err), &err);
	assert_string_equal(site.emergency_number, "2222");
}

static void broken_file__is_told_with_its_line(void **state)
{
	struct site site;
	struct error err;

	(void)state;
	write_site("[site]\nemergency-numbr = 112\n");
	assert_int_equal(site_read(&site, &err), -1);
	assert_int_equal(err.line, 2);
	assert_string_equal(err.message,
			    "[site] has no key emergency-numbr; did you mean emergency-number?");
	write_site("[clinic]\nname = Hill\n");
	assert_int_equal(site_read(&site, &err), -1);
}

static void assert_filled(const struct site *site, const char *text,
			  const char *expected)
{
	char *filled = site_fill(site, text);

	assert_string_equal(filled, expected);
	free(filled);
}

static void numbers__are_filled_in(void **state)
{
	const struct site site = { .emergency_number = "112",
				   .clinic_number = "77" };

	(void)state;
	assert_filled(&site, "Call {emergency number}, {emergency number}.",
		      "Call 112, 112.");
	assert_filled(&site, "{clinic number}", "77");
	assert_filled(&site, "", "");
	assert_filled(&site, "{emergency", "{emergency");
}

static void missing_number__becomes_words_and_never_a_number(void **state)
{
	const struct site site = { .emergency_number = "" };

	(void)state;
	assert_filled(&site, "Call {emergency number} or {clinic number}.",
		      "Call your local emergency number or your clinic.");
}

/* A folder with an lp of our own, which does what `script` says. */
static void make_lp(const char *script)
{
	char path[96];
	FILE *file;

	snprintf(path, sizeof path, "%s/lp", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", script);
	fclose(file);
	chmod(path, 0700);
}

static void printing__goes_through_lp(void **state)
{
	struct document document = { .headline = NULL };
	struct block blocks[4000];
	char *path = strdup(getenv("PATH")), printed[120], word[40];
	struct error err;
	FILE *file;

	(void)state;
	for (size_t i = 0; i < 4000; i++)
		blocks[i] = (struct block){ .kind = BLOCK_PARAGRAPH,
			.text = (char *)"A line that is printed, many times." };
	document.pages[0].blocks = blocks;
	document.pages[0].n_blocks = 4000;
	setenv("PATH", "/nowhere", 1);
	assert_false(report_can_print());
	assert_int_equal(report_print(&document, 0, &err), -1);
	snprintf(printed, sizeof printed, "%s:/bin:/usr/bin", folder);
	setenv("PATH", printed, 1);
	snprintf(printed, sizeof printed, "cat > '%s/page'", folder);
	make_lp(printed);
	assert_true(report_can_print());
	assert_ok(report_print(&document, 0, &err), &err);
	snprintf(printed, sizeof printed, "%s/page", folder);
	file = fopen(printed, "r");
	assert_non_null(file);
	assert_non_null(fgets(word, sizeof word, file));
	assert_int_equal(strncmp(word, "This check was done on ", 23), 0);
	fclose(file);
	/* an lp that reads nothing and fails is no SIGPIPE */
	make_lp("exit 1");
	assert_int_equal(report_print(&document, 0, &err), -1);
	setenv("PATH", path, 1);
	free(path);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(country__gives_the_emergency_number),
		TEST(unknown_country__gives_no_number),
		TEST(sites_own_file__comes_first),
		TEST(broken_file__is_told_with_its_line),
		TEST(numbers__are_filled_in),
		TEST(missing_number__becomes_words_and_never_a_number),
		TEST(printing__goes_through_lp),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
