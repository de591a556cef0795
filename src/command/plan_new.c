/* sitwell plan new: the first weeks of a programme, as a file. */
#include "config.h"

#include <ctype.h>
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

static int read_date(void *out, const char *program, const char *argument)
{
	long *date = out;

	*date = date_parse(argument);
	if (*date != NO_DATE)
		return -1;
	return options_wrong(program, _("%s is no date; write year, month and day, like 2025-03-31"),
			     argument);
}

static int read_age(void *out, const char *program, const char *argument)
{
	double *age = out;

	if (text_number(age, argument) == 0 && *age > 0 && *age <= 130)
		return -1;
	return options_wrong(program, _("%s is no age; write years, like 52"),
			     argument);
}

/* Whether a plan keeps it as it stands, which is what an INI file can hold. */
static bool is_kept(const char *words)
{
	if (words[strspn(words, " ")] == '\0' || words[0] == '\'')
		return false;
	for (; *words != '\0'; words++)
		if (iscntrl((unsigned char)*words) ||
		    strchr("#;\"", *words) != NULL)
			return false;
	return true;
}

static int read_code(void *out, const char *program, const char *argument)
{
	const char **code = out;

	*code = argument;
	if (is_kept(argument) && strchr(argument, ' ') == NULL)
		return -1;
	return options_wrong(program, _("\"%s\" is no code; write letters and digits without blanks, never a name"),
			     argument);
}

static int read_who(void *out, const char *program, const char *argument)
{
	const char **who = out;

	*who = argument;
	if (is_kept(argument))
		return -1;
	return options_wrong(program, _("\"%s\" names nobody; write name and profession, without # ; or quotes"),
			     argument);
}

static const struct option_row rows[] = {
	{ "from", N_("FILE"),
	  N_("an answers file of a screening: the condition that fits best, what else may be there, and how urgent"),
	  OPTION_TEXT(struct wanted, from) },
	{ "condition", N_("ID"),
	  N_("the condition or its form, in place of what fits best"),
	  OPTION_TEXT(struct wanted, condition) },
	{ "programme", N_("ID"), N_("which, where there are several"),
	  OPTION_TEXT(struct wanted, programme) },
	{ "start", N_("DATE"), N_("first day, usually today"),
	  OPTION_MEMBER(read_date, struct wanted, making.start, long) },
	{ "person", N_("CODE"),
	  N_("a code, usually one by chance; never a name"),
	  OPTION_MEMBER(read_code, struct wanted, making.person,
			const char *) },
	{ "age", N_("YEARS"), N_("how old the person is"),
	  OPTION_MEMBER(read_age, struct wanted, making.age, double) },
	{ "cleared-by", N_("WHO"),
	  N_("name and profession of the clinician who cleared it"),
	  OPTION_MEMBER(read_who, struct wanted, making.cleared_by,
			const char *) },
	{ "cleared-on", N_("DATE"), N_("when, usually today"),
	  OPTION_MEMBER(read_date, struct wanted, making.cleared_on, long) },
	OPTION_OUTPUT(struct wanted),
	OPTION_PACK(struct wanted, N_("the pack with the programmes")),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell plan new --from answers.ini --output k7q2.ini",
	"sitwell plan new --condition gluteal-tendinopathy",
	"sitwell plan new --condition hip-stress-fracture --cleared-by \"N. N., physiotherapist\"",
	NULL,
};

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

/* A plan that nobody may use yet is written all the same, but not in silence. */
static void say_stopped(const struct pack *pack, const char *path)
{
	struct error_list faults = { 0 };
	struct plan *plan = NULL;

	if (plan_read(&plan, pack, path, &faults) == 0 &&
	    plan_is_stopped(plan))
		fprintf(stderr, _("%s: the review says stop: nobody uses the plan as it is; see: sitwell plan review %s\n"),
			path, path);
	error_list_print(stderr, &faults);
	error_list_done(&faults);
	plan_free(&plan);
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
		.making = { .start = date_today(), .cleared_on = NO_DATE },
	};
	struct pack *pack = NULL;
	int status = options_read(command, argc, argv, &wanted);

	if (status >= 0)
		return status;
	if (optind < argc)
		return options_wrong(argv[0], _("%s is no option"),
				     argv[optind]);
	if (wanted.from == NULL && wanted.condition == NULL)
		return options_wrong(argv[0], _("say for what: --from FILE or --condition ID"));
	if (wanted.making.cleared_on == NO_DATE)
		wanted.making.cleared_on = date_today();
	else if (wanted.making.cleared_by == NULL)
		return options_wrong(argv[0], _("say also who cleared it: --cleared-by WHO"));
	status = command_load_pack(&pack, wanted.pack);
	if (status == 0)
		status = make(&wanted, pack);
	if (status == 0 && wanted.output != NULL)
		say_stopped(pack, wanted.output);
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
