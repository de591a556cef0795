/* sitwell plan review: is this plan right for this person? */
#include "config.h"

#include "base/i18n.h"
#include "command/plan.h"
#include "report/plan_review.h"

#define COLUMNS 76

struct wanted {
	const char *pack, *path, *output;
	bool json;
};

static const struct option_row rows[] = {
	OPTION_PACK(struct wanted, N_("the pack to judge by")),
	OPTION_JSON(struct wanted, N_("text or json")),
	OPTION_OUTPUT(struct wanted),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell plan review k7q2.ini",
	"sitwell plan review --format json k7q2.ini",
	NULL,
};

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
	int status = plan_read_options(&wanted.path, command, argc, argv,
				       &wanted);

	if (status >= 0)
		return status;
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
