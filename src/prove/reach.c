#include "config.h"

#include "prove/reach.h"

#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/i18n.h"
#include "prove/guess.h"
#include "prove/idle.h"

/* What must be possible. */
enum wish_kind {
	WISH_ASKED,		/* `question` applies */
	WISH_TRUE,
	WISH_NOT_TRUE,
	WISH_NOT_FALSE,
	WISH_BRANCH,		/* it is true, in a strict chain alone */
	WISH_SELF_CARE,		/* no rule fires, and self-care holds */
};

struct wish {
	enum wish_kind kind;
	bool seen;
	enum reading reading;
	const struct question *question;
	const struct expr *expr;
	size_t chain;
	const char *id;
	const struct place *place;
	const char *message;		/* with one %s, the id */
};

/*
 * Parts joined by `or`, or by `and` where a `not` stands before it: one is
 * enough.  Their wishes follow each other.
 */
struct chain {
	bool negated;
	bool strict;		/* each part must add something; what guards,
				 * describes or promises may spell out what
				 * another part covers */
	size_t first, count;
};

struct wishes {
	struct person *person;
	const struct pack *pack;
	struct wish *wish;
	size_t count;
	struct chain *chains;
	size_t n_chains;
};

/* Which section and key an expression stands in. */
struct where {
	enum reading reading;
	const char *id;
	const struct place *place;
	const char *key;
	bool strict;
};

static struct wish *add(struct wishes *wishes, struct wish wish)
{
	wishes->wish = xrealloc(wishes->wish, wishes->count + 1,
				sizeof *wishes->wish);
	wishes->wish[wishes->count] = wish;
	return &wishes->wish[wishes->count++];
}

/* Parts of which one is enough */

static bool is_joint(const struct expr *expr, bool negated)
{
	return expr->op == (negated ? EXPR_AND : EXPR_OR);
}

static void add_branches(struct wishes *wishes, const struct expr *expr,
			 const struct where *where)
{
	struct chain *chain = &wishes->chains[wishes->n_chains - 1];

	if (is_joint(expr, chain->negated)) {
		add_branches(wishes, expr->left, where);
		add_branches(wishes, expr->right, where);
		return;
	}
	chain->count++;
	add(wishes, (struct wish){
		.kind = WISH_BRANCH, .expr = expr, .reading = where->reading,
		.chain = wishes->n_chains - 1, .id = where->id,
		.place = where->place, .message = where->key,
	});
}

static void add_chain(struct wishes *wishes, const struct expr *expr,
		      bool negated, const struct where *where)
{
	wishes->chains = xrealloc(wishes->chains, wishes->n_chains + 1,
				  sizeof *wishes->chains);
	wishes->chains[wishes->n_chains++] = (struct chain){
		.negated = negated, .strict = where->strict,
		.first = wishes->count,
	};
	add_branches(wishes, expr, where);
}

/* `inside`: of a chain that was added as a whole. */
static void add_chains(struct wishes *wishes, const struct expr *expr,
		       bool negated, bool inside, const struct where *where)
{
	switch (expr->op) {
	case EXPR_NOT:
		add_chains(wishes, expr->left, !negated, false, where);
		return;
	case EXPR_OR:
	case EXPR_AND:
		if (is_joint(expr, negated) && !inside)
			add_chain(wishes, expr, negated, where);
		inside = is_joint(expr, negated);
		add_chains(wishes, expr->left, negated, inside, where);
		add_chains(wishes, expr->right, negated, inside, where);
		return;
	default:
		return;
	}
}

/* What is wished for */

static void want(struct wishes *wishes, enum wish_kind kind,
		 const struct expr *expr, const struct where *where,
		 const char *message)
{
	if (expr == NULL)
		return;
	add(wishes, (struct wish){
		.kind = kind, .expr = expr, .reading = where->reading,
		.id = where->id, .place = where->place, .message = message,
	});
	if (kind != WISH_NOT_TRUE)
		add_chains(wishes, expr, false, false, where);
}

static void want_questions(struct wishes *wishes)
{
	for (size_t i = 0; i < wishes->pack->n_questions; i++) {
		const struct question *question = &wishes->pack->questions[i];
		struct where where = { READ_AS_IS, question->id,
				       &question->place, "ask-if", false };

		add(wishes, (struct wish){
			.kind = WISH_ASKED, .question = question,
			.id = question->id, .place = &question->place,
			.message = _("nobody is ever asked question %s; its ask-if or not-if contradicts what comes before"),
		});
		if (question->ask_if != NULL)
			add_chains(wishes, question->ask_if, false, false,
				   &where);
		where.key = "not-if";
		if (question->not_if != NULL)
			add_chains(wishes, question->not_if, false, false,
				   &where);
	}
}

