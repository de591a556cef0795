/* Pages 5 and 6: how the result came about, and what to keep of it. */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "report/pages.h"

/* Page 5 */

static void put_no_haste(struct writer *writer)
{
	if (writer->assessment->urgency_by_rules == URGENCY_SELF_CARE)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("No answer asks for more haste, and it is getting "
			   "better or not much of a burden."));
	else
		put_text(writer, BLOCK_PARAGRAPH,
			 _("No answer asks for more haste. A visit is "
			   "suggested to be on the safe side."));
}

static void put_level_reasons(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;
	const struct rule_list *fired = &assessment->fired;
	enum urgency at_least = URGENCY_SOON;

	put_text(writer, BLOCK_HEADING, _("Why this level"));
	if (fired->count > 0 && fired->rules[0]->urgency < URGENCY_SOON)
		at_least = fired->rules[0]->urgency;
	if (put_reasons(writer, at_least, 0) == 0)
		put_no_haste(writer);
	if (assessment->urgency > assessment->urgency_by_rules &&
	    assessment->n_listed > 0)
		put(writer, BLOCK_PARAGRAPH,
		    _("The level was raised because the cause that fits best "
		      "should be looked at: %s."),
		    target_name(writer, assessment->listed[0].scored->target));
}

/* A plain "no" to a safety question: counted, not listed to a patient. */
static bool is_plain_no(const struct writer *writer,
			const struct question *question)
{
	const struct value *value = answers_get(writer->answers, question);
	int no = question_find_answer(question, "no");

	return question->part->safety && question->type == QUESTION_SINGLE &&
	       no >= 0 && value->state == ANSWER_VALUE &&
	       value->choices == UINT64_C(1) << no;
}

/* What says something: neither a "not sure", nor no sign of danger. */
static void put_count(struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;
	unsigned long said = 0, denied = 0;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (is_plain_no(writer, question))
			denied++;
		else if (answers_get(writer->answers, question)->state ==
			 ANSWER_VALUE)
			said++;
	}
	put(writer, BLOCK_PARAGRAPH,
	    ngettext("The result rests on %lu answer.",
		     "The result rests on %lu answers.", said), said);
	if (denied > 0)
		put(writer, BLOCK_PARAGRAPH,
		    ngettext("Besides, the answer to %lu safety question was "
			     "no.",
			     "Besides, the answer to %lu safety questions was "
			     "no.", denied), denied);
}

static void put_how(struct writer *writer)
{
	put_text(writer, BLOCK_HEADING, _("How this was worked out"));
	put_count(writer);
	put_text(writer, BLOCK_PARAGRAPH,
		 is_physio(writer) ?
		 _("Safety comes first and by fixed rules. One answer that "
		   "may mean danger decides how soon the person should be "
		   "seen, whatever else fits. The list of causes compares "
		   "the answers with what is known about each of them.") :
		 _("Safety comes first and by fixed rules. One answer that "
		   "may mean danger decides how soon you should be seen, "
		   "whatever else fits. The list of causes compares your "
		   "answers with what is known about each of them."));
}

void page_why(struct writer *writer)
{
	const struct rule_list *fired = &writer->assessment->fired;
	unsigned long count = fired->count;

	if (is_trainer(writer)) {
		put_text(writer, BLOCK_PARAGRAPH,
			 _("The reasons are for the person and their "
			   "clinician, and are not shown to a trainer."));
		return;
	}
	put_level_reasons(writer);
	if (is_physio(writer)) {
		put(writer, BLOCK_PARAGRAPH,
		    ngettext("%lu rule fired.", "%lu rules fired.", count),
		    count);
	}
	/* an interview that was stopped has no result to change */
	if (!writer->said_only)
		put_what_would_change(writer);
	put_how(writer);
	put_where_from(writer);
}

/* Page 6 */

static bool ends_with_question_mark(const char *text)
{
	size_t bytes = strlen(text);

	return bytes > 0 && text[bytes - 1] == '?';
}

static void put_answer(struct writer *writer, const struct question *question)
{
	const char *prompt = question_prompt(question, writer->answers);
	char words[2000];

	answer_words(words, sizeof words, question,
		     answers_get(writer->answers, question),
		     writer->assessment->role);
	writer->private = question->private;
	if (ends_with_question_mark(prompt))
		/* TRANSLATORS: a question and its answer */
		put(writer, BLOCK_BULLET, _("%1$s %2$s"), prompt, words);
	else
		/* TRANSLATORS: a line of a list and its answer */
		put(writer, BLOCK_BULLET, _("%1$s: %2$s"), prompt, words);
	writer->private = false;
}

static void put_answers(struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;
	unsigned long plain = 0;

	put_text(writer, BLOCK_HEADING,
		 is_physio(writer) ? _("Answers") : _("Your answers"));
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (!answers_given(writer->answers, question))
			continue;
		if (!is_physio(writer) && is_plain_no(writer, question))
			plain++;
		else
			put_answer(writer, question);
	}
	if (plain > 0)
		put(writer, BLOCK_BULLET,
		    ngettext("No to %lu other safety question.",
			     "No to %lu other safety questions.", plain),
		    plain);
}

/* When to do the check again: triage.md section 9, 38 and section 10 c. */
static const char *again_words(enum urgency urgency)
{
	switch (urgency) {
	case URGENCY_SELF_CARE:
		return _("Do this check again if it is not clearly better in "
			 "4 weeks. Do it at once if anything new begins.");
	case URGENCY_ROUTINE:
		return _("Do this check again after 14 days if nobody has "
			 "seen you, and at once if anything new begins.");
	case URGENCY_SOON:
		return _("Do this check again after 7 days if nobody has "
			 "seen you, and at once if anything new begins.");
	case URGENCY_SAME_DAY:
	case URGENCY_EMERGENCY:
		break;
	}
	return _("Do not do this check again instead of being seen.");
}

/* Whether this machine prints is for the screens to say. */
static const char *keep_words(const struct writer *writer)
{
	if (is_physio(writer))
		return _("Nothing is sent anywhere. The result can be saved "
			 "as a text for the notes.");
	if (is_trainer(writer))
		return _("Nothing is sent anywhere. You can save this result "
			 "as a text for the person.");
	return _("Nothing is sent anywhere. You can save this result as a "
		 "text and show it to the clinician who sees you.");
}

void page_keep(struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;

	put_text(writer, BLOCK_PARAGRAPH, keep_words(writer));
	if (is_physio(writer))
		put_text(writer, BLOCK_PARAGRAPH,
			 _("Repeat the check if anything new begins."));
	else
		put_text(writer, BLOCK_PARAGRAPH,
			 again_words(writer->assessment->urgency));
	if (!is_trainer(writer))
		put_answers(writer);
	put(writer, BLOCK_PARAGRAPH, _("Content: %s %s (%s)."), pack->id,
	    pack->version, pack->hash);
	put_not_a_diagnosis(writer);
}
