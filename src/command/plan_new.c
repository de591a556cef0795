/* sitwell plan new: the first weeks of a programme, as a file. */
#include "config.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "answers/answers_file.h"
#include "assess/assess.h"
#include "base/i18n.h"
#include "base/text.h"
#include "command/plan.h"
#include "pack/kinds.h"
#include "plan/make.h"

struct wanted {
	const char *pack, *from, *condition, *programme, *output;
	struct making making;
};

enum {
	OPT_FROM, OPT_CONDITION, OPT_PROGRAMME, OPT_START, OPT_PERSON,
	OPT_AGE, OPT_CLEARED_BY, OPT_CLEARED_ON, OPT_OUTPUT, OPT_PACK,
	OPT_LANG,
};

static const struct option_row rows[] = {
	[OPT_FROM] = { "from", N_("FILE"),
		N_("an answers file of a screening: the condition that fits best, what else may be there, and how urgent") },
	[OPT_CONDITION] = { "condition", N_("ID"),
		N_("the condition or its form, in place of what fits best") },
	[OPT_PROGRAMME] = { "programme", N_("ID"),
		N_("which, where there are several") },
	[OPT_START] = { "start", N_("DATE"), N_("first day, usually today") },
	[OPT_PERSON] = { "person", N_("CODE"),
		N_("a code, usually one by chance; never a name") },
	[OPT_AGE] = { "age", N_("YEARS"), N_("how old the person is") },
	[OPT_CLEARED_BY] = { "cleared-by", N_("WHO"),
		N_("name and profession of the clinician who cleared it") },
	[OPT_CLEARED_ON] = { "cleared-on", N_("DATE"),
		N_("when, usually today") },
	[OPT_OUTPUT] = { "output", N_("FILE"),
		N_("write there instead of to standard output") },
	[OPT_PACK] = { "pack", N_("DIR"), N_("the pack with the programmes") },
	[OPT_LANG] = { "lang", N_("LL"), N_("the language, such as en") },
	{ NULL, NULL, NULL },
};

static const char *const examples[] = {
	"sitwell plan new --from answers.ini --output k7q2.ini",
	"sitwell plan new --condition gluteal-tendinopathy",
	"sitwell plan new --condition hip-stress-fracture --cleared-by \"N. N., physiotherapist\"",
	NULL,
};

static int read_date(long *out, const char *program, const char *argument)
{
	*out = date_parse(argument);
	if (*out == NO_DATE)
		return options_wrong(program, _("%s is no date; write year, month and day, like 2025-03-31"),
				     argument);
	return -1;
}

static int read_age(double *out, const char *program, const char *argument)
{
	if (text_number(out, argument) == 0 && *out > 0 && *out <= 130)
		return -1;
	return options_wrong(program, _("%s is no age; write years, like 52"),
			     argument);
}

