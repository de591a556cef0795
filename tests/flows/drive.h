/*
 * What the parts of drive share: the state of a script that is played, and
 * the commands of its language, which README tells.
 */
#ifndef SITWELL_TESTS_DRIVE_H
#define SITWELL_TESTS_DRIVE_H

#include "tests/flows/screen.h"

#define HOME_TEMPLATE "/tmp/sitwell-flow-XXXXXX"
#define LINE_MAX_BYTES 1024
#define WORDS_MAX 32
#define VARIABLES_MAX 32

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

/* drive.c: what is said in TAP */

/* Wrong scripts are not failed tests: they end the run. */
void wrong(const struct drive *drive, const char *what, const char *which);
/* Lines that TAP passes over. */
void comment(const char *text);
void show_screen(const struct drive *drive);
/* One test. */
void report(struct drive *drive, bool good, const char *command,
	    const char *what);
/* A failure after which the rest of the script has no meaning. */
void fail(struct drive *drive, const char *command, const char *what);
/* Length of the script's folder, with its slash. */
int folder_of(const char *script);

/* drive_program.c: the program and what it runs in */

void set_up_environment(struct drive *drive);
/*
 * $SOURCE_TREE/... as a path, which the caller frees; another word as it is.
 */
char *source_path(const struct drive *drive, char *word);
void stop(struct drive *drive);

/* drive_compare.c: files */

/* The path of NAME in the home folder. */
void home_path(const struct drive *drive, const char *name, char *path,
	       size_t size);
/* All of it, to be freed; NULL if it cannot be read. */
char *read_file(const char *path);
/* A file that cannot be written ends the run. */
void write_file(const struct drive *drive, const char *path,
		const char *text);

/* drive_look.c: waiting for what is wanted */

typedef bool condition(struct drive *drive, const char *argument);

/* True as soon as it holds on a screen at rest; false after the deadline. */
bool wait_until(struct drive *drive, condition *holds, const char *argument);
bool shows(struct drive *drive, const char *text);

/* The commands; `words` are what follows the name. */
void run_size(struct drive *drive, const struct words *words);
void run_env(struct drive *drive, const struct words *words);
void run_goldens(struct drive *drive, const struct words *words);
void run_run(struct drive *drive, const struct words *words);
void run_resize(struct drive *drive, const struct words *words);
void run_type(struct drive *drive, const struct words *words);
void run_mouse(struct drive *drive, const struct words *words);
void run_click(struct drive *drive, const struct words *words);
void run_wheel(struct drive *drive, const struct words *words);
void run_wait(struct drive *drive, const struct words *words);
void run_gone(struct drive *drive, const struct words *words);
void run_expect(struct drive *drive, const struct words *words);
void run_lacks(struct drive *drive, const struct words *words);
void run_bytes(struct drive *drive, const struct words *words);
void run_golden(struct drive *drive, const struct words *words);
void run_show(struct drive *drive, const struct words *words);
void run_kill(struct drive *drive, const struct words *words);
void run_exit(struct drive *drive, const struct words *words);
void run_restored(struct drive *drive, const struct words *words);
void run_file(struct drive *drive, const struct words *words);
void run_nofile(struct drive *drive, const struct words *words);
void run_same(struct drive *drive, const struct words *words);
void run_copy(struct drive *drive, const struct words *words);
void run_edit(struct drive *drive, const struct words *words);
void run_overwrite(struct drive *drive, const struct words *words);
void run_move(struct drive *drive, const struct words *words);
void run_delete(struct drive *drive, const struct words *words);

#endif
