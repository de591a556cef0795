/*
 * drive SCRIPT: plays a script of keys to a program in a terminal and says
 * in TAP whether it showed what it should.  README tells the commands.
 *
 * Nothing here sleeps: a command waits until the screen shows what is
 * wanted and stays so, and fails after a deadline.
 */
#include <config.h>

#include <ctype.h>
#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/flows/screen.h"

#define HOME_TEMPLATE "/tmp/sitwell-flow-XXXXXX"
#define LINE_MAX_BYTES 1024
#define WORDS_MAX 32
#define VARIABLES_MAX 32
#define DEADLINE 20.0			/* seconds; a sanitizer is slow */
#define LATER_DEADLINE 2.0
#define GENERATE_QUIET 400		/* milliseconds */

struct drive {
	const char *main_script;	/* gives goldens their folder */
	const char *script;		/* being read: its path */
	int line;
	int rows, columns;
	char *environment[VARIABLES_MAX + 1];
	char home[64];			/* private, removed at the end */
	bool running;
	struct screen screen;
	int tests, failures;
	bool broken;			/* going on makes no sense */
	bool generate;
	char goldens[64];		/* whose, if not our own; or "" */
};

struct words {
	int n;
	char *word[WORDS_MAX];
	bool quoted[WORDS_MAX];
};

/* One command of the language. */
struct command {
	const char *name;
	int min_words;			/* after the name */
	void (*run)(struct drive *drive, const struct words *words);
	bool needs_program;
};

/* Wrong scripts are not failed tests: they end the run. */
static void wrong(const struct drive *drive, const char *what,
		  const char *which)
{
	fprintf(stderr, "%s:%d: %s: %s\n", drive->script, drive->line, what,
		which);
	exit(99);
}

static void comment(const char *text)
{
	while (*text != '\0') {
		int size = (int)strcspn(text, "\n");

		printf("#   %.*s\n", size, text);
		text += size;
		text += *text == '\n';
	}
}

static void show_screen(const struct drive *drive)
{
	char *text = screen_text(&drive->screen);

	puts("# the screen:");
	comment(text);
	free(text);
}

static void report(struct drive *drive, bool good, const char *command,
		   const char *what)
{
	drive->tests++;
	printf("%s %d - line %d: %s %s\n", good ? "ok" : "not ok",
	       drive->tests, drive->line, command, what);
	if (!good) {
		drive->failures++;
		if (drive->running)
			show_screen(drive);
	}
	fflush(stdout);
}

/* A failure after which the rest of the script has no meaning. */
static void fail(struct drive *drive, const char *command, const char *what)
{
	report(drive, false, command, what);
	drive->broken = true;
}

/* The environment of the program. */

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

static void set_up_environment(struct drive *drive)
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
}

/* Waiting. */

static double seconds_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return microseconds(start, &now) / 1e6;
}

typedef bool condition(struct drive *drive, const char *argument);

/* What follows a failure mostly fails too, and need not take as long. */
static double deadline(const struct drive *drive)
{
	return drive->failures == 0 ? DEADLINE : LATER_DEADLINE;
}

