/* What stands behind a rule that fired. */
#ifndef SITWELL_REASONS_H
#define SITWELL_REASONS_H

#include <stdbool.h>

#include "answers/answers.h"
#include "pack/pack.h"

/*
 * Whether the rule fires only because something is not known: with every
 * "not sure" and every gap read as the harmless answer it would not.
 */
bool rule_is_uncertain(const struct rule *rule, const struct answers *answers);

/*
 * Whether the rule fires by what was said, a "not sure" included: with every
 * question that has no answer yet read as harmless it still would.
 */
bool rule_was_said(const struct rule *rule, const struct answers *answers);

/*
 * Whether the rule's reason would tell an answer to a private question: one
 * that it reads was answered, and not with "no".
 */
bool rule_is_private(const struct rule *rule, const struct answers *answers);

/*
 * Whether the advice is there for an answer to a private question: one that
 * it reads was answered, and not with "no".
 */
bool advice_is_private(const struct advice *advice,
		       const struct answers *answers);

/*
 * Whether the answers' role may read it: a trainer reads no advice that a
 * private answer led to or that is for one cause.
 */
bool advice_is_open(const struct advice *advice, const struct answers *answers);

/* Whether the finding reads a private question. */
bool finding_is_private(const struct finding *finding, const struct pack *pack);

/*
 * The answers behind a rule that fired, to show it in the person's own words:
 * those given that are not harmless; without any, those not sure; without
 * any, those that are missing.  At most `most`; returns how many.
 */
size_t rule_answers(const struct question **questions, size_t most,
		    const struct rule *rule, const struct answers *answers);

#endif
