/* Which exercises somebody may begin with. */
#include "config.h"

#include "assess/listing.h"

#include <stdlib.h>

/* Whether anybody may follow the programme without being cleared for it. */
static bool is_open(const struct programme *programme,
		    const struct target *target)
{
	if (programme->locked)
		return false;
	for (size_t i = 0; i < programme->n_targets; i++)
		if (programme->targets[i] == target ||
		    programme->targets[i]->parent == target ||
		    programme->targets[i] == target->parent)
			return true;
	return false;
}

static bool has_open_programme(const struct pack *pack,
			       const struct target *target)
{
	for (size_t i = 0; i < pack->n_programmes; i++)
		if (is_open(&pack->programmes[i], target))
			return true;
	return false;
}

/* The first still possible condition that a clinician must clear, or NULL. */
static const struct target *held_back_by(const struct assessment *assessment)
{
	const struct pack *pack = assessment->pack;

	for (size_t i = 0; i < pack->n_conditions; i++)
		if (may_be(assessment, &pack->targets[i]) &&
		    !has_open_programme(pack, &pack->targets[i]))
			return &pack->targets[i];
	return NULL;
}

static const struct programme *programme_for(const struct pack *pack,
					     const struct target *target,
					     const struct answers *answers)
{
	for (size_t i = 0; i < pack->n_programmes; i++) {
		const struct programme *programme = &pack->programmes[i];

		if (!programme->locked && programme_is_for(programme, target) &&
		    (programme->when == NULL ||
		     expr_eval(programme->when, answers, READ_AS_IS) ==
		     TRI_TRUE))
			return programme;
	}
	return NULL;
}

/* All that the person may still have, so that nothing does harm. */
static size_t list_possible(const struct target **out,
			    const struct assessment *assessment)
{
	const struct pack *pack = assessment->pack;
	size_t count = 0;

	for (size_t i = 0; i < pack->n_conditions; i++) {
		const struct target *condition = &pack->targets[i];
		const struct target *leading;

		if (!may_be(assessment, condition))
			continue;
		leading = leading_subtype(assessment, condition);
		out[count++] = leading != NULL ? leading : condition;
	}
	return count;
}

static void take(struct assessment *assessment, const struct target *target,
		 const struct programme *programme)
{
	struct training *training = &assessment->training;
	const struct target **possible =
		xcalloc(assessment->pack->n_conditions + 1, sizeof *possible);
	size_t count = list_possible(possible, assessment);

	training->exercises = xcalloc(programme->phases->n_exercises + 1,
				      sizeof *training->exercises);
	training->n_exercises = phase_choose(training->exercises,
					     programme->phases, possible,
					     count);
	free(possible);
	if (training->n_exercises == 0)
		return;
	training->target = target;
	training->phase = programme->phases;
}

static bool may_train(const struct assessment *assessment)
{
	return assessment->urgency <= URGENCY_ROUTINE && !assessment->floor &&
	       assessment->scope == NULL &&
	       assessment->match != MATCH_TOO_LITTLE &&
	       assessment->match != MATCH_NO_FIT;
}

void choose_training(struct assessment *assessment,
		     const struct answers *answers)
{
	const struct pack *pack = assessment->pack;

	if (pack->n_programmes == 0 || !may_train(assessment))
		return;
	assessment->training.held_back_by = held_back_by(assessment);
	if (assessment->training.held_back_by != NULL)
		return;
	for (size_t i = 0; i < assessment->n_listed; i++) {
		const struct listed *listed = &assessment->listed[i];
		const struct target *target = listed->subtype != NULL
			? listed->subtype : listed->scored->target;
		const struct programme *programme;

		if (listed->shown != SHOWN_PROBABLE ||
		    listed->band == BAND_LESS_LIKELY)
			continue;
		programme = programme_for(pack, target, answers);
		if (programme == NULL)
			continue;
		take(assessment, target, programme);
		return;
	}
}
