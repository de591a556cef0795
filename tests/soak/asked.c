/*
 * Every path asks every safety question, or has escalated.  Random walks
 * through the shipped pack and through random ones, to whatever ends them:
 * done, out of scope, or an emergency.  At each end every safety question
 * was answered, or is closed by what is known alone, or the level by the
 * rules is at least soon; and an interview that is stopped is an emergency.
 * Random packs break the promise that `sitwell check` proves (gated.h);
 * there it is held to what check says.
 *
 * Usage: asked [WALKS [SEED]]; TAP.
 */
#include "config.h"

#include "interview/interview.h"
#include "prove/prove.h"
#include "gates.h"
#include "small.h"

#define WALKS_A_PACK 40

struct ends {
	unsigned long done, away, stopped, stuck;
	unsigned long open;		/* asks a question that was left */
	unsigned long unheard;		/* left out, and no level for it */
	unsigned long early;		/* stopped below an emergency */
};

static struct value some_value(const struct question *question)
{
	bool number = question->type == QUESTION_NUMBER ||
		      question->type == QUESTION_SCALE;
	struct value value = { .state = ANSWER_VALUE };

	if (draw(8) == 0 || question->type == QUESTION_TEXT)
		return (struct value){ .state = draw(2) ? ANSWER_UNSURE
							: ANSWER_SKIPPED };
	if (number) {
		value.number = any_number(question);
		return value;
	}
	if (question->n_severity > 0 && draw(12) != 0)
		return choice_of(question, question->severity[0]);
	return choice_of(question, (size_t)draw(question->n_answers));
}

static struct step walk(const struct pack *pack, struct answers *answers)
{
	struct step step = interview_next(pack, answers);

	for (int n = 0; step.kind == STEP_ASK && n < 2000; n++) {
		for (size_t i = 0; i < step.n_questions; i++) {
			struct value value = some_value(step.questions[i]);
			struct error err;

			answers_set(answers, step.questions[i], &value, &err);
		}
		step = interview_next(pack, answers);
	}
	return step;
}

static bool is_refuted(const struct proof *proof,
		       const struct question *question)
{
	for (size_t i = 0; proof != NULL && i < proof->n_refuted; i++)
		if (proof->refuted[i].kind == CLAIM_GATED &&
		    proof->refuted[i].question == question)
			return true;
	return false;
}

static void look_at_questions(struct ends *ends, const struct answers *answers,
			      const struct proof *proof)
{
	const struct pack *pack = answers_pack(answers);
	bool low = urgency_by_rules(pack, answers, READ_ASSUMED, NULL) <
		   ESCALATED;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (!question->part->safety)
			continue;
		ends->open += answers_applies(answers, question) &&
			      !answers_given(answers, question);
		ends->unheard += low && is_left_in_doubt(answers, question) &&
				 !is_refuted(proof, question);
	}
}

static void look_at_end(struct ends *ends, const struct answers *answers,
			const struct step *step, const struct proof *proof)
{
	ends->done += step->kind == STEP_DONE;
	ends->away += step->kind == STEP_OUT_OF_SCOPE;
	ends->stopped += step->kind == STEP_EMERGENCY;
	ends->stuck += step->kind == STEP_ASK;
	if (step->kind == STEP_EMERGENCY)
		ends->early += urgency_by_rules(answers_pack(answers), answers,
						READ_ASSUMED, NULL) !=
			       URGENCY_EMERGENCY;
	else
		look_at_questions(ends, answers, proof);
}

static void walk_to_end(struct ends *ends, const struct pack *pack,
			const struct proof *proof)
{
	struct answers *answers = answers_new(pack, (enum role)draw(3));
	struct step step = walk(pack, answers);

	look_at_end(ends, answers, &step, proof);
	answers_free(&answers);
}

static struct ends walk_shipped(size_t walks)
{
	struct pack *pack = shipped_pack();
	struct ends ends = { .stuck = 0 };

	for (size_t i = 0; i < walks; i++)
		walk_to_end(&ends, pack, NULL);
	pack_free(&pack);
	return ends;
}

static struct ends walk_random(size_t packs)
{
	struct ends ends = { .stuck = 0 };

	for (size_t i = 0; i < packs; i++) {
		struct error_list unreachable = { 0 };
		struct pack *pack = random_pack();
		struct proof *proof = prove(pack, &unreachable);

		for (size_t k = 0; k < WALKS_A_PACK; k++)
			walk_to_end(&ends, pack, proof);
		proof_free(&proof);
		error_list_done(&unreachable);
		pack_free(&pack);
	}
	return ends;
}

static bool tell(const struct ends *ends, size_t number, const char *packs)
{
	bool well = ends->stuck == 0 && ends->open == 0 &&
		    ends->unheard == 0 && ends->early == 0 &&
		    ends->done > 0 && ends->away > 0 && ends->stopped > 0;

	printf("%sok %zu - %s every walk asks every safety question or has escalated\n",
	       well ? "" : "not ", number, packs);
	printf("# %lu done, %lu out of scope, %lu stopped, %lu stuck; %lu left open, %lu unheard, %lu stopped too early\n",
	       ends->done, ends->away, ends->stopped, ends->stuck, ends->open,
	       ends->unheard, ends->early);
	return well;
}

int main(int argc, char **argv)
{
	size_t walks = soak_count(argc, argv, 1000);
	struct ends shipped = walk_shipped(walks);
	struct ends random = walk_random(walks / 2);
	bool well;

	printf("1..2\n");
	well = tell(&shipped, 1, "through the shipped pack");
	well &= tell(&random, 2, "through random packs");
	return !well;
}
