/* What a sound file becomes, and what an unsound one keeps. */
#include <config.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/check.h"

#include "pack/ini.h"

static char path[] = "/tmp/sitwell-ini-XXXXXX";

static int make_file(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state)
{
	(void)state;
	return unlink(path);
}

static void write_bytes(const char *text, size_t bytes)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, bytes, file), bytes);
	assert_int_equal(fclose(file), 0);
}

/* Reads `text`, which must have no fault. */
static void read_sound(struct ini *ini, const char *text)
{
	struct error_list faults = { 0 };

	write_bytes(text, strlen(text));
	if (ini_read(ini, path, "x.ini", &faults) != 0)
		fail_msg("line %d: %s", faults.errors[0].line,
			 faults.errors[0].message);
	assert_int_equal(faults.count, 0);
	error_list_done(&faults);
}

static const char *value(const struct ini *ini, const char *kind,
			 const char *id, const char *key)
{
	const struct ini_section *section = ini_find(ini, kind, id);

	assert_non_null(section);
	return ini_get(section, key);
}

static void sections_and_keys__stand_as_in_the_file(void **state)
{
	struct ini ini;

	(void)state;
	read_sound(&ini, "# one\n[b two]\nz = 1\na = 2\n\n[a one]\nk = 3\n[about]\n");
	assert_int_equal(ini.n_sections, 3);
	assert_string_equal(ini.sections[0].kind, "b");
	assert_string_equal(ini.sections[0].id, "two");
	assert_int_equal(ini.sections[0].line, 2);
	assert_int_equal(ini.sections[0].n_keys, 2);
	assert_string_equal(ini.sections[0].keys[0].name, "z");
	assert_string_equal(ini.sections[0].keys[1].value, "2");
	assert_int_equal(ini.sections[0].keys[1].line, 4);
	assert_string_equal(ini.sections[1].keys[0].name, "k");
	assert_string_equal(ini.sections[2].id, "");
	assert_int_equal(ini.sections[2].n_keys, 0);
	assert_ptr_equal(ini_find(&ini, "a", "one"), &ini.sections[1]);
	assert_null(ini_find(&ini, "a", "two"));
	assert_null(value(&ini, "b", "two", "k"));
	ini_done(&ini);
	assert_null(ini.memory);
}

static void values__are_kept_word_for_word(void **state)
{
	static const char *const values[] = {
		"it's what you'd say", "a = b", "naïve 日本語 🦴", "[not a section]",
		"50 %", "back\\slash in it", "two  blanks", "c:d", "%23 and %3B",
		"1,000", "$HOME `x` <b>&amp", "‘curly’ “quotes”", "a'", "=",
	};
	char text[4000] = "[a b]\n", line[200], key[20];
	struct ini ini;

	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		snprintf(line, sizeof(line), "  k-%zu\t=  %s \t\n", i, values[i]);
		strcat(text, line);
	}
	read_sound(&ini, text);
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		snprintf(key, sizeof(key), "k-%zu", i);
		assert_string_equal(value(&ini, "a", "b", key), values[i]);
	}
	ini_done(&ini);
}

static void line_ends__may_be_those_of_windows(void **state)
{
	struct ini ini;

	(void)state;
	read_sound(&ini, "# c\r\n\r\n[a b]\r\nk = v w\r\nl = x");
	assert_string_equal(value(&ini, "a", "b", "k"), "v w");
	assert_string_equal(value(&ini, "a", "b", "l"), "x");
	assert_int_equal(ini.sections[0].keys[1].line, 5);
	ini_done(&ini);
}

static void longest_line__is_one_under_the_limit(void **state)
{
	char text[INI_MAX_LINE + 100] = "[a b]\nk = ";
	struct ini ini;

	(void)state;
	memset(text + strlen(text), 'x', INI_MAX_LINE - 1 - 4);
	read_sound(&ini, text);
	assert_int_equal(strlen(value(&ini, "a", "b", "k")),
			 INI_MAX_LINE - 1 - 4);
	ini_done(&ini);
}

static void most_keys__are_read(void **state)
{
	char *text = calloc(1, 40 * INI_MAX_KEYS);
	char *end = text + sprintf(text, "[a b]\n");
	struct ini ini;

	(void)state;
	for (int i = 0; i < INI_MAX_KEYS; i++)
		end += sprintf(end, "k-%d = %d\n", i, i);
	read_sound(&ini, text);
	assert_int_equal(ini.sections[0].n_keys, INI_MAX_KEYS);
	assert_string_equal(value(&ini, "a", "b", "k-1999"), "1999");
	ini_done(&ini);
	free(text);
}

static void hash__tells_files_apart(void **state)
{
	struct ini one, same, other;

	(void)state;
	read_sound(&one, "[a b]\nk = 1\n");
	read_sound(&same, "[a b]\nk = 1\n");
	read_sound(&other, "[a b]\nk = 2\n");
	assert_true(one.hash == same.hash);
	assert_true(one.hash != other.hash);
	ini_done(&one);
	ini_done(&same);
	ini_done(&other);
}

