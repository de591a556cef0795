#include "config.h"

#include "prove/pair.h"

#include <stdlib.h>

#include "base/error.h"

/* What one says, the other says too, where it may be asked of them. */
static void bind_said(struct sat *sat, const struct asked *one,
		      const struct asked *other, int unless)
{
	const int of_one[] = { one->unsure, one->skipped, one->said_na,
			       one->value };
	const int of_other[] = { other->unsure, other->skipped,
				 other->said_na, other->value };

	for (size_t i = 0; i < 4; i++)
		sat_clause(sat, (const int[]){ unless, -other->may, -of_one[i],
					       of_other[i] }, 4);
	for (size_t i = 0; i < one->n_values; i++)
		if (one->values[i] != 0)
			sat_clause(sat, (const int[]){ unless, -other->may,
						       -one->values[i],
						       other->values[i] }, 4);
}

/* Both say the same, as far as both can. */
static void bind_alike(struct pair *pair, const struct question *question,
		       int unless)
{
	const struct asked *a = &pair->person->asked[question->index];
	const struct asked *b = &pair->worse->asked[question->index];
	struct sat *sat = pair->person->sat;

	bind_said(sat, a, b, unless);
	/* several answers may be marked: not one more than the other has */
	sat_clause(sat, (const int[]){ unless, -a->applies, -b->applies,
				       -a->nothing, b->nothing }, 5);
	bind_said(sat, b, a, unless);
}

/* It applies to both, and one answers the next worse. */
static void bind_worse(struct pair *pair, const struct question *question,
		       int differs)
{
	struct sat *sat = pair->person->sat;
	int *steps = xcalloc(question->n_severity + 1, sizeof *steps);
	size_t count = 0;

	for (size_t i = 0; i + 1 < question->n_severity; i++)
		steps[count++] =
			sat_and(sat,
				person_answer(pair->person, question,
					      question->severity[i]),
				person_answer(pair->worse, question,
					      question->severity[i + 1]));
	sat_implies(sat, differs, sat_any(sat, steps, count));
	sat_implies(sat, differs, pair->person->asked[question->index].applies);
	sat_implies(sat, differs, pair->worse->asked[question->index].applies);
	free(steps);
}

void pair_bind(struct pair *pair, const struct question *question)
{
	int differs = pair->differs[question->index];

	if (differs != 0)
		bind_worse(pair, question, differs);
	bind_alike(pair, question, differs != 0
				   ? differs : -sat_true(pair->person->sat));
}
