#include "config.h"

#include "prove/reach.h"

#include <stdlib.h>

#include "base/i18n.h"

/* What must be possible, and what to say if it is not. */
struct wanted {
	int literal;
	bool seen;
	const char *id;
	const struct place *place;
	const char *message;		/* with one %s, the id */
};

struct wishes {
	struct wanted *wanted;
	size_t count;
};

static void want(struct wishes *wishes, int literal, const char *id,
		 const struct place *place, const char *message)
{
	wishes->wanted = xrealloc(wishes->wanted, wishes->count + 1,
				  sizeof *wishes->wanted);
	wishes->wanted[wishes->count++] = (struct wanted){
		.literal = literal, .id = id, .place = place,
		.message = message,
	};
}

static void want_truth(struct wishes *wishes, struct person *person,
		       const struct expr *expr, enum reading reading,
		       const char *id, const struct place *place,
		       const char *message)
{
	if (expr != NULL)
		want(wishes, person_truth(person, expr, reading).yes, id, place,
		     message);
}

static void want_questions(struct wishes *wishes, struct person *person)
{
	const struct pack *pack = person->pack;

	for (size_t i = 0; i < pack->n_questions; i++)
		want(wishes, person->asked[i].applies, pack->questions[i].id,
		     &pack->questions[i].place,
		     _("nobody is ever asked question %s; its ask-if or not-if contradicts what comes before"));
}

static void want_findings(struct wishes *wishes, struct person *person)
{
	const struct pack *pack = person->pack;

	for (size_t i = 0; i < pack->n_findings; i++) {
		const struct finding *finding = &pack->findings[i];
		struct truth truth = person_truth(person, finding->when,
						  READ_AS_IS);

		want(wishes, truth.yes, finding->id, &finding->place,
		     _("finding %s is never present; no answers make its when true"));
		want(wishes, -truth.yes, finding->id, &finding->place,
		     _("finding %s is always present; a finding must tell people apart"));
		if (finding->absent_when == NULL)
			continue;
		truth = person_truth(person, finding->absent_when, READ_AS_IS);
		want(wishes, truth.yes, finding->id, &finding->place,
		     _("finding %s is never absent; leave its absent-when out, or correct it"));
	}
}

static void want_rules(struct wishes *wishes, struct person *person)
{
	const struct pack *pack = person->pack;

	for (size_t i = 0; i < pack->n_rules; i++)
		want(wishes, person->fired[i], pack->rules[i].id,
		     &pack->rules[i].place,
		     _("rule %s can never fire; no answers make its when true"));
	for (size_t i = 0; i < pack->n_invariants; i++)
		want_truth(wishes, person, pack->invariants[i].given,
			   READ_AS_IS, pack->invariants[i].id,
			   &pack->invariants[i].place,
			   _("invariant %s promises nothing; no answers make its given true"));
	if (pack->self_care != NULL)
		want(wishes, -person->at_least[URGENCY_ROUTINE],
		     pack->self_care->id, &pack->self_care->place,
		     _("self-care %s can never be reached; some rule always fires, or its when is never true"));
}

static void want_rest(struct wishes *wishes, struct person *person)
{
	const struct pack *pack = person->pack;

	for (size_t i = 0; i < pack->n_strata; i++)
		want_truth(wishes, person, pack->strata[i].when, READ_AS_IS,
			   pack->strata[i].id, &pack->strata[i].place,
			   _("stratum %s has nobody in it; no answers make its when true"));
	for (size_t i = 0; i < pack->n_advice; i++)
		want_truth(wishes, person, pack->advice[i].when, READ_AS_IS,
			   pack->advice[i].id, &pack->advice[i].place,
			   _("advice %s is never shown; no answers make its when true"));
	for (size_t i = 0; i < pack->n_scopes; i++)
		want_truth(wishes, person, pack->scopes[i].when, READ_AS_IS,
			   pack->scopes[i].id, &pack->scopes[i].place,
			   _("scope %s turns nobody away; no answers make its when true"));
	for (size_t i = 0; i < pack->n_conditions; i++)
		if (pack->targets[i].needs != NULL)
			want(wishes,
			     -person_truth(person, pack->targets[i].needs,
					   READ_AS_IS).no,
			     pack->targets[i].id, &pack->targets[i].place,
			     _("condition %s is always ruled out; its needs is never met"));
}

/* A solution often shows more than what it was asked for. */
static void note_seen(struct wishes *wishes, const struct sat *sat)
{
	for (size_t i = 0; i < wishes->count; i++)
		if (!wishes->wanted[i].seen)
			wishes->wanted[i].seen =
				sat_holds(sat, wishes->wanted[i].literal);
}

void reach_faults(struct person *person, struct error_list *faults)
{
	struct wishes wishes = { NULL, 0 };

	want_questions(&wishes, person);
	want_findings(&wishes, person);
	want_rules(&wishes, person);
	want_rest(&wishes, person);
	for (size_t i = 0; i < wishes.count; i++) {
		const struct wanted *wanted = &wishes.wanted[i];

		if (wanted->seen)
			continue;
		if (sat_solve(person->sat, &wanted->literal, 1))
			note_seen(&wishes, person->sat);
		else
			error_list_add(faults, wanted->place->file,
				       wanted->place->line, wanted->message,
				       wanted->id);
	}
	free(wishes.wanted);
}
