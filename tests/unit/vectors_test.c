/*
 * The regression vectors of clinical/dependence.md section 7, by number, on
 * the shipped pack.  Vectors 4 and 5 tell of stories; the others hold of
 * any.
 */
#include "config.h"

#include <math.h>

#include "packs.h"

#include "assess/assess.h"
#include "assess/score.h"
#include "base/paths.h"

static struct pack *pack;
static struct known *known;
static struct score *scores, *others;

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
	known = xcalloc(pack->n_findings + pack->n_profiles, sizeof *known);
	scores = xcalloc(pack->n_targets, sizeof *scores);
	others = xcalloc(pack->n_targets, sizeof *others);
	return 0;
}

static int unload(void **state)
{
	(void)state;
	free(known);
	free(scores);
	free(others);
	pack_free(&pack);
	return 0;
}

/* Reads lines of "question = answer"; those that no longer apply wait. */
static struct answers *said(enum role role, const char *const *lines)
{
	struct answers *answers = answers_new(pack, role);

	for (; *lines != NULL; lines++) {
		char id[64];
		int length;

		assert_int_equal(sscanf(*lines, "%63s = %n", id, &length), 1);
		say(answers, id, *lines + length);
	}
	return answers;
}

static void score(struct score *out, const struct answers *answers)
{
	size_t n_known = score_known(known, pack, answers);

	score_targets(out, pack, answers, known, n_known);
}

static void score_of_lines(struct score *out, enum role role,
			   const char *const *lines)
{
	struct answers *answers = said(role, lines);

	score(out, answers);
	answers_free(&answers);
}

static const struct score *score_named(const char *id)
{
	const struct target *target = pack_find_target(pack, id);

	assert_non_null(target);
	return &scores[target->index];
}

static bool same_scores(void)
{
	for (size_t t = 0; t < pack->n_targets; t++)
		if (fabs(scores[t].evidence - others[t].evidence) > 1e-12 ||
		    fabs(scores[t].probability - others[t].probability) > 1e-12)
			return false;
	return true;
}

/* Keeps what is known of one group; how much is left. */
static size_t keep_group(size_t n_known, const char *group)
{
	size_t kept = 0;

	for (size_t i = 0; i < n_known; i++)
		if (known[i].finding != NULL &&
		    known[i].finding->group != NULL &&
		    strcmp(known[i].finding->group->id, group) == 0)
			known[kept++] = known[i];
	return kept;
}

static void vector_1__sitting_said_five_ways_counts_ten_at_most(void **state)
{
	static const char *const lines[] = {
		"site = sit-bone", "sitting-main = yes", "sitting-minutes = 5",
		"seat = hard-seat off-seat toilet-seat lean-forward",
		"habits = sits-long", NULL,
	};
	struct answers *answers = said(ROLE_PATIENT, lines);
	size_t n = keep_group(score_known(known, pack, answers), "g-sitting");

	(void)state;
	assert_true(n >= 5);
	score_targets(scores, pack, answers, known, n);
	for (size_t t = 0; t < pack->n_targets; t++)
		assert_true(fabs(scores[t].evidence) < log(10) + 1e-9);
	answers_free(&answers);
}

static void vector_2__cluster_alone_is_as_good_as_its_parts(void **state)
{
	static const char *const five[] = {
		"exam-sij-distraction = yes", "exam-sij-thigh-thrust = yes",
		"exam-sij-gaenslen = yes", "exam-sij-compression = yes",
		"exam-sij-sacral-thrust = yes", NULL,
	};
	static const char *const three[] = {
		"exam-sij-distraction = yes", "exam-sij-thigh-thrust = yes",
		"exam-sij-gaenslen = yes", NULL,
	};

	(void)state;
	score_of_lines(scores, ROLE_PHYSIO, five);
	score_of_lines(others, ROLE_PHYSIO, three);
	assert_true(score_named("sacroiliac-joint-pain")->evidence > 0);
	assert_true(same_scores());
}

static const char *const story_4[] = {
	"age = 40", "leg-numb = yes", "site = mid-buttock", "side = left",
	"spread = spread-back-thigh spread-calf spread-foot",
	"sitting-main = yes", NULL,
};

