/*
 * How time and memory grow with a pack: packs of 100, 1,000 and 10,000
 * questions, made by rule, are loaded, linted and proved, each in a process
 * of its own.  Ten times the questions may take thirty times as long at
 * most to load, lint and reach; the whole proof, which compares any two
 * people, grows faster and is printed alone.  And the shipped pack: load, lint and proof under a second in all,
 * the invariants within 100 ms of that, in 64 MB at most.
 *
 * Usage: size [QUESTIONS...]
 */
#include "config.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/paths.h"
#include "pack/lint.h"
#include "pack/pack.h"
#include "prove/person.h"
#include "prove/prove.h"
#include "prove/reach.h"

#define GROWTH 30.0
#define SHIPPED_SECONDS 1.0
#define SHIPPED_INVARIANTS 0.1
#define SHIPPED_MB 64.0
#define BLOCK 10		/* questions that belong together */
#define CONDITIONS 35

struct cost {
	double load, lint, reach, prove;	/* seconds; reach is in prove */
	double mb;
	int faults;
};

/* Packs made by rule: blocks of ten questions that open each other. */

static void write_head(FILE *stream)
{
	fputs("[pack size]\ntitle = Size\nversion = 1\n"
	      "reviewed = 2026-01-01\nlanguage = en\n"
	      "intro-1 = This is a test.\n"
	      "not-a-diagnosis = This is a test.\n"
	      "[flow main]\nparts = a b\n"
	      "[part a]\ntitle = First\nsafety = yes\n"
	      "[part b]\ntitle = Then\n"
	      "[source s]\ntitle = Book\ntype = textbook\n"
	      "[question age]\npart = a\ntype = number\nmin = 0\nmax = 120\n"
	      "prompt = How old are you?\nanswers = unsure\n"
	      "assume-unknown = 70\nsource = s\n", stream);
	for (int i = 0; i < CONDITIONS; i++)
		fprintf(stream, "[condition c%d]\nname = Cause %d\n"
			"clinician-name = Cause %d\nprior = 1\n"
			"source = s\n", i, i, i);
}

/* The first of a block opens the others; every fourth takes a number. */
static void write_question(FILE *stream, size_t block, size_t i, bool safety)
{
	size_t number = block * BLOCK + i;

	fprintf(stream, "[question q%zu]\npart = %s\nprompt = Does it hurt?\n"
		"source = s\n", number, safety ? "a" : "b");
	if (i % 4 == 3)
		fputs("type = number\nmin = 0\nmax = 10\nanswers = unsure\n"
		      "assume-unknown = 5\n", stream);
	else
		fputs("type = single\nanswers = no yes unsure\n"
		      "assume-unknown = yes\n", stream);
	if (safety && i % 4 != 3)
		fputs("severity = no unsure yes\n", stream);
	if (i > 0 && i < 5)
		fprintf(stream, "ask-if = q%zu in (yes unsure)\n",
			block * BLOCK);
	else if (i == 5)
		fprintf(stream, "ask-if = q%zu in (yes unsure) and age >= 30\n",
			number - 1);
	else if (i == 6 && block > 0)
		fprintf(stream, "ask-if = f%zu or age < %zu\n",
			(block - 1) * BLOCK, 20 + block % 60);
}

static void write_finding(FILE *stream, size_t block, size_t i)
{
	size_t number = block * BLOCK + i;

	fprintf(stream, "[finding f%zu]\nname = it hurts\ngroup = g%zu\n",
		number, block);
	if (i % 4 == 3)
		fprintf(stream, "when = q%zu >= 7\nabsent-when = q%zu < 4\n",
			number, number);
	else if (i == 8)
		fprintf(stream, "when = q%zu is yes or q%zu is yes\n",
			number, number - 2);
	else
		fprintf(stream, "when = q%zu is yes\nabsent-when = q%zu is no\n",
			number, number);
}

