#include "config.h"

#include "prove/gated.h"

#include <stdlib.h>

#include "base/error.h"

struct gated {
	struct person *person;
	int *closed;			/* by question; 0: not needed yet */
	struct truth *findings;		/* by finding, once needed */
	bool *known;
};

bool gated_is(const struct question *question)
{
	return question->part->safety &&
	       (question->ask_if != NULL || question->not_if != NULL);
}

struct gated *gated_new(struct person *person)
{
	struct gated *gated = xcalloc(1, sizeof *gated);
	const struct pack *pack = person->pack;

	gated->person = person;
	gated->closed = xcalloc(pack->n_questions + 1, sizeof *gated->closed);
	gated->findings = xcalloc(pack->n_findings + 1,
				  sizeof *gated->findings);
	gated->known = xcalloc(pack->n_findings + 1, sizeof *gated->known);
	return gated;
}

void gated_free(struct gated **gated)
{
	struct gated *old = *gated;

	if (old == NULL)
		return;
	free(old->closed);
	free(old->findings);
	free(old->known);
	free(old);
	*gated = NULL;
}

static int closed_for_sure(struct gated *gated,
			   const struct question *question);

/* By what is known of it: a value, "does not apply", or never asked. */
static struct truth known_question(void *data, const struct expr *expr)
{
	struct gated *gated = data;
	struct sat *sat = gated->person->sat;
	const struct asked *asked =
		&gated->person->asked[expr->question->index];
	int named = person_named(gated->person, expr);
	int na = sat_or(sat, asked->said_na,
			sat_and(sat, -asked->applies,
				closed_for_sure(gated, expr->question)));
	struct truth truth = {
		.yes = named,
		.no = sat_and(sat, asked->value, -named),
	};

	if (expr->reserved & RESERVED_NA)
		truth.yes = sat_or(sat, truth.yes, na);
	else
		truth.no = sat_or(sat, truth.no, na);
	return truth;
}

static struct truth known_truth(struct gated *gated, const struct expr *expr);

static struct truth known_finding(void *data, const struct finding *finding)
{
	struct gated *gated = data;
	struct truth *truth = &gated->findings[finding->index];
	struct truth absent;

	if (gated->known[finding->index])
		return *truth;
	*truth = known_truth(gated, finding->when);
	if (finding->absent_when != NULL) {
		absent = known_truth(gated, finding->absent_when);
		truth->no = sat_and(gated->person->sat, truth->no, absent.yes);
	}
	gated->known[finding->index] = true;
	return *truth;
}

static struct truth known_truth(struct gated *gated, const struct expr *expr)
{
	return truth_expr(&(struct reader){
		.sat = gated->person->sat, .question = known_question,
		.finding = known_finding, .data = gated,
	}, expr);
}

/* It reads earlier questions only, so this ends. */
static int closed_for_sure(struct gated *gated,
			   const struct question *question)
{
	struct sat *sat = gated->person->sat;
	int *closed = &gated->closed[question->index];
	int any[3] = { -sat_true(sat) };
	size_t count = 1;

	if (*closed != 0)
		return *closed;
	if (question->physio_only)
		any[0] = -gated->person->physio;
	if (question->ask_if != NULL)
		any[count++] = known_truth(gated, question->ask_if).no;
	if (question->not_if != NULL)
		any[count++] = known_truth(gated, question->not_if).yes;
	*closed = sat_any(sat, any, count);
	return *closed;
}

int gated_in_doubt(struct gated *gated, const struct question *question)
{
	return sat_and(gated->person->sat,
		       -gated->person->asked[question->index].applies,
		       -closed_for_sure(gated, question));
}
