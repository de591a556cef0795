/* Faults, and lists of them. */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/check.h"

#include "base/error.h"

static void error_set__fills_all_and_returns_minus_1(void **state)
{
	struct error err;

	(void)state;
	assert_int_equal(error_set(&err, "a.ini", 7, "%s is %d", "x", 3), -1);
	assert_string_equal(err.file, "a.ini");
	assert_int_equal(err.line, 7);
	assert_string_equal(err.message, "x is 3");
	error_set(&err, NULL, 0, "no file");
	assert_string_equal(err.file, "");
}

static void long_message__is_cut_between_characters(void **state)
{
	struct error err;
	char text[600];

	(void)state;
	memset(text, 'x', sizeof(text));
	for (size_t i = 0; i + 1 < sizeof(text); i += 2)
		memcpy(text + i, "é", 2);
	text[sizeof(text) - 1] = '\0';
	error_set(&err, text, 1, "%s", text);
	assert_int_equal(strlen(err.message), 254);
	assert_int_equal(strlen(err.file), 126);
	error_set(&err, NULL, 1, "x%s", text);
	assert_int_equal(strlen(err.message), 255);
}

/* What follows an escape is harmless alone. */
static void what_cannot_be_shown__becomes_question_marks(void **state)
{
	struct error err;

	(void)state;
	error_set(&err, "a\x1b[31m.ini", 1, "%s", "a\tb\x7f\x1b]0;\xc2\x9b é\n");
	assert_string_equal(err.file, "a?[31m.ini");
	assert_string_equal(err.message, "a?b??]0;?? é?");
	error_set(&err, "\xff.ini", 1, "%.3s is cut, \xe2\x82 is no text", "éé");
	assert_string_equal(err.file, "?.ini");
	assert_string_equal(err.message, "é? is cut, ?? is no text");
}

static void sort__keeps_the_order_of_faults_on_one_line(void **state)
{
	struct error_list list = { 0 };
	const char *expected[] = { "first", "second", "third", "fourth" };

	(void)state;
	error_list_add(&list, "b.ini", 1, "fourth");
	error_list_add(&list, "a.ini", 9, "second");
	error_list_add(&list, "a.ini", 9, "third");
	error_list_add(&list, "a.ini", 0, "first");
	error_list_sort(&list);
	assert_int_equal(list.count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(list.errors[i].message, expected[i]);
	error_list_add(&list, "c.ini", 1, "a list goes on after it was sorted");
	assert_int_equal(list.count, 5);
	error_list_done(&list);
	assert_int_equal(list.count, 0);
	assert_null(list.errors);
	error_list_sort(&list);
}

static void print__leaves_out_what_is_not_there(void **state)
{
	struct error_list list = { 0 };
	char *text;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	(void)state;
	error_list_add(&list, "a.ini", 2, "both");
	error_list_add(&list, "a.ini", 0, "file");
	error_list_add(&list, NULL, 0, "neither");
	error_list_print(stream, &list);
	fclose(stream);
	assert_string_equal(text, "a.ini:2: both\na.ini: file\nneither\n");
	free(text);
	error_list_done(&list);
}

static void give_back(void)
{
	_exit(42);
}

/* A size that overflows, so that no machine has so much memory. */
static void no_memory__runs_the_hook_first(void **state)
{
	int status;
	pid_t child = fork();

	(void)state;
	if (child == 0) {
		error_on_no_memory(give_back);
		xrealloc(NULL, SIZE_MAX / 2, 3);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 42);
}

static void allocating_nothing__gives_memory_all_the_same(void **state)
{
	void *one = xcalloc(0, 8), *other = xrealloc(NULL, 0, 0);

	(void)state;
	assert_non_null(one);
	assert_non_null(other);
	free(one);
	free(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(error_set__fills_all_and_returns_minus_1),
		cmocka_unit_test(long_message__is_cut_between_characters),
		cmocka_unit_test(what_cannot_be_shown__becomes_question_marks),
		cmocka_unit_test(sort__keeps_the_order_of_faults_on_one_line),
		cmocka_unit_test(print__leaves_out_what_is_not_there),
		cmocka_unit_test(no_memory__runs_the_hook_first),
		cmocka_unit_test(allocating_nothing__gives_memory_all_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
