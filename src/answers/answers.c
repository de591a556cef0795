#include "config.h"

#include "answers/answers.h"

#include <stdlib.h>
#include <string.h>

#include "answers/logic.h"
#include "answers/store.h"
#include "base/i18n.h"
#include "base/text.h"

/*
 * Per question: what each layer holds, what is kept aside, and whether it
 * applies.  Texts in values are owned.
 */
struct slot {
	struct value layer[N_LAYERS];
	struct value aside;
	bool applies;
	bool asked_anew;	/* the physio asks what the patient answered:
				 * the patient's answer is kept, but waits */
};

struct answers {
	const struct pack *pack;
	enum role role;
	struct slot *slots;		/* one a question */
	signed char *findings;		/* of each what answers_finding says,
					 * or NOT_WORKED_OUT */
};

#define NOT_WORKED_OUT (-1)

static const struct value nothing = { .state = ANSWER_NOTHING };
static const struct value not_applicable = { .state = ANSWER_NA };

static void value_drop(struct value *value)
{
	free((char *)value->text);
	*value = nothing;
}

/* After a copy, so that each has its own. */
static void own_text(struct value *value)
{
	if (value->text != NULL)
		value->text = xstrdup(value->text);
}

static struct value value_own(const struct value *value)
{
	struct value own = *value;

	own_text(&own);
	return own;
}

/* Moves a value, leaving nothing behind. */
static void value_move(struct value *to, struct value *from)
{
	value_drop(to);
	*to = *from;
	*from = nothing;
}

static struct slot *slot_of(const struct answers *answers,
			    const struct question *question)
{
	return &answers->slots[question->index];
}

static enum layer layer_of_role(const struct answers *answers)
{
	return answers->role == ROLE_PHYSIO ? LAYER_PHYSIO : LAYER_PATIENT;
}

/* The uppermost answer that this role sees, given or nothing. */
static const struct value *given(const struct answers *answers,
				 const struct slot *slot)
{
	const struct value *own = &slot->layer[layer_of_role(answers)];

	if (own->state != ANSWER_NOTHING || slot->asked_anew)
		return own;
	return &slot->layer[LAYER_PATIENT];
}

struct answers *answers_new(const struct pack *pack, enum role role)
{
	struct answers *answers = xcalloc(1, sizeof *answers);

	answers->pack = pack;
	answers->role = role;
	answers->slots = xcalloc(pack->n_questions + 1, sizeof *answers->slots);
	answers->findings = xcalloc(pack->n_findings + 1, 1);
	answers_settle(answers);
	return answers;
}

void answers_free(struct answers **answers)
{
	struct answers *old = *answers;

	if (old == NULL)
		return;
	for (size_t i = 0; i < old->pack->n_questions; i++) {
		for (int layer = 0; layer < N_LAYERS; layer++)
			value_drop(&old->slots[i].layer[layer]);
		value_drop(&old->slots[i].aside);
	}
	free(old->slots);
	free(old->findings);
	free(old);
	*answers = NULL;
}

/* Copies the slots of the first `count` questions; the rest is empty. */
static struct answers *copy_first(const struct answers *answers, size_t count)
{
	const struct pack *pack = answers->pack;
	struct answers *copy = xcalloc(1, sizeof *copy);

	*copy = *answers;
	copy->slots = xcalloc(pack->n_questions + 1, sizeof *copy->slots);
	copy->findings = xcalloc(pack->n_findings + 1, 1);
	memcpy(copy->slots, answers->slots, count * sizeof *copy->slots);
	for (size_t i = 0; i < count; i++) {
		struct slot *slot = &copy->slots[i];

		for (int layer = 0; layer < N_LAYERS; layer++)
			own_text(&slot->layer[layer]);
		own_text(&slot->aside);
	}
	return copy;
}

/* The whole is settled already, so what was worked out holds. */
struct answers *answers_copy(const struct answers *answers)
{
	const struct pack *pack = answers->pack;
	struct answers *copy = copy_first(answers, pack->n_questions);

	memcpy(copy->findings, answers->findings, pack->n_findings);
	return copy;
}

struct answers *answers_copy_before(const struct answers *answers,
				    const struct question *question)
{
	struct answers *copy = copy_first(answers, question->index);

	answers_settle(copy);
	return copy;
}

const struct pack *answers_pack(const struct answers *answers)
{
	return answers->pack;
}

enum role answers_role(const struct answers *answers)
{
	return answers->role;
}

void answers_set_role(struct answers *answers, enum role role)
{
	answers->role = role;
	answers_settle(answers);
}

