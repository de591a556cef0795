#include "config.h"

#include "packs.h"
#include "plain/parse.h"
#include "plain/words.h"

static const char content[] =
	"[checklist list]\npart = a\nprompt = Any?\nquestions = one two three\n"
	"[question one]\npart = a\ntype = single\nprompt = One\n"
	"answers = yes no unsure\n"
	"[question two]\npart = a\ntype = single\nprompt = Two\n"
	"answers = yes no unsure\n"
	"[question three]\npart = a\ntype = single\nprompt = Three\n"
	"answers = yes no unsure\n"
	"[question line]\npart = b\ntype = single\nprompt = Line?\n"
	"answers = outer back unsure\nlabel-outer = The outer side\n"
	"label-back = The back\nclinician-label-back = Posterior\n"
	"[question where]\npart = b\ntype = multi\nprompt = Where?\n"
	"answers = hip thigh calf neither unsure\nlabel-hip = Hip\n"
	"label-thigh = Back of the thigh\nlabel-calf = Calf\n"
	"label-neither = None of these\nnone = neither\n"
	"[question minutes]\npart = b\ntype = number\nprompt = How long?\n"
	"answers = unsure\nmin = 0\nmax = 600\n"
	"[checklist exam]\npart = b\nprompt = Exam\n"
	"questions = knee ankle toe\n"
	"[question knee]\npart = b\ntype = single\nprompt = Knee\n"
	"answers = yes no unsure\nrole = physio\n"
	"[question ankle]\npart = b\ntype = single\nprompt = Ankle\n"
	"answers = yes no unsure\nrole = physio\n"
	"[question toe]\npart = b\ntype = single\nprompt = Toe\n"
	"answers = yes no unsure\nrole = physio\n"
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\nsource = s\n";

static struct pack *pack;

