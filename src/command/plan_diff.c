/* sitwell plan diff: what changed between two plans. */
#include "config.h"

#include <getopt.h>

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

static const struct option_row rows[] = {
	OPTION_JSON(struct wanted, N_("text or json")),
	OPTION_OUTPUT(struct wanted),
	OPTION_COLUMNS(struct wanted),
	OPTION_PLAN_PACK(struct wanted),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell plan diff k7q2.ini k7q2-next.ini",
	"sitwell plan diff --format json k7q2.ini k7q2-next.ini",
	NULL,
};

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
	int status = options_read(command, argc, argv, &wanted);

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
