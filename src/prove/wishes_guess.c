/* Wishes seen in answers that are guessed: most come true in few rounds. */
#include "config.h"

#include "prove/wishes.h"

#include "assess/assess.h"
#include "prove/guess.h"

#define IDLE_ROUNDS 8

static enum tri signed_truth(const struct wish *wish, bool negated,
			     const struct answers *answers)
{
	enum tri truth = expr_eval(wish->expr, answers, wish->reading);

	return negated ? tri_not(truth) : truth;
}

static bool is_so(const struct wish *wish, const struct answers *answers)
{
	switch (wish->kind) {
	case WISH_ASKED:
		return answers_applies(answers, wish->question);
	case WISH_TRUE:
		return signed_truth(wish, false, answers) == TRI_TRUE;
	case WISH_NOT_TRUE:
		return signed_truth(wish, false, answers) != TRI_TRUE;
	case WISH_NOT_FALSE:
		return signed_truth(wish, false, answers) != TRI_FALSE;
	case WISH_SELF_CARE:
		return urgency_by_rules(answers_pack(answers), answers,
					READ_ASSUMED, NULL) ==
		       URGENCY_SELF_CARE;
	case WISH_BRANCH:
		break;
	}
	return false;
}

/*
 * In a strict chain, one branch alone is true, or alone is not false where
 * unknown and false are not the same: without it the whole would be another.
 */
static void look_at_chain(struct wishes *wishes, const struct chain *chain,
			  const struct answers *answers)
{
	struct wish *wish = &wishes->wish[chain->first];
	size_t sure = 0, possible = 0, a = 0, b = 0;

	for (size_t i = 0; i < chain->count; i++) {
		enum tri truth = signed_truth(&wish[i], chain->negated,
					      answers);

		if (truth == TRI_TRUE) {
			wish[i].seen |= !chain->strict;
			sure++;
			a = i;
		}
		if (truth != TRI_FALSE) {
			possible++;
			b = i;
		}
	}
	if (!chain->strict)
		return;
	if (sure == 1)
		wish[a].seen = true;
	if (possible == 1 && wish[b].reading == READ_AS_IS)
		wish[b].seen = true;
}

static bool is_all_seen(const struct wishes *wishes, const struct chain *chain)
{
	for (size_t i = 0; i < chain->count; i++)
		if (!wishes->wish[chain->first + i].seen)
			return false;
	return true;
}

/* Returns how many are still open. */
static size_t look(struct wishes *wishes, const struct answers *answers)
{
	size_t open = 0;

	for (size_t i = 0; i < wishes->n_chains; i++)
		if (!is_all_seen(wishes, &wishes->chains[i]))
			look_at_chain(wishes, &wishes->chains[i], answers);
	for (size_t i = 0; i < wishes->count; i++) {
		struct wish *wish = &wishes->wish[i];

		if (!wish->seen)
			wish->seen = is_so(wish, answers);
		open += !wish->seen;
	}
	return open;
}

static void guess_branch(const struct wishes *wishes, struct guess *guess,
			 const struct wish *wish)
{
	const struct chain *chain = &wishes->chains[wish->chain];
	size_t own = (size_t)(wish - wishes->wish) - chain->first;

	if (!guess_want(guess, wish->expr, !chain->negated))
		return;
	for (size_t i = 0; i < chain->count && chain->strict; i++)
		if (i != own)
			guess_want(guess, wishes->wish[chain->first + i].expr,
				   chain->negated);
}

static void guess_wish(const struct wishes *wishes, struct guess *guess,
		       const struct wish *wish)
{
	switch (wish->kind) {
	case WISH_ASKED:
		guess_asked(guess, wish->question);
		break;
	case WISH_BRANCH:
		guess_branch(wishes, guess, wish);
		break;
	case WISH_NOT_TRUE:
		guess_want(guess, wish->expr, false);
		break;
	case WISH_TRUE:
	case WISH_NOT_FALSE:
	case WISH_SELF_CARE:
		guess_want(guess, wish->expr, true);
		break;
	}
}

/*
 * As many open wishes as go together; each round begins elsewhere,
 * and every other goes backwards.
 */
static size_t guess_round(struct wishes *wishes, struct guess *guess,
			  size_t round)
{
	static const enum guess_rest rests[] = {
		GUESS_HARMLESS, GUESS_ANY, GUESS_NOTHING,
	};
	size_t first = round * 7919 % wishes->count, open;
	struct answers *answers;

	guess_begin(guess, round / 2 % 2 == 0 ? ROLE_PHYSIO : ROLE_PATIENT,
		    round);
	for (size_t i = 0; i < wishes->count; i++) {
		size_t at = round % 2 == 0 ? i : wishes->count - 1 - i;
		struct wish *wish = &wishes->wish[(first + at) %
						  wishes->count];

		if (!wish->seen)
			guess_wish(wishes, guess, wish);
	}
	answers = guess_answers(guess, rests[round % 3]);
	open = look(wishes, answers);
	answers_free(&answers);
	return open;
}

size_t wishes_guess(struct wishes *wishes)
{
	struct guess *guess = guess_new(wishes->pack, wishes->person->cells);
	size_t open = wishes->count, idle = 0;

	for (size_t round = 0; open > 0 && idle < IDLE_ROUNDS; round++) {
		size_t now = guess_round(wishes, guess, round);

		idle = now < open ? 0 : idle + 1;
		open = now;
	}
	guess_free(&guess);
	return open;
}