static int load(void **state)
{
	(void)state;
	pack = pack_of(content);
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

/* The line means this answer, as an answers file writes it. */
static void assert_means(const char *id, const char *line, const char *expected)
{
	const struct question *question = question_of(pack, id);
	struct value value;
	struct error err;
	char printed[100];

	assert_ok(parse_answer(&value, question, ROLE_PATIENT, line, &err),
		  &err);
	value_print(printed, sizeof printed, question, &value);
	assert_string_equal(printed, expected);
}

static void assert_refused(const char *id, const char *line)
{
	struct value value;
	struct error err;

	assert_int_equal(parse_answer(&value, question_of(pack, id),
				      ROLE_PATIENT, line, &err), -1);
	assert_string_not_equal(err.message, "");
}

static void answer__is_a_number_an_id_or_a_label(void **state)
{
	struct value value;
	struct error err;

	(void)state;
	assert_means("line", "1", "outer");
	assert_means("line", "back", "back");
	assert_means("line", "BACK", "back");
	assert_means("line", "the outer SIDE", "outer");
	assert_means("line", "3", "unsure");
	assert_means("line", "i'm not sure", "unsure");
	assert_ok(parse_answer(&value, question_of(pack, "line"), ROLE_PHYSIO,
			       "posterior", &err), &err);
	assert_refused("line", "0");
	assert_refused("line", "4");
	assert_refused("line", "1.5");
	assert_refused("line", "front");
	assert_refused("line", "1 2");
}

static void several__stand_with_blanks_or_commas(void **state)
{
	(void)state;
	assert_means("where", "1 3", "hip calf");
	assert_means("where", " 3,1 ", "hip calf");
	assert_means("where", "calf hip", "hip calf");
	assert_means("where", "back of the thigh", "thigh");
	assert_means("where", "4", "neither");
	assert_means("where", "unsure", "unsure");
	assert_refused("where", "1 4");
	assert_refused("where", "1 unsure");
	assert_refused("where", "1 9");
}

static void number__may_have_a_point_or_a_comma(void **state)
{
	(void)state;
	assert_means("minutes", "30", "30");
	assert_means("minutes", "1", "1");
	assert_means("minutes", "0.5", "0.5");
	assert_means("minutes", "0,5", "0.5");
	assert_means("minutes", "unsure", "unsure");
	assert_refused("minutes", "601");
	assert_refused("minutes", "-1");
	assert_refused("minutes", "half an hour");
	assert_refused("minutes", "1,000,000");
}

static void assert_list_of(const char *lead, const char *line, const char *one,
			   const char *two, const char *three)
{
	const struct question *first = question_of(pack, lead);
	struct step step = { .checklist = first->checklist, .n_questions = 3 };
	const char *const expected[] = { one, two, three };
	struct value values[STEP_MAX];
	struct error err;
	char printed[100];

	for (size_t i = 0; i < 3; i++)
		step.questions[i] = first->checklist->questions[i];
	assert_ok(parse_checklist(values, &step, line, &err), &err);
	for (size_t i = 0; i < 3; i++) {
		value_print(printed, sizeof printed, step.questions[i],
			    &values[i]);
		assert_string_equal(printed, expected[i]);
	}
}

static void assert_list(const char *line, const char *one, const char *two,
			const char *three)
{
	assert_list_of("one", line, one, two, three);
}

/* Only of a clinician's tests is silence an answer, and only if said so. */
static void examination__takes_the_rest_as_negative(void **state)
{
	const struct question *first = question_of(pack, "one");
	struct step step = { .checklist = first->checklist, .n_questions = 2,
			     .questions = { first,
					    question_of(pack, "knee") } };
	struct value values[STEP_MAX];
	struct error err;

	(void)state;
	assert_list_of("knee", "2", "unsure", "yes", "unsure");
	assert_list_of("knee", "2 rest", "no", "yes", "no");
	assert_list_of("knee", "REST", "no", "no", "no");
	assert_list_of("knee", "1 3? rest", "yes", "no", "unsure");
	assert_int_equal(parse_checklist(values, &step, "1 rest", &err), -1);
}

static void checklist__takes_none_or_numbers(void **state)
{
	struct step step = { .n_questions = 1,
			     .questions = { question_of(pack, "one") } };
	struct value values[STEP_MAX];
	struct error err;

	(void)state;
	assert_list("none", "no", "no", "no");
	assert_list("NONE", "no", "no", "no");
	assert_list("2", "no", "yes", "no");
	assert_list("1, 3?", "yes", "no", "unsure");
	assert_list("2? 1", "yes", "unsure", "no");
	assert_list("2- 1", "yes", "no", "no");
	assert_int_equal(parse_checklist(values, &step, "2", &err), -1);
	assert_int_equal(parse_checklist(values, &step, "yes", &err), -1);
	assert_int_equal(parse_checklist(values, &step, "?", &err), -1);
}

static void command__is_told_from_an_answer_by_its_slash(void **state)
{
	size_t number = 7;
	const char *rest = NULL;

	(void)state;
	assert_int_equal(command_of("back", &number, NULL), HEARD_BACK);
	assert_int_equal(slash_command_of("back", &number, NULL), HEARD_ANSWER);
	assert_int_equal(slash_command_of("/BACK", &number, NULL), HEARD_BACK);
	assert_int_equal(command_of("?", &number, NULL), HEARD_HELP);
	assert_int_equal(command_of("change 12", &number, NULL), HEARD_CHANGE);
	assert_int_equal(number, 12);
	assert_int_equal(command_of("change it", &number, NULL), HEARD_CHANGE);
	assert_int_equal(number, 0);
	assert_int_equal(command_of("save  my page.txt", &number, &rest),
			 HEARD_SAVE);
	assert_string_equal(rest, "my page.txt");
	assert_int_equal(command_of("backwards", &number, NULL), HEARD_ANSWER);
	assert_int_equal(command_of("back again", &number, NULL), HEARD_ANSWER);
	assert_int_equal(command_of("", &number, NULL), HEARD_ANSWER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answer__is_a_number_an_id_or_a_label),
		cmocka_unit_test(several__stand_with_blanks_or_commas),
		cmocka_unit_test(number__may_have_a_point_or_a_comma),
		cmocka_unit_test(checklist__takes_none_or_numbers),
		cmocka_unit_test(examination__takes_the_rest_as_negative),
		cmocka_unit_test(command__is_told_from_an_answer_by_its_slash),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
