#include "config.h"

#include "assess/score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answers/logic.h"

/* What one group has gathered for one target; all ln. */
struct gathered {
	double strongest;
	double sum;
	bool hallmark;
};

const struct finding **score_replaced(const struct pack *pack,
				      const struct answers *answers)
{
	const struct finding **replaced = xcalloc(pack->n_findings + 1,
						  sizeof *replaced);

	for (size_t i = 0; i < pack->n_findings; i++) {
		const struct finding *finding = &pack->findings[i];

		if (finding->n_replaces == 0 ||
		    finding_state(finding, answers) == TRI_UNKNOWN)
			continue;
		for (size_t k = 0; k < finding->n_replaces; k++)
			replaced[finding->replaces[k]->index] = finding;
	}
	return replaced;
}

static int chosen_answer(const struct answers *answers,
			 const struct question *question)
{
	const struct value *value = answers_get(answers, question);

	if (value->state != ANSWER_VALUE)
		return -1;
	for (size_t i = 0; i < question->n_answers; i++)
		if (value->choices >> i & 1)
			return (int)i;
	return -1;
}

size_t score_known(struct known *known, const struct pack *pack,
		   const struct answers *answers)
{
	const struct finding **replaced = score_replaced(pack, answers);
	size_t n = 0;

	for (size_t i = 0; i < pack->n_profiles; i++) {
		const struct profile *profile = &pack->profiles[i];
		int answer = chosen_answer(answers, profile->question);

		if (answer >= 0)
			known[n++] = (struct known){ .profile = profile,
				.present = true, .answer = answer };
	}
	for (size_t i = 0; i < pack->n_findings; i++) {
		const struct finding *finding = &pack->findings[i];
		enum tri state;

		if (replaced[i] != NULL || finding->n_evidence == 0)
			continue;
		state = finding_state(finding, answers);
		if (state != TRI_UNKNOWN)
			known[n++] = (struct known){ .finding = finding,
				.present = state == TRI_TRUE };
	}
	free(replaced);
	return n;
}

static double limited(double ratio, double limit)
{
	if (ratio > limit)
		return limit;
	return ratio < 1 / limit ? 1 / limit : ratio;
}

/* A ratio as the content has it, and the most that it may say. */
struct ratio {
	double raw, limit;
};

static struct ratio row_ratio(const struct pack *pack,
			      const struct evidence *row, bool present)
{
	const struct constants *constants = &pack->constants;

	return (struct ratio){
		.raw = present ? row->present : row->absent,
		.limit = present && row->finding->hallmark
			? constants->hallmark_limit : constants->single_limit,
	};
}

static double profile_weight(const struct profile *profile, size_t condition,
			     int answer)
{
	return profile->weights[condition * profile->question->n_answers +
				(size_t)answer];
}

/* P(answer) in the whole population of the list. */
static double profile_mean(const struct pack *pack,
			   const struct profile *profile, int answer)
{
	double sum = 0, weight = 0;

	for (size_t c = 0; c < pack->n_conditions; c++) {
		sum += pack->targets[c].prior *
		       profile_weight(profile, c, answer);
		weight += pack->targets[c].prior;
	}
	return sum / weight;
}

static struct ratio profile_ratio(const struct pack *pack,
				  const struct known *known,
				  const struct target *target, double mean)
{
	struct ratio ratio = { 1, pack->constants.hallmark_limit };

	if (target->parent == NULL && mean > 0)
		ratio.raw = profile_weight(known->profile, target->index,
					   known->answer) / mean;
	return ratio;
}

/* The row of a target, or NULL; they stand by target. */
static const struct evidence *row_of(const struct finding *finding,
				     const struct target *target)
{
	size_t low = 0, high = finding->n_evidence;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (finding->evidence[middle].target->index < target->index)
			low = middle + 1;
		else
			high = middle;
	}
	return low < finding->n_evidence &&
	       finding->evidence[low].target == target
		? &finding->evidence[low] : NULL;
}

double score_ratio(const struct pack *pack, const struct known *known,
		   const struct target *target)
{
	const struct evidence *row = NULL;
	struct ratio ratio = { 1, 1 };

	if (known->profile != NULL)
		ratio = profile_ratio(pack, known, target,
				      profile_mean(pack, known->profile,
						   known->answer));
	if (known->finding != NULL)
		row = row_of(known->finding, target);
	if (row != NULL)
		ratio = row_ratio(pack, row, known->present);
	return limited(ratio.raw, ratio.limit);
}

