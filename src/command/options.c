#include "config.h"

#include "command/options.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "command/command.h"

#define FIRST_VALUE 256		/* getopt values of rows: beyond characters */
#define HELP_COLUMN 24		/* where an option's words begin */
#define HELP_WIDTH 78

static size_t count_rows(const struct option_row *rows)
{
	size_t n = 0;

	while (rows[n].name != NULL)
		n++;
	return n;
}

static struct option *getopt_table(const struct option_row *rows)
{
	size_t n = count_rows(rows);
	struct option *table = xcalloc(n + 3, sizeof *table);

	for (size_t i = 0; i < n; i++)
		table[i] = (struct option){
			rows[i].name,
			rows[i].argument != NULL ? required_argument
						 : no_argument,
			NULL, FIRST_VALUE + (int)i };
	table[n] = (struct option){ "help", no_argument, NULL, 'h' };
	table[n + 1] = (struct option){ "version", no_argument, NULL, 'V' };
	return table;
}

int options_text(void *text, const char *program, const char *argument)
{
	(void)program;
	*(const char **)text = argument;
	return -1;
}

int options_flag(void *flag, const char *program, const char *argument)
{
	(void)program;
	(void)argument;
	*(bool *)flag = true;
	return -1;
}

int options_json(void *json, const char *program, const char *argument)
{
	static const struct option_words formats = {
		{ "text", "json" },
		N_("there is no format %s; write text or json"),
	};
	unsigned format = 0;
	int status = options_word(&format, program, argument, &formats);

	*(bool *)json = format == 1;
	return status;
}

int options_language(void *nothing, const char *program, const char *argument)
{
	(void)nothing;
	(void)program;
	i18n_start(argument);
	return -1;
}

int options_word(unsigned *word, const char *program, const char *argument,
		 const struct option_words *words)
{
	for (unsigned i = 0; words->words[i] != NULL; i++) {
		if (strcmp(words->words[i], argument) == 0) {
			*word = i;
			return -1;
		}
	}
	return options_wrong(program, _(words->unknown), argument);
}

static int read_row(const struct option_row *row, const char *program,
		    const char *argument, char *wanted)
{
	void *member = wanted + row->offset;

	return row->read != NULL
		? row->read(member, program, argument)
		: options_word(member, program, argument, row->words);
}

int options_read(const struct command *command, int argc, char **argv,
		 void *wanted)
{
	struct option *table = getopt_table(command->options);
	int found, status = -1;

	while (status < 0 &&
	       (found = getopt_long(argc, argv, "hV", table, NULL)) != -1) {
		if (found >= FIRST_VALUE) {
			status = read_row(&command->options[found - FIRST_VALUE],
					  argv[0], optarg, wanted);
		} else if (found == 'h') {
			options_help(stdout, command);
			status = EXIT_FINISHED;
		} else if (found == 'V') {
			puts(PACKAGE_STRING);
			status = EXIT_FINISHED;
		} else {
			fprintf(stderr, _("Try '%s --help'.\n"), argv[0]);
			status = EXIT_USAGE;
		}
	}
	free(table);
	return status;
}

int options_wrong(const char *command, const char *fmt, ...)
{
	va_list args;

	fprintf(stderr, "%s: ", command);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fprintf(stderr, "\n");
	fprintf(stderr, _("Try '%s --help'.\n"), command);
	return EXIT_USAGE;
}

/* Words from a column on, wrapped; `used` columns of the line are taken. */
static void print_from(FILE *stream, const char *text, int column, int used)
{
	struct text_line lines[16];
	size_t n = text_wrap(text, (size_t)(HELP_WIDTH - column), lines, 16);

	if (used > 0 && used >= column) {
		fprintf(stream, "\n");
		used = 0;
	}
	for (size_t i = 0; i < n && i < 16; i++) {
		fprintf(stream, "%*s%.*s\n", column - used, "",
			(int)lines[i].bytes, text + lines[i].start);
		used = 0;
	}
}

static void print_row(FILE *stream, const char *name, const char *argument,
		      const char *help)
{
	int used = fprintf(stream, "  --%s%s%s", name,
			   argument != NULL ? "=" : "",
			   argument != NULL ? _(argument) : "");

	print_from(stream, _(help), HELP_COLUMN, used);
}

void options_help(FILE *stream, const struct command *command)
{
	fprintf(stream, _("Usage: %s\n\n"), _(command->usage));
	print_from(stream, _(command->purpose), 0, 0);
	fprintf(stream, "\n%s\n", _("Examples:"));
	for (size_t i = 0; command->examples[i] != NULL; i++)
		fprintf(stream, "  %s\n", command->examples[i]);
	fprintf(stream, "\n%s\n", _("Options:"));
	for (const struct option_row *row = command->options;
	     row->name != NULL; row++)
		print_row(stream, row->name, row->argument, row->help);
	print_row(stream, "help", NULL, N_("show this help"));
	print_row(stream, "version", NULL, N_("show the version"));
	if (command->notes != NULL)
		fprintf(stream, "\n%s\n", _(command->notes));
}
