/* The examination of the shipped pack: who is spared what, and clusters. */
#include "config.h"

#include "packs.h"

#include "answers/logic.h"
#include "base/paths.h"

static struct pack *pack;

static int load(void **state)
{
	struct error_list faults = { 0 };
	char dir[PATHS_MAX];
	struct error err;

	(void)state;
	if (paths_pack(dir, "buttock-pain", &err) != 0 ||
	    pack_load(&pack, dir, &faults) != 0) {
		error_list_print(stderr, &faults);
		return -1;
	}
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

static void say_line(struct answers *answers, const char *line)
{
	char id[64];
	int length;

	assert_int_equal(sscanf(line, "%63s = %n", id, &length), 1);
	say(answers, id, line + length);
}

/* Thirty years old, and nothing of the safety part is the matter. */
static struct answers *well(void)
{
	struct answers *answers = answers_new(pack, ROLE_PHYSIO);
	struct error err;

	say(answers, "age", "30");
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value = { .state = ANSWER_VALUE };

		if (!question->part->safety || question->n_severity == 0 ||
		    !answers_applies(answers, question))
			continue;
		value.choices = UINT64_C(1) << question->severity[0];
		assert_ok(answers_set(answers, question, &value, &err), &err);
	}
	say(answers, "each-step", "no");
	say(answers, "habits", "runner");
	return answers;
}

static bool offered(const char *question, const char *line)
{
	struct answers *answers = well();
	bool applies;

	if (line != NULL)
		say_line(answers, line);
	applies = answers_applies(answers, question_of(pack, question));
	answers_free(&answers);
	return applies;
}

static void hop__is_offered_only_when_nothing_says_fracture(void **state)
{
	static const char *const pointers[] = {
		"age = 61", "age = 15", "age = unsure", "each-step = yes",
		"each-step = unsure", "d-groin = yes", "d-groin = unsure",
		"limp = yes", "impact-pain-athlete = unsure",
		"low-energy-reds = yes", "avn-risk = yes",
		"fragile-bone-no-trauma = yes", "cancer-history = yes",
		"leg-weak = yes", "habits = runner stress-fracture",
		"habits = runner hip-surgery", "exam-shortened-er-leg = yes",
		"exam-log-roll = yes", "exam-hip-rotation-extreme-pain = yes",
		"exam-hip-ir-restricted = yes", "exam-fulcrum = yes",
		"exam-palp-sacrum = yes", "exam-romberg = yes",
		"exam-myotome-l5-toe = yes", "exam-temp-38 = yes",
	};

	(void)state;
	assert_true(offered("exam-hop-test-clinician", NULL));
	for (size_t i = 0; i < sizeof pointers / sizeof *pointers; i++)
		if (offered("exam-hop-test-clinician", pointers[i]))
			fail_msg("%s", pointers[i]);
}

static void sign_of_a_break__ends_what_could_harm(void **state)
{
	static const char *const tests[] = {
		"exam-trendelenburg", "exam-myotome-s1-calf",
		"exam-squat-posterior-pain", "exam-long-stride-walking",
		"exam-fadir", "exam-scour", "exam-freiberg-test",
		"exam-sij-thigh-thrust", "exam-fulcrum", "exam-romberg",
	};

	(void)state;
	for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
		assert_true(offered(tests[i], NULL));
		assert_false(offered(tests[i], "exam-shortened-er-leg = yes"));
	}
}

static void measured_fever__spares_the_joints(void **state)
{
	(void)state;
	assert_false(offered("exam-sij-thigh-thrust", "exam-temp-38 = yes"));
	assert_true(offered("exam-sij-thigh-thrust", "exam-temp-38 = unsure"));
	assert_true(offered("exam-log-roll", "exam-temp-38 = yes"));
}

static enum tri state_of(const char *finding, const char *const *lines)
{
	struct answers *answers = answers_new(pack, ROLE_PHYSIO);
	enum tri seen;

	for (; *lines != NULL; lines++)
		say_line(answers, *lines);
	seen = finding_state(pack_find_finding(pack, finding), answers);
	answers_free(&answers);
	return seen;
}

#define STATE(finding, ...) \
	state_of(finding, (const char *const[]){ __VA_ARGS__, NULL })

