/* sitwell plan next: on, stay or back, by the log. */
#include "config.h"

#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "command/plan.h"
#include "plan/next.h"
#include "report/plan_next.h"

#define COLUMNS 76

struct wanted {
	const char *pack, *path, *log, *output;
};

static const struct option_row rows[] = {
	{ "log", N_("FILE"), N_("the log of the days"),
	  OPTION_TEXT(struct wanted, log) },
	{ "output", N_("FILE"),
	  N_("write the plan with the week to come there"),
	  OPTION_TEXT(struct wanted, output) },
	OPTION_PACK(struct wanted, N_("the pack to judge by")),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell plan next k7q2.ini --log k7q2-log.ini",
	"sitwell plan next k7q2.ini --log k7q2-log.ini --output k7q2-next.ini",
	NULL,
};

/* The plan as its author wrote it, comments and all. */
static int copy_plan(FILE *stream, const char *path)
{
	char bytes[4096];
	FILE *plan = fopen(path, "r");
	size_t count;
	char last = '\n';

	if (plan == NULL) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return -1;
	}
	while ((count = fread(bytes, 1, sizeof bytes, plan)) > 0) {
		fwrite(bytes, 1, count, stream);
		last = bytes[count - 1];
	}
	if (last != '\n')
		fputc('\n', stream);
	fclose(plan);
	return 0;
}

static int write_plan(const struct wanted *wanted, const struct next *next)
{
	FILE *stream;
	int result = 0;

	if (wanted->output == NULL || next->phase == NULL)
		return 0;
	if (strcmp(wanted->output, wanted->path) == 0)
		return options_wrong("sitwell plan next", _("the output is the plan itself; name another file"));
	stream = command_open_output(wanted->output);
	if (stream == NULL)
		return EXIT_FAILED;
	if (copy_plan(stream, wanted->path) == 0)
		plan_write_week(stream, &next->week);
	else
		result = EXIT_FAILED;
	return command_close_output(stream, wanted->output) != 0
		? EXIT_FAILED : result;
}

static int go_on(const struct wanted *wanted, const struct plan_files *files)
{
	struct error_list faults = { 0 };
	struct log *log = NULL;
	struct next *next;
	int status;

	if (log_read(&log, files->pack, wanted->log, &faults) != 0) {
		error_list_print(stderr, &faults);
		error_list_done(&faults);
		return EXIT_CONTENT;
	}
	next = plan_next(files->plan, log);
	plan_next_text(stdout, next, COLUMNS);
	status = write_plan(wanted, next);
	if (status == 0 && next->step == STEP_STOP)
		status = EXIT_PROOF;
	next_free(&next);
	log_free(&log);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .pack = NULL };
	struct plan_files files;
	int status = plan_read_options(&wanted.path, command, argc, argv,
				       &wanted);

	if (status >= 0)
		return status;
	if (wanted.log == NULL)
		return options_wrong(argv[0], _("name the log: --log FILE"));
	status = plan_files_load(&files, wanted.pack, wanted.path);
	if (status == 0)
		status = go_on(&wanted, &files);
	plan_files_done(&files);
	return status;
}

const struct command plan_next_command = {
	.name = "plan next",
	.usage = N_("sitwell plan next FILE --log FILE [OPTION...]"),
	.purpose = N_("Says from the log whether to move on, stay or step back, and why. Ends with 4 if the log says stop."),
	.examples = examples,
	.options = rows,
	.run = run,
};
