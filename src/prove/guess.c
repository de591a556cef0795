#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "prove/guessing.h"

/* Findings can say so much through each other that a wish needs an end. */
#define STEPS 4000

struct guess *guess_new(const struct pack *pack, const struct cells *cells)
{
	struct guess *guess = xcalloc(1, sizeof *guess);

	guess->pack = pack;
	guess->cells = cells;
	guess->said = xcalloc(pack->n_questions + 1, sizeof *guess->said);
	return guess;
}

void guess_free(struct guess **guess)
{
	if (*guess == NULL)
		return;
	free((*guess)->said);
	free(*guess);
	*guess = NULL;
}

void guess_begin(struct guess *guess, enum role role, uint64_t seed)
{
	memset(guess->said, 0, guess->pack->n_questions * sizeof *guess->said);
	guess->role = role;
	guess->chance = seed * UINT64_C(2685821657736338717) + 1;
}

/* xorshift64* */
size_t guess_chance(struct guess *guess, size_t below)
{
	guess->chance ^= guess->chance >> 12;
	guess->chance ^= guess->chance << 25;
	guess->chance ^= guess->chance >> 27;
	return (size_t)(guess->chance * UINT64_C(2685821657736338717) >> 33) %
	       below;
}

/* Each wish anew. */
static void begin_wish(struct guess *guess)
{
	guess->steps = STEPS;
	guess->depth = 0;
}

bool guess_answer(struct guess *guess, const struct question *question,
		  size_t answer)
{
	enum answer_state state = question->answers[answer].state;

	begin_wish(guess);
	if (state != ANSWER_VALUE)
		return guess_say_state(guess, question, state);
	if (question_takes_several(question))
		return guess_say_too(guess, question, answer);
	return guess_say(guess, question, (struct value){
		.state = ANSWER_VALUE, .choices = UINT64_C(1) << answer });
}

bool guess_asked(struct guess *guess, const struct question *question)
{
	begin_wish(guess);
	return guess_open(guess, question);
}

bool guess_want(struct guess *guess, const struct expr *expr, bool holds)
{
	begin_wish(guess);
	return guess_more(guess, expr, holds);
}

bool guess_finding(struct guess *guess, const struct finding *finding,
		   bool present)
{
	begin_wish(guess);
	return guess_more_of_finding(guess, finding, present);
}

/* Answers */

static struct value of_answer(const struct question *question, size_t answer)
{
	struct value value = { .state = question->answers[answer].state };

	if (value.state == ANSWER_VALUE)
		value.choices = UINT64_C(1) << answer;
	return value;
}

static struct value harmless(const struct question *question)
{
	int no = question_find_answer(question, "no");

	if (question->n_severity > 0)
		return of_answer(question, question->severity[0]);
	if (no >= 0)
		return of_answer(question, (size_t)no);
	return (struct value){ .state = ANSWER_NOTHING };
}

static struct value anything(struct guess *guess,
			     const struct question *question)
{
	const struct cells *cells = &guess->cells[question->index];

	if (question_has_number(question) && cells->count > 0)
		return (struct value){
			.state = ANSWER_VALUE,
			.number = cells->numbers[guess_chance(guess,
							      cells->count)],
		};
	if (question->n_answers > 0)
		return of_answer(question,
				 guess_chance(guess, question->n_answers));
	return (struct value){ .state = ANSWER_NOTHING };
}

static struct value said_or(struct guess *guess,
			    const struct question *question,
			    enum guess_rest rest)
{
	const struct said *said = &guess->said[question->index];

	if (said->fixed || said->value.state == ANSWER_VALUE ||
	    rest == GUESS_NOTHING)
		return said->value;
	return rest == GUESS_HARMLESS ? harmless(question)
				      : anything(guess, question);
}

struct answers *guess_answers(struct guess *guess, enum guess_rest rest)
{
	const struct pack *pack = guess->pack;
	struct answers *answers = answers_new(pack, guess->role);
	struct error err;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value = said_or(guess, question, rest);

		if (value.state != ANSWER_NOTHING)
			answers_put(answers, question->physio_only
					     ? LAYER_PHYSIO : LAYER_PATIENT,
				    question, &value, &err);
	}
	answers_settle(answers);
	return answers;
}
