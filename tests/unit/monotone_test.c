/* What small problems prove of worse answers, and what they leave open. */
#include "config.h"

#include "packs.h"
#include "prove/monotone.h"

#define QUESTION(id)							\
	"[question " id "]\npart = a\ntype = single\nprompt = Q\n"	\
	"source = s\nanswers = yes no unsure\n"
#define RULE(id, level, when)						\
	"[rule " id "]\nurgency = " level "\nbecause = R\nsource = s\n"	\
	"when = " when "\n"
#define FINDING(id, keys) "[finding " id "]\nname = F\n" keys
#define REST								\
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\n"	\
	"source = s\n"

/* Which questions are left open, each with a blank behind it. */
static void expect_open(const char *text, const char *expected)
{
	struct pack *pack = pack_of(text);
	struct cells *cells = cells_new(pack);
	struct index_list open = monotone_open(pack, cells);
	char found[256] = "";

	for (size_t i = 0; i < open.count; i++) {
		strcat(found, pack->questions[open.index[i]].id);
		strcat(found, " ");
	}
	assert_string_equal(found, expected);
	free(open.index);
	cells_free(&cells, pack);
	pack_free(&pack);
}

static void test_a_worse_answer_that_raises_is_proved(void **state)
{
	(void)state;
	expect_open(REST QUESTION("p") QUESTION("q")
		    RULE("r", "soon", "p in (yes unsure) or q is yes")
		    RULE("t", "emergency", "p is yes and q is yes"), "");
}

static void test_a_rule_for_not_sure_alone_is_left_open(void **state)
{
	(void)state;
	expect_open(REST QUESTION("p") QUESTION("q")
		    RULE("r", "soon", "p is unsure") RULE("t", "soon", "q is yes"),
		    "p ");
}

static void test_what_a_lower_rule_catches_has_fallen(void **state)
{
	(void)state;
	expect_open(REST QUESTION("p") QUESTION("q")
		    RULE("r", "same-day", "q is unsure")
		    RULE("t", "soon", "q is yes"), "q ");
}

static void test_an_answer_that_closes_a_red_flag_is_left_open(void **state)
{
	(void)state;
	expect_open(REST QUESTION("p")
		    QUESTION("q") "ask-if = p in (no unsure)\n"
		    RULE("r", "soon", "q is yes"), "p ");
}

static void test_absent_when_reaches_self_care(void **state)
{
	(void)state;
	expect_open(REST QUESTION("p") QUESTION("q")
		    FINDING("f", "when = p is yes\nabsent-when = q is yes\n")
		    RULE("r", "soon", "p is yes")
		    "[self-care s]\nwhen = not f\n", "q ");
}

static void test_without_self_care_nobody_is_below_routine(void **state)
{
	(void)state;
	expect_open(REST QUESTION("p") RULE("r", "routine", "p is unsure"), "");
}

#define COUNTED								\
	QUESTION("p") QUESTION("q") QUESTION("r")			\
	FINDING("f", "when = p is yes\n") FINDING("g", "when = q is yes\n") \
	FINDING("h", "when = r is yes\n")

static void test_a_count_rises_with_each_answer(void **state)
{
	(void)state;
	expect_open(REST COUNTED RULE("r", "soon", "count(f g h) >= 2"), "");
}

static void test_a_count_that_must_not_be_passed_is_left_open(void **state)
{
	(void)state;
	expect_open(REST COUNTED RULE("r", "soon", "count(f g h) == 2"),
		    "p q r ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_worse_answer_that_raises_is_proved),
		cmocka_unit_test(test_a_rule_for_not_sure_alone_is_left_open),
		cmocka_unit_test(test_what_a_lower_rule_catches_has_fallen),
		cmocka_unit_test(test_an_answer_that_closes_a_red_flag_is_left_open),
		cmocka_unit_test(test_absent_when_reaches_self_care),
		cmocka_unit_test(test_without_self_care_nobody_is_below_routine),
		cmocka_unit_test(test_a_count_rises_with_each_answer),
		cmocka_unit_test(test_a_count_that_must_not_be_passed_is_left_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
