/*
 * Which single answer would change the result.  Each one named was tried: the
 * answers with it were assessed anew.
 *
 * Open questions come first, the most telling between the first two causes
 * before the others; where none of them would, answers that were given are
 * tried the other way.  A person reads of those only signs of danger that may
 * begin: nobody can change an age, a spot or a beginning.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "assess/assess.h"
#include "assess/score.h"

/* Which answers are tried, one round after the other. */
enum round {
	ROUND_OPEN,		/* not known yet */
	ROUND_GIVEN,		/* known, and no sign of danger */
	ROUND_SAFETY,		/* signs of danger, as if more of them held */
};
#define N_ROUNDS 3

struct candidate {
	const struct question *question;
	double weight;		/* between the first two causes, ln */
};

struct trial {
	const struct assessment *now;
	const struct answers *answers;
	struct change *out;
	size_t most, count, tried;
};

static const struct target *first_cause(const struct assessment *assessment)
{
	return assessment->n_scored == 0 || assessment->scored[0].ruled_out ?
	       NULL : assessment->scored[0].target;
}

/* How much finding weighs between the two likeliest, present or absent. */
static double weight_of(const struct assessment *now,
			const struct finding *finding)
{
	double most = 0;

	if (now->n_scored < 2 || finding->n_evidence == 0)
		return 0;
	for (int present = 0; present < 2; present++) {
		struct known known = { .finding = finding,
				       .present = present == 1 };
		double one = score_ratio(now->pack, &known,
					 now->scored[0].target);
		double other = score_ratio(now->pack, &known,
					   now->scored[1].target);

		most = fmax(most, fabs(log(one / other)));
	}
	return most;
}

struct weighing {
	struct candidate *candidates;	/* by question index */
	double weight;
};

static void weigh(void *data, const struct question *question)
{
	struct weighing *weighing = data;
	struct candidate *candidate = &weighing->candidates[question->index];

	candidate->weight = fmax(candidate->weight, weighing->weight);
}

/* A rule that does not fire yet may: what it reads is worth a trial too. */
static void weigh_all(struct candidate *candidates, const struct trial *trial)
{
	const struct pack *pack = trial->now->pack;
	struct weighing weighing = { .candidates = candidates };

	for (size_t i = 0; i < pack->n_questions; i++)
		candidates[i].question = &pack->questions[i];
	for (size_t i = 0; i < pack->n_findings; i++) {
		weighing.weight = weight_of(trial->now, &pack->findings[i]);
		pack_walk_questions(pack, pack->findings[i].when, weigh,
				    &weighing);
	}
	weighing.weight = 1;
	for (size_t i = 0; i < pack->n_rules; i++)
		if (pack->rules[i].urgency > trial->now->urgency)
			pack_walk_questions(pack, pack->rules[i].when, weigh,
					    &weighing);
}

static int compare_candidates(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return a->question->index < b->question->index ? -1 : 1;
}

static bool has_one_choice(const struct question *question)
{
	return question->type == QUESTION_SINGLE ||
	       question->type == QUESTION_TIMED ||
	       (question->type == QUESTION_SITE && !question->multiple);
}

static bool belongs(const struct trial *trial, const struct question *question,
		    enum round round)
{
	enum answer_state state = answers_get(trial->answers, question)->state;

	if (!has_one_choice(question) || state == ANSWER_NA ||
	    !answers_applies(trial->answers, question))
		return false;
	if (round == ROUND_OPEN)
		return state != ANSWER_VALUE &&
		       !answers_held_back(trial->answers, question);
	if (round == ROUND_GIVEN && trial->now->role != ROLE_PHYSIO)
		return false;
	return state == ANSWER_VALUE &&
	       question->part->safety == (round == ROUND_SAFETY);
}

/*
 * To a person nothing is named that would make it less urgent: no sign of
 * danger is to be taken back for a better result.
 */
static bool is_worth_naming(const struct trial *trial,
			    const struct question *question,
			    const struct assessment *then)
{
	const struct assessment *now = trial->now;
	bool other = first_cause(then) != NULL &&
		     first_cause(then) != first_cause(now) &&
		     then->match != MATCH_TOO_LITTLE;

	if (then->scope != now->scope)
		return false;
	if (now->role == ROLE_PHYSIO)
		return then->urgency != now->urgency || other;
	if (answers_get(trial->answers, question)->state == ANSWER_VALUE)
		return then->urgency > now->urgency &&
		       then->urgency == URGENCY_EMERGENCY;
	return then->urgency > now->urgency ||
	       (then->urgency == now->urgency && other &&
		!question->part->safety);
}

/* Whether that answer would change the result; notes it if so. */
static bool try_answer(struct trial *trial, const struct question *question,
		       size_t answer)
{
	struct value value = { .state = ANSWER_VALUE,
			       .choices = UINT64_C(1) << answer };
	struct answers *answers = answers_copy(trial->answers);
	struct assessment *then = NULL;
	struct error err;
	bool worth = false;

	trial->tried++;
	if (answers_set(answers, question, &value, &err) == 0) {
		then = assess(trial->now->pack, answers);
		worth = is_worth_naming(trial, question, then);
	}
	if (worth)
		trial->out[trial->count++] = (struct change){
			.question = question, .answer = answer,
			.given = answers_get(trial->answers,
					     question)->state == ANSWER_VALUE,
			.urgency = then->urgency, .first = first_cause(then),
		};
	assessment_free(&then);
	answers_free(&answers);
	return worth;
}

static bool is_said(const struct trial *trial,
		    const struct question *question, size_t answer)
{
	const struct value *value = answers_get(trial->answers, question);

	return value->state == ANSWER_VALUE && (value->choices >> answer & 1);
}

/* Of two changes by one question the more urgent stays, else the first. */
static void keep_one(struct trial *trial, size_t at)
{
	if (trial->count < at + 2)
		return;
	if (trial->out[at + 1].urgency > trial->out[at].urgency)
		trial->out[at] = trial->out[at + 1];
	trial->count = at + 1;
}

/* One line a question. */
static void try_question(struct trial *trial, const struct question *question)
{
	size_t at = trial->count;

	for (size_t i = 0; i < question->n_answers; i++) {
		if (trial->count == trial->most ||
		    trial->tried == CHANGES_TRIED)
			return;
		if (question->answers[i].state == ANSWER_VALUE &&
		    !is_said(trial, question, i) &&
		    try_answer(trial, question, i) &&
		    trial->now->role != ROLE_PHYSIO)
			return;
		keep_one(trial, at);
	}
}

size_t assess_changes(struct change *out, size_t most,
		      const struct assessment *now,
		      const struct answers *answers)
{
	struct trial trial = { .now = now, .answers = answers, .out = out,
			       .most = most };
	const struct pack *pack = now->pack;
	struct candidate *candidates = xcalloc(pack->n_questions + 1,
					       sizeof *candidates);

	weigh_all(candidates, &trial);
	qsort(candidates, pack->n_questions, sizeof *candidates,
	      compare_candidates);
	for (int round = 0; round < N_ROUNDS && trial.count == 0; round++) {
		trial.tried = 0;
		for (size_t i = 0; i < pack->n_questions; i++)
			if (belongs(&trial, candidates[i].question,
				    (enum round)round))
				try_question(&trial, candidates[i].question);
	}
	free(candidates);
	return trial.count;
}
