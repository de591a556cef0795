/*
 * How time and memory grow with a pack: packs of 100, 1,000 and 10,000
 * questions, made by rule, are checked as `sitwell check` does, each in a
 * process of its own.  Ten times the questions may take fifteen times as
 * long at most.  And the shipped pack: under a second in all, the
 * invariants within 100 ms, in 64 MB at most.
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
#include "prove/covered.h"
#include "prove/first.h"
#include "prove/monotone.h"
#include "prove/person.h"
#include "prove/prove.h"
#include "prove/reach.h"

#define GROWTH 15.0
#define RUNS 3
#define SHIPPED_SECONDS 1.0
#define SHIPPED_INVARIANTS 0.1
#define SHIPPED_MB 64.0
#define BLOCK 10		/* questions that belong together */
#define CHAIN 10		/* blocks of which each opens some of the next */
#define MANY 20			/* findings in one expression */
#define CONDITIONS 35

/* Seconds of the processor; `prove` has those three before it. */
struct cost {
	double load, lint, invariants, monotone, reach, prove, notes;
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
	else if (i == 6 && block % CHAIN > 0)
		fprintf(stream, "ask-if = f%zu or age < %zu\n",
			(block - 1) * BLOCK + 6, 20 + block % 60);
	else if (i == 9 && !safety)
		fprintf(stream, "not-if = q%zu is yes\n"
			"not-if-text = It hurts too much.\n", number - 1);
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
	else if (i == 6)
		fprintf(stream, "when = q%zu is yes\n", number);
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

/* Whether anything is wrong in the block, and how much is in many. */
static void write_sum(FILE *stream, size_t block)
{
	size_t q = block * BLOCK;

	fprintf(stream, "[finding calm-%zu]\nname = it is calm\nwhen = "
		"q%zu in (no na)", block, q);
	for (size_t i = 1; i < BLOCK; i++)
		if (i % 4 != 3)
			fprintf(stream, " and q%zu in (no na)", q + i);
	fprintf(stream, "\n[finding some-%zu]\nname = it is not\n"
		"when = q%zu in (yes unsure)\n", block, q);
}

/* One finding for as many as an expression can read: "NAME-FROM ...". */
static void write_list(FILE *stream, const char *name, const char *between,
		       size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		fprintf(stream, "%s%s-%zu", i > from ? between : "", name, i);
}

static size_t at_most(size_t number, size_t limit)
{
	return number < limit ? number : limit;
}

/* Self-care reads all safety questions, through findings of findings. */
static void write_self_care(FILE *stream, size_t blocks)
{
	size_t lists = (blocks + MANY - 1) / MANY;
	size_t groups = (lists + MANY - 1) / MANY;

	for (size_t i = 0; i < lists; i++) {
		size_t to = at_most((i + 1) * MANY, blocks);

		fprintf(stream, "[finding calms-%zu]\nname = all is calm\n"
			"when = ", i);
		write_list(stream, "calm", " and ", i * MANY, to);
		fprintf(stream, "\n");
		if (to - i * MANY < 3)
			continue;
		fprintf(stream, "[rule many-%zu]\nurgency = emergency\n"
			"because = It hurts.\nsource = s\nwhen = count(", i);
		write_list(stream, "some", " ", i * MANY, to);
		fputs(") >= 3\n", stream);
	}
	for (size_t i = 0; i < groups; i++) {
		fprintf(stream, "[finding calmest-%zu]\nname = all is calm\n"
			"when = ", i);
		write_list(stream, "calms", " and ", i * MANY,
			   at_most((i + 1) * MANY, lists));
		fputs("\n", stream);
	}
	fputs("[self-care s]\nwhen = age < 60 and ", stream);
	write_list(stream, "calmest", " and ", 0, groups);
	fputs("\n", stream);
}

static void write_block(FILE *stream, size_t block, bool safety)
{
	fprintf(stream, "[group g%zu]\nname = Pain %zu\nlimit = 10\n", block,
		block);
	for (size_t i = 0; i < BLOCK; i++) {
		write_question(stream, block, i, safety);
		write_finding(stream, block, i);
	}
	if (safety) {
		write_rules(stream, block);
		write_sum(stream, block);
	}
}

/* Each block speaks for one condition. */
static void write_evidence(FILE *stream, size_t blocks, size_t condition)
{
	fprintf(stream, "[evidence c%zu]\n", condition);
	for (size_t block = condition; block < blocks; block += CONDITIONS)
		for (size_t i = 0; i < BLOCK; i++)
			fprintf(stream, "f%zu = 3 %s s\n",
				block * BLOCK + i, i == 6 || i == 8 ? "1" : "0.8");
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
	write_self_care(stream, blocks / 3 + 1);
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

/* By level: some promise of it is broken. */
static void try_invariants(const struct pack *pack, struct person *person)
{
	int *given = calloc(pack->n_invariants + 1, sizeof *given);

	for (int level = 0; level < N_URGENCIES; level++) {
		size_t count = 0;

		for (size_t i = 0; i < pack->n_invariants; i++)
			if ((int)pack->invariants[i].at_least == level &&
			    pack->invariants[i].given != NULL)
				given[count++] = person_truth(
					person, pack->invariants[i].given,
					READ_AS_IS).yes;
		if (count > 0)
			sat_solve_any(person->sat, given, count,
				      -person->at_least[level]);
	}
	free(given);
}

/* The time since `*last`, which is set anew. */
static double lap(double *last)
{
	double before = *last;

	*last = now();
	return *last - before;
}

/* Parts of a proof, each by itself; the encoding is the invariants'. */
static void measure_parts(const struct pack *pack, struct cost *cost)
{
	struct error_list faults = { 0 };
	double last = now();
	struct cells *cells = cells_new(pack);
	struct sat *sat = sat_new();
	struct person *person = person_new(sat, pack, cells);
	struct index_list open;

	try_invariants(pack, person);
	cost->invariants = lap(&last);
	reach_faults(person, &faults);
	cost->reach = lap(&last);
	person_free(&person);
	sat_free(&sat);
	last = now();
	open = monotone_open(pack, cells);
	cost->monotone = lap(&last);
	free(open.index);
	cells_free(&cells, pack);
	error_list_done(&faults);
}

static void measure_notes(const struct pack *pack, struct cost *cost)
{
	struct error_list notes = { 0 };
	double last = now();

	pack_weigh_columns(pack, &notes);
	first_notes(pack, &notes);
	covered_notes(pack, &notes);
	cost->notes = lap(&last);
	error_list_done(&notes);
}

static struct cost measure(const char *dir)
{
	struct error_list faults = { 0 };
	struct rusage usage;
	struct cost cost = { 0 };
	struct pack *pack;
	struct proof *proof;
	double last = now();

	if (pack_load_with_passages(&pack, dir, &faults) != 0) {
		error_list_print(stderr, &faults);
		exit(1);
	}
	cost.load = lap(&last);
	pack_lint(pack, &faults);
	cost.lint = lap(&last);
	proof = prove(pack, &faults);
	cost.prove = lap(&last);
	measure_notes(pack, &cost);
	measure_parts(pack, &cost);
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

/* As `sitwell check` takes. */
static double seconds_of(const struct cost *cost)
{
	return cost->load + cost->lint + cost->prove + cost->notes;
}

static void print_cost(const char *what, const struct cost *cost)
{
	printf("%s: load %.3f s, lint %.3f s, invariants %.3f s, monotone %.3f s, reach %.3f s, prove %.3f s, notes %.3f s, %.3f s in all, %.0f MB, %d faults\n",
	       what, cost->load, cost->lint, cost->invariants, cost->monotone,
	       cost->reach, cost->prove, cost->notes, seconds_of(cost),
	       cost->mb, cost->faults);
	fflush(stdout);
}

/* The quickest of some runs: others use the machine too. */
static struct cost of_size(size_t questions)
{
	char dir[] = "/tmp/sitwell-size-XXXXXX", what[64];
	struct cost best = { 0 }, cost;

	if (mkdtemp(dir) == NULL)
		exit(1);
	write_pack(dir, questions);
	for (int run = 0; run < RUNS; run++) {
		cost = measure_apart(dir);
		if (run == 0 || seconds_of(&cost) < seconds_of(&best))
			best = cost;
	}
	nftw(dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	snprintf(what, sizeof what, "%zu questions", questions);
	print_cost(what, &best);
	return best;
}

static int try_shipped(void)
{
	char dir[PATHS_MAX];
	struct cost cost;
	struct error err;

	if (paths_pack(dir, "buttock-pain", &err) != 0)
		return 1;
	cost = measure_apart(dir);
	print_cost("the shipped pack", &cost);
	printf("the shipped pack: %.3f s in all (at most %.1f), invariants %.3f s (at most %.1f), %.0f MB (at most %.0f)\n",
	       seconds_of(&cost), SHIPPED_SECONDS, cost.invariants,
	       SHIPPED_INVARIANTS, cost.mb, SHIPPED_MB);
	return cost.faults > 0 || seconds_of(&cost) > SHIPPED_SECONDS ||
	       cost.invariants > SHIPPED_INVARIANTS || cost.mb > SHIPPED_MB;
}

/* Ten times the questions each; returns whether one took too long. */
static int try_growth(void)
{
	static const size_t sizes[] = { 100, 1000, 10000 };
	double before = 0;
	int failed = 0;

	for (size_t i = 0; i < 3; i++) {
		struct cost cost = of_size(sizes[i]);
		double seconds = seconds_of(&cost);

		if (before > 0)
			printf("%.1f times as long for ten times the questions (at most %.0f)\n",
			       seconds / before, GROWTH);
		failed |= cost.faults > 0 ||
			  (before > 0 && seconds > GROWTH * before);
		before = seconds;
	}
	return failed;
}

int main(int argc, char **argv)
{
	int failed;

	for (int i = 1; i < argc; i++)
		of_size(strtoul(argv[i], NULL, 10));
	if (argc > 1)
		return 0;
	failed = try_growth();
	return try_shipped() || failed;
}