static void one_run__says_all_that_is_wrong(void **state)
{
	static const char text[] =
		"k = 1\n"
		"[a b]\n"
		"good = 1\n"
		"bad = 1; 2\n"
		"no equals\n"
		"\n"
		"good = 2\n"
		"[Upper case]\n"
		"x = \n"
		"[a b]\n"
		"nul = \0\n"
		"last = fine\n";
	static const int lines[] = { 1, 4, 5, 7, 8, 9, 10, 11 };
	struct error_list faults = { 0 };
	struct ini ini;

	(void)state;
	write_bytes(text, sizeof(text) - 1);
	assert_int_equal(ini_read(&ini, path, "x.ini", &faults), -1);
	assert_int_equal(faults.count, sizeof(lines) / sizeof(lines[0]));
	for (size_t i = 0; i < faults.count; i++) {
		assert_int_equal(faults.errors[i].line, lines[i]);
		assert_string_equal(faults.errors[i].file, "x.ini");
	}
	/* What is of no use keeps its place. */
	assert_string_equal(value(&ini, "a", "b", "good"), "1");
	assert_string_equal(value(&ini, "a", "b", "bad"), "");
	assert_int_equal(ini.n_sections, 4);
	assert_string_equal(ini.sections[2].kind, "");
	assert_string_equal(ini.sections[3].kind, "");
	assert_string_equal(ini_get(&ini.sections[3], "last"), "fine");
	ini_done(&ini);
	error_list_done(&faults);
}

/* The only fault of reading `name`. */
static void assert_fault(const char *name, const char *message)
{
	struct error_list faults = { 0 };
	struct ini ini;

	assert_int_equal(ini_read(&ini, name, "x.ini", &faults), -1);
	assert_int_equal(faults.count, 1);
	assert_int_equal(faults.errors[0].line, 0);
	assert_string_equal(faults.errors[0].message, message);
	assert_int_equal(ini.n_sections, 0);
	ini_done(&ini);
	error_list_done(&faults);
}

static void what_is_no_file__is_said_so(void **state)
{
	char link[] = "/tmp/sitwell-link-XXXXXX";

	(void)state;
	assert_fault("/tmp", "this is a folder; name a file");
	assert_fault("/nowhere/x.ini",
		     "cannot be read: No such file or directory");
	write_bytes("", 0);
	assert_fault(path, "the file is empty; write [kind id] and its keys, or remove the file");
	assert_non_null(mkdtemp(link));
	assert_int_equal(rmdir(link), 0);
	assert_int_equal(symlink("nowhere", link), 0);
	assert_fault(link, "the link leads nowhere; correct it or remove it");
	unlink(link);
}

static void huge_file__is_refused(void **state)
{
	(void)state;
	write_bytes("[a b]\n", 6);
	assert_int_equal(truncate(path, INI_MAX_FILE + 1), 0);
	assert_fault(path, "the file has more than 4194304 bytes; split it");
}

/* A pipe has neither a size nor a name that iniparser could open twice. */
static void standard_input__may_be_a_pipe(void **state)
{
	static const char text[] = "[answers]\nage = 40\n";
	struct error_list faults = { 0 };
	int ends[2], before = dup(STDIN_FILENO);
	struct ini ini;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], text, strlen(text)), strlen(text));
	close(ends[1]);
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	close(ends[0]);
	assert_int_equal(ini_read(&ini, "-", "standard input", &faults), 0);
	dup2(before, STDIN_FILENO);
	close(before);
	assert_string_equal(value(&ini, "answers", "", "age"), "40");
	ini_done(&ini);
	error_list_done(&faults);
}

static void name__is_lower_case_digits_and_hyphens(void **state)
{
	char longest[INI_MAX_NAME + 2];

	(void)state;
	memset(longest, 'a', sizeof(longest));
	assert_true(ini_is_name("a", 1));
	assert_true(ini_is_name("e-01", 4));
	assert_true(ini_is_name("20b", 3));
	assert_true(ini_is_name(longest, INI_MAX_NAME));
	assert_false(ini_is_name(longest, INI_MAX_NAME + 1));
	assert_false(ini_is_name("", 0));
	assert_false(ini_is_name("-a", 2));
	assert_false(ini_is_name("A", 1));
	assert_false(ini_is_name("a_b", 3));
	assert_false(ini_is_name("a b", 3));
	assert_false(ini_is_name("é", 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_and_keys__stand_as_in_the_file),
		cmocka_unit_test(values__are_kept_word_for_word),
		cmocka_unit_test(line_ends__may_be_those_of_windows),
		cmocka_unit_test(longest_line__is_one_under_the_limit),
		cmocka_unit_test(most_keys__are_read),
		cmocka_unit_test(hash__tells_files_apart),
		cmocka_unit_test(one_run__says_all_that_is_wrong),
		cmocka_unit_test(what_is_no_file__is_said_so),
		cmocka_unit_test(huge_file__is_refused),
		cmocka_unit_test(standard_input__may_be_a_pipe),
		cmocka_unit_test(name__is_lower_case_digits_and_hyphens),
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
