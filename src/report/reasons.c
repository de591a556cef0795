#include "config.h"

#include "report/reasons.h"

#include "answers/logic.h"

/* What is looked for among the questions that a rule reads. */
struct search {
	const struct answers *answers;
	struct answers *harmless;
	bool found;
};

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

static void note_unknown(void *data, const struct question *question)
{
	struct search *search = data;

	if (!is_known(search->answers, question))
		search->found = true;
}

static void make_harmless(void *data, const struct question *question)
{
	struct search *search = data;
	struct value value = { .state = ANSWER_VALUE };
	int harmless = harmless_answer(question);
	struct error err;

	if (is_known(search->answers, question))
		return;
	if (harmless < 0) {
		answers_withdraw(search->harmless, question);
		return;
	}
	value.choices = UINT64_C(1) << harmless;
	value.state = question->answers[harmless].state;
	answers_set(search->harmless, question, &value, &err);
}

bool rule_is_uncertain(const struct rule *rule, const struct answers *answers)
{
	struct search search = { .answers = answers };
	const struct pack *pack = answers_pack(answers);
	bool certain;

	pack_walk_questions(pack, rule->when, note_unknown, &search);
	if (!search.found)
		return false;
	search.harmless = answers_copy(answers);
	pack_walk_questions(pack, rule->when, make_harmless, &search);
	certain = expr_eval(rule->when, search.harmless, READ_AS_IS) == TRI_TRUE;
	answers_free(&search.harmless);
	return !certain;
}

static void make_gap_harmless(void *data, const struct question *question)
{
	struct search *search = data;

	if (answers_get(search->answers, question)->state == ANSWER_NOTHING)
		make_harmless(data, question);
}

bool rule_was_said(const struct rule *rule, const struct answers *answers)
{
	struct search search = { .answers = answers };
	bool said;

	if (expr_eval(rule->when, answers, READ_SAID) != TRI_TRUE)
		return false;
	search.harmless = answers_copy(answers);
	pack_walk_questions(answers_pack(answers), rule->when,
			    make_gap_harmless, &search);
	said = expr_eval(rule->when, search.harmless, READ_SAID) == TRI_TRUE;
	answers_free(&search.harmless);
	return said;
}

static void note_private(void *data, const struct question *question)
{
	struct search *search = data;
	const struct value *value = answers_get(search->answers, question);
	int harmless = harmless_answer(question);

	if (!question->private || value->state == ANSWER_NA ||
	    value->state == ANSWER_NOTHING)
		return;
	if (value->state == ANSWER_VALUE && harmless >= 0 &&
	    value->choices == UINT64_C(1) << harmless)
		return;
	search->found = true;
}

bool rule_is_private(const struct rule *rule, const struct answers *answers)
{
	struct search search = { .answers = answers };

	pack_walk_questions(answers_pack(answers), rule->when, note_private,
			    &search);
	return search.found;
}

static void note_private_said(void *data, const struct question *question)
{
	struct search *search = data;

	if (answers_get(search->answers, question)->state == ANSWER_VALUE)
		note_private(data, question);
}

bool advice_is_private(const struct advice *advice,
		       const struct answers *answers)
{
	struct search search = { .answers = answers };

	pack_walk_questions(answers_pack(answers), advice->when,
			    note_private_said, &search);
	return search.found;
}

bool advice_is_open(const struct advice *advice, const struct answers *answers)
{
	return answers_role(answers) != ROLE_TRAINER ||
	       (advice->n_for == 0 && !advice_is_private(advice, answers));
}

static void note_any_private(void *data, const struct question *question)
{
	bool *found = data;

	*found |= question->private;
}

bool finding_is_private(const struct finding *finding, const struct pack *pack)
{
	bool found = false;

	pack_walk_questions(pack, finding->when, note_any_private, &found);
	return found;
}

/* What is gathered of the answers behind a rule. */
struct behind {
	const struct answers *answers;
	const struct question **questions;
	size_t most, count;
	enum answer_state state;
};

static void note_behind(void *data, const struct question *question)
{
	struct behind *behind = data;
	const struct value *value = answers_get(behind->answers, question);
	int harmless = harmless_answer(question);

	if (value->state != behind->state || behind->count == behind->most)
		return;
	if (value->state == ANSWER_VALUE && harmless >= 0 &&
	    value->choices == UINT64_C(1) << harmless)
		return;
	behind->questions[behind->count++] = question;
}

size_t rule_answers(const struct question **questions, size_t most,
		    const struct rule *rule, const struct answers *answers)
{
	static const enum answer_state states[] = {
		ANSWER_VALUE, ANSWER_UNSURE, ANSWER_NOTHING,
	};
	struct behind behind = { .answers = answers, .questions = questions,
				 .most = most };

	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		behind.state = states[i];
		if (behind.count == 0)
			pack_walk_questions(answers_pack(answers), rule->when,
					    note_behind, &behind);
	}
	return behind.count;
}
