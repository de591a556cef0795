#include "config.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include "packs.h"
#include "answers/answers_file.h"
#include "interview/journal.h"
#include "interview/session.h"

static const char content[] =
	"[question numb]\npart = a\ntype = single\nprompt = Numb?\n"
	"answers = yes no unsure\nask-again = yes\n"
	"[question weak]\npart = a\ntype = single\nprompt = Weak?\n"
	"answers = yes no unsure\n"
	"[question minutes]\npart = b\ntype = number\nprompt = How long?\n"
	"min = 0\nmax = 600\nalways = yes\n"
	"[question notes]\npart = b\ntype = text\nprompt = Notes\n"
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\nsource = s\n";

static struct pack *pack;
static char folder[] = "/tmp/sitwell-journal-XXXXXX";
static char path[96];		/* of the journal */

static int set_up(void **state)
{
	(void)state;
	pack = pack_of(content);
	strcpy(folder + sizeof folder - 7, "XXXXXX");
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof path, "%s/sitwell/journal", folder);
	return setenv("XDG_STATE_HOME", folder, 1);
}

static int tear_down(void **state)
{
	char command[160];

	(void)state;
	pack_free(&pack);
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	return system(command);
}

static void note(struct journal *journal, const char *id, const char *text)
{
	const struct question *question = question_of(pack, id);
	struct value value;
	struct error err;

	assert_ok(value_parse(&value, question, text, &err), &err);
	assert_ok(journal_note(journal, question, &value, &err), &err);
}

static struct journal *start(void)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct journal *journal;
	struct error err;

	assert_ok(journal_start(&journal, answers, &err), &err);
	answers_free(&answers);
	return journal;
}

static void leave_a_journal(void)
{
	struct journal *journal = start();

	note(journal, "weak", "no");
	note(journal, "minutes", "30");
	journal_close(&journal);
}

static struct answers *take_up(void)
{
	struct answers *answers;
	struct error err;

	assert_ok(journal_take_up(&answers, pack, &err), &err);
	return answers;
}

static bool is_given(const struct answers *answers, const char *id)
{
	return answers_given(answers, question_of(pack, id));
}

static void interview__is_taken_up_with_every_answer(void **state)
{
	struct journal *journal = start();
	struct answers *answers;

	(void)state;
	note(journal, "weak", "unsure");
	note(journal, "minutes", "30");
	note(journal, "minutes", "45");
	note(journal, "notes", "one\ntwo = \xe7\x97\x9b %41 unsure");
	journal_close(&journal);
	assert_true(journal_waiting());
	answers = take_up();
	assert_int_equal(answers_get(answers, question_of(pack, "weak"))->state,
			 ANSWER_UNSURE);
	assert_true(answers_get(answers, question_of(pack, "minutes"))->number
		    == 45);
	assert_string_equal(answers_get(answers,
					question_of(pack, "notes"))->text,
			    "one\ntwo = \xe7\x97\x9b %41 unsure");
	answers_free(&answers);
}

static void safety_question__is_asked_again(void **state)
{
	struct journal *journal = start();
	struct answers *answers;

	(void)state;
	note(journal, "numb", "no");
	note(journal, "weak", "no");
	journal_close(&journal);
	answers = take_up();
	assert_false(is_given(answers, "numb"));
	assert_null(answers_aside(answers, question_of(pack, "numb")));
	assert_true(is_given(answers, "weak"));
	answers_free(&answers);
}

static void sign_of_danger__is_offered_when_asked_again(void **state)
{
	struct journal *journal = start();
	const struct question *numb = question_of(pack, "numb");
	struct answers *answers;

	(void)state;
	note(journal, "numb", "unsure");
	journal_close(&journal);
	answers = take_up();
	assert_false(answers_given(answers, numb));
	assert_non_null(answers_aside(answers, numb));
	assert_int_equal(answers_aside(answers, numb)->state, ANSWER_UNSURE);
	answers_free(&answers);
}

static void answer_taken_back__is_not_taken_up(void **state)
{
	struct journal *journal = start();
	struct answers *answers;
	struct error err;

	(void)state;
	note(journal, "weak", "no");
	note(journal, "minutes", "30");
	assert_ok(journal_note(journal, question_of(pack, "minutes"), NULL,
			       &err), &err);
	journal_close(&journal);
	answers = take_up();
	assert_true(is_given(answers, "weak"));
	assert_false(is_given(answers, "minutes"));
	answers_free(&answers);
}

