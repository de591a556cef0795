/* Answers given to one state of a pack, carried over to another. */
#include "config.h"

#include "packs.h"

#include "answers/carry.h"

#define YES_NO "part = a\ntype = single\nprompt = P\nanswers = yes no unsure\n"
#define CONDITION "[condition c]\nname = C\nclinician-name = C\nprior = 1\n" \
	"source = s\n"

static const char before[] =
	"[question gate]\n" YES_NO
	"[question gone]\n" YES_NO
	"[question behind]\n" YES_NO "ask-if = gate is yes\n"
	"[question colours]\npart = b\ntype = multi\nprompt = P\n"
	"answers = red blue neither\nlabel-red = R\nlabel-blue = B\n"
	"label-neither = N\nnone = neither\n"
	"[question count]\npart = b\ntype = number\nprompt = P\n"
	"min = 0\nmax = 10\n"
	"[question words]\npart = b\ntype = text\nprompt = P\n"
	CONDITION;

static struct pack *old_pack, *new_pack;
static struct answers *old, *carried;
static struct lost lost;

/* Loads the first state, with nothing answered. */
static int set_up(void **state)
{
	(void)state;
	old_pack = pack_of(before);
	old = answers_new(old_pack, ROLE_PATIENT);
	return 0;
}

static void carry_to(const char *after)
{
	new_pack = pack_of(after);
	carried = answers_carry(old, new_pack, &lost);
}

static int tear_down(void **state)
{
	(void)state;
	answers_free(&carried);
	answers_free(&old);
	pack_free(&new_pack);
	pack_free(&old_pack);
	return 0;
}

static const char *words_of(const struct value *value, const char *id)
{
	static char words[80];

	if (value == NULL)
		return "";
	value_print(words, sizeof words, question_of(new_pack, id), value);
	return words;
}

static const char *now(const char *id)
{
	return words_of(answers_get(carried, question_of(new_pack, id)), id);
}

static void answers__follow_their_ids_wherever_they_stand(void **state)
{
	(void)state;
	say(old, "gate", "unsure");
	say(old, "colours", "blue");
	say(old, "count", "7");
	say(old, "words", "it hurts");
	carry_to("[question first]\n" YES_NO
		 "[question colours]\npart = b\ntype = multi\nprompt = P\n"
		 "answers = green blue red\nlabel-green = G\nlabel-red = R\n"
		 "label-blue = B\n"
		 "[question words]\npart = b\ntype = text\nprompt = P\n"
		 "[question count]\npart = b\ntype = scale\nprompt = P\n"
		 "min = 0\nmax = 8\nlow-label = L\nhigh-label = H\n"
		 "[question gate]\n" YES_NO CONDITION);
	assert_string_equal(now("gate"), "unsure");
	assert_string_equal(now("colours"), "blue");
	assert_string_equal(now("count"), "7");
	assert_string_equal(now("words"), "it hurts");
	assert_int_equal(answers_count(carried), 4);
	assert_int_equal(lost.count, 0);
}

static void what_is_gone__is_named(void **state)
{
	(void)state;
	say(old, "gate", "yes");
	say(old, "gone", "yes");
	say(old, "count", "7");
	carry_to("[question gate]\npart = a\ntype = single\nprompt = P\n"
		 "answers = always no\nlabel-always = A\n"
		 "[question count]\npart = b\ntype = number\nprompt = P\n"
		 "min = 0\nmax = 5\n" CONDITION);
	assert_int_equal(answers_count(carried), 0);
	assert_int_equal(lost.count, 3);
	assert_string_equal(lost.words, "gate, gone, count");
}

static void not_answered__cannot_be_lost(void **state)
{
	(void)state;
	carry_to("[question other]\n" YES_NO CONDITION);
	assert_int_equal(lost.count, 0);
}

static void of_several_answers__the_others_stay(void **state)
{
	(void)state;
	say(old, "colours", "red blue");
	carry_to("[question colours]\npart = b\ntype = multi\nprompt = P\n"
		 "answers = red green\nlabel-red = R\nlabel-green = G\n"
		 CONDITION);
	assert_string_equal(now("colours"), "red");
	assert_int_equal(lost.count, 0);
}

static void another_type__loses_its_answer(void **state)
{
	(void)state;
	say(old, "count", "7");
	carry_to("[question count]\npart = b\ntype = text\nprompt = P\n"
		 CONDITION);
	assert_int_equal(lost.count, 1);
}

static void not_sure__goes_when_it_is_no_longer_offered(void **state)
{
	(void)state;
	say(old, "gate", "unsure");
	say(old, "count", "unsure");
	carry_to("[question gate]\npart = a\ntype = single\nprompt = P\n"
		 "answers = yes no\n"
		 "[question count]\npart = b\ntype = number\nprompt = P\n"
		 "min = 0\nmax = 10\n" CONDITION);
	assert_string_equal(lost.words, "gate");
	assert_string_equal(now("count"), "unsure");
}

static void branch_that_closes__keeps_its_answer_aside(void **state)
{
	(void)state;
	say(old, "gate", "yes");
	say(old, "behind", "no");
	carry_to("[question gate]\n" YES_NO
		 "[question behind]\n" YES_NO "ask-if = gate is no\n"
		 CONDITION);
	assert_string_equal(now("behind"), "na");
	assert_string_equal(words_of(answers_aside(carried,
						   question_of(new_pack,
							       "behind")),
				     "behind"), "no");
	assert_int_equal(lost.count, 0);
}

static void taken_back__is_still_offered(void **state)
{
	(void)state;
	say(old, "gate", "yes");
	answers_withdraw(old, question_of(old_pack, "gate"));
	carry_to(before);
	assert_false(answers_given(carried, question_of(new_pack, "gate")));
	assert_string_equal(words_of(answers_aside(carried,
						   question_of(new_pack,
							       "gate")),
				     "gate"), "yes");
}

/* A physio asks anew what the patient answered: it is asked still. */
static void both_layers__are_carried(void **state)
{
	const struct question *gate = question_of(old_pack, "gate");

	(void)state;
	say(old, "gate", "yes");
	say(old, "gone", "yes");
	answers_set_role(old, ROLE_PHYSIO);
	say(old, "gone", "no");
	answers_withdraw(old, gate);
	carry_to(before);
	assert_int_equal(answers_role(carried), ROLE_PHYSIO);
	assert_string_equal(now("gone"), "no");
	assert_false(answers_given(carried, question_of(new_pack, "gate")));
	assert_string_equal(words_of(answers_layer(carried, LAYER_PATIENT,
						   question_of(new_pack,
							       "gate")),
				     "gate"), "yes");
	assert_string_equal(words_of(answers_layer(carried, LAYER_PATIENT,
						   question_of(new_pack,
							       "gone")),
				     "gone"), "yes");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(answers__follow_their_ids_wherever_they_stand),
		TEST(what_is_gone__is_named),
		TEST(not_answered__cannot_be_lost),
		TEST(of_several_answers__the_others_stay),
		TEST(another_type__loses_its_answer),
		TEST(not_sure__goes_when_it_is_no_longer_offered),
		TEST(branch_that_closes__keeps_its_answer_aside),
		TEST(taken_back__is_still_offered),
		TEST(both_layers__are_carried),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
