#include "config.h"

#include "plain/result.h"

#include <stdlib.h>
#include <time.h>

#include "assess/assess.h"
#include "base/error.h"
#include "base/i18n.h"
#include "report/report.h"

/* Answers by number */

static bool is_answered(const struct talk *talk,
			const struct question *question)
{
	return answers_given(talk->session->answers, question);
}

static bool is_passed_over(const struct talk *talk,
			   const struct question *question)
{
	return answers_applies(talk->session->answers, question) &&
	       !is_answered(talk, question);
}

static bool is_open(const struct talk *talk, const struct question *question)
{
	return answer_is_open(question, answers_role(talk->session->answers));
}

static size_t count_answered(const struct talk *talk)
{
	return answers_count(talk->session->answers);
}

static void say_answer(struct talk *talk, const struct question *question,
		       size_t number)
{
	const struct answers *answers = talk->session->answers;
	const char *prompt = question_prompt(question, answers);
	char words[1000], *line = NULL;

	if (!is_open(talk, question))
		return;
	answer_words(words, sizeof words, question,
		     answers_get(answers, question), answers_role(answers));
	/* TRANSLATORS: a question and the answer that was given */
	if (asprintf(&line, _("%1$s -> %2$s"), prompt, words) < 0)
		return;
	say_numbered(&talk->lines, number, line);
	free(line);
}

/* A line of a list that was answered with no. */
static bool is_plain_no(const struct talk *talk,
			const struct question *question)
{
	const struct value *value =
		answers_get(talk->session->answers, question);
	int no = question_find_answer(question, "no");

	return question->checklist != NULL && no >= 0 &&
	       value->state == ANSWER_VALUE &&
	       value->choices == UINT64_C(1) << no;
}

void say_answers_given(struct talk *talk, bool all)
{
	const struct pack *pack = talk->session->pack;
	size_t number = 0;
	unsigned long left_out = 0;

	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s", _("Your answers"));
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (!is_answered(talk, question))
			continue;
		number++;
		if (!all && is_plain_no(talk, question))
			left_out++;
		else
			say_answer(talk, question, number);
	}
	if (number == 0)
		tell(&talk->lines, "%s", _("There are none yet."));
	if (left_out > 0)
		tell(&talk->lines,
		    ngettext("And no to %lu more line of the lists. To hear "
			     "it too, type all.",
			     "And no to %lu more lines of the lists. To hear "
			     "them too, type all.",
			     left_out), left_out);
}

void say_passed_over(struct talk *talk)
{
	const struct pack *pack = talk->session->pack;
	size_t number = count_answered(talk);

	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s", _("Not asked, for they would not change the result much"));
	for (size_t i = 0; i < pack->n_questions; i++)
		if (is_passed_over(talk, &pack->questions[i]))
			say_answer(talk, &pack->questions[i], ++number);
	if (number == count_answered(talk))
		tell(&talk->lines, "%s", _("There are none."));
}

static const struct question *question_of_number(const struct talk *talk,
						 size_t number)
{
	const struct pack *pack = talk->session->pack;

	for (int passed_over = 0; passed_over < 2; passed_over++)
		for (size_t i = 0; i < pack->n_questions; i++) {
			const struct question *question = &pack->questions[i];

			if (!(passed_over ? is_passed_over(talk, question) :
					    is_answered(talk, question)))
				continue;
			if (--number > 0)
				continue;
			return is_open(talk, question) ? question : NULL;
		}
	return NULL;
}

/* A line of a checklist is asked by itself; a site goes with its side. */
static struct step step_for(const struct talk *talk,
			    const struct question *question)
{
	if (question->checklist != NULL)
		return (struct step){ .kind = STEP_ASK,
				      .questions = { question },
				      .n_questions = 1 };
	return interview_step_of(talk->session->pack, talk->session->answers,
				 question);
}

enum heard change_answer(struct talk *talk, size_t number)
{
	const struct question *question =
		number == 0 ? NULL : question_of_number(talk, number);
	struct step step;
	size_t unused;

	if (question == NULL) {
		tell(&talk->lines, "%s",
		    _("Type change and the number of an answer, as check lists them."));
		return HEARD_HELP;
	}
	step = step_for(talk, question);
	return ask_step(talk, &step, &unused);
}

/* Pages */

