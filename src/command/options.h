/*
 * A command's options, one row each: the rows drive parsing and --help.
 * Own code around getopt_long because that keeps no words for help.
 */
#ifndef SITWELL_OPTIONS_H
#define SITWELL_OPTIONS_H

#include <stdio.h>

struct option_row {
	const char *name;	/* long, without the dashes */
	const char *argument;	/* "FILE", or NULL for none; N_() */
	const char *help;	/* N_() */
};

struct command;

/*
 * Reads the next option of argv (which starts with the command's name).
 * Returns its row's index with *argument, OPTIONS_END when only operands
 * are left (argv[optind] ...), OPTIONS_HELP or OPTIONS_VERSION, which every
 * command has, or OPTIONS_WRONG after saying what is wrong.
 */
enum { OPTIONS_END = -1, OPTIONS_WRONG = -2, OPTIONS_HELP = -3,
       OPTIONS_VERSION = -4 };
int options_next(const struct option_row *rows, int argc, char **argv,
		 const char **argument);

/* Says that an operand or a value is wrong, and where help stands. */
int options_wrong(const char *command, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Usage, what it does, examples, options. */
void options_help(FILE *stream, const struct command *command);

#endif
