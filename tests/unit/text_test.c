/* Columns, lines, numbers and names; arenas and name tables beside. */
#include <config.h>

#include <locale.h>
#include <math.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/check.h"

#include "base/arena.h"
#include "base/names.h"
#include "base/text.h"

static int in_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") == NULL ? -1 : 0;
}

static int in_c(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C") == NULL ? -1 : 0;
}

static void bad_utf8__points_at_the_first_bad_byte(void **state)
{
	static const struct {
		const char *text;
		int at;			/* -1: good */
	} cases[] = {
		{ "", -1 }, { "plain", -1 }, { "naïve 日本語 🦴", -1 },
		{ "a\x80", 1 }, { "\xc0\xaf", 0 }, { "\xc1\xbf", 0 },
		{ "\xe0\x9f\xbf", 0 }, { "\xed\xa0\x80", 0 },
		{ "\xed\x9f\xbf", -1 }, { "\xf0\x8f\xbf\xbf", 0 },
		{ "\xf4\x8f\xbf\xbf", -1 }, { "\xf4\x90\x80\x80", 0 },
		{ "\xf5\x80\x80\x80", 0 }, { "ab\xe2\x82", 2 },
		{ "\xe2\x82x", 0 }, { "\xff", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *text = cases[i].text;
		const char *bad = text_bad_utf8(text, strlen(text));

		assert_int_equal(bad == NULL ? -1 : bad - text, cases[i].at);
	}
	assert_null(text_bad_utf8("a\0b", 3));
}

static void columns__count_what_a_screen_shows(void **state)
{
	(void)state;
	assert_int_equal(text_columns("", 0), 0);
	assert_int_equal(text_columns("hip", 3), 3);
	assert_int_equal(text_columns("é", 2), 1);
	assert_int_equal(text_columns("e\xcc\x81", 3), 1);
	assert_int_equal(text_columns("日本", 6), 4);
	assert_int_equal(text_columns("a\xff" "b", 3), 3);
}

static void columns__are_bytes_in_the_c_locale(void **state)
{
	(void)state;
	assert_int_equal(text_columns("日本", 6), 6);
	assert_int_equal(text_columns("hip", 3), 3);
}

static void fit__never_cuts_a_character(void **state)
{
	size_t used;

	(void)state;
	assert_int_equal(text_fit("日本語", 5, &used), 6);
	assert_int_equal(used, 4);
	assert_int_equal(text_fit("abc", 10, &used), 3);
	assert_int_equal(used, 3);
	assert_int_equal(text_fit("abc", 0, NULL), 0);
	/* The accent belongs to the letter before it. */
	assert_int_equal(text_fit("e\xcc\x81x", 1, NULL), 3);
}

/* The lines of `text`, joined by |. */
static const char *wrapped(const char *text, size_t columns)
{
	static char joined[400];
	struct text_line lines[20];
	size_t count = text_wrap(text, columns, lines, 20);

	assert_int_equal(text_wrap(text, columns, NULL, 0), count);
	joined[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		strcat(joined, i > 0 ? "|" : "");
		strncat(joined, text + lines[i].start, lines[i].bytes);
	}
	return joined;
}

static void wrap__breaks_at_blanks(void **state)
{
	(void)state;
	assert_string_equal(wrapped("", 10), "");
	assert_string_equal(wrapped("   ", 2), "");
	assert_string_equal(wrapped("one two three", 20), "one two three");
	assert_string_equal(wrapped("one two three", 7), "one two|three");
	assert_string_equal(wrapped("one two three", 8), "one two|three");
	assert_string_equal(wrapped("one   two", 4), "one|two");
	assert_string_equal(wrapped("one two ", 7), "one two");
}

static void wrap__cuts_what_is_too_long(void **state)
{
	(void)state;
	assert_string_equal(wrapped("abcdefgh", 3), "abc|def|gh");
	assert_string_equal(wrapped("a bcdefg", 3), "a|bcd|efg");
	assert_string_equal(wrapped("ab", 0), "a|b");
}

static void wrap__breaks_between_wide_characters(void **state)
{
	(void)state;
	assert_string_equal(wrapped("日本語です", 4), "日本|語で|す");
	assert_string_equal(wrapped("日本", 1), "日|本");
	assert_string_equal(wrapped("ab 日本語", 5), "ab 日|本語");
}

static void number__is_digits_with_a_point(void **state)
{
	static const struct {
		const char *text;
		double number;
	} good[] = {
		{ "0", 0 }, { "7", 7 }, { "-3", -3 }, { "0.25", 0.25 },
		{ "12.4", 12.4 }, { "010", 10 }, { "0.1", 0.1 },
		{ "999999999999999", 999999999999999 }, { "-0.5", -0.5 },
		{ "0.00000000000001", 1e-14 },
	};
	static const char *const bad[] = {
		"", "-", ".", ".5", "5.", "+5", "1e3", "1e400", "0x10", "0,25",
		"1,000", " 1", "1 ", "1.2.3", "inf", "nan", "--1", "12abc",
		"1000000000000000", "0.0000000000000001", "1.",
	};
	double number = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_int_equal(text_number(&number, good[i].text), 0);
		assert_true(number == good[i].number);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		number = 77;
		assert_int_equal(text_number(&number, bad[i]), -1);
		assert_true(number == 77);
	}
}

