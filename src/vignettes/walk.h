/*
 * How long the interview is for a test patient: the screens one after
 * another, answered as the case says.
 */
#ifndef SITWELL_WALK_H
#define SITWELL_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "answers/answers.h"
#include "pack/pack.h"

#define MOST_SCREENS 400	/* no interview comes near it */

struct walked {
	size_t screens;		/* answered, of all kinds */
	size_t safety;		/* of them in a safety part */
	const struct rule *emergency;	/* that stopped it, or NULL */
	size_t waited;		/* with one: screens from the first on which a
				 * sign of it was told to the one that says so,
				 * at least 1 */
};

/*
 * Walks a patient through, who answers what `known` holds and is unsure of
 * the rest.
 *
 * A sign is an answer, worse than harmless, to a safety question, without
 * which the rule would not have fired; where no single one is, since two
 * would do, the first that the rule reads.
 */
struct walked vignette_walk(const struct pack *pack,
			    const struct answers *known);

#endif
