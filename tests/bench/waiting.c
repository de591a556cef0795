/*
 * What a person waits for, from a terminal: sitwell, the bare ncurses
 * program beside it (floor.c) and dialog take turns, so that a busy machine
 * slows all of them.  Compared is the time that a quarter of the samples
 * keep: neighbours disturb it least.
 *
 * The first screen is there with its bottom line, and any other picture with
 * the byte after which nothing changes any more; `us` is microseconds.  It
 * prints a table and says what misses its target, and never fails for that:
 * it is no test.
 */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/flows/screen.h"

#define ROWS 24
#define COLUMNS 80
#define STARTS 25		/* runs of each for the first paint */
#define KEYS 100		/* arrow keys of each */
#define QUESTIONS 40		/* next questions of each */
#define QUIET 60		/* milliseconds in which nothing comes */
#define START_QUIET 150		/* the pack is read meanwhile */
#define CHUNKS 512
#define DEADLINE 10000		/* milliseconds */

enum who { FLOOR, DIALOG, SITWELL, N_WHO };
static const char *const who_names[N_WHO] = { "bare", "dialog", "sitwell" };

struct chunk {
	size_t end;		/* offset behind it */
	struct timespec when;
};

struct sample {
	double us;
	size_t bytes;
};

/* Many samples of one thing. */
struct series {
	double us[KEYS + STARTS + QUESTIONS];
	double bytes[KEYS + STARTS + QUESTIONS];
	size_t count;
};

struct subject {
	char *argv[16];		/* argv[0] NULL: not to be had */
	const char *ready;	/* what its first screen shows last */
	struct screen screen;
};

static char home[] = "/tmp/sitwell-bench-XXXXXX";
static char *environment[8];

static void fail(const struct screen *screen, const char *what)
{
	char *text = screen_text(screen);

	fprintf(stderr, "waiting: there is no \"%s\" on the screen:\n%s", what,
		text);
	exit(1);
}

static bool shows(const struct screen *screen, const char *text)
{
	int row, column;

	return screen_find(screen, text, &row, &column);
}

/*
 * Plays what came chunk by chunk: the first to show `wanted`, or without it
 * the last to change the picture.
 */
static size_t completing(struct screen *screen, const char *bytes,
			 const struct chunk *chunks, size_t n,
			 const char *wanted)
{
	bool seen = false;
	char *before = screen_text(screen), *after;
	size_t start = 0, last = 0;

	for (size_t i = 0; i < n; i++) {
		vterm_input_write(screen->emulator, bytes + start,
				  chunks[i].end - start);
		start = chunks[i].end;
		after = screen_text(screen);
		if (wanted == NULL ? strcmp(before, after) != 0
				   : !seen && shows(screen, wanted)) {
			last = i;
			seen = true;
		}
		free(before);
		before = after;
	}
	free(before);
	return last;
}

/* Until nothing comes for `quiet` milliseconds. */
static struct sample take(struct screen *screen, const struct timespec *start,
			  int quiet, const char *wanted)
{
	static char bytes[1 << 20];
	struct chunk chunks[CHUNKS];
	struct sample sample = { 0, 0 };
	size_t n = 0, got;
	int timeout = DEADLINE;

	while (n < CHUNKS && sizeof(bytes) - sample.bytes > 0 &&
	       (got = pty_read(&screen->pty, bytes + sample.bytes,
			       sizeof(bytes) - sample.bytes, timeout)) > 0) {
		sample.bytes += got;
		chunks[n].end = sample.bytes;
		clock_gettime(CLOCK_MONOTONIC, &chunks[n++].when);
		timeout = quiet;
	}
	if (n == 0)
		fail(screen, "change");
	sample.us = microseconds(start, &chunks[completing(screen, bytes,
							   chunks, n,
							   wanted)].when);
	return sample;
}

static void add(struct series *series, struct sample sample)
{
	series->us[series->count] = sample.us;
	series->bytes[series->count++] = (double)sample.bytes;
}

static int compare(const void *one, const void *other)
{
	double a = *(const double *)one, b = *(const double *)other;

	return (a > b) - (a < b);
}

