/* What the pack and the answers say, in words for a reader. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/document.h"

const char *content_text(const char *text)
{
	return text == NULL ? "" : i18n_content(text);
}

/*
 * Whether somebody answers for the person who hurts; who reads what is
 * private on a trainer's screen is that person, though.
 */
static bool is_carer(const struct answers *answers)
{
	const struct question *who =
		pack_find_question(answers_pack(answers), "who");
	const struct value *value;
	int other;

	if (answers_role(answers) == ROLE_TRAINER)
		return true;
	if (who == NULL)
		return false;
	value = answers_get(answers, who);
	other = question_find_answer(who, "other");
	return value->state == ANSWER_VALUE && other >= 0 &&
	       (value->choices >> other & 1);
}

const char *question_prompt(const struct question *question,
			    const struct answers *answers)
{
	if (answers_role(answers) == ROLE_PHYSIO &&
	    question->clinician_prompt != NULL)
		return content_text(question->clinician_prompt);
	if (answers_role(answers) != ROLE_PHYSIO &&
	    question->carer_prompt != NULL && is_carer(answers) &&
	    !question_is_handed_over(question, answers_role(answers)))
		return content_text(question->carer_prompt);
	return content_text(question->prompt);
}

const char *checklist_prompt(const struct checklist *checklist,
			     const struct answers *answers)
{
	if (answers_role(answers) != ROLE_PHYSIO &&
	    checklist->carer_prompt != NULL && is_carer(answers) &&
	    !question_is_handed_over(checklist->questions[0],
				     answers_role(answers)))
		return content_text(checklist->carer_prompt);
	return content_text(checklist->prompt);
}

struct built_in {
	const char *id, *label;
};

static const struct built_in built_in[] = {
	{ "yes", N_("Yes") },
	{ "no", N_("No") },
	{ "unsure", N_("I'm not sure") },
	{ "na", N_("Does not apply") },
};

const char *answer_label(const struct answer *answer, enum role role)
{
	if (role == ROLE_PHYSIO && answer->clinician_label != NULL)
		return content_text(answer->clinician_label);
	if (answer->label != NULL)
		return content_text(answer->label);
	for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
		if (strcmp(built_in[i].id, answer->id) == 0)
			return _(built_in[i].label);
	return answer->id;
}

static const char *state_words(enum answer_state state)
{
	switch (state) {
	case ANSWER_UNSURE:
		return _("not sure");
	case ANSWER_SKIPPED:
		return _("skipped");
	case ANSWER_NA:
		return _("does not apply");
	case ANSWER_NOTHING:
	case ANSWER_VALUE:
		break;
	}
	return _("not answered");
}

static void choice_words(char *buffer, size_t size,
			 const struct question *question, uint64_t choices,
			 enum role role)
{
	size_t used = 0;

	buffer[0] = '\0';
	for (size_t i = 0; i < question->n_answers; i++) {
		if (!(choices >> i & 1) || used >= size)
			continue;
		used += (size_t)snprintf(buffer + used, size - used, "%s%s",
					 used > 0 ? "; " : "",
					 answer_label(&question->answers[i],
						      role));
	}
}

static void number_words(char *buffer, size_t size,
			 const struct question *question, double number)
{
	char digits[32], most[32];

	text_from_number(digits, sizeof digits, number, 6);
	text_from_number(most, sizeof most, question->max, 6);
	if (question->type == QUESTION_SCALE)
		/* TRANSLATORS: a pain score, as in "7 out of 10" */
		snprintf(buffer, size, _("%1$s out of %2$s"), digits, most);
	else if (question->unit != NULL)
		/* TRANSLATORS: a number and its unit, as in "30 minutes" */
		snprintf(buffer, size, _("%1$s %2$s"), digits,
			 content_text(question->unit));
	else
		snprintf(buffer, size, "%s", digits);
}

void answer_words(char *buffer, size_t size, const struct question *question,
		  const struct value *value, enum role role)
{
	const char *bad;

	if (value->state != ANSWER_VALUE)
		snprintf(buffer, size, "%s", state_words(value->state));
	else if (question->type == QUESTION_TEXT)
		snprintf(buffer, size, "%s", value->text);
	else if (question_has_number(question))
		number_words(buffer, size, question, value->number);
	else
		choice_words(buffer, size, question, value->choices, role);
	/* a buffer that is too small must not end within a character */
	bad = text_bad_utf8(buffer, strlen(buffer));
	if (bad != NULL)
		buffer[bad - buffer] = '\0';
}

