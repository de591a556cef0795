#include "config.h"

#include <math.h>

#include "packs.h"

#include "vignettes/tally.h"
#include "vignettes/vignette.h"

static const char content[] =
	"[question saddle]\npart = a\ntype = single\nprompt = Numb\n"
	"answers = yes no unsure\n"
	"[question fever]\npart = a\ntype = single\nprompt = Hot\n"
	"answers = yes no unsure\n"
	"[question steps]\npart = a\ntype = single\nprompt = Walks\n"
	"answers = normal no\nlabel-normal = As usual\nlabel-no = No\n"
	"severity = normal no\n"
	"[question place]\npart = b\ntype = single\nprompt = Where\n"
	"answers = here there\nlabel-here = Here\nlabel-there = There\n"
	"[question test]\npart = b\ntype = single\nprompt = Test\n"
	"answers = yes no\nrole = physio\n"
	"[finding f]\nname = F\nwhen = place is here\nabsent-when = place is there\n"
	"[finding t]\nname = T\nwhen = test is yes\nabsent-when = test is no\n"
	"[condition one]\nname = One\nclinician-name = One\nprior = 0.5\n"
	"source = s\nfamily = mechanical\n"
	"[condition two]\nname = Two\nclinician-name = Two\nprior = 0.5\n"
	"source = s\nfamily = serious\n"
	"[rule found]\nwhen = test is yes\nurgency = soon\nbecause = Found.\nsource = s\n"
	"[evidence one]\nf = 6 0.2 s\n"
	"[evidence two]\nt = 10 0.1 s\n"
	"[rule e]\nwhen = saddle is yes\nurgency = emergency\nbecause = Numb.\n"
	"stop = yes\nsource = s\n"
	"[rule open]\nwhen = saddle in (unsure unanswered) or fever in (unsure unanswered)\n"
	"urgency = same-day\nbecause = Open.\nsource = s\n"
	"[rule steps]\nwhen = steps is no\nurgency = same-day\nbecause = Steps.\nsource = s\n";

static struct pack *pack;
static struct error_list faults;

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
	error_list_done(&faults);
	return 0;
}

/* Runs a case given as text; its ini is gone afterwards. */
static struct vignette run_of(const char *text, int want)
{
	char path[] = "/tmp/sitwell-case-XXXXXX";
	struct vignette vignette;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	error_list_done(&faults);
	assert_int_equal(vignette_run(&vignette, pack, path, "case.ini",
				      &faults), want);
	vignette_done(&vignette);
	unlink(path);
	return vignette;
}

static void silence__is_the_mildest_answer_but_only_when_assumed(void **state)
{
	struct vignette seen = run_of("[case]\nid = x\nsilent = no\n"
				      "[answers]\nplace = here\n"
				      "[expect]\nurgency = routine\n", 0);

	(void)state;
	assert_int_equal(seen.bare.urgency, URGENCY_SAME_DAY);
	assert_int_equal(seen.history.urgency, URGENCY_ROUTINE);
}

static void silence__may_be_unsure(void **state)
{
	struct vignette seen = run_of("[case]\nid = x\nsilent = unsure\n"
				      "[answers]\nsaddle = no\n"
				      "[expect]\nurgency = same-day\n", 0);

	(void)state;
	assert_int_equal(seen.history.n_fired, 1);
	assert_string_equal(seen.history.fired[0]->id, "open");
	run_of("[case]\nid = x\nsilent = maybe\n[answers]\nsaddle = no\n"
	       "[expect]\nurgency = same-day\n", -1);
	assert_string_equal(faults.errors[0].message,
			    "silent can't be maybe; write no, unsure or open");
}

static void exam__counts_in_the_physios_reading_alone(void **state)
{
	struct vignette seen = run_of("[case]\nid = x\nsilent = no\n"
				      "[about]\nrole = physio\n"
				      "[answers]\nplace = here\n"
				      "[answers physio]\ntest = yes\n"
				      "[expect]\ncondition = two\n", 0);

	(void)state;
	assert_string_equal(seen.history.first_id, "one");
	assert_false(seen.history.placing.first);
	assert_string_equal(seen.exam.first_id, "two");
	assert_true(seen.exam.placing.first && seen.exam.placing.first_gold);
}

