#include "config.h"

#include "prove/story.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/error.h"

void query_add(struct query *query, int literal)
{
	assert(query->count < sizeof query->literals / sizeof(int));
	query->literals[query->count++] = literal;
}

bool query_solve(const struct query *query, struct sat *sat)
{
	return sat_solve(sat, query->literals, query->count);
}

/* True where the answer to this question says something. */
static int cost_of(struct person *person, const struct question *question)
{
	const struct asked *asked = &person->asked[question->index];
	int quiet = sat_or(person->sat, asked->nothing, -asked->applies);
	int no = question_find_answer(question, "no");

	if (question->n_severity > 0)
		quiet = sat_or(person->sat, quiet,
			       person_answer(person, question,
					     question->severity[0]));
	else if (question->part->safety && no >= 0)
		quiet = sat_or(person->sat, quiet,
			       person_answer(person, question, (size_t)no));
	return -quiet;
}

/* Between two steps there are numbers that only a file can say. */
static bool can_be_entered(const struct question *question, double number)
{
	double steps = (number - question->min) / question->step;

	return fabs(steps - round(steps)) < 1e-6;
}

/* Any number that nobody can enter. */
static int odd_number(struct person *person)
{
	const struct pack *pack = person->pack;
	int odd = -sat_true(person->sat);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct cells *cells = &person->cells[i];

		for (size_t k = 0; k < cells->count; k++)
			if (!can_be_entered(&pack->questions[i],
					    cells->numbers[k]))
				odd = sat_or(person->sat, odd,
					     person->asked[i].values[k]);
	}
	return odd;
}

/* Once: the counter serves every query. */
static void add_costs(struct story *story)
{
	struct person *person = story->person;
	size_t count = person->pack->n_questions;

	if (story->costs != NULL)
		return;
	story->costs = xcalloc(count + 2, sizeof *story->costs);
	for (size_t i = 0; i < count; i++)
		story->costs[i] = cost_of(person,
					  &person->pack->questions[i]);
	/* if it can be told of a patient, it is */
	story->costs[count] = person->physio;
	story->costs[count + 1] = odd_number(person);
	sat_count(person->sat, story->costs, count + 2, story->at_least,
		  LONGEST_STORY);
}

size_t story_length(const struct story *story)
{
	size_t length = 0;

	for (size_t i = 0; i < story->person->pack->n_questions + 2; i++)
		length += sat_holds(story->person->sat, story->costs[i]);
	return length;
}

static bool solve_within(struct story *story, const struct query *query,
			 size_t length)
{
	struct query shorter = *query;

	if (length < LONGEST_STORY)
		query_add(&shorter, -story->at_least[length + 1]);
	return query_solve(&shorter, story->person->sat);
}

void story_shorten(struct story *story, const struct query *query)
{
	size_t length;

	add_costs(story);
	solve_within(story, query, LONGEST_STORY);
	length = story_length(story);
	if (length > LONGEST_STORY)
		length = LONGEST_STORY;
	while (length > 0 && solve_within(story, query, length - 1))
		length = story_length(story);
	/* the last call found none: the one before it again */
	solve_within(story, query, length);
}

void story_done(struct story *story)
{
	free(story->costs);
	story->costs = NULL;
}
