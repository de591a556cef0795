/*
 * Two people who were encoded alike: where they differ in nothing that an
 * expression reads, they do not differ in what it says.  That follows from
 * the encoding, but only by trying; told so, the solver need not look at
 * what a difference cannot touch.
 */
#ifndef SITWELL_ALIKE_H
#define SITWELL_ALIKE_H

#include "prove/person.h"

/*
 * `differs`: by question, the literal that lets the two answer it
 * differently, or 0.  Both are of one pack and one problem, have the same
 * role, and what one says the other says too, wherever both may be asked.
 */
void alike_tell(const struct person *one, const struct person *other,
		const int *differs);

#endif
