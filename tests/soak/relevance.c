/*
 * What is asked matters, and what is passed over does not.  Along walks of
 * likely and of random answers, each screen beyond safety must have a
 * question of which some answer leads elsewhere: to another urgency, scope,
 * first three with their bands, or advice.  Of a question that was passed
 * over none may.  Both by assess() whole, which asking knows nothing of, and
 * by the answers to earlier questions alone.  Questions with `always` are
 * asked whatever they change.
 *
 * Usage: relevance [WALKS [SEED]]; TAP.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "interview/interview.h"
#include "likely.h"

struct counts {
	unsigned long asked, vain;		/* screens */
	unsigned long passed, missed;		/* questions */
};

/* What two results have to share. */
static bool same_three(const struct assessment *one,
		       const struct assessment *other)
{
	for (size_t i = 0; i < 3; i++) {
		bool here = i < one->n_listed &&
			    one->listed[i].shown == SHOWN_PROBABLE;

		if (here != (i < other->n_listed &&
			     other->listed[i].shown == SHOWN_PROBABLE))
			return false;
		if (here && (one->listed[i].scored->target !=
			     other->listed[i].scored->target ||
			     one->listed[i].band != other->listed[i].band))
			return false;
	}
	return true;
}

static bool same_result(const struct assessment *one,
			const struct assessment *other)
{
	if (one->urgency != other->urgency || one->scope != other->scope ||
	    one->n_advice != other->n_advice || !same_three(one, other))
		return false;
	for (size_t i = 0; i < one->n_advice; i++)
		if (one->advice[i] != other->advice[i])
			return false;
	return true;
}

static bool leads_elsewhere(struct answers *answers,
			    const struct question *question,
			    const struct value *value,
			    const struct assessment *without)
{
	struct assessment *with;
	struct error err;
	bool elsewhere;

	if (answers_set(answers, question, value, &err) != 0)
		return false;
	with = assess(answers_pack(answers), answers);
	elsewhere = !same_result(with, without);
	assessment_free(&with);
	return elsewhere;
}

static bool some_choice_matters(struct answers *answers,
				const struct question *question,
				const struct assessment *without)
{
	for (size_t i = 0; i < question->n_answers; i++) {
		struct value value = choice_of(question, i);

		if (leads_elsewhere(answers, question, &value, without))
			return true;
	}
	return false;
}

static int count_of(uint64_t set)
{
	int count = 0;

	for (; set != 0; set &= set - 1)
		count++;
	return count;
}

/*
 * Every set that asking promises to try: all of them for a dozen answers or
 * fewer, else those of up to three answers, and the largest.
 */
static bool some_set_matters(struct answers *answers,
			     const struct question *question,
			     const struct assessment *without)
{
	uint64_t all = (UINT64_C(1) << question->n_answers) - 1;
	bool few = question->n_answers <= 12;
	struct value value = { .state = ANSWER_VALUE };

	if (question->none >= 0)
		all &= ~(UINT64_C(1) << question->none);
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state != ANSWER_VALUE)
			all &= ~(UINT64_C(1) << i);
	for (uint64_t set = -all & all; set != 0; set = (set - all) & all) {
		value.choices = set;
		if ((few || count_of(set) <= 3 || set == all) &&
		    leads_elsewhere(answers, question, &value, without))
			return true;
	}
	return false;
}

static bool has_sets(const struct question *question)
{
	return (question->type == QUESTION_MULTI || question->multiple) &&
	       question->n_answers <= 24;
}

static bool some_number_matters(struct answers *answers,
				const struct question *question,
				const struct assessment *without)
{
	struct value value = { .state = ANSWER_VALUE };

	if (question->type != QUESTION_NUMBER &&
	    question->type != QUESTION_SCALE)
		return false;
	for (value.number = question->min; value.number <= question->max;
	     value.number += question->step)
		if (leads_elsewhere(answers, question, &value, without))
			return true;
	return false;
}

static bool matters(const struct answers *answers,
		    const struct question *question)
{
	struct answers *before = answers_copy_before(answers, question);
	struct assessment *without = assess(answers_pack(answers), before);
	bool some = some_choice_matters(before, question, without) ||
		    (has_sets(question) &&
		     some_set_matters(before, question, without)) ||
		    some_number_matters(before, question, without);

	assessment_free(&without);
	answers_free(&before);
	return some;
}

static bool is_judged(const struct question *question)
{
	return !question->part->safety && !question->always;
}

static void look_at_step(struct counts *counts, const struct answers *answers,
			 const struct step *step)
{
	bool some = false;

	for (size_t i = 0; i < step->n_questions && !some; i++)
		some = !is_judged(step->questions[i]) ||
		       matters(answers, step->questions[i]);
	counts->asked++;
	counts->vain += !some;
	if (!some)
		printf("# asked in vain: %s\n", step->questions[0]->id);
}

static void look_at_passed(struct counts *counts, const struct pack *pack,
			   const struct answers *answers)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (!is_judged(question) ||
		    !answers_applies(answers, question) ||
		    answers_given(answers, question))
			continue;
		counts->passed++;
		if (!matters(answers, question))
			continue;
		counts->missed++;
		printf("# passed over, but matters: %s\n", question->id);
	}
}

/* Beyond safety anything goes; a red flag would end the walk. */
static struct value some_value(const struct answers *answers,
			       const struct question *question, size_t condition,
			       bool random)
{
	if (!random || question->part->safety || question->n_answers == 0)
		return likely_value(answers, condition, question);
	return choice_of(question, (size_t)draw(question->n_answers));
}

static void answer_step(struct answers *answers, const struct step *step,
			size_t condition, bool random)
{
	for (size_t i = 0; i < step->n_questions; i++) {
		const struct question *question = step->questions[i];
		struct value value = some_value(answers, question, condition,
						random);
		struct error err;

		if (answers_applies(answers, question))
			answers_set(answers, question, &value, &err);
	}
}

static void walk(struct counts *counts, const struct pack *pack,
		 enum role role, bool random)
{
	struct answers *answers = answers_new(pack, role);
	size_t condition = draw_condition(pack);
	struct step step = interview_next(pack, answers);

	for (int n = 0; step.kind == STEP_ASK && n < 500; n++) {
		if (is_judged(step.questions[0]))
			look_at_step(counts, answers, &step);
		answer_step(answers, &step, condition, random);
		step = interview_next(pack, answers);
	}
	if (step.kind == STEP_DONE)
		look_at_passed(counts, pack, answers);
	answers_free(&answers);
}

int main(int argc, char **argv)
{
	size_t walks = soak_count(argc, argv, 20);
	struct pack *pack = shipped_pack();
	struct counts counts = { 0, 0, 0, 0 };

	for (size_t i = 0; i < walks; i++)
		walk(&counts, pack, i % 10 == 9 ? ROLE_PHYSIO : ROLE_PATIENT,
		     i / 2 % 2 == 1);
	pack_free(&pack);
	printf("%sok 1 - each of %lu screens asked can change the result\n",
	       counts.vain > 0 || counts.asked == 0 ? "not " : "",
	       counts.asked);
	printf("%sok 2 - none of %lu questions passed over would change it\n",
	       counts.missed > 0 || counts.passed == 0 ? "not " : "",
	       counts.passed);
	printf("1..2\n");
	return counts.vain > 0 || counts.missed > 0 || counts.asked == 0 ||
	       counts.passed == 0;
}
