#include "config.h"

#include "command/plan.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

static const struct command *const commands[] = {
	&plan_new_command,
	&plan_review_command,
	&plan_next_command,
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
