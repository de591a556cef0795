/*
 * What the person said: the only state of an interview.
 *
 * Each question has an answer or none.  An answer counts while its question
 * applies (ask-if, earlier questions only).  One that no longer applies, or
 * that was taken back, is kept aside: it counts for nothing, is exported
 * nowhere, and is offered again when its question is asked again.
 *
 * A physio's answers lie over the patient's, and both are kept.  They count
 * only when the role is physio, as do questions asked of a physio only.
 */
#ifndef SITWELL_ANSWERS_H
#define SITWELL_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "pack/pack.h"

struct value {
	enum answer_state state;
	uint64_t choices;	/* single, multi, site, timed: bit i, answer i */
	double number;		/* number (in its unit), scale */
	const char *text;	/* text: borrowed, copied when set */
};

/* Whose answers: the patient's, or the physio's over them. */
enum layer { LAYER_PATIENT, LAYER_PHYSIO };
#define N_LAYERS 2

struct answers;

/* Nothing answered.  `pack` must outlive it. */
struct answers *answers_new(const struct pack *pack, enum role role);
void answers_free(struct answers **answers);
struct answers *answers_copy(const struct answers *answers);
/* A copy that holds the answers to questions before this one alone. */
struct answers *answers_copy_before(const struct answers *answers,
				    const struct question *question);

const struct pack *answers_pack(const struct answers *answers);
enum role answers_role(const struct answers *answers);
/* Changes who reads: what applies is worked out anew. */
void answers_set_role(struct answers *answers, enum role role);

/*
 * Answers a question, in the layer of the role.  A skipped safety question
 * becomes unsure.  Fails, changing nothing, if the value does not fit: an
 * answer that the question does not have, more than one where one is
 * wanted, "none of these" with others, a number outside min and max, a
 * text without a character.
 * Answering a question that does not apply keeps the answer aside.
 */
int answers_set(struct answers *answers, const struct question *question,
		const struct value *value, struct error *err);

/* The same into a given layer, without settling: call answers_settle. */
int answers_put(struct answers *answers, enum layer layer,
		const struct question *question, const struct value *value,
		struct error *err);
void answers_settle(struct answers *answers);

/* Takes the answer back: it is kept aside and offered again. */
void answers_withdraw(struct answers *answers, const struct question *question);

/*
 * Keeps a value aside, to be offered when the question is asked: it counts
 * for nothing.  A value that does not fit is passed over.
 */
void answers_offer(struct answers *answers, const struct question *question,
		   const struct value *value);

/* Whether the question applies as things stand. */
bool answers_applies(const struct answers *answers,
		     const struct question *question);

/*
 * Whether it is a test that would be offered but for its `not-if`, which
 * holds or may hold.  What it showed before that still counts.
 */
bool answers_held_back(const struct answers *answers,
		       const struct question *question);

/*
 * What counts: the answer, na where the question does not apply, or
 * nothing.  Borrowed until the next change.
 */
const struct value *answers_get(const struct answers *answers,
				const struct question *question);
/* Given, and it applies. */
bool answers_given(const struct answers *answers,
		   const struct question *question);
/* What one layer holds, counted or not, or NULL. */
const struct value *answers_layer(const struct answers *answers,
				  enum layer layer,
				  const struct question *question);
/* What to offer again when it is asked again, or NULL. */
const struct value *answers_aside(const struct answers *answers,
				  const struct question *question);

/* How many questions were answered and apply. */
size_t answers_count(const struct answers *answers);

/* Equal in everything that counts. */
bool answers_equal(const struct answers *one, const struct answers *other);

/*
 * The answer as the answers file and messages write it: ids separated by
 * blanks, a number, unsure, skipped, na; text as it is.  Returns the bytes
 * needed without the NUL, like snprintf.
 */
size_t value_print(char *buffer, size_t size, const struct question *question,
		   const struct value *value);

/*
 * Reads what value_print writes (text is copied nowhere: it borrows
 * `text`).  *err names the word that is wrong and the nearest right one.
 */
int value_parse(struct value *out, const struct question *question,
		const char *text, struct error *err);

bool value_equal(const struct value *one, const struct value *other);

#endif
