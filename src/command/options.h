/*
 * A command's options, one row each: the rows drive parsing and --help, and
 * say where in the command's own struct a value goes.
 * Own code around getopt_long because that keeps no words for help.
 */
#ifndef SITWELL_OPTIONS_H
#define SITWELL_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/i18n.h"

/* The words that an option takes, in the order of their enum. */
struct option_words {
	const char *words[6];	/* up to NULL */
	const char *unknown;	/* what to say of another, %s; N_() */
};

struct option_row {
	const char *name;	/* long, without the dashes */
	const char *argument;	/* "FILE", or NULL for none; N_() */
	const char *help;	/* N_() */
	/*
	 * Reads a value into the member at `offset`, or, where it is NULL,
	 * options_word does by `words`.  `program` is named in what is said
	 * of a wrong one.  Returns -1 to go on, or the exit status with which
	 * to end.
	 */
	int (*read)(void *member, const char *program, const char *argument);
	size_t offset;
	const struct option_words *words;
};

/*
 * Where the value of a row goes, as its last part.  A member of another type
 * does not compile; that of OPTION_WORD is an enum.
 */
#define OPTION_MEMBER(reader, type, member, of) .read = (reader), \
	.offset = _Generic(((type *)0)->member, of: offsetof(type, member))
#define OPTION_TEXT(type, member) \
	OPTION_MEMBER(options_text, type, member, const char *)
#define OPTION_FLAG(type, member) \
	OPTION_MEMBER(options_flag, type, member, bool)
#define OPTION_WORD(type, member, known) \
	OPTION_MEMBER(NULL, type, member, unsigned), .words = (known)

/* Rows of several commands, for the members that bear the option's name. */
#define OPTION_PACK(type, help) \
	{ "pack", N_("DIR"), help, OPTION_TEXT(type, pack) }
#define OPTION_OUTPUT(type) \
	{ "output", N_("FILE"), \
	  N_("write there instead of to standard output"), \
	  OPTION_TEXT(type, output) }
/* text or json: a bool `json` */
#define OPTION_JSON(type, help) \
	{ "format", N_("FORMAT"), help, \
	  OPTION_MEMBER(options_json, type, json, bool) }
/* From here on, in that language: it has no member. */
#define OPTION_LANG OPTION_LANG_BY(.read = options_language)
#define OPTION_LANG_BY(...) \
	{ "lang", N_("LL"), N_("the language, such as en"), __VA_ARGS__ }

/* Readers of rows. */
int options_text(void *text, const char *program, const char *argument);
int options_flag(void *flag, const char *program, const char *argument);
int options_json(void *json, const char *program, const char *argument);
int options_language(void *nothing, const char *program,
		     const char *argument);

/* Finds `argument` among the words: its number, or EXIT_USAGE as above. */
int options_word(unsigned *word, const char *program, const char *argument,
		 const struct option_words *words);

struct command;

/*
 * Reads a command's options into `wanted`, its own struct.  Returns -1 when
 * all are read (argv[optind] is the first operand), or the exit status with
 * which to end: after --help or --version, which every command has, or after
 * saying what is wrong.  argv starts with the command's name.
 */
int options_read(const struct command *command, int argc, char **argv,
		 void *wanted);

/* Says that an operand or a value is wrong, and where help stands. */
int options_wrong(const char *command, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Usage, what it does, examples, options. */
void options_help(FILE *stream, const struct command *command);

#endif
