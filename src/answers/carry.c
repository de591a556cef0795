#include "config.h"

#include "answers/carry.h"

#include <stdio.h>
#include <string.h>

/* What kind of value a type has: those of one kind can be carried over. */
enum value_kind { KIND_CHOICES, KIND_NUMBER, KIND_TEXT };

static enum value_kind kind_of(const struct question *question)
{
	switch (question->type) {
	case QUESTION_NUMBER:
	case QUESTION_SCALE:
		return KIND_NUMBER;
	case QUESTION_TEXT:
		return KIND_TEXT;
	case QUESTION_SINGLE:
	case QUESTION_MULTI:
	case QUESTION_SITE:
	case QUESTION_TIMED:
		break;
	}
	return KIND_CHOICES;
}

static bool offers(const struct question *question, enum answer_state state)
{
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == state)
			return true;
	return false;
}

/* The same answers by their ids; false where none of them is there. */
static bool carry_choices(struct value *to, const struct question *question,
			  const struct value *from,
			  const struct question *before)
{
	to->choices = 0;
	for (size_t i = 0; i < before->n_answers; i++) {
		int same = question_find_answer(question,
						before->answers[i].id);

		if ((from->choices >> i & 1) && same >= 0)
			to->choices |= UINT64_C(1) << same;
	}
	return to->choices != 0;
}

/* "Not sure" stays where it was typed, or is offered still. */
static bool carry_value(struct value *to, const struct question *question,
			const struct value *from,
			const struct question *before)
{
	*to = *from;
	if (from->state != ANSWER_VALUE)
		return offers(question, from->state) ||
		       !offers(before, from->state);
	if (kind_of(question) != kind_of(before))
		return false;
	return kind_of(question) != KIND_CHOICES ||
	       carry_choices(to, question, from, before);
}

static void note_lost(struct lost *lost, const struct question *before)
{
	size_t used = strlen(lost->words);
	const char *comma = used > 0 ? ", " : "";
	size_t room = sizeof lost->words - used;

	lost->count++;
	if (strlen(comma) + strlen(before->id) < room)
		snprintf(lost->words + used, room, "%s%s", comma, before->id);
}

static bool carry_layer(struct answers *to, enum layer layer,
			const struct question *question,
			const struct answers *from,
			const struct question *before)
{
	const struct value *value = answers_layer(from, layer, before);
	struct value carried;
	struct error err;

	return value == NULL ||
	       (question != NULL &&
		carry_value(&carried, question, value, before) &&
		answers_put(to, layer, question, &carried, &err) == 0);
}

static bool carry_question(struct answers *to, const struct question *question,
			   const struct answers *from,
			   const struct question *before)
{
	bool kept = true;

	for (int layer = 0; layer < N_LAYERS; layer++)
		kept &= carry_layer(to, (enum layer)layer, question, from,
				    before);
	return kept;
}

/*
 * What was taken back: the physio asks anew what the patient answered, and
 * the patient's answer waits.
 */
static void carry_aside(struct answers *to, const struct question *question,
			const struct answers *from,
			const struct question *before)
{
	const struct value *aside = answers_aside(from, before);
	struct value carried;

	if (answers_applies(from, before) && !answers_given(from, before) &&
	    answers_given(to, question))
		answers_withdraw(to, question);
	if (aside != NULL && carry_value(&carried, question, aside, before))
		answers_offer(to, question, &carried);
}

struct answers *answers_carry(const struct answers *answers,
			      const struct pack *pack, struct lost *lost)
{
	const struct pack *old = answers_pack(answers);
	struct answers *carried = answers_new(pack, answers_role(answers));

	*lost = (struct lost){ 0 };
	for (size_t i = 0; i < old->n_questions; i++) {
		const struct question *before = &old->questions[i];

		if (!carry_question(carried,
				    pack_find_question(pack, before->id),
				    answers, before))
			note_lost(lost, before);
	}
	answers_settle(carried);
	for (size_t i = 0; i < old->n_questions; i++) {
		const struct question *before = &old->questions[i];
		const struct question *question =
			pack_find_question(pack, before->id);

		if (question != NULL)
			carry_aside(carried, question, answers, before);
	}
	return carried;
}
