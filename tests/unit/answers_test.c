#include "config.h"

#include "packs.h"

static const char content[] =
	"[question g]\npart = a\ntype = single\nprompt = G\n"
	"answers = yes no unsure\n"
	"[question q]\npart = b\ntype = single\nprompt = Q\n"
	"answers = yes no na\nask-if = g is yes\n"
	"[question s]\npart = a\ntype = single\nprompt = S\n"
	"answers = yes no unsure\nask-if = g is yes\n"
	"[question n]\npart = b\ntype = number\nprompt = N\nmin = 0\nmax = 10\n"
	"[question m]\npart = b\ntype = multi\nprompt = M\n"
	"answers = red blue neither\nlabel-red = R\nlabel-blue = B\n"
	"label-neither = None\nnone = neither\n"
	"[question e]\npart = b\ntype = single\nprompt = E\n"
	"answers = yes no\nrole = physio\n"
	"[question free]\npart = b\ntype = text\nprompt = T\n"
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\nsource = s\n";

static struct pack *pack;

static int load(void **state)
{
	(void)state;
	pack = pack_of(content);
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

static const struct value *get(const struct answers *answers, const char *id)
{
	return answers_get(answers, question_of(pack, id));
}

static bool fits(const char *id, const char *text)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	const struct question *question = question_of(pack, id);
	struct value value;
	struct error err;
	bool fitting = value_parse(&value, question, text, &err) == 0 &&
		       answers_set(answers, question, &value, &err) == 0;

	answers_free(&answers);
	return fitting;
}

static void set__takes_only_what_fits(void **state)
{
	(void)state;
	assert_true(fits("g", "yes"));
	assert_false(fits("g", "yess"));
	assert_false(fits("g", "yes no"));
	assert_true(fits("n", "0"));
	assert_true(fits("n", "10"));
	assert_false(fits("n", "10.5"));
	assert_false(fits("n", "-1"));
	assert_false(fits("n", "1e1"));
	assert_false(fits("n", "0,5"));
	assert_true(fits("m", "red blue"));
	assert_true(fits("m", "neither"));
	assert_false(fits("m", "red neither"));
	assert_false(fits("m", ""));
	assert_true(fits("free", "any words; at # all"));
}

static void skipped_safety_question__becomes_unsure(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);

	(void)state;
	say(answers, "g", "skipped");
	say(answers, "n", "skipped");
	assert_int_equal(get(answers, "g")->state, ANSWER_UNSURE);
	assert_int_equal(get(answers, "n")->state, ANSWER_SKIPPED);
	answers_free(&answers);
}

static void na__silences_no_question_that_does_not_offer_it(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);

	(void)state;
	say(answers, "g", "na");
	assert_int_equal(get(answers, "g")->state, ANSWER_NOTHING);
	say(answers, "g", "yes");
	say(answers, "q", "na");
	assert_int_equal(get(answers, "q")->state, ANSWER_NA);
	answers_free(&answers);
}

static void answer__that_no_longer_applies_is_kept_aside(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	const struct question *q = question_of(pack, "q");

	(void)state;
	say(answers, "g", "yes");
	say(answers, "q", "no");
	say(answers, "g", "no");
	assert_int_equal(get(answers, "q")->state, ANSWER_NA);
	assert_non_null(answers_aside(answers, q));
	assert_int_equal(answers_count(answers), 1);
	/* the branch opens again: offered, but it counts once confirmed */
	say(answers, "g", "yes");
	assert_int_equal(get(answers, "q")->state, ANSWER_NOTHING);
	assert_non_null(answers_aside(answers, q));
	say(answers, "q", "no");
	assert_null(answers_aside(answers, q));
	assert_int_equal(answers_count(answers), 2);
	answers_free(&answers);
}

static void unknown_ask_if__asks_safety_questions_alone(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);

	(void)state;
	say(answers, "g", "unsure");
	assert_true(answers_applies(answers, question_of(pack, "s")));
	assert_false(answers_applies(answers, question_of(pack, "q")));
	answers_free(&answers);
}

static void physio__answers_lie_over_the_patients(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	const struct question *g = question_of(pack, "g");

	(void)state;
	say(answers, "g", "yes");
	assert_false(answers_applies(answers, question_of(pack, "e")));
	answers_set_role(answers, ROLE_PHYSIO);
	assert_true(answers_applies(answers, question_of(pack, "e")));
	say(answers, "g", "no");
	assert_int_equal(get(answers, "g")->choices, 2);
	assert_int_equal(answers_layer(answers, LAYER_PATIENT, g)->choices, 1);
	/* taken back, the physio asks anew; what the patient said stays */
	answers_withdraw(answers, g);
	assert_int_equal(get(answers, "g")->state, ANSWER_NOTHING);
	assert_int_equal(answers_layer(answers, LAYER_PATIENT, g)->choices, 1);
	answers_set_role(answers, ROLE_PATIENT);
	assert_int_equal(get(answers, "g")->choices, 1);
	answers_free(&answers);
}

static void copy__is_equal_and_apart(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct answers *copy;

	(void)state;
	say(answers, "g", "yes");
	say(answers, "free", "words");
	copy = answers_copy(answers);
	assert_true(answers_equal(answers, copy));
	say(copy, "free", "other words");
	assert_false(answers_equal(answers, copy));
	assert_string_equal(get(answers, "free")->text, "words");
	answers_free(&copy);
	answers_free(&answers);
}

static void value_print__is_what_value_parse_reads(void **state)
{
	static const char *const texts[][2] = {
		{ "g", "yes" }, { "g", "unsure" }, { "g", "skipped" },
		{ "m", "red blue" }, { "n", "7.25" }, { "n", "0" },
		{ "free", "just words" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct question *question =
			question_of(pack, texts[i][0]);
		struct value value;
		struct error err;
		char text[64];

		assert_ok(value_parse(&value, question, texts[i][1], &err),
			  &err);
		assert_int_equal(value_print(text, sizeof text, question,
					     &value), strlen(texts[i][1]));
		assert_string_equal(text, texts[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(set__takes_only_what_fits),
		cmocka_unit_test(skipped_safety_question__becomes_unsure),
		cmocka_unit_test(na__silences_no_question_that_does_not_offer_it),
		cmocka_unit_test(answer__that_no_longer_applies_is_kept_aside),
		cmocka_unit_test(unknown_ask_if__asks_safety_questions_alone),
		cmocka_unit_test(physio__answers_lie_over_the_patients),
		cmocka_unit_test(copy__is_equal_and_apart),
		cmocka_unit_test(value_print__is_what_value_parse_reads),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
