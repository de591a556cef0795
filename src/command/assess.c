/* sitwell assess: an answers file in, an assessment out. */
#include "config.h"

#include <getopt.h>

#include "answers/answers_file.h"
#include "assess/assess.h"
#include "base/i18n.h"
#include "command/command.h"
#include "report/explain.h"
#include "report/report.h"
#include "report/site.h"

#define TEXT_COLUMNS 76

struct wanted {
	const char *pack, *answers, *output;
	int role;			/* -1: as the file says */
	bool json, explain;
};

static const struct option_row rows[] = {
	{ "answers", N_("FILE"),
	  N_("the answers file; - reads standard input"),
	  OPTION_TEXT(struct wanted, answers) },
	{ "role", N_("ROLE"),
	  N_("patient, physio or trainer, instead of what the file says"),
	  OPTION_MEMBER(command_role, struct wanted, role, int) },
	OPTION_JSON(struct wanted, N_("text (usual) or json")),
	{ "explain", NULL,
	  N_("how it came about, down to answers, ratios and lines of the pack"),
	  OPTION_FLAG(struct wanted, explain) },
	OPTION_OUTPUT(struct wanted),
	OPTION_PACK(struct wanted, N_("the content to use")),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell assess --answers case.ini",
	"sitwell assess --answers - --format json < case.ini",
	"sitwell assess --answers case.ini --explain",
	"sitwell assess --answers visit.ini --role physio --output visit.txt",
	NULL,
};

/* -1 to go on, or the exit status with which to end. */
static int read_options(struct wanted *wanted, const struct command *command,
			int argc, char **argv)
{
	int status = options_read(command, argc, argv, wanted);

	if (status >= 0)
		return status;
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

static void write_trace(FILE *stream, bool json,
			const struct assessment *assessment,
			const struct answers *answers)
{
	struct trace *trace = trace_new(assessment, answers);

	if (json)
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
		write_trace(stream, wanted->json, assessment, answers);
	else if (wanted->json)
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