/* True as soon as it holds on a screen at rest; false after the deadline. */
static bool wait_until(struct drive *drive, condition *holds,
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

static bool shows(struct drive *drive, const char *text)
{
	int row, column;

	return screen_find(&drive->screen, text, &row, &column);
}

static bool lacks(struct drive *drive, const char *text)
{
	return !shows(drive, text);
}

static bool is_over(struct drive *drive, const char *unused)
{
	(void)unused;
	return pty_ended(&drive->screen.pty);
}

/* Starting and ending. */

static bool is_size(const char *text, int *columns, int *rows)
{
	char end;

	return sscanf(text, "%dx%d%c", columns, rows, &end) == 2 &&
	       *columns > 0 && *rows > 0 && *columns <= 500 && *rows <= 500;
}

static void run_size(struct drive *drive, const struct words *words)
{
	if (!is_size(words->word[0], &drive->columns, &drive->rows))
		wrong(drive, "a size is like 80x24", words->word[0]);
}

static void run_resize(struct drive *drive, const struct words *words)
{
	run_size(drive, words);
	screen_resize(&drive->screen, drive->rows, drive->columns);
}

static void run_env(struct drive *drive, const struct words *words)
{
	if (strchr(words->word[0], '=') == NULL)
		wrong(drive, "env is like NAME=VALUE", words->word[0]);
	set_variable(drive, words->word[0]);
}

static void stop(struct drive *drive)
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

/* $SOURCE_TREE/... is a file of the source tree, which the caller frees. */
static char *argument(const struct drive *drive, char *word)
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

static void run_run(struct drive *drive, const struct words *words)
{
	char *argv[WORDS_MAX + 2] = { getenv("SITWELL") };

	if (argv[0] == NULL)
		wrong(drive, "the variable is not set", "SITWELL");
	for (int i = 0; i < words->n; i++)
		argv[i + 1] = argument(drive, words->word[i]);
	stop(drive);
	screen_open(&drive->screen, drive->rows, drive->columns,
		    is_utf8(drive));
	drive->running = true;
	pty_start(&drive->screen.pty, argv, drive->environment, drive->home);
	for (int i = 0; i < words->n; i++)
		if (argv[i + 1] != words->word[i])
			free(argv[i + 1]);
}

static void run_kill(struct drive *drive, const struct words *words)
{
	if (!pty_ended(&drive->screen.pty))
		kill(drive->screen.pty.child, atoi(words->word[0]));
}

/* exit 5, or: exit signal 9 */
static void run_exit(struct drive *drive, const struct words *words)
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
static void run_restored(struct drive *drive, const struct words *words)
{
	const struct screen *screen = &drive->screen;

	(void)words;
	report(drive, screen->cursor_shown && !screen->alternate &&
	       !screen->mouse && pty_is_cooked(&screen->pty), "restored", "");
}

/* Looking. */

static void run_wait(struct drive *drive, const struct words *words)
{
	if (!wait_until(drive, shows, words->word[0]))
		fail(drive, "wait", words->word[0]);
}

static void run_gone(struct drive *drive, const struct words *words)
{
	if (!wait_until(drive, lacks, words->word[0]))
		fail(drive, "gone", words->word[0]);
}

static void run_expect(struct drive *drive, const struct words *words)
{
	report(drive, wait_until(drive, shows, words->word[0]), "expect",
	       words->word[0]);
}

static void run_lacks(struct drive *drive, const struct words *words)
{
	report(drive, wait_until(drive, lacks, words->word[0]), "lacks",
	       words->word[0]);
}

static void run_show(struct drive *drive, const struct words *words)
{
	(void)words;
	screen_settle(&drive->screen, GENERATE_QUIET);
	show_screen(drive);
}

/* The last key cost at most this many bytes (and some). */
static bool has_answered(struct drive *drive, const char *unused)
{
	(void)unused;
	return drive->screen.bytes > 0;
}

static void run_bytes(struct drive *drive, const struct words *words)
{
	bool answered = wait_until(drive, has_answered, NULL);
	size_t limit = strtoul(words->word[0], NULL, 10);

	report(drive, answered && drive->screen.bytes <= limit, "bytes",
	       words->word[0]);
	if (drive->screen.bytes > limit)
		printf("# it took %zu bytes\n", drive->screen.bytes);
}

/* Files. */

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, 1 << 20);

	if (file == NULL || text == NULL) {
		free(text);
		text = NULL;
	} else {
		text[fread(text, 1, (1 << 20) - 1, file)] = '\0';
	}
	if (file != NULL)
		fclose(file);
	return text;
}

static void write_file(const struct drive *drive, const char *path,
		       const char *text)
{
	FILE *file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		wrong(drive, strerror(errno), path);
}

