/* sitwell impact: what a change of a pack changes, and what it cannot. */
#include "config.h"

#include <getopt.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "command/command.h"
#include "command/counterexample.h"
#include "command/impact_json.h"
#include "command/patience.h"
#include "prove/impact.h"
#include "vignettes/folder.h"
#include "vignettes/told.h"

struct run {
	const struct pack *old, *new;
	char **cases;			/* up to NULL */
	const char *save;		/* a folder, or NULL */
	struct case_counts counts;
	unsigned limit;			/* seconds */
	bool json;
	json_t *told;			/* cases for JSON; NULL: text */
};

static const struct option_row rows[] = {
	{ "save", N_("DIR"),
	  N_("put answers with which the new pack is less urgent there, one file for each level that is lost"),
	  OPTION_TEXT(struct run, save) },
	OPTION_JSON(struct run, N_("text (usual) or json")),
	OPTION_LIMIT(struct run),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell impact old-pack content/buttock-pain tests/vignettes",
	"sitwell impact old-pack new-pack case.ini --save less-urgent",
	"sitwell impact old-pack new-pack --format json",
	NULL,
};

/* The cases */

static const char *const fact_words[N_FACTS] = {
	[FACT_BARE] = N_("urgency, nothing assumed"),
	[FACT_URGENCY] = N_("urgency"),
	[FACT_EXAM] = N_("urgency, examined"),
	[FACT_FIRST_THREE] = N_("first three"),
	[FACT_SCREENS] = N_("screens"),
};

static const char *fact_of(const struct told *told, enum fact fact)
{
	const char *words = told->facts[fact];

	return words != NULL && words[0] != '\0' ? words : "-";
}

static void print_changes(const struct told *old, const struct told *new)
{
	for (int fact = 0; fact < N_FACTS; fact++)
		if (!told_same(old, new, (enum fact)fact))
			printf("  %s: %s -> %s\n", _(fact_words[fact]),
			       fact_of(old, (enum fact)fact),
			       fact_of(new, (enum fact)fact));
}

static bool is_changed(const struct told *old, const struct told *new)
{
	for (int fact = 0; fact < N_FACTS; fact++)
		if (!told_same(old, new, (enum fact)fact))
			return true;
	return false;
}

static void count_case(struct case_counts *counts, const struct told *old,
		       const struct told *new)
{
	if (old->read && new->read) {
		counts->both++;
		counts->changed += is_changed(old, new);
	} else if (old->read || new->read) {
		counts->one++;
	} else {
		counts->none++;
	}
}

static void print_case(const char *path, const struct told *old,
		       const struct told *new)
{
	if (old->read && new->read) {
		if (is_changed(old, new))
			printf("%s\n", path);
		print_changes(old, new);
	} else if (old->read || new->read) {
		printf("%s\n  %s\n", path, old->read
		       ? _("the new pack cannot read it:")
		       : _("the old pack cannot read it:"));
		error_list_print(stdout, old->read ? &new->faults
						   : &old->faults);
	} else {
		error_list_print(stderr, &new->faults);
	}
}

static void compare_case(void *data, const char *path)
{
	struct run *run = data;
	struct told old, new;

	told_of(&old, run->old, path);
	told_of(&new, run->new, path);
	count_case(&run->counts, &old, &new);
	if (run->json)
		impact_json_case(run->told, path, &old, &new);
	else
		print_case(path, &old, &new);
	told_done(&old);
	told_done(&new);
}

static int compare_cases(struct run *run)
{
	for (char **path = run->cases; *path != NULL; path++)
		if (folder_cases(*path, compare_case, run) != 0) {
			fprintf(stderr, _("sitwell impact: there is no case in %s\n"),
				*path);
			return -1;
		}
	if (run->cases[0] != NULL && !run->json)
		printf(_("cases: %zu read by both packs, %zu of them changed; %zu by one alone, %zu by neither\n"),
		       run->counts.both, run->counts.changed, run->counts.one,
		       run->counts.none);
	return 0;
}

/* The proof */

static void print_free(const struct pack *pack, const struct pack *other,
		       const char *format)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (impact_partner(question, other) == NULL)
			printf(format, question->place.file,
			       question->place.line, question->id);
	}
}

static void print_fired(const struct reading_of *reading, const char *format)
{
	for (size_t i = 0; i < reading->fired.count; i++) {
		const struct rule *rule = reading->fired.rules[i];

		printf(format, rule->place.file, rule->place.line, rule->id,
		       urgency_id(rule->urgency));
	}
}

static void print_path(const struct fall *fall)
{
	printf("%s", _("# The path; everything else is answered as harmless or not at all:\n"));
	counterexample_path(stdout, fall->old.answers, NULL);
	if (fall->shared)
		return;
	printf("%s", _("# And as the new pack is told it:\n"));
	counterexample_path(stdout, fall->new.answers, NULL);
}