static void want_findings(struct wishes *wishes)
{
	for (size_t i = 0; i < wishes->pack->n_findings; i++) {
		const struct finding *finding = &wishes->pack->findings[i];
		struct where where = { READ_AS_IS, finding->id,
				       &finding->place, "when", false };

		want(wishes, WISH_TRUE, finding->when, &where,
		     _("finding %s is never present; no answers make its when true"));
		want(wishes, WISH_NOT_TRUE, finding->when, &where,
		     _("finding %s is always present; a finding must tell people apart"));
		where.key = "absent-when";
		want(wishes, WISH_TRUE, finding->absent_when, &where,
		     _("finding %s is never absent; leave its absent-when out, or correct it"));
	}
}

static void want_rules(struct wishes *wishes)
{
	const struct pack *pack = wishes->pack;

	for (size_t i = 0; i < pack->n_rules; i++)
		want(wishes, WISH_TRUE, pack->rules[i].when,
		     &(struct where){ READ_ASSUMED, pack->rules[i].id,
				      &pack->rules[i].place, "when", true },
		     _("rule %s can never fire; no answers make its when true"));
	for (size_t i = 0; i < pack->n_invariants; i++)
		want(wishes, WISH_TRUE, pack->invariants[i].given,
		     &(struct where){ READ_AS_IS, pack->invariants[i].id,
				      &pack->invariants[i].place, "given", false },
		     _("invariant %s promises nothing; no answers make its given true"));
	if (pack->self_care != NULL)
		want(wishes, WISH_SELF_CARE, pack->self_care->when,
		     &(struct where){ READ_AS_IS, pack->self_care->id,
				      &pack->self_care->place, "when", true },
		     _("self-care %s can never be reached; some rule always fires, or its when is never true"));
}

static void want_rest(struct wishes *wishes)
{
	const struct pack *pack = wishes->pack;

	for (size_t i = 0; i < pack->n_strata; i++)
		want(wishes, WISH_TRUE, pack->strata[i].when,
		     &(struct where){ READ_AS_IS, pack->strata[i].id,
				      &pack->strata[i].place, "when", true },
		     _("stratum %s has nobody in it; no answers make its when true"));
	for (size_t i = 0; i < pack->n_advice; i++)
		want(wishes, WISH_TRUE, pack->advice[i].when,
		     &(struct where){ READ_AS_IS, pack->advice[i].id,
				      &pack->advice[i].place, "when", false },
		     _("advice %s is never shown; no answers make its when true"));
	for (size_t i = 0; i < pack->n_scopes; i++)
		want(wishes, WISH_TRUE, pack->scopes[i].when,
		     &(struct where){ READ_AS_IS, pack->scopes[i].id,
				      &pack->scopes[i].place, "when", true },
		     _("scope %s turns nobody away; no answers make its when true"));
	for (size_t i = 0; i < pack->n_conditions; i++)
		want(wishes, WISH_NOT_FALSE, pack->targets[i].needs,
		     &(struct where){ READ_AS_IS, pack->targets[i].id,
				      &pack->targets[i].place, "needs", false },
		     _("condition %s is always ruled out; its needs is never met"));
}

/* Wishes seen in answers */

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

/* Wishes guessed: most come true in few rounds */

#define IDLE_ROUNDS 8

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

	guess_begin(guess, round / 2 % 2 == 0 ? ROLE_PHYSIO : ROLE_PATIENT, round);
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

static size_t guess_all(struct wishes *wishes)
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

/* Wishes as literals: what no guess has shown is for the solver */

static struct truth truth_of(const struct wishes *wishes,
			     const struct wish *wish, bool negated)
{
	struct truth truth = person_truth(wishes->person, wish->expr,
					  wish->reading);

	return negated ? (struct truth){ truth.no, truth.yes } : truth;
}

/* It is true; in a strict chain, the whole would be another without it. */
static int branch_literal(const struct wishes *wishes, const struct wish *wish)
{
	const struct chain *chain = &wishes->chains[wish->chain];
	struct sat *sat = wishes->person->sat;
	struct truth own = truth_of(wishes, wish, chain->negated);
	int sure = own.yes, possible = -own.no;

	if (!chain->strict)
		return own.yes;
	for (size_t i = 0; i < chain->count; i++) {
		const struct wish *other = &wishes->wish[chain->first + i];
		struct truth truth;

		if (other == wish)
			continue;
		truth = truth_of(wishes, other, chain->negated);
		sure = sat_and(sat, sure, -truth.yes);
		possible = sat_and(sat, possible, truth.no);
	}
	return wish->reading == READ_AS_IS ? sat_or(sat, sure, possible) : sure;
}

static int literal_of(const struct wishes *wishes, const struct wish *wish)
{
	const struct person *person = wishes->person;

	switch (wish->kind) {
	case WISH_ASKED:
		return person->asked[wish->question->index].applies;
	case WISH_TRUE:
		return truth_of(wishes, wish, false).yes;
	case WISH_NOT_TRUE:
		return -truth_of(wishes, wish, false).yes;
	case WISH_NOT_FALSE:
		return -truth_of(wishes, wish, false).no;
	case WISH_SELF_CARE:
		return -person->at_least[URGENCY_ROUTINE];
	case WISH_BRANCH:
		break;
	}
	return branch_literal(wishes, wish);
}

