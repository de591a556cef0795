/* sitwell plan review: is this plan right for this person? */
#include "config.h"

#include <getopt.h>
#include <string.h>

#include "base/i18n.h"
#include "command/plan.h"
#include "report/plan_review.h"

#define COLUMNS 76

struct wanted {
	const char *pack, *path, *output;
	bool json;
};

enum { OPT_PACK, OPT_FORMAT, OPT_OUTPUT, OPT_LANG };

static const struct option_row rows[] = {
	[OPT_PACK] = { "pack", N_("DIR"), N_("the pack to judge by") },
	[OPT_FORMAT] = { "format", N_("FORMAT"), N_("text or json") },
	[OPT_OUTPUT] = { "output", N_("FILE"),
		N_("write there instead of to standard output") },
	[OPT_LANG] = { "lang", N_("LL"), N_("the language, such as en") },
	{ NULL, NULL, NULL },
};

static const char *const examples[] = {
	"sitwell plan review k7q2.ini",
	"sitwell plan review --format json k7q2.ini",
	NULL,
};

static int read_option(void *data, const char *program, int option,
		       const char *argument)
{
	struct wanted *wanted = data;

	switch (option) {
	case OPT_PACK:
		wanted->pack = argument;
		break;
	case OPT_FORMAT:
		return plan_read_format(&wanted->json, program, argument);
	case OPT_OUTPUT:
		wanted->output = argument;
		break;
	case OPT_LANG:
		i18n_start(argument);
		break;
	}
	return -1;
}

static int write_review(const struct wanted *wanted, const struct plan *plan,
			const struct review *review)
{
	FILE *stream = command_open_output(wanted->output);
	int status;

	if (stream == NULL)
		return EXIT_FAILED;
	if (wanted->json)
		plan_review_json(stream, plan, review);
	else
		plan_review_text(stream, plan, review, COLUMNS);
	status = command_close_output(stream, wanted->output);
	if (status == 0 && review->counts[REVIEW_STOP] > 0)
		return EXIT_PROOF;
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .pack = NULL };
	struct plan_files files;
	struct review *review = NULL;
	int status = command_options(command, argc, argv, read_option,
				     &wanted);

	if (status >= 0)
		return status;
	if (argc - optind != 1)
		return options_wrong(argv[0], _("name one plan"));
	wanted.path = argv[optind];
	status = plan_files_load(&files, wanted.pack, wanted.path);
	if (status == 0) {
		review = review_plan(files.plan);
		status = write_review(&wanted, files.plan, review);
	}
	review_free(&review);
	plan_files_done(&files);
	return status;
}

const struct command plan_review_command = {
	.name = "plan review",
	.usage = N_("sitwell plan review [OPTION...] FILE"),
	.purpose = N_("Says what in a plan could harm, what is wrong and what to think of. Ends with 4 if anything says stop."),
	.examples = examples,
	.options = rows,
	.run = run,
};
