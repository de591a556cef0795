/*
 * Plans and logs that no trainer wrote, by the pack in tests/plans/pack.
 *
 * What is read as a plan is reviewed, compared with itself, and taken
 * further: every finding has words and a line, nothing differs, and the
 * plan with its week to come is a plan again.  A text with days is read as
 * a log, and takes a good plan further.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan/diff.h"
#include "plan/next.h"
#include "plan/review.h"
#include "tests/fuzz/faults.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/tree.h"

static const struct pack *plans_pack(void)
{
	static struct pack *pack;
	struct error_list faults = { 0 };

	if (pack == NULL &&
	    pack_load(&pack, in_tree("tests/plans/pack"), &faults) != 0) {
		printf("Bail out! tests/plans/pack does not load\n");
		error_list_print(stdout, &faults);
		exit(1);
	}
	return pack;
}

static const struct plan *good_plan(void)
{
	static struct plan *plan;
	struct error_list faults = { 0 };

	if (plan == NULL && plan_read(&plan, plans_pack(),
				      in_tree("tests/plans/good.ini"),
				      &faults) != 0) {
		printf("Bail out! tests/plans/good.ini does not load\n");
		error_list_print(stdout, &faults);
		exit(1);
	}
	return plan;
}

static struct plan *read_text(const char *text, size_t bytes, bool *sound)
{
	struct error_list faults = { 0 };
	struct plan *plan = NULL;
	bool read = plan_read(&plan, plans_pack(), in_memory(text, bytes),
			      &faults) == 0;

	*sound = read == (faults.count == 0) && read == (plan != NULL) &&
		 faults_are_sound(&faults) && faults_are_sorted(&faults);
	error_list_done(&faults);
	return plan;
}

static bool review_is_sound(const struct plan *plan)
{
	struct review *review = review_plan(plan);
	bool sound = true;

	for (size_t i = 0; i < review->n_findings; i++) {
		const struct finding_of_plan *finding = &review->findings[i];

		sound &= is_showable(finding->message) &&
			 is_showable(finding->instead) &&
			 finding->because != NULL &&
			 finding->sources->count > 0 &&
			 finding->place.line > 0;
		if (!sound) {
			printf("# a finding should not be: %s: %s\n",
			       finding->check->id, finding->message);
			break;
		}
	}
	review_free(&review);
	return sound;
}

static bool is_as_itself(const struct plan *plan)
{
	struct plan_diff *diff = plan_diff(plan, plan);
	bool alike = diff->n_changes == 0;

	if (!alike)
		puts("# the plan differs from itself");
	plan_diff_free(&diff);
	return alike;
}

/* The text with the week to come behind it; the caller frees it. */
static char *taken_further(const char *text, size_t bytes,
			   const struct next *next, size_t *count)
{
	char *further;
	FILE *stream = open_memstream(&further, count);

	fwrite(text, 1, bytes, stream);
	plan_write_week(stream, &next->week);
	fclose(stream);
	return further;
}

/* With a week more, as no log says anything, it is a plan again. */
static bool takes_a_week(const struct plan *plan, const struct next *next,
			 const char *text, size_t bytes)
{
	size_t count;
	char *further = taken_further(text, bytes, next, &count);
	bool sound;
	struct plan *again = read_text(further, count, &sound);

	if (again == NULL)
		printf("# it cannot be read with a week more:\n%s\n", further);
	sound = again != NULL && sound &&
		again->n_weeks == plan->n_weeks + 1;
	plan_free(&again);
	free(further);
	return sound;
}

/* No week follows a plan that the review stops, and one follows any other. */
static bool goes_on(const struct plan *plan, const char *text, size_t bytes)
{
	static const struct log none;
	struct review *review = review_plan(plan);
	struct next *next = plan_next(plan, &none);
	bool stops = review->counts[REVIEW_STOP] > 0, sound;

	if (stops)
		sound = next->step == STEP_STOP && next->phase == NULL;
	else
		sound = next->step == STEP_STAY &&
			takes_a_week(plan, next, text, bytes);
	if (!sound)
		puts("# the next step is wrong");
	next_free(&next);
	review_free(&review);
	return sound;
}

static enum verdict read_plan(const char *text, size_t bytes)
{
	bool sound;
	struct plan *plan = read_text(text, bytes, &sound);
	bool read = plan != NULL;

	if (read)
		sound = sound && review_is_sound(plan) && is_as_itself(plan) &&
			goes_on(plan, text, bytes);
	plan_free(&plan);
	return !sound ? VERDICT_BROKEN : read ? VERDICT_READ : VERDICT_REFUSED;
}

static enum verdict read_log(const char *text, size_t bytes)
{
	struct error_list faults = { 0 };
	struct log *log = NULL;
	struct next *next = NULL;
	bool read = log_read(&log, plans_pack(), in_memory(text, bytes),
			     &faults) == 0;
	bool sound = read == (faults.count == 0) && faults_are_sound(&faults);

	if (read) {
		next = plan_next(good_plan(), log);
		sound = sound && (next->step == STEP_STOP) ==
				 (next->phase == NULL);
	}
	next_free(&next);
	log_free(&log);
	error_list_done(&faults);
	return !sound ? VERDICT_BROKEN : read ? VERDICT_READ : VERDICT_REFUSED;
}

static enum verdict read_either(const char *text, size_t bytes)
{
	if (names_iniparser(text, bytes))
		return VERDICT_REFUSED;
	return memmem(text, bytes, "[day ", 5) != NULL
		? read_log(text, bytes) : read_plan(text, bytes);
}

const struct fuzz_target fuzz_target = {
	.name = "plan",
	.most = 4096,
	.usual_count = 3000,
	.read = read_either,
};
