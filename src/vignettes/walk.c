#include "config.h"

#include "vignettes/walk.h"

#include <stdlib.h>

#include "answers/logic.h"
#include "base/arena.h"
#include "interview/interview.h"

struct walk {
	const struct pack *pack;
	const struct answers *known;
	struct answers *answers;
	size_t *asked_on;	/* by question: its screen, from 1; 0 not */
	struct walked walked;
};

static void answer(struct walk *walk, const struct question *question)
{
	static const enum answer_state states[] = {
		ANSWER_UNSURE, ANSWER_SKIPPED,
	};
	struct value value;
	struct error err;

	walk->asked_on[question->index] = walk->walked.screens;
	if (answers_given(walk->known, question) &&
	    answers_set(walk->answers, question,
			answers_get(walk->known, question), &err) == 0)
		return;
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		value = (struct value){ .state = states[i] };
		if (answers_set(walk->answers, question, &value, &err) == 0)
			return;
	}
}

static void answer_step(struct walk *walk, const struct step *step)
{
	walk->walked.screens++;
	walk->walked.safety += step->questions[0]->part->safety;
	for (size_t i = 0; i < step->n_questions; i++)
		if (answers_applies(walk->answers, step->questions[i]))
			answer(walk, step->questions[i]);
}

/* Whether an answer is worse than the harmless one. */
static bool is_sign(const struct answers *answers,
		    const struct question *question)
{
	const struct value *value = answers_get(answers, question);
	size_t harmless;

	if (!question->part->safety || question->n_severity == 0 ||
	    !answers_given(answers, question))
		return false;
	harmless = question->severity[0];
	return value->state != question->answers[harmless].state ||
	       value->choices != UINT64_C(1) << harmless;
}

/* Whether the rule fires no more with the harmless answer. */
static bool is_needed(const struct walk *walk, const struct rule *rule,
		      const struct question *question)
{
	struct answers *milder = answers_copy(walk->answers);
	struct value value = {
		.state = ANSWER_VALUE,
		.choices = UINT64_C(1) << question->severity[0],
	};
	struct error err;
	bool needed = answers_set(milder, question, &value, &err) == 0 &&
		      expr_eval(rule->when, milder, READ_SAID) != TRI_TRUE;

	answers_free(&milder);
	return needed;
}

/* The first screen with a sign of the rule, or with one that it needs. */
struct signs {
	const struct walk *walk;
	const struct rule *rule;
	bool needed;
	size_t screen;
};

static void note_sign(void *data, const struct question *question)
{
	struct signs *signs = data;
	const struct walk *walk = signs->walk;
	size_t screen = walk->asked_on[question->index];

	if (screen == 0 || (signs->screen > 0 && signs->screen <= screen) ||
	    !is_sign(walk->answers, question))
		return;
	if (!signs->needed || is_needed(walk, signs->rule, question))
		signs->screen = screen;
}

static size_t first_sign(const struct walk *walk, const struct rule *rule)
{
	struct signs signs = { walk, rule, true, 0 };

	pack_walk_questions(walk->pack, rule->when, note_sign, &signs);
	if (signs.screen == 0) {
		signs.needed = false;
		pack_walk_questions(walk->pack, rule->when, note_sign, &signs);
	}
	return signs.screen > 0 ? signs.screen : walk->walked.screens;
}

struct walked vignette_walk(const struct pack *pack,
			    const struct answers *known)
{
	struct walk walk = { .pack = pack, .known = known,
			     .answers = answers_new(pack, ROLE_PATIENT),
			     .asked_on = xcalloc(pack->n_questions + 1,
						 sizeof *walk.asked_on) };
	struct step step = interview_next(pack, walk.answers);

	while (step.kind == STEP_ASK && walk.walked.screens < MOST_SCREENS) {
		answer_step(&walk, &step);
		step = interview_next(pack, walk.answers);
	}
	if (step.kind == STEP_EMERGENCY) {
		walk.walked.emergency = step.rule;
		walk.walked.waited = walk.walked.screens + 1 -
				     first_sign(&walk, step.rule);
	}
	free(walk.asked_on);
	answers_free(&walk.answers);
	return walk.walked;
}
