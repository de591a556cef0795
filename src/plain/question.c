/* One question: reading it out, and taking a line for it. */
#include "config.h"

#include "plain/question.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "plain/parse.h"
#include "report/document.h"

/* What to offer again: the answer that stands, or one kept aside, or NULL. */
const struct value *earlier_answer(const struct talk *talk,
				   const struct question *question)
{
	const struct answers *answers = talk->session->answers;

	if (question_is_handed_over(question, role_of(talk)))
		return NULL;
	if (answers_given(answers, question))
		return answers_get(answers, question);
	return answers_aside(answers, question);
}

enum role role_of(const struct talk *talk)
{
	return answers_role(talk->session->answers);
}

void say_contents(struct talk *talk, const struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		tell(&talk->lines, "%s", content_text(texts->text[i]));
}

/* Help and why, of a question or of the checklist it stands in. */

static void say_test_words(struct talk *talk, const struct question *question)
{
	char *lines[TEST_LINES];
	size_t count = question_test_words(lines, question, role_of(talk));

	for (size_t i = 0; i < count; i++) {
		tell(&talk->lines, "%s", lines[i]);
		free(lines[i]);
	}
}

void say_line_help(struct talk *talk, const struct question *question)
{
	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s",
	     question_prompt(question, talk->session->answers));
	say_contents(talk, &question->help);
	say_test_words(talk, question);
}

static void say_help(struct talk *talk, const struct question *question)
{
	const struct checklist *checklist = question->checklist;

	tell(&talk->lines, "%s", "");
	if (checklist != NULL)
		say_contents(talk, &checklist->help);
	say_contents(talk, &question->help);
	say_test_words(talk, question);
	tell(&talk->lines, "%s",
	    _("Answer with the number or the words of an answer. You can "
	      "also type: unsure, why, back, check, change and a number, "
	      "skip, quit. With a slash, as in /back, it is never taken for "
	      "an answer."));
}

static void say_why(struct talk *talk, const struct question *question)
{
	const char *why = question->why;

	if (why == NULL && question->checklist != NULL)
		why = question->checklist->why;
	if (why != NULL)
		tell(&talk->lines, "%s", content_text(why));
	else
		tell(&talk->lines, "%s", _("It helps to tell the causes apart."));
}

/* Commands that are dealt with here, while the question stays. */
bool is_done_here(struct talk *talk, const struct question *question,
		  enum heard heard)
{
	switch (heard) {
	case HEARD_HELP:
		say_help(talk, question);
		return true;
	case HEARD_WHY:
		say_why(talk, question);
		return true;
	case HEARD_DONE:
	case HEARD_MORE:
	case HEARD_PRINT:
	case HEARD_SAVE:
		tell(&talk->lines, "%s",
		    _("That comes at the end. Answer first."));
		return true;
	default:
		return false;
	}
}

/* The question as it is read out */

static void say_answers(struct talk *talk, const struct question *question)
{
	for (size_t i = 0; i < question->n_answers; i++)
		say_numbered(&talk->lines, i + 1,
			     answer_label(&question->answers[i],
					  role_of(talk)));
}

/* Beside a number: not numbered, lest 1 could mean two things. */
static void say_other_answers(struct talk *talk,
			      const struct question *question)
{
	for (size_t i = 0; i < question->n_answers; i++)
		tell(&talk->lines, _("Or type %1$s: %2$s."),
		    question->answers[i].id,
		    answer_label(&question->answers[i], role_of(talk)));
}

static void say_range(struct talk *talk, const struct question *question)
{
	char low[32], high[32];

	text_from_number(low, sizeof low, question->min, 6);
	text_from_number(high, sizeof high, question->max, 6);
	if (question->unit != NULL)
		tell(&talk->lines, _("Type a number from %1$s to %2$s (%3$s)."),
		    low, high, content_text(question->unit));
	else
		tell(&talk->lines, _("Type a number from %s to %s."), low,
		    high);
	if (question->low_label != NULL)
		tell(&talk->lines, _("%1$s means: %2$s."), low,
		    content_text(question->low_label));
	if (question->high_label != NULL)
		tell(&talk->lines, _("%1$s means: %2$s."), high,
		    content_text(question->high_label));
}

static void say_test(struct talk *talk, const struct question *question)
{
	tell(&talk->lines,
	    ngettext("The test takes up to %d second.",
		     "The test takes up to %d seconds.",
		     (unsigned long)question->seconds), question->seconds);
	if (question->not_if_text != NULL) {
		tell(&talk->lines, "%s", _("Who must not do it:"));
		say_item(&talk->lines, "  ", "%s",
			 content_text(question->not_if_text));
	}
	for (size_t i = 0; i < question->stop.count; i++)
		tell(&talk->lines, "%s", content_text(question->stop.text[i]));
}

static void say_how(struct talk *talk, const struct question *question)
{
	switch (question->type) {
	case QUESTION_NUMBER:
	case QUESTION_SCALE:
		say_range(talk, question);
		say_other_answers(talk, question);
		return;
	case QUESTION_TEXT:
		tell(&talk->lines, "%s",
		    _("Type one line, or press Enter to leave it out. To go "
		      "back, type /back."));
		return;
	case QUESTION_TIMED:
		say_test(talk, question);
		break;
	case QUESTION_SINGLE:
	case QUESTION_MULTI:
	case QUESTION_SITE:
		break;
	}
	say_answers(talk, question);
	if (question_takes_several(question))
		tell(&talk->lines, "%s",
		    _("Type all numbers that fit, with blanks between them."));
}

