/* sitwell plan list: the programmes and exercises of a pack. */
#include "config.h"

#include <getopt.h>
#include <string.h>

#include "base/i18n.h"
#include "command/plan.h"
#include "report/plan_lists.h"
#include "report/report.h"

struct wanted {
	const char *pack, *condition;
	size_t columns;
	bool programmes, exercises;
};

static const struct option_row rows[] = {
	{ "condition", N_("ID"),
	  N_("what is for a condition or its form, and what is not"),
	  OPTION_TEXT(struct wanted, condition) },
	OPTION_COLUMNS(struct wanted),
	OPTION_PACK(struct wanted, N_("the pack to list")),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell plan list",
	"sitwell plan list programmes",
	"sitwell plan list exercises --condition gluteal-tendinopathy",
	NULL,
};

static int read_what(struct wanted *wanted, int argc, char **argv)
{
	const char *what = optind < argc ? argv[optind] : NULL;

	if (argc - optind > 1)
		return options_wrong(argv[0], _("%s is one word too many"),
				     argv[optind + 1]);
	wanted->programmes = what == NULL || strcmp(what, "programmes") == 0;
	wanted->exercises = what == NULL || strcmp(what, "exercises") == 0;
	if (wanted->programmes || wanted->exercises)
		return -1;
	return options_wrong(argv[0], _("%s cannot be listed; write programmes or exercises"),
			     what);
}

static int list(const struct wanted *wanted, const struct pack *pack)
{
	const struct target *target = NULL;
	struct page pages[2] = { { .title = NULL } };
	size_t count = 0;

	if (wanted->condition != NULL) {
		target = plan_find("sitwell plan list", pack, KIND_TARGET,
				   wanted->condition);
		if (target == NULL)
			return EXIT_USAGE;
	}
	if (wanted->programmes)
		page_of_programmes(&pages[count++], pack, target);
	if (wanted->exercises)
		page_of_exercises(&pages[count++], pack, target);
	report_pages(stdout, pages, count, wanted->columns);
	for (size_t i = 0; i < count; i++)
		page_done(&pages[i]);
	return command_close_output(stdout, NULL);
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .columns = PLAN_COLUMNS };
	struct pack *pack = NULL;
	int status = options_read(command, argc, argv, &wanted);

	if (status < 0)
		status = read_what(&wanted, argc, argv);
	if (status >= 0)
		return status;
	status = command_load_pack(&pack, wanted.pack);
	if (status == 0)
		status = list(&wanted, pack);
	pack_free(&pack);
	return status;
}

const struct command plan_list_command = {
	.name = "plan list",
	.usage = N_("sitwell plan list [OPTION...] [programmes|exercises]"),
	.purpose = N_("Lists the programmes and exercises that a plan can have, with their ids."),
	.examples = examples,
	.options = rows,
	.run = run,
};
