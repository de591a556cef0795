/* What logic.c needs of answers.c beside answers.h. */
#ifndef SITWELL_STORE_H
#define SITWELL_STORE_H

#include "answers/answers.h"
#include "answers/logic.h"

/*
 * A finding as an atom of expressions: present, absent or unknown, or as its
 * `when` if it has no absent-when.  Worked out when first asked for after a
 * change.  While answers settle it may read only questions that have
 * settled, which the loader has made sure of.
 */
enum tri answers_finding(const struct answers *answers,
			 const struct finding *finding);

#endif
