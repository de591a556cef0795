/* Doses in plain words. */
#include "config.h"

#include "plans.h"

#include "pack/dose.h"
#include "report/dose_words.h"

struct dose_case {
	const char *dose, *words;
};

static void says(const struct dose_case *cases, size_t count,
		 const struct exercise *exercise)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < count; i++) {
		struct dose dose;
		struct error err;
		char *words;

		assert_ok(dose_parse(&dose, arena, cases[i].dose, &err), &err);
		words = dose_words(&dose, exercise);
		assert_string_equal(words, cases[i].words);
		free(words);
	}
	arena_free(&arena);
}
#define SAYS(cases, exercise) \
	says(cases, sizeof cases / sizeof *cases, exercise)

static void says_every_unit(void **state)
{
	static const struct dose_case cases[] = {
		{ "3 x 10, 3/week", "3 sets of 10, 3 days a week" },
		{ "1 x 10, daily", "10 times, every day" },
		{ "4 x 30-45 s, 2/day", "4 times 30 to 45 seconds, 2 times a day" },
		{ "10-20 min, daily", "10 to 20 minutes, every day" },
		{ "3 x 20 m, 2/week", "3 times 20 metres, 2 days a week" },
		{ "10 breaths, 3/day", "10 breaths, 3 times a day" },
		{ "3-6 flights, daily", "3 to 6 flights of stairs, every day" },
		{ "step 1-12, 3/week", "steps 1 to 12, 3 days a week" },
		{ "1-3 min, each 30-60 min", "1 to 3 minutes, after every 30 to 60 minutes of sitting" },
		{ "as ordered", "as much as your clinician orders" },
	};

	(void)state;
	SAYS(cases, NULL);
}

static void counts_one_as_one(void **state)
{
	static const struct dose_case cases[] = {
		{ "1 x 1, 1/week", "1 time, 1 day a week" },
		{ "1 s, 1/day", "1 second, every day" },
		{ "1 min, each 1 min", "1 minute, after every 1 minute of sitting" },
		{ "1 flights, 1-2/day", "1 flight of stairs, 1 to 2 times a day" },
		{ "2 x 1 breaths, 2/week", "2 times 1 breath, 2 days a week" },
		{ "1.5 min, daily", "1.5 minutes, every day" },
		{ "2 x 5 x 1 s, daily", "2 sets of 5, every day; hold each for 1 second" },
		{ "step 1, 3/week", "step 1, 3 days a week" },
	};

	(void)state;
	SAYS(cases, NULL);
}

static void says_load_hold_days_and_note(void **state)
{
	static const struct dose_case cases[] = {
		{ "3 x 8, 6 kg, mon wed fri (slowly)", "3 sets of 8, with 6 kg, on Monday, Wednesday, Friday (slowly)" },
		{ "3 x 8-10 x 5 s, band 2, 3/week", "3 sets of 8 to 10, with band 2 of 5, 3 days a week; hold each for 5 seconds" },
		{ "3 x 10, 3/week-daily", "3 sets of 10, 3 days a week up to every day" },
		{ "3 x 10, every other day", "3 sets of 10, 3 to 4 days a week" },
		{ "3 x 10, every third day", "3 sets of 10, 2 to 3 days a week" },
		{ "2 x 8, 2/day, tue sat", "2 sets of 8, 2 times a day, on Tuesday, Saturday" },
		{ "2 x 8, mon tue wed thu fri sat sun", "2 sets of 8, every day" },
	};

	(void)state;
	SAYS(cases, NULL);
}

/* A plan may hold a dose that lacks something: it is shown as it is. */
static void says_what_there_is(void **state)
{
	static const struct dose_case cases[] = {
		{ "3 x 10", "3 sets of 10" },
		{ "daily", "every day" },
		{ "4 kg", "with 4 kg" },
	};
	const struct dose nothing = { .unit = DOSE_NONE };
	char *words = dose_words(&nothing, NULL);

	(void)state;
	SAYS(cases, NULL);
	assert_string_equal(words, "no dose yet");
	free(words);
}

static void says_sides_and_steps_of_the_exercise(void **state)
{
	static const struct dose_case sides[] = {
		{ "3 x 8, 3/week", "3 sets of 8 on each side, 3 days a week" },
		{ "30 s, daily", "30 seconds on each side, every day" },
	};
	static const struct dose_case steps[] = {
		{ "step 2, 3/week", "step 2 (2 minutes run, 1 minute walk, 8 times), 3 days a week" },
		{ "step 1-3, 3/week", "steps 1 to 3, 3 days a week" },
		/* the ladder has three */
		{ "step 4, 3/week", "step 4, 3 days a week" },
	};
	struct pack *pack = plans_pack();

	(void)state;
	SAYS(sides, pack_find_exercise(pack, "single-leg-bridge"));
	SAYS(steps, pack_find_exercise(pack, "run-ladder"));
	pack_free(&pack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_every_unit),
		cmocka_unit_test(counts_one_as_one),
		cmocka_unit_test(says_load_hold_days_and_note),
		cmocka_unit_test(says_what_there_is),
		cmocka_unit_test(says_sides_and_steps_of_the_exercise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
