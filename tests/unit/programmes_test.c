/* The shipped programmes, against what a review of a plan looks for. */
#include "config.h"

#include "plans.h"

#include "plan/make.h"
#include "plan/review.h"

#define START "2026-11-23"

static struct pack *pack;

static int load(void **state)
{
	(void)state;
	pack = pack_at(SOURCE_TREE "/content/buttock-pain");
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

static void write_criteria(FILE *file, const struct criterion *const *list,
			   size_t count)
{
	for (size_t i = 0; i < count; i++)
		fprintf(file, " %s", list[i]->id);
}

/* The first exercises of a phase, as many as are done at once, and all
 * habits, each with the dose to start with. */
static void write_exercises(FILE *file, const struct phase *phase)
{
	double room = phase->programme->most_exercises;

	for (size_t i = 0; i < phase->n_exercises; i++) {
		const struct prescription *one = &phase->exercises[i];
		struct dose dose = plan_first_dose(one);
		char text[400];

		if (!one->exercise->habit && room-- < 1)
			continue;
		dose_print(text, sizeof text, &dose);
		fprintf(file, "%s = %s\n", one->exercise->id, text);
	}
}

/* One week in each phase up to `last`, with all that is asked before it. */
static void write_weeks(FILE *file, const struct programme *programme,
			const struct phase *last)
{
	for (const struct phase *phase = programme->phases; phase <= last;
	     phase++) {
		fprintf(file, "[week %zu]\nphase = %s\n", phase->number + 1,
			phase->id);
		if (phase->number > 0) {
			fputs("met-on = " START "\nmet =", file);
			write_criteria(file, phase[-1].move_on,
				       phase[-1].n_move_on);
			write_criteria(file, phase->enter, phase->n_enter);
			fputc('\n', file);
		}
		write_exercises(file, phase);
	}
}

static void write_plan(FILE *file, const struct target *target,
		       const struct programme *programme,
		       const struct phase *last)
{
	fprintf(file, "[plan]\nperson = k7q2\ncondition = %s\nprogramme = %s\n"
		"age = 40\npregnant = %s\n"
		"start = " START "\nrescreen = 2026-12-21\n"
		"flare = Do half.\nstop = A fall: stop.\n"
		"[screening]\nurgency = routine\nfloor = no\n"
		"date = " START "\n", target->id, programme->id,
		programme->pregnancy == PREGNANT_ONLY ? "yes" : "no");
	if (programme->locked) {
		fprintf(file, "[clearance]\nby = A. Name, physio\n"
			"date = " START "\nprogramme = %s\nphases =",
			programme->id);
		for (const struct phase *phase = programme->phases;
		     phase <= last; phase++)
			fprintf(file, " %s", phase->id);
		fputc('\n', file);
	}
	write_weeks(file, programme, last);
}

static void expect_nothing(const struct target *target,
			   const struct programme *programme,
			   const struct phase *last)
{
	char path[] = "/tmp/sitwell-test-XXXXXX";
	struct error_list faults = { 0 };
	struct review *review;
	struct plan *plan;
	FILE *file = fdopen(mkstemp(path), "w");

	assert_non_null(file);
	write_plan(file, target, programme, last);
	fclose(file);
	if (plan_read(&plan, pack, path, &faults) != 0) {
		error_list_print(stderr, &faults);
		fail_msg("a plan of %s cannot be read", last->id);
	}
	unlink(path);
	review = review_plan(plan);
	/* care in pregnancy is what a programme for it is about */
	for (size_t i = 0; i < review->n_findings; i++)
		if (review->findings[i].check->which != CHECK_CAUTION)
			fail_msg("%s for %s: %s", last->id, target->id,
				 review->findings[i].message);
	review_free(&review);
	plan_free(&plan);
	error_list_done(&faults);
}

static void each_phase__begins_so_that_a_review_finds_nothing(void **state)
{
	(void)state;
	assert_true(pack->n_programmes > 0);
	for (size_t i = 0; i < pack->n_programmes; i++) {
		const struct programme *programme = &pack->programmes[i];

		for (size_t t = 0; t < programme->n_targets; t++)
			for (size_t k = 0; k < programme->n_phases; k++)
				expect_nothing(programme->targets[t],
					       programme,
					       &programme->phases[k]);
	}
}

static const struct programme *programme_of(const char *id)
{
	const struct programme *programme = pack_find_programme(pack, id);

	assert_non_null(programme);
	return programme;
}

static void healing_bones_and_tendons__are_signed_phase_by_phase(void **state)
{
	static const char *const ids[] = {
		"bone-stress-return", "hamstring-avulsion",
		"gluteal-tendon-tear",
	};

	(void)state;
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		const struct programme *programme = programme_of(ids[i]);

		assert_true(programme->locked);
		for (size_t k = 0; k < programme->n_phases; k++)
			assert_true(programme->phases[k].is_signed);
	}
	assert_true(programme_of("pudendal-calm")->locked);
}

static bool asks(const struct phase *phase, const char *id)
{
	for (size_t i = 0; i < phase->n_enter; i++)
		if (strcmp(phase->enter[i]->id, id) == 0)
			return true;
	return false;
}

/* The ladder needs the gate "run", after bone stress the gate "bone". */
static void running__is_never_entered_without_its_checks(void **state)
{
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < pack->n_phases; i++) {
		const struct phase *phase = &pack->phases[i];

		for (size_t k = 0; k < phase->n_exercises; k++) {
			if (strcmp(phase->exercises[k].exercise->id,
				   "run-walk-ladder") != 0)
				continue;
			count++;
			if (!asks(phase, "run-ready") &&
			    !asks(phase, "run-ready-if-running") &&
			    !asks(phase, "bone-ready"))
				fail_msg("%s asks for no check", phase->id);
		}
	}
	assert_true(count > 0);
}

/* "seated, if allowed" must not get lost where a clinician orders how much. */
static void what_a_phase_adds_to_a_dose__stands_in_the_first_plan(void **state)
{
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < pack->n_phases; i++) {
		const struct phase *phase = &pack->phases[i];

		for (size_t k = 0; k < phase->n_exercises; k++) {
			const struct prescription *one = &phase->exercises[k];

			if (one->dose.note == NULL)
				continue;
			count++;
			assert_ptr_equal(plan_first_dose(one).note,
					 one->dose.note);
		}
	}
	assert_true(count > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_phase__begins_so_that_a_review_finds_nothing),
		cmocka_unit_test(healing_bones_and_tendons__are_signed_phase_by_phase),
		cmocka_unit_test(running__is_never_entered_without_its_checks),
		cmocka_unit_test(what_a_phase_adds_to_a_dose__stands_in_the_first_plan),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
