/* The states and values of one question of a person. */
#include "config.h"

#include "prove/person.h"

#include <stdlib.h>

#include "base/error.h"

static bool offers(const struct question *question, enum answer_state state)
{
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == state)
			return true;
	return false;
}

static void make_values(const struct person *person,
			const struct question *question, struct asked *asked)
{
	const struct cells *cells = &person->cells[question->index];

	asked->n_values = question_has_number(question) ? cells->count
					       : question->n_answers;
	asked->values = xcalloc(asked->n_values + 1, sizeof *asked->values);
}

/* A literal for each value that the question can have. */
static void add_values(struct person *person, const struct question *question,
		       struct asked *asked)
{
	make_values(person, question, asked);
	for (size_t i = 0; i < asked->n_values; i++)
		if (question_has_number(question) ||
		    question->answers[i].state == ANSWER_VALUE)
			asked->values[i] = sat_literal(person->sat);
}

/* Some value where there is one, none where there is not. */
static void bind_values(struct person *person, const struct question *question,
			const struct asked *asked)
{
	int *some = xcalloc(asked->n_values + 1, sizeof *some);
	struct sat *sat = person->sat;
	size_t count = 0;

	for (size_t i = 0; i < asked->n_values; i++) {
		if (asked->values[i] == 0)
			continue;
		some[count++] = asked->values[i];
		sat_implies(sat, asked->values[i], asked->value);
		if (question->none >= 0 && (size_t)question->none != i &&
		    asked->values[question->none] != 0)
			sat_implies(sat, asked->values[question->none],
				    -asked->values[i]);
	}
	some[count] = -asked->value;
	if (question_takes_several(question))
		sat_clause(sat, some, count + 1);
	else
		sat_exactly_one(sat, some, count + 1);
	free(some);
}

/* Whether it may be asked, apart from not-if. */
static int works_out_asked(struct person *person,
			   const struct question *question)
{
	int asked = question->physio_only ? person->physio
					  : sat_true(person->sat);
	struct truth truth;

	if (question->ask_if != NULL) {
		truth = person_truth(person, question->ask_if, READ_AS_IS);
		asked = sat_and(person->sat, asked,
				question->part->safety ? -truth.no : truth.yes);
	}
	return asked;
}

/* Nothing can be said of it: what not-if holds back was not done either. */
static void bind_applies(struct person *person, const struct question *question,
			 struct asked *asked, int silent)
{
	struct sat *sat = person->sat;
	int may = works_out_asked(person, question), offered = may;

	asked->may = may;
	if (question->not_if != NULL)
		offered = sat_and(sat, may, person_truth(person,
							 question->not_if,
							 READ_AS_IS).no);
	sat_implies(sat, silent, -offered);
	sat_implies(sat, -may, silent);
	sat_implies(sat, asked->nothing, offered);
}

/* What is said of it: exactly one of these. */
static void add_states(struct person *person, const struct question *question,
		       struct asked *asked, bool loose)
{
	struct sat *sat = person->sat;
	bool safety = question->part->safety;
	int said_na = offers(question, ANSWER_NA) ? sat_literal(sat)
						  : -sat_true(sat);
	int silent = sat_literal(sat);

	asked->applies = -silent;
	asked->nothing = sat_literal(sat);
	asked->unsure = sat_literal(sat);
	asked->skipped = safety ? -sat_true(sat) : sat_literal(sat);
	asked->value = sat_literal(sat);
	asked->said_na = said_na;
	asked->na = sat_or(sat, said_na, silent);
	sat_exactly_one(sat, (const int[]){ asked->nothing, asked->unsure,
					    asked->skipped, asked->value,
					    said_na, silent }, 6);
	if (loose)
		return;
	bind_applies(person, question, asked, silent);
	if (safety)
		sat_clause(sat, (const int[]){ -person->complete,
					       -asked->nothing }, 2);
}

void person_add(struct person *person, const struct question *question,
		bool loose)
{
	struct asked *asked = &person->asked[question->index];

	add_states(person, question, asked, loose);
	if (question->type == QUESTION_TEXT)
		return;
	add_values(person, question, asked);
	bind_values(person, question, asked);
}

static int constant(const struct person *person, bool holds)
{
	return holds ? sat_true(person->sat) : -sat_true(person->sat);
}

static bool is_said(const struct person *person,
		    const struct question *question, const struct value *value,
		    size_t i)
{
	if (value->state != ANSWER_VALUE)
		return false;
	if (question_has_number(question))
		return person->cells[question->index].numbers[i] ==
		       value->number;
	return value->choices >> i & 1;
}

void person_fix(struct person *person, const struct answers *answers,
		const struct question *question)
{
	const struct value *value = answers_get(answers, question);
	bool applies = answers_applies(answers, question);
	enum answer_state state = value->state;
	struct asked *asked = &person->asked[question->index];

	*asked = (struct asked){
		.applies = constant(person, applies),
		.nothing = constant(person, state == ANSWER_NOTHING),
		.unsure = constant(person, state == ANSWER_UNSURE),
		.skipped = constant(person, state == ANSWER_SKIPPED),
		.na = constant(person, state == ANSWER_NA),
		.value = constant(person, state == ANSWER_VALUE),
		.said_na = constant(person, applies && state == ANSWER_NA),
	};
	if (question->type == QUESTION_TEXT)
		return;
	make_values(person, question, asked);
	for (size_t i = 0; i < asked->n_values; i++)
		asked->values[i] = constant(person, is_said(person, question,
							    value, i));
}

int person_answer(const struct person *person, const struct question *question,
		  size_t answer)
{
	const struct asked *asked = &person->asked[question->index];

	switch (question->answers[answer].state) {
	case ANSWER_UNSURE:
		return asked->unsure;
	case ANSWER_NA:
		return asked->na;
	default:
		return asked->values[answer];
	}
}
