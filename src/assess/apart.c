/*
 * What tells two conditions apart: the findings whose likelihood ratios
 * differ most between both.  Those known speak for one of them; of those
 * that are not, the question that is still open is named.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "assess/assess.h"
#include "assess/score.h"

/* ln 1.5: below it a finding hardly tells one from the other. */
#define LEAST_WEIGHT 0.405

struct pair {
	const struct assessment *assessment;
	const struct answers *answers;
	const struct target *one, *other;
};

static double weight_of(const struct pair *pair, const struct known *known)
{
	const struct pack *pack = pair->assessment->pack;

	return log(score_ratio(pack, known, pair->one) /
		   score_ratio(pack, known, pair->other));
}

static const struct sources *sources_for(const struct finding *finding,
					 const struct target *target)
{
	for (size_t i = 0; i < finding->n_evidence; i++)
		if (finding->evidence[i].target == target)
			return &finding->evidence[i].sources;
	return NULL;
}

static struct apart apart_of(const struct pair *pair,
			     const struct known *known)
{
	struct apart apart = {
		.finding = known->finding, .profile = known->profile,
		.present = known->present, .weight = weight_of(pair, known),
	};

	if (known->finding == NULL) {
		apart.sources = &known->profile->sources;
		return apart;
	}
	apart.sources = sources_for(known->finding, pair->one);
	if (apart.sources == NULL)
		apart.sources = sources_for(known->finding, pair->other);
	return apart;
}

struct search {
	const struct answers *answers;
	const struct question *open;
};

static void look_for_open(void *data, const struct question *question)
{
	struct search *search = data;
	enum answer_state state = answers_get(search->answers,
					      question)->state;

	if (search->open == NULL && state != ANSWER_VALUE &&
	    state != ANSWER_NA && answers_applies(search->answers, question) &&
	    !answers_held_back(search->answers, question))
		search->open = question;
}

/* Whether something known says it already, as a cluster does. */
static bool is_replaced(const struct finding *finding,
			const struct known *known, size_t n_known)
{
	for (size_t i = 0; i < n_known; i++)
		for (size_t k = 0; known[i].finding != NULL &&
		     k < known[i].finding->n_replaces; k++)
			if (known[i].finding->replaces[k] == finding)
				return true;
	return false;
}

static int compare_aparts(const void *left, const void *right)
{
	const struct apart *a = left, *b = right;
	double weight_a = fabs(a->weight), weight_b = fabs(b->weight);

	if (weight_a != weight_b)
		return weight_a > weight_b ? -1 : 1;
	if ((a->finding == NULL) != (b->finding == NULL))
		return a->finding == NULL ? -1 : 1;
	if (a->finding == NULL)
		return a->profile < b->profile ? -1 : a->profile > b->profile;
	return a->finding->index < b->finding->index ? -1 : 1;
}

static const struct group *group_of(const struct apart *apart)
{
	return apart->finding != NULL ? apart->finding->group
				      : apart->profile->group;
}

/* Keeps of each group the first, for the others say much the same. */
static size_t first_of_groups(struct apart *all, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const struct group *group = group_of(&all[i]);
		bool said = fabs(all[i].weight) < LEAST_WEIGHT;

		for (size_t k = 0; k < kept && group != NULL; k++)
			said |= group_of(&all[k]) == group;
		if (!said)
			all[kept++] = all[i];
	}
	return kept;
}

/* Adds every finding that is not known and could be asked for. */
static size_t add_open(struct apart *all, size_t count,
		       const struct pair *pair, const struct known *known,
		       size_t n_known)
{
	const struct pack *pack = pair->assessment->pack;

	for (size_t i = 0; i < pack->n_findings; i++) {
		const struct finding *finding = &pack->findings[i];
		struct known yes = { .finding = finding, .present = true };
		struct search search = { .answers = pair->answers };

		if (finding_state(finding, pair->answers) != TRI_UNKNOWN ||
		    finding->n_evidence == 0 || weight_of(pair, &yes) == 0 ||
		    is_replaced(finding, known, n_known))
			continue;
		pack_walk_questions(pack, finding->when, look_for_open,
				    &search);
		if (search.open == NULL)
			continue;
		all[count] = apart_of(pair, &yes);
		all[count++].open = search.open;
	}
	return count;
}

size_t assess_apart(struct apart *out, size_t most,
		    const struct assessment *assessment,
		    const struct answers *answers, const struct target *one,
		    const struct target *other)
{
	const struct pack *pack = assessment->pack;
	const struct pair pair = { assessment, answers, one, other };
	size_t room = pack->n_findings + pack->n_profiles + 1;
	struct known *known = xcalloc(room, sizeof *known);
	struct apart *all = xcalloc(2 * room, sizeof *all);
	size_t n_known = score_known(known, pack, answers);
	size_t count = 0;

	for (size_t i = 0; i < n_known; i++)
		all[count++] = apart_of(&pair, &known[i]);
	count = add_open(all, count, &pair, known, n_known);
	qsort(all, count, sizeof *all, compare_aparts);
	count = first_of_groups(all, count);
	if (count > most)
		count = most;
	for (size_t i = 0; i < count; i++)
		out[i] = all[i];
	free(known);
	free(all);
	return count;
}
