/*
 * Random walks through the shipped pack: answers, unsure, skip, back,
 * change.  After each the record must equal that of a fresh run with the
 * final answers, and the answers file of both must be the same bytes.
 *
 * Usage: walks [WALKS [SEED]]; TAP.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers/answers_file.h"
#include "interview/interview.h"
#include "soak.h"

static struct value random_value(const struct question *question)
{
	struct value value = { .state = ANSWER_VALUE };

	if (draw(12) == 0)
		return (struct value){ .state = draw(2) ? ANSWER_UNSURE
							: ANSWER_SKIPPED };
	switch (question->type) {
	case QUESTION_NUMBER:
	case QUESTION_SCALE:
		value.number = any_number(question);
		return value;
	case QUESTION_TEXT:
		value.text = draw(2) ? "some words" : "a; b # c";
		return value;
	default:
		break;
	}
	/* most people have few red flags: else every walk is an emergency */
	if (question->part->safety && draw(20) != 0) {
		int no = question_find_answer(question, "no");

		if (no >= 0) {
			value.choices = UINT64_C(1) << no;
			return value;
		}
	}
	return choice_of(question, (size_t)draw(question->n_answers));
}

static void answer_step(struct answers *answers, const struct step *step)
{
	for (size_t i = 0; i < step->n_questions; i++) {
		struct value value = random_value(step->questions[i]);
		struct error err;

		/* what does not fit is refused and changes nothing */
		answers_set(answers, step->questions[i], &value, &err);
	}
}

/* Answers, backs and changes until there is nothing left to ask. */
static bool walk(const struct pack *pack, struct answers *answers)
{
	for (int steps = 0; steps < 2000; steps++) {
		struct step step = interview_next(pack, answers);
		uint64_t what = draw(20);

		if (step.kind != STEP_ASK && what >= 2)
			return true;
		if (what == 0)
			interview_back(pack, answers);
		else if (what == 1)
			interview_change(pack, answers, &pack->questions[
				draw(pack->n_questions)]);
		else
			answer_step(answers, &step);
	}
	return false;
}

/* The final answers alone, in asking order. */
static struct answers *fresh_run(const struct pack *pack,
				 const struct answers *final)
{
	struct answers *fresh = answers_new(pack, answers_role(final));

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct error err;

		if (answers_given(final, question))
			answers_set(fresh, question,
				    answers_get(final, question), &err);
	}
	return fresh;
}

static char *record_of(const struct answers *answers)
{
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	answers_file_write(stream, answers, "en", NULL);
	fclose(stream);
	return text;
}

static bool is_same(const struct pack *pack, const struct answers *answers)
{
	struct answers *fresh = fresh_run(pack, answers);
	char *one = record_of(answers), *other = record_of(fresh);
	bool same = answers_equal(answers, fresh) && strcmp(one, other) == 0;

	free(one);
	free(other);
	answers_free(&fresh);
	return same;
}

static int run(const struct pack *pack, unsigned long walks)
{
	unsigned long stuck = 0, different = 0;

	for (unsigned long i = 0; i < walks; i++) {
		struct answers *answers = answers_new(pack,
			draw(3) == 0 ? ROLE_PHYSIO : ROLE_PATIENT);

		stuck += !walk(pack, answers);
		different += !is_same(pack, answers);
		answers_free(&answers);
	}
	printf("1..2\n");
	printf("%sok 1 - each of %lu random walks comes to an end\n",
	       stuck ? "not " : "", walks);
	printf("%sok 2 - each leaves the record of a fresh run\n",
	       different ? "not " : "");
	if (different > 0)
		printf("# %lu walks differ\n", different);
	return stuck + different > 0;
}

int main(int argc, char **argv)
{
	unsigned long walks = soak_count(argc, argv, 1000);
	struct pack *pack = shipped_pack();
	int status = run(pack, walks);

	pack_free(&pack);
	return status;
}
