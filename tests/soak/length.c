/*
 * How long the interview is for people without a red flag.
 *
 * Usage: length [PEOPLE [SEED]]; TAP.  Targets: CONTRIBUTING, "Length".
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "interview/interview.h"
#include "likely.h"

#define MEDIAN_MOST 18
#define NINETY_FIFTH_MOST 28
#define SAFETY_MOST 8

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
