/*
 * What the person takes home of a plan: the questions before every session
 * first, what pain is fine and when to stop, then week by week what to do
 * and how.
 */
#ifndef SITWELL_HANDOUT_H
#define SITWELL_HANDOUT_H

#include <stdio.h>

#include "plan/plan.h"
#include "report/document.h"

struct handout {
	char *title;
	struct page *pages;	/* n_pages */
	size_t n_pages;
};

/* Owned by the caller; handout_free. */
struct handout *handout_new(const struct plan *plan);
void handout_free(struct handout **handout);

/* In lines of at most `columns` columns; or as report_html has it. */
void handout_text(FILE *stream, const struct handout *handout,
		  size_t columns);
void handout_html(FILE *stream, const struct handout *handout);

#endif
