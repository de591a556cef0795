#include "config.h"

#include "command/plan.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "plan/review.h"

#define FEWEST_COLUMNS 38
#define MOST_COLUMNS 1000

static const struct command *const commands[] = {
	&plan_new_command,
	&plan_review_command,
	&plan_next_command,
	&plan_show_command,
	&plan_export_command,
	&plan_diff_command,
	&plan_list_command,
	&plan_card_command,
};
#define N_COMMANDS (sizeof commands / sizeof *commands)

int plan_files_load(struct plan_files *files, const char *given_pack,
		    const char *path)
{
	struct error_list faults = { 0 };
	int status;

	*files = (struct plan_files){ .pack = NULL };
	status = command_load_pack(&files->pack, given_pack);
	if (status == 0 &&
	    plan_read(&files->plan, files->pack, path, &faults) != 0) {
		error_list_print(stderr, &faults);
		status = EXIT_CONTENT;
	}
	error_list_done(&faults);
	return status;
}

void plan_files_done(struct plan_files *files)
{
	plan_free(&files->plan);
	pack_free(&files->pack);
}

bool plan_is_stopped(const struct plan *plan)
{
	struct review *review = review_plan(plan);
	bool stopped = review->counts[REVIEW_STOP] > 0;

	review_free(&review);
	return stopped;
}

const void *plan_find(const char *program, const struct pack *pack,
		      enum kind_id kind, const char *id)
{
	const char *name = kind_row(kind)->name;
	const void *found = pack_find(pack, kind, id);
	const char *nearest = found == NULL ? pack_nearest(pack, kind, id)
					    : NULL;

	if (nearest != NULL)
		fprintf(stderr, _("%s: there is no %s %s; did you mean %s?\n"),
			program, name, id, nearest);
	else if (found == NULL)
		fprintf(stderr, _("%s: there is no %s %s; see: sitwell plan list\n"),
			program, name, id);
	return found;
}

int plan_read_columns(void *columns, const char *program,
		      const char *argument)
{
	double number;

	if (text_number(&number, argument) != 0 || number < FEWEST_COLUMNS ||
	    number > MOST_COLUMNS || number != (double)(size_t)number)
		return options_wrong(program, _("%s is no width; write a number from %d to %d"),
				     argument, FEWEST_COLUMNS, MOST_COLUMNS);
	*(size_t *)columns = (size_t)number;
	return -1;
}

int plan_read_options(const char **path, const struct command *command,
		      int argc, char **argv, void *wanted)
{
	int status = options_read(command, argc, argv, wanted);

	if (status >= 0)
		return status;
	if (argc - optind != 1)
		return options_wrong(argv[0], _("name one plan"));
	*path = argv[optind];
	return -1;
}

/* "review" of "plan review" */
static const char *last_word(const struct command *command)
{
	return strrchr(command->name, ' ') + 1;
}

static const struct command *find(const char *name)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		if (strcmp(last_word(commands[i]), name) == 0)
			return commands[i];
	return NULL;
}

static void print_commands(FILE *stream)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		fprintf(stream, "  sitwell %-14s %s\n", commands[i]->name,
			_(commands[i]->purpose));
}

static int run(const struct command *command, int argc, char **argv)
{
	static char name[64];
	const struct command *found;

	if (argc < 2 || strcmp(argv[1], "--help") == 0 ||
	    strcmp(argv[1], "-h") == 0) {
		FILE *stream = argc < 2 ? stderr : stdout;

		fprintf(stream, _("Usage: %s\n\n%s\n\n"), _(command->usage),
			_(command->purpose));
		print_commands(stream);
		return argc < 2 ? EXIT_USAGE : EXIT_FINISHED;
	}
	found = find(argv[1]);
	if (found == NULL) {
		fprintf(stderr, _("sitwell plan: there is no command %s; these are:\n"),
			argv[1]);
		print_commands(stderr);
		return EXIT_USAGE;
	}
	snprintf(name, sizeof name, "sitwell %s", found->name);
	argv[1] = name;
	return found->run(found, argc - 1, argv + 1);
}

const struct command plan_command = {
	.name = "plan",
	.usage = N_("sitwell plan COMMAND [OPTION...] [FILE...]"),
	.purpose = N_("Makes rehab plans, reviews them and takes them further."),
	.run = run,
};
