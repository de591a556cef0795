/* What a guess says of a question, and of what lets it be asked. */
#include "config.h"

#include "prove/guessing.h"

bool guess_open(struct guess *guess, const struct question *question)
{
	struct said *said = &guess->said[question->index];
	bool opened;

	if (said->fixed || said->value.state == ANSWER_VALUE)
		return said->value.state != ANSWER_NA;
	if (said->asking || (question->physio_only &&
			     guess->role != ROLE_PHYSIO))
		return false;
	said->asking = true;
	opened = (question->ask_if == NULL ||
		  guess_more(guess, question->ask_if, true)) &&
		 (question->not_if == NULL ||
		  guess_more(guess, question->not_if, false));
	said->asking = false;
	return opened;
}

bool guess_say(struct guess *guess, const struct question *question,
	       struct value value)
{
	struct said *said = &guess->said[question->index];

	if (said->fixed)
		return value_equal(&said->value, &value);
	if (said->value.state == ANSWER_VALUE || said->barred != 0 ||
	    !guess_open(guess, question) || said->fixed)
		return false;
	said->value = value;
	said->fixed = true;
	return true;
}

bool guess_say_state(struct guess *guess, const struct question *question,
		     enum answer_state state)
{
	if (state == ANSWER_SKIPPED && question->part->safety)
		return false;
	if (state != ANSWER_NA)
		return guess_say(guess, question,
				 (struct value){ .state = state });
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == ANSWER_NA)
			return guess_say(guess, question,
					 (struct value){ .state = ANSWER_NA });
	if (question->physio_only && guess->role != ROLE_PHYSIO)
		return true;
	return question->ask_if != NULL &&
	       guess->said[question->index].value.state == ANSWER_NOTHING &&
	       guess_more(guess, question->ask_if, false);
}

bool guess_say_too(struct guess *guess, const struct question *question,
		   size_t answer)
{
	struct said *said = &guess->said[question->index];
	uint64_t bit = UINT64_C(1) << answer;
	uint64_t none = question->none < 0 ? 0 : UINT64_C(1) << question->none;

	if (said->value.choices & bit)
		return true;
	if (said->fixed || (said->barred & bit) ||
	    (said->value.choices & none) ||
	    (bit == none && said->value.choices != 0) ||
	    !guess_open(guess, question))
		return false;
	said->value.state = ANSWER_VALUE;
	said->value.choices |= bit;
	return true;
}
