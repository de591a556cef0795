/*
 * The prover against brute force: random small packs, of which every set of
 * answers is tried one by one.  Both must agree on each claim, and answers
 * that the prover shows must break the promise when they are assessed.  A
 * question that is taken for closed for sure must be closed to everybody
 * who says the same wherever something is known.
 *
 * Usage: prover [PACKS [SEED]]; TAP.
 */
#include "config.h"

#include "prove/covered.h"
#include "prove/prove.h"
#include "gates.h"
#include "small.h"

/* The same claims, set by set */

static bool is_below(const struct answers *answers, enum urgency level,
		     const struct invariant *invariant)
{
	return level < invariant->at_least &&
	       (invariant->given == NULL ||
		expr_eval(invariant->given, answers, READ_AS_IS) == TRI_TRUE);
}

/* Some safety question that applies has no answer. */
static bool is_unfinished(const struct answers *answers)
{
	const struct pack *pack = answers_pack(answers);

	for (size_t i = 0; i < pack->n_questions; i++)
		if (pack->questions[i].part->safety &&
		    answers_get(answers, &pack->questions[i])->state ==
		    ANSWER_NOTHING)
			return true;
	return false;
}

/* Of one that asks, the question that it asks. */
static const struct question *asked_by(const struct invariant *invariant)
{
	return invariant->n_asks > 0 ? invariant->asks[0] : NULL;
}

static bool breaks_invariant(const struct sets *sets,
			     const struct invariant *invariant)
{
	const struct question *asked = asked_by(invariant);

	for (size_t i = 0; i < sets->count; i++)
		if (is_below(sets->answers[i], sets->urgency[i], invariant) &&
		    (asked == NULL ||
		     (!answers_applies(sets->answers[i], asked) &&
		      !is_unfinished(sets->answers[i]))))
			return true;
	return false;
}

static bool is_open(const struct answers *answers)
{
	const struct pack *pack = answers_pack(answers);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		enum answer_state state = answers_get(answers,
						      question)->state;

		if (question->part->safety &&
		    (state == ANSWER_UNSURE || state == ANSWER_NOTHING))
			return true;
	}
	return false;
}

static bool breaks_unsure(const struct sets *sets)
{
	for (size_t i = 0; i < sets->count; i++)
		if (sets->urgency[i] == URGENCY_SELF_CARE &&
		    is_open(sets->answers[i]))
			return true;
	return false;
}

static bool says(const struct answers *answers,
		 const struct question *question, size_t answer)
{
	struct value value = choice_of(question, answer);

	return answers_applies(answers, question) &&
	       value_equal(answers_get(answers, question), &value);
}

/* What one says of a question, the other says where it may be asked. */
static bool carries_over(const struct answers *one,
			 const struct answers *other,
			 const struct question *question)
{
	return !answers_given(one, question) ||
	       !may_be_asked(other, question) ||
	       value_equal(answers_get(one, question),
			   answers_get(other, question));
}

/* Of every other question both say the same, as far as both can. */
static bool else_alike(const struct answers *one, const struct answers *other,
		       const struct question *differs)
{
	const struct pack *pack = answers_pack(one);

	if (answers_role(one) != answers_role(other))
		return false;
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (question != differs &&
		    (!carries_over(one, other, question) ||
		     !carries_over(other, one, question)))
			return false;
	}
	return true;
}

static bool falls(const struct sets *sets, size_t one, size_t other,
		  const struct question *question)
{
	if (sets->urgency[other] >= sets->urgency[one])
		return false;
	for (size_t i = 0; i + 1 < question->n_severity; i++)
		if (says(sets->answers[one], question,
			 question->severity[i]) &&
		    says(sets->answers[other], question,
			 question->severity[i + 1]))
			return else_alike(sets->answers[one],
					  sets->answers[other], question);
	return false;
}

static bool breaks_monotony(const struct sets *sets,
			    const struct question *question)
{
	if (question->n_severity == 0)
		return false;
	for (size_t i = 0; i < sets->count; i++)
		for (size_t j = 0; j < sets->count; j++)
			if (falls(sets, i, j, question))
				return true;
	return false;
}

