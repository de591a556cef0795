#include "config.h"

#include "prove/prove.h"

#include <stdlib.h>

#include "base/error.h"
#include "prove/alike.h"
#include "prove/cells.h"
#include "prove/gated.h"
#include "prove/monotone.h"
#include "prove/near.h"
#include "prove/pair.h"
#include "prove/person.h"
#include "prove/reach.h"
#include "prove/sat.h"
#include "prove/story.h"

/* What is found */

static struct refuted *add_refuted(struct proof *proof, enum claim_kind kind)
{
	proof->refuted = xrealloc(proof->refuted, proof->n_refuted + 1,
				  sizeof *proof->refuted);
	proof->refuted[proof->n_refuted] = (struct refuted){ .kind = kind };
	return &proof->refuted[proof->n_refuted++];
}

/*
 * Tries the claim that the query has no solution.  One that has is shown by
 * an interview that was finished, if there is one.
 */
static struct refuted *try_claim(struct proof *proof, struct story *story,
				 enum claim_kind kind,
				 const struct query *query)
{
	struct query finished = *query;
	struct refuted *refuted;

	proof->n_claims++;
	if (!query_solve(query, story->person->sat))
		return NULL;
	refuted = add_refuted(proof, kind);
	query_add(&finished, story->person->complete);
	refuted->unfinished = !query_solve(&finished, story->person->sat);
	story_shorten(story, refuted->unfinished ? query : &finished);
	refuted->answers = person_answers(story->person);
	return refuted;
}

/* Claims about one person */

/* What an invariant promises, or what holds of each question. */
struct claim {
	enum claim_kind kind;
	const struct invariant *invariant;
	const struct question *question;
	int where;			/* only where this holds, and only */
	int broken;			/* where this does too, it is broken */
	bool seen;			/* some solution breaks it */
};

struct claims {
	struct claim *claim;
	size_t count;
	/* by level: urgency-by-rules is lower; and the interview finished */
	int low[N_URGENCIES], finished[N_URGENCIES];
};

static struct claims begin_claims(struct person *person)
{
	struct claims claims = { .count = 0 };

	for (int level = 0; level < N_URGENCIES; level++) {
		claims.low[level] = -person->at_least[level];
		claims.finished[level] = sat_and(person->sat,
						 claims.low[level],
						 person->complete);
	}
	return claims;
}

static void add_claim(struct claims *claims, struct claim claim)
{
	claims->claim = xrealloc(claims->claim, claims->count + 1,
				 sizeof *claims->claim);
	claims->claim[claims->count++] = claim;
}

static void add_promises(struct claims *claims, struct person *person,
			 const struct invariant *invariant)
{
	int given = sat_true(person->sat);

	if (invariant->given != NULL)
		given = person_truth(person, invariant->given, READ_AS_IS).yes;
	if (invariant->n_asks == 0)
		add_claim(claims, (struct claim){
			.kind = CLAIM_INVARIANT, .invariant = invariant,
			.where = claims->low[invariant->at_least],
			.broken = given,
		});
	for (size_t i = 0; i < invariant->n_asks; i++) {
		const struct question *question = invariant->asks[i];
		int asked = person->asked[question->index].applies;

		add_claim(claims, (struct claim){
			.kind = CLAIM_ASKS, .invariant = invariant,
			.question = question,
			.where = claims->finished[invariant->at_least],
			.broken = sat_and(person->sat, given, -asked),
		});
	}
}

/* One that is asked of everybody has nothing to be proved. */
static void add_gates(struct claims *claims, struct person *person,
		      const bool *settled)
{
	const struct pack *pack = person->pack;
	struct gated *gated = gated_new(person);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (!gated_is(question))
			continue;
		add_claim(claims, (struct claim){
			.kind = CLAIM_GATED, .question = question,
			.where = claims->finished[ESCALATED],
			.broken = settled[i] ? -sat_true(person->sat)
				: gated_in_doubt(gated, question),
		});
	}
	gated_free(&gated);
}

/*
 * Marks what some solution breaks, by asking for all at once: a problem as
 * large as the pack is solved as often as promises break, and once more.
 * Claims of one level go together: that no rule of it fires touches the
 * whole pack, and is worked out once for all.
 */
static void mark_broken(struct claims *claims, struct sat *sat, int where)
{
	int *open = xcalloc(claims->count + 1, sizeof *open);
	bool any = true;

	while (any) {
		size_t left = 0;

		for (size_t i = 0; i < claims->count; i++)
			if (!claims->claim[i].seen &&
			    claims->claim[i].where == where)
				open[left++] = claims->claim[i].broken;
		any = left > 0 && sat_solve_any(sat, open, left, where);
		for (size_t i = 0; i < claims->count && any; i++)
			if (claims->claim[i].where == where)
				claims->claim[i].seen |=
					sat_holds(sat, claims->claim[i].broken);
	}
	free(open);
}

static void show_broken(struct proof *proof, struct story *story,
			const struct claim *claim)
{
	struct query query = { .count = 0 };
	struct refuted *refuted;

	query_add(&query, claim->where);
	query_add(&query, claim->broken);
	refuted = try_claim(proof, story, claim->kind, &query);
	refuted->invariant = claim->invariant;
	refuted->question = claim->question;
}

