/*
 * What is checked rather than proved, since scores decide it: on random
 * answers, no advice and no exercise stands beside a possible condition that
 * forbids it, no exercise at soon or above, under a floor or of a locked
 * programme, and the level shown is never below that of the rules, nor above soon by a
 * score.
 *
 * Usage: checked [PEOPLE [SEED]]; TAP.
 */
#include "config.h"

#include <stdio.h>

#include "assess/assess.h"
#include "soak.h"

static struct value any_value(const struct question *question, bool calm)
{
	struct value value = { .state = ANSWER_VALUE };

	if (question->type == QUESTION_NUMBER ||
	    question->type == QUESTION_SCALE) {
		value.number = any_number(question);
		return value;
	}
	if (question->type == QUESTION_TEXT || question->n_answers == 0)
		return (struct value){ .state = ANSWER_SKIPPED };
	/* mostly no danger, for danger hides advice; exercises show only to
	 * people without any */
	if (question->n_severity > 0 && (calm || draw(40) != 0))
		return choice_of(question, question->severity[0]);
	return choice_of(question, (size_t)draw(question->n_answers));
}

/* Answers to about nine questions in ten, put at once and settled once. */
static struct answers *person(const struct pack *pack)
{
	struct answers *answers = answers_new(pack, (enum role)draw(N_ROLES));
	bool calm = draw(2) == 0;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value = any_value(question, calm);
		struct error err;

		if (draw(10) != 0 || (calm && question->part->safety))
			answers_put(answers, question->physio_only
					     ? LAYER_PHYSIO : LAYER_PATIENT,
				    question, &value, &err);
	}
	answers_settle(answers);
	return answers;
}

static bool is_possible(const struct assessment *seen,
			const struct target *condition)
{
	for (size_t i = 0; i < seen->n_scored; i++)
		if (seen->scored[i].target == condition)
			return !seen->scored[i].ruled_out &&
			       seen->scored[i].probability >=
				       seen->pack->constants.possible;
	return false;
}

/* A form that some condition possible now forbids. */
static bool is_beside(const struct assessment *seen,
		      const struct advice *advice)
{
	for (size_t i = 0; i < advice->n_forbidden; i++)
		if (advice->forbidden_by[i]->parent == NULL &&
		    is_possible(seen, advice->forbidden_by[i]))
			return true;
	return false;
}

/* An exercise for somebody who may have what it is not for. */
static bool is_excluded(const struct assessment *seen,
			const struct exercise *exercise)
{
	for (size_t i = 0; i < exercise->n_not_for; i++)
		if (exercise->not_for[i]->parent == NULL &&
		    is_possible(seen, exercise->not_for[i]))
			return true;
	return false;
}

static bool trains_wrongly(const struct assessment *seen)
{
	const struct training *training = &seen->training;

	if (training->n_exercises == 0)
		return false;
	if (seen->urgency >= URGENCY_SOON || seen->floor ||
	    seen->scope != NULL || training->phase->programme->locked ||
	    training->phase->number != 0 ||
	    !programme_is_for(training->phase->programme, training->target))
		return true;
	for (size_t i = 0; i < training->n_exercises; i++)
		if (is_excluded(seen, training->exercises[i]->exercise))
			return true;
	return false;
}

struct broken {
	size_t advice, training, low, high;
	size_t trained;		/* people who were shown exercises */
};

static void look(struct broken *broken, const struct assessment *seen)
{
	for (size_t i = 0; i < seen->n_advice; i++)
		broken->advice += is_beside(seen, seen->advice[i]);
	broken->training += trains_wrongly(seen);
	broken->trained += seen->training.n_exercises > 0;
	broken->low += seen->urgency < seen->urgency_by_rules;
	broken->high += seen->urgency > URGENCY_SOON &&
			seen->urgency > seen->urgency_by_rules;
}

static void ok(unsigned number, bool holds, const char *what)
{
	printf("%sok %u - %s\n", holds ? "" : "not ", number, what);
}

int main(int argc, char **argv)
{
	size_t people = soak_count(argc, argv, 1000000);
	struct pack *pack = shipped_pack();
	struct broken broken = { 0 };

	for (size_t i = 0; i < people; i++) {
		struct answers *answers = person(pack);
		struct assessment *seen = assess(pack, answers);

		look(&broken, seen);
		assessment_free(&seen);
		answers_free(&answers);
	}
	printf("1..4\n");
	ok(1, broken.advice == 0,
	   "no advice stands beside a possible condition that forbids it");
	ok(2, broken.low == 0, "the level shown is never below the rules'");
	ok(3, broken.high == 0, "no score makes it same-day or an emergency");
	ok(4, broken.training == 0 && broken.trained > 0,
	   "no exercise is shown to somebody whom it could harm");
	printf("# %zu random people, %zu of them with exercises\n", people,
	       broken.trained);
	pack_free(&pack);
	return broken.advice + broken.training + broken.low + broken.high != 0;
}