static void home_path(const struct drive *drive, const char *name, char *path,
		      size_t size)
{
	snprintf(path, size, "%s/%s", drive->home, name);
}

/* file NAME [TEXT]: it is in the home folder, and holds the text */
static void run_file(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];
	char *text;

	home_path(drive, words->word[0], path, sizeof(path));
	text = read_file(path);
	report(drive, text != NULL && (words->n < 2 ||
	       strstr(text, words->word[1]) != NULL), "file",
	       words->word[words->n - 1]);
	if (text != NULL)
		comment(text);
	free(text);
}

static void run_nofile(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];

	home_path(drive, words->word[0], path, sizeof(path));
	report(drive, access(path, F_OK) != 0, "nofile", words->word[0]);
}

/* same ONE OTHER: both are in the home folder, with the same bytes */
static void run_same(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];
	char *one, *other;

	home_path(drive, words->word[0], path, sizeof(path));
	one = read_file(path);
	home_path(drive, words->word[1], path, sizeof(path));
	other = read_file(path);
	report(drive, one != NULL && other != NULL && strcmp(one, other) == 0,
	       "same", words->word[1]);
	if (one != NULL)
		comment(one);
	if (other != NULL)
		comment(other);
	free(one);
	free(other);
}

/* Length of the script's folder, with its slash. */
static int folder_of(const char *script)
{
	const char *slash = strrchr(script, '/');

	return slash == NULL ? 0 : (int)(slash - script) + 1;
}

/* goldens SCRIPT: from here on its goldens are the measure. */
static void run_goldens(struct drive *drive, const struct words *words)
{
	const char *own = drive->main_script + folder_of(drive->main_script);
	const char *name = words->word[0];

	if (strncmp(own, name, strcspn(own, ".")) == 0)
		name = "";
	snprintf(drive->goldens, sizeof(drive->goldens), "%s", name);
}

/* golden/SCRIPT/NAME.txt beside the script. */
static void golden_path(const struct drive *drive, const char *name,
			char *path, size_t size)
{
	int folder = folder_of(drive->main_script);
	const char *script = drive->main_script + folder;

	if (drive->goldens[0] != '\0')
		script = drive->goldens;
	snprintf(path, size, "%.*sgolden/%.*s/%s.txt", folder,
		 drive->main_script, (int)strcspn(script, "."), script, name);
}

/* The screen, with the home folder under the name it has in every golden. */
static char *golden_text(const struct drive *drive)
{
	char *text = screen_text(&drive->screen);
	char *home = text;

	while ((home = strstr(home, drive->home)) != NULL)
		memcpy(home, HOME_TEMPLATE, strlen(HOME_TEMPLATE));
	return text;
}

static bool equals(struct drive *drive, const char *golden)
{
	char *text = golden_text(drive);
	bool equal = strcmp(text, golden) == 0;

	free(text);
	return equal;
}

static void generate(struct drive *drive, const char *path)
{
	char folder[LINE_MAX_BYTES];
	char *text;

	snprintf(folder, sizeof(folder), "%.*s", folder_of(path), path);
	if (mkdir(folder, 0777) != 0 && errno != EEXIST)
		wrong(drive, strerror(errno), folder);
	screen_settle(&drive->screen, GENERATE_QUIET);
	text = golden_text(drive);
	write_file(drive, path, text);
	free(text);
}

static void run_golden(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];
	char *golden;
	bool equal;

	golden_path(drive, words->word[0], path, sizeof(path));
	if (drive->generate && drive->goldens[0] == '\0')
		generate(drive, path);
	golden = read_file(path);
	equal = golden != NULL && wait_until(drive, equals, golden);
	report(drive, equal, "golden", words->word[0]);
	if (!equal) {
		puts(golden == NULL ? "# there is no golden; GENERATE=1 makes it"
				    : "# the golden:");
		comment(golden == NULL ? "" : golden);
	}
	free(golden);
}

