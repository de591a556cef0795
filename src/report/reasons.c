#include "config.h"

#include "report/reasons.h"

#include "answers/logic.h"

/* A walk over all questions that an expression reads, findings included. */
struct walk {
	void (*seen)(struct walk *walk, const struct question *question);
	const struct answers *answers;
	struct answers *harmless;
	bool found;
};

static void visit(void *data, const struct question *question,
		  const struct finding *finding)
{
	struct walk *walk = data;

	if (question != NULL)
		walk->seen(walk, question);
	if (finding != NULL)
		expr_visit(finding->when, visit, data);
}

/* Index of the answer that means the least, or -1. */
static int harmless_answer(const struct question *question)
{
	if (question->n_severity > 0)
		return (int)question->severity[0];
	return question_find_answer(question, "no");
}

static bool is_known(const struct answers *answers,
		     const struct question *question)
{
	enum answer_state state = answers_get(answers, question)->state;

	return state == ANSWER_VALUE || state == ANSWER_NA;
}

static void note_unknown(struct walk *walk, const struct question *question)
{
	if (!is_known(walk->answers, question))
		walk->found = true;
}

static void make_harmless(struct walk *walk, const struct question *question)
{
	struct value value = { .state = ANSWER_VALUE };
	int harmless = harmless_answer(question);
	struct error err;

	if (is_known(walk->answers, question))
		return;
	if (harmless < 0) {
		answers_withdraw(walk->harmless, question);
		return;
	}
	value.choices = UINT64_C(1) << harmless;
	value.state = question->answers[harmless].state;
	answers_set(walk->harmless, question, &value, &err);
}

bool rule_is_uncertain(const struct rule *rule, const struct answers *answers)
{
	struct walk walk = { .seen = note_unknown, .answers = answers };
	bool certain;

	expr_visit(rule->when, visit, &walk);
	if (!walk.found)
		return false;
	walk.harmless = answers_copy(answers);
	walk.seen = make_harmless;
	expr_visit(rule->when, visit, &walk);
	certain = expr_eval(rule->when, walk.harmless, READ_AS_IS) == TRI_TRUE;
	answers_free(&walk.harmless);
	return !certain;
}

static void note_private(struct walk *walk, const struct question *question)
{
	const struct value *value = answers_get(walk->answers, question);
	int harmless = harmless_answer(question);

	if (!question->private || value->state == ANSWER_NA ||
	    value->state == ANSWER_NOTHING)
		return;
	if (value->state == ANSWER_VALUE && harmless >= 0 &&
	    value->choices == UINT64_C(1) << harmless)
		return;
	walk->found = true;
}

bool rule_is_private(const struct rule *rule, const struct answers *answers)
{
	struct walk walk = { .seen = note_private, .answers = answers };

	expr_visit(rule->when, visit, &walk);
	return walk.found;
}
