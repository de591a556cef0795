/* sitwell plan card: one exercise as text. */
#include "config.h"

#include <getopt.h>

#include "base/i18n.h"
#include "command/plan.h"
#include "report/plan_pages.h"
#include "report/report.h"

struct wanted {
	const char *pack, *programme;
	size_t columns;
};

static const struct option_row rows[] = {
	{ "programme", N_("ID"),
	  N_("say how much pain is fine in this programme"),
	  OPTION_TEXT(struct wanted, programme) },
	OPTION_COLUMNS(struct wanted),
	OPTION_PLAN_PACK(struct wanted),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell plan card bridge",
	"sitwell plan card bridge --programme sit-bone-tendon",
	NULL,
};

static bool uses(const struct programme *programme,
		 const struct exercise *exercise)
{
	for (size_t i = 0; i < programme->n_phases; i++)
		for (size_t j = 0; j < programme->phases[i].n_exercises; j++)
			if (programme->phases[i].exercises[j].exercise ==
			    exercise)
				return true;
	return false;
}

/*
 * The rule of all programmes with it.  What one allows, another may forbid,
 * so where they differ there is none to show.
 */
static const struct pain_rule *rule_of(const struct pack *pack,
				       const struct exercise *exercise)
{
	const struct pain_rule *rule = NULL;

	for (size_t i = 0; i < pack->n_programmes; i++) {
		const struct programme *programme = &pack->programmes[i];

		if (!uses(programme, exercise))
			continue;
		if (rule != NULL && rule != programme->pain_rule)
			return NULL;
		rule = programme->pain_rule;
	}
	return rule;
}

static int show(const struct wanted *wanted, const struct pack *pack,
		const char *id)
{
	const struct exercise *exercise = plan_find("sitwell plan card", pack,
						    KIND_EXERCISE, id);
	const struct programme *programme = NULL;
	struct page page = { .title = NULL };

	if (exercise == NULL)
		return EXIT_USAGE;
	if (wanted->programme != NULL) {
		programme = plan_find("sitwell plan card", pack,
				      KIND_PROGRAMME, wanted->programme);
		if (programme == NULL)
			return EXIT_USAGE;
	}
	plan_page_exercise(&page, exercise, NULL,
			   programme != NULL ? programme->pain_rule
					     : rule_of(pack, exercise),
			   DETAIL_LIMITS);
	report_pages(stdout, &page, 1, wanted->columns);
	page_done(&page);
	return command_close_output(stdout, NULL);
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .columns = PLAN_COLUMNS };
	struct pack *pack = NULL;
	int status = options_read(command, argc, argv, &wanted);

	if (status >= 0)
		return status;
	if (argc - optind != 1)
		return options_wrong(argv[0], _("name one exercise; sitwell plan list names them all"));
	status = command_load_pack(&pack, wanted.pack);
	if (status == 0)
		status = show(&wanted, pack, argv[optind]);
	pack_free(&pack);
	return status;
}

const struct command plan_card_command = {
	.name = "plan card",
	.usage = N_("sitwell plan card [OPTION...] EXERCISE"),
	.purpose = N_("Shows one exercise: why, how, how much, what to watch and who must not do it."),
	.examples = examples,
	.options = rows,
	.run = run,
};
