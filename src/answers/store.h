/* What logic.c needs of answers.c beside answers.h. */
#ifndef SITWELL_STORE_H
#define SITWELL_STORE_H

#include "answers/answers.h"
#include "answers/logic.h"

/*
 * State of a finding, worked out once after each change.  While answers
 * settle it may read only questions that have settled, which the loader has
 * made sure of.
 */
enum tri answers_finding(const struct answers *answers,
			 const struct finding *finding);

#endif