/* What the block's questions mean for urgency; only yes is worst. */
static void write_rules(FILE *stream, size_t block)
{
	size_t q = block * BLOCK;

	fprintf(stream, "[rule open-%zu]\nwhen = q%zu in (yes unsure)\n"
		"urgency = soon\nbecause = It hurts.\nsource = s\n", block, q);
	fprintf(stream, "[rule one-%zu]\nwhen = q%zu is yes and "
		"(q%zu is yes or q%zu is yes)\nurgency = same-day\n"
		"because = It hurts.\nsource = s\n", block, q, q + 1, q + 2);
	fprintf(stream, "[rule old-%zu]\nwhen = q%zu is yes and "
		"(age > %zu or q%zu > 6)\nurgency = emergency\n"
		"because = It hurts.\nsource = s\n", block, q + 4,
		40 + block % 50, q + 3);
	fprintf(stream, "[rule all-%zu]\nwhen = count(f%zu f%zu f%zu f%zu) "
		">= 2\nurgency = same-day\nbecause = It hurts.\n"
		"source = s\n", block, q + 5, q + 6, q + 8,
		block > 0 ? q - BLOCK + 9 : q + 9);
	fprintf(stream, "[rule not-known-%zu]\nurgency = routine\n"
		"because = It hurts.\nsource = s\nwhen = ", block);
	/* the others are asked where the first is not "no" */
	for (size_t i = 0; i < BLOCK; i = i == 0 ? 6 : i + 1)
		fprintf(stream, "%sq%zu in (%sunsure unanswered)",
			i > 0 ? " or " : "", q + i, i % 4 == 3 ? "" : "yes ");
	fputs("\n", stream);
	fprintf(stream, "[invariant i%zu]\ngiven = q%zu is yes and "
		"q%zu is yes\nurgency-at-least = same-day\n", block, q, q + 1);
	fprintf(stream, "[invariant j%zu]\ngiven = q%zu is yes and "
		"age >= 95\nurgency-at-least = emergency\n", block, q + 4);
}

static void write_block(FILE *stream, size_t block, bool safety)
{
	fprintf(stream, "[group g%zu]\nname = Pain %zu\nlimit = 10\n", block,
		block);
	for (size_t i = 0; i < BLOCK; i++) {
		write_question(stream, block, i, safety);
		write_finding(stream, block, i);
	}
	if (safety)
		write_rules(stream, block);
}

/* Each block speaks for one condition. */
static void write_evidence(FILE *stream, size_t blocks, size_t condition)
{
	fprintf(stream, "[evidence c%zu]\n", condition);
	for (size_t block = condition; block < blocks; block += CONDITIONS)
		for (size_t i = 0; i < BLOCK; i++)
			fprintf(stream, "f%zu = 3 %s s\n",
				block * BLOCK + i, i == 8 ? "1" : "0.8");
}

static FILE *open_file(const char *dir, const char *name, size_t number)
{
	char path[128];
	FILE *stream;

	snprintf(path, sizeof path, number > 0 ? "%s/%s-%06zu.ini"
					       : "%s/%s.ini", dir, name,
		 number);
	stream = fopen(path, "w");
	if (stream == NULL) {
		fprintf(stderr, "%s cannot be written\n", path);
		exit(1);
	}
	return stream;
}

/* A third of the questions are about safety. */
static void write_pack(const char *dir, size_t questions)
{
	size_t blocks = (questions + BLOCK - 1) / BLOCK;
	FILE *stream = open_file(dir, "pack", 0);

	write_head(stream);
	fputs("[self-care s]\nwhen = age < 60\n", stream);
	fclose(stream);
	for (size_t i = 0; i < CONDITIONS && i < blocks; i++) {
		stream = open_file(dir, "e", i + 1);
		write_evidence(stream, blocks, i);
		fclose(stream);
	}
	for (size_t block = 0; block < blocks; block++) {
		stream = open_file(dir, "q", block + 1);
		write_block(stream, block, block <= blocks / 3);
		fclose(stream);
	}
}

static int remove_one(const char *path, const struct stat *info, int type,
		      struct FTW *place)
{
	(void)info;
	(void)type;
	(void)place;
	return remove(path);
}

/* What it costs */

static double now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static void reach(const struct pack *pack, struct error_list *faults)
{
	struct cells *cells = cells_new(pack);
	struct sat *sat = sat_new();
	struct person *person = person_new(sat, pack, cells);

	reach_faults(person, faults);
	person_free(&person);
	sat_free(&sat);
	cells_free(&cells, pack);
}

static struct cost measure(const char *dir)
{
	struct error_list faults = { 0 };
	struct rusage usage;
	struct cost cost = { 0 };
	struct pack *pack;
	struct proof *proof;
	double start = now();

	if (pack_load_with_passages(&pack, dir, &faults) != 0) {
		error_list_print(stderr, &faults);
		exit(1);
	}
	cost.load = now() - start;
	pack_lint(pack, &faults);
	cost.lint = now() - start - cost.load;
	start = now();
	reach(pack, &faults);
	cost.reach = now() - start;
	start = now();
	proof = prove(pack, &faults);
	cost.prove = now() - start;
	error_list_print(stderr, &faults);
	cost.faults = (int)(faults.count + proof->n_refuted);
	getrusage(RUSAGE_SELF, &usage);
	cost.mb = (double)usage.ru_maxrss / 1024;
	return cost;
}

