#include "config.h"

#include "prove/person.h"

#include <stdlib.h>

#include "base/error.h"

static void add_urgency(struct person *person)
{
	const struct pack *pack = person->pack;
	struct sat *sat = person->sat;
	int *fired = xcalloc(pack->n_rules + 1, sizeof *fired);
	int self_care = -sat_true(sat);

	for (size_t i = 0; i < pack->n_rules; i++)
		person->fired[i] = person_truth(person, pack->rules[i].when,
						READ_ASSUMED).yes;
	for (int level = URGENCY_ROUTINE; level < N_URGENCIES; level++) {
		size_t count = 0;

		for (size_t i = 0; i < pack->n_rules; i++)
			if ((int)pack->rules[i].urgency >= level)
				fired[count++] = person->fired[i];
		person->at_least[level] = sat_any(sat, fired, count);
	}
	free(fired);
	if (pack->self_care != NULL)
		self_care = person_truth(person, pack->self_care->when,
					 READ_AS_IS).yes;
	person->at_least[URGENCY_SELF_CARE] = sat_true(sat);
	person->at_least[URGENCY_ROUTINE] =
		sat_or(sat, person->at_least[URGENCY_ROUTINE], -self_care);
}

struct person *person_new_blank(const struct pack *pack,
				const struct cells *cells)
{
	struct person *person = xcalloc(1, sizeof *person);

	person->pack = pack;
	person->cells = cells;
	person->asked = xcalloc(pack->n_questions + 1, sizeof *person->asked);
	person->findings = xcalloc(pack->n_findings + 1,
				   sizeof *person->findings);
	person->known = xcalloc(pack->n_findings + 1, sizeof *person->known);
	person->fired = xcalloc(pack->n_rules + 1, sizeof *person->fired);
	return person;
}

void person_start(struct person *person, struct sat *sat)
{
	person->sat = sat;
	person->physio = sat_literal(sat);
	person->complete = sat_literal(sat);
}

struct person *person_new(struct sat *sat, const struct pack *pack,
			  const struct cells *cells)
{
	struct person *person = person_new_blank(pack, cells);

	person_start(person, sat);
	for (size_t i = 0; i < pack->n_questions; i++)
		person_add(person, &pack->questions[i], false);
	add_urgency(person);
	return person;
}

void person_share(struct person *person, const struct person *other,
		  const struct question *question)
{
	const struct asked *from = &other->asked[question->index];
	struct asked *to = &person->asked[question->index];

	*to = *from;
	to->values = xcalloc(from->n_values + 1, sizeof *to->values);
	for (size_t i = 0; i < from->n_values; i++)
		to->values[i] = from->values[i];
}

void person_share_finding(struct person *person, const struct person *other,
			  const struct finding *finding)
{
	person->findings[finding->index] = other->findings[finding->index];
	person->known[finding->index] = other->known[finding->index];
}

void person_forget(struct person *person, size_t question)
{
	free(person->asked[question].values);
	person->asked[question] = (struct asked){ .values = NULL };
}

void person_forget_finding(struct person *person, size_t finding)
{
	person->known[finding] = false;
}

void person_free(struct person **person)
{
	struct person *old = *person;

	if (old == NULL)
		return;
	for (size_t i = 0; i < old->pack->n_questions; i++)
		free(old->asked[i].values);
	free(old->asked);
	free(old->findings);
	free(old->known);
	free(old->fired);
	free(old);
	*person = NULL;
}

/* Solutions as answers */

static struct value value_of(const struct person *person,
			     const struct question *question)
{
	const struct asked *asked = &person->asked[question->index];
	const struct sat *sat = person->sat;
	struct value value = { .state = ANSWER_NOTHING };

	if (sat_holds(sat, asked->unsure))
		value.state = ANSWER_UNSURE;
	else if (sat_holds(sat, asked->skipped))
		value.state = ANSWER_SKIPPED;
	else if (sat_holds(sat, asked->na))
		value.state = ANSWER_NA;
	else if (sat_holds(sat, asked->value))
		value.state = ANSWER_VALUE;
	if (value.state != ANSWER_VALUE)
		return value;
	if (question->type == QUESTION_TEXT)
		value.text = "...";
	for (size_t i = 0; i < asked->n_values; i++) {
		if (asked->values[i] == 0 || !sat_holds(sat, asked->values[i]))
			continue;
		if (question_has_number(question))
			value.number = person->cells[question->index].numbers[i];
		else
			value.choices |= UINT64_C(1) << i;
	}
	return value;
}

struct answers *person_answers(const struct person *person)
{
	const struct pack *pack = person->pack;
	bool physio = sat_holds(person->sat, person->physio);
	struct answers *answers = answers_new(pack, physio ? ROLE_PHYSIO
							   : ROLE_PATIENT);
	struct error err;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value = value_of(person, question);

		if (sat_holds(person->sat, person->asked[i].applies) &&
		    value.state != ANSWER_NOTHING)
			answers_put(answers, question->physio_only
					     ? LAYER_PHYSIO : LAYER_PATIENT,
				    question, &value, &err);
	}
	answers_settle(answers);
	return answers;
}
