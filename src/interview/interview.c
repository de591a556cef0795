#include "config.h"

#include "interview/interview.h"

#include <stdlib.h>
#include <string.h>

#include "answers/logic.h"
#include "assess/assess.h"

/* A question that is part of another's screen: the side of a site. */
static const struct question *site_with_side(const struct pack *pack,
					     const struct question *question)
{
	size_t next = question->index + 1;

	if (next < pack->n_questions &&
	    pack->questions[next].side == question)
		return &pack->questions[next];
	return NULL;
}

static void add_question(struct step *step, const struct answers *answers,
			 const struct question *question)
{
	if (question != NULL && step->n_questions < STEP_MAX &&
	    answers_applies(answers, question))
		step->questions[step->n_questions++] = question;
}

struct step interview_step_of(const struct pack *pack,
			      const struct answers *answers,
			      const struct question *question)
{
	const struct checklist *checklist = question->checklist;
	struct step step = { .kind = STEP_ASK, .checklist = checklist };

	if (checklist != NULL) {
		for (size_t i = 0; i < checklist->n_questions; i++)
			add_question(&step, answers, checklist->questions[i]);
		return step;
	}
	if (question->side != NULL)
		add_question(&step, answers, question->side);
	add_question(&step, answers, question);
	add_question(&step, answers, site_with_side(pack, question));
	return step;
}

bool step_is_examination(const struct step *step)
{
	for (size_t i = 0; i < step->n_questions; i++)
		if (!step->questions[i]->physio_only)
			return false;
	return step->n_questions > 0;
}

bool step_is_private(const struct step *step)
{
	for (size_t i = 0; i < step->n_questions; i++)
		if (step->questions[i]->private)
			return true;
	return false;
}

bool step_is_handed_over(const struct step *step, enum role role)
{
	return role == ROLE_TRAINER && step_is_private(step);
}

static bool changes_result(const struct pack *pack, struct answers *tried,
			   const struct question *question,
			   const struct value *value,
			   const struct digest *without)
{
	struct digest with;
	struct error err;

	if (answers_set(tried, question, value, &err) != 0)
		return false;
	with = assess_digest(pack, tried);
	return memcmp(&with, without, sizeof with) != 0;
}

static bool is_relevant_choice(const struct pack *pack, struct answers *tried,
			       const struct question *question,
			       const struct digest *without)
{
	struct value value;

	for (size_t i = 0; i < question->n_answers; i++) {
		value = (struct value){ .state = question->answers[i].state };
		if (value.state == ANSWER_VALUE)
			value.choices = UINT64_C(1) << i;
		if (changes_result(pack, tried, question, &value, without))
			return true;
	}
	return false;
}

/* Up to so many answers every set of them is tried. */
#define EVERY_SET 8

static uint64_t choosable(const struct question *question)
{
	uint64_t all = 0;

	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == ANSWER_VALUE &&
		    (int)i != question->none)
			all |= UINT64_C(1) << i;
	return all;
}

static size_t count_bits(uint64_t bits)
{
	size_t count = 0;

	for (; bits != 0; bits &= bits - 1)
		count++;
	return count;
}

static bool set_matters(const struct pack *pack, struct answers *tried,
			const struct question *question, uint64_t set,
			const struct digest *without)
{
	struct value value = { .state = ANSWER_VALUE, .choices = set };

	return changes_result(pack, tried, question, &value, without);
}

static bool every_set(const struct pack *pack, struct answers *tried,
		      const struct question *question, uint64_t all,
		      const struct digest *without)
{
	/* the next larger set within `all`; after the last comes none */
	for (uint64_t set = -all & all; set != 0; set = (set - all) & all)
		if (set_matters(pack, tried, question, set, without))
			return true;
	return false;
}

/* Every set of `more` answers of `rest`, on top of `set`. */
static bool every_few(const struct pack *pack, struct answers *tried,
		      const struct question *question, uint64_t set,
		      uint64_t rest, int more, const struct digest *without)
{
	if (more == 0)
		return set_matters(pack, tried, question, set, without);
	for (; rest != 0; rest &= rest - 1)
		if (every_few(pack, tried, question, set | (rest & -rest),
			      rest & (rest - 1), more - 1, without))
			return true;
	return false;
}