/* A quarter of the numbers are no larger. */
static double quartile(const double *numbers, size_t count)
{
	double sorted[KEYS + STARTS + QUESTIONS];

	if (count == 0)
		return NAN;
	memcpy(sorted, numbers, count * sizeof(*sorted));
	qsort(sorted, count, sizeof(*sorted), compare);
	return sorted[count / 4];
}

static void need(struct screen *screen, const char *text)
{
	if (!shows(screen, text))
		fail(screen, text);
}

static struct sample start(struct subject *subject, int quiet)
{
	struct screen *screen = &subject->screen;
	struct sample sample;

	screen_open(screen, ROWS, COLUMNS, true);
	pty_start(&screen->pty, subject->argv, environment, home);
	sample = take(screen, screen->pty.started, quiet,
		      subject->ready);
	need(screen, subject->ready);
	return sample;
}

static void measure_starts(struct subject *subjects, struct series *series)
{
	for (int run = 0; run < STARTS; run++) {
		for (enum who who = 0; who < N_WHO; who++) {
			if (subjects[who].argv[0] == NULL)
				continue;
			add(&series[who], start(&subjects[who], START_QUIET));
			screen_close(&subjects[who].screen);
		}
	}
}

/* The answer to one key. */
static struct sample press(struct screen *screen, const char *key)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	pty_write(&screen->pty, key, strlen(key));
	return take(screen, &now, QUIET, NULL);
}

static void type(struct screen *screen, const char *key, const char *wanted)
{
	press(screen, key);
	need(screen, wanted);
}

#define DOWN "\033OB"
#define UP "\033OA"

static void measure_arrows(struct subject *subjects, struct series *series)
{
	for (int run = 0; run < KEYS; run++)
		for (enum who who = 0; who < N_WHO; who++)
			if (subjects[who].argv[0] != NULL)
				add(&series[who],
				    press(&subjects[who].screen,
					  run % 2 == 0 ? DOWN : UP));
}

/* sitwell goes back each time, to an answer still chosen. */
static void measure_questions(struct subject *subjects, struct series *series)
{
	for (int run = 0; run < QUESTIONS; run++)
		for (enum who who = 0; who < N_WHO; who++) {
			if (subjects[who].argv[0] == NULL)
				continue;
			add(&series[who], press(&subjects[who].screen, "\r"));
			if (who == SITWELL)
				press(&subjects[who].screen, "\b");
		}
}

/* The most memory that it ever held, in kB. */
static double peak_memory(const struct subject *subject)
{
	char path[64], line[256];
	double peak = NAN;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/status",
		 (int)subject->screen.pty.child);
	file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		if (strncmp(line, "VmHWM:", 6) == 0)
			peak = strtod(line + 6, NULL);
	if (file != NULL)
		fclose(file);
	return peak;
}

/* One line of the table; the last column says whether the target is met. */
static void print_row(const char *name, const double *values, bool as_ratio,
		      double limit)
{
	double got = as_ratio ? values[SITWELL] / values[FLOOR]
			      : values[SITWELL];

	printf("%-28s", name);
	for (enum who who = 0; who < N_WHO; who++) {
		if (isnan(values[who]))
			printf("%10s", "-");
		else
			printf("%10.0f", values[who]);
	}
	printf("%8.2f", values[SITWELL] / values[FLOOR]);
	printf(as_ratio ? "%9.2fx" : "%10.0f", limit);
	puts(got <= limit ? "  met" : "  MISSED");
}

static void print_series(const char *name, const struct series *series,
			 double limit)
{
	double values[N_WHO];

	for (enum who who = 0; who < N_WHO; who++)
		values[who] = quartile(series[who].us, series[who].count);
	print_row(name, values, true, limit);
	fflush(stdout);
}

static void print_bytes(const char *name, const struct series *series,
			double limit)
{
	double values[N_WHO];

	for (enum who who = 0; who < N_WHO; who++)
		values[who] = quartile(series[who].bytes, series[who].count);
	print_row(name, values, false, limit);
}

static char *need_variable(const char *name)
{
	char *value = getenv(name);

	if (value == NULL) {
		fprintf(stderr, "waiting: %s is not set; run make bench\n",
			name);
		exit(1);
	}
	return value;
}

/* Where the bare program and the answers are. */
static char floor_path[4096], late_path[4096];

