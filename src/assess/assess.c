#include "config.h"

#include "assess/assess.h"

#include <stdlib.h>
#include <string.h>

#include "assess/listing.h"
#include "assess/score.h"

/* How far from 1, whichever way it points. */
static double strength(const struct argument *argument)
{
	return argument->ratio > 1 ? argument->ratio : 1 / argument->ratio;
}

/* Strongest first; then what stands first. */
static int compare_arguments(const void *left, const void *right)
{
	const struct argument *a = left, *b = right;
	double weight_a = strength(a), weight_b = strength(b);

	if (weight_a != weight_b)
		return weight_a > weight_b ? -1 : 1;
	if ((a->finding == NULL) != (b->finding == NULL))
		return a->finding == NULL ? -1 : 1;
	if (a->finding == NULL)
		return a->profile < b->profile ? -1 : a->profile > b->profile;
	return a->finding->index < b->finding->index ? -1 : 1;
}

static struct scored scored_from(const struct pack *pack, size_t target,
				 const struct score *score)
{
	return (struct scored){
		.target = &pack->targets[target],
		.probability = score->probability,
		.evidence = score->evidence,
		.ruled_out = score->ruled_out,
		.ruled_out_by = score->ruled_out_by,
	};
}

/* Likeliest first, the ruled out last, then pack order. */
static int compare_scored(const void *left, const void *right)
{
	const struct scored *a = left, *b = right;

	if (a->ruled_out != b->ruled_out)
		return a->ruled_out ? 1 : -1;
	if (a->probability != b->probability)
		return a->probability > b->probability ? -1 : 1;
	return a->target->index < b->target->index ? -1 : 1;
}

static size_t place_of(const struct assessment *assessment,
		       const struct target *target)
{
	size_t place = 0;

	while (assessment->scored[place].target != target)
		place++;
	return place;
}

/*
 * Some pairs have a fixed order while a sign is there, whatever the numbers
 * say: with symptoms in the foot, a nerve root stands above a muscle that
 * imitates it (dependence.md, regression vector 4).
 */
static void keep_below(struct assessment *assessment,
		       const struct answers *answers,
		       const struct target *target)
{
	struct scored *scored = assessment->scored, above;
	size_t own, other;

	if (target->below == NULL || target->below_when == NULL ||
	    expr_eval(target->below_when, answers, READ_AS_IS) != TRI_TRUE)
		return;
	own = place_of(assessment, target);
	other = place_of(assessment, target->below);
	if (other < own || scored[other].ruled_out)
		return;
	above = scored[other];
	memmove(&scored[own + 1], &scored[own],
		(other - own) * sizeof *scored);
	scored[own] = above;
}

static void rank(struct assessment *assessment, const struct answers *answers,
		 const struct score *scores)
{
	const struct pack *pack = assessment->pack;

	assessment->n_scored = pack->n_conditions;
	assessment->scored = xcalloc(pack->n_conditions + 1,
				     sizeof *assessment->scored);
	for (size_t c = 0; c < pack->n_conditions; c++)
		assessment->scored[c] = scored_from(pack, c, &scores[c]);
	qsort(assessment->scored, assessment->n_scored,
	      sizeof *assessment->scored, compare_scored);
	for (size_t c = 0; c < pack->n_conditions; c++)
		keep_below(assessment, answers, &pack->targets[c]);
	assessment->n_subtypes = pack->n_targets - pack->n_conditions;
	assessment->subtypes = xcalloc(assessment->n_subtypes + 1,
				       sizeof *assessment->subtypes);
	for (size_t s = 0; s < assessment->n_subtypes; s++)
		assessment->subtypes[s] =
			scored_from(pack, pack->n_conditions + s,
				    &scores[pack->n_conditions + s]);
}

/* Where arguments go: conditions and subtypes by target index. */
struct debate {
	struct scored **scored;
	bool counting;		/* how many there will be, and no more */
};

static void hear_argument(void *data, const struct known *known,
			  const struct target *target, double ratio,
			  const struct sources *sources)
{
	const struct debate *debate = data;
	struct scored *scored = debate->scored[target->index];

	if (ratio == 1)
		return;
	if (!debate->counting)
		scored->arguments[scored->n_arguments] = (struct argument){
			.finding = known->finding,
			.profile = known->profile,
			.present = known->present,
			.ratio = ratio,
			.sources = sources,
		};
	scored->n_arguments++;
}

/* Once to count them, and once to note them down. */
static void argue(struct assessment *assessment, const struct known *known,
		  size_t n_known)
{
	const struct pack *pack = assessment->pack;
	struct debate debate = {
		.scored = xcalloc(pack->n_targets + 1, sizeof *debate.scored),
		.counting = true,
	};

	for (size_t i = 0; i < assessment->n_scored; i++)
		debate.scored[assessment->scored[i].target->index] =
			&assessment->scored[i];
	for (size_t i = 0; i < assessment->n_subtypes; i++)
		debate.scored[assessment->subtypes[i].target->index] =
			&assessment->subtypes[i];
	score_each_ratio(pack, known, n_known, hear_argument, &debate);
	for (size_t t = 0; t < pack->n_targets; t++) {
		struct scored *scored = debate.scored[t];

		scored->arguments = xcalloc(scored->n_arguments + 1,
					    sizeof *scored->arguments);
		scored->n_arguments = 0;
	}
	debate.counting = false;
	score_each_ratio(pack, known, n_known, hear_argument, &debate);
	for (size_t t = 0; t < pack->n_targets; t++)
		qsort(debate.scored[t]->arguments,
		      debate.scored[t]->n_arguments,
		      sizeof *debate.scored[t]->arguments, compare_arguments);
	free(debate.scored);
}