/* Cut after every byte: whole lines count, a torn one does not. */
static void torn_line__is_left_out(void **state)
{
	char text[400];
	struct answers *answers;
	size_t bytes;
	FILE *file;

	(void)state;
	leave_a_journal();
	file = fopen(path, "r");
	bytes = fread(text, 1, sizeof text - 1, file);
	text[bytes] = '\0';
	fclose(file);
	for (size_t cut = bytes; cut-- > 0;) {
		const char *weak = strstr(text, "weak no\n");
		const char *minutes = strstr(text, "minutes 30\n");

		assert_int_equal(truncate(path, (off_t)cut), 0);
		if (!journal_waiting()) {
			assert_true(text + cut < weak + 8);
			continue;
		}
		answers = take_up();
		assert_int_equal(is_given(answers, "weak"),
				 text + cut >= weak + 8);
		assert_int_equal(is_given(answers, "minutes"),
				 text + cut >= minutes + 11);
		answers_free(&answers);
	}
}

static void interview_without_an_answer__does_not_wait(void **state)
{
	struct journal *journal = start();

	(void)state;
	journal_close(&journal);
	assert_false(journal_waiting());
}

static void rewrite_time(long long seconds)
{
	char text[400], *rest;
	FILE *file = fopen(path, "r");
	size_t bytes = fread(text, 1, sizeof text - 1, file);

	text[bytes] = '\0';
	fclose(file);
	rest = strstr(text, " test ");
	assert_non_null(rest);
	file = fopen(path, "w");
	fprintf(file, "sitwell-journal 1 %lld%s", seconds, rest);
	fclose(file);
}

static void journal__waits_for_a_day(void **state)
{
	long long now = (long long)time(NULL);

	(void)state;
	leave_a_journal();
	rewrite_time(now - 24 * 3600 + 60);
	assert_true(journal_waiting());
	rewrite_time(now - 24 * 3600 - 60);
	assert_false(journal_waiting());
	rewrite_time(now + 2 * 24 * 3600);
	assert_false(journal_waiting());
	rewrite_time(LLONG_MIN);
	assert_false(journal_waiting());
	rewrite_time(LLONG_MAX);
	assert_false(journal_waiting());
}

/* Taken up again and again, an interview still ends after its day. */
static void taking_up__does_not_make_answers_younger(void **state)
{
	struct answers *answers;
	struct journal *journal;
	struct error err;
	char line[200];
	FILE *file;
	long long began = (long long)time(NULL) - 20 * 3600, found = 0;

	(void)state;
	leave_a_journal();
	rewrite_time(began);
	answers = take_up();
	assert_ok(journal_start(&journal, answers, &err), &err);
	journal_close(&journal);
	answers_free(&answers);
	file = fopen(path, "r");
	assert_non_null(fgets(line, sizeof line, file));
	fclose(file);
	assert_int_equal(sscanf(line, "sitwell-journal 1 %lld", &found), 1);
	assert_true(found == began);
}

static void finishing__removes_it(void **state)
{
	struct journal *journal = start();

	(void)state;
	note(journal, "weak", "no");
	journal_finish(&journal);
	assert_null(journal);
	assert_false(journal_waiting());
	assert_int_equal(access(path, F_OK), -1);
}

static void declining__removes_it(void **state)
{
	(void)state;
	leave_a_journal();
	journal_discard();
	assert_int_equal(access(path, F_OK), -1);
}

static void files__are_for_their_owner_alone(void **state)
{
	struct stat st;

	(void)state;
	umask(0);
	leave_a_journal();
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	*strrchr(path, '/') = '\0';
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
}

static void second_program__goes_without(void **state)
{
	struct journal *journal = start(), *other;
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct error err;

	(void)state;
	note(journal, "weak", "no");
	assert_false(journal_waiting());
	assert_int_equal(journal_start(&other, answers, &err), -1);
	assert_null(other);
	assert_non_null(strstr(err.message, "another interview is running"));
	journal_discard();
	assert_int_equal(access(path, F_OK), 0);
	journal_close(&journal);
	assert_true(journal_waiting());
	answers_free(&answers);
}

static void answer_once(struct session *session, const char *id,
			const char *text)
{
	struct step step = { .questions = { question_of(session->pack, id) },
			     .n_questions = 1 };
	struct value value;
	struct error err;

	assert_ok(value_parse(&value, step.questions[0], text, &err), &err);
	assert_ok(session_answer(session, &step, &value, &err), &err);
}