/* Every question that is open, one after the other. */
static void vector_3__what_does_not_apply_changes_no_score(void **state)
{
	struct answers *answers = said(ROLE_PHYSIO, story_4);
	struct value na = { .state = ANSWER_NA };
	size_t tried = 0;
	struct error err;

	(void)state;
	score(others, answers);
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct answers *copy;

		if (question->part->safety ||
		    answers_given(answers, question) ||
		    question_find_answer(question, "na") < 0)
			continue;
		tried++;
		copy = answers_copy(answers);
		assert_ok(answers_set(copy, question, &na, &err), &err);
		score(scores, copy);
		if (!same_scores())
			fail_msg("%s", question->id);
		answers_free(&copy);
	}
	assert_true(tried > 0);
	answers_free(&answers);
}

/* The numbers of the vector are stale (lessons.md); its order is not. */
static void vector_4__foot_symptoms_put_the_root_above_the_muscle(void **state)
{
	double root;

	(void)state;
	score_of_lines(scores, ROLE_PATIENT, story_4);
	root = score_named("lumbar-radiculopathy")->probability;
	assert_true(root > score_named("piriformis-syndrome")->probability);
	assert_true(root > score_named("deep-gluteal-syndrome")->probability);
}

/* Its display rule holds even where the numbers say otherwise. */
static void vector_4__foot_symptoms_list_the_root_first_in_any_case(void **state)
{
	static const char *const lines[] = {
		"age = 40", "leg-numb = yes", "site = mid-buttock",
		"side = left", "sitting-main = yes",
		"spread = spread-back-thigh spread-calf spread-foot",
		"bending = no", "coughing = no", "crossing = yes", NULL,
	};
	struct answers *answers = said(ROLE_PATIENT, lines);
	struct assessment *seen = assess(pack, answers);
	size_t root = 0, muscle = 0;

	(void)state;
	for (size_t i = 0; i < seen->n_scored; i++) {
		const char *id = seen->scored[i].target->id;

		if (strcmp(id, "lumbar-radiculopathy") == 0)
			root = i;
		if (strcmp(id, "piriformis-syndrome") == 0)
			muscle = i;
	}
	assert_true(root < muscle);
	assert_true(seen->scored[root].probability <
		    seen->scored[muscle].probability);
	assessment_free(&seen);
	answers_free(&answers);
}

static void vector_5__groin_pain_at_each_landing_is_seen_today(void **state)
{
	static const char *const lines[] = {
		"age = 25", "impact-pain-athlete = yes", "d-groin = yes",
		"site = groin", "habits = runner", NULL,
	};
	struct answers *answers = said(ROLE_PATIENT, lines);

	(void)state;
	assert_true(urgency_by_rules(pack, answers, READ_SAID, NULL) >=
		    URGENCY_SAME_DAY);
	answers_free(&answers);
}

static void put_line(struct answers *answers, const char *line)
{
	char id[64];
	int length;
	struct value value;
	struct error err;

	assert_int_equal(sscanf(line, "%63s = %n", id, &length), 1);
	assert_ok(value_parse(&value, question_of(pack, id), line + length,
			      &err), &err);
	assert_ok(answers_put(answers, LAYER_PATIENT, question_of(pack, id),
			      &value, &err), &err);
}

static void vector_6__order_of_answers_changes_no_score(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	size_t n = 0;

	(void)state;
	while (story_4[n] != NULL)
		n++;
	while (n-- > 0)
		put_line(answers, story_4[n]);
	answers_settle(answers);
	score(scores, answers);
	answers_free(&answers);
	score_of_lines(others, ROLE_PATIENT, story_4);
	assert_true(same_scores());
}

/* Age changes the prior (lessons.md 3), and once. */
static void vector_7__age_counts_once(void **state)
{
	(void)state;
	for (int age = 16; age <= 110; age++) {
		struct answers *answers = answers_new(pack, ROLE_PATIENT);
		struct value value = { .state = ANSWER_VALUE, .number = age };
		size_t strata = 0;
		struct error err;

		score(others, answers);
		assert_ok(answers_set(answers, question_of(pack, "age"),
				      &value, &err), &err);
		for (size_t i = 0; i < pack->n_strata; i++)
			strata += expr_eval(pack->strata[i].when, answers,
					    READ_AS_IS) == TRI_TRUE;
		assert_int_equal(strata, 1);
		score(scores, answers);
		for (size_t t = 0; t < pack->n_targets; t++)
			assert_true(fabs(scores[t].evidence -
					 others[t].evidence) < 1e-12);
		answers_free(&answers);
	}
}