static void print_fall(const struct fall *fall)
{
	printf(_("refuted: with these answers the rules come to %s in the old pack, and to %s in the new one\n"),
	       urgency_id(fall->old.urgency), urgency_id(fall->new.urgency));
	if (fall->unfinished)
		printf("%s", _("(only in answers that leave safety questions open)\n"));
	if (!fall->shared)
		printf("%s", _("(only where one pack is told what the other has no question or answer for; that stands behind #)\n"));
	print_fired(&fall->old, _("old %s:%d: rule %s fires: %s\n"));
	print_fired(&fall->new, _("new %s:%d: rule %s fires: %s\n"));
	print_path(fall);
	impact_write_answers(stdout, fall);
}

/* FOLDER/LEVEL.ini, named after the level that is lost. */
static int save_fall(const char *folder, const struct fall *fall)
{
	char path[PATHS_MAX];
	FILE *stream;

	if (snprintf(path, sizeof path, "%s/%s.ini", folder,
		     urgency_id(fall->old.urgency)) >= (int)sizeof path) {
		fprintf(stderr, _("sitwell impact: the path of %s is too long\n"),
			folder);
		return EXIT_FAILED;
	}
	stream = command_open_output(path);
	if (stream == NULL)
		return EXIT_FAILED;
	impact_write_answers(stream, fall);
	return command_close_output(stream, path);
}

static int save_falls(const char *folder, const struct impact *impact)
{
	int status = EXIT_FINISHED;
	struct error err;

	if (impact->n_falls == 0 || folder == NULL)
		return EXIT_FINISHED;
	if (command_make_folder(folder, &err) != 0) {
		error_print(stderr, &err);
		return EXIT_FAILED;
	}
	for (size_t i = 0; i < impact->n_falls && status == EXIT_FINISHED; i++)
		status = save_fall(folder, &impact->falls[i]);
	return status;
}

static void print_proof(const struct run *run, const struct impact *impact)
{
	print_free(run->old, run->new,
		   _("%s:%d: question %s is in the old pack alone, so any answer to it is tried\n"));
	print_free(run->new, run->old,
		   _("%s:%d: question %s is in the new pack alone, so any answer to it is tried\n"));
	if (impact->n_falls == 0)
		printf("%s", _("proved for all answers: by its rules the new pack is nowhere less urgent than the old one\n"));
	for (size_t i = 0; i < impact->n_falls; i++)
		print_fall(&impact->falls[i]);
}

static void tell_proof(struct run *run, const struct impact *impact)
{
	if (!run->json) {
		print_proof(run, impact);
		return;
	}
	impact_json_print(stdout, impact, run->old, run->new, &run->counts,
			  run->told);
	run->told = NULL;
}

static int status_of(const struct run *run, const struct impact *impact)
{
	if (impact->n_falls > 0)
		return EXIT_PROOF;
	if (run->counts.none > 0)
		return EXIT_CONTENT;
	return run->counts.changed + run->counts.one > 0 ? EXIT_CHANGED
							 : EXIT_FINISHED;
}

static int compare(struct run *run)
{
	struct impact *impact;
	int status;

	if (compare_cases(run) != 0)
		return EXIT_FAILED;
	impact = impact_prove(run->old, run->new);
	tell_proof(run, impact);
	status = save_falls(run->save, impact);
	if (status == EXIT_FINISHED)
		status = status_of(run, impact);
	impact_free(&impact);
	return status;
}

static int load_and_compare(struct run *run, char **packs)
{
	struct pack *old = NULL, *new = NULL;
	int status = command_load_pack(&old, packs[0]);

	if (status == 0)
		status = command_load_pack(&new, packs[1]);
	if (status == 0) {
		run->old = old;
		run->new = new;
		run->told = run->json ? json_array() : NULL;
		status = compare(run);
		json_decref(run->told);
	}
	pack_free(&old);
	pack_free(&new);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct run wanted = { .limit = PATIENCE_SECONDS };
	int status = options_read(command, argc, argv, &wanted);

	if (status >= 0)
		return status;
	if (argc - optind < 2)
		return options_wrong(argv[0],
				     _("name two packs, the old one first"));
	wanted.cases = argv + optind + 2;
	patience_limit(argv[0], wanted.limit);
	return load_and_compare(&wanted, argv + optind);
}

const struct command impact_command = {
	.name = "impact",
	.usage = N_("sitwell impact OLD-PACK NEW-PACK [CASES...]"),
	.purpose = N_("Compares two versions of a pack: which cases change, and whether the new one is anywhere less urgent, for all answers."),
	.examples = examples,
	.options = rows,
	.run = run,
};