static void interview_from_a_file__leaves_the_one_that_waits(void **state)
{
	struct session session = { .pack = pack, .answers_path = "a.ini" };
	struct answers *answers;

	(void)state;
	leave_a_journal();
	session.answers = answers_new(pack, ROLE_PATIENT);
	answer_once(&session, "weak", "yes");
	assert_null(session.journal);
	assert_non_null(strstr(session.warning.message, "waits"));
	answers_free(&session.answers);
	answers = take_up();
	assert_true(is_given(answers, "minutes"));
	answers_free(&answers);
}

/* The child answers and is killed between two answers. */
static void killed_program__loses_no_answer(void **state)
{
	struct answers *answers;
	int status;
	pid_t child = fork();

	(void)state;
	if (child == 0) {
		struct session session = { .pack = pack };

		session.answers = answers_new(pack, ROLE_PATIENT);
		answer_once(&session, "weak", "no");
		answer_once(&session, "minutes", "30");
		raise(SIGKILL);
	}
	waitpid(child, &status, 0);
	assert_true(WIFSIGNALED(status));
	assert_true(journal_waiting());
	answers = take_up();
	assert_int_equal(answers_count(answers), 2);
	answers_free(&answers);
}

static void place_without_room__warns_and_goes_on(void **state)
{
	struct session session = { .pack = pack };

	(void)state;
	session.answers = answers_new(pack, ROLE_PATIENT);
	setenv("XDG_STATE_HOME", "/dev/full", 1);
	answer_once(&session, "weak", "no");
	assert_string_not_equal(session.warning.message, "");
	session.warning.message[0] = '\0';
	answer_once(&session, "minutes", "30");
	assert_string_equal(session.warning.message, "");
	assert_int_equal(answers_count(session.answers), 2);
	answers_free(&session.answers);
}

/* A limit on the file's size stands for a disk that fills up. */
static void disk_that_fills_up__is_told_once(void **state)
{
	struct journal *journal = start();
	const struct question *notes = question_of(pack, "notes");
	struct value value = { .state = ANSWER_VALUE, .text = "some words" };
	struct rlimit before, full = { .rlim_cur = 60 };
	struct answers *answers;
	struct error err;
	int failures = 0;

	(void)state;
	note(journal, "weak", "no");
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	full.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_FSIZE, &full);
	for (int i = 0; i < 3; i++)
		failures += journal_note(journal, notes, &value, &err) != 0;
	setrlimit(RLIMIT_FSIZE, &before);
	assert_int_equal(failures, 1);
	journal_close(&journal);
	answers = take_up();
	assert_true(is_given(answers, "weak"));
	assert_false(is_given(answers, "notes"));
	answers_free(&answers);
}

static void another_users_words__are_not_taken_up(void **state)
{
	struct answers *answers;
	struct error err;
	FILE *file;

	(void)state;
	leave_a_journal();
	file = fopen(path, "w");
	fputs("something else entirely\n", file);
	fclose(file);
	assert_false(journal_waiting());
	assert_int_equal(journal_take_up(&answers, pack, &err), -1);
	assert_null(answers);
}

static void line_that_fits_the_pack_no_more__is_left_out(void **state)
{
	struct answers *answers;
	FILE *file;

	(void)state;
	leave_a_journal();
	file = fopen(path, "a");
	fputs("patient weak maybe\npatient gone yes\nnonsense\n"
	      "patient minutes 9999\n", file);
	fclose(file);
	answers = take_up();
	assert_true(is_given(answers, "weak"));
	assert_true(answers_get(answers, question_of(pack, "minutes"))->number
		    == 30);
	answers_free(&answers);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(interview__is_taken_up_with_every_answer),
		TEST(safety_question__is_asked_again),
		TEST(sign_of_danger__is_offered_when_asked_again),
		TEST(answer_taken_back__is_not_taken_up),
		TEST(torn_line__is_left_out),
		TEST(interview_without_an_answer__does_not_wait),
		TEST(journal__waits_for_a_day),
		TEST(taking_up__does_not_make_answers_younger),
		TEST(finishing__removes_it),
		TEST(declining__removes_it),
		TEST(files__are_for_their_owner_alone),
		TEST(second_program__goes_without),
		TEST(interview_from_a_file__leaves_the_one_that_waits),
		TEST(killed_program__loses_no_answer),
		TEST(place_without_room__warns_and_goes_on),
		TEST(disk_that_fills_up__is_told_once),
		TEST(another_users_words__are_not_taken_up),
		TEST(line_that_fits_the_pack_no_more__is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
