#include "config.h"

#include "packs.h"

#include "prove/impact.h"

#define NUMB								\
	"[question numb]\npart = a\ntype = single\nprompt = Numb\n"	\
	"answers = yes no unsure\nseverity = no unsure yes\n"
#define AGE								\
	"[question age]\npart = a\ntype = number\nprompt = Age\n"	\
	"min = 0\nmax = 120\nassume-unknown = 70\n"
#define WEAK								\
	"[question weak]\npart = a\ntype = single\nprompt = Weak\n"	\
	"answers = yes no unsure\nseverity = no unsure yes\n"
#define CAUSE								\
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\n"	\
	"source = s\n"
#define RULE(id, level, when)						\
	"[rule " id "]\nurgency = " level "\nwhen = " when "\n"		\
	"because = R.\nsource = s\n"
#define ASKED NUMB AGE WEAK CAUSE
#define RULES RULE("e", "emergency", "numb is yes")			\
	RULE("d", "same-day", "weak is yes and age >= 65")

static struct pack *old, *new;
static struct impact *impact;

static const struct impact *compare(const char *before, const char *after)
{
	impact_free(&impact);
	pack_free(&old);
	pack_free(&new);
	old = pack_of(before);
	new = pack_of(after);
	impact = impact_prove(old, new);
	return impact;
}

static int clean_up(void **state)
{
	(void)state;
	impact_free(&impact);
	pack_free(&old);
	pack_free(&new);
	return 0;
}

/* What the person of the n-th fall says to the old pack, or the new one. */
static const char *said(bool to_new, size_t n, const char *id)
{
	static char text[80];
	const struct fall *fall = &impact->falls[n];
	const struct answers *answers = to_new ? fall->new.answers
					       : fall->old.answers;
	const struct question *question =
		question_of(to_new ? new : old, id);

	value_print(text, sizeof text, question,
		    answers_get(answers, question));
	return text;
}

/* The whole file that is written for the first fall; free it. */
static char *written(void)
{
	char *text = NULL;
	size_t bytes = 0;
	FILE *stream = open_memstream(&text, &bytes);

	assert_non_null(stream);
	impact_write_answers(stream, &impact->falls[0]);
	fclose(stream);
	return text;
}

static void same_pack__is_proved(void **state)
{
	(void)state;
	assert_int_equal(compare(ASKED RULES, ASKED RULES)->n_falls, 0);
}

static void added_rule__is_proved_and_a_deleted_one_refuted(void **state)
{
	(void)state;
	compare(ASKED RULE("e", "emergency", "numb is yes"), ASKED RULES);
	assert_int_equal(impact->n_falls, 0);

	compare(ASKED RULES, ASKED RULE("e", "emergency", "numb is yes"));
	assert_int_equal(impact->n_falls, 1);
	assert_int_equal(impact->falls[0].old.urgency, URGENCY_SAME_DAY);
	assert_int_equal(impact->falls[0].new.urgency, URGENCY_ROUTINE);
	assert_string_equal(impact->falls[0].old.fired.rules[0]->id, "d");
	assert_int_equal(impact->falls[0].new.fired.count, 0);
	assert_true(impact->falls[0].shared);
	assert_false(impact->falls[0].unfinished);
	assert_string_equal(said(false, 0, "weak"), "yes");
	assert_string_equal(said(true, 0, "weak"), "yes");
	assert_string_equal(said(true, 0, "numb"), "no");
}

static void threshold__off_by_one_is_found_and_lower_is_proved(void **state)
{
	(void)state;
	compare(ASKED RULES, ASKED RULE("e", "emergency", "numb is yes")
		RULE("d", "same-day", "weak is yes and age >= 66"));
	assert_int_equal(impact->n_falls, 1);
	assert_string_equal(said(false, 0, "age"), "65");
	assert_string_equal(said(true, 0, "age"), "65");

	compare(ASKED RULES, ASKED RULE("e", "emergency", "numb is yes")
		RULE("d", "same-day", "weak is yes and age >= 64"));
	assert_int_equal(impact->n_falls, 0);
}

static void threshold__that_is_sharp_is_found_between_steps(void **state)
{
	(void)state;
	compare(ASKED RULES, ASKED RULE("e", "emergency", "numb is yes")
		RULE("d", "same-day", "weak is yes and age > 65"));
	assert_int_equal(impact->n_falls, 1);
	assert_string_equal(said(false, 0, "age"), "65");
}

