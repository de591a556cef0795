#include "config.h"

#include "packs.h"

#include "interview/interview.h"

static const char content[] =
	"[question age]\npart = a\ntype = number\nprompt = Age\nmin = 0\nmax = 120\n"
	"[question saddle]\npart = a\ntype = single\nprompt = Numb\nanswers = yes no unsure\n"
	"[question bladder]\npart = a\ntype = single\nprompt = Wee\nanswers = yes no unsure\n"
	"[checklist ces]\npart = a\nprompt = Any of these?\nquestions = saddle bladder\n"
	"[question fever]\npart = a\ntype = single\nprompt = Hot\nanswers = yes no unsure\n"
	"[question side-hurts]\npart = b\ntype = single\nprompt = Side\nanswers = yes no unsure\n"
	"[question sits]\npart = b\ntype = single\nprompt = Sit\nanswers = yes no\n"
	"ask-if = side-hurts is yes\nalways = yes\n"
	"[question idle]\npart = b\ntype = single\nprompt = Idle\nanswers = yes no\n"
	"[question note]\npart = b\ntype = text\nprompt = Words\nalways = yes\n"
	"[finding f]\nname = F\nwhen = side-hurts is yes\nabsent-when = side-hurts is no\n"
	"[condition one]\nname = One\nclinician-name = One\nprior = 0.5\nsource = s\n"
	"[condition two]\nname = Two\nclinician-name = Two\nprior = 0.5\nsource = s\n"
	"[evidence one]\nf = 6 0.15 s\n"
	"[rule e]\nwhen = saddle is yes\nurgency = emergency\nstop = yes\n"
	"because = Numb.\nsource = s\n"
	"[rule late]\nwhen = fever is yes and age >= 60\nurgency = emergency\n"
	"stop = yes\nbecause = Hot.\nsource = s\n"
	"[scope young]\nwhen = age < 16\ntitle = Too young\nbecause-1 = Young.\n";

static struct pack *pack;
static struct answers *answers;

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

static int begin(void **state)
{
	(void)state;
	answers = answers_new(pack, ROLE_PATIENT);
	return 0;
}

static int end(void **state)
{
	(void)state;
	answers_free(&answers);
	return 0;
}

/* The ids asked on the next screen, or the kind of step it is. */
static const char *next(void)
{
	static char text[128];
	struct step step = interview_next(pack, answers);

	text[0] = '\0';
	switch (step.kind) {
	case STEP_EMERGENCY:
		return "emergency";
	case STEP_OUT_OF_SCOPE:
		return "out of scope";
	case STEP_DONE:
		return "done";
	case STEP_ASK:
		break;
	}
	for (size_t i = 0; i < step.n_questions; i++) {
		strcat(text, i > 0 ? " " : "");
		strcat(text, step.questions[i]->id);
	}
	return text;
}

static void say_safe(void)
{
	say(answers, "age", "50");
	say(answers, "saddle", "no");
	say(answers, "bladder", "no");
	say(answers, "fever", "no");
}

static void next__asks_in_order_and_passes_over_what_is_idle(void **state)
{
	(void)state;
	assert_string_equal(next(), "age");
	say(answers, "age", "50");
	assert_string_equal(next(), "saddle bladder");
	say(answers, "saddle", "no");
	say(answers, "bladder", "no");
	assert_string_equal(next(), "fever");
	say(answers, "fever", "no");
	assert_string_equal(next(), "side-hurts");
	say(answers, "side-hurts", "yes");
	assert_string_equal(next(), "sits");
	say(answers, "sits", "no");
	assert_string_equal(next(), "note");
	say(answers, "note", "words");
	assert_string_equal(next(), "done");
}

static void passed_over_question__counts_when_answered(void **state)
{
	(void)state;
	say_safe();
	assert_false(interview_relevant(pack, answers,
					question_of(pack, "idle")));
	say(answers, "idle", "yes");
	assert_int_equal(answers_count(answers), 5);
}

static void back__takes_one_screen_back_with_its_answers_chosen(void **state)
{
	(void)state;
	say_safe();
	assert_true(interview_back(pack, answers));
	assert_string_equal(next(), "fever");
	assert_true(interview_back(pack, answers));
	assert_string_equal(next(), "saddle bladder");
	assert_non_null(answers_aside(answers, question_of(pack, "bladder")));
	assert_true(interview_back(pack, answers));
	assert_string_equal(next(), "age");
	assert_false(interview_back(pack, answers));
	assert_string_equal(next(), "age");
}

