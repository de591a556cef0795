/* How urgent it is, in words and with its reasons: for several pages. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/pages.h"
#include "report/reasons.h"

#define SAID_MOST 3		/* answers quoted for one reason */

const char *level_words(enum urgency urgency)
{
	static const char *const words[N_URGENCIES] = {
		N_("self-care"), N_("routine"), N_("soon"), N_("same day"),
		N_("emergency"),
	};

	return _(words[urgency]);
}

/*
 * Time frame, place, and what to do where the place is closed: for a pack
 * that does not say it itself.
 */
static const char *when_and_where(enum urgency urgency)
{
	static const char *const texts[N_URGENCIES] = {
		N_("Look after it at home for now. Book a visit with a physio "
		   "or doctor if it is not clearly better in 4 weeks. Do the "
		   "same if it stops your sleep or your work."),
		N_("Book a visit with a physio or doctor in the coming "
		   "weeks. If nobody has seen you in 14 days, do this check "
		   "again."),
		N_("Call your doctor or clinic and ask to be seen within 14 "
		   "days. If they cannot see you in that time, call the "
		   "out-of-hours service. Do this check again after 7 days."),
		N_("Be seen by a clinician today: your doctor, an urgent "
		   "care centre or the out-of-hours service. If none of them "
		   "is open, go to an emergency department."),
		N_("Go to an emergency department now, or call {emergency "
		   "number}. Do not wait for an appointment. Do not drive "
		   "yourself if you feel numb, weak or faint, or if the pain "
		   "is severe."),
	};

	return _(texts[urgency]);
}

/* The same to the clinician who has the person before them. */
static const char *clinical_when_and_where(enum urgency urgency)
{
	static const char *const texts[N_URGENCIES] = {
		N_("Self-care with advice for now. Review if it is no better "
		   "in 4 to 6 weeks, or if sleep or work suffers."),
		N_("Assess in the coming weeks, or refer as routine. If the "
		   "person was not seen within 14 days, repeat the check."),
		N_("See or refer the person within 14 days. If the visit "
		   "falls through, repeat the check after 7 days."),
		N_("Refer today: the person's doctor, an urgent care centre "
		   "or the out-of-hours service. If none of them is open, an "
		   "emergency department."),
		N_("Send the person to an emergency department now, or call "
		   "{emergency number}. The person should not drive."),
	};

	return _(texts[urgency]);
}

void put_level(struct writer *writer)
{
	enum urgency urgency = writer->assessment->urgency;

	put_text(writer, BLOCK_WARNING, writer->document->headline);
	if (is_physio(writer)) {
		put_text(writer, BLOCK_PARAGRAPH,
			 clinical_when_and_where(urgency));
		return;
	}
	if (put_advice(writer, BLOCK_PARAGRAPH, ADVICE_SEEK_BY, 0) == 0)
		put_text(writer, BLOCK_PARAGRAPH, when_and_where(urgency));
	if (urgency == URGENCY_EMERGENCY ||
	    writer->site->clinic_number[0] == '\0')
		return;
	if (writer->site->clinic_name[0] != '\0')
		put_text(writer, BLOCK_PARAGRAPH,
			 _("The number of {clinic name} is {clinic number}."));
	else
		put_text(writer, BLOCK_PARAGRAPH,
			 _("The clinic's number is {clinic number}."));
}

/* A clinician reads which rule it is, and where it comes from. */
static void put_clinical_reason(struct writer *writer,
				const struct rule *rule)
{
	char *sources = source_ids(&rule->sources);
	const char *text = content_text(rule->clinician_because != NULL ?
					rule->clinician_because :
					rule->because);

	if (rule_is_uncertain(rule, writer->answers))
		put(writer, BLOCK_BULLET,
		    _("%s (%s, %s, uncertain answer; %s)"), text, rule->id,
		    level_words(rule->urgency), sources);
	else
		put(writer, BLOCK_BULLET, _("%s (%s, %s; %s)"), text, rule->id,
		    level_words(rule->urgency), sources);
	free(sources);
}