static void renamed_question__is_free(void **state)
{
	static const char renamed[] =
		NUMB AGE "[question limp]\npart = a\ntype = single\n"
		"prompt = Weak\nanswers = yes no unsure\n"
		"severity = no unsure yes\n" CAUSE
		RULE("e", "emergency", "numb is yes")
		RULE("d", "same-day", "limp is yes and age >= 65");
	char *text;

	(void)state;
	compare(ASKED RULES, renamed);
	assert_int_equal(impact->n_falls, 1);
	assert_false(impact->falls[0].shared);
	assert_string_equal(said(false, 0, "weak"), "yes");
	assert_null(impact_partner(question_of(old, "weak"), new));
	text = written();
	assert_non_null(strstr(text, "\n# old: weak = yes\n"));
	assert_non_null(strstr(text, "\n# new: limp = no\n"));
	assert_non_null(strstr(text, "\nnumb = no\n"));
	assert_null(strstr(text, "\nweak = "));
	free(text);
}

static void assumption__that_is_milder_is_found_in_an_open_answer(void **state)
{
	static const char milder[] =
		NUMB "[question age]\npart = a\ntype = number\nprompt = Age\n"
		"min = 0\nmax = 120\nassume-unknown = 40\n" WEAK CAUSE RULES;

	(void)state;
	compare(ASKED RULES, milder);
	assert_int_equal(impact->n_falls, 1);
	assert_string_equal(said(false, 0, "age"), "unsure");
	assert_string_equal(said(false, 0, "weak"), "yes");
	compare(milder, ASKED RULES);
	assert_int_equal(impact->n_falls, 0);
}

static void ask_if__that_is_narrower_is_found(void **state)
{
	static const char narrow[] =
		NUMB AGE "[question weak]\npart = a\ntype = single\n"
		"prompt = Weak\nanswers = yes no unsure\n"
		"severity = no unsure yes\nask-if = age < 90\n" CAUSE RULES;
	char *text;

	(void)state;
	compare(ASKED RULES, narrow);
	assert_int_equal(impact->n_falls, 1);
	assert_true(impact->falls[0].shared);
	assert_string_equal(said(false, 0, "weak"), "yes");
	assert_string_equal(said(true, 0, "weak"), "na");
	text = written();
	assert_non_null(strstr(text, "\nweak = yes\n"));
	free(text);
	compare(narrow, ASKED RULES);
	assert_int_equal(impact->n_falls, 0);
}

static void answers__in_another_order_are_the_same(void **state)
{
	static const char turned[] =
		"[question numb]\npart = a\ntype = single\nprompt = Numb\n"
		"answers = unsure no yes\nseverity = no unsure yes\n"
		AGE WEAK CAUSE RULES;

	(void)state;
	assert_int_equal(compare(ASKED RULES, turned)->n_falls, 0);
	assert_int_equal(compare(turned, ASKED RULES)->n_falls, 0);
}

#define SIGNS(answers, labels, rule)					\
	"[question signs]\npart = a\ntype = multi\nprompt = Signs\n"	\
	"answers = " answers " none\nnone = none\nlabel-one = One\n"	\
	"label-two = Two\nlabel-none = None\n" labels			\
	CAUSE RULE("e", "emergency", rule)
#define TWO(rule) SIGNS("one two", "", rule)
#define THREE(rule) SIGNS("one two three", "label-three = Three\n", rule)

static void several_answers__bind_one_by_one(void **state)
{
	char *text;

	(void)state;
	/* whoever can say three says one as before, or does not */
	compare(TWO("signs includes one"), THREE("signs includes one"));
	assert_int_equal(impact->n_falls, 0);

	compare(THREE("signs includes one or signs includes three"),
		TWO("signs includes one"));
	assert_int_equal(impact->n_falls, 1);
	assert_false(impact->falls[0].shared);
	assert_string_equal(said(false, 0, "signs"), "three");
	text = written();
	assert_non_null(strstr(text, "\n# old: signs = three\n"));
	free(text);
}

static void none_of_these__may_have_been_said_for_a_new_answer(void **state)
{
	(void)state;
	compare(TWO("signs includes none"), THREE("signs includes none"));
	assert_int_equal(impact->n_falls, 1);
	assert_false(impact->falls[0].shared);
	assert_string_equal(said(false, 0, "signs"), "none");
	assert_string_equal(said(true, 0, "signs"), "three");
}

