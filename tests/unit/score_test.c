/*
 * The arithmetic of scoring: the regression vectors of
 * clinical/dependence.md section 7 that need no particular content, and the
 * rule of its section 2 as clinical/lessons.md changes it.
 */
#include "config.h"

#include <math.h>

#include "packs.h"

#include "assess/assess.h"

static const char content[] =
	"[question g]\npart = a\ntype = single\nprompt = G\nanswers = yes no unsure\n"
	"[question a]\npart = b\ntype = single\nprompt = A\nanswers = yes no unsure na\n"
	"[question b]\npart = b\ntype = single\nprompt = B\nanswers = yes no unsure na\n"
	"[question d]\npart = b\ntype = single\nprompt = D\nanswers = yes no unsure na\n"
	"[question e]\npart = b\ntype = single\nprompt = E\nanswers = yes no unsure na\n"
	"[question h]\npart = b\ntype = single\nprompt = H\nanswers = yes no unsure na\n"
	"[question place]\npart = b\ntype = single\nprompt = P\nanswers = here there\n"
	"label-here = Here\nlabel-there = There\n"
	"[group sitting]\nname = Sitting\n"
	"[group age]\nname = Age\nonly-strongest = yes\n"
	"[finding fa]\nname = A\nwhen = a is yes\nabsent-when = a is no\ngroup = sitting\n"
	"[finding fb]\nname = B\nwhen = b is yes\nabsent-when = b is no\ngroup = sitting\n"
	"[finding fd]\nname = D\nwhen = d is yes\nabsent-when = d is no\n"
	"[finding fe]\nname = E\nwhen = e is yes\nabsent-when = e is no\n"
	"[finding both]\nname = Both\nwhen = count(fd fe) >= 2\nreplaces = fd fe\n"
	"[finding fh]\nname = H\nwhen = h is yes\nabsent-when = h is no\nhallmark = yes\n"
	"[finding o50]\nname = Over 50\nwhen = g is yes\ngroup = age\n"
	"[finding o60]\nname = Over 60\nwhen = g is yes\ngroup = age\n"
	"[condition one]\nname = One\nclinician-name = One\nprior = 0.5\nsource = s\n"
	"floor = soon\n"
	"[condition two]\nname = Two\nclinician-name = Two\nprior = 0.25\nsource = s\n"
	"needs = not g is no\n"
	"[condition three]\nname = Three\nclinician-name = Three\nprior = 0.25\nsource = s\n"
	"[evidence one]\nfa = 6 0.15 s\nfb = 6 0.6 s\nfd = 3 0.5 s\nfe = 3 0.5 s\n"
	"both = 4 1 s\nfh = 50 1 s\no50 = 2 1 s\no60 = 3 1 s\n"
	"[profile place]\nrest = 1\nsource = s\none = here 3 there 1\n"
	"two = here 1 there 3\nthree = here 1 there 1\n"
	"[stratum young]\nname = Young\nwhen = g is yes\nsource = s\nthree = 0\n"
	"[rule r]\nwhen = a is yes\nurgency = routine\nbecause = A.\nsource = s\n";

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

static const struct scored *scored_of(const struct assessment *assessment,
				      const char *id)
{
	for (size_t i = 0; i < assessment->n_scored; i++)
		if (strcmp(assessment->scored[i].target->id, id) == 0)
			return &assessment->scored[i];
	fail_msg("no condition %s", id);
	return NULL;
}

/* Evidence (as a product of ratios) for `id` after "a=yes b=no ...". */
static double product(const char *id, const char *said)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct assessment *assessment;
	char question[16], answer[16];
	double evidence;
	int length;

	while (sscanf(said, " %15[^=]=%15s%n", question, answer, &length) == 2) {
		say(answers, question, answer);
		said += length;
	}
	assessment = assess(pack, answers);
	evidence = scored_of(assessment, id)->evidence;
	assessment_free(&assessment);
	answers_free(&answers);
	return exp(evidence);
}

#define assert_near(found, want) \
	assert_true(fabs((found) - (want)) < 1e-9 * fabs(want))

