/*
 * How long one answers file takes, from start to exit of the program, as a
 * ratio to a process in which iniparser alone reads the pack's files: at
 * most 3. And one assessment with the pack loaded: at most 50 us.
 *
 * Processor time, the least of several runs taken in turns, so that
 * neighbours disturb both alike.
 */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "alone.h"
#include "answers/answers_file.h"
#include "assess/assess.h"

#define RUNS 15
#define LIMIT 3.0
#define ASSESSMENTS 2000
#define LIMIT_US 50.0

static char pack_dir[4096], answers_path[4096], program[4096];

static void only_iniparser(void)
{
	iniparser_alone(pack_dir);
	_exit(0);
}

static void whole_program(void)
{
	if (freopen("/dev/null", "w", stdout) == NULL)
		_exit(1);
	execl(program, program, "assess", "--pack", pack_dir, "--answers",
	      answers_path, (char *)NULL);
	_exit(127);
}

/* Processor seconds of a child, from its start to its exit. */
static double time_child(void (*child)(void))
{
	struct rusage usage;
	int status;
	pid_t pid = fork();

	if (pid == 0)
		child();
	if (pid < 0 || wait4(pid, &status, 0, &usage) < 0 || status != 0) {
		fprintf(stderr, "a child could not be timed\n");
		exit(1);
	}
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

static double now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

/* Microseconds of one assessment of the answers file. */
static double time_assessment(void)
{
	struct error_list faults = { 0 };
	struct answers *answers;
	struct pack *pack;
	double start, best = HUGE_VAL;

	if (pack_load(&pack, pack_dir, &faults) != 0 ||
	    answers_file_read(&answers, pack, answers_path,
			      &faults) != 0) {
		error_list_print(stderr, &faults);
		exit(1);
	}
	for (int run = 0; run < RUNS; run++) {
		start = now();
		for (int i = 0; i < ASSESSMENTS; i++) {
			struct assessment *seen = assess(pack, answers);

			assessment_free(&seen);
		}
		best = fmin(best, (now() - start) / ASSESSMENTS * 1e6);
	}
	answers_free(&answers);
	pack_free(&pack);
	return best;
}

int main(void)
{
	const char *tree = getenv("SOURCE_TREE"), *sitwell = getenv("SITWELL");
	double alone = HUGE_VAL, whole = HUGE_VAL, once;

	tree = tree != NULL ? tree : SOURCE_TREE;
	snprintf(program, sizeof(program), "%s",
		 sitwell != NULL ? sitwell : "./sitwell");
	snprintf(pack_dir, sizeof(pack_dir), "%s/content/buttock-pain", tree);
	snprintf(answers_path, sizeof(answers_path),
		 "%s/tests/bench/late.ini", tree);
	for (int i = 0; i < RUNS; i++) {
		alone = fmin(alone, time_child(only_iniparser));
		whole = fmin(whole, time_child(whole_program));
	}
	once = time_assessment();
	printf("assessing one file, start to exit: %.2f ms, iniparser alone: %.2f ms, ratio %.2f (at most %.1f)\n",
	       whole * 1e3, alone * 1e3, whole / alone, LIMIT);
	printf("one assessment: %.1f us (at most %.0f)\n", once, LIMIT_US);
	return whole <= LIMIT * alone && once <= LIMIT_US ? 0 : 1;
}