static void answer__of_one_pack_alone_is_free(void **state)
{
	static const char more[] =
		NUMB AGE "[question weak]\npart = a\ntype = single\n"
		"prompt = Weak\nanswers = yes slightly no unsure\n"
		"label-slightly = A little\n"
		"severity = no unsure slightly yes\n" CAUSE RULES;

	(void)state;
	compare(ASKED RULES, more);
	assert_int_equal(impact->n_falls, 1);
	assert_false(impact->falls[0].shared);
	assert_string_equal(said(true, 0, "weak"), "slightly");
}

static void number__outside_the_range_of_one_pack_is_free(void **state)
{
	static const char young[] =
		NUMB "[question age]\npart = a\ntype = number\nprompt = Age\n"
		"min = 0\nmax = 60\n" WEAK CAUSE RULES;

	(void)state;
	compare(ASKED RULES, young);
	assert_int_equal(impact->n_falls, 1);
	/* not sure is assumed to be 70, in the old pack alone */
	assert_true(impact->falls[0].shared);
	assert_string_equal(said(false, 0, "age"), "unsure");
}

static void question__of_another_kind_is_free(void **state)
{
	static const char scale[] =
		NUMB AGE "[question weak]\npart = a\ntype = scale\n"
		"prompt = Weak\nmin = 0\nmax = 10\nlow-label = No\n"
		"high-label = Very\n" CAUSE
		RULE("e", "emergency", "numb is yes")
		RULE("d", "same-day", "weak > 3 and age >= 65");

	(void)state;
	compare(ASKED RULES, scale);
	assert_int_equal(impact->n_falls, 1);
	assert_false(impact->falls[0].shared);
	assert_null(impact_partner(question_of(old, "weak"), new));
	assert_non_null(impact_partner(question_of(old, "numb"), new));
}

static void levels__are_told_one_by_one(void **state)
{
	static const char none[] = ASKED
		RULE("e", "soon", "numb is yes")
		RULE("d", "soon", "weak is yes and age >= 65");

	(void)state;
	compare(ASKED RULES, none);
	assert_int_equal(impact->n_falls, 2);
	assert_int_equal(impact->falls[0].old.urgency, URGENCY_EMERGENCY);
	assert_int_equal(impact->falls[0].new.urgency, URGENCY_SOON);
	assert_int_equal(impact->falls[1].old.urgency, URGENCY_SAME_DAY);
	assert_int_equal(impact->falls[1].new.urgency, URGENCY_SOON);
}

static void physio__finds_what_only_a_physio_is_asked(void **state)
{
	static const char test[] =
		"[question test]\npart = b\ntype = single\nprompt = Test\n"
		"answers = yes no\nrole = physio\n";
	char with[1200], without[1200];
	char *text;

	(void)state;
	snprintf(with, sizeof with, "%s%s%s", ASKED RULES, test,
		 RULE("t", "soon", "test is yes"));
	snprintf(without, sizeof without, "%s%s", ASKED RULES, test);
	compare(with, without);
	assert_int_equal(impact->n_falls, 1);
	text = written();
	assert_non_null(strstr(text, "role = physio\n"));
	assert_non_null(strstr(text, "\n[answers physio]\ntest = yes\n"));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_pack__is_proved),
		cmocka_unit_test(added_rule__is_proved_and_a_deleted_one_refuted),
		cmocka_unit_test(threshold__off_by_one_is_found_and_lower_is_proved),
		cmocka_unit_test(threshold__that_is_sharp_is_found_between_steps),
		cmocka_unit_test(renamed_question__is_free),
		cmocka_unit_test(assumption__that_is_milder_is_found_in_an_open_answer),
		cmocka_unit_test(ask_if__that_is_narrower_is_found),
		cmocka_unit_test(answers__in_another_order_are_the_same),
		cmocka_unit_test(several_answers__bind_one_by_one),
		cmocka_unit_test(none_of_these__may_have_been_said_for_a_new_answer),
		cmocka_unit_test(answer__of_one_pack_alone_is_free),
		cmocka_unit_test(number__outside_the_range_of_one_pack_is_free),
		cmocka_unit_test(question__of_another_kind_is_free),
		cmocka_unit_test(levels__are_told_one_by_one),
		cmocka_unit_test(physio__finds_what_only_a_physio_is_asked),
	};

	return cmocka_run_group_tests(tests, NULL, clean_up);
}
