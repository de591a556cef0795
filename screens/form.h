/*
 * How one type of question is answered: the widgets in the middle of the
 * question screen.  Each type is one struct form in screens/form_*.c.
 */
#ifndef SITWELL_FORM_H
#define SITWELL_FORM_H

#include "screens/ui.h"

struct form {
	/* `offered` may be NULL. */
	void *(*open)(struct ui *ui, const struct question *question,
		      const struct value *offered);
	/* Names the keys of its own. */
	void (*name_keys)(struct ui *ui, void *state);
	/* Rows that it would like. */
	int (*rows)(void *state, int columns);
	void (*place)(struct ui *ui, void *state, const struct area *area);
	/* Whether the key was of use; KEY_ENTER too, if it isn't done yet. */
	bool (*key)(struct ui *ui, void *state, int key);
	/* Fills *out, or says in the status line what to do. */
	bool (*value)(struct ui *ui, void *state, struct value *out);
	/* The last key answered all by itself, no Enter needed; NULL: never. */
	bool (*decided)(struct ui *ui, void *state);
	/* What Enter does now, for the bottom line; NULL: continue. */
	const char *(*enter)(void *state);
	/* Whether Backspace deletes now instead of going back; NULL: never. */
	bool (*deletes)(void *state);
	void (*close)(void *state);
	bool letters;		/* takes all letters: 'q' and '?' are text */
};

extern const struct form form_choice;	/* single, multi, site for lists */
extern const struct form form_measure;	/* number, scale */
extern const struct form form_words;	/* text */
extern const struct form form_timed;

/* A list of all answers of a question. */
struct list;
struct list *form_list(struct ui *ui, const struct question *question,
		       bool several);

#endif
