/* What the screen shows, once it is at rest. */
#include <config.h>

#include "tests/flows/drive.h"

#include <stdio.h>
#include <stdlib.h>

#define DEADLINE 20.0			/* seconds; a sanitizer is slow */
#define LATER_DEADLINE 2.0

static double seconds_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return microseconds(start, &now) / 1e6;
}

/* What follows a failure mostly fails too, and need not take as long. */
static double deadline(const struct drive *drive)
{
	return drive->failures == 0 ? DEADLINE : LATER_DEADLINE;
}

bool wait_until(struct drive *drive, condition *holds,
		const char *argument)
{
	struct timespec start;

	clock_gettime(CLOCK_MONOTONIC, &start);
	do {
		bool over = pty_ended(&drive->screen.pty);

		screen_settle(&drive->screen, SCREEN_QUIET);
		if (holds(drive, argument))
			return true;
		if (over)
			return false;
	} while (seconds_since(&start) < deadline(drive));
	return false;
}

bool shows(struct drive *drive, const char *text)
{
	int row, column;

	return screen_find(&drive->screen, text, &row, &column);
}

static bool lacks(struct drive *drive, const char *text)
{
	return !shows(drive, text);
}

void run_wait(struct drive *drive, const struct words *words)
{
	if (!wait_until(drive, shows, words->word[0]))
		fail(drive, "wait", words->word[0]);
}

void run_gone(struct drive *drive, const struct words *words)
{
	if (!wait_until(drive, lacks, words->word[0]))
		fail(drive, "gone", words->word[0]);
}

void run_expect(struct drive *drive, const struct words *words)
{
	report(drive, wait_until(drive, shows, words->word[0]), "expect",
	       words->word[0]);
}

void run_lacks(struct drive *drive, const struct words *words)
{
	report(drive, wait_until(drive, lacks, words->word[0]), "lacks",
	       words->word[0]);
}

void run_show(struct drive *drive, const struct words *words)
{
	(void)words;
	screen_settle(&drive->screen, SCREEN_SURELY_QUIET);
	show_screen(drive);
}

/* The last key cost at most this many bytes (and some). */
static bool has_answered(struct drive *drive, const char *unused)
{
	(void)unused;
	return drive->screen.bytes > 0;
}

void run_bytes(struct drive *drive, const struct words *words)
{
	bool answered = wait_until(drive, has_answered, NULL);
	size_t limit = strtoul(words->word[0], NULL, 10);

	report(drive, answered && drive->screen.bytes <= limit, "bytes",
	       words->word[0]);
	if (drive->screen.bytes > limit)
		printf("# it took %zu bytes\n", drive->screen.bytes);
}