static void find_files(void)
{
	snprintf(floor_path, sizeof(floor_path), "%s/tests/bench/floor",
		 need_variable("BUILD_TREE"));
	snprintf(late_path, sizeof(late_path), "%s/tests/bench/late.ini",
		 need_variable("SOURCE_TREE"));
}

static void set_up(struct subject *subjects, char *late)
{
	static char menu[] = "while dialog --menu 'Does lying on the sore side "
		"bring on your pain?' 0 0 0 1 'Yes, most nights' 2 'Yes, but "
		"only after a long day' 3 'Only when I lie still' 4 'Only on "
		"the other side' 5 No 6 'Not sure'; do :; done";
	static char variables[][64] = { "PATH=/usr/bin:/bin",
		"TERM=xterm-256color", "LC_ALL=C.UTF-8", "TZ=UTC" };
	static char home_variable[sizeof(home) + 8];

	for (size_t i = 0; i < 4; i++)
		environment[i] = variables[i];
	snprintf(home_variable, sizeof(home_variable), "HOME=%s", home);
	environment[4] = home_variable;
	subjects[FLOOR] = (struct subject){ .argv = { floor_path },
					    .ready = "q stop" };
	subjects[SITWELL] = (struct subject){ .argv = { need_variable("SITWELL") },
					      .ready = "q stop" };
	if (access("/usr/bin/dialog", X_OK) == 0)
		subjects[DIALOG] = (struct subject){
			.argv = { "/bin/sh", "-c", menu }, .ready = "Cancel" };
	if (late != NULL) {
		subjects[SITWELL].argv[1] = "--answers";
		subjects[SITWELL].argv[2] = late;
	}
}

static void start_all(struct subject *subjects)
{
	for (enum who who = 0; who < N_WHO; who++)
		if (subjects[who].argv[0] != NULL)
			start(&subjects[who], START_QUIET);
}

static void end_all(struct subject *subjects)
{
	for (enum who who = 0; who < N_WHO; who++)
		if (subjects[who].argv[0] != NULL)
			screen_close(&subjects[who].screen);
}

/* From the start to the first question, whose first answer is chosen. */
static void go_to_first_question(struct screen *screen)
{
	type(screen, "\r", "Who is answering");
	type(screen, "1", "> 1");
	type(screen, "\r", "Before we begin");
	type(screen, "\r", "answering for");
	type(screen, "1", "> 1");
}

static void run_early(void)
{
	struct subject subjects[N_WHO] = { 0 };
	struct series arrows[N_WHO] = { 0 }, questions[N_WHO] = { 0 };
	struct series starts[N_WHO] = { 0 };

	set_up(subjects, NULL);
	measure_starts(subjects, starts);
	print_series("first paint, us", starts, 1.5);
	start_all(subjects);
	go_to_first_question(&subjects[SITWELL].screen);
	measure_arrows(subjects, arrows);
	print_series("arrow key, us", arrows, 1.2);
	print_bytes("arrow key, bytes", arrows, 150);
	measure_questions(subjects, questions);
	print_series("next question, us", questions, 2);
	end_all(subjects);
}

/* Late in an interview, where much can be passed over. */
static void run_late(void)
{
	struct subject subjects[N_WHO] = { 0 };
	struct series questions[N_WHO] = { 0 };
	double memory[N_WHO];

	set_up(subjects, late_path);
	start_all(subjects);
	press(&subjects[SITWELL].screen, "\r");
	press(&subjects[SITWELL].screen, "\b");
	measure_questions(subjects, questions);
	print_series("next question, late, us", questions, 2);
	for (enum who who = 0; who < N_WHO; who++)
		memory[who] = who == DIALOG || subjects[who].argv[0] == NULL
			      ? NAN : peak_memory(&subjects[who]);
	print_row("peak memory, kB", memory, false, 8192);
	end_all(subjects);
}

int main(void)
{
	find_files();
	if (mkdtemp(home) == NULL) {
		perror(home);
		return 1;
	}
	printf("%-28s", "lower quartiles");
	for (enum who who = 0; who < N_WHO; who++)
		printf("%10s", who_names[who]);
	printf("%8s%10s\n", "ratio", "at most");
	run_early();
	run_late();
	rmdir(home);
	return 0;
}