static bool breaks_gate(const struct sets *sets,
			const struct question *question)
{
	for (size_t i = 0; i < sets->count; i++)
		if (sets->urgency[i] < ESCALATED &&
		    !is_unfinished(sets->answers[i]) &&
		    is_left_in_doubt(sets->answers[i], question))
			return true;
	return false;
}

/* Nothing was said that not-if held back. */
static bool is_as_offered(const struct answers *answers)
{
	const struct pack *pack = answers_pack(answers);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (question->not_if != NULL &&
		    answers_given(answers, question) &&
		    expr_eval(question->not_if, answers, READ_AS_IS) !=
		    TRI_FALSE)
			return false;
	}
	return true;
}

/* What one knows, the other says too. */
static bool knows_more(const struct answers *one, const struct answers *other)
{
	const struct pack *pack = answers_pack(one);

	if (answers_role(one) != answers_role(other))
		return false;
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		enum answer_state state = answers_get(one, question)->state;

		if (answers_applies(one, question) &&
		    (state == ANSWER_VALUE || state == ANSWER_NA) &&
		    (!answers_applies(other, question) ||
		     !value_equal(answers_get(one, question),
				  answers_get(other, question))))
			return false;
	}
	return true;
}

/* Closed for sure to one, and asked of another who only knows more. */
static bool opens_after_all(const struct sets *sets,
			    const struct question *question)
{
	for (size_t i = 0; i < sets->count; i++) {
		if (!is_closed_for_sure(sets->answers[i], question))
			continue;
		for (size_t j = 0; j < sets->count; j++)
			if (answers_applies(sets->answers[j], question) &&
			    knows_more(sets->answers[i], sets->answers[j]) &&
			    is_as_offered(sets->answers[i]) &&
			    is_as_offered(sets->answers[j]))
				return true;
	}
	return false;
}

static bool fires(const struct answers *answers, const struct rule *rule)
{
	return expr_eval(rule->when, answers, READ_ASSUMED) == TRI_TRUE;
}

static bool fires_alone(const struct answers *answers, const struct rule *rule)
{
	const struct pack *pack = answers_pack(answers);

	if (!fires(answers, rule))
		return false;
	for (size_t i = 0; i < pack->n_rules; i++)
		if (&pack->rules[i] != rule &&
		    pack->rules[i].urgency >= rule->urgency &&
		    fires(answers, &pack->rules[i]))
			return false;
	return true;
}

/* It fires, and nowhere decides the level. */
static bool is_covered(const struct sets *sets, const struct rule *rule)
{
	bool some = false;

	for (size_t i = 0; i < sets->count; i++) {
		if (fires_alone(sets->answers[i], rule))
			return false;
		some |= fires(sets->answers[i], rule);
	}
	return some;
}

/* The prover's verdicts */

static const struct refuted *find(const struct proof *proof,
				  enum claim_kind kind, const void *about)
{
	for (size_t i = 0; i < proof->n_refuted; i++) {
		const struct refuted *refuted = &proof->refuted[i];

		if (refuted->kind == kind &&
		    (kind == CLAIM_UNSURE || refuted->invariant == about ||
		     refuted->question == about))
			return refuted;
	}
	return NULL;
}

/* Answers that the prover shows must be as it says. */
static bool shows(const struct refuted *refuted)
{
	const struct pack *pack = answers_pack(refuted->answers);
	enum urgency level = urgency_by_rules(pack, refuted->answers,
					      READ_ASSUMED, NULL);

	switch (refuted->kind) {
	case CLAIM_INVARIANT:
		return is_below(refuted->answers, level, refuted->invariant);
	case CLAIM_ASKS:
		return is_below(refuted->answers, level, refuted->invariant) &&
		       !is_unfinished(refuted->answers) &&
		       !answers_applies(refuted->answers, refuted->question);
	case CLAIM_UNSURE:
		return level == URGENCY_SELF_CARE && is_open(refuted->answers);
	case CLAIM_GATED:
		return level < ESCALATED && !is_unfinished(refuted->answers) &&
		       is_left_in_doubt(refuted->answers, refuted->question);
	case CLAIM_MONOTONE:
		break;
	}
	return urgency_by_rules(pack, refuted->worse, READ_ASSUMED,
				NULL) < level &&
	       else_alike(refuted->answers, refuted->worse, refuted->question);
}

