/* What a typed line means as an answer. */
#ifndef SITWELL_PARSE_H
#define SITWELL_PARSE_H

#include <stdbool.h>

#include "answers/answers.h"
#include "interview/interview.h"
#include "plain/ask.h"

/*
 * Reads an answer by number, id or label, whatever the case of its
 * letters; several, with blanks or commas between them, where the question
 * takes several; a number with point or comma.  Not for free text.
 */
int parse_answer(struct value *out, const struct question *question,
		 enum role role, const char *text, struct error *err);

/*
 * Reads a line for a whole checklist: `none`, or the numbers of what fits,
 * each with ? where one is not sure, or - where it is no.  What is not named
 * is no; in an examination, where a test may not have been done, it is not
 * sure, unless `rest` is among the words: then it is no.  Fills values[0 ..
 * n_questions).
 */
int parse_checklist(struct value *values, const struct step *step,
		    const char *text, struct error *err);

/* Reads the number or the word of a choice. */
bool parse_choice(size_t *chosen, const struct choice *choices, size_t count,
		  const char *text);

#endif
