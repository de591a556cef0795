/* Asking one step of an interview as lines. */
#ifndef SITWELL_ASK_H
#define SITWELL_ASK_H

#include <stddef.h>

#include "interview/session.h"
#include "plain/lines.h"
#include "plain/words.h"

struct talk {
	struct session *session;
	struct lines lines;
	struct site site;
	char *texts[STEP_MAX];	/* free texts of the step in hand */
};

/*
 * Asks all questions of a step and gives their answers to the session, all
 * at once.  HEARD_ANSWER when that is done; else the command that ended it,
 * and nothing is answered.
 */
enum heard ask_step(struct talk *talk, const struct step *step,
		    size_t *number);

/*
 * Asks until one of `choices` (a NULL-ended list of words as typed, with
 * what is shown for each) is chosen: its index in *chosen.
 */
struct choice {
	const char *word;
	const char *text;
};
enum heard ask_choice(struct talk *talk, const struct choice *choices,
		      size_t *chosen, size_t *number);

#endif