static void try_promises(struct proof *proof, struct story *story,
			 const bool *settled)
{
	const struct pack *pack = story->person->pack;
	struct claims claims = begin_claims(story->person);

	for (size_t i = 0; i < pack->n_invariants; i++)
		add_promises(&claims, story->person, &pack->invariants[i]);
	add_gates(&claims, story->person, settled);
	for (int level = 0; level < N_URGENCIES; level++) {
		mark_broken(&claims, story->person->sat, claims.low[level]);
		mark_broken(&claims, story->person->sat,
			    claims.finished[level]);
	}
	for (size_t i = 0; i < claims.count; i++)
		if (claims.claim[i].seen)
			show_broken(proof, story, &claims.claim[i]);
		else
			proof->n_claims++;
	free(claims.claim);
}

/* Some safety question is not sure, or open though it applies. */
static void try_unsure(struct proof *proof, struct story *story)
{
	struct person *person = story->person;
	const struct pack *pack = person->pack;
	int *open = xcalloc(2 * pack->n_questions + 1, sizeof *open);
	struct query query = { .count = 0 };
	size_t count = 0;

	for (size_t i = 0; i < pack->n_questions; i++) {
		if (!pack->questions[i].part->safety)
			continue;
		open[count++] = person->asked[i].unsure;
		open[count++] = person->asked[i].nothing;
	}
	query_add(&query, sat_any(person->sat, open, count));
	query_add(&query, -person->at_least[URGENCY_ROUTINE]);
	try_claim(proof, story, CLAIM_UNSURE, &query);
	free(open);
}

/* Claims about two */

/* Exactly one of these differs; the literal: the level then falls. */
static int bind_pair(struct pair *pair, const struct index_list *open)
{
	const struct pack *pack = pair->person->pack;
	struct sat *sat = pair->person->sat;
	int *one = xcalloc(open->count, sizeof *one);
	int falls[N_URGENCIES];

	for (size_t i = 0; i < open->count; i++)
		one[i] = pair->differs[open->index[i]] = sat_literal(sat);
	for (size_t i = 0; i < pack->n_questions; i++)
		pair_bind(pair, &pack->questions[i]);
	sat_exactly_one(sat, one, open->count);
	sat_implies(sat, pair->person->physio, pair->worse->physio);
	sat_implies(sat, pair->worse->physio, pair->person->physio);
	alike_tell(pair->person, pair->worse, pair->differs);
	for (int level = 0; level < N_URGENCIES; level++)
		falls[level] = sat_and(sat, pair->person->at_least[level],
				       -pair->worse->at_least[level]);
	free(one);
	return sat_any(sat, falls, N_URGENCIES);
}

static const struct question *differing(const struct pair *pair,
					const struct index_list *open)
{
	for (size_t i = 0; i < open->count; i++)
		if (sat_holds(pair->person->sat, pair->differs[open->index[i]]))
			return &pair->person->pack->questions[open->index[i]];
	return NULL;
}

/* One refutation a question; then the others are tried. */
static void try_pair(struct proof *proof, struct pair *pair,
		     const struct index_list *open)
{
	struct story story = { .person = pair->worse };
	struct query query = { .count = 0 };
	struct refuted *refuted;

	query_add(&query, bind_pair(pair, open));
	while ((refuted = try_claim(proof, &story, CLAIM_MONOTONE,
				    &query)) != NULL) {
		refuted->worse = refuted->answers;
		refuted->answers = person_answers(pair->person);
		refuted->question = differing(pair, open);
		sat_clause(pair->person->sat, (const int[]){
			-pair->differs[refuted->question->index] }, 1);
	}
	story_done(&story);
}

/* Questions that small problems leave open are tried with the whole pack. */
static void try_monotone(struct proof *proof, struct person *person,
			 const struct index_list *open)
{
	const struct pack *pack = person->pack;
	struct pair pair = { .person = person };

	if (open->count == 0) {
		proof->n_claims++;
		return;
	}
	pair.worse = person_new(person->sat, pack, person->cells);
	pair.differs = xcalloc(pack->n_questions, sizeof *pair.differs);
	try_pair(proof, &pair, open);
	person_free(&pair.worse);
	free(pair.differs);
}

struct proof *prove(const struct pack *pack, struct error_list *unreachable)
{
	struct proof *proof = xcalloc(1, sizeof *proof);
	struct cells *cells = cells_new(pack);
	/* before the large problem takes its memory */
	struct index_list open = monotone_open(pack, cells);
	bool *settled = near_settled(pack, cells);
	struct sat *sat = sat_new();
	struct person *person = person_new(sat, pack, cells);
	struct story story = { .person = person };

	try_promises(proof, &story, settled);
	try_unsure(proof, &story);
	story_done(&story);
	reach_faults(person, unreachable);
	try_monotone(proof, person, &open);
	proof->literals = sat_literals(sat);
	proof->clauses = sat_clauses(sat);
	person_free(&person);
	sat_free(&sat);
	free(open.index);
	free(settled);
	cells_free(&cells, pack);
	return proof;
}

void proof_free(struct proof **proof)
{
	if (*proof == NULL)
		return;
	for (size_t i = 0; i < (*proof)->n_refuted; i++) {
		answers_free(&(*proof)->refuted[i].answers);
		answers_free(&(*proof)->refuted[i].worse);
	}
	free((*proof)->refuted);
	free(*proof);
	*proof = NULL;
}
