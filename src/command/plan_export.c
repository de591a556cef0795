/* sitwell plan export: what the person takes home. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "command/plan.h"
#include "report/handout.h"
#include "report/plan_calendar.h"

enum format { FORMAT_TEXT, FORMAT_HTML, FORMAT_ICS };

static const struct option_words formats = {
	{ [FORMAT_TEXT] = "text", [FORMAT_HTML] = "html",
	  [FORMAT_ICS] = "ics" },
	N_("there is no format %s; write text, html or ics"),
};

struct wanted {
	const char *pack, *path, *output;
	enum format format;
	size_t columns;
};

static const struct option_row rows[] = {
	{ "format", N_("FORMAT"), N_("text, html, or ics for a calendar"),
	  OPTION_WORD(struct wanted, format, &formats) },
	OPTION_OUTPUT(struct wanted),
	OPTION_COLUMNS(struct wanted),
	OPTION_PLAN_PACK(struct wanted),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell plan export k7q2.ini --format html --output k7q2.html",
	"sitwell plan export k7q2.ini --format ics --output k7q2.ics",
	NULL,
};

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

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .columns = PLAN_COLUMNS };
	struct plan_files files;
	int status = plan_read_options(&wanted.path, command, argc, argv,
				       &wanted);

	if (status >= 0)
		return status;
	status = plan_files_load(&files, wanted.pack, wanted.path);
	/* nobody takes a plan home that could harm */
	if (status == 0 && plan_is_stopped(files.plan)) {
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