static void from_number__reads_back_as_it_was(void **state)
{
	static const char *const numbers[] = {
		"0", "1", "-1", "0.25", "0.000001", "12.4", "-0.5", "100",
		"123456.789", "999999999999999", "10.01",
	};
	char buffer[40];
	double number;

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		assert_int_equal(text_number(&number, numbers[i]), 0);
		assert_string_equal(text_from_number(buffer, sizeof(buffer),
						     number, 6), numbers[i]);
	}
	assert_string_equal(text_from_number(buffer, sizeof(buffer), 0.666, 2),
			    "0.67");
	assert_string_equal(text_from_number(buffer, sizeof(buffer), 2.5, 0),
			    "3");
	assert_string_equal(text_from_number(buffer, sizeof(buffer), -0.001, 2),
			    "0");
}

/* Where this locale is not installed the test says nothing new. */
static void numbers__do_not_know_the_locale(void **state)
{
	char buffer[20];
	double number;

	(void)state;
	setlocale(LC_NUMERIC, "de_DE.UTF-8");
	assert_int_equal(text_number(&number, "0.25"), 0);
	assert_true(number == 0.25);
	assert_int_equal(text_number(&number, "0,25"), -1);
	assert_string_equal(text_from_number(buffer, sizeof(buffer), 0.5, 3),
			    "0.5");
	setlocale(LC_NUMERIC, "C");
}

static void nearest__forgives_a_third_of_the_letters(void **state)
{
	static const char *const names[] = {
		"prompt", "part", "label-yes", "clinician-prompt", "why",
	};

	(void)state;
	assert_string_equal(text_nearest("promt", names, 5), "prompt");
	assert_string_equal(text_nearest("porpmt", names, 5), "prompt");
	assert_string_equal(text_nearest("clinican-promt", names, 5),
			    "clinician-prompt");
	assert_string_equal(text_nearest("prat", names, 5), "part");
	assert_string_equal(text_nearest("whx", names, 5), "why");
	assert_null(text_nearest("wxx", names, 5));
	assert_null(text_nearest("zzzzzz", names, 5));
	assert_null(text_nearest("", names, 5));
	assert_null(text_nearest("prompt", names, 0));
}

static void arena__gives_zeroed_memory_that_does_not_overlap(void **state)
{
	struct arena *arena = arena_new();
	unsigned char *blocks[300];

	(void)state;
	for (size_t i = 0; i < 300; i++) {
		size_t size = i * i % 40000 + 1;

		blocks[i] = arena_alloc(arena, size, 1);
		assert_int_equal((uintptr_t)blocks[i] % alignof(max_align_t), 0);
		for (size_t k = 0; k < size; k++)
			assert_int_equal(blocks[i][k], 0);
		memset(blocks[i], (int)i % 255 + 1, size);
		assert_string_equal(arena_strndup(arena, "abcdef", 3), "abc");
	}
	for (size_t i = 0; i < 300; i++)
		assert_int_equal(blocks[i][i * i % 40000], i % 255 + 1);
	arena_free(&arena);
	assert_null(arena);
	arena_free(&arena);
}

static void names__are_found_in_their_scope(void **state)
{
	struct arena *arena = arena_new();
	struct names *names = names_new(arena, 2000);
	char *keys[1000];
	int one, two;

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		char key[20];

		snprintf(key, sizeof(key), "key-%zu", i);
		keys[i] = arena_strdup(arena, key);
		assert_null(names_add(names, 1, keys[i], &one));
		assert_null(names_add(names, 2, keys[i], &two));
	}
	assert_ptr_equal(names_add(names, 1, "key-7", &two), &one);
	for (size_t i = 0; i < 1000; i++) {
		assert_ptr_equal(names_find(names, 1, keys[i]), &one);
		assert_ptr_equal(names_find(names, 2, keys[i]), &two);
		assert_null(names_find(names, 3, keys[i]));
	}
	arena_free(&arena);
}

/* The published value of the empty text and of "a". */
static void fnv__is_fnv_1a(void **state)
{
	(void)state;
	assert_true(fnv(FNV_START, "", 0) == UINT64_C(0xcbf29ce484222325));
	assert_true(fnv(FNV_START, "a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
	assert_true(fnv(fnv(FNV_START, "a", 1), "b", 1) ==
		    fnv(FNV_START, "ab", 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bad_utf8__points_at_the_first_bad_byte),
		cmocka_unit_test(columns__count_what_a_screen_shows),
		cmocka_unit_test_setup_teardown(columns__are_bytes_in_the_c_locale,
						in_c, in_utf8),
		cmocka_unit_test(fit__never_cuts_a_character),
		cmocka_unit_test(wrap__breaks_at_blanks),
		cmocka_unit_test(wrap__cuts_what_is_too_long),
		cmocka_unit_test(wrap__breaks_between_wide_characters),
		cmocka_unit_test(number__is_digits_with_a_point),
		cmocka_unit_test(from_number__reads_back_as_it_was),
		cmocka_unit_test(numbers__do_not_know_the_locale),
		cmocka_unit_test(nearest__forgives_a_third_of_the_letters),
		cmocka_unit_test(arena__gives_zeroed_memory_that_does_not_overlap),
		cmocka_unit_test(names__are_found_in_their_scope),
		cmocka_unit_test(fnv__is_fnv_1a),
	};

	return cmocka_run_group_tests(tests, in_utf8, NULL);
}
