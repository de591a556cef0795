/* What no answers can bring about, and what changes nothing. */
#include "config.h"

#include "packs.h"
#include "assess/assess.h"
#include "prove/first.h"
#include "prove/person.h"
#include "prove/reach.h"

#define QUESTION(id, part)						\
	"[question " id "]\npart = " part "\ntype = single\nprompt = Q\n" \
	"source = s\nanswers = yes no unsure\n"
#define FINDING(id, when) "[finding " id "]\nname = F\nwhen = " when "\n"
#define RULE(id, when)							\
	"[rule " id "]\nurgency = soon\nbecause = R\nsource = s\nwhen = " \
	when "\n"
#define AGE								\
	"[question age]\npart = a\ntype = number\nprompt = Q\nmin = 0\n" \
	"max = 99\nsource = s\n"
#define REST								\
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\n"	\
	"source = s\n"
#define TWO QUESTION("p", "a") QUESTION("q", "b") FINDING("f", "p is yes") \
	FINDING("g", "q is yes")

/* All faults, each on a line. */
static void faults_of(char *out, size_t size, const char *text)
{
	struct error_list faults = { 0 };
	struct pack *pack = pack_of(text);
	struct cells *cells = cells_new(pack);
	struct sat *sat = sat_new();
	struct person *person = person_new(sat, pack, cells);
	size_t used = 0;

	out[0] = '\0';
	reach_faults(person, &faults);
	for (size_t i = 0; i < faults.count && used < size; i++)
		used += (size_t)snprintf(out + used, size - used, "%s\n",
					 faults.errors[i].message);
	error_list_done(&faults);
	person_free(&person);
	sat_free(&sat);
	cells_free(&cells, pack);
	pack_free(&pack);
}

/* One fault, with this in it; NULL: none. */
static void expect(const char *text, const char *fault)
{
	char found[4096];

	faults_of(found, sizeof found, text);
	if (fault == NULL) {
		assert_string_equal(found, "");
		return;
	}
	if (strstr(found, fault) == NULL)
		fail_msg("\"%s\" is not in:\n%s", fault, found);
	assert_ptr_equal(strchr(found, '\n'), found + strlen(found) - 1);
}

static void test_a_sound_pack_has_none(void **state)
{
	(void)state;
	expect(REST TWO RULE("r", "f or q is unsure"), NULL);
}

static void test_a_rule_that_cannot_fire_names_the_part(void **state)
{
	(void)state;
	expect(REST TWO RULE("r", "q is yes and (p is yes and not f)"),
	       "rule r can never fire; no answers make its when true: "
	       "\"p is yes and not f\"");
}

static void test_a_part_that_is_never_true(void **state)
{
	(void)state;
	expect(REST AGE TWO FINDING("h", "q is yes or age < 5 and age > 9"),
	       "when of h: \"age < 5 and age > 9\" can never be true");
}

static void test_a_branch_of_a_rule_that_adds_nothing(void **state)
{
	(void)state;
	expect(REST TWO RULE("r", "q is yes or q is yes and p is yes"),
	       "when of r: \"q is yes and p is yes\" adds nothing");
	expect(REST TWO RULE("r", "not (q is yes and (q is yes or p is yes))"),
	       "when of r: \"q is yes or p is yes\" adds nothing");
}

static void test_a_guard_may_spell_out_what_is_covered(void **state)
{
	(void)state;
	expect(REST TWO FINDING("h", "f or p is yes and g"), NULL);
}

static void test_a_question_that_nothing_reads(void **state)
{
	(void)state;
	expect(REST TWO QUESTION("z", "b"), "nothing reads question z");
	expect(REST TWO QUESTION("z", "b") "kept-because = we like it\n",
	       NULL);
}

static void test_answers_that_nothing_tells_apart(void **state)
{
	static const char three[] = REST TWO
		"[question z]\npart = b\ntype = single\nprompt = Q\n"
		"source = s\nanswers = one two three unsure\nlabel-one = 1\n"
		"label-two = 2\nlabel-three = 3\n";
	char text[4096];

	(void)state;
	snprintf(text, sizeof text, "%s%s", three, FINDING("h", "z is two"));
	expect(text, "answers one and three of question z mean the same");
	snprintf(text, sizeof text, "%s%s%s", three, FINDING("h", "z is two"),
		 FINDING("i", "z is one"));
	expect(text, NULL);
}

static void test_ranges_leave_no_number_out(void **state)
{
	(void)state;
	expect(REST AGE TWO FINDING("age-30-39", "age >= 30 and age < 40")
	       FINDING("age-41-49", "age > 40 and age < 50"),
	       "neither age-30-39 nor age-41-49 holds at age 40");
	expect(REST AGE TWO FINDING("age-30-40", "age >= 30 and age <= 40")
	       FINDING("age-40-49", "age >= 40 and age < 50"),
	       "age-30-40 and age-40-49 both hold at age 40");
	expect(REST AGE TWO FINDING("age-30-39", "age >= 30 and age < 40")
	       FINDING("age-40-49", "age >= 40 and age < 50")
	       FINDING("age-over-35", "age > 35"), NULL);
}

static void test_a_question_that_nobody_is_asked(void **state)
{
	(void)state;
	expect(REST TWO QUESTION("z", "b") "ask-if = p is yes and p is no\n"
	       "kept-because = we like it\n",
	       "nobody is ever asked question z");
}

#define CONDITION(id, prior)						\
	"[condition " id "]\nname = C\nclinician-name = C\nprior = " prior	\
	"\nsource = s\n"

static void test_a_condition_that_can_be_first_has_a_witness(void **state)
{
	struct pack *pack = pack_of(CONDITION("c", "1") CONDITION("d", "0.5")
				    TWO "[evidence c]\nf = 3 1 s\n"
				    "[evidence d]\nf = 3 1 s\ng = 3 1 s\n");
	struct answers *answers =
		first_witness(pack, pack_find_target(pack, "d"));
	struct assessment *assessment;

	(void)state;
	assert_non_null(answers);
	assessment = assess(pack, answers);
	assert_string_equal(assessment->scored[0].target->id, "d");
	assessment_free(&assessment);
	answers_free(&answers);
	pack_free(&pack);
}

static void test_a_condition_that_cannot_be_first_is_noted(void **state)
{
	struct pack *pack = pack_of(CONDITION("c", "1") CONDITION("d", "0.5")
				    TWO "[evidence c]\nf = 3 1 s\n"
				    "[evidence d]\nf = 3 1 s\ng = 1.5 1 s\n");
	struct error_list notes = { 0 };

	(void)state;
	first_notes(pack, &notes);
	assert_int_equal(notes.count, 1);
	assert_non_null(strstr(notes.errors[0].message,
			       "rank d first; at best it was number 2 with 43 percent"));
	error_list_done(&notes);
	pack_free(&pack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_sound_pack_has_none),
		cmocka_unit_test(test_a_rule_that_cannot_fire_names_the_part),
		cmocka_unit_test(test_a_part_that_is_never_true),
		cmocka_unit_test(test_a_branch_of_a_rule_that_adds_nothing),
		cmocka_unit_test(test_a_guard_may_spell_out_what_is_covered),
		cmocka_unit_test(test_a_question_that_nothing_reads),
		cmocka_unit_test(test_answers_that_nothing_tells_apart),
		cmocka_unit_test(test_ranges_leave_no_number_out),
		cmocka_unit_test(test_a_question_that_nobody_is_asked),
		cmocka_unit_test(test_a_condition_that_can_be_first_has_a_witness),
		cmocka_unit_test(test_a_condition_that_cannot_be_first_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