/*
 * Several answers together: every set, or, where those are too many for
 * somebody who waits, each two, each three and all of them.
 */
static bool is_relevant_set(const struct pack *pack, struct answers *tried,
			    const struct question *question,
			    const struct digest *without)
{
	uint64_t all = choosable(question);

	if (count_bits(all) <= EVERY_SET)
		return every_set(pack, tried, question, all, without);
	return every_few(pack, tried, question, 0, all, 2, without) ||
	       every_few(pack, tried, question, 0, all, 3, without) ||
	       set_matters(pack, tried, question, all, without);
}

/* The numbers that content compares a question with. */
struct thresholds {
	const struct question *question;
	double numbers[64];
	size_t count;
};

static void note_threshold(void *data, const struct expr *expr)
{
	struct thresholds *seen = data;

	if (expr->op != EXPR_COMPARE || expr->question != seen->question)
		return;
	for (size_t i = 0; i < seen->count; i++)
		if (seen->numbers[i] == expr->number)
			return;
	if (seen->count < sizeof seen->numbers / sizeof *seen->numbers)
		seen->numbers[seen->count++] = expr->number;
}

/*
 * Between two thresholds all numbers mean the same, so the ends of the
 * range and each threshold with its neighbours stand for all.
 */
static bool is_relevant_number(const struct pack *pack, struct answers *tried,
			       const struct question *question,
			       const struct digest *without)
{
	struct thresholds seen = { .question = question,
		.numbers = { question->min, question->max }, .count = 2 };

	pack_walk(pack, note_threshold, &seen);
	for (size_t i = 0; i < seen.count; i++)
		for (int side = -1; side <= 1; side++) {
			struct value value = {
				.state = ANSWER_VALUE,
				.number = seen.numbers[i] +
					  side * question->step,
			};

			if (changes_result(pack, tried, question, &value,
					   without))
				return true;
		}
	return false;
}

static bool changes_anything(const struct pack *pack,
			     const struct answers *answers,
			     const struct question *question)
{
	struct answers *tried = answers_copy_before(answers, question);
	struct digest without = assess_digest(pack, tried);
	bool relevant = is_relevant_choice(pack, tried, question, &without);

	if (!relevant && (question->type == QUESTION_MULTI ||
			  question->multiple))
		relevant = is_relevant_set(pack, tried, question, &without);
	if (!relevant && question_has_number(question))
		relevant = is_relevant_number(pack, tried, question, &without);
	answers_free(&tried);
	return relevant;
}

bool interview_relevant(const struct pack *pack, const struct answers *answers,
			const struct question *question)
{
	return question->part->safety || question->always ||
	       changes_anything(pack, answers, question);
}

static bool is_open(const struct answers *answers,
		    const struct question *question)
{
	return answers_applies(answers, question) &&
	       !answers_given(answers, question);
}

static bool has_open_safety(const struct pack *pack,
			    const struct answers *answers)
{
	for (size_t i = 0; i < pack->n_questions; i++)
		if (pack->questions[i].part->safety &&
		    is_open(answers, &pack->questions[i]))
			return true;
	return false;
}

static const struct question *first_open(const struct pack *pack,
					 const struct answers *answers)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (is_open(answers, question) &&
		    interview_relevant(pack, answers, question))
			return question;
	}
	return NULL;
}

/* The first emergency rule that fires by what was said, or NULL. */
static const struct rule *emergency_said(const struct pack *pack,
					 const struct answers *answers)
{
	const struct rule *emergency = NULL;
	struct rule_list fired;

	if (urgency_by_rules(pack, answers, READ_SAID, &fired) ==
	    URGENCY_EMERGENCY)
		emergency = fired.rules[0];
	for (size_t i = fired.count; i > 0; i--)
		if (fired.rules[i - 1]->stop)
			emergency = fired.rules[i - 1];
	free(fired.rules);
	return emergency;
}

static struct step ask_next(const struct pack *pack,
			    const struct answers *answers)
{
	const struct question *open = first_open(pack, answers);
	const struct scope *scope;

	if (has_open_safety(pack, answers))
		return interview_step_of(pack, answers, open);
	/* the safety parts are done: only now is somebody sent elsewhere */
	scope = assess_scope(pack, answers);
	if (scope != NULL)
		return (struct step){ .kind = STEP_OUT_OF_SCOPE,
				      .scope = scope };
	if (open != NULL)
		return interview_step_of(pack, answers, open);
	return (struct step){ .kind = STEP_DONE };
}