/* In a process of its own, whose memory nobody else has used. */
static struct cost measure_apart(const char *dir)
{
	struct cost cost;
	int ends[2], status;
	pid_t pid;

	if (pipe(ends) != 0 || (pid = fork()) < 0)
		exit(1);
	if (pid == 0) {
		cost = measure(dir);
		_exit(write(ends[1], &cost, sizeof cost) != sizeof cost);
	}
	close(ends[1]);
	if (read(ends[0], &cost, sizeof cost) != sizeof cost ||
	    waitpid(pid, &status, 0) != pid || status != 0) {
		fprintf(stderr, "a pack could not be measured\n");
		exit(1);
	}
	close(ends[0]);
	return cost;
}

static double seconds_of(const struct cost *cost)
{
	return cost->load + cost->lint + cost->prove;
}

static double seconds_to_reach(const struct cost *cost)
{
	return cost->load + cost->lint + cost->reach;
}

static void print_cost(const char *what, const struct cost *cost)
{
	printf("%s: load %.3f s, lint %.3f s, reach %.3f s, prove %.3f s, %.0f MB, %d faults\n",
	       what, cost->load, cost->lint, cost->reach, cost->prove, cost->mb,
	       cost->faults);
	fflush(stdout);
}

static struct cost of_size(size_t questions)
{
	char dir[] = "/tmp/sitwell-size-XXXXXX", what[64];
	struct cost cost;

	if (mkdtemp(dir) == NULL)
		exit(1);
	write_pack(dir, questions);
	cost = measure_apart(dir);
	nftw(dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	snprintf(what, sizeof what, "%zu questions", questions);
	print_cost(what, &cost);
	return cost;
}

/* What the invariants alone cost, the encoding included. */
static double time_invariants(const struct pack *pack)
{
	double start = now();
	struct cells *cells = cells_new(pack);
	struct sat *sat = sat_new();
	struct person *person = person_new(sat, pack, cells);

	for (size_t i = 0; i < pack->n_invariants; i++) {
		const struct invariant *invariant = &pack->invariants[i];
		const struct expr *expr = invariant->given;
		struct truth given;

		if (expr == NULL)
			continue;
		given = person_truth(person, expr, READ_AS_IS);
		sat_solve(sat, (const int[]){
			given.yes, -person->at_least[invariant->at_least],
		}, 2);
	}
	person_free(&person);
	sat_free(&sat);
	cells_free(&cells, pack);
	return now() - start;
}

static int try_shipped(void)
{
	struct error_list faults = { 0 };
	struct pack *pack = NULL;
	char dir[PATHS_MAX];
	struct cost cost;
	struct error err;
	double invariants;

	if (paths_pack(dir, "buttock-pain", &err) != 0 ||
	    pack_load(&pack, dir, &faults) != 0)
		return 1;
	cost = measure_apart(dir);
	print_cost("the shipped pack", &cost);
	invariants = time_invariants(pack);
	pack_free(&pack);
	printf("the shipped pack: %.3f s in all (at most %.1f), invariants %.3f s (at most %.1f), %.0f MB (at most %.0f)\n",
	       seconds_of(&cost), SHIPPED_SECONDS, invariants,
	       SHIPPED_INVARIANTS, cost.mb, SHIPPED_MB);
	return seconds_of(&cost) > SHIPPED_SECONDS ||
	       invariants > SHIPPED_INVARIANTS || cost.mb > SHIPPED_MB;
}

int main(int argc, char **argv)
{
	static const size_t sizes[] = { 100, 1000, 10000 };
	double before = 0;
	int failed = 0;

	for (int i = 1; i < argc; i++)
		of_size(strtoul(argv[i], NULL, 10));
	for (size_t i = 0; i < 3 && argc == 1; i++) {
		struct cost cost = of_size(sizes[i]);

		if (before > 0)
			printf("load, lint and reach: %.1f times as long for ten times the questions (at most %.0f)\n",
			       seconds_to_reach(&cost) / before, GROWTH);
		failed |= cost.faults > 0 ||
			  (before > 0 && seconds_to_reach(&cost) > GROWTH * before);
		before = seconds_to_reach(&cost);
	}
	return failed || (argc == 1 && try_shipped());
}
