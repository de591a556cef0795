/* sitwell vignettes: runs folders of test patients. */
#include "config.h"

#include <getopt.h>
#include <jansson.h>

#include "base/i18n.h"
#include "command/command.h"
#include "vignettes/coverage.h"
#include "vignettes/folder.h"
#include "vignettes/tally.h"
#include "vignettes/vignette.h"

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_TAP };

static const struct option_words formats = {
	{ [FORMAT_TEXT] = "text", [FORMAT_JSON] = "json",
	  [FORMAT_TAP] = "tap" },
	N_("there is no format %s; write text, json or tap"),
};

struct run {
	const char *pack;		/* --pack */
	char **dirs;			/* up to NULL */
	enum format format;
	bool covers;			/* --coverage */
	const struct pack *content;
	struct coverage *coverage;	/* NULL unless it is wanted */
	struct tally tally;
	json_t *cases;
	struct error_list faults;
};

static const struct option_row rows[] = {
	{ "format", N_("FORMAT"), N_("text (usual), json or tap"),
	  OPTION_WORD(struct run, format, &formats) },
	{ "coverage", NULL,
	  N_("list instead what of the pack no case exercises"),
	  OPTION_FLAG(struct run, covers) },
	OPTION_PACK(struct run, N_("the content to use")),
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell vignettes tests/vignettes/published",
	"sitwell vignettes cases --format json",
	"sitwell vignettes --coverage tests/vignettes",
	NULL,
};

static json_t *outcome_json(const struct outcome *outcome)
{
	json_t *fired = json_array();

	for (size_t i = 0; i < outcome->n_fired; i++)
		json_array_append_new(fired,
				      json_string(outcome->fired[i]->id));
	return json_pack("{s:s, s:s?, s:b, s:b, s:b, s:b, s:b, s:s?, s:o}",
			 "urgency", urgency_id(outcome->urgency),
			 "first", outcome->first_id,
			 "accepted-first", outcome->placing.first,
			 "accepted-in-three", outcome->placing.third,
			 "accepted-shown", outcome->placing.shown,
			 "equal-priors-first", outcome->equal.first,
			 "equal-priors-in-three", outcome->equal.third,
			 "exercises", outcome->phase != NULL
				? outcome->phase->id : NULL,
			 "rules", fired);
}

static json_t *interview_json(const struct walked *walked)
{
	return json_pack("{s:I, s:I, s:s?, s:I}",
			 "screens", (json_int_t)walked->screens,
			 "safety-screens", (json_int_t)walked->safety,
			 "stopped-by", walked->emergency != NULL
				? walked->emergency->id : NULL,
			 "screens-after-sign", (json_int_t)walked->waited);
}

static void note_json(struct run *run, const struct vignette *vignette)
{
	const struct expected *expected = &vignette->expected;

	json_array_append_new(run->cases, json_pack(
		"{s:s?, s:s?, s:s?, s:s?, s:b, s:b, s:o, s:o, s:o, s:o}",
		"id", vignette->id,
		"expected", expected->n_accepted > 0
			? expected->accepted[0]->id : NULL,
		"expected-urgency", expected->urgency >= 0
			? urgency_id((enum urgency)expected->urgency) : NULL,
		"expected-urgency-examined", expected->examined_urgency >= 0
			? urgency_id((enum urgency)expected->examined_urgency)
			: NULL,
		"must", expected->must,
		"failed", vignette_failed(vignette),
		"bare", outcome_json(&vignette->bare),
		"history", outcome_json(&vignette->history),
		"exam", outcome_json(&vignette->exam),
		"interview", interview_json(&vignette->walked)));
}

static const char *mark(const struct placing *placing)
{
	return placing->first ? "1" : placing->third ? "3"
	     : placing->shown ? "+" : "-";
}

static bool is_examined_otherwise(const struct vignette *vignette)
{
	int expected = vignette->expected.examined_urgency;

	return expected >= 0 && expected != (int)vignette->exam.urgency;
}

/* One line a case: enough to see where it went. */
static void print_case(const struct vignette *vignette)
{
	const struct expected *expected = &vignette->expected;
	const struct outcome *outcome = &vignette->exam;

	printf("%-4s %-30s %-32s %-32s %s  %-9s %s\n",
	       vignette_failed(vignette) ? "FAIL" : "",
	       vignette->id != NULL ? vignette->id : "",
	       expected->n_accepted > 0 ? expected->accepted[0]->id : "",
	       outcome->first_id != NULL ? outcome->first_id : "",
	       expected->n_accepted > 0
	       ? mark(&outcome->placing) : " ",
	       urgency_id(vignette->history.urgency),
	       expected->urgency >= 0 &&
	       expected->urgency != (int)vignette->history.urgency
	       ? urgency_id((enum urgency)expected->urgency) : "");
	if (is_examined_otherwise(vignette))
		printf(_("#    examined: %s, and not %s\n"),
		       urgency_id(outcome->urgency),
		       urgency_id((enum urgency)expected->examined_urgency));
}

