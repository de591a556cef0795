#include "config.h"

#include "assess/listing.h"

#include <stdlib.h>

#define N_PROBABLE 3

static enum band band_of(const struct pack *pack, double probability)
{
	if (probability >= pack->constants.strong)
		return BAND_STRONG;
	return probability >= pack->constants.possible ? BAND_POSSIBLE
						       : BAND_LESS_LIKELY;
}

static struct listed *find_listed(struct assessment *assessment,
				  const struct target *target)
{
	for (size_t i = 0; i < assessment->n_listed; i++)
		if (assessment->listed[i].scored->target == target)
			return &assessment->listed[i];
	return NULL;
}

const struct target *leading_subtype(const struct assessment *assessment,
				     const struct target *condition)
{
	const struct scored *first = NULL;
	double second = 0;

	for (size_t i = 0; i < assessment->n_subtypes; i++) {
		const struct scored *subtype = &assessment->subtypes[i];

		if (subtype->target->parent != condition)
			continue;
		if (first == NULL || subtype->probability > first->probability) {
			second = first != NULL ? first->probability : 0;
			first = subtype;
		} else if (subtype->probability > second) {
			second = subtype->probability;
		}
	}
	if (first == NULL || second * assessment->pack->constants.subtype_lead >
	    first->probability)
		return NULL;
	return first->target;
}

static struct listed *add_listed(struct assessment *assessment,
				 const struct scored *scored, enum shown shown)
{
	struct listed *listed = &assessment->listed[assessment->n_listed++];

	*listed = (struct listed){
		.scored = scored,
		.band = band_of(assessment->pack, scored->probability),
		.shown = shown,
		.subtype = leading_subtype(assessment, scored->target),
	};
	return listed;
}

static const struct scored *scored_of(const struct assessment *assessment,
				      const struct target *target)
{
	for (size_t i = 0; i < assessment->n_scored; i++)
		if (assessment->scored[i].target == target)
			return &assessment->scored[i];
	return NULL;
}

static void list_probable(struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->n_scored &&
	     assessment->n_listed < N_PROBABLE; i++)
		if (!assessment->scored[i].ruled_out)
			add_listed(assessment, &assessment->scored[i],
				   SHOWN_PROBABLE);
}

static void list_also_fits(struct assessment *assessment)
{
	const struct scored *best = NULL;

	for (size_t i = 0; i < assessment->n_scored; i++) {
		const struct scored *scored = &assessment->scored[i];

		if (!scored->ruled_out && scored->evidence > 0 &&
		    (best == NULL || scored->evidence > best->evidence))
			best = scored;
	}
	if (best != NULL && find_listed(assessment, best->target) == NULL)
		add_listed(assessment, best, SHOWN_ALSO_FITS);
}

static void list_red_flags(struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->fired.count; i++) {
		const struct rule *rule = assessment->fired.rules[i];
		struct listed *listed;

		if (rule->condition == NULL)
			continue;
		listed = find_listed(assessment, rule->condition);
		if (listed == NULL)
			listed = add_listed(assessment,
					    scored_of(assessment,
						      rule->condition),
					    SHOWN_RED_FLAG);
		if (listed->rule == NULL)
			listed->rule = rule;
	}
}

void list_conditions(struct assessment *assessment)
{
	/* a condition is listed once at most */
	assessment->listed = xcalloc(assessment->n_scored,
				     sizeof *assessment->listed);
	list_probable(assessment);
	list_also_fits(assessment);
	list_red_flags(assessment);
}

struct beyond {
	const struct answers *answers;
	bool said;
};

static void note_beyond_safety(void *data, const struct question *question)
{
	struct beyond *beyond = data;

	beyond->said |= !question->part->safety &&
			answers_given(beyond->answers, question);
}

/*
 * Everybody answers the safety part, mostly with "no"; only what was said
 * beyond it, or said to be present, tells causes apart.
 */
static bool is_informative(const struct known *known,
			   const struct answers *answers)
{
	const struct pack *pack = answers_pack(answers);
	struct beyond beyond = { .answers = answers };

	if (known->present || !known->finding->beyond_safety)
		return known->present;
	pack_walk_questions(pack, known->finding->when, note_beyond_safety,
			    &beyond);
	pack_walk_questions(pack, known->finding->absent_when,
			    note_beyond_safety, &beyond);
	return beyond.said;
}

/* The answers speak more against each of the likeliest than for it. */
static bool nothing_fits(const struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->n_listed; i++)
		if (assessment->listed[i].shown == SHOWN_PROBABLE &&
		    assessment->listed[i].scored->evidence >= 0)
			return false;
	return true;
}

