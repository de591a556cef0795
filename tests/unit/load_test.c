/*
 * What a sound pack becomes: tests/broken/base, read as it stands.  What an
 * unsound one says is broken_test's.
 */
#include <config.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/unit/packs.h"

#include "base/text.h"
#include "pack/kinds.h"
#include "pack/pack.h"

static struct pack *load(const char *dir)
{
	struct error_list faults = { 0 };
	struct pack *pack;

	if (pack_load(&pack, dir, &faults) != 0)
		fail_msg("%s:%d: %s", faults.errors[0].file,
			 faults.errors[0].line, faults.errors[0].message);
	error_list_done(&faults);
	return pack;
}

static const char *base(void)
{
	static char dir[4096];
	const char *tree = getenv("SOURCE_TREE");

	snprintf(dir, sizeof(dir), "%s/tests/broken/base",
		 tree != NULL ? tree : SOURCE_TREE);
	return dir;
}

static int load_base(void **state)
{
	*state = load(base());
	return 0;
}

static int free_base(void **state)
{
	struct pack *pack = *state;

	pack_free(&pack);
	assert_null(pack);
	pack_free(&pack);
	return 0;
}

static void pack__keeps_its_texts_and_usual_constants(void **state)
{
	const struct pack *pack = *state;

	assert_string_equal(pack->id, "small");
	assert_string_equal(pack->version, "1.0");
	assert_int_equal(pack->intro.count, 2);
	assert_string_equal(pack->intro.text[1], "Nothing is kept.");
	assert_string_equal(pack->place.file, "pack.ini");
	assert_int_equal(pack->place.line, 3);
	assert_true(pack->constants.single_limit == 10);
	assert_true(pack->constants.group_share == 0.5);
	assert_int_equal(strlen(pack->hash), 16);
}

static void questions__stand_in_asking_order(void **state)
{
	static const char *const ids[] = {
		"age", "triggers", "story", "numbness", "weakness", "worst",
		"side", "site", "lying", "stand",
	};
	const struct pack *pack = *state;

	assert_int_equal(pack->n_questions, sizeof(ids) / sizeof(ids[0]));
	for (size_t i = 0; i < pack->n_questions; i++) {
		assert_string_equal(pack->questions[i].id, ids[i]);
		assert_int_equal(pack->questions[i].index, i);
		assert_ptr_equal(pack_find_question(pack, ids[i]),
				 &pack->questions[i]);
	}
	assert_string_equal(pack->parts[3].id, "test");
	assert_null(pack_find_question(pack, "nothing"));
	/* A finding's id finds no question. */
	assert_null(pack_find_question(pack, "sitting-hurts"));
}

static void answers__have_labels_and_states(void **state)
{
	const struct pack *pack = *state;
	const struct question *triggers = pack_find_question(pack, "triggers");
	const struct question *numbness = pack_find_question(pack, "numbness");

	assert_int_equal(triggers->type, QUESTION_MULTI);
	assert_int_equal(triggers->n_answers, 4);
	assert_string_equal(triggers->answers[0].label, "Walking");
	assert_int_equal(triggers->none, 2);
	assert_int_equal(question_find_answer(triggers, "sitting"), 1);
	assert_int_equal(question_find_answer(triggers, "running"), -1);
	assert_int_equal(triggers->answers[3].state, ANSWER_UNSURE);
	assert_null(numbness->answers[0].label);
	assert_int_equal(numbness->none, -1);
	assert_string_equal(numbness->sources.source[0]->id, "handbook");
}

