#include "config.h"

#include "prove/first.h"

#include <math.h>
#include <stdlib.h>

#include "assess/assess.h"
#include "base/i18n.h"
#include "prove/guess.h"

#define ROUNDS 24

/* Something to say, and how much it speaks for the condition (ln). */
struct reason {
	const struct finding *finding;
	bool present;
	const struct profile *profile;
	size_t answer;
	double weight;
};

struct search {
	const struct pack *pack;
	const struct target *condition;
	struct guess *guess;
	double *rivals;			/* by condition: how much it counts */
	struct reason *reasons;
	size_t count;
	size_t best_place;		/* the nearest so far, from 1 */
	double best_probability;
};

/* ln ratio of one condition, limited as scoring limits it. */
static double ratio_of(const struct pack *pack, const struct finding *finding,
		       const struct target *target, bool present)
{
	double limit = log(present && finding->hallmark
			   ? pack->constants.hallmark_limit
			   : pack->constants.single_limit);

	for (size_t i = 0; i < finding->n_evidence; i++) {
		const struct evidence *row = &finding->evidence[i];

		if (row->target == target)
			return fmin(limit, fmax(-limit, log(present
				? row->present : row->absent)));
	}
	return 0;
}

static double share_of(const struct pack *pack, const struct profile *profile,
		       size_t condition, size_t answer)
{
	(void)pack;
	return log(profile->weights[condition * profile->question->n_answers +
				    answer] + 1e-6);
}

/* For the condition, less what it does for those that came before it. */
static double weigh(const struct search *search, const struct reason *reason)
{
	const struct pack *pack = search->pack;
	double own = 0, others = 0, sum = 0;

	for (size_t c = 0; c < pack->n_conditions; c++) {
		const struct target *target = &pack->targets[c];
		double weight = reason->profile != NULL
			? share_of(pack, reason->profile, c, reason->answer)
			: ratio_of(pack, reason->finding, target,
				   reason->present);

		if (target == search->condition)
			own = weight;
		else
			others += search->rivals[c] * weight;
		sum += search->rivals[c];
	}
	return own - others / sum;
}

static void add_reason(struct search *search, struct reason reason)
{
	reason.weight = weigh(search, &reason);
	if (reason.weight > 0.01)
		search->reasons[search->count++] = reason;
}

static int compare_reasons(const void *left, const void *right)
{
	const struct reason *a = left, *b = right;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return 0;
}

static void find_reasons(struct search *search)
{
	const struct pack *pack = search->pack;

	search->count = 0;
	for (size_t i = 0; i < pack->n_findings; i++)
		for (int present = 0; present < 2; present++)
			if (pack->findings[i].n_evidence > 0)
				add_reason(search, (struct reason){
					.finding = &pack->findings[i],
					.present = present });
	for (size_t i = 0; i < pack->n_profiles; i++)
		for (size_t a = 0; a < pack->profiles[i].question->n_answers;
		     a++)
			add_reason(search, (struct reason){
				.profile = &pack->profiles[i], .answer = a });
	qsort(search->reasons, search->count, sizeof *search->reasons,
	      compare_reasons);
}

/* Who can have it, and more often than others. */
static void say_who(struct search *search)
{
	const struct pack *pack = search->pack;
	const struct target *condition = search->condition;

	if (condition->needs != NULL)
		guess_want(search->guess, condition->needs, true);
	if (condition->below_when != NULL)
		guess_want(search->guess, condition->below_when, false);
	for (size_t i = 0; i < pack->n_strata; i++) {
		double times = pack->strata[i].multipliers[condition->index];

		if (times != 1)
			guess_want(search->guess, pack->strata[i].when,
				   times > 1);
	}
}

static void say_reasons(struct search *search)
{
	for (size_t i = 0; i < search->count; i++) {
		const struct reason *reason = &search->reasons[i];

		if (reason->profile != NULL)
			guess_answer(search->guess, reason->profile->question,
				     reason->answer);
		else
			guess_finding(search->guess, reason->finding,
				      reason->present);
	}
}

/* Whoever is above it counts more in the next round. */
static bool is_first(struct search *search, const struct answers *answers)
{
	struct assessment *seen = assess(search->pack, answers);
	size_t place = 0;

	while (seen->scored[place].target != search->condition)
		search->rivals[seen->scored[place++].target->index] += 4;
	if (!seen->scored[place].ruled_out &&
	    place + 1 < search->best_place) {
		search->best_place = place + 1;
		search->best_probability = seen->scored[place].probability;
	}
	place += seen->scored[place].ruled_out;
	assessment_free(&seen);
	return place == 0;
}

static struct answers *try_round(struct search *search, size_t round)
{
	struct answers *answers;

	guess_begin(search->guess, ROLE_PHYSIO, round);
	find_reasons(search);
	if (round % 2 == 0)
		say_who(search);
	say_reasons(search);
	answers = guess_answers(search->guess, GUESS_NOTHING);
	if (!is_first(search, answers))
		answers_free(&answers);
	return answers;
}

static struct answers *look_for(struct search *search,
				const struct target *condition)
{
	struct answers *answers = NULL;

	search->condition = condition;
	search->best_place = search->pack->n_conditions + 1;
	for (size_t c = 0; c < search->pack->n_conditions; c++)
		search->rivals[c] = 1.0 / (double)search->pack->n_conditions;
	for (size_t round = 0; round < ROUNDS && answers == NULL; round++)
		answers = try_round(search, round);
	return answers;
}

static size_t most_reasons(const struct pack *pack)
{
	size_t most = 2 * pack->n_findings + 1;

	for (size_t i = 0; i < pack->n_profiles; i++)
		most += pack->profiles[i].question->n_answers;
	return most;
}

static struct search begin(const struct pack *pack, const struct cells *cells)
{
	return (struct search){
		.pack = pack, .guess = guess_new(pack, cells),
		.rivals = xcalloc(pack->n_conditions + 1, sizeof(double)),
		.reasons = xcalloc(most_reasons(pack), sizeof(struct reason)),
	};
}

static void end(struct search *search)
{
	guess_free(&search->guess);
	free(search->rivals);
	free(search->reasons);
}

struct answers *first_witness(const struct pack *pack,
			      const struct target *condition)
{
	struct cells *cells = cells_new(pack);
	struct search search = begin(pack, cells);
	struct answers *answers = look_for(&search, condition);

	end(&search);
	cells_free(&cells, pack);
	return answers;
}

void first_notes(const struct pack *pack, struct error_list *notes)
{
	struct cells *cells = cells_new(pack);
	struct search search = begin(pack, cells);

	for (size_t c = 0; c < pack->n_conditions; c++) {
		const struct target *condition = &pack->targets[c];
		struct answers *answers = look_for(&search, condition);

		if (answers == NULL && search.best_place > pack->n_conditions)
			error_list_add(notes, condition->place.file,
				       condition->place.line,
				       _("no answers were found that rank %s at all; look at its needs and its strata"),
				       condition->id);
		else if (answers == NULL)
			error_list_add(notes, condition->place.file,
				       condition->place.line,
				       _("no answers were found that rank %s first; at best it was number %zu with %.0f percent, so look at its evidence"),
				       condition->id, search.best_place,
				       search.best_probability * 100);
		answers_free(&answers);
	}
	end(&search);
	cells_free(&cells, pack);
}
