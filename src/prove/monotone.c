#include "config.h"

#include "prove/monotone.h"

#include <stdlib.h>

#include "base/error.h"
#include "prove/pair.h"

/* Neighbours touch much the same, so that some cost little more than one. */
#define GROUP 8

struct monotone {
	const struct pack *pack;
	struct alarms alarms;
	struct cone *cone;
	struct pair pair;
	bool *apart;			/* by finding: it is touched */
	struct rests rests;
	size_t group[GROUP], count;	/* questions, by index */
	struct index_list open;
};

/* What a small problem says of two people */

static bool is_touched(const struct monotone *monotone, size_t question)
{
	return cone_touches_question(monotone->cone, question);
}

/* By alarm that is touched: whether it holds for this person. */
static int *hold_alarms(const struct monotone *monotone, struct person *person)
{
	const struct index_list *touched = cone_alarms(monotone->cone);
	const struct alarm *alarms = monotone->alarms.alarm;
	int *hold = xcalloc(touched->count, sizeof *hold);

	for (size_t i = 0; i < touched->count; i++)
		hold[i] = alarm_literal(person, &alarms[touched->index[i]]);
	return hold;
}

/* Of whom all is told that the alarms rest on. */
static void add_person(struct monotone *monotone)
{
	const struct index_list *list = cone_questions(monotone->cone);
	const struct question *questions = monotone->pack->questions;

	for (size_t i = 0; i < list->count; i++)
		person_add(monotone->pair.person, &questions[list->index[i]],
			   !is_touched(monotone, list->index[i]));
}

/* The findings in which the two may differ. */
static void mark_apart(struct monotone *monotone)
{
	const struct index_list *list = cone_findings(monotone->cone);

	for (size_t i = 0; i < list->count; i++)
		monotone->apart[list->index[i]] =
			cone_touches_finding(monotone->cone, list->index[i]);
}

static void share_findings(struct monotone *monotone)
{
	const struct index_list *list = cone_findings(monotone->cone);
	const struct pair *pair = &monotone->pair;

	for (size_t i = 0; i < list->count; i++)
		if (!monotone->apart[list->index[i]])
			person_share_finding(pair->worse, pair->person,
					     &monotone->pack->findings
					     [list->index[i]]);
}

/* Of whom what is touched is told; the rest is as of the first. */
static void add_worse(struct monotone *monotone)
{
	const struct index_list *list = cone_questions(monotone->cone);
	const struct pair *pair = &monotone->pair;

	sat_implies(pair->person->sat, pair->person->physio,
		    pair->worse->physio);
	sat_implies(pair->person->sat, pair->worse->physio,
		    pair->person->physio);
	share_findings(monotone);
	for (size_t i = 0; i < list->count; i++) {
		const struct question *question =
			&monotone->pack->questions[list->index[i]];

		if (is_touched(monotone, list->index[i]))
			person_add(pair->worse, question, false);
		else
			person_share(pair->worse, pair->person, question);
	}
}

/* They differ in one of the group, and in what may follow from it. */
static void bind_pair(struct monotone *monotone)
{
	const struct index_list *list = cone_questions(monotone->cone);
	struct pair *pair = &monotone->pair;
	struct sat *sat = pair->person->sat;
	int one[GROUP];

	for (size_t i = 0; i < monotone->count; i++)
		one[i] = pair->differs[monotone->group[i]] = sat_literal(sat);
	sat_exactly_one(sat, one, monotone->count);
	for (size_t i = 0; i < list->count; i++)
		if (is_touched(monotone, list->index[i]))
			pair_bind(pair, &monotone->pack->questions
					[list->index[i]]);
}

/* Any alarm that is touched and at least so urgent holds. */
static int any_alarm(const struct monotone *monotone, const int *hold,
		    enum urgency urgency)
{
	const struct index_list *touched = cone_alarms(monotone->cone);
	const struct alarm *alarms = monotone->alarms.alarm;
	int *some = xcalloc(touched->count, sizeof *some), any;
	size_t count = 0;

	for (size_t i = 0; i < touched->count; i++)
		if (alarms[touched->index[i]].urgency >= urgency)
			some[count++] = hold[i];
	any = sat_any(monotone->pair.person->sat, some, count);
	free(some);
	return any;
}