static void change__asks_one_screen_again_and_goes_on(void **state)
{
	(void)state;
	say_safe();
	say(answers, "side-hurts", "yes");
	say(answers, "sits", "no");
	interview_change(pack, answers, question_of(pack, "side-hurts"));
	assert_string_equal(next(), "side-hurts");
	say(answers, "side-hurts", "no");
	/* the branch is shut: its answer is kept aside */
	assert_string_equal(next(), "note");
	assert_false(answers_given(answers, question_of(pack, "sits")));
	assert_non_null(answers_aside(answers, question_of(pack, "sits")));
}

static void stop_rule__stops_the_patient_at_once(void **state)
{
	(void)state;
	say(answers, "age", "50");
	say(answers, "saddle", "yes");
	say(answers, "bladder", "no");
	assert_string_equal(next(), "emergency");
	/* and going back leads to the screen that said so */
	assert_true(interview_back(pack, answers));
	assert_string_equal(next(), "saddle bladder");
}

static void stop_rule__lets_the_physio_examine(void **state)
{
	(void)state;
	answers_set_role(answers, ROLE_PHYSIO);
	say(answers, "age", "50");
	say(answers, "saddle", "yes");
	say(answers, "bladder", "no");
	assert_string_equal(next(), "fever");
	/* but is told of it on every screen from here on */
	assert_string_equal(interview_next(pack, answers).rule->id, "e");
	say(answers, "saddle", "no");
	assert_null(interview_next(pack, answers).rule);
}

static void scope__is_told_after_the_safety_part(void **state)
{
	(void)state;
	say(answers, "age", "12");
	assert_string_equal(next(), "saddle bladder");
	say(answers, "saddle", "no");
	say(answers, "bladder", "no");
	say(answers, "fever", "no");
	assert_string_equal(next(), "out of scope");
}

static void scope__waits_for_safety_parts_that_come_later(void **state)
{
	struct pack *shipped_order = pack;
	struct answers *earlier = answers;

	(void)state;
	pack = pack_under(PACK_HEAD_OF("b a"),
		"[question age]\npart = b\ntype = number\nprompt = Age\n"
		"min = 0\nmax = 120\nalways = yes\n"
		"[question who]\npart = b\ntype = single\nprompt = Who\n"
		"answers = yes no\nalways = yes\n"
		"[question saddle]\npart = a\ntype = single\nprompt = Numb\n"
		"answers = yes no unsure\n"
		"[scope young]\nwhen = age < 16\ntitle = Too young\n"
		"because-1 = Young.\n");
	answers = answers_new(pack, ROLE_PATIENT);
	say(answers, "age", "12");
	assert_string_equal(next(), "who");
	say(answers, "who", "yes");
	assert_string_equal(next(), "saddle");
	say(answers, "saddle", "no");
	assert_string_equal(next(), "out of scope");
	answers_free(&answers);
	pack_free(&pack);
	pack = shipped_order;
	answers = earlier;
}

static void progress__counts_the_safety_part_alone_while_in_it(void **state)
{
	struct step step;
	struct progress progress;

	(void)state;
	say(answers, "age", "50");
	step = interview_next(pack, answers);
	progress = interview_progress(pack, answers, &step);
	assert_true(progress.safety);
	assert_int_equal(progress.number, 2);
	assert_int_equal(progress.about, 3);
	say_safe();
	step = interview_next(pack, answers);
	progress = interview_progress(pack, answers, &step);
	assert_false(progress.safety);
	assert_int_equal(progress.number, 4);
	assert_true(progress.about >= progress.number);
}

#define test_of(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test_of(next__asks_in_order_and_passes_over_what_is_idle),
		test_of(passed_over_question__counts_when_answered),
		test_of(back__takes_one_screen_back_with_its_answers_chosen),
		test_of(change__asks_one_screen_again_and_goes_on),
		test_of(stop_rule__stops_the_patient_at_once),
		test_of(stop_rule__lets_the_physio_examine),
		test_of(scope__is_told_after_the_safety_part),
		test_of(scope__waits_for_safety_parts_that_come_later),
		test_of(progress__counts_the_safety_part_alone_while_in_it),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
