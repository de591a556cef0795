/*
 * How long loading the pack takes, as a ratio to iniparser alone reading
 * the same files: at most 2. Both in processor time, the least of several
 * runs taken in turns, so that neighbours disturb them alike.
 */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "alone.h"
#include "pack/pack.h"

#define RUNS 15
#define LIMIT 2.0

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static double time_iniparser(const char *dir)
{
	double start = seconds();

	iniparser_alone(dir);
	return seconds() - start;
}

static double time_pack(const char *dir)
{
	struct error_list faults = { 0 };
	double start = seconds(), taken;
	struct pack *pack;

	if (pack_load(&pack, dir, &faults) != 0) {
		error_list_print(stderr, &faults);
		exit(1);
	}
	taken = seconds() - start;
	pack_free(&pack);
	return taken;
}

int main(int argc, char **argv)
{
	char dir[4096];
	const char *tree = getenv("SOURCE_TREE");
	double alone = HUGE_VAL, whole = HUGE_VAL;

	snprintf(dir, sizeof(dir), "%s/content/buttock-pain",
		 tree != NULL ? tree : SOURCE_TREE);
	for (int i = 0; i < RUNS; i++) {
		alone = fmin(alone, time_iniparser(argc > 1 ? argv[1] : dir));
		whole = fmin(whole, time_pack(argc > 1 ? argv[1] : dir));
	}
	printf("loading the pack: %.2f ms, iniparser alone: %.2f ms, ratio %.2f (at most %.1f)\n",
	       whole * 1e3, alone * 1e3, whole / alone, LIMIT);
	return whole <= LIMIT * alone ? 0 : 1;
}
