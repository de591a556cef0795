/* Rules that never decide how soon. */
#include "config.h"

#include "packs.h"
#include "prove/covered.h"

#define HEAD								\
	"[question p]\npart = a\ntype = single\nprompt = P\nsource = s\n" \
	"answers = yes no unsure\n"					\
	"[question q]\npart = a\ntype = single\nprompt = Q\nsource = s\n" \
	"answers = yes no unsure\n"					\
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\n"	\
	"source = s\n"
#define RULE(id, level, when)						\
	"[rule " id "]\nurgency = " level "\nbecause = R\nsource = s\n" \
	"when = " when "\n"

/* The one note, or "" where there is none. */
static void expect(const char *text, const char *note)
{
	struct error_list notes = { 0 };
	struct pack *pack = pack_of(text);

	covered_notes(pack, &notes);
	if (notes.count > 1)
		error_list_print(stderr, &notes);
	assert_int_equal(notes.count, note[0] != '\0');
	if (notes.count > 0 && strstr(notes.errors[0].message, note) == NULL)
		fail_msg("\"%s\" is not in: %s", note,
			 notes.errors[0].message);
	error_list_done(&notes);
	pack_free(&pack);
}

static void rule_under_a_wider_one__is_noted_with_it(void **state)
{
	(void)state;
	expect(HEAD RULE("wide", "soon", "p in (yes unsure)")
	       RULE("narrow", "soon", "p is yes"),
	       "rule narrow never decides how soon: wherever it fires, rule wide (soon) does too");
}

static void rule_under_several__is_noted_without_one(void **state)
{
	(void)state;
	expect(HEAD RULE("one", "same-day", "p is yes and q is yes")
	       RULE("two", "same-day", "p is yes and not q in (yes na)")
	       RULE("both", "soon", "p is yes"),
	       "rule both never decides how soon: wherever it fires, some rule");
}

static void rule_beside_what_reads_another_answer__is_noted(void **state)
{
	(void)state;
	expect(HEAD RULE("one", "same-day", "p is yes and q is no")
	       RULE("two", "same-day", "q in (yes unsure unanswered)")
	       RULE("both", "soon", "p is yes")
	       "[self-care s]\nwhen = p is no and q is no\n",
	       "rule both never decides how soon: wherever it fires, some rule");
}

static void rule_above_the_wider_one__decides(void **state)
{
	(void)state;
	expect(HEAD RULE("wide", "soon", "p in (yes unsure)")
	       RULE("narrow", "same-day", "p is yes"), "");
}

static void rule_that_never_fires__is_no_matter_of_this(void **state)
{
	(void)state;
	expect(HEAD RULE("wide", "soon", "p in (yes unsure)")
	       RULE("never", "soon", "p is yes and p is no"), "");
}

static void kept_because__silences_it_and_is_noted_where_it_is_spare(void **state)
{
	(void)state;
	expect(HEAD RULE("wide", "soon", "p in (yes unsure)")
	       RULE("narrow", "soon", "p is yes")
	       "kept-because = its words are clearer\n", "");
	expect(HEAD RULE("wide", "soon", "p in (yes unsure)")
	       "kept-because = its words are clearer\n",
	       "rule wide does decide how soon; leave its kept-because out");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rule_under_a_wider_one__is_noted_with_it),
		cmocka_unit_test(rule_under_several__is_noted_without_one),
		cmocka_unit_test(rule_beside_what_reads_another_answer__is_noted),
		cmocka_unit_test(rule_above_the_wider_one__decides),
		cmocka_unit_test(rule_that_never_fires__is_no_matter_of_this),
		cmocka_unit_test(kept_because__silences_it_and_is_noted_where_it_is_spare),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
