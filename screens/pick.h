/*
 * A screen that asks the person one thing that is no question of the pack:
 * a heading, a few words, a short list.
 */
#ifndef SITWELL_PICK_H
#define SITWELL_PICK_H

#include "screens/ui.h"
#include "screens/widgets/list.h"

#define PICK_MAX 4

struct pick_words {
	const char *heading;		/* not yet translated, all of these */
	const char *text;		/* or NULL */
	const char *labels[PICK_MAX];
	size_t n;
	int first;			/* chosen at first, or -1 */
};

struct pick_state;

struct pick_state *pick_open(struct ui *ui, const struct pick_words *words);
void pick_close(struct ui *ui, void *state);

/* Words that are known only now, below the heading. */
void pick_say(struct pick_state *pick, const char *words);

/* Another line is chosen at first. */
void pick_choose(struct pick_state *pick, int line);

/* Names the list's keys; other keys come after. */
void pick_keys(struct ui *ui, const struct pick_state *pick);

/* Draws it, when all keys are named. */
void pick_draw(struct ui *ui, void *state);

/*
 * Gives it a key.  Returns the line confirmed with Enter, or -1; Enter
 * without a choice says what to do.
 */
int pick_key(struct ui *ui, struct pick_state *pick, int key);

#endif
