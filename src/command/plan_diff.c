/* sitwell plan diff: what changed between two plans. */
#include "config.h"

#include <getopt.h>
#include <string.h>

#include "base/i18n.h"
#include "command/plan.h"
#include "report/plan_changes.h"
#include "report/plan_pages.h"
#include "report/report.h"

struct wanted {
	const char *pack, *output;
	size_t columns;
	bool json;
};

enum { OPT_FORMAT, OPT_OUTPUT, OPT_COLUMNS, OPT_PACK, OPT_LANG };

static const struct option_row rows[] = {
	[OPT_FORMAT] = { "format", N_("FORMAT"), N_("text or json") },
	[OPT_OUTPUT] = { "output", N_("FILE"),
		N_("write there instead of to standard output") },
	[OPT_COLUMNS] = { "columns", N_("N"),
		N_("width of the text, usually 76") },
	[OPT_PACK] = { "pack", N_("DIR"), N_("the pack with the exercises") },
	[OPT_LANG] = { "lang", N_("LL"), N_("the language, such as en") },
	{ NULL, NULL, NULL },
};

static const char *const examples[] = {
	"sitwell plan diff k7q2.ini k7q2-next.ini",
	"sitwell plan diff --format json k7q2.ini k7q2-next.ini",
	NULL,
};

static int read_option(void *data, const char *program, int option,
		       const char *argument)
{
	struct wanted *wanted = data;

	switch (option) {
	case OPT_FORMAT:
		return plan_read_format(&wanted->json, program, argument);
	case OPT_OUTPUT:
		wanted->output = argument;
		break;
	case OPT_COLUMNS:
		return plan_read_columns(&wanted->columns, program, argument);
	case OPT_PACK:
		wanted->pack = argument;
		break;
	case OPT_LANG:
		i18n_start(argument);
		break;
	}
	return -1;
}

static int write_diff(const struct wanted *wanted, const struct plan *before,
		      const struct plan *after)
{
	FILE *stream = command_open_output(wanted->output);
	struct plan_diff *diff;
	struct page page = { .title = NULL };

	if (stream == NULL)
		return EXIT_FAILED;
	diff = plan_diff(before, after);
	if (wanted->json) {
		plan_changes_json(stream, diff);
	} else {
		plan_page_diff(&page, diff);
		report_page(stream, &page, wanted->columns);
		page_done(&page);
	}
	plan_diff_free(&diff);
	return command_close_output(stream, wanted->output);
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .columns = PLAN_COLUMNS };
	struct error_list faults = { 0 };
	struct plan_files files;
	struct plan *after = NULL;
	int status = command_options(command, argc, argv, read_option,
				     &wanted);

	if (status >= 0)
		return status;
	if (argc - optind != 2)
		return options_wrong(argv[0], _("name two plans, the older one first"));
	status = plan_files_load(&files, wanted.pack, argv[optind]);
	if (status == 0 && plan_read(&after, files.pack, argv[optind + 1],
				     &faults) != 0) {
		error_list_print(stderr, &faults);
		status = EXIT_CONTENT;
	}
	if (status == 0)
		status = write_diff(&wanted, files.plan, after);
	error_list_done(&faults);
	plan_free(&after);
	plan_files_done(&files);
	return status;
}

const struct command plan_diff_command = {
	.name = "plan diff",
	.usage = N_("sitwell plan diff [OPTION...] OLD NEW"),
	.purpose = N_("Says what changed between two plans, week by week."),
	.examples = examples,
	.options = rows,
	.run = run,
};
