/*
 * drive SCRIPT: plays a script of keys to a program in a terminal and says
 * in TAP whether it showed what it should.  README tells the commands.
 *
 * Nothing here sleeps: a command waits until the screen shows what is
 * wanted and stays so, and fails after a deadline.
 */
#include <config.h>

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/flows/drive.h"

/* One command of the language. */
struct command {
	const char *name;
	int min_words;			/* after the name */
	void (*run)(struct drive *drive, const struct words *words);
	bool needs_program;
};

void wrong(const struct drive *drive, const char *what, const char *which)
{
	fprintf(stderr, "%s:%d: %s: %s\n", drive->script, drive->line, what,
		which);
	exit(99);
}

void comment(const char *text)
{
	while (*text != '\0') {
		int size = (int)strcspn(text, "\n");

		printf("#   %.*s\n", size, text);
		text += size;
		text += *text == '\n';
	}
}

void show_screen(const struct drive *drive)
{
	char *text = screen_text(&drive->screen);

	puts("# the screen:");
	comment(text);
	free(text);
}

void report(struct drive *drive, bool good, const char *command,
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

void fail(struct drive *drive, const char *command, const char *what)
{
	report(drive, false, command, what);
	drive->broken = true;
}

int folder_of(const char *script)
{
	const char *slash = strrchr(script, '/');

	return slash == NULL ? 0 : (int)(slash - script) + 1;
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
	{ "copy", 2, run_copy, false },
	{ "edit", 3, run_edit, false },
	{ "overwrite", 3, run_overwrite, false },
	{ "move", 2, run_move, false },
	{ "delete", 1, run_delete, false },
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