static void must__judges_urgency_and_rules_of_the_examination(void **state)
{
	static const struct {
		const char *expect;
		bool fails;
	} cases[] = {
		{ "urgency = routine\nurgency-examined = soon\n", false },
		{ "urgency-examined = routine\n", true },
		{ "urgency = soon\nurgency-examined = soon\n", true },
		{ "rules-examined = found\n", false },
		{ "rules = found\n", true },
		{ "rules-examined = found e\n", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct vignette seen;
		char text[300];

		snprintf(text, sizeof text, "[case]\nid = x\nsilent = no\n"
			 "[about]\nrole = physio\n[answers]\nplace = here\n"
			 "[answers physio]\ntest = yes\n"
			 "[expect]\nmust = yes\n%s", cases[i].expect);
		seen = run_of(text, 0);
		if (vignette_failed(&seen) != cases[i].fails)
			fail_msg("%s", cases[i].expect);
	}
}

static void examination__cannot_be_judged_without_one(void **state)
{
	(void)state;
	run_of("[case]\nid = x\nsilent = no\n[answers]\nplace = here\n"
	       "[expect]\nurgency-examined = soon\n", -1);
	assert_string_equal(faults.errors[0].message,
			    "what is expected of an examination needs one: write role = physio and [answers physio]");
	run_of("[case]\nid = x\nsilent = no\n[answers]\nplace = here\n"
	       "[expect]\nrules-examined = found\n", -1);
}

static void also_acceptable__counts_as_accepted_but_not_as_the_cause(void **state)
{
	struct vignette seen = run_of("[case]\nid = x\nsilent = no\n"
				      "[answers]\nplace = here\n"
				      "[expect]\ncondition = two\n"
				      "also-acceptable = one\n", 0);

	(void)state;
	assert_true(seen.history.placing.first);
	assert_false(seen.history.placing.first_gold);
	assert_true(seen.history.placing.third_gold);
}

static void must__fails_on_urgency_on_rules_and_on_causes(void **state)
{
	static const struct {
		const char *expect;
		bool fails;
	} cases[] = {
		{ "urgency = emergency\nmust = yes\n", false },
		{ "urgency = routine\nmust = yes\n", true },
		{ "urgency = routine\nmust = no\n", false },
		{ "urgency = emergency\nrules = e\nmust = yes\n", false },
		{ "urgency = emergency\nrules = steps\nmust = yes\n", true },
		{ "at-least = same-day\nmust = yes\n", false },
		{ "at-least = emergency\nmust = yes\n", false },
		{ "condition = one\nmust = yes\n", false },
		{ "condition = two\nmust = yes\n", true },
		{ "condition = two\nin = first\nmust = yes\n", true },
		{ "condition = two\nin = three\nmust = yes\n", false },
		{ "condition = two\nin = shown\nmust = yes\n", false },
		{ "not-first = two\nmust = yes\n", false },
		{ "not-first = one two\nmust = yes\n", true },
		{ "not-first = one\nmust = no\n", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[256];
		struct vignette seen;

		snprintf(text, sizeof text, "[case]\nid = x\nsilent = no\n"
			 "[answers]\nsaddle = yes\nplace = here\n[expect]\n%s",
			 cases[i].expect);
		seen = run_of(text, 0);
		assert_int_equal(vignette_failed(&seen), cases[i].fails);
	}
}

static void at_least__fails_below(void **state)
{
	struct vignette seen = run_of("[case]\nid = x\nsilent = no\n"
				      "[answers]\nsteps = no\n"
				      "[expect]\nat-least = emergency\n"
				      "must = yes\n", 0);

	(void)state;
	assert_int_equal(seen.history.urgency, URGENCY_SAME_DAY);
	assert_true(vignette_failed(&seen));
}

static void faults__have_their_line(void **state)
{
	(void)state;
	run_of("[case]\nid = x\nsilen = no\n[answers]\nplace = hre\n"
	       "[expect]\nurgency = soonish\ncondition = three\n", -1);
	assert_int_equal(faults.count, 4);
	assert_string_equal(faults.errors[0].message,
			    "[case] has no key silen; did you mean silent?");
	assert_int_equal(faults.errors[0].line, 3);
	assert_int_equal(faults.errors[1].line, 7);
	assert_int_equal(faults.errors[2].line, 8);
	assert_int_equal(faults.errors[3].line, 5);
}

static void words__that_no_key_knows_have_their_line(void **state)
{
	(void)state;
	run_of("[case]\nid = x\n[answers]\nplace = here\n[expect]\n"
	       "condition = one\nin = second\nmust = maybe\n"
	       "not-first = tow\n", -1);
	assert_int_equal(faults.count, 3);
	assert_string_equal(faults.errors[0].message,
			    "a condition can't be expected in second; write first, three or shown");
	assert_int_equal(faults.errors[0].line, 7);
	assert_string_equal(faults.errors[1].message,
			    "must is yes or no, not maybe");
	assert_int_equal(faults.errors[1].line, 8);
	assert_string_equal(faults.errors[2].message,
			    "the pack has no tow for not-first, or there are too many");
	assert_int_equal(faults.errors[2].line, 9);
}

static void interval__is_wilsons(void **state)
{
	struct share half = { 18, 35 }, none = { 0, 9 }, empty = { 0, 0 };
	double low, high;

	(void)state;
	share_interval(&half, &low, &high);
	assert_true(fabs(low - 0.3557) < 1e-3 && fabs(high - 0.6704) < 1e-3);
	share_interval(&none, &low, &high);
	assert_true(low <= 0 && fabs(high - 0.2991) < 1e-3);
	share_interval(&empty, &low, &high);
	assert_true(low <= 0 && high >= 1);
}

static void tally__counts_by_family_and_in_both_readings(void **state)
{
	struct tally tally = { .cases = 0 };
	struct vignette seen = run_of("[case]\nid = x\nsilent = no\n"
				      "[answers]\nplace = here\n"
				      "[expect]\ncondition = one\n"
				      "urgency = routine\n", 0);

	(void)state;
	tally_add(&tally, &seen);
	assert_int_equal(tally.families[FAMILY_MECHANICAL].as_shown.first.hits, 1);
	assert_int_equal(tally.families[FAMILY_SERIOUS].as_shown.first.of, 0);
	assert_int_equal(tally.bare[URGENCY_ROUTINE][URGENCY_SAME_DAY], 1);
	assert_int_equal(tally.assumed[URGENCY_ROUTINE][URGENCY_ROUTINE], 1);
}

static void equal_priors__leave_the_prior_out(void **state)
{
	/* two is 19 times as common, and the place speaks for one */
	struct pack *lopsided = pack_of(
		"[question place]\npart = b\ntype = single\nprompt = Where\n"
		"answers = here there\nlabel-here = Here\nlabel-there = There\n"
		"[finding f]\nname = F\nwhen = place is here\n"
		"absent-when = place is there\n"
		"[condition one]\nname = One\nclinician-name = One\n"
		"prior = 0.05\nsource = s\n"
		"[condition two]\nname = Two\nclinician-name = Two\n"
		"prior = 0.95\nsource = s\n"
		"[evidence one]\nf = 6 0.2 s\n");
	struct pack *usual = pack;
	struct vignette seen;

	(void)state;
	pack = lopsided;
	seen = run_of("[case]\nid = x\n[answers]\nplace = here\n"
		      "[expect]\ncondition = one\n", 0);
	pack = usual;
	assert_false(seen.history.placing.first);
	assert_true(seen.history.equal.first && seen.history.equal.first_gold);
	pack_free(&lopsided);
}

/* The saddle is asked first and stops; the fever that comes next does not. */
static void walk__counts_screens_from_the_sign_of_an_emergency(void **state)
{
	struct vignette seen = run_of("[case]\nid = x\nsilent = no\n"
				      "[answers]\nsaddle = yes\nplace = here\n"
				      "[expect]\nurgency = emergency\n", 0);

	(void)state;
	assert_string_equal(seen.walked.emergency->id, "e");
	assert_int_equal(seen.walked.screens, 1);
	assert_int_equal(seen.walked.waited, 1);
	seen = run_of("[case]\nid = x\nsilent = no\n[answers]\nplace = here\n"
		      "[expect]\nurgency = routine\n", 0);
	assert_null(seen.walked.emergency);
	assert_int_equal(seen.walked.safety, 3);
	assert_int_equal(seen.walked.screens, 4);
}

static void percentile__is_the_least_that_so_many_do_not_exceed(void **state)
{
	struct lengths lengths = { .n = 20 };

	(void)state;
	lengths.cases[3] = 10;
	lengths.cases[7] = 9;
	lengths.cases[50] = 1;
	assert_int_equal(lengths_percentile(&lengths, 0.5), 3);
	assert_int_equal(lengths_percentile(&lengths, 0.95), 7);
	assert_int_equal(lengths_percentile(&lengths, 1), 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(silence__is_the_mildest_answer_but_only_when_assumed),
		cmocka_unit_test(silence__may_be_unsure),
		cmocka_unit_test(exam__counts_in_the_physios_reading_alone),
		cmocka_unit_test(must__judges_urgency_and_rules_of_the_examination),
		cmocka_unit_test(examination__cannot_be_judged_without_one),
		cmocka_unit_test(also_acceptable__counts_as_accepted_but_not_as_the_cause),
		cmocka_unit_test(must__fails_on_urgency_on_rules_and_on_causes),
		cmocka_unit_test(at_least__fails_below),
		cmocka_unit_test(faults__have_their_line),
		cmocka_unit_test(words__that_no_key_knows_have_their_line),
		cmocka_unit_test(interval__is_wilsons),
		cmocka_unit_test(equal_priors__leave_the_prior_out),
		cmocka_unit_test(walk__counts_screens_from_the_sign_of_an_emergency),
		cmocka_unit_test(percentile__is_the_least_that_so_many_do_not_exceed),
		cmocka_unit_test(tally__counts_by_family_and_in_both_readings),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