/* Typing. */

static const struct {
	const char *name;
	VTermKey key;
	VTermModifier modifier;
} keys[] = {
	{ "Enter", VTERM_KEY_ENTER, VTERM_MOD_NONE },
	{ "Tab", VTERM_KEY_TAB, VTERM_MOD_NONE },
	{ "BackTab", VTERM_KEY_TAB, VTERM_MOD_SHIFT },
	{ "Backspace", VTERM_KEY_BACKSPACE, VTERM_MOD_NONE },
	{ "Esc", VTERM_KEY_ESCAPE, VTERM_MOD_NONE },
	{ "Up", VTERM_KEY_UP, VTERM_MOD_NONE },
	{ "Down", VTERM_KEY_DOWN, VTERM_MOD_NONE },
	{ "Left", VTERM_KEY_LEFT, VTERM_MOD_NONE },
	{ "Right", VTERM_KEY_RIGHT, VTERM_MOD_NONE },
	{ "Home", VTERM_KEY_HOME, VTERM_MOD_NONE },
	{ "End", VTERM_KEY_END, VTERM_MOD_NONE },
	{ "PageUp", VTERM_KEY_PAGEUP, VTERM_MOD_NONE },
	{ "PageDown", VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE },
	{ "Delete", VTERM_KEY_DEL, VTERM_MOD_NONE },
	{ "F1", VTERM_KEY_FUNCTION(1), VTERM_MOD_NONE },
};

static bool press_named(struct drive *drive, const char *name)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (strcmp(keys[i].name, name) == 0) {
			screen_key(&drive->screen, keys[i].key,
				   keys[i].modifier);
			return true;
		}
	}
	return false;
}

static void press(struct drive *drive, const char *word, bool quoted)
{
	if (quoted) {
		pty_write(&drive->screen.pty, word, strlen(word));
	} else if (strcmp(word, "Space") == 0) {
		screen_character(&drive->screen, ' ', VTERM_MOD_NONE);
	} else if (strncmp(word, "Ctrl-", 5) == 0 && word[5] != '\0') {
		screen_character(&drive->screen,
				 (uint32_t)tolower((unsigned char)word[5]),
				 VTERM_MOD_CTRL);
	} else if (!press_named(drive, word)) {
		if (word[1] != '\0')
			wrong(drive, "there is no such key", word);
		screen_character(&drive->screen, (unsigned char)word[0],
				 VTERM_MOD_NONE);
	}
}

static void run_type(struct drive *drive, const struct words *words)
{
	screen_settle(&drive->screen, 0);
	screen_count(&drive->screen);
	for (int i = 0; i < words->n; i++)
		press(drive, words->word[i], words->quoted[i]);
}

/* mouse COLUMN ROW, from 1 */
static void run_mouse(struct drive *drive, const struct words *words)
{
	screen_click(&drive->screen, atoi(words->word[1]) - 1,
		     atoi(words->word[0]) - 1);
}

/* click TEXT: where it stands */
static void run_click(struct drive *drive, const struct words *words)
{
	int row, column;

	if (!wait_until(drive, shows, words->word[0])) {
		fail(drive, "click", words->word[0]);
		return;
	}
	screen_find(&drive->screen, words->word[0], &row, &column);
	screen_click(&drive->screen, row, column);
}

/* wheel up|down */
static void run_wheel(struct drive *drive, const struct words *words)
{
	screen_wheel(&drive->screen, drive->rows / 2, drive->columns / 2,
		     strcmp(words->word[0], "down") == 0);
}

static void play(struct drive *drive, const char *script);

/* include FILE: beside the script, played as if it stood here */
static void run_include(struct drive *drive, const struct words *words)
{
	const char *script = drive->script;
	int line = drive->line;
	char path[LINE_MAX_BYTES];

	snprintf(path, sizeof(path), "%.*s%s", folder_of(script), script,
		 words->word[0]);
	play(drive, path);
	drive->script = script;
	drive->line = line;
}