static void safety_question__has_the_usual_severity(void **state)
{
	const struct question *numbness = pack_find_question(*state, "numbness");
	static const char *const order[] = { "no", "unsure", "yes" };

	assert_true(numbness->part->safety);
	assert_int_equal(numbness->n_severity, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(numbness->answers[numbness->severity[i]].id,
				    order[i]);
	assert_int_equal(pack_find_question(*state, "lying")->n_severity, 0);
}

static void question_without_a_no__has_no_usual_severity(void **state)
{
	struct pack *pack = pack_of(
		"[question age]\npart = a\ntype = number\nprompt = A\n"
		"min = 0\nmax = 120\nanswers = unsure\n"
		"[question legs]\npart = a\ntype = single\nprompt = L\n"
		"answers = one both unsure\nlabel-one = One\nlabel-both = Both\n");

	(void)state;
	assert_int_equal(question_of(pack, "age")->n_severity, 0);
	assert_int_equal(question_of(pack, "legs")->n_severity, 0);
	pack_free(&pack);
}

static void numbers__have_limits(void **state)
{
	const struct question *age = pack_find_question(*state, "age");
	const struct question *worst = pack_find_question(*state, "worst");

	assert_true(age->min == 0 && age->max == 120 && age->step == 1);
	assert_true(age->warn_below == -INFINITY && age->warn_above == 110);
	assert_false(age->assume.known);
	assert_true(worst->assume.known && worst->assume.number == 8);
}

static void site__has_the_zones_as_answers(void **state)
{
	const struct question *site = pack_find_question(*state, "site");

	assert_int_equal(site->n_answers, 3);
	assert_string_equal(site->answers[0].id, "low-back");
	assert_string_equal(site->answers[1].label, "outer side of the hip");
	assert_string_equal(site->answers[2].id, "unsure");
	assert_ptr_equal(site->bodymap, &((struct pack *)*state)->bodymaps[0]);
	assert_string_equal(site->side->id, "side");
}

static void bodymap__loses_its_frame(void **state)
{
	const struct pack *pack = *state;
	const struct bodymap_view *view = &pack->bodymaps[0].views[0];

	assert_int_equal(pack->bodymaps[0].n_views, 1);
	assert_int_equal(pack->bodymaps[0].n_zones, 2);
	assert_int_equal(view->n_rows, 2);
	assert_int_equal(view->columns, 6);
	assert_string_equal(view->rows[0], "/    \\");
	assert_string_equal(view->utf8_rows[0], "╱    ╲");
	assert_string_equal(view->utf8_rows[1], view->rows[1]);
	assert_string_equal(view->zone_rows[1], "h    h");
	assert_int_equal(pack->bodymaps[0].zones[1].mark, 'h');
	assert_true(pack->bodymaps[0].zones[1].side);
}

static void checklist__knows_its_lines(void **state)
{
	const struct pack *pack = *state;
	const struct question *weakness = pack_find_question(pack, "weakness");

	assert_int_equal(pack->checklists[0].n_questions, 2);
	assert_ptr_equal(pack->checklists[0].questions[1], weakness);
	assert_ptr_equal(weakness->checklist, &pack->checklists[0]);
	assert_true(weakness->ask_again);
	assert_false(pack_find_question(pack, "worst")->ask_again);
}

static void findings__come_after_those_they_read(void **state)
{
	const struct pack *pack = *state;
	const struct finding *picture = pack_find_finding(pack, "tendon-picture");
	const struct finding *lying = pack_find_finding(pack, "lying-hurts");

	assert_true(lying->index < picture->index);
	assert_ptr_equal(&pack->findings[lying->index], lying);
	assert_ptr_equal(picture->when->findings[1], lying);
	assert_string_equal(picture->replaces[0]->id, "outer-hip-pain");
	assert_null(lying->group);
	assert_true(pack->groups[0].limit == 10);
}

static void evidence__stands_by_finding_and_target(void **state)
{
	const struct pack *pack = *state;
	const struct finding *outer = pack_find_finding(pack, "outer-hip-pain");
	size_t rows = 0;

	assert_int_equal(pack->n_conditions, 2);
	assert_int_equal(pack->n_targets, 3);
	assert_ptr_equal(pack->targets[2].parent, &pack->targets[1]);
	assert_ptr_equal(pack_find_target(pack, "nerve-low"),
			 &pack->targets[2]);
	assert_int_equal(pack->targets[1].floor, URGENCY_SOON);
	assert_int_equal(pack->targets[0].floor, URGENCY_SELF_CARE);
	assert_int_equal(outer->n_evidence, 1);
	assert_true(outer->evidence[0].present == 20);
	assert_true(outer->evidence[0].absent == 0.5);
	assert_int_equal(outer->evidence[0].place.line, 10);
	for (size_t i = 0; i < pack->n_findings; i++)
		for (size_t k = 0; k < pack->findings[i].n_evidence; k++, rows++)
			assert_ptr_equal(pack->findings[i].evidence[k].finding,
					 &pack->findings[i]);
	assert_int_equal(rows, pack->n_evidence);
}

static void profile__adds_up_to_1_over_values(void **state)
{
	const struct pack *pack = *state;
	const struct profile *profile = &pack->profiles[0];
	const double *nerve = profile->weights + 3;

	assert_string_equal(profile->question->id, "site");
	assert_true(fabs(profile->weights[0] - 0.1) < 1e-12);
	assert_true(fabs(profile->weights[1] - 0.9) < 1e-12);
	assert_true(profile->weights[2] == 0);
	assert_true(fabs(nerve[0] - 0.5 / 0.6) < 1e-12);
	assert_true(fabs(nerve[0] + nerve[1] - 1) < 1e-12);
}

static void strata_rules_and_advice__are_compiled(void **state)
{
	const struct pack *pack = *state;
	const struct rule *numb = pack_find_rule(pack, "numb");

	assert_true(pack->strata[0].multipliers[0] == 2);
	assert_true(pack->strata[0].multipliers[1] == 0);
	assert_int_equal(numb->urgency, URGENCY_EMERGENCY);
	assert_true(numb->stop && numb->floor && !numb->locked);
	assert_ptr_equal(numb->condition, &pack->targets[1]);
	assert_int_equal(pack->invariants[0].at_least, URGENCY_EMERGENCY);
	assert_non_null(pack->self_care->when);
	assert_int_equal(pack->advice[0].at,
			 1 << URGENCY_SELF_CARE | 1 << URGENCY_ROUTINE);
	assert_true(pack->advice[0].order == 100);
	assert_true(pack->advice[1].order == 50 && pack->advice[1].exercise);
	assert_int_equal(pack->advice[2].at,
			 1 << URGENCY_ROUTINE | 1 << URGENCY_SOON);
	assert_int_equal(pack->scopes[0].because.count, 1);
}

struct wanted {
	const struct expr *expr;
	bool seen;
};

static void look_for(void *data, const struct expr *node)
{
	struct wanted *wanted = data;

	wanted->seen |= node == wanted->expr;
}

static void walk__sees_what_a_programme_asks(void **state)
{
	const struct pack *pack = *state;
	struct wanted wanted = { pack->programmes[0].when, false };

	assert_non_null(wanted.expr);
	pack_walk(pack, look_for, &wanted);
	assert_true(wanted.seen);
}

static void programme__has_its_phases_with_their_doses(void **state)
{
	const struct pack *pack = *state;
	const struct programme *programme = pack_find_programme(pack,
								"outer-hip");
	const struct phase *last = &programme->phases[1];

	assert_int_equal(programme->n_phases, 2);
	assert_ptr_equal(last->programme, programme);
	assert_true(last->weeks.low == 2 && isinf(last->weeks.high));
	assert_int_equal(last->n_exercises, 2);
	assert_string_equal(last->exercises[0].exercise->id, "side-slide");
	assert_true(last->exercises[0].dose.sets.low == 3);
	assert_int_equal(exercise_most_days(last->exercises[0].exercise), 4);
}

static void hash__is_the_same_for_the_same_files(void **state)
{
	struct pack *again = load(base());

	assert_string_equal(again->hash, ((struct pack *)*state)->hash);
	pack_free(&again);
}

static void words__read_back_as_they_are_spelled(void **state)
{
	(void)state;
	for (int i = 0; i < N_URGENCIES; i++)
		assert_int_equal(urgency_from_id(urgency_id((enum urgency)i)), i);
	for (int i = 0; i < N_ROLES; i++)
		assert_int_equal(role_from_id(role_id((enum role)i)), i);
	assert_int_equal(urgency_from_id("now"), -1);
	assert_int_equal(role_from_id(""), -1);
	assert_string_equal(urgency_id(URGENCY_SAME_DAY), "same-day");
	assert_string_equal(question_type_id(QUESTION_TEXT), "text");
	assert_string_equal(advice_kind_id(ADVICE_COURSE), "course");
}

static void table__tells_each_key_from_the_others(void **state)
{
	(void)state;
	for (size_t k = 0; k < N_KINDS; k++) {
		assert_ptr_equal(kind_find(kinds[k].name), &kinds[k]);
		assert_true(kinds[k].n_keys > 0 && kinds[k].n_keys <= 64);
		assert_non_null(kinds[k].about);
		for (size_t i = 0; i < kinds[k].n_keys; i++) {
			const struct key *key = &kinds[k].keys[i];

			assert_non_null(key->about);
			assert_true(key->type != KEY_OWN || key->format != NULL);
			assert_true(strlen(key->about) < 80);
			for (size_t other = 0; other < i; other++)
				assert_string_not_equal(kinds[k].keys[other].name,
							key->name);
		}
	}
	assert_null(kind_find("elephant"));
}

static void numbered_key__has_no_leading_zeros(void **state)
{
	const struct kind *question = &kinds[KIND_QUESTION];

	(void)state;
	assert_int_equal(key_number("help-N", "help-1"), 1);
	assert_int_equal(key_number("help-N", "help-99"), 99);
	assert_int_equal(key_number("help-N", "help-100"), 0);
	assert_int_equal(key_number("help-N", "help-0"), 0);
	assert_int_equal(key_number("help-N", "help-01"), 0);
	assert_int_equal(key_number("help-N", "help-"), 0);
	assert_int_equal(key_number("help-N", "help-1a"), 0);
	assert_int_equal(key_number("view-N-row-N", "view-2-row-7"), 7);
	assert_string_equal(kind_find_key(question, "label-old-checked")->name,
			    "label-ANSWER");
	assert_null(kind_find_key(question, "label-"));
	assert_null(kind_find_key(question, "help"));
}

/* A folder of `count` questions, 50 a file; each reads the one before it. */
static void write_large(const char *dir, int count)
{
	char path[128];
	FILE *file = NULL;

	snprintf(path, sizeof(path), "%s/pack.ini", dir);
	file = fopen(path, "w");
	fputs("[pack large]\ntitle = t\nversion = 1\nreviewed = 2025-01-01\n"
	      "language = en\nnot-a-diagnosis = No.\n[flow f]\nparts = p\n"
	      "[part p]\ntitle = t\n[source s]\ntitle = t\ntype = study\n"
	      "[condition c]\nname = c\nclinician-name = c\nprior = 1\n"
	      "source = s\n", file);
	for (int i = 0; i < count; i++) {
		if (i % 50 == 0) {
			fclose(file);
			snprintf(path, sizeof(path), "%s/q-%05d.ini", dir, i);
			file = fopen(path, "w");
			assert_non_null(file);
		}
		fprintf(file, "[question q-%d]\npart = p\ntype = single\n"
			"prompt = Question %d?\nanswers = yes no unsure\n"
			"source = s\n", i, i);
		if (i > 0)
			fprintf(file, "ask-if = q-%d is yes or not f-%d\n",
				i - 1, i - 1);
		fprintf(file, "[finding f-%d]\nname = f\nwhen = q-%d is yes",
			i, i);
		if (i % MAX_FINDING_DEPTH > 0)
			fprintf(file, " or f-%d", i - 1);
		fputs("\n", file);
	}
	fclose(file);
}

/* The least processor time of three loads, in seconds. */
static double time_to_load(int count)
{
	char dir[] = "/tmp/sitwell-large-XXXXXX", command[64];
	double least = HUGE_VAL;

	assert_non_null(mkdtemp(dir));
	write_large(dir, count);
	for (int i = 0; i < 3; i++) {
		clock_t start = clock();
		struct pack *pack = load(dir);
		double taken = (double)(clock() - start) / CLOCKS_PER_SEC;

		assert_int_equal(pack->n_questions, count);
		assert_int_equal(pack->n_findings, count);
		least = taken < least ? taken : least;
		pack_free(&pack);
	}
	snprintf(command, sizeof(command), "rm -r '%s'", dir);
	assert_int_equal(system(command), 0);
	return least;
}

/*
 * Ten times the questions take 10 times as long if loading is linear, and
 * 100 times if it is quadratic; 40 leaves room for caches and neighbours.
 * The findings are chains as long as a pack allows.
 */
static void time_to_load__grows_with_the_size(void **state)
{
	double small = time_to_load(1000), large = time_to_load(10000);

	(void)state;
	if (large > 40 * small)
		fail_msg("1,000 questions: %.3f s, 10,000: %.3f s", small, large);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pack__keeps_its_texts_and_usual_constants),
		cmocka_unit_test(questions__stand_in_asking_order),
		cmocka_unit_test(answers__have_labels_and_states),
		cmocka_unit_test(safety_question__has_the_usual_severity),
		cmocka_unit_test(question_without_a_no__has_no_usual_severity),
		cmocka_unit_test(numbers__have_limits),
		cmocka_unit_test(site__has_the_zones_as_answers),
		cmocka_unit_test(bodymap__loses_its_frame),
		cmocka_unit_test(checklist__knows_its_lines),
		cmocka_unit_test(findings__come_after_those_they_read),
		cmocka_unit_test(evidence__stands_by_finding_and_target),
		cmocka_unit_test(profile__adds_up_to_1_over_values),
		cmocka_unit_test(strata_rules_and_advice__are_compiled),
		cmocka_unit_test(walk__sees_what_a_programme_asks),
		cmocka_unit_test(programme__has_its_phases_with_their_doses),
		cmocka_unit_test(hash__is_the_same_for_the_same_files),
		cmocka_unit_test(words__read_back_as_they_are_spelled),
		cmocka_unit_test(table__tells_each_key_from_the_others),
		cmocka_unit_test(numbered_key__has_no_leading_zeros),
		cmocka_unit_test(time_to_load__grows_with_the_size),
	};

	return cmocka_run_group_tests(tests, load_base, free_base);
}
