#include "config.h"

#include "prove/quiet.h"

#include <stdlib.h>

#include "base/error.h"
#include "prove/cone.h"

/* A question that more read would touch too much, and stays as it is. */
#define MOST_READERS 40

struct quiet {
	const struct pack *pack;
	struct answers *answers;
	struct alarms alarms;		/* rules */
	struct cone *cone;
	struct person *person;
	struct support support;
};

/* No rule of this level or above fires. */
static int none_fires(const struct person *person, enum urgency level)
{
	const struct pack *pack = person->pack;
	int *fired = xcalloc(pack->n_rules + 1, sizeof *fired);
	size_t count = 0;
	int any;

	for (size_t i = 0; i < pack->n_rules; i++)
		if (pack->rules[i].urgency >= level)
			fired[count++] = person->fired[i];
	any = sat_any(person->sat, fired, count);
	free(fired);
	return -any;
}

/* Answers, a physio's included, with which no rule from `level` up fires. */
static struct answers *quiet_answers(const struct person *whole,
				     enum urgency *level)
{
	for (int i = 0; i < N_URGENCIES; i++) {
		*level = (enum urgency)i;
		if (sat_solve(whole->sat, (const int[]){
				whole->physio, none_fires(whole, *level) }, 2))
			return person_answers(whole);
	}
	return NULL;
}

static void add_person(struct quiet *quiet, struct sat *sat)
{
	const struct index_list *list = cone_questions(quiet->cone);
	struct person *person = quiet->person;

	person_start(person, sat);
	sat_clause(sat, &person->physio, 1);
	for (size_t i = 0; i < list->count; i++) {
		const struct question *question =
			&quiet->pack->questions[list->index[i]];

		if (cone_touches_question(quiet->cone, list->index[i]))
			person_add(person, question, false);
		else
			person_fix(person, quiet->answers, question);
	}
}

static void forget_person(struct quiet *quiet)
{
	const struct index_list *questions = cone_questions(quiet->cone);
	const struct index_list *findings = cone_findings(quiet->cone);

	for (size_t i = 0; i < questions->count; i++)
		person_forget(quiet->person, questions->index[i]);
	for (size_t i = 0; i < findings->count; i++)
		person_forget_finding(quiet->person, findings->index[i]);
}

/* It fires, and of those touched no other of its level or above. */
static bool fires_alone(struct quiet *quiet, size_t rule)
{
	const struct index_list *touched = cone_alarms(quiet->cone);
	const struct alarm *alarms = quiet->alarms.alarm;
	int *wanted = xcalloc(touched->count, sizeof *wanted);
	size_t count = 0;
	bool alone;

	for (size_t i = 0; i < touched->count; i++) {
		const struct alarm *alarm = &alarms[touched->index[i]];
		bool own = alarm == &alarms[rule];

		if (alarm->urgency >= alarms[rule].urgency)
			wanted[count++] = (own ? 1 : -1) *
				alarm_literal(quiet->person, alarm);
	}
	alone = sat_solve(quiet->person->sat, wanted, count);
	free(wanted);
	return alone;
}

static bool decides_beside(struct quiet *quiet, size_t rule)
{
	struct sat *sat;
	bool alone;

	support_clear(&quiet->support);
	cone_support_alarm(quiet->cone, rule, MOST_READERS, &quiet->support);
	if (quiet->support.questions.count == 0)
		return false;
	cone_find(quiet->cone, quiet->support.questions.index,
		  quiet->support.questions.count);
	sat = sat_new();
	add_person(quiet, sat);
	alone = fires_alone(quiet, rule);
	forget_person(quiet);
	sat_free(&sat);
	return alone;
}

static void decide(struct quiet *quiet, enum urgency level, bool *decides)
{
	const struct pack *pack = quiet->pack;

	quiet->alarms = alarms_of_rules(pack);
	quiet->cone = cone_new(pack, &quiet->alarms, true);
	for (size_t i = 0; i < pack->n_rules; i++)
		if (pack->rules[i].urgency >= level)
			decides[i] = decides_beside(quiet, i);
	cone_free(&quiet->cone);
	alarms_done(&quiet->alarms);
	support_done(&quiet->support);
}

void quiet_decide(const struct person *whole, bool *decides)
{
	enum urgency level;
	struct quiet quiet = {
		.pack = whole->pack, .answers = quiet_answers(whole, &level),
		.person = person_new_blank(whole->pack, whole->cells),
	};

	if (quiet.answers != NULL)
		decide(&quiet, level, decides);
	person_free(&quiet.person);
	answers_free(&quiet.answers);
}
