#include "config.h"

#include "prove/person.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"

/* The states and values of one question */

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

/* Expressions */

static struct truth certain(const struct sat *sat, bool holds)
{
	int yes = holds ? sat_true(sat) : -sat_true(sat);

	return (struct truth){ .yes = yes, .no = -yes };
}

static bool is_named(const struct person *person, const struct expr *expr,
		     size_t value)
{
	if (expr->op == EXPR_COMPARE)
		return compare_holds(person->cells[expr->question->index]
				     .numbers[value], expr->compare,
				     expr->number);
	/* a number has cells, more than there are bits, and no choices */
	return expr->choices != 0 && (expr->choices >> value & 1);
}

int person_named(const struct person *person, const struct expr *expr)
{
	const struct asked *asked = &person->asked[expr->question->index];
	int *named = xcalloc(asked->n_values + 1, sizeof *named);
	size_t count = 0;
	int any;

	for (size_t i = 0; i < asked->n_values; i++)
		if (asked->values[i] != 0 && is_named(person, expr, i))
			named[count++] = asked->values[i];
	any = sat_any(person->sat, named, count);
	free(named);
	return any;
}

static struct truth with_reserved(const struct person *person,
				  const struct expr *expr)
{
	const struct asked *asked = &person->asked[expr->question->index];
	int any[5] = { person_named(person, expr) };
	size_t count = 1;

	if (expr->reserved & RESERVED_UNSURE)
		any[count++] = asked->unsure;
	if (expr->reserved & RESERVED_SKIPPED)
		any[count++] = asked->skipped;
	if (expr->reserved & RESERVED_NA)
		any[count++] = asked->na;
	if (expr->reserved & RESERVED_UNANSWERED)
		any[count++] = asked->nothing;
	any[0] = sat_any(person->sat, any, count);
	return (struct truth){ .yes = any[0], .no = -any[0] };
}

static bool assumption_is_named(const struct expr *expr)
{
	const struct assumption *assume = &expr->question->assume;

	if (expr->op == EXPR_COMPARE)
		return compare_holds(assume->number, expr->compare,
				     expr->number);
	return (expr->choices & assume->choices) != 0;
}

static struct truth of_question(const struct person *person,
				const struct expr *expr, enum reading reading)
{
	const struct asked *asked = &person->asked[expr->question->index];
	struct sat *sat = person->sat;
	struct truth truth;
	int open;

	if (expr->reserved != 0)
		return with_reserved(person, expr);
	truth.yes = person_named(person, expr);
	truth.no = sat_or(sat, asked->na, sat_and(sat, asked->value,
						  -truth.yes));
	if (reading == READ_AS_IS || !expr->question->assume.known)
		return truth;
	open = sat_any(sat, (const int[]){ asked->nothing, asked->unsure,
					   asked->skipped }, 3);
	if (assumption_is_named(expr))
		truth.yes = sat_or(sat, truth.yes, open);
	else
		truth.no = sat_or(sat, truth.no, open);
	return truth;
}

static struct truth of_finding(struct person *person,
			       const struct finding *finding)
{
	struct truth *truth = &person->findings[finding->index];
	struct truth absent;

	if (person->known[finding->index])
		return *truth;
	*truth = person_truth(person, finding->when, READ_AS_IS);
	if (finding->absent_when != NULL) {
		absent = person_truth(person, finding->absent_when, READ_AS_IS);
		truth->no = sat_and(person->sat, -truth->yes, absent.yes);
	}
	person->known[finding->index] = true;
	return *truth;
}

/* What one reading makes of an expression. */
struct as_read {
	struct person *person;
	enum reading reading;
};

static struct truth read_question(void *data, const struct expr *expr)
{
	const struct as_read *as_read = data;

	return of_question(as_read->person, expr, as_read->reading);
}

static struct truth read_finding(void *data, const struct finding *finding)
{
	const struct as_read *as_read = data;

	return of_finding(as_read->person, finding);
}

struct truth person_truth(struct person *person, const struct expr *expr,
			  enum reading reading)
{
	struct as_read as_read = { person, reading };

	return truth_expr(&(struct reader){
		.sat = person->sat, .question = read_question,
		.finding = read_finding, .data = &as_read,
		.rests = person->rests,
	}, expr);
}

/* Urgency */

static void add_urgency(struct person *person)
{
	const struct pack *pack = person->pack;
	struct sat *sat = person->sat;
	int *fired = xcalloc(pack->n_rules + 1, sizeof *fired);
	struct truth self_care = certain(sat, false);

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
					 READ_AS_IS);
	person->at_least[URGENCY_SELF_CARE] = sat_true(sat);
	person->at_least[URGENCY_ROUTINE] =
		sat_or(sat, person->at_least[URGENCY_ROUTINE], -self_care.yes);
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