static void print_tap(const struct run *run, const struct vignette *vignette)
{
	bool failed = vignette_failed(vignette);

	printf("%sok %zu - %s\n", failed ? "not " : "", run->tally.cases,
	       vignette->id != NULL ? vignette->id : vignette->ini.name);
	if (!failed)
		return;
	printf("# ");
	print_case(vignette);
	printf("# %s:", vignette->ini.name);
	for (size_t i = 0; i < vignette->history.n_fired; i++)
		printf(" %s", vignette->history.fired[i]->id);
	printf("\n");
}

static void note_case(struct run *run, const struct vignette *vignette)
{
	if (run->covers)
		return;
	switch (run->format) {
	case FORMAT_TEXT:
		print_case(vignette);
		break;
	case FORMAT_JSON:
		note_json(run, vignette);
		break;
	case FORMAT_TAP:
		print_tap(run, vignette);
		break;
	}
}

static void note_coverage(void *data, const struct answers *answers,
			  const struct assessment *assessment)
{
	struct run *run = data;

	if (run->covers)
		coverage_note(run->coverage, answers, assessment);
}

static void run_case(void *data, const char *path)
{
	struct run *run = data;
	struct onlooker onlooker = { note_coverage, run };
	struct vignette vignette;

	if (vignette_show(&vignette, run->content, path, path, &onlooker,
			  &run->faults) == 0) {
		tally_add(&run->tally, &vignette);
		note_case(run, &vignette);
	}
	vignette_done(&vignette);
}

static int run_folders(struct run *run)
{
	for (char **dir = run->dirs; *dir != NULL; dir++)
		if (folder_cases(*dir, run_case, run) != 0) {
			fprintf(stderr, _("sitwell vignettes: there is no .ini file in %s\n"),
				*dir);
			return -1;
		}
	return 0;
}

static json_t *cases_json(const struct run *run)
{
	return json_pack("{s:I, s:I, s:I, s:O}",
			 "vignettes", (json_int_t)run->tally.cases,
			 "must", (json_int_t)run->tally.must,
			 "must-failed", (json_int_t)run->tally.must_failed,
			 "cases", run->cases);
}

static void print_json(const struct run *run)
{
	json_t *whole = run->covers
			? coverage_json(run->coverage, run->tally.cases)
			: cases_json(run);

	json_dumpf(whole, stdout, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
	putchar('\n');
	json_decref(whole);
}

static void print_end(const struct run *run)
{
	switch (run->format) {
	case FORMAT_TEXT:
		if (run->covers)
			coverage_text(stdout, run->coverage, run->tally.cases);
		else
			tally_text(stdout, &run->tally);
		break;
	case FORMAT_JSON:
		print_json(run);
		break;
	case FORMAT_TAP:
		printf("1..%zu\n", run->tally.cases);
		break;
	}
}

static int report(struct run *run)
{
	print_end(run);
	error_list_print(stderr, &run->faults);
	if (run->faults.count > 0)
		return EXIT_CONTENT;
	return !run->covers && run->tally.must_failed > 0 ? EXIT_PROOF
							  : EXIT_FINISHED;
}

static int run_all(struct run *run)
{
	struct pack *pack = NULL;
	int status = command_load_pack(&pack, run->pack);

	if (status != 0)
		return status;
	run->content = pack;
	run->cases = json_array();
	run->coverage = run->covers ? coverage_new(pack) : NULL;
	status = run_folders(run) == 0 ? report(run) : EXIT_FAILED;
	coverage_free(&run->coverage);
	json_decref(run->cases);
	error_list_done(&run->faults);
	pack_free(&pack);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct run wanted = { .pack = NULL };
	int status = options_read(command, argc, argv, &wanted);

	if (status >= 0)
		return status;
	if (wanted.covers && wanted.format == FORMAT_TAP)
		return options_wrong(argv[0],
				     _("--coverage is text or json, not tap"));
	if (argc == optind)
		return options_wrong(argv[0],
				     _("name a folder of vignettes"));
	wanted.dirs = argv + optind;
	return run_all(&wanted);
}

const struct command vignettes_command = {
	.name = "vignettes",
	.usage = N_("sitwell vignettes DIR... [--coverage] [--format text|json|tap]"),
	.purpose = N_("Runs test patients and tells how often the right cause came first and how urgency compared."),
	.examples = examples,
	.options = rows,
	.run = run,
};
