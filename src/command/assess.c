/* sitwell assess: an answers file in, an assessment out. */
#include "config.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "answers/answers_file.h"
#include "assess/assess.h"
#include "base/i18n.h"
#include "command/command.h"
#include "report/explain.h"
#include "report/report.h"
#include "report/site.h"

#define TEXT_COLUMNS 76

enum format { FORMAT_TEXT, FORMAT_JSON };

static const struct {
	const char *id;
	enum format format;
} formats[] = { { "text", FORMAT_TEXT }, { "json", FORMAT_JSON } };

struct wanted {
	const char *pack, *answers, *output;
	int role;			/* -1: as the file says */
	enum format format;
	bool explain;
};

enum { OPT_ANSWERS, OPT_ROLE, OPT_FORMAT, OPT_EXPLAIN, OPT_OUTPUT, OPT_PACK,
       OPT_LANG };

static const struct option_row rows[] = {
	[OPT_ANSWERS] = { "answers", N_("FILE"),
		N_("the answers file; - reads standard input") },
	[OPT_ROLE] = { "role", N_("ROLE"),
		N_("patient, physio or trainer, instead of what the file says") },
	[OPT_FORMAT] = { "format", N_("FORMAT"), N_("text (usual) or json") },
	[OPT_EXPLAIN] = { "explain", NULL,
		N_("how it came about, down to answers, ratios and lines of the pack") },
	[OPT_OUTPUT] = { "output", N_("FILE"),
		N_("write there instead of to standard output") },
	[OPT_PACK] = { "pack", N_("DIR"), N_("the content to use") },
	[OPT_LANG] = { "lang", N_("LL"), N_("the language, such as en") },
	{ NULL, NULL, NULL },
};

static const char *const examples[] = {
	"sitwell assess --answers case.ini",
	"sitwell assess --answers - --format json < case.ini",
	"sitwell assess --answers case.ini --explain",
	"sitwell assess --answers visit.ini --role physio --output visit.txt",
	NULL,
};

static int read_format(struct wanted *wanted, const char *program,
		       const char *text)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		if (strcmp(formats[i].id, text) == 0) {
			wanted->format = formats[i].format;
			return -1;
		}
	}
	return options_wrong(program,
			     _("there is no format %s; write text or json"),
			     text);
}

static int read_option(struct wanted *wanted, const char *program, int option,
		       const char *argument)
{
	switch (option) {
	case OPT_ANSWERS:
		wanted->answers = argument;
		break;
	case OPT_ROLE:
		wanted->role = command_role(program, argument);
		return wanted->role < 0 ? EXIT_USAGE : -1;
	case OPT_FORMAT:
		return read_format(wanted, program, argument);
	case OPT_EXPLAIN:
		wanted->explain = true;
		break;
	case OPT_OUTPUT:
		wanted->output = argument;
		break;
	case OPT_PACK:
		wanted->pack = argument;
		break;
	case OPT_LANG:
		i18n_start(argument);
		break;
	}
	return -1;
}

/* -1 to go on, or the exit status with which to end. */
static int read_options(struct wanted *wanted, const struct command *command,
			int argc, char **argv)
{
	const char *argument;
	int option, status;

	while ((option = options_next(rows, argc, argv, &argument)) !=
	       OPTIONS_END) {
		status = command_common(command, option);
		if (status < 0)
			status = read_option(wanted, argv[0], option, argument);
		if (status >= 0)
			return status;
	}
	if (optind < argc)
		return options_wrong(argv[0],
				     _("%s is one word too many; the answers file comes behind --answers"),
				     argv[optind]);
	if (wanted->answers == NULL)
		return options_wrong(argv[0],
				     _("--answers is missing; name an answers file, or - for standard input"));
	return -1;
}

static void write_text(FILE *stream, const struct assessment *assessment,
		       const struct answers *answers)
{
	struct site site;
	struct error err;
	struct document *document;

	if (site_read(&site, &err) != 0)
		error_print(stderr, &err);
	if (assessment->scope != NULL)
		document = document_out_of_scope(assessment, answers, &site);
	else
		document = document_new(assessment, answers, &site);
	report_text(stream, document, TEXT_COLUMNS);
	document_free(&document);
}

static void write_trace(FILE *stream, enum format format,
			const struct assessment *assessment,
			const struct answers *answers)
{
	struct trace *trace = trace_new(assessment, answers);

	if (format == FORMAT_JSON)
		report_json_explained(stream, trace);
	else
		explain_text(stream, trace);
	trace_free(&trace);
}

static int write_report(const struct wanted *wanted, const struct pack *pack,
			const struct answers *answers)
{
	FILE *stream = command_open_output(wanted->output);
	struct assessment *assessment;

	if (stream == NULL)
		return EXIT_FAILED;
	assessment = assess(pack, answers);
	if (wanted->explain)
		write_trace(stream, wanted->format, assessment, answers);
	else if (wanted->format == FORMAT_JSON)
		report_json(stream, assessment, answers);
	else
		write_text(stream, assessment, answers);
	assessment_free(&assessment);
	return command_close_output(stream, wanted->output);
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .role = -1 };
	int status = read_options(&wanted, command, argc, argv);
	struct error_list faults = { 0 };
	struct answers *answers = NULL;
	struct pack *pack = NULL;

	if (status >= 0)
		return status;
	status = command_load_pack(&pack, wanted.pack);
	if (status != 0)
		return status;
	if (answers_file_read(&answers, pack, wanted.answers, &faults) != 0) {
		error_list_print(stderr, &faults);
		status = EXIT_CONTENT;
	} else {
		if (wanted.role >= 0)
			answers_set_role(answers, (enum role)wanted.role);
		if (wanted.explain && answers_role(answers) == ROLE_TRAINER)
			status = options_wrong(argv[0],
					       _("--explain tells causes, which a trainer does not see; add --role physio"));
		else
			status = write_report(&wanted, pack, answers);
	}
	error_list_done(&faults);
	answers_free(&answers);
	pack_free(&pack);
	return status;
}

const struct command assess_command = {
	.name = "assess",
	.usage = N_("sitwell assess --answers FILE [OPTION...]"),
	.purpose = N_("Reads answers and writes how urgent it is, what is likely and why, and what to do."),
	.examples = examples,
	.options = rows,
	.run = run,
};