enum match judge_match(const struct assessment *assessment,
		       const struct answers *answers,
		       const struct known *known, size_t n_known)
{
	const struct constants *constants = &assessment->pack->constants;
	size_t informative = 0;

	for (size_t i = 0; i < n_known; i++)
		informative += is_informative(&known[i], answers);
	if ((double)informative < constants->informative ||
	    assessment->n_listed == 0)
		return MATCH_TOO_LITTLE;
	if (nothing_fits(assessment))
		return MATCH_NO_FIT;
	if (assessment->scored[0].probability < constants->clear)
		return MATCH_NOT_CLEAR;
	if (assessment->n_scored > 1 &&
	    assessment->scored[0].probability <
	    constants->clear_lead * assessment->scored[1].probability)
		return MATCH_NOT_CLEAR;
	return MATCH_CLEAR;
}

enum urgency raise_by_first(const struct assessment *assessment)
{
	enum urgency floor = URGENCY_SELF_CARE;

	if (assessment->n_listed > 0)
		floor = assessment->listed[0].scored->target->floor;
	return floor > assessment->urgency_by_rules
		? floor : assessment->urgency_by_rules;
}

static bool still_possible(const struct assessment *assessment,
			   const struct target *condition)
{
	const struct scored *scored = scored_of(assessment, condition);

	return !scored->ruled_out &&
	       band_of(assessment->pack, scored->probability) >= BAND_POSSIBLE;
}

/* A condition strong or possible; a subtype if it leads besides. */
static bool is_meant(const struct assessment *assessment,
		     const struct target *target)
{
	if (target->parent == NULL)
		return still_possible(assessment, target);
	return still_possible(assessment, target->parent) &&
	       leading_subtype(assessment, target->parent) == target;
}

bool may_be(const struct assessment *assessment, const struct target *target)
{
	const struct target *leading;

	if (target->parent == NULL)
		return still_possible(assessment, target);
	leading = leading_subtype(assessment, target->parent);
	return still_possible(assessment, target->parent) &&
	       (leading == NULL || leading == target);
}

/* The first of a list that is so, or NULL. */
static const struct target *
first_of(const struct assessment *assessment,
	 const struct target *const *targets, size_t count,
	 bool (*is_so)(const struct assessment *, const struct target *))
{
	for (size_t i = 0; i < count; i++)
		if (is_so(assessment, targets[i]))
			return targets[i];
	return NULL;
}

/* Somebody out of scope is told where to go, not what to do at home. */
static bool outside_scope(const struct assessment *assessment,
			  const struct advice *advice)
{
	return assessment->scope != NULL && advice->kind != ADVICE_SEEK_NOW &&
	       advice->kind != ADVICE_SEEK_SOONER &&
	       advice->kind != ADVICE_EMERGENCY_DO;
}

/* What does not concern this person at all. */
static bool concerns(const struct assessment *assessment,
		     const struct answers *answers,
		     const struct advice *advice)
{
	return (advice->at >> assessment->urgency & 1) &&
	       (advice->match == 0 ||
		(advice->match >> assessment->match & 1)) &&
	       (advice->when == NULL ||
		expr_eval(advice->when, answers, READ_AS_IS) == TRI_TRUE);
}

static void forbid(struct verdict *verdict, const struct assessment *assessment,
		   const struct advice *advice)
{
	const struct target *by = first_of(assessment, advice->forbidden_by,
					   advice->n_forbidden, may_be);

	if (by != NULL)
		*verdict = (struct verdict){ ADVICE_FORBIDDEN, by };
}

struct verdict judge_advice(const struct assessment *assessment,
			    const struct answers *answers,
			    const struct advice *advice)
{
	struct verdict verdict = { .shown = ADVICE_NOT_MEANT };

	if (!concerns(assessment, answers, advice))
		return verdict;
	verdict.by = first_of(assessment, advice->for_targets, advice->n_for,
			      is_meant);
	if (advice->n_for > 0 && verdict.by == NULL)
		return verdict;
	if (outside_scope(assessment, advice))
		return (struct verdict){ ADVICE_OUT_OF_SCOPE, NULL };
	if (advice->exercise &&
	    (assessment->urgency >= URGENCY_SOON || assessment->floor))
		return (struct verdict){ ADVICE_NO_EXERCISE, NULL };
	verdict.shown = ADVICE_SHOWN;
	if (advice->n_forbidden > 0)
		forbid(&verdict, assessment, advice);
	return verdict;
}

static int compare_advice(const void *left, const void *right)
{
	const struct advice *a = *(const struct advice *const *)left;
	const struct advice *b = *(const struct advice *const *)right;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	return a < b ? -1 : a > b;
}

void choose_advice(struct assessment *assessment,
		   const struct answers *answers)
{
	const struct pack *pack = assessment->pack;

	assessment->advice = xcalloc(pack->n_advice + 1,
				     sizeof *assessment->advice);
	for (size_t i = 0; i < pack->n_advice; i++)
		if (judge_advice(assessment, answers,
				 &pack->advice[i]).shown == ADVICE_SHOWN)
			assessment->advice[assessment->n_advice++] =
				&pack->advice[i];
	qsort(assessment->advice, assessment->n_advice,
	      sizeof *assessment->advice, compare_advice);
}
