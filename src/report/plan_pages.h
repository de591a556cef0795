/*
 * Plans and exercises as pages, for screens, plain mode and text alike.
 *
 * Each function fills the page it is given, which the caller empties with
 * page_done.  All texts are translated, and readable at 38 columns.  A page
 * about a condition says so only where a clinician has cleared the plan:
 * a trainer is not to read causes out of it.
 */
#ifndef SITWELL_PLAN_PAGES_H
#define SITWELL_PLAN_PAGES_H

#include <stdbool.h>

#include "plan/diff.h"
#include "plan/plan.h"
#include "plan/review.h"
#include "report/document.h"

/* What a page about an exercise or a week says; bits. */
enum plan_detail {
	DETAIL_CRITERIA = 1,	/* what was met, what moves on, steps back */
	DETAIL_LIMITS = 2,	/* who must not do it, easier and harder */
	DETAIL_CARDS = 4,	/* a week: the whole card of each exercise that
				 * no week before has */
};

/*
 * For whom, which programme, from when to when, its phases over the weeks
 * (`current`, or 0, is marked), what to do in a flare, when to stop, when
 * to screen again.
 */
void plan_page_overview(struct page *page, const struct plan *plan,
			size_t current);

/* Week `number`, from 1: its exercises by day, with doses. */
void plan_page_week(struct page *page, const struct plan *plan, size_t number,
		    unsigned details);

/* What the review found, stop first; sources for clinicians alone. */
void plan_page_review(struct page *page, const struct review *review,
		      enum role role);

/*
 * What changed between two plans, the whole plan first, then by week.  Of a
 * condition no more than that it changed, until both plans are cleared.
 */
void plan_page_diff(struct page *page, const struct plan_diff *diff);

/*
 * One exercise: why, drawing, how, what to watch; with `dose`, or, where it
 * is NULL, the exercise's own; with what pain is fine by `rule` unless NULL.
 */
void plan_page_exercise(struct page *page, const struct exercise *exercise,
			const struct dose *dose, const struct pain_rule *rule,
			unsigned details);

/* The questions before every session. */
void plan_page_gate(struct page *page, const struct pack *pack);

/* What pain is fine, when to stop, and the plan's own words on both. */
void plan_page_safety(struct page *page, const struct plan *plan);

/* "1" of phase outer-hip-1: as its id has it, else by its place from 1. */
unsigned phase_number(const struct phase *phase);

#endif
