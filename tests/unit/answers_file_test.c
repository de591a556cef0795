#include "config.h"

#include <sys/stat.h>

#include "packs.h"
#include "answers/answers_file.h"

static const char content[] =
	"[question numb]\npart = a\ntype = single\nprompt = Numb?\n"
	"answers = yes no unsure\n"
	"[question where]\npart = b\ntype = multi\nprompt = Where?\n"
	"answers = hip thigh neither\nlabel-hip = Hip\nlabel-thigh = Thigh\n"
	"label-neither = Neither\nnone = neither\n"
	"[question minutes]\npart = b\ntype = number\nprompt = How long?\n"
	"min = 0\nmax = 600\nask-if = numb is no\n"
	"[question exam]\npart = b\ntype = single\nprompt = Exam\n"
	"answers = yes no\nrole = physio\n"
	"[question notes]\npart = b\ntype = text\nprompt = Notes\n"
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\nsource = s\n";

static struct pack *pack;
static char folder[] = "/tmp/sitwell-answers-XXXXXX";
static char path[64];

static int set_up(void **state)
{
	(void)state;
	pack = pack_of(content);
	strcpy(folder + sizeof folder - 7, "XXXXXX");
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof path, "%s/answers.ini", folder);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pack_free(&pack);
	unlink(path);
	return rmdir(folder);
}

static void write_file(const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static struct answers *read_back(void)
{
	struct error_list faults = { 0 };
	struct answers *answers = NULL;

	if (answers_file_read(&answers, pack, path, &faults) != 0)
		error_list_print(stderr, &faults);
	assert_non_null(answers);
	error_list_done(&faults);
	return answers;
}

/* The file must be refused with exactly this fault. */
static void assert_fault(const char *text, int line, const char *message)
{
	struct error_list faults = { 0 };
	struct answers *answers;

	write_file(text);
	assert_int_equal(answers_file_read(&answers, pack, path, &faults), -1);
	assert_null(answers);
	assert_int_equal(faults.count, 1);
	assert_string_equal(faults.errors[0].file, path);
	assert_string_equal(faults.errors[0].message, message);
	assert_int_equal(faults.errors[0].line, line);
	error_list_done(&faults);
}

static void text_comes_back(const char *text)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct answers *again;
	struct error err;

	say(answers, "notes", text);
	assert_ok(answers_file_save(path, answers, "en", NULL, &err), &err);
	again = read_back();
	assert_string_equal(answers_get(again, question_of(pack, "notes"))->text,
			    text);
	assert_true(answers_equal(answers, again));
	answers_free(&answers);
	answers_free(&again);
}

