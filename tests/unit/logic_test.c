/* Kleene's tables, and every kind of atom on every state: exhaustively. */
#include "config.h"

#include "packs.h"

#include "answers/logic.h"

#define F TRI_FALSE
#define U TRI_UNKNOWN
#define T TRI_TRUE

static const char content[] =
	"[question g]\npart = b\ntype = single\nprompt = G\n"
	"answers = yes no unsure\n"
	"[question q]\npart = b\ntype = single\nprompt = Q\n"
	"answers = yes no unsure\nask-if = g is yes\nassume-unknown = yes\n"
	"[question n]\npart = b\ntype = number\nprompt = N\n"
	"min = 0\nmax = 10\nanswers = unsure\nask-if = g is yes\n"
	"assume-unknown = 8\n"
	"[question m]\npart = b\ntype = multi\nprompt = M\n"
	"answers = red blue\nlabel-red = R\nlabel-blue = B\nask-if = g is yes\n"
	"[question x]\npart = b\ntype = single\nprompt = X\nanswers = yes no unsure\n"
	"[question y]\npart = b\ntype = single\nprompt = Y\nanswers = yes no unsure\n"
	"[question z]\npart = b\ntype = single\nprompt = Z\nanswers = yes no unsure\n"
	"[finding fx]\nname = X\nwhen = x is yes\nabsent-when = x is no\n"
	"[finding fy]\nname = Y\nwhen = y is yes\nabsent-when = y is no\n"
	"[finding fz]\nname = Z\nwhen = z is yes\nabsent-when = z is no\n"
	"[finding plain]\nname = P\nwhen = x is yes\n"
	"[finding halved]\nname = H\nwhen = x is yes\nabsent-when = y is no\n"
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

static enum tri truth(const struct answers *answers, const char *text,
		      enum reading reading)
{
	struct arena *arena = arena_new();
	const struct expr *expr;
	struct error err;
	enum tri result;

	assert_ok(expr_parse(&expr, arena, pack, text, "", 0, &err), &err);
	result = expr_eval(expr, answers, reading);
	arena_free(&arena);
	return result;
}

static void tables__are_kleenes(void **state)
{
	static const enum tri and_table[3][3] = {
		{ F, F, F }, { F, U, U }, { F, U, T } };
	static const enum tri or_table[3][3] = {
		{ F, U, T }, { U, U, T }, { T, T, T } };

	(void)state;
	for (int a = F; a <= T; a++)
		for (int b = F; b <= T; b++) {
			assert_int_equal(tri_and((enum tri)a, (enum tri)b),
					 and_table[a][b]);
			assert_int_equal(tri_or((enum tri)a, (enum tri)b),
					 or_table[a][b]);
		}
	assert_int_equal(tri_not(F), T);
	assert_int_equal(tri_not(U), U);
	assert_int_equal(tri_not(T), F);
}

/* What was said of q (or n), and what each atom comes to. */
struct row {
	const char *said;	/* NULL: nothing; "na": its gate is shut */
	enum tri want[8];
};

static void expect_rows(const char *question, const char *const *atoms,
			size_t n_atoms, const struct row *rows, size_t n_rows,
			enum reading reading)
{
	for (size_t r = 0; r < n_rows; r++) {
		struct answers *answers = answers_new(pack, ROLE_PATIENT);
		const char *said = rows[r].said;

		say(answers, "g", said != NULL && strcmp(said, "na") == 0
		    ? "no" : "yes");
		if (said != NULL && strcmp(said, "na") != 0)
			say(answers, question, said);
		for (size_t a = 0; a < n_atoms; a++)
			assert_int_equal(truth(answers, atoms[a], reading),
					 rows[r].want[a]);
		answers_free(&answers);
	}
}

static void atoms__on_every_state(void **state)
{
	static const char *const atoms[] = {
		"q is yes", "q is no", "q in (yes no)", "q is unsure",
		"q is skipped", "q is na", "q is unanswered",
		"q in (yes unsure)",
	};
	static const struct row rows[] = {
		{ "yes",     { T, F, T, F, F, F, F, T } },
		{ "no",      { F, T, T, F, F, F, F, F } },
		{ "unsure",  { U, U, U, T, F, F, F, T } },
		{ "skipped", { U, U, U, F, T, F, F, F } },
		{ "na",      { F, F, F, F, F, T, F, F } },
		{ NULL,      { U, U, U, F, F, F, T, F } },
	};

	(void)state;
	expect_rows("q", atoms, 8, rows, 6, READ_AS_IS);
}

static void assumption__is_read_by_rules_alone(void **state)
{
	static const char *const atoms[] = {
		"q is yes", "q is no", "q in (yes no)", "q is unsure",
		"q is skipped", "q is na", "q is unanswered",
		"q in (yes unsure)",
	};
	static const struct row rows[] = {
		{ "yes",     { T, F, T, F, F, F, F, T } },
		{ "no",      { F, T, T, F, F, F, F, F } },
		{ "unsure",  { T, F, T, T, F, F, F, T } },
		{ "skipped", { T, F, T, F, T, F, F, F } },
		{ "na",      { F, F, F, F, F, T, F, F } },
		{ NULL,      { T, F, T, F, F, F, T, F } },
	};
	static const struct row unsaid = { NULL, { U, U, U, F, F, F, T, F } };

	(void)state;
	expect_rows("q", atoms, 8, rows, 6, READ_ASSUMED);
	/* while an interview still runs, nothing is put into a mouth */
	expect_rows("q", atoms, 8, rows, 5, READ_SAID);
	expect_rows("q", atoms, 8, &unsaid, 1, READ_SAID);
}

