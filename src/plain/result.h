/* What comes after the questions: answers to check, pages to read. */
#ifndef SITWELL_RESULT_H
#define SITWELL_RESULT_H

#include "plain/ask.h"

/*
 * Reads out the answers, numbered as `change` takes them: all, or all but
 * the lines of lists that were answered with no.
 */
void say_answers_given(struct talk *talk, bool all);
/* Those that apply but were passed over; numbered on from the others. */
void say_passed_over(struct talk *talk);

/* Asks the question of that number again; says so if there is none. */
enum heard change_answer(struct talk *talk, size_t number);

/*
 * Reads out the page for `step` (an emergency, out of scope, or the result)
 * and takes commands.  HEARD_ANSWER: an answer was changed, go on asking;
 * HEARD_QUIT or HEARD_END: the person is finished.
 */
enum heard show_result(struct talk *talk, const struct step *step);

#endif