/* The two, and the literal: as far as alarms are touched, the level falls. */
static int add_pair(struct monotone *monotone)
{
	struct sat *sat = monotone->pair.person->sat;
	int *one, *other, falls[N_URGENCIES];

	mark_apart(monotone);
	add_person(monotone);
	one = hold_alarms(monotone, monotone->pair.person);
	add_worse(monotone);
	bind_pair(monotone);
	other = hold_alarms(monotone, monotone->pair.worse);
	for (int level = 0; level < N_URGENCIES; level++)
		falls[level] = sat_and(sat, any_alarm(monotone, one,
						   (enum urgency)level),
				       -any_alarm(monotone, other,
						   (enum urgency)level));
	free(one);
	free(other);
	return sat_any(sat, falls, N_URGENCIES);
}

/* Group after group */

static void forget_pair(struct monotone *monotone)
{
	const struct index_list *questions = cone_questions(monotone->cone);
	const struct index_list *findings = cone_findings(monotone->cone);
	struct pair *pair = &monotone->pair;

	for (size_t i = 0; i < questions->count; i++) {
		person_forget(pair->person, questions->index[i]);
		person_forget(pair->worse, questions->index[i]);
		pair->differs[questions->index[i]] = 0;
	}
	for (size_t i = 0; i < findings->count; i++) {
		person_forget_finding(pair->person, findings->index[i]);
		person_forget_finding(pair->worse, findings->index[i]);
		monotone->apart[findings->index[i]] = false;
	}
	rests_clear(&monotone->rests);
}

/* Whichever differs in a solution stays open; then the others are tried. */
static void solve_pair(struct monotone *monotone, struct sat *sat, int falls)
{
	const int *differs = monotone->pair.differs;

	while (sat_solve(sat, &falls, 1))
		for (size_t i = 0; i < monotone->count; i++) {
			size_t question = monotone->group[i];

			if (sat_holds(sat, differs[question])) {
				index_list_add(&monotone->open, question);
				sat_clause(sat, (const int[]){
					-differs[question] }, 1);
				break;
			}
		}
}

/* What no alarm rests on is left out: it can't lower the level. */
static void keep_needed(struct monotone *monotone)
{
	size_t kept = 0;

	for (size_t i = 0; i < monotone->count; i++)
		if (cone_needs_question(monotone->cone, monotone->group[i]))
			monotone->group[kept++] = monotone->group[i];
	monotone->count = kept;
}

static void try_group(struct monotone *monotone)
{
	struct sat *sat;

	cone_find(monotone->cone, monotone->group, monotone->count);
	keep_needed(monotone);
	if (monotone->count > 0) {
		sat = sat_new();
		person_start(monotone->pair.person, sat);
		person_start(monotone->pair.worse, sat);
		solve_pair(monotone, sat, add_pair(monotone));
		forget_pair(monotone);
		sat_free(&sat);
	}
	monotone->count = 0;
}

static void try_groups(struct monotone *monotone)
{
	const struct pack *pack = monotone->pack;

	for (size_t i = 0; i < pack->n_questions; i++) {
		if (pack->questions[i].n_severity > 1)
			monotone->group[monotone->count++] = i;
		if (monotone->count == GROUP)
			try_group(monotone);
	}
	if (monotone->count > 0)
		try_group(monotone);
}

struct index_list monotone_open(const struct pack *pack,
				const struct cells *cells)
{
	struct monotone monotone = {
		.pack = pack,
		.alarms = alarms_of(pack),
		.pair.person = person_new_blank(pack, cells),
		.pair.worse = person_new_blank(pack, cells),
		.pair.differs = xcalloc(pack->n_questions + 1, sizeof(int)),
		.apart = xcalloc(pack->n_findings + 1, sizeof(bool)),
	};

	monotone.rests.apart = monotone.apart;
	monotone.pair.person->rests = &monotone.rests;
	monotone.pair.worse->rests = &monotone.rests;
	monotone.cone = cone_new(pack, &monotone.alarms, false);
	try_groups(&monotone);
	cone_free(&monotone.cone);
	person_free(&monotone.pair.person);
	person_free(&monotone.pair.worse);
	free(monotone.pair.differs);
	free(monotone.apart);
	alarms_done(&monotone.alarms);
	return monotone.open;
}
