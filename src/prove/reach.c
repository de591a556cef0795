#include "config.h"

#include "prove/reach.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "prove/idle.h"
#include "prove/wishes.h"

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

	wishes_of_pack(&wishes);
	open = wishes_guess(&wishes);
	if (open > 0)
		solve_rest(&wishes, open);
	add_faults(&wishes, faults);
	idle_faults(person->pack, person->cells, faults);
	wishes_done(&wishes);
}