static void group__counts_the_strongest_in_full_and_the_rest_half(void **state)
{
	(void)state;
	assert_near(product("one", "a=yes"), 6.0);
	assert_near(product("one", "a=no b=no"), 0.15 * sqrt(0.6));
	/* the strongest is the one farthest from 1, whichever way */
	assert_near(product("one", "a=no b=yes"), 0.15 * sqrt(6.0));
}

static void group__is_limited(void **state)
{
	(void)state;
	assert_near(product("one", "a=yes b=yes"), 10.0);
}

static void overlapping_ages__count_once(void **state)
{
	(void)state;
	assert_near(product("one", "g=yes"), 3.0);
}

static void cluster__replaces_its_parts(void **state)
{
	(void)state;
	assert_near(product("one", "d=yes e=yes"), 4.0);
	assert_near(product("one", "d=yes e=no"), 1.5);
}

static void hallmark__passes_the_single_limit(void **state)
{
	(void)state;
	assert_near(product("one", "h=yes"), 50.0);
}

static void not_applicable__changes_nothing(void **state)
{
	(void)state;
	assert_near(product("one", "a=yes"), product("one", "a=yes b=na"));
	assert_near(product("one", "a=yes"), product("one", "a=yes b=unsure"));
}

static void order__changes_nothing(void **state)
{
	(void)state;
	assert_near(product("one", "a=yes d=no b=no"),
		    product("one", "b=no a=yes d=no"));
}

static void profile__counts_for_one_and_against_others(void **state)
{
	/* means: here .5*.75+.25*.25+.25*.5 = .5625 */
	(void)state;
	assert_near(product("one", "place=here"), 0.75 / 0.5625);
	assert_near(product("two", "place=here"), 0.25 / 0.5625);
	assert_near(product("three", "place=there"), 0.5 / 0.4375);
}

static void gate__closes_on_no_and_never_on_unknown(void **state)
{
	static const char *const said[] = { "yes", "no", "unsure" };

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct answers *answers = answers_new(pack, ROLE_PATIENT);
		struct assessment *assessment;
		const struct scored *two;

		say(answers, "g", said[i]);
		assessment = assess(pack, answers);
		two = scored_of(assessment, "two");
		assert_int_equal(two->ruled_out, i == 1);
		if (i == 1) {
			assert_string_equal(two->ruled_out_by->id, "g");
			assert_true(two->probability <= 0);
		}
		/* the stratum has no room for the third */
		assert_int_equal(scored_of(assessment, "three")->ruled_out,
				 i == 0);
		assessment_free(&assessment);
		answers_free(&answers);
	}
}

static void probabilities__add_up_to_one(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct assessment *assessment;
	double sum = 0;

	(void)state;
	say(answers, "a", "yes");
	say(answers, "place", "there");
	assessment = assess(pack, answers);
	for (size_t i = 0; i < assessment->n_scored; i++)
		sum += assessment->scored[i].probability;
	assert_near(sum, 1.0);
	assessment_free(&assessment);
	answers_free(&answers);
}

static void floor__raises_urgency_but_not_urgency_by_rules(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct assessment *assessment;

	(void)state;
	say(answers, "a", "yes");
	assessment = assess(pack, answers);
	assert_int_equal(assessment->urgency_by_rules, URGENCY_ROUTINE);
	assert_int_equal(assessment->urgency, URGENCY_SOON);
	assert_int_equal(assessment->fired.count, 1);
	assessment_free(&assessment);
	answers_free(&answers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(group__counts_the_strongest_in_full_and_the_rest_half),
		cmocka_unit_test(group__is_limited),
		cmocka_unit_test(overlapping_ages__count_once),
		cmocka_unit_test(cluster__replaces_its_parts),
		cmocka_unit_test(hallmark__passes_the_single_limit),
		cmocka_unit_test(not_applicable__changes_nothing),
		cmocka_unit_test(order__changes_nothing),
		cmocka_unit_test(profile__counts_for_one_and_against_others),
		cmocka_unit_test(gate__closes_on_no_and_never_on_unknown),
		cmocka_unit_test(probabilities__add_up_to_one),
		cmocka_unit_test(floor__raises_urgency_but_not_urgency_by_rules),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
