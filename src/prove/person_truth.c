/* What is true of a person: expressions and findings. */
#include "config.h"

#include "prove/person.h"

#include <stdlib.h>

#include "base/error.h"

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
