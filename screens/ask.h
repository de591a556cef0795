/*
 * What stands around a question's widget on every screen that asks: the
 * question, its help and reason where there is room, the keys that always
 * work, and at 100 columns and more the live list of suspects (physio).
 */
#ifndef SITWELL_ASK_H
#define SITWELL_ASK_H

#include "screens/ui.h"

struct ask_words {
	const char *prompt;		/* translated */
	const struct texts *help;	/* or NULL */
	const char *why;		/* of the pack, or NULL */
	const char *legend;		/* what marks mean, or NULL */
	const char *enter;		/* "Enter continue" if NULL */
	bool letters;			/* letters are text, not keys */
	bool deletes;			/* Backspace deletes; Esc goes back */
};

/* The words of a step's question. */
struct ask_words ask_question_words(const struct ui *ui,
				    const struct question *question);

/*
 * Names the keys of a list of `n` lines; of several answers, those alone
 * that mark, as what moves differs.
 */
void ask_name_digits(struct ui *ui, bool several, size_t n);

/*
 * Names the keys of every question (back, help, stop; `left` where the
 * arrow is free), draws the words and returns the room for a widget that
 * would like `rows(columns)` rows: the widget's own keys come before.
 */
struct area ask_layout(struct ui *ui, const struct ask_words *words,
		       const struct step *step,
		       int (*rows)(void *state, int columns), void *state);

/*
 * The keys of every question; sets *outcome and returns true if it was one.
 * `question` is the one whose help '?' shows.
 */
bool ask_key(struct ui *ui, int key, const struct question *question,
	     enum outcome *outcome);

/*
 * Answers the step; NEXT, or STAY with the reason in the status line.
 */
enum outcome ask_answer(struct ui *ui, const struct step *step,
			const struct value *values);

/*
 * Before the pack is loaded anew: what is chosen but not confirmed yet is
 * offered again.
 */
void ask_put_by(struct ui *ui, const struct question *question,
		const struct value *value);

/* What to offer for a question: its answer, or the one set aside; or NULL. */
const struct value *ask_offered(const struct ui *ui,
				const struct question *question);

/*
 * For a physio, who may say otherwise: what the patient said, NULL if
 * nothing; always NULL for another role.
 */
const struct value *ask_said_by_patient(const struct ui *ui,
					const struct question *question);

/* The value that choosing an answer means, and back (-1: none). */
struct value ask_value_of(const struct question *question, size_t answer);
int ask_answer_of(const struct question *question, const struct value *value);

#endif
