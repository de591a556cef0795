/*
 * Two people who differ in the answer to one question, and say the same of
 * every other wherever it may be asked of them.  Both are of one pack and
 * one problem.
 */
#ifndef SITWELL_PAIR_H
#define SITWELL_PAIR_H

#include "prove/person.h"

struct pair {
	struct person *person, *worse;
	int *differs;	/* by question: it is this one; 0: it never is */
};

/* Binds what both say of this question, which may be the one. */
void pair_bind(struct pair *pair, const struct question *question);

#endif
