/* Which exercises of a phase somebody begins with. */
#include "config.h"

#include <stdlib.h>

#include "pack/pack.h"

/* The choice while it is made: a flag for each exercise of the phase. */
struct choice {
	const struct phase *phase;
	bool *allowed, *chosen;
	size_t count;			/* of the chosen, habits aside */
};

static bool is_allowed(const struct exercise *exercise,
		       const struct target *const *targets, size_t n_targets)
{
	for (size_t i = 0; i < n_targets; i++)
		if (exercise_excluded(exercise, targets[i]) != NULL)
			return false;
	return true;
}

static bool is_met(const struct choice *choice,
		   const struct component *component)
{
	const struct phase *phase = choice->phase;

	for (size_t i = 0; i < phase->n_exercises; i++)
		if (choice->chosen[i] &&
		    exercise_trains(phase->exercises[i].exercise, component))
			return true;
	return false;
}

static void take(struct choice *choice, size_t index)
{
	choice->count += !choice->phase->exercises[index].exercise->habit &&
			 !choice->chosen[index];
	choice->chosen[index] = true;
}

static void take_for(struct choice *choice, const struct component *need)
{
	const struct phase *phase = choice->phase;

	for (size_t i = 0; i < phase->n_exercises; i++)
		if (choice->allowed[i] &&
		    exercise_trains(phase->exercises[i].exercise, need)) {
			take(choice, i);
			return;
		}
}

/* What the phase needs first, then what stands first. */
static void choose(struct choice *choice)
{
	const struct phase *phase = choice->phase;
	double most = phase->programme->most_exercises;

	for (size_t i = 0; i < phase->n_needs; i++)
		if (!is_met(choice, phase->needs[i]))
			take_for(choice, phase->needs[i]);
	for (size_t i = 0; i < phase->n_exercises; i++)
		if (choice->allowed[i] &&
		    (phase->exercises[i].exercise->habit ||
		     (double)choice->count < most))
			take(choice, i);
}

size_t phase_choose(const struct prescription **list,
		    const struct phase *phase,
		    const struct target *const *targets, size_t n_targets)
{
	struct choice choice = {
		.phase = phase,
		.allowed = xcalloc(phase->n_exercises + 1,
				   sizeof *choice.allowed),
		.chosen = xcalloc(phase->n_exercises + 1,
				  sizeof *choice.chosen),
	};
	size_t count = 0;

	for (size_t i = 0; i < phase->n_exercises; i++)
		choice.allowed[i] = is_allowed(phase->exercises[i].exercise,
					       targets, n_targets);
	choose(&choice);
	for (size_t i = 0; i < phase->n_exercises; i++)
		if (choice.chosen[i])
			list[count++] = &phase->exercises[i];
	free(choice.allowed);
	free(choice.chosen);
	return count;
}