/* "You said ...", for each answer that the rule rests on. */
static void add_said(FILE *stream, const struct writer *writer,
		     const struct question *question)
{
	const struct value *value = answers_get(writer->answers, question);
	const char *prompt = question_prompt(question, writer->answers);
	char words[300];

	putc(' ', stream);
	if (value->state == ANSWER_NOTHING) {
		fprintf(stream, _("You gave no answer to \"%s\"."), prompt);
		return;
	}
	answer_words(words, sizeof words, question, value,
		     writer->assessment->role);
	/* TRANSLATORS: a question and the answer to it */
	fprintf(stream, _("You said \"%2$s\" to \"%1$s\"."), prompt, words);
}

static void put_plain_reason(struct writer *writer, const struct rule *rule)
{
	const struct question *questions[SAID_MOST];
	size_t count = 0, bytes;
	char *text = NULL;
	FILE *stream;

	if (writer->page->kind == PAGE_WHY)
		count = rule_answers(questions, SAID_MOST, rule,
				     writer->answers);
	stream = open_memstream(&text, &bytes);
	if (stream == NULL)
		return;
	fputs(content_text(rule->because), stream);
	for (size_t i = 0; i < count; i++)
		add_said(stream, writer, questions[i]);
	fclose(stream);
	put_text(writer, BLOCK_BULLET, text);
	free(text);
}

static void put_reason(struct writer *writer, const struct rule *rule)
{
	writer->private = rule_is_private(rule, writer->answers);
	if (is_physio(writer))
		put_clinical_reason(writer, rule);
	else
		put_plain_reason(writer, rule);
	writer->private = false;
}

static bool is_reason(const struct writer *writer, const struct rule *rule,
		      enum urgency at_least)
{
	return rule->urgency >= at_least &&
	       (!writer->said_only || rule_was_said(rule, writer->answers));
}

/* Whether a rule before this one gives the same reason in the same words. */
static bool is_repeated(const struct writer *writer, size_t index,
			enum urgency at_least)
{
	const struct rule_list *fired = &writer->assessment->fired;
	const struct rule *rule = fired->rules[index];

	for (size_t i = 0; i < index; i++)
		if (is_reason(writer, fired->rules[i], at_least) &&
		    strcmp(fired->rules[i]->because, rule->because) == 0 &&
		    rule_is_private(fired->rules[i], writer->answers) ==
		    rule_is_private(rule, writer->answers))
			return true;
	return false;
}

size_t put_reasons(struct writer *writer, enum urgency at_least, size_t most)
{
	const struct rule_list *fired = &writer->assessment->fired;
	size_t count = 0;

	/* a trainer is not told why */
	if (is_trainer(writer))
		return 0;
	for (size_t i = 0; i < fired->count; i++) {
		if (!is_reason(writer, fired->rules[i], at_least) ||
		    (!is_physio(writer) && is_repeated(writer, i, at_least)))
			continue;
		if (most > 0 && count == most)
			break;
		put_reason(writer, fired->rules[i]);
		count++;
	}
	return count;
}

bool has_reason(const struct writer *writer, enum urgency at_least)
{
	const struct rule_list *fired = &writer->assessment->fired;

	for (size_t i = 0; i < fired->count; i++)
		if (is_reason(writer, fired->rules[i], at_least))
			return true;
	return false;
}

void put_not_a_diagnosis(struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;

	writer->standing = true;
	if (pack->not_a_diagnosis != NULL)
		put_content(writer, BLOCK_PARAGRAPH, pack->not_a_diagnosis);
	else
		put_text(writer, BLOCK_PARAGRAPH,
			 _("This is not a diagnosis."));
	put(writer, BLOCK_PARAGRAPH, _("Content %s, last reviewed %s."),
	    pack->version, pack->reviewed);
	writer->standing = false;
}
