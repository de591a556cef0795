/*
 * Which test next: the expected fall in uncertainty.
 *
 * What answer would come is not known, but its chance follows from the
 * likelihood ratios: today's probability of a condition is the mean of
 * those after each answer, weighted by the answers' chances.  The condition
 * that the answer moves most gives the steadiest reading of that chance.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "assess/assess.h"
#include "assess/score.h"

static void probabilities(struct score *scores, const struct pack *pack,
			  const struct answers *answers)
{
	struct known *known = xcalloc(pack->n_findings + pack->n_profiles + 1,
				      sizeof *known);
	size_t n_known = score_known(known, pack, answers);

	score_targets(scores, pack, answers, known, n_known);
	free(known);
}

/* Shannon's, in bits, over the conditions. */
static double entropy(const struct pack *pack, const struct score *scores)
{
	double bits = 0;

	for (size_t c = 0; c < pack->n_conditions; c++)
		if (scores[c].probability > 0)
			bits -= scores[c].probability *
				log2(scores[c].probability);
	return bits;
}

static void after_answer(struct score *scores, const struct pack *pack,
			 const struct answers *answers,
			 const struct question *question, int answer)
{
	struct value value = { .state = ANSWER_VALUE,
			       .choices = UINT64_C(1) << answer };
	struct answers *copy = answers_copy(answers);
	struct error err;

	if (answers_set(copy, question, &value, &err) == 0)
		probabilities(scores, pack, copy);
	answers_free(&copy);
}

static double clamp(double number, double low, double high)
{
	return number < low ? low : number > high ? high : number;
}

/* P(yes), from the condition that moves most between the two answers. */
static double chance_of_yes(const struct pack *pack, const struct score *now,
			    const struct score *yes, const struct score *no)
{
	double most = 0, chance = 0.5;

	for (size_t c = 0; c < pack->n_conditions; c++) {
		double moved = yes[c].probability - no[c].probability;

		if (fabs(moved) <= most)
			continue;
		most = fabs(moved);
		chance = (now[c].probability - no[c].probability) / moved;
	}
	return clamp(chance, 0.02, 0.98);
}

double assess_value_of(const struct pack *pack, const struct answers *answers,
		       const struct question *question)
{
	int yes_answer = question_find_answer(question, "yes");
	int no_answer = question_find_answer(question, "no");
	struct score *scores = xcalloc(3 * pack->n_targets + 1, sizeof *scores);
	struct score *now = scores;
	struct score *yes = scores + pack->n_targets;
	struct score *no = scores + 2 * pack->n_targets;
	double chance, fall = 0;

	if (yes_answer >= 0 && no_answer >= 0) {
		probabilities(now, pack, answers);
		after_answer(yes, pack, answers, question, yes_answer);
		after_answer(no, pack, answers, question, no_answer);
		chance = chance_of_yes(pack, now, yes, no);
		fall = entropy(pack, now) - chance * entropy(pack, yes) -
		       (1 - chance) * entropy(pack, no);
	}
	free(scores);
	return fall > 0 ? fall : 0;
}
