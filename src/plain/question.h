/* Asking one question as lines. */
#ifndef SITWELL_QUESTION_H
#define SITWELL_QUESTION_H

#include "plain/ask.h"

/*
 * Reads the question out and takes lines until one answers it or is a
 * command.  A free text is kept in talk->texts[slot].
 */
enum heard ask_question(struct talk *talk, const struct question *question,
			size_t slot, struct value *value, size_t *number);

/* Deals with help and why, which leave the question as it is. */
bool is_done_here(struct talk *talk, const struct question *question,
		  enum heard heard);

/* What to offer again: the answer that stands, or one kept aside, or NULL. */
const struct value *earlier_answer(const struct talk *talk,
				   const struct question *question);

/* "help 2" in a list: what is known of that line alone. */
void say_line_help(struct talk *talk, const struct question *question);

void say_contents(struct talk *talk, const struct texts *texts);
enum role role_of(const struct talk *talk);

#endif