/* By role and `ask-if` alone. */
static bool is_asked(const struct answers *answers,
		     const struct question *question)
{
	enum tri asked = TRI_TRUE;

	if (question->physio_only && answers->role != ROLE_PHYSIO)
		return false;
	if (question->ask_if != NULL)
		asked = expr_eval(question->ask_if, answers, READ_AS_IS);
	return asked == TRI_TRUE ||
	       (asked == TRI_UNKNOWN && question->part->safety);
}

static bool may_harm(const struct answers *answers,
		     const struct question *question)
{
	return question->not_if != NULL &&
	       expr_eval(question->not_if, answers, READ_AS_IS) != TRI_FALSE;
}

static bool works_out_applies(const struct answers *answers,
			      const struct question *question)
{
	/* what a test showed counts, even if it should not be done now */
	if (given(answers, slot_of(answers, question))->state ==
		    ANSWER_NOTHING &&
	    may_harm(answers, question))
		return false;
	return is_asked(answers, question);
}

/* An answer that no longer applies is kept aside. */
static void put_aside(struct answers *answers, struct slot *slot)
{
	enum layer layer = layer_of_role(answers);

	if (slot->layer[layer].state != ANSWER_NOTHING)
		value_move(&slot->aside, &slot->layer[layer]);
}

/*
 * One pass in asking order suffices: a question refers to earlier ones
 * only, and a finding that it reads reads earlier ones only.
 */
void answers_settle(struct answers *answers)
{
	const struct pack *pack = answers->pack;

	memset(answers->findings, NOT_WORKED_OUT, pack->n_findings);
	for (size_t i = 0; i < pack->n_questions; i++) {
		struct slot *slot = &answers->slots[i];

		slot->applies = works_out_applies(answers, &pack->questions[i]);
		if (!slot->applies)
			put_aside(answers, slot);
	}
}

enum tri answers_finding(const struct answers *answers,
			 const struct finding *finding)
{
	signed char *known = &answers->findings[finding->index];
	enum tri state;

	if (*known != NOT_WORKED_OUT)
		return (enum tri)*known;
	state = expr_eval(finding->when, answers, READ_AS_IS);
	if (state != TRI_TRUE && finding->absent_when != NULL)
		state = expr_eval(finding->absent_when, answers, READ_AS_IS) ==
			TRI_TRUE ? TRI_FALSE : TRI_UNKNOWN;
	*known = (signed char)state;
	return state;
}

static bool is_single_bit(uint64_t bits)
{
	return bits != 0 && (bits & (bits - 1)) == 0;
}

static int check_choices(const struct question *question, uint64_t choices,
			 struct error *err)
{
	bool several = question_takes_several(question);

	for (size_t i = 0; i < MAX_ANSWERS && choices >> i != 0; i++)
		if ((choices >> i & 1) &&
		    (i >= question->n_answers ||
		     question->answers[i].state != ANSWER_VALUE))
			return error_set(err, NULL, 0,
					 _("question %s has no such answer"),
					 question->id);
	if (choices == 0)
		return error_set(err, NULL, 0,
				 _("question %s needs an answer; choose one"),
				 question->id);
	if (!several && !is_single_bit(choices))
		return error_set(err, NULL, 0,
				 _("question %s takes one answer only"),
				 question->id);
	if (question->none >= 0 && (choices >> question->none & 1) &&
	    !is_single_bit(choices))
		return error_set(err, NULL, 0,
				 _("in question %s, %s excludes every other answer"),
				 question->id,
				 question->answers[question->none].id);
	return 0;
}

static int check_number(const struct question *question, double number,
			struct error *err)
{
	char min[32], max[32];

	/* written so that NaN fails too */
	if (number >= question->min && number <= question->max)
		return 0;
	return error_set(err, NULL, 0,
			 _("question %s takes a number from %s to %s"),
			 question->id,
			 text_from_number(min, sizeof min, question->min, 6),
			 text_from_number(max, sizeof max, question->max, 6));
}

static int check_value(const struct question *question,
		       const struct value *value, struct error *err)
{
	if (value->state != ANSWER_VALUE)
		return 0;
	switch (question->type) {
	case QUESTION_NUMBER:
	case QUESTION_SCALE:
		return check_number(question, value->number, err);
	case QUESTION_TEXT:
		if (value->text == NULL || value->text[0] == '\0')
			return error_set(err, NULL, 0,
					 _("question %s needs a text"),
					 question->id);
		return 0;
	case QUESTION_SINGLE:
	case QUESTION_MULTI:
	case QUESTION_SITE:
	case QUESTION_TIMED:
		break;
	}
	return check_choices(question, value->choices, err);
}

