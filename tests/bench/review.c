/*
 * How long the review of a plan takes, pack and all, as a ratio to
 * iniparser alone reading the same files: at most 3.  Both in processor
 * time, the least of several runs taken in turns.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "alone.h"
#include "plan/review.h"

#define RUNS 15
#define LIMIT 3.0

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static double time_iniparser(const char *dir, const char *plan)
{
	double start = seconds();

	iniparser_alone(dir);
	iniparser_freedict(iniparser_load(plan));
	return seconds() - start;
}

static double time_review(const char *dir, const char *path)
{
	struct error_list faults = { 0 };
	double start = seconds(), taken;
	struct pack *pack;
	struct plan *plan;
	struct review *review;

	if (pack_load(&pack, dir, &faults) != 0 ||
	    plan_read(&plan, pack, path, &faults) != 0) {
		error_list_print(stderr, &faults);
		exit(1);
	}
	review = review_plan(plan);
	taken = seconds() - start;
	review_free(&review);
	plan_free(&plan);
	pack_free(&pack);
	return taken;
}

int main(void)
{
	const char *tree = getenv("SOURCE_TREE");
	char dir[4096], plan[4096];
	double alone = HUGE_VAL, whole = HUGE_VAL;

	if (tree == NULL)
		tree = SOURCE_TREE;
	snprintf(dir, sizeof dir, "%s/content/buttock-pain", tree);
	snprintf(plan, sizeof plan, "%s/tests/plans/good/hill-walker.ini",
		 tree);
	for (int i = 0; i < RUNS; i++) {
		alone = fmin(alone, time_iniparser(dir, plan));
		whole = fmin(whole, time_review(dir, plan));
	}
	printf("reviewing a plan: %.2f ms, iniparser alone: %.2f ms, ratio %.2f (at most %.1f)\n",
	       whole * 1e3, alone * 1e3, whole / alone, LIMIT);
	return whole <= LIMIT * alone ? 0 : 1;
}