static const struct command commands[] = {
	{ "include", 1, run_include, false },
	{ "size", 1, run_size, false },
	{ "env", 1, run_env, false },
	{ "goldens", 1, run_goldens, false },
	{ "run", 0, run_run, false },
	{ "resize", 1, run_resize, true },
	{ "type", 1, run_type, true },
	{ "mouse", 2, run_mouse, true },
	{ "click", 1, run_click, true },
	{ "wheel", 1, run_wheel, true },
	{ "wait", 1, run_wait, true },
	{ "gone", 1, run_gone, true },
	{ "expect", 1, run_expect, true },
	{ "lacks", 1, run_lacks, true },
	{ "bytes", 1, run_bytes, true },
	{ "golden", 1, run_golden, true },
	{ "show", 0, run_show, true },
	{ "kill", 1, run_kill, true },
	{ "exit", 1, run_exit, true },
	{ "restored", 0, run_restored, true },
	{ "file", 1, run_file, false },
	{ "nofile", 1, run_nofile, false },
	{ "same", 2, run_same, false },
};

/* Words are parted by blanks; "one of several words" is in quotes. */
static char *next_word(const struct drive *drive, char **rest, bool *quoted)
{
	char *word = *rest + strspn(*rest, " \t");
	char *end;

	*quoted = *word == '"';
	if (*word == '\0')
		return NULL;
	word += *quoted;
	end = word + strcspn(word, *quoted ? "\"" : " \t");
	if (*quoted && *end == '\0')
		wrong(drive, "a quote is not closed", word);
	*rest = end + (*end != '\0');
	*end = '\0';
	return word;
}

static void obey(struct drive *drive, char *line)
{
	struct words words = { .n = 0 };
	char *rest = line;
	bool quoted = false;
	char *name = next_word(drive, &rest, &quoted);

	if (name == NULL || name[0] == '#')
		return;
	while (words.n < WORDS_MAX &&
	       (words.word[words.n] = next_word(drive, &rest, &quoted)) != NULL)
		words.quoted[words.n++] = quoted;
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		const struct command *command = &commands[i];

		if (strcmp(command->name, name) != 0)
			continue;
		if (words.n < command->min_words)
			wrong(drive, "too few words", name);
		if (command->needs_program && !drive->running)
			wrong(drive, "nothing runs yet", name);
		command->run(drive, &words);
		return;
	}
	wrong(drive, "there is no such command", name);
}

static void play(struct drive *drive, const char *script)
{
	FILE *file = fopen(script, "r");
	char line[LINE_MAX_BYTES];

	drive->script = script;
	drive->line = 0;
	if (file == NULL)
		wrong(drive, strerror(errno), drive->script);
	while (!drive->broken && fgets(line, sizeof(line), file) != NULL) {
		drive->line++;
		line[strcspn(line, "\n")] = '\0';
		obey(drive, line);
	}
	fclose(file);
}

static int remove_one(const char *path, const struct stat *status, int type,
		      struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	return remove(path);
}

static void clean_up(struct drive *drive)
{
	stop(drive);
	nftw(drive->home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	for (int i = 0; drive->environment[i] != NULL; i++)
		free(drive->environment[i]);
}

int main(int argc, char **argv)
{
	struct drive drive = { .rows = 24, .columns = 80,
			       .home = HOME_TEMPLATE };

	if (argc != 2) {
		fputs("usage: drive SCRIPT\n", stderr);
		return 99;
	}
	drive.main_script = drive.script = argv[1];
	drive.generate = getenv("GENERATE") != NULL;
	if (mkdtemp(drive.home) == NULL)
		wrong(&drive, strerror(errno), drive.home);
	set_up_environment(&drive);
	play(&drive, argv[1]);
	clean_up(&drive);
	printf("1..%d\n", drive.tests);
	return drive.failures > 0;
}
