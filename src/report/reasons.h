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
 * Whether the rule's reason would tell an answer to a private question: one
 * that it reads was answered, and not with "no".
 */
bool rule_is_private(const struct rule *rule, const struct answers *answers);

#endif
