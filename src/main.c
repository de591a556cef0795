/* The program: the table of commands. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "command/command.h"

static const struct command *const commands[] = {
	&assess_command,
	&check_command,
	&graph_command,
	&impact_command,
	&new_command,
	&plan_command,
	&vignettes_command,
};

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

int main(int argc, char **argv)
{
	const struct command *command = NULL;
	char name[64] = "sitwell";

	i18n_start(getenv("SITWELL_LANG"));
	if (argc > 1)
		command = find_command(argv[1]);
	if (command != NULL) {
		argc--;
		argv++;
		snprintf(name, sizeof name, "sitwell %s", command->name);
	} else {
		command = &interview_command;
	}
	if (argc > 0)
		argv[0] = name;
	return command->run(command, argc, argv);
}