static int read_option(void *data, const char *program, int option,
		       const char *argument)
{
	struct wanted *wanted = data;

	switch (option) {
	case OPT_FROM:
		wanted->from = argument;
		break;
	case OPT_CONDITION:
		wanted->condition = argument;
		break;
	case OPT_PROGRAMME:
		wanted->programme = argument;
		break;
	case OPT_START:
		return read_date(&wanted->making.start, program, argument);
	case OPT_PERSON:
		wanted->making.person = argument;
		break;
	case OPT_AGE:
		return read_age(&wanted->making.age, program, argument);
	case OPT_CLEARED_BY:
		wanted->making.cleared_by = argument;
		break;
	case OPT_CLEARED_ON:
		return read_date(&wanted->making.cleared_on, program,
				 argument);
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

/* What the screening says */

/* The day on which the answers were given, else today. */
static long screened_on(const char *path)
{
	struct error_list faults = { 0 };
	struct ini ini;
	const struct ini_section *about;
	const char *time = NULL;
	char day[11] = "";
	long date;

	ini_read(&ini, path, path, &faults);
	about = ini_find(&ini, "about", "");
	if (about != NULL)
		time = ini_get(about, "time");
	if (time != NULL)
		snprintf(day, sizeof day, "%s", time);
	date = date_parse(day);
	ini_done(&ini);
	error_list_done(&faults);
	return date != NO_DATE ? date : date_today();
}

/* Who has one of these may have the others: none of them may be harmed. */
static void take_listed(struct making *making, const struct target **also,
			const struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->n_listed; i++) {
		const struct listed *listed = &assessment->listed[i];
		const struct target *target = listed->subtype != NULL
			? listed->subtype : listed->scored->target;

		if (making->target == NULL && listed->shown != SHOWN_RED_FLAG)
			making->target = target;
		else if (target != making->target &&
			 target != making->target->parent &&
			 (listed->band != BAND_LESS_LIKELY ||
			  listed->shown == SHOWN_RED_FLAG))
			also[making->n_also++] = target;
	}
	making->also = also;
}

static void take_age(struct making *making, const struct answers *answers)
{
	const struct question *age = pack_find_question(answers_pack(answers),
							"age");
	const struct value *value;

	if (age == NULL || making->age > 0)
		return;
	value = answers_get(answers, age);
	if (value->state == ANSWER_VALUE)
		making->age = value->number;
}

static int take_screening(struct wanted *wanted, const struct pack *pack,
			  const struct target ***also)
{
	struct making *making = &wanted->making;
	struct error_list faults = { 0 };
	struct answers *answers;
	struct assessment *assessment;

	if (answers_file_read(&answers, pack, wanted->from, &faults) != 0) {
		error_list_print(stderr, &faults);
		error_list_done(&faults);
		return EXIT_CONTENT;
	}
	assessment = assess(pack, answers);
	*also = xcalloc(assessment->n_listed + 1, sizeof **also);
	take_listed(making, *also, assessment);
	take_age(making, answers);
	making->screening = (struct screening){
		.given = true, .urgency = assessment->urgency,
		.date = screened_on(wanted->from),
		.floor = assessment->floor,
	};
	assessment_free(&assessment);
	answers_free(&answers);
	return 0;
}

/* Ids of the command line */

static int take_ids(struct wanted *wanted, const struct pack *pack)
{
	struct making *making = &wanted->making;

	if (wanted->condition != NULL) {
		making->target = plan_find("sitwell plan new", pack,
					   KIND_TARGET, wanted->condition);
		if (making->target == NULL)
			return EXIT_USAGE;
	}
	if (wanted->programme != NULL) {
		making->programme = plan_find("sitwell plan new", pack,
					      KIND_PROGRAMME,
					      wanted->programme);
		if (making->programme == NULL)
			return EXIT_USAGE;
	}
	return 0;
}

static int write_plan(const struct wanted *wanted, const struct pack *pack)
{
	char *text = NULL;
	size_t bytes;
	FILE *memory = open_memstream(&text, &bytes), *stream;
	struct error err;
	int status = EXIT_FAILED;

	if (memory == NULL)
		return EXIT_FAILED;
	if (plan_make(memory, pack, &wanted->making, &err) != 0) {
		fclose(memory);
		error_print(stderr, &err);
		free(text);
		return EXIT_CONTENT;
	}
	fclose(memory);
	stream = command_open_output(wanted->output);
	if (stream != NULL) {
		fwrite(text, 1, bytes, stream);
		status = command_close_output(stream, wanted->output);
	}
	free(text);
	return status;
}

static int make(struct wanted *wanted, const struct pack *pack)
{
	const struct target **also = NULL;
	int status = take_ids(wanted, pack);

	if (status == 0 && wanted->from != NULL)
		status = take_screening(wanted, pack, &also);
	if (status == 0 && wanted->making.target == NULL) {
		fprintf(stderr, _("sitwell plan new: no condition fits these answers; name one with --condition\n"));
		status = EXIT_CONTENT;
	}
	if (status == 0)
		status = write_plan(wanted, pack);
	free(also);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = {
		.making = { .start = date_today(), .cleared_on = date_today() },
	};
	struct pack *pack = NULL;
	int status = command_options(command, argc, argv, read_option,
				     &wanted);

	if (status >= 0)
		return status;
	if (optind < argc)
		return options_wrong(argv[0], _("%s is no option"),
				     argv[optind]);
	if (wanted.from == NULL && wanted.condition == NULL)
		return options_wrong(argv[0], _("say for what: --from FILE or --condition ID"));
	status = command_load_pack(&pack, wanted.pack);
	if (status == 0)
		status = make(&wanted, pack);
	pack_free(&pack);
	return status;
}

const struct command plan_new_command = {
	.name = "plan new",
	.usage = N_("sitwell plan new --from FILE | --condition ID [OPTION...]"),
	.purpose = N_("Writes a plan with the first weeks of the programme for a condition."),
	.examples = examples,
	.options = rows,
	.run = run,
};
