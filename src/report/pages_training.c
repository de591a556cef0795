/*
 * Exercises to begin with: for the person how each is done, for a physio
 * the whole programme in short.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/dose_words.h"
#include "report/pages.h"
#include "report/plan_blocks.h"
#include "report/plan_pages.h"

/* "weeks 2 to 5" in `out`, or "" where the programme does not say. */
static const char *weeks_words(char *out, size_t size,
			       const struct phase *phase)
{
	*out = '\0';
	if (phase->weeks.high <= 0)
		return out;
	if (isinf(phase->weeks.high))
		snprintf(out, size, _("from week %g"), phase->weeks.low);
	else
		snprintf(out, size, _("weeks %g to %g"), phase->weeks.low,
			 phase->weeks.high);
	return out;
}

/* The six questions come before any exercise is shown. */
static void put_gate(struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;

	put_text(writer, BLOCK_PARAGRAPH,
		 _("Before every session, ask yourself these questions first. If any answer is yes, or you are not sure: no exercises. Do this check again."));
	for (size_t i = 0; i < pack->n_gates; i++)
		put_content(writer, BLOCK_BULLET, pack->gates[i].prompt);
	/* no question asks when it was */
	put_text(writer, BLOCK_PARAGRAPH,
		 _("After an operation on your back or hip, wait six weeks, or ask your surgeon first."));
}

static void put_enter(struct writer *writer, const struct phase *phase)
{
	if (phase->n_enter == 0)
		return;
	put_text(writer, BLOCK_PARAGRAPH, _("Begin only if all of this is so:"));
	for (size_t i = 0; i < phase->n_enter; i++)
		put_content(writer, BLOCK_BULLET, phase->enter[i]->text);
}

static void put_exercises(struct writer *writer,
			  const struct training *training)
{
	for (size_t i = 0; i < training->n_exercises; i++) {
		const struct prescription *one = training->exercises[i];

		put_content(writer, BLOCK_HEADING, one->exercise->name);
		put_exercise(writer, one->exercise, &one->dose);
	}
}

static void put_for_patient(struct writer *writer,
			    const struct training *training)
{
	const struct pain_rule *rule = training->phase->programme->pain_rule;

	put_text(writer, BLOCK_HEADING, _("Exercises to begin with"));
	put_content(writer, BLOCK_PARAGRAPH, training->phase->goal);
	put_enter(writer, training->phase);
	put_gate(writer);
	put_exercises(writer, training);
	put_texts_under(writer, _("How much pain is fine"), BLOCK_BULLET,
			&rule->texts);
	put_texts_under(writer, _("Stop the exercises if"), BLOCK_BULLET,
			&rule->stop);
	put_texts_under(writer, _("Do less, or stop"), BLOCK_BULLET,
			&training->phase->step_back);
}

/* The programme for a physio */

static void put_doses(struct writer *writer, const struct training *training)
{
	for (size_t i = 0; i < training->n_exercises; i++) {
		const struct prescription *one = training->exercises[i];
		char *words = dose_words(&one->dose, one->exercise);

		put(writer, BLOCK_BULLET, _("%1$s: %2$s"),
		    content_text(one->exercise->name), words);
		free(words);
	}
}

static void put_criteria(struct writer *writer, const struct phase *phase)
{
	for (size_t i = 0; i < phase->n_move_on; i++)
		/* TRANSLATORS: what must be so before the next phase */
		put(writer, BLOCK_BULLET, _("move on: %s"),
		    content_text(phase->move_on[i]->text));
}

static void put_phases(struct writer *writer,
		       const struct programme *programme)
{
	for (size_t i = 0; i < programme->n_phases; i++) {
		const struct phase *phase = &programme->phases[i];
		char weeks[64];

		/* TRANSLATORS: a phase's number, name, weeks, goal */
		put(writer, BLOCK_PARAGRAPH, _("%1$u %2$s, %3$s: %4$s"),
		    phase_number(phase), content_text(phase->name),
		    weeks_words(weeks, sizeof weeks, phase)[0] != '\0'
			? weeks : _("no fixed weeks"),
		    content_text(phase->goal));
		put_criteria(writer, phase);
	}
}

static void put_for_physio(struct writer *writer,
			   const struct training *training)
{
	const struct programme *programme = training->phase->programme;

	put(writer, BLOCK_HEADING, _("Plan: %s"),
	    content_text(programme->name));
	put_contents(writer, BLOCK_PARAGRAPH, &programme->evidence);
	put_sources(writer, programme->id, &programme->sources);
	put_phases(writer, programme);
	put_text(writer, BLOCK_HEADING, _("The first phase"));
	put_enter(writer, training->phase);
	put_text(writer, BLOCK_HEADING, _("Its exercises"));
	put_doses(writer, training);
	put_texts_under(writer, _("How much pain is fine"), BLOCK_BULLET,
			&programme->pain_rule->texts);
	put_texts_under(writer, _("Step back or stop"), BLOCK_BULLET,
			&training->phase->step_back);
	put_text(writer, BLOCK_PARAGRAPH,
		 _("A plan as a file, week by week: sitwell plan new."));
}

void put_training(struct writer *writer)
{
	const struct training *training = &writer->assessment->training;

	if (is_trainer(writer))
		return;
	if (training->held_back_by != NULL && is_physio(writer))
		put(writer, BLOCK_PARAGRAPH,
		    _("No exercises are shown: %s is still possible, and only a clinician clears it for exercise."),
		    target_name(writer, training->held_back_by));
	else if (training->held_back_by != NULL)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("Exercises come later: a clinician should look first at what fits your answers."));
	else if (training->phase != NULL && is_physio(writer))
		put_for_physio(writer, training);
	else if (training->phase != NULL)
		put_for_patient(writer, training);
}
