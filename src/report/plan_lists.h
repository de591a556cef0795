/* Which programmes and exercises a pack has. */
#ifndef SITWELL_PLAN_LISTS_H
#define SITWELL_PLAN_LISTS_H

#include "pack/pack.h"
#include "report/document.h"

/*
 * Fills a page, as those of plan_pages.h.  With a target, only programmes
 * for it; exercises that are not for it come last, each with its reason.
 */
void page_of_programmes(struct page *page, const struct pack *pack,
			const struct target *target);
void page_of_exercises(struct page *page, const struct pack *pack,
		       const struct target *target);

#endif
