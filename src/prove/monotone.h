/*
 * Whether a worse answer to a safety question can lower urgency-by-rules,
 * by small problems instead of one as large as the pack.
 *
 * A small problem has a few questions, of which one is answered worse, and
 * what their answers touch (cone.h): only that is told of two people.  What
 * is not touched is the same for both, since both say the same wherever it
 * may be asked of them, and stands in the problem once.  It leaves out:
 * - alarms that are not touched, which may keep the level from falling.  For
 *   it to fall, an alarm that is touched must hold for the one, and none of
 *   that urgency or a higher one for the other;
 * - ask-ifs and not-ifs that are not touched, which may forbid answers;
 * - findings in a count that are not touched: any number of them, the same
 *   for both, stands for them.
 * Leaving out allows more, so each fall is a solution of the small problem
 * too, and where that has none the claim is proved.  Where it has one,
 * nothing is said.
 */
#ifndef SITWELL_MONOTONE_H
#define SITWELL_MONOTONE_H

#include "prove/cone.h"

/*
 * Questions for which that does not prove it, by index: they are to be
 * tried with the whole pack.  The caller frees what it holds.
 */
struct index_list monotone_open(const struct pack *pack,
				const struct cells *cells);

#endif
