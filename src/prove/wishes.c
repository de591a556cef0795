/* What must be possible in a pack. */
#include "config.h"

#include "prove/wishes.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"

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

void wishes_of_pack(struct wishes *wishes)
{
	want_questions(wishes);
	want_findings(wishes);
	want_rules(wishes);
	want_rest(wishes);
}

void wishes_done(struct wishes *wishes)
{
	free(wishes->wish);
	free(wishes->chains);
}