static void vector_8__pelvic_girdle_needs_pregnancy_or_birth(void **state)
{
	static const struct {
		const char *lines[4];
		bool considered;
	} rows[] = {
		{ { "preg-or-birth = no" }, false },
		{ { "preg-or-birth = yes", "preg = no", "birth-year = no" },
		  false },
		{ { "preg-or-birth = yes", "preg = yes" }, true },
		{ { "preg-or-birth = yes", "preg = no", "birth-year = yes" },
		  true },
		/* a gate closes on "no", never on unknown (lessons.md 5) */
		{ { "preg-or-birth = unsure" }, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct score *girdle;

		score_of_lines(scores, ROLE_PATIENT, rows[i].lines);
		girdle = score_named("pelvic-girdle-pain");
		assert_int_equal(girdle->ruled_out, !rows[i].considered);
		assert_int_equal(girdle->probability > 0, rows[i].considered);
	}
}

/* The safety part alone, all well, tells causes apart for nobody. */
static void vector_9__too_few_answers_are_said_to_be_too_few(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct assessment *assessment;
	struct error err;

	(void)state;
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value = { .state = ANSWER_VALUE };

		if (question->n_severity == 0)
			continue;
		value.choices = UINT64_C(1) << question->severity[0];
		assert_ok(answers_put(answers, LAYER_PATIENT, question, &value,
				      &err), &err);
	}
	answers_settle(answers);
	assessment = assess(pack, answers);
	assert_int_equal(assessment->match, MATCH_TOO_LITTLE);
	assessment_free(&assessment);
	answers_free(&answers);
}

static double limit_of(const struct known *one)
{
	return one->profile != NULL ||
	       (one->finding->hallmark && one->present)
	       ? pack->constants.hallmark_limit : pack->constants.single_limit;
}

static void vector_10__every_single_ratio_is_limited(void **state)
{
	(void)state;
	for (size_t i = 0; i < pack->n_evidence; i++)
		for (int present = 0; present <= 1; present++) {
			struct known one = {
				.finding = pack->evidence[i].finding,
				.present = present == 1,
			};
			double ratio = score_ratio(pack, &one,
						   pack->evidence[i].target);

			assert_true(fabs(log(ratio)) <
				    log(limit_of(&one)) + 1e-9);
		}
}

/* All that a group holds, present or absent, at once. */
static void vector_10__every_group_is_limited(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);

	(void)state;
	for (size_t g = 0; g < 2 * pack->n_groups; g++) {
		const struct group *group = &pack->groups[g / 2];
		double limit = group->limit;
		size_t n = 0;

		for (size_t i = 0; i < pack->n_findings; i++) {
			if (pack->findings[i].group != group)
				continue;
			known[n] = (struct known){
				.finding = &pack->findings[i],
				.present = g % 2 == 0,
			};
			limit = fmax(limit, limit_of(&known[n++]));
		}
		score_targets(scores, pack, answers, known, n);
		for (size_t t = 0; t < pack->n_targets; t++)
			assert_true(fabs(scores[t].evidence) <
				    log(limit) + 1e-9);
	}
	answers_free(&answers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(vector_1__sitting_said_five_ways_counts_ten_at_most),
		cmocka_unit_test(vector_2__cluster_alone_is_as_good_as_its_parts),
		cmocka_unit_test(vector_3__what_does_not_apply_changes_no_score),
		cmocka_unit_test(vector_4__foot_symptoms_put_the_root_above_the_muscle),
		cmocka_unit_test(vector_4__foot_symptoms_list_the_root_first_in_any_case),
		cmocka_unit_test(vector_5__groin_pain_at_each_landing_is_seen_today),
		cmocka_unit_test(vector_6__order_of_answers_changes_no_score),
		cmocka_unit_test(vector_7__age_counts_once),
		cmocka_unit_test(vector_8__pelvic_girdle_needs_pregnancy_or_birth),
		cmocka_unit_test(vector_9__too_few_answers_are_said_to_be_too_few),
		cmocka_unit_test(vector_10__every_single_ratio_is_limited),
		cmocka_unit_test(vector_10__every_group_is_limited),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
