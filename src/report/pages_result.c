/* Page 1: the result in short, and what it shares with page 2. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/pages.h"
#include "report/reasons.h"

/* The conditions */

const char *target_name(const struct writer *writer,
			const struct target *target)
{
	if (is_physio(writer) && target->clinician_name != NULL)
		return content_text(target->clinician_name);
	return content_text(target->name);
}

/* Likeliest of what is listed, though the answers speak against it. */
static bool only_nearest(const struct writer *writer,
			 const struct listed *listed)
{
	return writer->assessment->match == MATCH_NO_FIT &&
	       listed->shown == SHOWN_PROBABLE;
}

static const char *shown_words(const struct writer *writer,
			       const struct listed *listed)
{
	if (only_nearest(writer, listed))
		return _("near, but does not fit well");
	if (listed->shown == SHOWN_RED_FLAG)
		return _("to be checked by a clinician");
	if (listed->shown == SHOWN_ALSO_FITS)
		return _("also fits");
	return band_words(listed->band);
}

/*
 * A patient's bar shows the band and no more: its length must not read as
 * a percentage.
 */
static double band_share(enum band band)
{
	static const double shares[] = {
		[BAND_LESS_LIKELY] = 0.15,
		[BAND_POSSIBLE] = 0.4,
		[BAND_STRONG] = 0.8,
	};

	return shares[band];
}

static double shown_probability(const struct writer *writer,
				const struct scored *scored)
{
	return assess_shown(writer->assessment->pack, scored->probability);
}

void listed_label(char *label, size_t size, const struct writer *writer,
		  const struct listed *listed)
{
	char number[32];

	if (!is_physio(writer)) {
		snprintf(label, size, "%s", shown_words(writer, listed));
		return;
	}
	if (listed->scored->probability < 0.0005) {
		snprintf(label, size, _("%s, under 0.001"),
			 shown_words(writer, listed));
		return;
	}
	text_from_number(number, sizeof number,
			 shown_probability(writer, listed->scored), 3);
	snprintf(label, size, _("%s, probability %s"),
		 shown_words(writer, listed), number);
}

static void put_listed_bar(struct writer *writer, const struct listed *listed)
{
	const struct scored *scored = listed->scored;
	char label[200];

	listed_label(label, sizeof label, writer, listed);
	put_bar(writer, target_name(writer, scored->target), label,
		is_physio(writer) ? shown_probability(writer, scored) :
				    band_share(only_nearest(writer, listed) ?
					       BAND_LESS_LIKELY :
					       listed->band));
}

/* With too little to go by, only what a red flag names is shown. */
bool is_worth_showing(const struct writer *writer, const struct listed *listed)
{
	const struct assessment *assessment = writer->assessment;

	if (is_physio(writer) || listed->shown == SHOWN_RED_FLAG)
		return true;
	/* a grave name at one in a thousand frightens and helps nobody */
	if (listed->shown == SHOWN_PROBABLE &&
	    listed->scored->probability < assessment->pack->constants.mentioned)
		return false;
	return assessment->match != MATCH_TOO_LITTLE;
}

void put_bars(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;

	for (size_t i = 0; i < assessment->n_listed; i++)
		if (is_worth_showing(writer, &assessment->listed[i]))
			put_listed_bar(writer, &assessment->listed[i]);
}

/* Why no cause is named, or none with confidence. */
static void put_no_match(struct writer *writer, const char *heading,
			 const char *text, const char *clinical_text)
{
	put_text(writer, BLOCK_HEADING, heading);
	put_text(writer, BLOCK_PARAGRAPH,
		 is_physio(writer) ? clinical_text : text);
}

void put_match(struct writer *writer)
{
	switch (writer->assessment->match) {
	case MATCH_CLEAR:
		put_text(writer, BLOCK_HEADING,
			 is_physio(writer) ? _("The answers fit best") :
					     _("Your answers fit best"));
		break;
	case MATCH_NOT_CLEAR:
		put_no_match(writer, _("No clear match"),
			     _("Your answers do not point clearly to one "
			       "cause. That is common, and a clinician can "
			       "find out more by examining you. These fit a "
			       "little better than others."),
			     _("The answers do not point clearly to one "
			       "cause. These fit a little better than "
			       "others; examining tells more."));
		break;
	case MATCH_NO_FIT:
		put_no_match(writer, _("Nothing here fits well"),
			     _("Your answers speak more against each cause "
			       "that this check knows than for it. It may be "
			       "something else, and a clinician should look. "
			       "These come nearest."),
			     _("The answers speak more against each listed "
			       "cause than for it. Think beyond the list. "
			       "These come nearest."));
		break;
	case MATCH_TOO_LITTLE:
		put_no_match(writer, _("Not enough information"),
			     _("There are too few clear answers to name "
			       "likely causes. That is all right: the advice "
			       "on when to get help holds all the same. You "
			       "can change an answer or come back later."),
			     _("There are too few clear answers to rank the "
			       "causes. The level holds all the same."));
		break;
	}
}

static const struct sources no_sources = { 0 };

const char *finding_words(const struct writer *writer,
			  const struct finding *finding, bool present)
{
	const char *plain = present ? finding->name : finding->absent_name;
	const char *clinical = present ? finding->clinician_name :
					 finding->clinician_absent_name;

	if (is_physio(writer) && clinical != NULL)
		return content_text(clinical);
	return plain == NULL ? NULL : content_text(plain);
}

