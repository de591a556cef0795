/*
 * What must be possible in a pack, and whether some answers show it: what
 * the files of reach.h share, and nobody else includes.
 */
#ifndef SITWELL_WISHES_H
#define SITWELL_WISHES_H

#include "prove/person.h"

/* What must be possible. */
enum wish_kind {
	WISH_ASKED,		/* `question` applies */
	WISH_TRUE,
	WISH_NOT_TRUE,
	WISH_NOT_FALSE,
	WISH_BRANCH,		/* it is true, in a strict chain alone */
	WISH_SELF_CARE,		/* no rule fires, and self-care holds */
};

struct wish {
	enum wish_kind kind;
	bool seen;
	enum reading reading;
	const struct question *question;
	const struct expr *expr;
	size_t chain;
	const char *id;
	const struct place *place;
	const char *message;		/* with one %s, the id */
};

/*
 * Parts joined by `or`, or by `and` where a `not` stands before it: one is
 * enough.  Their wishes follow each other.
 */
struct chain {
	bool negated;
	bool strict;		/* each part must add something; what guards,
				 * describes or promises may spell out what
				 * another part covers */
	size_t first, count;
};

struct wishes {
	struct person *person;
	const struct pack *pack;
	struct wish *wish;
	size_t count;
	struct chain *chains;
	size_t n_chains;
};

/* Fills them by the pack, whose texts they borrow; none is seen yet. */
void wishes_of_pack(struct wishes *wishes);
void wishes_done(struct wishes *wishes);

/*
 * Guesses answers as long as they show more wishes, and notes in each
 * whether it was seen.  Returns how many are still open.
 */
size_t wishes_guess(struct wishes *wishes);

#endif
