/*
 * Answers by guessing: as much as possible of what is wanted is made true
 * at once, without search.  What was said once stays, so later wishes may
 * fail; the next guess draws other answers.  Cheap where a solver looks at
 * the whole pack for every wish, and never a proof that something cannot be.
 */
#ifndef SITWELL_GUESS_H
#define SITWELL_GUESS_H

#include "answers/answers.h"
#include "prove/cells.h"

struct guess;

/* Both borrowed, to outlive it. */
struct guess *guess_new(const struct pack *pack, const struct cells *cells);
void guess_free(struct guess **guess);

/* Forgets all answers, and chance too: each `seed` guesses in its way. */
void guess_begin(struct guess *guess, enum role role, uint64_t seed);

/*
 * Says what makes the expression true, or false, with what lets each
 * question be asked.  False: it did not work out, though something may have
 * been said.  True is a good guess; evaluate the answers to be sure.
 */
bool guess_want(struct guess *guess, const struct expr *expr, bool holds);
/* The finding is present, or is absent. */
bool guess_finding(struct guess *guess, const struct finding *finding,
		   bool present);
/* The question is asked, and not answered yet. */
bool guess_asked(struct guess *guess, const struct question *question);
/* This answer, by index, is among what is said. */
bool guess_answer(struct guess *guess, const struct question *question,
		  size_t answer);

/* How to answer what nothing was said of. */
enum guess_rest { GUESS_NOTHING, GUESS_HARMLESS, GUESS_ANY };

/* The answers, settled; the caller frees them. */
struct answers *guess_answers(struct guess *guess, enum guess_rest rest);

#endif
