#include "config.h"

#include "packs.h"

static const char content[] =
	"[question q]\npart = a\ntype = single\nprompt = Q\n"
	"answers = yes no maybe unsure\nlabel-maybe = Maybe\n"
	"[question m]\npart = a\ntype = multi\nprompt = M\n"
	"answers = red blue\nlabel-red = Red\nlabel-blue = Blue\n"
	"[question n]\npart = a\ntype = number\nprompt = N\n"
	"min = 0\nmax = 100\n"
	"[question t]\npart = a\ntype = text\nprompt = T\n"
	"[finding f]\nname = F\nwhen = q is yes\n"
	"[finding g]\nname = G\nwhen = q is no\n"
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

/* Parses, prints, and must give `want` back. */
static void expect_print(const char *text, const char *want)
{
	struct arena *arena = arena_new();
	const struct expr *expr;
	struct error err;
	char printed[512];

	assert_ok(expr_parse(&expr, arena, pack, text, "x.ini", 3, &err), &err);
	assert_int_equal(expr_print(printed, sizeof printed, expr),
			 strlen(want));
	assert_string_equal(printed, want);
	arena_free(&arena);
}

static void expect_fault(const char *text, const char *want)
{
	struct arena *arena = arena_new();
	const struct expr *expr;
	struct error err;

	assert_int_equal(expr_parse(&expr, arena, pack, text, "x.ini", 3,
				    &err), -1);
	assert_null(expr);
	assert_string_equal(err.message, want);
	assert_string_equal(err.file, "x.ini");
	assert_int_equal(err.line, 3);
	arena_free(&arena);
}

static void printing__gives_back_what_was_parsed(void **state)
{
	static const char *const same[] = {
		"q is yes", "q in (yes no)", "q in (yes unsure)", "q is unsure",
		"m includes red", "n >= 5", "n == 0.5", "f", "not f",
		"f and g or q is no", "f and (g or q is no)",
		"not (f and g)", "not not f", "count(f g) >= 2",
		"f or g or q is yes", "f or (g or q is yes)",
		"n in (skipped unanswered)", "q in (skipped na unanswered)",
	};

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (strcmp(same[i], "f or (g or q is yes)") != 0)
			expect_print(same[i], same[i]);
	expect_print("((f))", "f");
	expect_print("f or (g or q is yes)", "f or (g or q is yes)");
	expect_print("(f and g) or q is no", "f and g or q is no");
	expect_print("count ( f  g )  <  2", "count(f g) < 2");
	expect_print("n>=5 and n<8", "n >= 5 and n < 8");
}

static void printing__tells_the_room_it_needs(void **state)
{
	struct arena *arena = arena_new();
	const struct expr *expr;
	struct error err;
	char small[4];

	(void)state;
	assert_ok(expr_parse(&expr, arena, pack, "q is yes", "x", 1, &err),
		  &err);
	assert_int_equal(expr_print(small, sizeof small, expr), 8);
	assert_string_equal(small, "q i");
	arena_free(&arena);
}

static void faults__say_what_to_write_instead(void **state)
{
	(void)state;
	expect_fault("", "a question or a finding is missing before the end");
	expect_fault("q is", "an answer of q is missing before the end; write for example: q is yes");
	expect_fault("q is mayby", "question q has no answer mayby; did you mean maybe?");
	expect_fault("q", "question q is named but not compared; write for example: q is yes");
	expect_fault("n", "question n is named but not compared; write for example: n >= 5");
	expect_fault("q > 3", "question q has no number to compare; write: q is ANSWER");
	expect_fault("n > x", "a number is missing before x; write digits with a point, like 8 or 0.5");
	expect_fault("q in yes", "( is missing behind: q in; write: q in (yes unsure)");
	expect_fault("q in (yes", "the list behind: q in ( has no ) at its end");
	expect_fault("m is red", "question m can have several answers; write: m includes ANSWER");
	expect_fault("q includes yes", "question q has one answer only; write: q is ANSWER");
	expect_fault("t is unsure", "question t is free text, which no expression may read");
	expect_fault("c", "c is a condition, which no expression may name; name a question or a finding");
	expect_fault("f is yes", "f is a finding, which is not compared; write just: f");
	expect_fault("(f", ") is missing before the end");
	expect_fault("f)", ") does not belong there; join conditions with and, or");
	expect_fault("f g", "g does not belong there; join conditions with and, or");
	expect_fault("f and", "a question or a finding is missing before the end");
	expect_fault("and f", "and stands where a question or a finding belongs");
	expect_fault("count f", "( is missing behind count; write: count(first second third) >= 2");
	expect_fault("count(f", "the list behind count( has no ) at its end");
	expect_fault("count(f g)", "count(...) is not compared; write: count(first second third) >= 2");
	expect_fault("count(q) >= 1", "q is a question, but count takes findings; add a finding for its answer");
	expect_fault("f & g", "& does not belong there; join conditions with and, or");
}

static void nesting__is_limited(void **state)
{
	char text[400] = "";

	(void)state;
	memset(text, '(', 300);
	text[300] = '\0';
	expect_fault(text, "more than 64 brackets within each other; use a finding for a part of it");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(printing__gives_back_what_was_parsed),
		cmocka_unit_test(printing__tells_the_room_it_needs),
		cmocka_unit_test(faults__say_what_to_write_instead),
		cmocka_unit_test(nesting__is_limited),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