struct tally {
	size_t claims, broken, wrong;
	size_t gates, left_out;		/* of them: questions with conditions */
	size_t opened;			/* closed for sure, and yet asked */
	size_t rules, covered, misnoted;	/* that never decide the level */
};

static void compare(struct tally *tally, const struct refuted *refuted,
		    bool broken)
{
	tally->claims++;
	tally->broken += broken;
	tally->wrong += (refuted != NULL) != broken ||
			(refuted != NULL && !shows(refuted));
}

static void compare_gates(struct tally *tally, const struct proof *proof,
			  const struct pack *pack, const struct sets *sets)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		bool broken;

		if (!question->part->safety)
			continue;
		broken = breaks_gate(sets, question);
		compare(tally, find(proof, CLAIM_GATED, question), broken);
		tally->gates++;
		tally->left_out += broken;
		tally->opened += opens_after_all(sets, question);
	}
}

static void compare_all(struct tally *tally, const struct proof *proof,
			const struct pack *pack, const struct sets *sets)
{
	for (size_t i = 0; i < pack->n_invariants; i++)
		compare(tally, find(proof, pack->invariants[i].n_asks > 0
				    ? CLAIM_ASKS : CLAIM_INVARIANT,
				    &pack->invariants[i]),
			breaks_invariant(sets, &pack->invariants[i]));
	compare(tally, find(proof, CLAIM_UNSURE, NULL), breaks_unsure(sets));
	for (size_t i = 0; i < pack->n_questions; i++)
		compare(tally, find(proof, CLAIM_MONOTONE,
				    &pack->questions[i]),
			breaks_monotony(sets, &pack->questions[i]));
	compare_gates(tally, proof, pack, sets);
}

static bool is_noted(const struct error_list *notes, const struct rule *rule)
{
	for (size_t i = 0; i < notes->count; i++)
		if (notes->errors[i].line == rule->place.line)
			return true;
	return false;
}

static void compare_rules(struct tally *tally, const struct pack *pack,
			  const struct sets *sets)
{
	struct error_list notes = { 0 };

	covered_notes(pack, &notes);
	for (size_t i = 0; i < pack->n_rules; i++) {
		bool covered = is_covered(sets, &pack->rules[i]);

		tally->rules++;
		tally->covered += covered;
		tally->misnoted += is_noted(&notes, &pack->rules[i]) !=
				   covered;
	}
	error_list_done(&notes);
}

static void try_pack(struct tally *tally)
{
	static struct sets sets;
	struct error_list unreachable = { 0 };
	struct pack *pack = random_pack();
	struct cells *cells = cells_new(pack);
	struct proof *proof = prove(pack, &unreachable);

	enumerate_all(&sets, pack, cells);
	compare_all(tally, proof, pack, &sets);
	compare_rules(tally, pack, &sets);
	sets_done(&sets);
	proof_free(&proof);
	cells_free(&cells, pack);
	error_list_done(&unreachable);
	pack_free(&pack);
}

int main(int argc, char **argv)
{
	size_t packs = soak_count(argc, argv, 500);
	struct tally tally = { 0 };

	for (size_t i = 0; i < packs; i++)
		try_pack(&tally);
	printf("1..5\n");
	printf("%sok 1 - on %zu random packs the prover agrees with brute force\n",
	       tally.wrong == 0 ? "" : "not ", packs);
	printf("%sok 2 - some of their claims hold and some do not\n",
	       tally.broken > 0 && tally.broken < tally.claims ? "" : "not ");
	printf("%sok 3 - some safety questions are left out by what nobody knows, and some are not\n",
	       tally.left_out > 0 && tally.left_out < tally.gates ? "" : "not ");
	printf("%sok 4 - what is closed for sure is asked of nobody who knows more\n",
	       tally.opened == 0 ? "" : "not ");
	printf("%sok 5 - the rules that never decide the level are those that are noted\n",
	       tally.misnoted == 0 && tally.covered > 0 &&
	       tally.covered < tally.rules ? "" : "not ");
	printf("# %zu of %zu rules never decide\n", tally.covered, tally.rules);
	printf("# %zu claims, %zu broken, %zu judged wrongly\n", tally.claims,
	       tally.broken, tally.wrong);
	printf("# %zu of %zu safety questions left out\n", tally.left_out,
	       tally.gates);
	return tally.wrong != 0 || tally.opened != 0 || tally.misnoted != 0;
}
