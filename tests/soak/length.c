/*
 * How long the interview is for people without a red flag.  Each has one
 * condition, drawn by its prior, and answers as it makes likely: an answer
 * is drawn by how much it speaks for that condition.
 *
 * Usage: length [PEOPLE [SEED]]; TAP.  Targets: CONTRIBUTING, "Length".
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assess/score.h"
#include "interview/interview.h"
#include "soak.h"

#define MEDIAN_MOST 18
#define NINETY_FIFTH_MOST 28
#define SAFETY_MOST 8

static size_t draw_condition(const struct pack *pack)
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
static double ratio_for(const struct answers *answers, size_t condition)
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
static double weight_of(const struct answers *answers, size_t condition,
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
static struct value likely_choice(const struct answers *answers,
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
static struct value likely_choices(const struct answers *answers,
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

static struct value likely_number(const struct question *question)
{
	struct value value = { .state = ANSWER_VALUE };

	value.number = any_number(question);
	if (strcmp(question->id, "age") == 0)
		value.number = 18 + (double)draw(70);
	if (strcmp(question->id, "nprs") == 0)
		value.number = (double)draw(8);
	return value;
}

static struct value likely_value(const struct answers *answers,
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

static void answer(struct answers *answers, size_t condition,
		   const struct question *question)
{
	struct value value = likely_value(answers, condition, question);
	struct error err;

	if (answers_applies(answers, question))
		answers_set(answers, question, &value, &err);
}

struct length {
	size_t all, safety;
};

static struct length one_person(const struct pack *pack)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	struct length length = { 0, 0 };
	struct step step = interview_next(pack, answers);
	size_t condition = draw_condition(pack);

	while (step.kind == STEP_ASK && length.all < 500) {
		length.all++;
		length.safety += step.questions[0]->part->safety;
		for (size_t i = 0; i < step.n_questions; i++)
			answer(answers, condition, step.questions[i]);
		step = interview_next(pack, answers);
	}
	answers_free(&answers);
	return length;
}

static int by_size(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;

	return a < b ? -1 : a > b;
}

static int report(size_t *all, size_t *safety, size_t people)
{
	size_t median, ninety_fifth, most_safety;

	qsort(all, people, sizeof *all, by_size);
	qsort(safety, people, sizeof *safety, by_size);
	median = all[people / 2];
	ninety_fifth = all[people * 95 / 100];
	most_safety = safety[people / 2];
	printf("1..3\n");
	printf("%sok 1 - half of all people see %d screens or fewer\n",
	       median > MEDIAN_MOST ? "not " : "", MEDIAN_MOST);
	printf("%sok 2 - 95 of 100 see %d or fewer\n",
	       ninety_fifth > NINETY_FIFTH_MOST ? "not " : "",
	       NINETY_FIFTH_MOST);
	printf("%sok 3 - at most %d of them are about safety\n",
	       most_safety > SAFETY_MOST ? "not " : "", SAFETY_MOST);
	printf("# screens: median %zu, 95th percentile %zu, most %zu; safety %zu\n",
	       median, ninety_fifth, all[people - 1], most_safety);
	return median > MEDIAN_MOST || ninety_fifth > NINETY_FIFTH_MOST ||
	       most_safety > SAFETY_MOST;
}

static int run(const struct pack *pack, size_t people)
{
	size_t *all = xcalloc(people, sizeof *all);
	size_t *safety = xcalloc(people, sizeof *safety);
	int status;

	for (size_t i = 0; i < people; i++) {
		struct length length = one_person(pack);

		all[i] = length.all;
		safety[i] = length.safety;
	}
	status = report(all, safety, people);
	free(all);
	free(safety);
	return status;
}

int main(int argc, char **argv)
{
	size_t people = soak_count(argc, argv, 200);
	struct pack *pack = shipped_pack();
	int status = run(pack, people);

	pack_free(&pack);
	return status;
}
