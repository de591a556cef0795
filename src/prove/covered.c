#include "config.h"

#include "prove/covered.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "prove/cells.h"
#include "prove/person.h"
#include "prove/quiet.h"

struct covering {
	const struct pack *pack;
	struct cells *cells;
	bool *decides;			/* by rule: some answers show it */
};

/* Rules of a level or above, as literals; the caller frees them. */
static int *fired_from(const struct person *person, enum urgency level,
		       size_t *count)
{
	const struct pack *pack = person->pack;
	int *fired = xcalloc(pack->n_rules + 1, sizeof *fired);

	*count = 0;
	for (size_t i = 0; i < pack->n_rules; i++)
		if (pack->rules[i].urgency >= level)
			fired[(*count)++] = person->fired[i];
	return fired;
}

/* At most one rule of this level or above fires. */
static int at_most_one(const struct person *person, enum urgency level)
{
	size_t count;
	int *fired = fired_from(person, level, &count), least[3];

	sat_count(person->sat, fired, count, least, 2);
	free(fired);
	return -least[2];
}

/* Of rules that no answers show to decide, those of this level. */
static size_t open_at(const struct covering *covering,
		      const struct person *person, enum urgency level,
		      int *open)
{
	const struct pack *pack = covering->pack;
	size_t count = 0;

	for (size_t i = 0; i < pack->n_rules; i++)
		if (!covering->decides[i] && pack->rules[i].urgency == level)
			open[count++] = person->fired[i];
	return count;
}

/* Whichever can be alone, until none of the rest can. */
static void solve_level(struct covering *covering, const struct person *person,
			enum urgency level)
{
	const struct pack *pack = covering->pack;
	int *open = xcalloc(pack->n_rules + 1, sizeof *open);
	size_t count = open_at(covering, person, level, open);
	int few = count > 0 ? at_most_one(person, level) : 0;

	while (count > 0 && sat_solve_any(person->sat, open, count, few)) {
		for (size_t i = 0; i < pack->n_rules; i++)
			if (pack->rules[i].urgency == level &&
			    sat_holds(person->sat, person->fired[i]))
				covering->decides[i] = true;
		count = open_at(covering, person, level, open);
	}
	free(open);
}

/* Keeps what also fires in the solution found last. */
static void keep_firing(const struct person *person, bool *with)
{
	for (size_t i = 0; i < person->pack->n_rules; i++)
		with[i] = with[i] && sat_holds(person->sat, person->fired[i]);
}

/*
 * A rule of its level or above that fires wherever it does, or NULL; the
 * solution found last is one where it fires.
 */
static const struct rule *companion(const struct person *person,
				    const struct rule *rule)
{
	const struct pack *pack = person->pack;
	bool *with = xcalloc(pack->n_rules + 1, sizeof *with);
	int fires = person->fired[rule - pack->rules];
	const struct rule *found = NULL;

	for (size_t i = 0; i < pack->n_rules; i++)
		with[i] = &pack->rules[i] != rule &&
			  pack->rules[i].urgency >= rule->urgency;
	keep_firing(person, with);
	for (size_t i = 0; i < pack->n_rules && found == NULL; i++) {
		if (!with[i])
			continue;
		if (sat_solve(person->sat,
			      (const int[]){ fires, -person->fired[i] }, 2))
			keep_firing(person, with);
		else
			found = &pack->rules[i];
	}
	free(with);
	return found;
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

static void solve(struct covering *covering, struct error_list *notes)
{
	const struct pack *pack = covering->pack;
	struct sat *sat = sat_new();
	struct person *person = person_new(sat, pack, covering->cells);

	quiet_decide(person, covering->decides);
	for (int level = 0; level < N_URGENCIES; level++)
		solve_level(covering, person, (enum urgency)level);
	for (size_t i = 0; i < pack->n_rules; i++)
		if (!covering->decides[i] &&
		    pack->rules[i].kept_because == NULL &&
		    can_be(person, person->fired[i]))
			note_covered(person, &pack->rules[i], notes);
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
	};

	solve(&covering, notes);
	note_spare_reasons(&covering, notes);
	free(covering.decides);
	cells_free(&covering.cells, pack);
}
