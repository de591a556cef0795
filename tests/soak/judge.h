/*
 * Whether a pack that was changed in one place is found out: by a test
 * patient, by a promise of the pack, or by the proof as a whole.
 */
#ifndef SITWELL_TESTS_JUDGE_H
#define SITWELL_TESTS_JUDGE_H

#include <stdbool.h>
#include <stddef.h>

#include "pack/pack.h"

/* One place in the pack's memory, and what else stands there. */
struct edit {
	void *place;
	size_t size;
	char other[256];
};

/* Puts the other in, and, called again, back. */
void edit_swap(struct edit *edit);

enum verdict {
	VERDICT_VIGNETTE,	/* a case comes out otherwise than it must */
	VERDICT_PROMISE,	/* an invariant is broken */
	VERDICT_PROOF,		/* prove() refutes, or nobody can reach */
	VERDICT_EQUIVALENT,	/* proved: no answers lead to another level */
	VERDICT_SURVIVED,
};
#define N_VERDICTS 5

struct mutant {
	struct edit edit;
	const char *what;		/* in words */
	const struct rule *rule;	/* that is changed, or NULL */
	bool in_rules;		/* a rule or self-care alone, not what is
				 * asked or found */
	bool milder;		/* the rule fires less than before */
	bool deleted;		/* that nothing reaches it is no fault */
	bool changes_level;	/* equivalent where no level changes */
};

struct judge;

/* `folders` of test patients, up to NULL; both are borrowed. */
struct judge *judge_new(struct pack *pack, char **folders);
void judge_free(struct judge **judge);

/* The pack is as before when it returns. */
enum verdict judge_mutant(struct judge *judge, struct mutant *mutant);

/* How many test patients it has. */
size_t judge_cases(const struct judge *judge);

#endif