bool answer_is_open(const struct question *question, enum role role)
{
	return role != ROLE_TRAINER ||
	       (!question->part->safety && !question->private &&
		question->type != QUESTION_TEXT);
}

char *source_words(const struct sources *sources)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	if (stream == NULL)
		return xstrdup("");
	for (size_t i = 0; i < sources->count; i++) {
		const struct source *source = sources->source[i];

		fprintf(stream, "%s%s", i > 0 ? "; " : "",
			source->title != NULL ? content_text(source->title) :
						source->id);
		if (source->year != NULL)
			fprintf(stream, ", %s", source->year);
	}
	fclose(stream);
	return text;
}

char *source_ids(const struct sources *sources)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	if (stream == NULL)
		return xstrdup("");
	for (size_t i = 0; i < sources->count; i++)
		fprintf(stream, "%s%s", i > 0 ? " " : "",
			sources->source[i]->id);
	fclose(stream);
	return text;
}

/* "Sensitivity 0.59, specificity 0.92", or as much of it as is known. */
static char *accuracy_words(const struct question *question)
{
	char sensitivity[32], specificity[32], *words = NULL;
	int bytes;

	text_from_number(sensitivity, sizeof sensitivity,
			 question->sensitivity, 3);
	text_from_number(specificity, sizeof specificity,
			 question->specificity, 3);
	if (question->sensitivity > 0 && question->specificity > 0)
		bytes = asprintf(&words, _("Sensitivity %s, specificity %s."),
				 sensitivity, specificity);
	else if (question->sensitivity > 0)
		bytes = asprintf(&words, _("Sensitivity %s."), sensitivity);
	else
		bytes = asprintf(&words, _("Specificity %s."), specificity);
	return bytes < 0 ? xstrdup("") : words;
}

size_t question_test_words(char *lines[TEST_LINES],
			   const struct question *question, enum role role)
{
	size_t count = 0;
	char *sources;

	if (role != ROLE_PHYSIO)
		return 0;
	if (question->positive != NULL &&
	    asprintf(&lines[count], _("Positive: %s"),
		     content_text(question->positive)) >= 0)
		count++;
	if (question->sensitivity > 0 || question->specificity > 0)
		lines[count++] = accuracy_words(question);
	if (question->not_if_text != NULL &&
	    asprintf(&lines[count], _("Not for: %s"),
		     content_text(question->not_if_text)) >= 0)
		count++;
	if (question->sources.count == 0)
		return count;
	sources = source_words(&question->sources);
	if (asprintf(&lines[count], _("Source: %s"), sources) >= 0)
		count++;
	free(sources);
	return count;
}

bool question_is_handed_over(const struct question *question, enum role role)
{
	const struct checklist *checklist = question->checklist;
	bool private = question->private;

	for (size_t i = 0; checklist != NULL && i < checklist->n_questions; i++)
		private |= checklist->questions[i]->private;
	return private && role == ROLE_TRAINER;
}

const char *band_words(enum band band)
{
	switch (band) {
	case BAND_STRONG:
		return _("strong");
	case BAND_POSSIBLE:
		return _("possible");
	case BAND_LESS_LIKELY:
		break;
	}
	return _("less likely");
}

/* To a clinician about the person, not as to the person. */
static const char *clinical_headline(enum urgency urgency)
{
	static const char *const headlines[N_URGENCIES] = {
		N_("Self-care, and watch how it goes"),
		N_("Routine: a visit with a physio or doctor"),
		N_("Soon: a doctor or physio within two weeks"),
		N_("Same day: a doctor, urgent care or the out-of-hours "
		   "service"),
		N_("Emergency department now, or call {emergency number}"),
	};

	return _(headlines[urgency]);
}

const char *urgency_headline(enum urgency urgency, enum role role)
{
	static const char *const headlines[N_URGENCIES] = {
		N_("Look after it at home, and watch how it goes"),
		N_("See a physio or doctor: book a visit"),
		N_("See a doctor or physio within two weeks"),
		N_("Be seen today: your doctor, urgent care or the "
		   "out-of-hours service"),
		N_("Go to an emergency department now, or call {emergency number}"),
	};

	if (role == ROLE_PHYSIO)
		return clinical_headline(urgency);
	return _(headlines[urgency]);
}