/* Until no solution has any of the rest. */
static void solve_rest(struct wishes *wishes, size_t open)
{
	struct sat *sat = wishes->person->sat;
	struct wish **wish = xcalloc(open, sizeof(*wish));
	int *literals = xcalloc(open, sizeof *literals);
	size_t left = 0;

	for (size_t i = 0; i < wishes->count; i++)
		if (!wishes->wish[i].seen) {
			wish[left] = &wishes->wish[i];
			literals[left] = literal_of(wishes, wish[left]);
			left++;
		}
	while (left > 0 && sat_solve_any(sat, literals, left,
					 sat_true(sat))) {
		size_t kept = 0;

		for (size_t i = 0; i < left; i++) {
			wish[i]->seen = sat_holds(sat, literals[i]);
			if (wish[i]->seen)
				continue;
			wish[kept] = wish[i];
			literals[kept++] = literals[i];
		}
		left = kept;
	}
	free(literals);
	free(wish);
}

/* What to say of a wish that cannot come true */

static bool can_be(const struct wishes *wishes, const struct expr *expr,
		   bool negated, enum reading reading)
{
	struct truth truth = person_truth(wishes->person, expr, reading);
	int literal = negated ? truth.no : truth.yes;

	return sat_solve(wishes->person->sat, &literal, 1);
}

/* Of what can never be true (with `not`: false), the smallest such part. */
static const struct expr *smallest(const struct wishes *wishes,
				   const struct expr *expr, bool negated,
				   enum reading reading)
{
	if (expr->op == EXPR_NOT)
		return smallest(wishes, expr->left, !negated, reading);
	if (expr->op != EXPR_AND && expr->op != EXPR_OR)
		return expr;
	if (!can_be(wishes, expr->left, negated, reading))
		return smallest(wishes, expr->left, negated, reading);
	if (!can_be(wishes, expr->right, negated, reading))
		return smallest(wishes, expr->right, negated, reading);
	return expr;
}

#define SHOWN_WORDS 90

/* The expression, cut where it is long. */
static const char *words_of(char words[static SHOWN_WORDS],
			    const struct expr *expr)
{
	if (expr_print(words, SHOWN_WORDS, expr) >= SHOWN_WORDS)
		memcpy(&words[SHOWN_WORDS - 4], "...", 4);
	return words;
}

static void add_branch_fault(const struct wishes *wishes,
			     const struct wish *wish,
			     struct error_list *faults)
{
	bool negated = wishes->chains[wish->chain].negated;
	char words[SHOWN_WORDS];
	const struct expr *part;

	if (can_be(wishes, wish->expr, negated, wish->reading)) {
		error_list_add(faults, wish->place->file, wish->place->line,
			       _("%s of %s: \"%s\" adds nothing, another part holds wherever it does; leave it out, or correct it"),
			       wish->message, wish->id,
			       words_of(words, wish->expr));
		return;
	}
	part = smallest(wishes, wish->expr, negated, wish->reading);
	error_list_add(faults, wish->place->file, wish->place->line,
		       negated ? _("%s of %s: \"%s\" is always true; leave it out, or correct it")
			       : _("%s of %s: \"%s\" can never be true; leave it out, or correct it"),
		       wish->message, wish->id, words_of(words, part));
}

static void add_fault(const struct wishes *wishes, const struct wish *wish,
		      struct error_list *faults)
{
	char words[SHOWN_WORDS];
	const struct expr *part;
	const struct place *place = wish->place;
	struct error *fault;
	size_t length;

	if (wish->kind == WISH_BRANCH) {
		add_branch_fault(wishes, wish, faults);
		return;
	}
	error_list_add(faults, place->file, place->line, wish->message,
		       wish->id);
	if (wish->kind != WISH_TRUE)
		return;
	part = smallest(wishes, wish->expr, false, wish->reading);
	if (part == wish->expr)
		return;
	fault = &faults->errors[faults->count - 1];
	length = strlen(fault->message);
	snprintf(&fault->message[length], sizeof fault->message - length,
		 ": \"%s\"", words_of(words, part));
}

/* What cannot be: nothing more is said of its parts. */
static void add_faults(const struct wishes *wishes, struct error_list *faults)
{
	const struct place *place = NULL;

	for (size_t i = 0; i < wishes->count; i++) {
		const struct wish *wish = &wishes->wish[i];

		if (wish->seen ||
		    (wish->kind == WISH_BRANCH && wish->place == place))
			continue;
		add_fault(wishes, wish, faults);
		if (wish->kind != WISH_BRANCH)
			place = wish->place;
	}
}

void reach_faults(struct person *person, struct error_list *faults)
{
	struct wishes wishes = { .person = person, .pack = person->pack };
	size_t open;

	want_questions(&wishes);
	want_findings(&wishes);
	want_rules(&wishes);
	want_rest(&wishes);
	open = guess_all(&wishes);
	if (open > 0)
		solve_rest(&wishes, open);
	add_faults(&wishes, faults);
	idle_faults(person->pack, person->cells, faults);
	free(wishes.wish);
	free(wishes.chains);
}
