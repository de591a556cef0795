/*
 * A guess while it is made: what its files share, and nobody else includes.
 * False is always: it did not work out, though something may have been said.
 */
#ifndef SITWELL_GUESSING_H
#define SITWELL_GUESSING_H

#include "prove/guess.h"

/* What was said of a question so far. */
struct said {
	bool fixed;		/* and no other answer will do */
	bool asking;		/* its ask-if is being made true */
	struct value value;
	uint64_t barred;	/* several answers: not these */
};

struct guess {
	const struct pack *pack;
	const struct cells *cells;
	struct said *said;	/* by question */
	enum role role;
	uint64_t chance;
	unsigned steps;		/* left for this wish */
	unsigned depth;
};

/* By chance, below a limit. */
size_t guess_chance(struct guess *guess, size_t below);

/* guess_say.c: questions */

/* Whether it can be asked, which is made so where need be. */
bool guess_open(struct guess *guess, const struct question *question);
bool guess_say(struct guess *guess, const struct question *question,
	       struct value value);
/* Unsure, skipped, na or nothing. */
bool guess_say_state(struct guess *guess, const struct question *question,
		     enum answer_state state);
/* One more of several answers, by index. */
bool guess_say_too(struct guess *guess, const struct question *question,
		   size_t answer);

/* guess_want.c: as guess_want and guess_finding, for the wish in hand */
bool guess_more(struct guess *guess, const struct expr *expr, bool holds);
bool guess_more_of_finding(struct guess *guess, const struct finding *finding,
			   bool present);

#endif
