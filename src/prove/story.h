/*
 * The shortest story: of all solutions, one in which as few answers as
 * possible say something.  The harmless answer to a safety question says
 * nothing, and neither does no answer.
 */
#ifndef SITWELL_STORY_H
#define SITWELL_STORY_H

#include "prove/person.h"

/* What one call of the solver adds to the problem. */
struct query {
	int literals[8];
	size_t count;
};

void query_add(struct query *query, int literal);
bool query_solve(const struct query *query, struct sat *sat);

/* Longer stories are all alike. */
#define LONGEST_STORY 40

struct story {
	struct person *person;
	int *costs;			/* by question: it says something;
					 * then: a physio was needed, and a
					 * number that only a file can say;
					 * NULL until any is asked for */
	int at_least[LONGEST_STORY + 1];	/* so many do */
};

/* The query has a solution: leaves one of the shortest in the solver. */
void story_shorten(struct story *story, const struct query *query);

/* How many answers of the solution found last say something. */
size_t story_length(const struct story *story);

/* Frees what it holds, not the person. */
void story_done(struct story *story);

#endif
