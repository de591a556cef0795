#include "config.h"

#include "prove/covered.h"

#include <stdlib.h>

#include "assess/assess.h"
#include "base/i18n.h"
#include "prove/cells.h"
#include "prove/guess.h"
#include "prove/person.h"

struct covering {
	const struct pack *pack;
	struct cells *cells;
	bool *decides;			/* by rule: some answers show it */
	size_t open;			/* rules of which none do so far */
};

/* The only rule of its level or above; or NULL. */
static const struct rule *deciding(const struct rule_list *fired)
{
	const struct rule *first = fired->count > 0 ? fired->rules[0] : NULL;

	/* the most urgent come first */
	if (fired->count > 1 && fired->rules[1]->urgency == first->urgency)
		return NULL;
	return first;
}

static void look(struct covering *covering, const struct answers *answers)
{
	const struct pack *pack = covering->pack;
	struct rule_list fired;
	const struct rule *rule;

	urgency_by_rules(pack, answers, READ_ASSUMED, &fired);
	rule = deciding(&fired);
	if (rule != NULL && !covering->decides[rule - pack->rules]) {
		covering->decides[rule - pack->rules] = true;
		covering->open--;
	}
	free(fired.rules);
}

/* Most rules fire alone where nothing else is wrong. */
static void guess_each(struct covering *covering)
{
	const struct pack *pack = covering->pack;
	struct guess *guess = guess_new(pack, covering->cells);

	for (size_t i = 0; i < pack->n_rules; i++) {
		struct answers *answers;

		if (covering->decides[i])
			continue;
		guess_begin(guess, ROLE_PHYSIO, i);
		guess_want(guess, pack->rules[i].when, true);
		answers = guess_answers(guess, GUESS_HARMLESS);
		look(covering, answers);
		answers_free(&answers);
	}
	guess_free(&guess);
}

/* The rule fires, and no other of its level or above. */
static int alone(const struct person *person, const struct rule *rule)
{
	const struct pack *pack = person->pack;
	int *others = xcalloc(pack->n_rules + 1, sizeof *others);
	size_t count = 0;
	int any;

	for (size_t i = 0; i < pack->n_rules; i++)
		if (&pack->rules[i] != rule &&
		    pack->rules[i].urgency >= rule->urgency)
			others[count++] = person->fired[i];
	any = sat_any(person->sat, others, count);
	free(others);
	return sat_and(person->sat, person->fired[rule - pack->rules], -any);
}

/* A rule of its level or above that fires wherever it does, or NULL. */
static const struct rule *companion(const struct person *person,
				    const struct rule *rule)
{
	const struct pack *pack = person->pack;
	int fires = person->fired[rule - pack->rules];

	for (size_t i = 0; i < pack->n_rules; i++)
		if (&pack->rules[i] != rule &&
		    pack->rules[i].urgency >= rule->urgency &&
		    !sat_solve(person->sat,
			       (const int[]){ fires, -person->fired[i] }, 2))
			return &pack->rules[i];
	return NULL;
}

static void note_covered(const struct person *person, const struct rule *rule,
			 struct error_list *notes)
{
	const struct rule *other = companion(person, rule);

	if (other != NULL)
		error_list_add(notes, rule->place.file, rule->place.line,
			       _("rule %s never decides how soon: wherever it fires, rule %s (%s) does too; if it is meant so, say kept-because"),
			       rule->id, other->id, urgency_id(other->urgency));
	else
		error_list_add(notes, rule->place.file, rule->place.line,
			       _("rule %s never decides how soon: wherever it fires, some rule of its level or above does too; if it is meant so, say kept-because"),
			       rule->id);
}

static bool can_be(const struct person *person, int literal)
{
	return sat_solve(person->sat, &literal, 1);
}

static void solve_rest(struct covering *covering, struct error_list *notes)
{
	const struct pack *pack = covering->pack;
	struct sat *sat = sat_new();
	struct person *person = person_new(sat, pack, covering->cells);

	for (size_t i = 0; i < pack->n_rules; i++) {
		const struct rule *rule = &pack->rules[i];

		if (covering->decides[i])
			continue;
		covering->decides[i] = can_be(person, alone(person, rule));
		if (!covering->decides[i] && rule->kept_because == NULL &&
		    can_be(person, person->fired[i]))
			note_covered(person, rule, notes);
	}
	person_free(&person);
	sat_free(&sat);
}

static void note_spare_reasons(const struct covering *covering,
			       struct error_list *notes)
{
	for (size_t i = 0; i < covering->pack->n_rules; i++) {
		const struct rule *rule = &covering->pack->rules[i];

		if (covering->decides[i] && rule->kept_because != NULL)
			error_list_add(notes, rule->place.file,
				       rule->place.line,
				       _("rule %s does decide how soon; leave its kept-because out"),
				       rule->id);
	}
}

void covered_notes(const struct pack *pack, struct error_list *notes)
{
	struct covering covering = {
		.pack = pack, .cells = cells_new(pack),
		.decides = xcalloc(pack->n_rules + 1, sizeof(bool)),
		.open = pack->n_rules,
	};

	guess_each(&covering);
	if (covering.open > 0)
		solve_rest(&covering, notes);
	note_spare_reasons(&covering, notes);
	free(covering.decides);
	cells_free(&covering.cells, pack);
}
