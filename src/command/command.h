/*
 * The commands of the program: one file each, thin: it parses options and
 * calls the rest.  Listed once, in main.c.
 */
#ifndef SITWELL_COMMAND_H
#define SITWELL_COMMAND_H

#include <stdio.h>

#include "base/error.h"
#include "command/options.h"
#include "pack/pack.h"

enum exit_status {
	EXIT_FINISHED = 0,
	EXIT_FAILED = 1,
	EXIT_USAGE = 2,
	EXIT_CONTENT = 3,	/* content or answers invalid */
	EXIT_PROOF = 4,		/* self-test, must case or proof failed */
	EXIT_STOPPED = 5,	/* by the person */
	EXIT_WIPED = 6,		/* timed out */
	EXIT_CHANGED = 7,	/* cases changed, and yet a proof held */
};

struct command {
	const char *name;	/* "" for the interview */
	const char *usage;	/* N_() texts, for --help */
	const char *purpose;
	const char *const *examples;	/* up to NULL; not translated */
	const struct option_row *options;	/* up to a row without name */
	const char *notes;	/* or NULL */
	/* argv[0] is the program and command; returns an exit status */
	int (*run)(const struct command *command, int argc, char **argv);
};

extern const struct command interview_command;
extern const struct command assess_command;
extern const struct command check_command;
extern const struct command graph_command;
extern const struct command impact_command;
extern const struct command new_command;
extern const struct command plan_command;
extern const struct command vignettes_command;

/*
 * The folder of the pack: `given` (by option, or NULL), else SITWELL_PACK,
 * else the shipped one.  `buffer` holds PATHS_MAX bytes.
 */
int command_pack_dir(char *buffer, const char *given, struct error *err);

/* Loads it and says on stderr what is wrong with it: 0 or an exit status. */
int command_load_pack(struct pack **pack, const char *given);

/* Reads the argument of --role into an int: an enum role. */
int command_role(void *role, const char *program, const char *argument);

/* For its owner alone, unless it is there. */
int command_make_folder(const char *folder, struct error *err);

/*
 * Opens --output (NULL or "-": stdout), a new file for its owner alone, and
 * closes it, telling of what could not be written.
 */
FILE *command_open_output(const char *path);
int command_close_output(FILE *stream, const char *path);

#endif
