#include "config.h"

#include "prove/near.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"
#include "prove/cone.h"
#include "prove/gated.h"
#include "prove/prove.h"

/* Rules that read what so many read are not near to any of them. */
#define MOST_READERS 40
/* Neighbours rest on much the same. */
#define GROUP 8

struct near {
	const struct pack *pack;
	struct alarms alarms;		/* rules */
	struct cone *cone;
	struct person *person;
	struct support all;		/* what the gates rest on */
	struct support few;		/* of these, what few read */
	struct index_list told;		/* questions, rising */
};

static int compare_indexes(const void *one, const void *other)
{
	const size_t *a = one, *b = other;

	return (*a > *b) - (*a < *b);
}

static void sort(struct index_list *list)
{
	if (list->count > 1)
		qsort(list->index, list->count, sizeof *list->index,
		      compare_indexes);
}

static bool has(const struct index_list *list, size_t index)
{
	return list->count > 0 &&
	       bsearch(&index, list->index, list->count, sizeof index,
		       compare_indexes) != NULL;
}

/* One problem for a few questions */

/* What the gates rest on, and what it takes to tell which rules fire. */
static void find_told(struct near *near, const size_t *group, size_t count)
{
	const struct index_list *read;

	support_clear(&near->all);
	support_clear(&near->few);
	for (size_t i = 0; i < count; i++) {
		index_list_add(&near->all.questions, group[i]);
		cone_support_question(near->cone, group[i], SIZE_MAX,
				      &near->all);
		cone_support_question(near->cone, group[i], MOST_READERS,
				      &near->few);
	}
	sort(&near->all.questions);
	cone_find(near->cone, near->few.questions.index,
		  near->few.questions.count);
	read = cone_questions(near->cone);
	near->told.count = 0;
	for (size_t i = 0; i < near->all.questions.count; i++)
		index_list_add(&near->told, near->all.questions.index[i]);
	for (size_t i = 0; i < read->count; i++)
		index_list_add(&near->told, read->index[i]);
	sort(&near->told);
}

static void add_person(struct near *near, struct sat *sat)
{
	const struct index_list *told = &near->told;
	struct person *person = near->person;

	person_start(person, sat);
	for (size_t i = 0; i < told->count; i++) {
		size_t at = told->index[i];

		if (i == 0 || at != told->index[i - 1])
			person_add(person, &near->pack->questions[at],
				   !cone_touches_question(near->cone, at) &&
				   !has(&near->all.questions, at));
	}
	sat_clause(sat, &person->complete, 1);
}

/* No rule that is near and escalates fires. */
static void add_rules(struct near *near, struct sat *sat)
{
	const struct index_list *touched = cone_alarms(near->cone);

	for (size_t i = 0; i < touched->count; i++) {
		const struct alarm *alarm =
			&near->alarms.alarm[touched->index[i]];
		int fires;

		if (alarm->urgency < ESCALATED)
			continue;
		fires = -alarm_literal(near->person, alarm);
		sat_clause(sat, &fires, 1);
	}
}

static void forget_findings(struct person *person,
			    const struct index_list *findings)
{
	for (size_t i = 0; i < findings->count; i++)
		person_forget_finding(person, findings->index[i]);
}

static void forget_person(struct near *near)
{
	for (size_t i = 0; i < near->told.count; i++)
		person_forget(near->person, near->told.index[i]);
	forget_findings(near->person, &near->all.findings);
	forget_findings(near->person, cone_findings(near->cone));
}

/* Questions that a solution leaves out in doubt are not settled. */
static void solve(struct near *near, struct sat *sat, const size_t *group,
		  size_t count, bool *settled)
{
	struct gated *gated = gated_new(near->person);
	int doubt[GROUP];
	size_t left = count;

	for (size_t i = 0; i < count; i++) {
		doubt[i] = gated_in_doubt(gated, &near->pack
						 ->questions[group[i]]);
		settled[group[i]] = true;
	}
	while (left > 0 && sat_solve_any(sat, doubt, count, sat_true(sat))) {
		for (size_t i = 0; i < count; i++) {
			if (!sat_holds(sat, doubt[i]))
				continue;
			settled[group[i]] = false;
			doubt[i] = -sat_true(sat);
			left--;
		}
	}
	gated_free(&gated);
}

static void try_group(struct near *near, const size_t *group, size_t count,
		      bool *settled)
{
	struct sat *sat = sat_new();

	find_told(near, group, count);
	add_person(near, sat);
	add_rules(near, sat);
	solve(near, sat, group, count, settled);
	forget_person(near);
	sat_free(&sat);
}

static void try_groups(struct near *near, bool *settled)
{
	const struct pack *pack = near->pack;
	size_t group[GROUP], count = 0;

	for (size_t i = 0; i < pack->n_questions; i++) {
		if (gated_is(&pack->questions[i]))
			group[count++] = i;
		if (count == GROUP || (count > 0 && i + 1 == pack->n_questions)) {
			try_group(near, group, count, settled);
			count = 0;
		}
	}
}

bool *near_settled(const struct pack *pack, const struct cells *cells)
{
	struct near near = {
		.pack = pack, .alarms = alarms_of_rules(pack),
		.person = person_new_blank(pack, cells),
	};
	bool *settled = xcalloc(pack->n_questions + 1, sizeof *settled);

	near.cone = cone_new(pack, &near.alarms, true);
	try_groups(&near, settled);
	cone_free(&near.cone);
	person_free(&near.person);
	alarms_done(&near.alarms);
	support_done(&near.all);
	support_done(&near.few);
	free(near.told.index);
	return settled;
}
