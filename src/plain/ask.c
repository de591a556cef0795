/* A step: a question, a site with its side, or a checklist. */
#include "config.h"

#include "plain/ask.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "plain/parse.h"
#include "plain/question.h"
#include "report/document.h"

/* Checklists */

/* A line, with what was said to it before. */
static void say_line(struct talk *talk, const struct question *question,
		     size_t number)
{
	const struct value *earlier = earlier_answer(talk, question);
	const char *prompt = question_prompt(question, talk->session->answers);
	char words[200], *line = NULL;

	if (earlier == NULL) {
		say_numbered(&talk->lines, number, prompt);
		return;
	}
	answer_words(words, sizeof words, question, earlier, role_of(talk));
	/* TRANSLATORS: a line of a list, and the answer given before */
	if (asprintf(&line, _("%1$s (before: %2$s)"), prompt, words) < 0)
		return;
	say_numbered(&talk->lines, number, line);
	free(line);
}

static void say_checklist(struct talk *talk, const struct step *step)
{
	tell(&talk->lines, "%s",
	     checklist_prompt(step->checklist, talk->session->answers));
	/* That it is private a trainer was told above. */
	if (!step_is_handed_over(step, role_of(talk)))
		say_contents(talk, &step->checklist->help);
	for (size_t i = 0; i < step->n_questions; i++)
		say_line(talk, step->questions[i], i + 1);
	if (step_is_examination(step)) {
		tell(&talk->lines, "%s",
		    _("Type none if all are negative. Or type the numbers "
		      "that are positive, with a minus after one that is "
		      "negative, as in: 2 4-. The others count as not done, "
		      "or as negative if you end with rest, as in: 2 5 rest. "
		      "Enter goes through them one by one."));
		return;
	}
	tell(&talk->lines, "%s",
	    _("Type none if none of these fits. Or type the numbers that "
	      "fit, as in: 2 4?. A question mark is for one that you are not "
	      "sure of. Enter goes through them one by one."));
}

/*
 * Takes one line for a whole list.  HEARD_DONE: one by one, please.
 */
static enum heard take_checklist(struct talk *talk, const struct step *step,
				 struct value *values, size_t *number)
{
	const struct question *first = step->questions[0];
	char *line = hear(&talk->lines, _("Answer:"));
	struct error err;
	enum heard heard;

	if (line == NULL)
		return HEARD_END;
	line = trimmed(line);
	if (line[0] == '\0')
		return HEARD_DONE;
	if (parse_checklist(values, step, line, &err) == 0)
		return HEARD_ANSWER;
	heard = command_of(line, number, NULL);
	if (heard == HEARD_UNSURE || heard == HEARD_SKIP)
		return HEARD_DONE;
	if (heard == HEARD_ANSWER) {
		tell(&talk->lines, "%s", err.message);
		return HEARD_HELP;
	}
	if (heard == HEARD_HELP && *number > 0 && *number <= step->n_questions) {
		say_line_help(talk, step->questions[*number - 1]);
		return HEARD_HELP;
	}
	return is_done_here(talk, first, heard) ? HEARD_HELP : heard;
}

/* Each question in turn; `back` goes to the one before it. */
static enum heard ask_one_by_one(struct talk *talk, const struct step *step,
				 struct value *values, size_t *number)
{
	size_t i = 0;

	while (i < step->n_questions) {
		enum heard heard;

		if (step->checklist != NULL)
			tell(&talk->lines, _("%1$zu of %2$zu"), i + 1,
			    step->n_questions);
		else if (i > 0)
			tell(&talk->lines, "%s", "");
		heard = ask_question(talk, step->questions[i], i, &values[i],
				     number);
		if (heard == HEARD_ANSWER)
			i++;
		else if (heard == HEARD_BACK && i > 0)
			i--;
		else
			return heard;
	}
	return HEARD_ANSWER;
}

static enum heard ask_checklist(struct talk *talk, const struct step *step,
				struct value *values, size_t *number)
{
	enum heard heard;

	say_checklist(talk, step);
	do {
		heard = take_checklist(talk, step, values, number);
	} while (heard == HEARD_HELP);
	return heard == HEARD_DONE ?
	       ask_one_by_one(talk, step, values, number) : heard;
}

/* Steps */

static void say_progress(struct talk *talk, const struct step *step)
{
	struct progress progress =
		interview_progress(talk->session->pack,
				   talk->session->answers, step);

	tell(&talk->lines, "%s", "");
	if (progress.safety)
		tell(&talk->lines, _("Safety %1$zu of about %2$zu"),
		    progress.number, progress.about);
	else
		tell(&talk->lines, _("Question %1$zu of about %2$zu"),
		    progress.number, progress.about);
	if (step_is_handed_over(step, role_of(talk)))
		tell(&talk->lines, "%s",
		    _("Hand the screen to the person. This is private."));
}

static void forget_texts(struct talk *talk)
{
	for (size_t i = 0; i < STEP_MAX; i++) {
		free(talk->texts[i]);
		talk->texts[i] = NULL;
	}
}

enum heard ask_step(struct talk *talk, const struct step *step,
		    size_t *number)
{
	struct value values[STEP_MAX] = { { .state = ANSWER_NOTHING } };
	struct error err;
	enum heard heard;

	for (;;) {
		say_progress(talk, step);
		heard = step->checklist != NULL ?
			ask_checklist(talk, step, values, number) :
			ask_one_by_one(talk, step, values, number);
		if (heard != HEARD_ANSWER ||
		    session_answer(talk->session, step, values, &err) == 0)
			break;
		tell(&talk->lines, "%s", err.message);
	}
	forget_texts(talk);
	return heard;
}

enum heard ask_choice(struct talk *talk, const struct choice *choices,
		      size_t *chosen, size_t *number)
{
	size_t count = 0;
	char *line;
	enum heard heard;

	for (; choices[count].word != NULL; count++)
		say_numbered(&talk->lines, count + 1, choices[count].text);
	while ((line = hear(&talk->lines, _("Answer:"))) != NULL) {
		line = trimmed(line);
		if (parse_choice(chosen, choices, count, line))
			return HEARD_ANSWER;
		heard = command_of(line, number, NULL);
		if (heard == HEARD_QUIT || heard == HEARD_BACK)
			return heard;
		tell(&talk->lines, "%s",
		    _("Type the number of an answer."));
	}
	return HEARD_END;
}