void score_each_ratio(const struct pack *pack, const struct known *known,
		      size_t n_known, score_heard *heard, void *data)
{
	for (size_t k = 0; k < n_known; k++) {
		const struct finding *finding = known[k].finding;
		const struct profile *profile = known[k].profile;
		double mean = profile == NULL ? 0 :
			profile_mean(pack, profile, known[k].answer);

		for (size_t c = 0; profile != NULL && c < pack->n_conditions;
		     c++) {
			const struct target *target = &pack->targets[c];
			struct ratio ratio = profile_ratio(pack, &known[k],
							   target, mean);

			heard(data, &known[k], target,
			      limited(ratio.raw, ratio.limit),
			      &profile->sources);
		}
		for (size_t i = 0; finding != NULL && i < finding->n_evidence;
		     i++) {
			const struct evidence *row = &finding->evidence[i];
			struct ratio ratio = row_ratio(pack, row,
						       known[k].present);

			heard(data, &known[k], row->target,
			      limited(ratio.raw, ratio.limit), &row->sources);
		}
	}
}

static void gather(struct gathered *gathered, double ratio, bool hallmark)
{
	double weight = log(ratio);

	if (fabs(weight) > fabs(gathered->strongest) ||
	    (fabs(weight) == fabs(gathered->strongest) && weight > 0))
		gathered->strongest = weight;
	gathered->sum += weight;
	gathered->hallmark |= hallmark;
}

/* Where scoring goes on, and who looks on. */
struct sheet {
	const struct pack *pack;
	struct score *scores;
	struct gathered *gathered;	/* n_targets x n_groups */
	const struct score_watch *watch;	/* or NULL */
};

/* Nobody looks on in an interview: then a step costs nothing. */
static void tell(const struct sheet *sheet, const struct score_step *step)
{
	sheet->watch->saw(sheet->watch->data, step);
}

/* Rules 5 and 6: the strongest in full, the others in part, then limited. */
static double group_total(const struct sheet *sheet,
			  const struct target *target,
			  const struct group *group,
			  const struct gathered *gathered)
{
	const struct constants *constants = &sheet->pack->constants;
	double limit = group->limit;
	double rest = gathered->sum - gathered->strongest;
	double total = gathered->strongest, raw, factor;

	if (gathered->hallmark && limit < constants->hallmark_limit)
		limit = constants->hallmark_limit;
	if (!group->only_strongest)
		total += constants->group_share * rest;
	raw = exp(total);
	factor = limited(raw, limit);
	if (sheet->watch != NULL)
		tell(sheet, &(struct score_step){
			.kind = STEP_GROUP, .target = target, .group = group,
			.strongest = gathered->strongest, .raw = raw,
			.limit = limit, .factor = factor,
		});
	return log(factor);
}

/* Adds a ratio to the group's total, or at once if it has none. */
static void enter(struct sheet *sheet, const struct target *target,
		  const struct group *group, double factor, bool hallmark)
{
	if (group == NULL)
		sheet->scores[target->index].evidence += log(factor);
	else
		gather(&sheet->gathered[target->index * sheet->pack->n_groups +
					group->index], factor, hallmark);
}

static void enter_profile(struct sheet *sheet, const struct known *known)
{
	const struct pack *pack = sheet->pack;
	const struct profile *profile = known->profile;
	double mean = profile_mean(pack, profile, known->answer);

	for (size_t c = 0; c < pack->n_conditions; c++) {
		const struct target *target = &pack->targets[c];
		struct ratio ratio = profile_ratio(pack, known, target, mean);
		double factor = limited(ratio.raw, ratio.limit);

		if (factor == 1)
			continue;
		enter(sheet, target, profile->group, factor, true);
		if (sheet->watch != NULL)
			tell(sheet, &(struct score_step){
				.kind = STEP_RATIO, .target = target,
				.known = known, .place = &profile->place,
				.group = profile->group, .raw = ratio.raw,
				.limit = ratio.limit, .factor = factor,
			});
	}
}

static void enter_known(struct sheet *sheet, const struct known *known)
{
	const struct finding *finding = known->finding;

	for (size_t i = 0; i < finding->n_evidence; i++) {
		const struct evidence *row = &finding->evidence[i];
		struct ratio ratio = row_ratio(sheet->pack, row,
					       known->present);
		double factor = limited(ratio.raw, ratio.limit);

		if (factor == 1)
			continue;
		enter(sheet, row->target, finding->group, factor,
		      known->present && finding->hallmark);
		if (sheet->watch != NULL)
			tell(sheet, &(struct score_step){
				.kind = STEP_RATIO, .target = row->target,
				.known = known, .place = &row->place,
				.group = finding->group, .raw = ratio.raw,
				.limit = ratio.limit, .factor = factor,
			});
	}
}

static void add_groups(struct sheet *sheet)
{
	const struct pack *pack = sheet->pack;

	for (size_t t = 0; t < pack->n_targets; t++)
		for (size_t g = 0; g < pack->n_groups; g++) {
			const struct gathered *gathered =
				&sheet->gathered[t * pack->n_groups + g];

			if (gathered->strongest != 0)
				sheet->scores[t].evidence +=
					group_total(sheet, &pack->targets[t],
						    &pack->groups[g],
						    gathered);
		}
}

/* The first questions among those that an expression reads. */
struct search {
	const struct answers *answers;
	const struct question *given;
	const struct question *shut;	/* it does not apply */
};