static void kurosawa__counts_points(void **state)
{
	(void)state;
	assert_int_equal(STATE("sij-score-4plus",
		"exam-fortin-finger-test = yes", "exam-psis-tender = yes"),
		TRI_TRUE);
	assert_int_equal(STATE("sij-score-4plus",
		"exam-fortin-finger-test = yes"), TRI_UNKNOWN);
	assert_int_equal(STATE("sij-score-4plus", "d-groin = yes",
		"exam-psis-tender = yes", "exam-stl-tender = yes"), TRI_TRUE);
	assert_int_equal(STATE("sij-score-4plus", "sitting = no",
		"sitting-main = no",
		"exam-fortin-finger-test = no", "exam-psis-tender = no",
		"exam-stl-tender = no"), TRI_FALSE);
}

static void sutlive__is_counted_from_its_five(void **state)
{
	(void)state;
	assert_int_equal(STATE("sutlive-3plus", "squatting = yes",
		"exam-scour = yes", "exam-hip-ir-restricted = yes"), TRI_TRUE);
	assert_int_equal(STATE("sutlive-3plus", "squatting = yes",
		"exam-scour = no", "exam-hip-ir-restricted = no",
		"exam-active-flexion-lateral = no"), TRI_FALSE);
	assert_int_equal(STATE("sutlive-4plus", "squatting = yes",
		"exam-scour = yes", "exam-hip-ir-restricted = yes",
		"exam-active-flexion-lateral = no",
		"exam-active-extension-pain = no"), TRI_UNKNOWN);
}

static void altman__takes_either_way(void **state)
{
	(void)state;
	assert_int_equal(STATE("altman-clinical", "exam-hip-ir-15 = yes",
		"exam-hip-flexion-115 = yes"), TRI_TRUE);
	assert_int_equal(STATE("altman-clinical", "age = 51",
		"exam-hip-ir-15 = no", "exam-hip-ir-pain = yes",
		"exam-hip-stiffness-60 = yes"), TRI_TRUE);
	assert_int_equal(STATE("altman-clinical", "age = 40",
		"exam-hip-ir-15 = no", "exam-hip-flexion-115 = yes"),
		TRI_FALSE);
}

static void triple_negative__is_present_when_all_are_negative(void **state)
{
	static const char *const lines[] = {
		"exam-foot-progression-angle-walk = no",
		"exam-squat-groin-pain = no", "exam-fadir = no",
	};
	const struct finding *finding =
		pack_find_finding(pack, "hip-impingement-triple-negative");
	struct answers *answers = well();

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		assert_int_equal(finding_state(finding, answers), TRI_UNKNOWN);
		say_line(answers, lines[i]);
	}
	assert_int_equal(finding_state(finding, answers), TRI_TRUE);
	say(answers, "exam-fadir", "yes");
	assert_int_equal(finding_state(finding, answers), TRI_UNKNOWN);
	answers_free(&answers);
}

/* 65 years, no diabetes, claudication, standing, bending: 1 1 3 2 3. */
static void konno__counts_points_either_way(void **state)
{
	(void)state;
	assert_int_equal(STATE("konno-7plus", "age = 65", "leg-numb = yes",
		"d-diabetes = no", "site = mid-buttock", "walking = yes",
		"standing-still = yes", "walk-pattern = trolley"), TRI_TRUE);
	assert_int_equal(STATE("konno-7plus", "age = 40", "leg-numb = yes",
		"d-diabetes = no", "site = mid-buttock", "walking = no",
		"standing-still = no", "exam-slr = yes"), TRI_FALSE);
	assert_int_equal(STATE("konno-7plus", "age = 65", "walking = yes"),
		TRI_UNKNOWN);
}

static void weak_abductors__with_leg_pain_are_a_matter_of_the_root(void **state)
{
	(void)state;
	assert_int_equal(STATE("hip-abductor-weakness-l5",
		"leg-nerve-pain = yes", "exam-hip-abductor-weakness = yes"),
		TRI_TRUE);
	assert_int_equal(STATE("hip-abductor-weakness-l5",
		"leg-nerve-pain = no", "exam-hip-abductor-weakness = yes"),
		TRI_UNKNOWN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hop__is_offered_only_when_nothing_says_fracture),
		cmocka_unit_test(sign_of_a_break__ends_what_could_harm),
		cmocka_unit_test(measured_fever__spares_the_joints),
		cmocka_unit_test(kurosawa__counts_points),
		cmocka_unit_test(sutlive__is_counted_from_its_five),
		cmocka_unit_test(altman__takes_either_way),
		cmocka_unit_test(triple_negative__is_present_when_all_are_negative),
		cmocka_unit_test(konno__counts_points_either_way),
		cmocka_unit_test(weak_abductors__with_leg_pain_are_a_matter_of_the_root),
	};

	return cmocka_run_group_tests_name("exam", tests, load, unload);
}