const struct scope *assess_scope(const struct pack *pack,
				 const struct answers *answers)
{
	for (size_t i = 0; i < pack->n_scopes; i++)
		if (expr_eval(pack->scopes[i].when, answers, READ_AS_IS) ==
		    TRI_TRUE)
			return &pack->scopes[i];
	return NULL;
}

/* What a digest needs: no arguments. */
static struct assessment *conclude(const struct pack *pack,
				   const struct answers *answers,
				   const struct known *known, size_t n_known)
{
	struct assessment *assessment = xcalloc(1, sizeof *assessment);
	struct score *scores = xcalloc(pack->n_targets + 1, sizeof *scores);

	assessment->pack = pack;
	assessment->role = answers_role(answers);
	assessment->urgency_by_rules =
		urgency_by_rules(pack, answers, READ_ASSUMED,
				 &assessment->fired);
	for (size_t i = 0; i < assessment->fired.count; i++)
		assessment->floor |= assessment->fired.rules[i]->floor;
	score_targets(scores, pack, answers, known, n_known);
	rank(assessment, answers, scores);
	free(scores);
	list_conditions(assessment);
	assessment->urgency = raise_by_first(assessment);
	assessment->match = judge_match(assessment, answers, known, n_known);
	assessment->scope = assess_scope(pack, answers);
	choose_advice(assessment, answers);
	choose_training(assessment, answers);
	return assessment;
}

static const struct rule *stop_rule(const struct rule_list *fired)
{
	for (size_t i = 0; i < fired->count; i++)
		if (fired->rules[i]->stop)
			return fired->rules[i];
	return NULL;
}

struct assessment *assess(const struct pack *pack,
			  const struct answers *answers)
{
	struct known *known = xcalloc(pack->n_findings + pack->n_profiles + 1,
				      sizeof *known);
	size_t n_known = score_known(known, pack, answers);
	struct assessment *assessment = conclude(pack, answers, known, n_known);

	argue(assessment, known, n_known);
	assessment->stop = stop_rule(&assessment->fired);
	assessment->asked = answers_count(answers);
	assessment->findings = xcalloc(pack->n_findings + 1,
				       sizeof *assessment->findings);
	for (size_t i = 0; i < pack->n_findings; i++)
		assessment->findings[i] = finding_state(&pack->findings[i],
							answers);
	free(known);
	return assessment;
}

void assessment_free(struct assessment **assessment)
{
	struct assessment *old = *assessment;

	if (old == NULL)
		return;
	for (size_t i = 0; i < old->n_scored; i++)
		free(old->scored[i].arguments);
	for (size_t i = 0; i < old->n_subtypes; i++)
		free(old->subtypes[i].arguments);
	free(old->scored);
	free(old->subtypes);
	free(old->fired.rules);
	free(old->listed);
	free(old->advice);
	free(old->training.exercises);
	free(old->findings);
	free(old);
	*assessment = NULL;
}

/* FNV-1a over 64 bits: for telling digests apart, in one step a number. */
static uint64_t mix(uint64_t hash, uint64_t number)
{
	return (hash ^ number) * UINT64_C(0x100000001b3);
}

struct digest assess_digest(const struct pack *pack,
			    const struct answers *answers)
{
	struct known *known = xcalloc(pack->n_findings + pack->n_profiles + 1,
				      sizeof *known);
	size_t n_known = score_known(known, pack, answers);
	struct assessment *seen = conclude(pack, answers, known, n_known);
	struct digest digest = { { (uint64_t)seen->urgency } };

	if (seen->scope != NULL)
		digest.words[1] = (uint64_t)(seen->scope - pack->scopes) + 1;

	for (size_t i = 0; i < seen->n_listed; i++) {
		const struct listed *listed = &seen->listed[i];

		if (listed->shown != SHOWN_PROBABLE)
			continue;
		digest.words[2] = mix(digest.words[2],
				      listed->scored->target->index + 1);
		digest.words[2] = mix(digest.words[2], listed->band + 1);
	}
	for (size_t i = 0; i < seen->n_advice; i++)
		digest.words[3] = mix(digest.words[3],
				      (uint64_t)(seen->advice[i] -
						 pack->advice) + 1);
	for (size_t i = 0; i < seen->training.n_exercises; i++)
		digest.words[3] = mix(digest.words[3], seen->training
				      .exercises[i]->exercise->index + 1);
	assessment_free(&seen);
	free(known);
	return digest;
}

double assess_shown(const struct pack *pack, double probability)
{
	double limit = pack->constants.shown_limit;

	return probability > limit ? limit : probability;
}

const char *band_id(enum band band)
{
	static const char *const ids[] = { "less-likely", "possible",
					   "strong" };

	return ids[band];
}