static void look_for_answer(void *data, const struct question *question)
{
	struct search *search = data;

	if (search->given == NULL && answers_given(search->answers, question))
		search->given = question;
	if (search->shut == NULL && !answers_applies(search->answers, question))
		search->shut = question;
}

/*
 * The answer behind an expression, or NULL.  Where all it reads does not
 * apply, that is the answer that made it so: to an earlier question, so
 * this comes to an end.
 */
static const struct question *answer_behind(const struct expr *expr,
					    const struct answers *answers)
{
	struct search search = { .answers = answers };

	while (expr != NULL && search.given == NULL) {
		search.shut = NULL;
		pack_walk_questions(answers_pack(answers), expr,
				    look_for_answer, &search);
		expr = search.shut != NULL ? search.shut->ask_if : NULL;
	}
	return search.given;
}

/* ln; the prior as the strata change it: who somebody is is no evidence. */
static double stratified_prior(const struct sheet *sheet,
			       const struct answers *answers,
			       const struct target *target)
{
	const struct pack *pack = sheet->pack;
	struct score *score = &sheet->scores[target->index];
	double prior = log(target->prior);

	for (size_t i = 0; i < pack->n_strata; i++) {
		const struct stratum *stratum = &pack->strata[i];
		double multiplier = stratum->multipliers[target->index];

		if (multiplier == 1 || expr_eval(stratum->when, answers,
						 READ_AS_IS) != TRI_TRUE)
			continue;
		if (sheet->watch != NULL)
			tell(sheet, &(struct score_step){
				.kind = STEP_STRATUM, .target = target,
				.stratum = stratum, .factor = multiplier,
			});
		if (multiplier > 0) {
			prior += log(multiplier);
			continue;
		}
		score->ruled_out = true;
		score->ruled_out_by = answer_behind(stratum->when, answers);
	}
	return prior;
}

/* ln.  Gates close on "no", never on unknown (rule 11, lesson 5). */
static double gated_prior(const struct sheet *sheet,
			  const struct answers *answers,
			  const struct target *target)
{
	struct score *score = &sheet->scores[target->index];

	if (target->parent != NULL)
		return log(target->prior);
	if (target->needs != NULL &&
	    expr_eval(target->needs, answers, READ_AS_IS) == TRI_FALSE) {
		score->ruled_out = true;
		score->ruled_out_by = answer_behind(target->needs, answers);
		if (sheet->watch != NULL)
			tell(sheet, &(struct score_step){
				.kind = STEP_GATE, .target = target });
		return 0;
	}
	return stratified_prior(sheet, answers, target);
}

/*
 * From ln to probabilities that add up to 1, over the conditions or over
 * the subtypes of one.  Measured from the highest, no evidence is too much
 * or too little for a double.
 */
static void normalise(struct score *scores, const struct pack *pack,
		      const struct target *parent)
{
	size_t first = parent == NULL ? 0 : pack->n_conditions;
	size_t end = parent == NULL ? pack->n_conditions : pack->n_targets;
	double highest = -INFINITY, sum = 0;

	for (size_t t = first; t < end; t++)
		if (pack->targets[t].parent == parent && !scores[t].ruled_out)
			highest = fmax(highest, scores[t].probability);
	for (size_t t = first; t < end; t++) {
		if (pack->targets[t].parent != parent)
			continue;
		scores[t].probability = scores[t].ruled_out ? 0 :
			exp(scores[t].probability - highest);
		sum += scores[t].probability;
	}
	for (size_t t = first; t < end && sum > 0; t++)
		if (pack->targets[t].parent == parent)
			scores[t].probability /= sum;
}

void score_watched(struct score *scores, const struct pack *pack,
		   const struct answers *answers, const struct known *known,
		   size_t n_known, const struct score_watch *watch)
{
	struct sheet sheet = {
		.pack = pack, .scores = scores, .watch = watch,
		.gathered = xcalloc(pack->n_targets * pack->n_groups + 1,
				    sizeof *sheet.gathered),
	};

	memset(scores, 0, pack->n_targets * sizeof *scores);
	for (size_t i = 0; i < n_known; i++) {
		if (known[i].profile != NULL)
			enter_profile(&sheet, &known[i]);
		else
			enter_known(&sheet, &known[i]);
	}
	add_groups(&sheet);
	for (size_t t = 0; t < pack->n_targets; t++)
		scores[t].probability = scores[t].evidence +
			gated_prior(&sheet, answers, &pack->targets[t]);
	normalise(scores, pack, NULL);
	for (size_t c = 0; c < pack->n_conditions; c++)
		normalise(scores, pack, &pack->targets[c]);
	free(sheet.gathered);
}

void score_targets(struct score *scores, const struct pack *pack,
		   const struct answers *answers, const struct known *known,
		   size_t n_known)
{
	score_watched(scores, pack, answers, known, n_known, NULL);
}
