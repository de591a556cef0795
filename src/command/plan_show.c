/* sitwell plan show: a plan as text. */
#include "config.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "command/plan.h"
#include "report/plan_pages.h"
#include "report/report.h"

struct wanted {
	const char *pack, *path, *output;
	double week;		/* 0: all */
	size_t columns;
};

static int read_week(void *out, const char *program, const char *argument)
{
	double *week = out;

	if (text_number(week, argument) == 0 && *week >= 1)
		return -1;
	return options_wrong(program, _("%s is no week; write a number from 1"),
			     argument);
}

static const struct option_row rows[] = {
	{ "week", N_("N"), N_("this week alone, marked in the overview"),
	  OPTION_MEMBER(read_week, struct wanted, week, double) },
	OPTION_COLUMNS(struct wanted),
	OPTION_OUTPUT(struct wanted),
	OPTION_PLAN_PACK(struct wanted),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell plan show k7q2.ini",
	"sitwell plan show k7q2.ini --week 3 --columns 40",
	NULL,
};

/* The overview and the weeks from `first` to `last`. */
static int write_weeks(const struct wanted *wanted, const struct plan *plan,
		       size_t first, size_t last)
{
	size_t count = last - first + 2;
	struct page *pages = xcalloc(count, sizeof *pages);
	FILE *stream = command_open_output(wanted->output);
	int status = EXIT_FAILED;

	plan_page_overview(&pages[0], plan, wanted->week > 0 ? first : 0);
	for (size_t i = 1; i < count; i++)
		plan_page_week(&pages[i], plan, first + i - 1,
			       DETAIL_CRITERIA);
	if (stream != NULL) {
		report_pages(stream, pages, count, wanted->columns);
		status = command_close_output(stream, wanted->output);
	}
	for (size_t i = 0; i < count; i++)
		page_done(&pages[i]);
	free(pages);
	return status;
}

static int show(const struct wanted *wanted, const char *program,
		const struct plan *plan)
{
	size_t week = (size_t)wanted->week;

	if (wanted->week == 0)
		return write_weeks(wanted, plan, 1, plan->n_weeks);
	if (wanted->week > (double)plan->n_weeks ||
	    wanted->week != (double)week)
		return options_wrong(program,
				     ngettext("there is no week %g; the plan has %zu week",
					      "there is no week %g; the plan has %zu weeks",
					      plan->n_weeks),
				     wanted->week, plan->n_weeks);
	return write_weeks(wanted, plan, week, week);
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .columns = PLAN_COLUMNS };
	struct plan_files files;
	int status = plan_read_options(&wanted.path, command, argc, argv,
				       &wanted);

	if (status >= 0)
		return status;
	status = plan_files_load(&files, wanted.pack, wanted.path);
	if (status == 0)
		status = show(&wanted, argv[0], files.plan);
	plan_files_done(&files);
	return status;
}

const struct command plan_show_command = {
	.name = "plan show",
	.usage = N_("sitwell plan show [OPTION...] FILE"),
	.purpose = N_("Shows a plan: its phases, then each week with the days and doses of its exercises."),
	.examples = examples,
	.options = rows,
	.run = run,
};