static void comparisons__on_every_state(void **state)
{
	static const char *const atoms[] = {
		"n < 5", "n <= 5", "n > 5", "n >= 5", "n == 5", "n is unsure",
		"n is na", "n in (skipped unanswered)",
	};
	static const struct row rows[] = {
		{ "4",       { T, T, F, F, F, F, F, F } },
		{ "5",       { F, T, F, T, T, F, F, F } },
		{ "6",       { F, F, T, T, F, F, F, F } },
		{ "unsure",  { U, U, U, U, U, T, F, F } },
		{ "skipped", { U, U, U, U, U, F, F, T } },
		{ "na",      { F, F, F, F, F, F, T, F } },
		{ NULL,      { U, U, U, U, U, F, F, T } },
	};
	static const struct row assumed[] = {
		{ "unsure",  { F, F, T, T, F, T, F, F } },
		{ NULL,      { F, F, T, T, F, F, F, T } },
		{ "na",      { F, F, F, F, F, F, T, F } },
	};

	(void)state;
	expect_rows("n", atoms, 8, rows, 7, READ_AS_IS);
	expect_rows("n", atoms, 8, assumed, 3, READ_ASSUMED);
}

static void includes__on_every_state(void **state)
{
	static const char *const atoms[] = {
		"m includes red", "m includes blue", "not m includes red",
	};
	static const struct row rows[] = {
		{ "red",      { T, F, F } },
		{ "blue",     { F, T, T } },
		{ "red blue", { T, T, F } },
		{ "unsure",   { U, U, U } },
		{ "na",       { F, F, T } },
		{ NULL,       { U, U, U } },
	};

	(void)state;
	expect_rows("m", atoms, 3, rows, 6, READ_AS_IS);
}

static const char *const said[] = { "no", "unsure", "yes" };	/* F U T */

static void connectives__on_all_pairs_of_atoms(void **state)
{
	(void)state;
	for (int x = F; x <= T; x++)
		for (int y = F; y <= T; y++) {
			struct answers *answers =
				answers_new(pack, ROLE_PATIENT);

			say(answers, "x", said[x]);
			say(answers, "y", said[y]);
			assert_int_equal(truth(answers, "x is yes and y is yes",
					       READ_AS_IS),
					 tri_and((enum tri)x, (enum tri)y));
			assert_int_equal(truth(answers, "x is yes or y is yes",
					       READ_AS_IS),
					 tri_or((enum tri)x, (enum tri)y));
			assert_int_equal(truth(answers, "not x is yes",
					       READ_AS_IS),
					 tri_not((enum tri)x));
			answers_free(&answers);
		}
}

/* What count must be, from the possible numbers themselves. */
static enum tri want_count(const enum tri *states, const char *compare,
			   double limit)
{
	bool can[2] = { false, false };

	for (int bits = 0; bits < 8; bits++) {
		int n = 0;
		bool possible = true, holds;

		for (int i = 0; i < 3; i++) {
			bool present = bits >> i & 1;

			possible &= states[i] == U ||
				    present == (states[i] == T);
			n += present;
		}
		holds = compare[0] == '<' ? (compare[1] ? n <= limit : n < limit)
		      : compare[0] == '>' ? (compare[1] ? n >= limit : n > limit)
		      : n == limit;
		if (possible)
			can[holds] = true;
	}
	return can[0] && can[1] ? U : can[1] ? T : F;
}

static void count__is_unknown_only_while_undecided(void **state)
{
	static const char *const compares[] = { "<", "<=", ">", ">=", "==" };

	(void)state;
	for (int i = 0; i < 27; i++) {
		enum tri states[] = { (enum tri)(i % 3), (enum tri)(i / 3 % 3),
				      (enum tri)(i / 9) };
		struct answers *answers = answers_new(pack, ROLE_PATIENT);

		say(answers, "x", said[states[0]]);
		say(answers, "y", said[states[1]]);
		say(answers, "z", said[states[2]]);
		for (int c = 0; c < 5; c++)
			for (int half = 0; half <= 8; half++) {
				char text[64];

				snprintf(text, sizeof text,
					 "count(fx fy fz) %s %d%s", compares[c],
					 half / 2, half % 2 == 0 ? "" : ".5");
				assert_int_equal(truth(answers, text,
						       READ_AS_IS),
						 want_count(states, compares[c],
							    half / 2.0));
			}
		answers_free(&answers);
	}
}

static void finding__is_absent_only_when_its_absent_when_is_true(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	const struct finding *halved = pack_find_finding(pack, "halved");
	const struct finding *plain = pack_find_finding(pack, "plain");

	(void)state;
	assert_int_equal(finding_state(halved, answers), U);
	say(answers, "x", "no");
	assert_int_equal(finding_state(halved, answers), U);
	assert_int_equal(truth(answers, "halved", READ_AS_IS), U);
	say(answers, "y", "no");
	assert_int_equal(finding_state(halved, answers), F);
	say(answers, "x", "yes");
	assert_int_equal(finding_state(halved, answers), T);
	/* one that can't be absent scores nothing, but can be asked about */
	say(answers, "x", "no");
	assert_int_equal(finding_state(plain, answers), U);
	assert_int_equal(truth(answers, "plain", READ_AS_IS), F);
	assert_int_equal(truth(answers, "not plain", READ_AS_IS), T);
	answers_free(&answers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables__are_kleenes),
		cmocka_unit_test(atoms__on_every_state),
		cmocka_unit_test(assumption__is_read_by_rules_alone),
		cmocka_unit_test(comparisons__on_every_state),
		cmocka_unit_test(includes__on_every_state),
		cmocka_unit_test(connectives__on_all_pairs_of_atoms),
		cmocka_unit_test(count__is_unknown_only_while_undecided),
		cmocka_unit_test(
			finding__is_absent_only_when_its_absent_when_is_true),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
