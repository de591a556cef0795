/* sitwell plan export: what the person takes home. */
#include "config.h"

#include <getopt.h>
#include <string.h>

#include "base/i18n.h"
#include "command/plan.h"
#include "plan/review.h"
#include "report/handout.h"
#include "report/plan_calendar.h"

enum format { FORMAT_TEXT, FORMAT_HTML, FORMAT_ICS };

struct wanted {
	const char *pack, *path, *output;
	enum format format;
	size_t columns;
};

enum { OPT_FORMAT, OPT_OUTPUT, OPT_COLUMNS, OPT_PACK, OPT_LANG };

static const struct option_row rows[] = {
	[OPT_FORMAT] = { "format", N_("FORMAT"),
		N_("text, html, or ics for a calendar") },
	[OPT_OUTPUT] = { "output", N_("FILE"),
		N_("write there instead of to standard output") },
	[OPT_COLUMNS] = { "columns", N_("N"),
		N_("width of the text, usually 76") },
	[OPT_PACK] = { "pack", N_("DIR"), N_("the pack with the exercises") },
	[OPT_LANG] = { "lang", N_("LL"), N_("the language, such as en") },
	{ NULL, NULL, NULL },
};

static const char *const examples[] = {
	"sitwell plan export k7q2.ini --format html --output k7q2.html",
	"sitwell plan export k7q2.ini --format ics --output k7q2.ics",
	NULL,
};

static int read_format(enum format *format, const char *program,
		       const char *text)
{
	static const char *const formats[] = { "text", "html", "ics" };

	for (int i = 0; i < 3; i++) {
		if (strcmp(formats[i], text) == 0) {
			*format = (enum format)i;
			return -1;
		}
	}
	return options_wrong(program,
			     _("there is no format %s; write text, html or ics"),
			     text);
}

static int read_option(void *data, const char *program, int option,
		       const char *argument)
{
	struct wanted *wanted = data;

	switch (option) {
	case OPT_FORMAT:
		return read_format(&wanted->format, program, argument);
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

static void write_handout(FILE *stream, const struct wanted *wanted,
			  const struct plan *plan)
{
	struct handout *handout = handout_new(plan);

	if (wanted->format == FORMAT_HTML)
		handout_html(stream, handout);
	else
		handout_text(stream, handout, wanted->columns);
	handout_free(&handout);
}

static int write_plan(const struct wanted *wanted, const struct plan *plan)
{
	FILE *stream = command_open_output(wanted->output);

	if (stream == NULL)
		return EXIT_FAILED;
	if (wanted->format == FORMAT_ICS)
		plan_calendar(stream, plan);
	else
		write_handout(stream, wanted, plan);
	return command_close_output(stream, wanted->output);
}

/* Nobody takes a plan home that could harm. */
static bool is_stopped(const struct plan *plan)
{
	struct review *review = review_plan(plan);
	bool stopped = review->counts[REVIEW_STOP] > 0;

	review_free(&review);
	return stopped;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .columns = PLAN_COLUMNS };
	struct plan_files files;
	int status = command_options(command, argc, argv, read_option,
				     &wanted);

	if (status >= 0)
		return status;
	if (argc - optind != 1)
		return options_wrong(argv[0], _("name one plan"));
	wanted.path = argv[optind];
	status = plan_files_load(&files, wanted.pack, wanted.path);
	if (status == 0 && is_stopped(files.plan)) {
		fprintf(stderr, _("%s: the review says stop, so there is no hand-out; see: sitwell plan review %s\n"),
			wanted.path, wanted.path);
		status = EXIT_PROOF;
	} else if (status == 0) {
		status = write_plan(&wanted, files.plan);
	}
	plan_files_done(&files);
	return status;
}

const struct command plan_export_command = {
	.name = "plan export",
	.usage = N_("sitwell plan export [OPTION...] FILE"),
	.purpose = N_("Writes a plan for the person to take home, as text, a page to print or a calendar. Ends with 4 if the review says stop."),
	.examples = examples,
	.options = rows,
	.run = run,
};