static void say_earlier(struct talk *talk, const struct question *question)
{
	const struct value *earlier = earlier_answer(talk, question);
	char words[1000];

	if (earlier == NULL)
		return;
	answer_words(words, sizeof words, question, earlier, role_of(talk));
	tell(&talk->lines, _("You said before: %s. Enter keeps it."), words);
}

static void say_question(struct talk *talk, const struct question *question)
{
	tell(&talk->lines, "%s",
	    question_prompt(question, talk->session->answers));
	/* a line of a list has its help on request */
	if (question->checklist == NULL)
		say_contents(talk, &question->help);
	say_how(talk, question);
	say_earlier(talk, question);
}

/* A timed test: only where somebody sits at a terminal */

static void run_test(struct talk *talk, const struct question *question)
{
	struct pollfd keys = { .fd = fileno(talk->lines.in),
			       .events = POLLIN };
	char *line = NULL;
	size_t room = 0;

	tell(&talk->lines, "%s", _("Go. Enter stops the clock."));
	fflush(talk->lines.out);
	if (poll(&keys, 1, question->seconds * 1000) > 0 &&
	    getline(&line, &room, talk->lines.in) < 0)
		talk->lines.ended = true;
	free(line);
	tell(&talk->lines, "%s", _("Stop. How did it go?"));
}

/* Enter alone */

enum empty { EMPTY_KEPT, EMPTY_ASK, EMPTY_TESTED };

static enum empty take_empty(struct talk *talk,
			     const struct question *question,
			     struct value *value)
{
	const struct value *earlier = earlier_answer(talk, question);

	if (earlier != NULL) {
		*value = *earlier;
		return EMPTY_KEPT;
	}
	if (question->type == QUESTION_TEXT) {
		value->state = ANSWER_SKIPPED;
		return EMPTY_KEPT;
	}
	if (question->type == QUESTION_TIMED && talk->lines.typed) {
		run_test(talk, question);
		return EMPTY_TESTED;
	}
	tell(&talk->lines, "%s",
	    _("Type an answer, or unsure if you don't know."));
	return EMPTY_ASK;
}

static const char *prompt_of(const struct talk *talk,
			     const struct question *question)
{
	if (question->type == QUESTION_TIMED && talk->lines.typed &&
	    earlier_answer(talk, question) == NULL)
		return _("Answer, or Enter to start the clock:");
	return _("Answer:");
}

/* A number that is likely a slip may pass, once it is said again. */
static bool is_implausible(const struct question *question,
			   const struct value *value)
{
	return question->type == QUESTION_NUMBER &&
	       value->state == ANSWER_VALUE &&
	       (value->number < question->warn_below ||
		value->number > question->warn_above);
}

/* Keeps a free text until the step is answered. */
static void own_text(struct talk *talk, size_t slot, struct value *value)
{
	if (value->text == NULL)
		return;
	free(talk->texts[slot]);
	talk->texts[slot] = xstrdup(value->text);
	value->text = talk->texts[slot];
}

/* HEARD_ANSWER with *value, or a command. */
static enum heard read_line(struct talk *talk,
			    const struct question *question, char *line,
			    struct value *value, size_t *number)
{
	struct error err;
	enum heard heard;

	if (question->type == QUESTION_TEXT) {
		heard = slash_command_of(line, number, NULL);
		*value = (struct value){ .state = ANSWER_VALUE, .text = line };
		return heard;
	}
	line = trimmed(line);
	heard = slash_command_of(line, number, NULL);
	if (heard != HEARD_ANSWER)
		return heard;
	if (parse_answer(value, question, role_of(talk), line, &err) == 0)
		return HEARD_ANSWER;
	heard = command_of(line, number, NULL);
	if (heard == HEARD_ANSWER) {
		tell(&talk->lines, "%s", err.message);
		return HEARD_HELP;
	}
	return heard;
}

/*
 * Takes one line for a question.  HEARD_HELP: something was said, ask for
 * another line.
 */
static enum heard take_line(struct talk *talk,
			    const struct question *question,
			    struct value *value, size_t *number)
{
	char *line = hear(&talk->lines, prompt_of(talk, question));
	enum heard heard;

	*value = (struct value){ .state = ANSWER_NOTHING };
	if (line == NULL)
		return HEARD_END;
	if (line[strspn(line, " \t")] == '\0')
		return take_empty(talk, question, value) == EMPTY_KEPT ?
		       HEARD_ANSWER : HEARD_HELP;
	heard = read_line(talk, question, line, value, number);
	if (heard == HEARD_UNSURE || heard == HEARD_SKIP) {
		*value = (struct value){ .state = heard == HEARD_UNSURE ?
					 ANSWER_UNSURE : ANSWER_SKIPPED };
		return HEARD_ANSWER;
	}
	return is_done_here(talk, question, heard) ? HEARD_HELP : heard;
}

enum heard ask_question(struct talk *talk, const struct question *question,
			size_t slot, struct value *value, size_t *number)
{
	struct value doubted = { .state = ANSWER_NOTHING };
	enum heard heard;

	say_question(talk, question);
	for (;;) {
		heard = take_line(talk, question, value, number);
		if (heard == HEARD_HELP)
			continue;
		if (heard != HEARD_ANSWER || !is_implausible(question, value) ||
		    value_equal(&doubted, value))
			break;
		doubted = *value;
		tell(&talk->lines, "%s",
		    _("That is unusual. If it is right, type it again."));
	}
	if (heard == HEARD_ANSWER)
		own_text(talk, slot, value);
	return heard;
}
