/*
 * People without a red flag.  Each has one condition, drawn by its prior,
 * and answers as it makes likely: an answer is drawn by how much it speaks
 * for that condition.
 */
#ifndef SITWELL_TESTS_LIKELY_H
#define SITWELL_TESTS_LIKELY_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "assess/score.h"
#include "soak.h"

static inline size_t draw_condition(const struct pack *pack)
{
	double left = (double)draw(1000000) / 1e6;

	for (size_t c = 0; c < pack->n_conditions; c++) {
		left -= pack->targets[c].prior;
		if (left < 0)
			return c;
	}
	return 0;
}

/* How much the evidence says for a condition, as a ratio. */
static inline double ratio_for(const struct answers *answers, size_t condition)
{
	const struct pack *pack = answers_pack(answers);
	struct known *known = xcalloc(pack->n_findings + pack->n_profiles + 1,
				      sizeof *known);
	struct score *scores = xcalloc(pack->n_targets, sizeof *scores);
	double ratio;

	score_targets(scores, pack, answers, known,
		      score_known(known, pack, answers));
	ratio = exp(scores[condition].evidence);
	free(scores);
	free(known);
	return ratio;
}

/* What an answer would say for the condition beside what is known. */
static inline double weight_of(const struct answers *answers, size_t condition,
			       const struct question *question,
			       const struct value *value)
{
	struct answers *tried = answers_copy(answers);
	struct error err;
	double weight = 0;

	if (answers_set(tried, question, value, &err) == 0)
		weight = ratio_for(tried, condition) /
			 ratio_for(answers, condition);
	answers_free(&tried);
	return weight;
}

/* One answer, drawn by weight; hardly anybody is unsure. */
static inline struct value likely_choice(const struct answers *answers,
					 size_t condition,
					 const struct question *question)
{
	double weights[MAX_ANSWERS], sum = 0, left;

	for (size_t i = 0; i < question->n_answers; i++) {
		struct value value = choice_of(question, i);

		weights[i] = weight_of(answers, condition, question, &value);
		if (value.state != ANSWER_VALUE)
			weights[i] *= 0.1;
		sum += weights[i];
	}
	left = (double)draw(1000000) / 1e6 * sum;
	for (size_t i = 0; i < question->n_answers; i++) {
		left -= weights[i];
		if (left < 0)
			return choice_of(question, i);
	}
	return choice_of(question, 0);
}

/* Each answer by itself: one in four where it says nothing. */
static inline struct value likely_choices(const struct answers *answers,
					  size_t condition,
					  const struct question *question)
{
	struct value value = { .state = ANSWER_VALUE };

	for (size_t i = 0; i < question->n_answers; i++) {
		struct value one = choice_of(question, i);
		double weight;

		if (one.state != ANSWER_VALUE || (int)i == question->none)
			continue;
		weight = weight_of(answers, condition, question, &one);
		if ((double)draw(1000) < 1000 * weight / (weight + 3))
			value.choices |= one.choices;
	}
	if (value.choices == 0 && question->none >= 0)
		value.choices = UINT64_C(1) << question->none;
	return value.choices != 0 ? value
				  : likely_choice(answers, condition, question);
}

static inline struct value likely_number(const struct question *question)
{
	struct value value = { .state = ANSWER_VALUE };

	value.number = any_number(question);
	if (strcmp(question->id, "age") == 0)
		value.number = 18 + (double)draw(70);
	if (strcmp(question->id, "nprs") == 0)
		value.number = (double)draw(8);
	return value;
}

static inline struct value likely_value(const struct answers *answers,
					size_t condition,
					const struct question *question)
{
	int no = question_find_answer(question, "no");

	switch (question->type) {
	case QUESTION_NUMBER:
	case QUESTION_SCALE:
		return likely_number(question);
	case QUESTION_TEXT:
		return (struct value){ .state = ANSWER_SKIPPED };
	default:
		break;
	}
	if (question->part->safety && no >= 0)
		return choice_of(question, (size_t)no);
	if (question->n_severity > 0)
		return choice_of(question, question->severity[0]);
	if (question->type == QUESTION_MULTI || question->multiple)
		return likely_choices(answers, condition, question);
	return likely_choice(answers, condition, question);
}

#endif
