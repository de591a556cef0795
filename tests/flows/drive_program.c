/* The program that a script plays to, and what it runs in. */
#include <config.h>

#include "tests/flows/drive.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static void set_variable(struct drive *drive, const char *assignment)
{
	size_t name = strcspn(assignment, "=") + 1;
	int i = 0;

	while (drive->environment[i] != NULL &&
	       strncmp(drive->environment[i], assignment, name) != 0)
		i++;
	if (i == VARIABLES_MAX)
		wrong(drive, "too many variables", assignment);
	free(drive->environment[i]);
	drive->environment[i] = strdup(assignment);
}

static const char *variable(const struct drive *drive, const char *name)
{
	size_t size = strlen(name);

	for (int i = 0; drive->environment[i] != NULL; i++) {
		const char *entry = drive->environment[i];

		if (strncmp(entry, name, size) == 0 && entry[size] == '=')
			return entry + size + 1;
	}
	return "";
}

/* What comes from our own environment: where things are, nothing else. */
static void inherit(struct drive *drive, const char *name)
{
	char assignment[LINE_MAX_BYTES];
	const char *value = getenv(name);

	if (value == NULL)
		return;
	snprintf(assignment, sizeof(assignment), "%s=%s", name, value);
	set_variable(drive, assignment);
}

void set_up_environment(struct drive *drive)
{
	static const char *const inherited[] = {
		"SITWELL_LOCALEDIR", "ASAN_OPTIONS", "LSAN_OPTIONS",
		"UBSAN_OPTIONS",
	};
	char assignment[LINE_MAX_BYTES];

	for (size_t i = 0; i < sizeof(inherited) / sizeof(*inherited); i++)
		inherit(drive, inherited[i]);
	snprintf(assignment, sizeof(assignment), "HOME=%s", drive->home);
	set_variable(drive, assignment);
	/* Nothing to find there: lp would show one key more. */
	set_variable(drive, "PATH=/nonexistent");
	set_variable(drive, "TERM=xterm-256color");
	set_variable(drive, "LC_ALL=C.UTF-8");
	set_variable(drive, "TZ=UTC");
	/* For TERM=linux ncurses loads libgpm, which keeps ten bytes. */
	set_variable(drive, "NCURSES_GPM_TERMS=none");
}

static bool is_over(struct drive *drive, const char *unused)
{
	(void)unused;
	return pty_ended(&drive->screen.pty);
}

static bool is_size(const char *text, int *columns, int *rows)
{
	char end;

	return sscanf(text, "%dx%d%c", columns, rows, &end) == 2 &&
	       *columns > 0 && *rows > 0 && *columns <= 500 && *rows <= 500;
}

void run_size(struct drive *drive, const struct words *words)
{
	if (!is_size(words->word[0], &drive->columns, &drive->rows))
		wrong(drive, "a size is like 80x24", words->word[0]);
}

void run_resize(struct drive *drive, const struct words *words)
{
	run_size(drive, words);
	screen_resize(&drive->screen, drive->rows, drive->columns);
}

void run_env(struct drive *drive, const struct words *words)
{
	if (strchr(words->word[0], '=') == NULL)
		wrong(drive, "env is like NAME=VALUE", words->word[0]);
	set_variable(drive, words->word[0]);
}

void stop(struct drive *drive)
{
	if (drive->running)
		screen_close(&drive->screen);
	drive->running = false;
}

static bool is_utf8(const struct drive *drive)
{
	const char *locale = variable(drive, "LC_ALL");

	return strstr(locale, "UTF-8") != NULL;
}

char *source_path(const struct drive *drive, char *word)
{
	static const char mark[] = "$SOURCE_TREE/";
	const char *tree = getenv("SOURCE_TREE");
	char *path = NULL;

	if (strncmp(word, mark, sizeof(mark) - 1) != 0)
		return word;
	if (tree == NULL ||
	    asprintf(&path, "%s/%s", tree, word + sizeof(mark) - 1) < 0)
		wrong(drive, "the variable is not set", "SOURCE_TREE");
	return path;
}

void run_run(struct drive *drive, const struct words *words)
{
	char *argv[WORDS_MAX + 2] = { getenv("SITWELL") };

	if (argv[0] == NULL)
		wrong(drive, "the variable is not set", "SITWELL");
	for (int i = 0; i < words->n; i++)
		argv[i + 1] = source_path(drive, words->word[i]);
	stop(drive);
	screen_open(&drive->screen, drive->rows, drive->columns,
		    is_utf8(drive));
	drive->running = true;
	pty_start(&drive->screen.pty, argv, drive->environment, drive->home);
	for (int i = 0; i < words->n; i++)
		if (argv[i + 1] != words->word[i])
			free(argv[i + 1]);
}

void run_kill(struct drive *drive, const struct words *words)
{
	if (!pty_ended(&drive->screen.pty))
		kill(drive->screen.pty.child, atoi(words->word[0]));
}

/* exit 5, or: exit signal 9 */
void run_exit(struct drive *drive, const struct words *words)
{
	bool by_signal = strcmp(words->word[0], "signal") == 0;
	int wanted = atoi(words->word[words->n - 1]);
	int status;

	if (!wait_until(drive, is_over, NULL)) {
		fail(drive, "exit", "but it goes on");
		return;
	}
	screen_settle(&drive->screen, SCREEN_QUIET);
	status = drive->screen.pty.status;
	if (by_signal)
		report(drive, WIFSIGNALED(status) && WTERMSIG(status) == wanted,
		       "exit signal", words->word[1]);
	else
		report(drive, WIFEXITED(status) && WEXITSTATUS(status) ==
		       wanted, "exit", words->word[0]);
}

/* The terminal is as a shell wants it. */
void run_restored(struct drive *drive, const struct words *words)
{
	const struct screen *screen = &drive->screen;

	(void)words;
	report(drive, screen->cursor_shown && !screen->alternate &&
	       !screen->mouse && pty_is_cooked(&screen->pty), "restored", "");
}