static struct document *document_of(const struct talk *talk,
				    const struct step *step)
{
	const struct session *session = talk->session;
	struct assessment *assessment = assess(session->pack,
					       session->answers);
	struct document *document;

	if (step->kind == STEP_EMERGENCY)
		document = document_emergency(assessment, session->answers,
					      &talk->site);
	else if (step->kind == STEP_OUT_OF_SCOPE)
		document = document_out_of_scope(assessment, session->answers,
						 &talk->site);
	else
		document = document_new(assessment, session->answers,
					&talk->site);
	assessment_free(&assessment);
	return document;
}

static void say_document(struct talk *talk, const struct document *document)
{
	tell(&talk->lines, "%s", "");
	report_text(talk->lines.out, document, LINE_COLUMNS);
	tell(&talk->lines, "%s", "");
}

static void say_page_why(struct talk *talk, const struct document *document)
{
	tell(&talk->lines, "%s", "");
	report_page(talk->lines.out, &document->pages[PAGE_WHY],
		    LINE_COLUMNS);
}

static void say_why_stopped(struct talk *talk)
{
	const struct session *session = talk->session;
	struct assessment *assessment = assess(session->pack,
					       session->answers);
	struct document *document =
		document_why_stopped(assessment, session->answers,
				     &talk->site);

	say_page_why(talk, document);
	document_free(&document);
	assessment_free(&assessment);
}

static void print_document(struct talk *talk, const struct document *document)
{
	struct error err;

	if (report_print(document, time(NULL), &err) == 0)
		tell(&talk->lines, "%s", _("The page is on its way to the printer."));
	else
		tell(&talk->lines, "%s", err.message);
}

static void save_document(struct talk *talk, const struct document *document,
			  const char *path)
{
	struct error err;

	if (path[0] == '\0')
		tell(&talk->lines, "%s",
		     _("Type save and the name of a new file, as in: save result.txt"));
	else if (report_text_save(path, document, time(NULL), false,
				  &err) == 0)
		tell(&talk->lines, _("Saved as %s."), path);
	else
		tell(&talk->lines, "%s", err.message);
}

static const char *what_now(bool emergency)
{
	if (emergency && report_can_print())
		return _("You can type: why, check, change and a number, "
			 "print, save and a file name. To finish, type quit.");
	if (emergency)
		return _("You can type: why, check, change and a number, "
			 "save and a file name. To finish, type quit.");
	if (report_can_print())
		return _("You can type: check, change and a number, more, "
			 "why, print, save and a file name. To finish, type "
			 "quit.");
	return _("You can type: check, change and a number, more, why, save "
		 "and a file name. To finish, type quit.");
}

static void say_what_now(struct talk *talk, const struct step *step)
{
	tell(&talk->lines, "%s", what_now(step->kind == STEP_EMERGENCY));
}

/* HEARD_HELP: dealt with, the page still stands. */
static enum heard take_command(struct talk *talk, const struct step *step,
			       const struct document *document)
{
	char *line = hear(&talk->lines, ">");
	const char *rest = "";
	size_t number;
	enum heard heard;

	if (line == NULL)
		return HEARD_END;
	heard = command_of(trimmed(line), &number, &rest);
	switch (heard) {
	case HEARD_QUIT:
	case HEARD_DONE:
		return HEARD_QUIT;
	case HEARD_CHECK:
	case HEARD_ALL:
		say_answers_given(talk, heard == HEARD_ALL);
		break;
	case HEARD_MORE:
		say_passed_over(talk);
		break;
	case HEARD_CHANGE:
		return change_answer(talk, number);
	case HEARD_WHY:
		if (step->kind == STEP_DONE)
			say_page_why(talk, document);
		else
			say_why_stopped(talk);
		break;
	case HEARD_PRINT:
		print_document(talk, document);
		break;
	case HEARD_SAVE:
		save_document(talk, document, rest);
		break;
	default:
		say_what_now(talk, step);
	}
	return HEARD_HELP;
}

/* The result was read out: the end of input finishes it, answers nothing. */
enum heard show_result(struct talk *talk, const struct step *step)
{
	struct document *document = document_of(talk, step);
	enum heard heard;

	say_document(talk, document);
	say_what_now(talk, step);
	do {
		heard = take_command(talk, step, document);
	} while (heard != HEARD_ANSWER && heard != HEARD_QUIT &&
		 heard != HEARD_END);
	document_free(&document);
	return heard;
}
