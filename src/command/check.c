/* sitwell check: every fault of a pack, and the proof of its promises. */
#include "config.h"

#include <getopt.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "command/command.h"
#include "command/counterexample.h"
#include "command/patience.h"
#include "pack/kinds.h"
#include "pack/lint.h"
#include "prove/covered.h"
#include "prove/first.h"
#include "prove/prove.h"

struct wanted {
	const char *write;	/* a folder, or NULL */
	unsigned limit;
};

static int print_keys(void *nothing, const char *program, const char *argument)
{
	(void)nothing;
	(void)program;
	(void)argument;
	kinds_print_manual(stdout);
	return EXIT_FINISHED;
}

static int print_text_keys(void *nothing, const char *program,
			   const char *argument)
{
	(void)nothing;
	(void)program;
	(void)argument;
	kinds_print_text_keys(stdout);
	return EXIT_FINISHED;
}

static const struct option_row rows[] = {
	OPTION_LIMIT(struct wanted),
	{ "write", N_("DIR"),
	  N_("put answers that break a promise there, one file each"),
	  OPTION_TEXT(struct wanted, write) },
	{ "keys", NULL,
	  N_("print the table of kinds and keys, as sitwell-pack(5) has it"),
	  .read = print_keys },
	{ "text-keys", NULL,
	  N_("print the keys that carry text to translate"),
	  .read = print_text_keys },
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell check",
	"sitwell check content/buttock-pain",
	"sitwell check --write broken content/buttock-pain",
	NULL,
};

static int print_faults(const char *dir, struct error_list *faults)
{
	size_t count = faults->count;

	error_list_print(stdout, faults);
	if (count == 0)
		return EXIT_FINISHED;
	fprintf(stderr, ngettext("sitwell check: %zu fault in %s\n",
				 "sitwell check: %zu faults in %s\n", count),
		count, dir);
	return EXIT_CONTENT;
}

static void print_notes(const struct pack *pack)
{
	struct error_list notes = { 0 };

	pack_weigh_columns(pack, &notes);
	first_notes(pack, &notes);
	covered_notes(pack, &notes);
	for (size_t i = 0; i < notes.count; i++) {
		printf("%s", _("note: "));
		error_print(stdout, &notes.errors[i]);
	}
	error_list_done(&notes);
}

/* How many of a kind, such as "1 question". */
struct counted {
	char words[80];
};

static struct counted counted(size_t count, const char *words)
{
	struct counted counted;

	snprintf(counted.words, sizeof counted.words, words, count);
	return counted;
}

/* A pack without exercises is told of without them. */
static void print_counts(const struct pack *pack)
{
	size_t programmes = pack->n_programmes, exercises = pack->n_exercises;
	struct counted questions =
		counted(pack->n_questions,
			ngettext("%zu question", "%zu questions",
				 pack->n_questions));
	struct counted findings =
		counted(pack->n_findings,
			ngettext("%zu finding", "%zu findings",
				 pack->n_findings));
	struct counted conditions =
		counted(pack->n_conditions,
			ngettext("%zu condition", "%zu conditions",
				 pack->n_conditions));
	struct counted rules =
		counted(pack->n_rules,
			ngettext("%zu rule", "%zu rules", pack->n_rules));

	if (programmes + exercises == 0)
		printf(_("%s %s: %s, %s, %s, %s: no fault\n"), pack->id,
		       pack->version, questions.words, findings.words,
		       conditions.words, rules.words);
	else
		printf(_("%s %s: %s, %s, %s, %s, %s, %s: no fault\n"),
		       pack->id, pack->version, questions.words,
		       findings.words, conditions.words, rules.words,
		       counted(programmes, ngettext("%zu programme",
						    "%zu programmes",
						    programmes)).words,
		       counted(exercises, ngettext("%zu exercise",
						   "%zu exercises",
						   exercises)).words);
}

static void print_proved(const struct pack *pack)
{
	print_counts(pack);
	printf(ngettext("proved for all answers: %zu invariant; no worse answer to a safety question lowers the level; nobody who is not sure of one ends in self-care; each is asked, unless what is known closes it or the level is soon at least\n",
			"proved for all answers: %zu invariants; no worse answer to a safety question lowers the level; nobody who is not sure of one ends in self-care; each is asked, unless what is known closes it or the level is soon at least\n",
			pack->n_invariants), pack->n_invariants);
}

/* What does not hold, with answers that show it; an exit status. */
static int print_refuted(const char *dir, const struct proof *proof,
			 const char *folder)
{
	size_t count = proof->n_refuted;
	struct error err;

	for (size_t i = 0; i < count; i++)
		if (counterexample_print(stdout, &proof->refuted[i], folder,
					 &err) != 0) {
			error_print(stderr, &err);
			return EXIT_FAILED;
		}
	fprintf(stderr, ngettext("sitwell check: %zu promise of %s does not hold\n",
				 "sitwell check: %zu promises of %s do not hold\n",
				 count), count, dir);
	return EXIT_PROOF;
}

static int check_proof(const struct pack *pack, const char *dir,
		       const char *folder, struct error_list *faults)
{
	struct proof *proof = prove(pack, faults);
	int status;

	error_list_sort(faults);
	status = print_faults(dir, faults);
	print_notes(pack);
	if (proof->n_refuted > 0)
		status = print_refuted(dir, proof, folder);
	else if (status == EXIT_FINISHED)
		print_proved(pack);
	proof_free(&proof);
	return status;
}

static int check(const char *dir, const char *folder)
{
	struct error_list faults = { 0 };
	struct pack *pack = NULL;
	int status;

	if (pack_load_with_passages(&pack, dir, &faults) == 0) {
		pack_lint(pack, &faults);
		status = check_proof(pack, dir, folder, &faults);
	} else {
		status = print_faults(dir, &faults);
	}
	error_list_done(&faults);
	pack_free(&pack);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .limit = PATIENCE_SECONDS };
	char dir[PATHS_MAX];
	struct error err;
	int status = options_read(command, argc, argv, &wanted);

	if (status >= 0)
		return status;
	if (argc - optind > 1)
		return options_wrong(argv[0], _("one pack at a time"));
	if (command_pack_dir(dir, optind < argc ? argv[optind] : NULL,
			     &err) != 0) {
		error_print(stderr, &err);
		return EXIT_FAILED;
	}
	patience_limit(argv[0], wanted.limit);
	return check(dir, wanted.write);
}

const struct command check_command = {
	.name = "check",
	.usage = N_("sitwell check [OPTION...] [PACK]"),
	.purpose = N_("Finds every fault of a pack and says what to write instead, and proves its promises for all answers."),
	.examples = examples,
	.options = rows,
	.run = run,
};
