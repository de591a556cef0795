#include "config.h"

#include "plan/reviewing.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct finding_of_plan *review_add(struct reviewing *reviewing,
				   enum review_check check,
				   const struct place *place,
				   const char *message, const char *instead)
{
	const struct check *row = pack_check(reviewing->plan->pack, check);
	struct finding_of_plan *finding;

	if (reviewing->n_findings == reviewing->room) {
		reviewing->room = 2 * reviewing->room + 32;
		reviewing->findings = xrealloc(reviewing->findings,
					       reviewing->room,
					       sizeof *reviewing->findings);
	}
	finding = &reviewing->findings[reviewing->n_findings++];
	*finding = (struct finding_of_plan){
		.check = row, .place = *place, .message = message,
		.because = row->because, .instead = instead,
		.sources = &row->sources,
	};
	return finding;
}

const char *review_words(struct reviewing *reviewing, const char *fmt, ...)
{
	char *words;
	int bytes;
	va_list args;

	va_start(args, fmt);
	bytes = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	words = arena_alloc(reviewing->arena, (size_t)bytes + 1, 1);
	va_start(args, fmt);
	vsnprintf(words, (size_t)bytes + 1, fmt, args);
	va_end(args);
	return words;
}

const char *review_dose(struct reviewing *reviewing, const struct dose *dose)
{
	return dose_text(reviewing->arena, dose);
}

/* By line, then as they were found. */
static int by_line(const void *one, const void *other)
{
	const struct finding_of_plan *a = one, *b = other;

	if (a->place.line != b->place.line)
		return a->place.line < b->place.line ? -1 : 1;
	return a->check->which < b->check->which ? -1 :
	       a->check->which > b->check->which;
}

struct review *review_plan(const struct plan *plan)
{
	struct arena *arena = arena_new();
	struct review *review = arena_alloc(arena, 1, sizeof *review);
	struct reviewing reviewing = { .plan = plan, .arena = arena };
	struct finding_of_plan *findings;

	review_person(&reviewing);
	review_weeks(&reviewing);
	review_progress(&reviewing);
	findings = arena_alloc(arena, reviewing.n_findings + 1,
			       sizeof *findings);
	if (reviewing.n_findings > 0)
		memcpy(findings, reviewing.findings,
		       reviewing.n_findings * sizeof *findings);
	qsort(findings, reviewing.n_findings, sizeof *findings, by_line);
	free(reviewing.findings);
	review->arena = arena;
	review->plan = plan;
	review->findings = findings;
	review->n_findings = reviewing.n_findings;
	for (size_t i = 0; i < review->n_findings; i++)
		review->counts[findings[i].check->level]++;
	return review;
}

void review_free(struct review **review)
{
	struct arena *arena;

	if (*review == NULL)
		return;
	arena = (*review)->arena;
	*review = NULL;
	arena_free(&arena);
}