/* In the physio's role nothing stops: the examination goes on. */
struct step interview_next(const struct pack *pack,
			   const struct answers *answers)
{
	const struct rule *emergency = emergency_said(pack, answers);
	struct step step;

	if (emergency != NULL && emergency->stop &&
	    answers_role(answers) != ROLE_PHYSIO)
		return (struct step){ .kind = STEP_EMERGENCY,
				      .rule = emergency };
	step = ask_next(pack, answers);
	step.rule = emergency;
	return step;
}

static void withdraw_step(struct answers *answers, const struct step *step)
{
	for (size_t i = step->n_questions; i > 0; i--)
		answers_withdraw(answers, step->questions[i - 1]);
}

void interview_change(const struct pack *pack, struct answers *answers,
		      const struct question *question)
{
	struct step step = interview_step_of(pack, answers, question);

	withdraw_step(answers, &step);
}

/* The first question of the step to come, or one past the last. */
static size_t place_of_next(const struct pack *pack,
			    const struct answers *answers)
{
	struct step next = interview_next(pack, answers);

	return next.n_questions > 0 ? next.questions[0]->index
				    : pack->n_questions;
}

bool interview_back(const struct pack *pack, struct answers *answers)
{
	for (size_t i = place_of_next(pack, answers); i > 0; i--) {
		const struct question *question = &pack->questions[i - 1];

		if (!answers_given(answers, question))
			continue;
		interview_change(pack, answers, question);
		return true;
	}
	return false;
}

/* Steps are counted by the first question of each that applies. */
static bool leads_step(const struct pack *pack, const struct answers *answers,
		       const struct question *question)
{
	struct step step;

	if (!answers_applies(answers, question))
		return false;
	step = interview_step_of(pack, answers, question);
	return step.questions[0] == question;
}

static bool is_open_red_flag(const struct answers *answers,
			     const struct question *question)
{
	return question->part->safety && question->n_severity > 0 &&
	       is_open(answers, question);
}

/*
 * The answers as they will be if every red flag to come is harmless; NULL
 * if none is to come, for then they stay as they are.
 */
static struct answers *harmless_end(const struct pack *pack,
				    const struct answers *answers)
{
	struct answers *end;
	size_t first = 0;

	while (first < pack->n_questions &&
	       !is_open_red_flag(answers, &pack->questions[first]))
		first++;
	if (first == pack->n_questions)
		return NULL;
	end = answers_copy(answers);
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value;
		struct error err;
		size_t harmless;

		if (!question->part->safety || question->n_severity == 0 ||
		    answers_given(answers, question))
			continue;
		harmless = question->severity[0];
		value = (struct value){
			.state = question->answers[harmless].state,
			.choices = UINT64_C(1) << harmless,
		};
		answers_put(end, LAYER_PATIENT, question, &value, &err);
	}
	answers_settle(end);
	return end;
}

static size_t steps_to_come(const struct pack *pack,
			    const struct answers *answers, size_t from,
			    bool safety)
{
	struct answers *end = harmless_end(pack, answers);
	size_t steps = 0;

	for (size_t i = from; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		steps += (!safety || question->part->safety) &&
			 leads_step(pack, end != NULL ? end : answers, question);
	}
	answers_free(&end);
	/* beyond safety, about every second question is passed over */
	return safety ? steps : (steps + 1) / 2;
}

struct progress interview_progress(const struct pack *pack,
				   const struct answers *answers,
				   const struct step *step)
{
	size_t at = step->n_questions > 0 ? step->questions[0]->index
					  : pack->n_questions;
	struct progress progress = { .number = 1 };

	progress.safety = step->n_questions > 0 &&
			  step->questions[0]->part->safety;
	for (size_t i = 0; i < at; i++) {
		const struct question *question = &pack->questions[i];

		if (!progress.safety || question->part->safety)
			progress.number += answers_given(answers, question) &&
				leads_step(pack, answers, question);
	}
	progress.about = progress.number +
		steps_to_come(pack, answers, at + 1, progress.safety);
	return progress;
}