static void free_text__comes_back_word_for_word(void **state)
{
	static const char *const texts[] = {
		"it hurts", " blank before", "blank after ", "  ", " ",
		"50% of days; mostly # mornings", "'tis \"sore\"", "back\\",
		"tab\there", "two\nlines\r\n", "[answers]", "a = b", "%25",
		"\x01\x7f", "\xc2\x85 next line", "\xc3\xa9\xe7\x97\x9b",
		"unsure", "skipped", "na", "unsure ", "100%",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		text_comes_back(texts[i]);
}

/* Cut anywhere: blanks, escapes and wide characters fall on every cut. */
static void free_text__goes_on_over_many_lines(void **state)
{
	static const char *const pieces[] = {
		"word ", "\xe7\x97\x9b", "; ", "%", "\xf0\x9f\x99\x82 ",
	};
	char text[6000];

	(void)state;
	for (size_t shift = 0; shift < 12; shift++) {
		size_t used = shift;

		memset(text, 'x', shift);
		for (size_t i = 0; used + 8 < sizeof text - shift; i++) {
			strcpy(text + used, pieces[(i * 7 + i / 5) % 5]);
			used += strlen(text + used);
		}
		text_comes_back(text);
	}
}

static void lines__stay_under_the_limit_of_ini(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	char text[5000], *line = NULL;
	size_t room = 0;
	struct error err;
	FILE *file;

	(void)state;
	memset(text, ';', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	say(answers, "notes", text);
	assert_ok(answers_file_save(path, answers, "en", NULL, &err), &err);
	file = fopen(path, "r");
	while (getline(&line, &room, file) >= 0)
		assert_true(strlen(line) < INI_MAX_LINE);
	fclose(file);
	free(line);
	answers_free(&answers);
}

static void layers__are_both_kept(void **state)
{
	struct answers *answers, *again;
	struct error err;
	const struct question *numb = question_of(pack, "numb");

	(void)state;
	write_file("[about]\nrole = physio\n[answers]\nnumb = unsure\n"
		   "[answers physio]\nnumb = yes\nexam = no\n");
	answers = read_back();
	assert_int_equal(answers_get(answers, numb)->state, ANSWER_VALUE);
	assert_ok(answers_file_save(path, answers, "en", NULL, &err), &err);
	again = read_back();
	assert_int_equal(answers_layer(again, LAYER_PATIENT, numb)->state,
			 ANSWER_UNSURE);
	assert_int_equal(answers_layer(again, LAYER_PHYSIO, numb)->choices, 1);
	assert_true(answers_equal(answers, again));
	answers_free(&answers);
	answers_free(&again);
}

static void physios_layer__is_kept_where_a_patient_saves(void **state)
{
	struct answers *answers, *again;
	struct error err;

	(void)state;
	write_file("[about]\nrole = patient\n[answers]\nnumb = no\n"
		   "[answers physio]\nexam = yes\n");
	answers = read_back();
	assert_false(answers_given(answers, question_of(pack, "exam")));
	assert_ok(answers_file_save(path, answers, "en", NULL, &err), &err);
	answers_free(&answers);
	again = read_back();
	answers_set_role(again, ROLE_PHYSIO);
	assert_true(answers_given(again, question_of(pack, "exam")));
	answers_free(&again);
}

static void answer_kept_aside__is_not_written(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct answers *again;
	struct error err;

	(void)state;
	say(answers, "numb", "no");
	say(answers, "minutes", "30");
	say(answers, "numb", "yes");
	assert_ok(answers_file_save(path, answers, "en", NULL, &err), &err);
	again = read_back();
	assert_int_equal(answers_count(again), 1);
	assert_null(answers_aside(again, question_of(pack, "minutes")));
	answers_free(&answers);
	answers_free(&again);
}

static void unknown_question__suggests_the_nearest(void **state)
{
	(void)state;
	assert_fault("[answers]\nnumb = yes\nminuts = 3\n", 3,
		     "there is no question minuts; did you mean minutes?");
	assert_fault("[answers]\n\nquite-else = 3\n", 3,
		     "there is no question quite-else; the pack test asks none like it");
}

static void unknown_answer__suggests_the_nearest(void **state)
{
	(void)state;
	assert_fault("[answers]\nwhere = hip tigh\n", 2,
		     "question where has no answer tigh; did you mean thigh?");
}

static void exam_finding__belongs_to_the_physio(void **state)
{
	(void)state;
	assert_fault("[answers]\nexam = yes\n", 2,
		     "exam is found by a physio; write it below [answers physio]");
}

static void text_part_without_a_beginning__is_a_fault(void **state)
{
	(void)state;
	assert_fault("[answers]\nnotes = a\nnotes-3 = b\n", 3,
		     "notes-3 goes on with a text that has no part before it; "
		     "number the parts notes, notes-2, notes-3");
	assert_fault("[answers]\nnotes-2 = b\nnumb = no\n", 2,
		     "notes-2 goes on with a text that has no part before it; "
		     "number the parts notes, notes-2, notes-3");
}

/* Read as parts 2, they would be lost without a word. */
static void text_part_with_an_odd_number__is_a_fault(void **state)
{
	(void)state;
	assert_fault("[answers]\nnotes = a\nnotes-02 = b\n", 3,
		     "notes-02 goes on with a text that has no part before it; "
		     "number the parts notes, notes-2, notes-3");
	assert_fault("[answers]\nnotes = a\nnotes-2 = b\nnotes-2a = c\n", 4,
		     "notes-2a goes on with a text that has no part before it; "
		     "number the parts notes, notes-2, notes-3");
}

/* It would be written as a line that nobody can read again. */
static void text_without_a_character__is_no_answer(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct value empty = { .state = ANSWER_VALUE, .text = "" };
	struct error err;

	(void)state;
	assert_int_equal(answers_set(answers, question_of(pack, "notes"),
				     &empty, &err), -1);
	assert_string_equal(err.message, "question notes needs a text");
	answers_free(&answers);
}

static void percent_sign__must_be_encoded(void **state)
{
	(void)state;
	assert_fault("[answers]\nnotes = 5% a day\n", 2,
		     "\"% a\" stands for no character; write a percent sign as %25");
	assert_fault("[answers]\nnotes = a%00b\n", 2,
		     "\"%00\" stands for no character; write a percent sign as %25");
	assert_fault("[answers]\nnotes = %C3%28\n", 2,
		     "the text is not UTF-8 once %XX is read; write each byte of a "
		     "character as %XX, or the character itself");
}

static void about__is_checked(void **state)
{
	(void)state;
	assert_fault("[about]\nrole = doctor\n[answers]\n", 2,
		     "there is no role doctor; write patient, physio or trainer");
	assert_fault("[about]\npack = knee\n[answers]\n", 2,
		     "these are answers to the pack knee, not to test; choose its folder with --pack");
	assert_fault("[about]\nrol = patient\n[answers]\n", 2,
		     "[about] has no key rol; did you mean role?");
}

static void sections__are_checked(void **state)
{
	(void)state;
	assert_fault("[answers]\n[case x]\nnumb = no\n", 2,
		     "an answers file has no section [case x]; write [about], [answers] or [answers physio]");
	assert_fault("[about]\nrole = patient\n", 0,
		     "there are no answers; write them below a line [answers]");
}

static void every_fault__is_reported_in_one_run(void **state)
{
	struct error_list faults = { 0 };
	struct answers *answers;

	(void)state;
	write_file("[about]\nrole = x\n[answers]\nnumb = maybe\nwhat = 1\n"
		   "minutes = 700\nwhere = neither hip\n");
	assert_int_equal(answers_file_read(&answers, pack, path, &faults), -1);
	assert_int_equal(faults.count, 5);
	error_list_done(&faults);
}

static void saved_file__is_for_its_owner_alone(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct error err;
	struct stat st;

	(void)state;
	write_file("old");
	chmod(path, 0644);
	assert_ok(answers_file_save(path, answers, "en", NULL, &err), &err);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	answers_free(&answers);
}

static void saving_that_fails__leaves_nothing_behind(void **state)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct error err;

	(void)state;
	assert_int_equal(answers_file_save("/dev/full", answers, "en", NULL,
					   &err), -1);
	assert_non_null(strstr(err.message, "/dev/full cannot be saved"));
	assert_int_equal(answers_file_save("/nowhere/at/all", answers, "en",
					   NULL, &err), -1);
	assert_int_equal(access("/dev/full", F_OK), 0);
	write_file("");
	answers_free(&answers);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(free_text__comes_back_word_for_word),
		TEST(free_text__goes_on_over_many_lines),
		TEST(lines__stay_under_the_limit_of_ini),
		TEST(layers__are_both_kept),
		TEST(physios_layer__is_kept_where_a_patient_saves),
		TEST(answer_kept_aside__is_not_written),
		TEST(unknown_question__suggests_the_nearest),
		TEST(unknown_answer__suggests_the_nearest),
		TEST(exam_finding__belongs_to_the_physio),
		TEST(text_part_without_a_beginning__is_a_fault),
		TEST(text_part_with_an_odd_number__is_a_fault),
		TEST(text_without_a_character__is_no_answer),
		TEST(percent_sign__must_be_encoded),
		TEST(about__is_checked),
		TEST(sections__are_checked),
		TEST(every_fault__is_reported_in_one_run),
		TEST(saved_file__is_for_its_owner_alone),
		TEST(saving_that_fails__leaves_nothing_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