static bool offers_na(const struct question *question)
{
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == ANSWER_NA)
			return true;
	return false;
}

/*
 * Only what the type means, so that equal answers are equal bytes.  "Does
 * not apply" is worked out; said of a question that does not offer it, it
 * is no answer, lest a safety question be silenced by a file.
 */
static struct value normal_value(const struct question *question,
				 const struct value *value)
{
	struct value normal = { .state = value->state };

	if (question->part->safety && value->state == ANSWER_SKIPPED)
		normal.state = ANSWER_UNSURE;
	if (value->state == ANSWER_NA && !offers_na(question))
		normal.state = ANSWER_NOTHING;
	if (value->state != ANSWER_VALUE)
		return normal;
	if (question->type == QUESTION_TEXT)
		normal.text = value->text;
	else if (question_has_number(question))
		normal.number = value->number;
	else
		normal.choices = value->choices;
	return normal;
}

int answers_put(struct answers *answers, enum layer layer,
		const struct question *question, const struct value *value,
		struct error *err)
{
	struct slot *slot = slot_of(answers, question);
	struct value own;

	if (check_value(question, value, err) != 0)
		return -1;
	own = normal_value(question, value);
	own = value_own(&own);
	value_drop(&slot->layer[layer]);
	value_drop(&slot->aside);
	slot->layer[layer] = own;
	if (layer == layer_of_role(answers))
		slot->asked_anew = false;
	return 0;
}

int answers_set(struct answers *answers, const struct question *question,
		const struct value *value, struct error *err)
{
	if (answers_put(answers, layer_of_role(answers), question, value,
			err) != 0)
		return -1;
	answers_settle(answers);
	return 0;
}

void answers_withdraw(struct answers *answers, const struct question *question)
{
	struct slot *slot = slot_of(answers, question);
	struct value *own = &slot->layer[layer_of_role(answers)];

	if (own->state != ANSWER_NOTHING) {
		value_move(&slot->aside, own);
	} else if (given(answers, slot)->state != ANSWER_NOTHING) {
		value_drop(&slot->aside);
		slot->aside = value_own(given(answers, slot));
	} else {
		return;
	}
	slot->asked_anew = layer_of_role(answers) != LAYER_PATIENT;
	answers_settle(answers);
}

void answers_offer(struct answers *answers, const struct question *question,
		   const struct value *value)
{
	struct slot *slot = slot_of(answers, question);
	struct value own;
	struct error err;

	if (check_value(question, value, &err) != 0)
		return;
	own = normal_value(question, value);
	own = value_own(&own);
	value_drop(&slot->aside);
	slot->aside = own;
}

bool answers_applies(const struct answers *answers,
		     const struct question *question)
{
	return slot_of(answers, question)->applies;
}

bool answers_held_back(const struct answers *answers,
		       const struct question *question)
{
	return may_harm(answers, question) && is_asked(answers, question);
}

const struct value *answers_get(const struct answers *answers,
				const struct question *question)
{
	const struct slot *slot = slot_of(answers, question);

	return slot->applies ? given(answers, slot) : &not_applicable;
}

bool answers_given(const struct answers *answers,
		   const struct question *question)
{
	const struct slot *slot = slot_of(answers, question);

	return slot->applies && given(answers, slot)->state != ANSWER_NOTHING;
}

const struct value *answers_layer(const struct answers *answers,
				  enum layer layer,
				  const struct question *question)
{
	const struct value *value = &slot_of(answers, question)->layer[layer];

	return value->state == ANSWER_NOTHING ? NULL : value;
}

const struct value *answers_aside(const struct answers *answers,
				  const struct question *question)
{
	const struct value *value = &slot_of(answers, question)->aside;

	return value->state == ANSWER_NOTHING ? NULL : value;
}

size_t answers_count(const struct answers *answers)
{
	size_t count = 0;

	for (size_t i = 0; i < answers->pack->n_questions; i++)
		count += answers_given(answers, &answers->pack->questions[i]);
	return count;
}

bool answers_equal(const struct answers *one, const struct answers *other)
{
	if (one->pack != other->pack || one->role != other->role)
		return false;
	for (size_t i = 0; i < one->pack->n_questions; i++) {
		const struct question *question = &one->pack->questions[i];

		if (!value_equal(answers_get(one, question),
				 answers_get(other, question)))
			return false;
	}
	return true;
}