/* The argument in words, into `buffer` if need be; NULL to leave it out. */
static const char *argument_words(const struct writer *writer,
				  const struct argument *argument,
				  char *buffer, size_t size)
{
	const struct question *question;
	char words[300];

	if (argument->finding != NULL)
		return finding_words(writer, argument->finding,
				     argument->present);
	question = argument->profile->question;
	answer_words(words, sizeof words, question,
		     answers_get(writer->answers, question),
		     writer->assessment->role);
	if (is_physio(writer))
		snprintf(buffer, size, "%s: %s",
			 question_prompt(question, writer->answers), words);
	else
		snprintf(buffer, size, _("your answer \"%s\""), words);
	return buffer;
}

static bool argument_is_private(const struct writer *writer,
				const struct argument *argument)
{
	if (argument->finding == NULL)
		return argument->profile->question->private;
	return finding_is_private(argument->finding,
				  writer->assessment->pack);
}

static void put_argument_line(struct writer *writer,
			      const struct argument *argument)
{
	char buffer[500], ratio[32];
	const char *words = argument_words(writer, argument, buffer,
					   sizeof buffer);
	char *sources;

	if (!is_physio(writer)) {
		put_text(writer, BLOCK_BULLET, words);
		return;
	}
	if (words == NULL)
		words = argument->finding->id;
	text_from_number(ratio, sizeof ratio, argument->ratio, 3);
	sources = source_words(argument->sources != NULL ? argument->sources :
							   &no_sources);
	put(writer, BLOCK_BULLET, _("%s: likelihood ratio %s (%s)"), words,
	    ratio, sources);
	free(sources);
}

static void put_argument(struct writer *writer,
			 const struct argument *argument)
{
	writer->private = argument_is_private(writer, argument);
	put_argument_line(writer, argument);
	writer->private = false;
}

/* Near 1 an argument says nothing either way. */
static bool speaks(const struct argument *argument, bool in_favour)
{
	double weight = log(argument->ratio);

	return in_favour ? weight > 0.02 : weight < -0.02;
}

static void put_side(struct writer *writer, const struct scored *scored,
		     bool in_favour, size_t most)
{
	char buffer[500];
	size_t count = 0;

	for (size_t i = 0; i < scored->n_arguments && count < most; i++) {
		const struct argument *argument = &scored->arguments[i];

		if (!speaks(argument, in_favour))
			continue;
		if (!is_physio(writer) &&
		    argument_words(writer, argument, buffer,
				   sizeof buffer) == NULL)
			continue;
		if (count++ == 0)
			put_text(writer, BLOCK_HEADING,
				 in_favour ? _("What spoke for it") :
					     _("What spoke against it"));
		put_argument(writer, argument);
	}
}

void put_arguments(struct writer *writer, const struct scored *scored,
		   size_t most)
{
	put_side(writer, scored, true, most);
	put_side(writer, scored, false, most);
}

/* Page 1 */

static const char *first_steps_words(const struct writer *writer,
				     enum advice_kind kind)
{
	if (kind == ADVICE_EMERGENCY_DO)
		return _("What to do now");
	if (kind == ADVICE_DO)
		return is_physio(writer) ? _("First steps for the person") :
					   _("First steps tonight");
	return is_physio(writer) ? _("Until the person is seen") :
				   _("Until you are seen");
}

static void put_first_steps(struct writer *writer)
{
	enum advice_kind kind = ADVICE_DO;

	if (writer->assessment->urgency == URGENCY_EMERGENCY &&
	    has_advice(writer, ADVICE_EMERGENCY_DO))
		kind = ADVICE_EMERGENCY_DO;
	else if (writer->assessment->urgency >= URGENCY_SOON &&
		 has_advice(writer, ADVICE_WHILE_WAITING))
		kind = ADVICE_WHILE_WAITING;
	if (!has_advice(writer, kind))
		return;
	put_text(writer, BLOCK_HEADING, first_steps_words(writer, kind));
	put_advice(writer, BLOCK_NUMBERED, kind, 3);
}

/* A trainer is told the level and whether to train, and no more. */
static void put_clearance(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;

	if (assessment->urgency >= URGENCY_SOON || assessment->floor)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("Not cleared for exercise: a clinician must clear "
			   "it first."));
	else
		put_text(writer, BLOCK_PARAGRAPH,
			 _("No answer forbids exercise. Stop and send the "
			   "person to a clinician if anything on the page "
			   "When to get help begins."));
}

void page_summary(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;

	put_level(writer);
	if (is_trainer(writer)) {
		put_clearance(writer);
		put_not_a_diagnosis(writer);
		return;
	}
	if (has_reason(writer, URGENCY_SOON)) {
		put_text(writer, BLOCK_HEADING, _("Why this soon"));
		put_reasons(writer, URGENCY_SOON, 3);
	}
	if (assessment->urgency == URGENCY_EMERGENCY)
		put_first_steps(writer);
	put_match(writer);
	put_bars(writer);
	if (assessment->match != MATCH_TOO_LITTLE &&
	    assessment->match != MATCH_NO_FIT && assessment->n_listed > 0)
		put_arguments(writer, assessment->listed[0].scored,
			      is_physio(writer) ? 5 : 3);
	if (is_physio(writer))
		put_next_tests(writer);
	if (assessment->urgency != URGENCY_EMERGENCY)
		put_first_steps(writer);
	put_not_a_diagnosis(writer);
}
