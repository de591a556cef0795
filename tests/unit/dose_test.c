/* Doses: what is read, what is refused, what is written. */
#include "config.h"

#include "packs.h"

#include <string.h>

#include "pack/dose.h"

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void reads_every_part(void **state)
{
	struct dose dose;
	struct error err;

	(void)state;
	assert_int_equal(dose_parse(&dose, arena,
				    "2-3 x 8-10 x 5 s, 6 kg, 2/week, mon thu (slowly)",
				    &err), 0);
	assert_int_equal(dose.unit, DOSE_REPETITIONS);
	assert_float_equal(dose.sets.high, 3, 0);
	assert_float_equal(dose.amount.low, 8, 0);
	assert_float_equal(dose.hold.high, 5, 0);
	assert_int_equal(dose.weight, WEIGHT_KG);
	assert_float_equal(dose.load.low, 6, 0);
	assert_int_equal(dose.often, OFTEN_WEEK);
	assert_int_equal(dose.days, 1 << 0 | 1 << 3);
	assert_string_equal(dose.note, "slowly");
}

static void counts_days(void **state)
{
	static const struct {
		const char *text;
		double low, high;
	} cases[] = {
		{ "3 x 10, daily", 7, 7 }, { "4 x 30-45 s, 1-2/day", 7, 7 },
		{ "3 x 10, 3/week-daily", 3, 7 },
		{ "3 x 8, every other day", 3, 4 },
		{ "3 x 20 m, every third day", 2, 3 },
		{ "1-3 min, each 30-60 min", 0, 0 },
		{ "3 x 8, mon wed fri", 3, 3 }, { "step 4, 3/week", 3, 3 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct dose dose;
		struct error err;
		struct span days;

		assert_int_equal(dose_parse(&dose, arena, cases[i].text, &err),
				 0);
		days = dose_days(&dose);
		assert_float_equal(days.low, cases[i].low, 0);
		assert_float_equal(days.high, cases[i].high, 0);
	}
}

static void writes_what_it_reads(void **state)
{
	static const char *const texts[] = {
		"3 x 10, daily", "3 x 10 x 5 s, daily", "4 x 30-45 s, 2/day",
		"10-20 min, daily", "3 x 20 m, 2/week", "10 breaths, 3/day",
		"3-6 flights, daily", "step 1-12, 3/week",
		"1-3 min, each 30-60 min", "as ordered",
		"3 x 8, 6 kg, mon wed fri (slowly)", "(slowly)", "3 x 12, band 2, 3/week",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct dose dose;
		struct error err;
		char text[200];

		assert_int_equal(dose_parse(&dose, arena, texts[i], &err), 0);
		assert_int_equal(dose_print(text, sizeof text, &dose),
				 strlen(texts[i]));
		assert_string_equal(text, texts[i]);
	}
}

/* What is written has the same thousandths as what was read. */
static void writes_thousandths(void **state)
{
	struct dose dose;
	struct error err;
	char text[200];

	(void)state;
	assert_int_equal(dose_parse(&dose, arena,
				    "0.9996-1 x 0.12345 x 0.0001 s, 2/week",
				    &err), 0);
	dose_print(text, sizeof text, &dose);
	assert_string_equal(text, "1 x 0.123, 2/week");
}

static void refuses_what_is_none(void **state)
{
	static const char *const texts[] = {
		"3 x", "x 10", "3 x 10 3/week", "three times", "-3 x 10, daily",
		"3 x 10-8, daily", "3 x 10, 9/week", "3 x 10, 3 x 8, daily",
		"3 x 10, 9/week-daily",
		"3 x 10, daily, 2/week", "3 x 10, mon mon", "3 x 10, daily (slow",
		"3 x 10, 3/week, mon tue", "3 x 10, 2 kg, 3 kg, daily",
		"1 2 3 4 5 6 7 8 9 10",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct dose dose;
		struct error err = { .message = "" };

		if (dose_parse(&dose, arena, texts[i], &err) == 0)
			fail_msg("\"%s\" was read", texts[i]);
		assert_true(err.message[0] != '\0');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(reads_every_part, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(counts_days, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(writes_what_it_reads, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(writes_thousandths, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(refuses_what_is_none, set_up,
						tear_down),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
