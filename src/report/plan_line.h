/*
 * A plan, its lines and what the review says of them, in a line each, for a
 * trainer: no condition before a clinician cleared the plan.  Who gets a
 * char * frees it.
 */
#ifndef SITWELL_PLAN_LINE_H
#define SITWELL_PLAN_LINE_H

#include "plan/folder.h"
#include "report/document.h"

/* "k7q2, Sore outer-hip tendons, week 2 of 6", on that day. */
char *plan_line_text(const struct plan *plan, long today);

/* "2 to stop", of the gravest level alone, or "nothing found". */
char *plan_found_text(const struct review *review);

/*
 * The same of any file of a folder: its name, and its first fault.  Where
 * the file is not named by the person's code its name stands behind the
 * code: "k7q2 (k7q2-next.ini), not cleared, week 2 of 6".
 */
char *plan_file_text(const struct plan_file *file, long today);
char *plan_file_found(const struct plan_file *file);

/* "Phase 1: settle" */
char *plan_phase_text(const struct phase *phase);

/* "bridge: 2 sets of 10, every day" */
char *plan_item_text(const struct plan_item *item);

/*
 * A finding as this role may read it.  To a trainer, while no clinician has
 * cleared the plan, nothing in it names or hints at a condition.  Borrowed
 * from the review; translated.
 */
struct finding_words {
	const char *message, *because, *instead;
};
struct finding_words plan_finding_words(const struct review *review,
					const struct finding_of_plan *finding,
					enum role role);

/* "Stop: it says so.", "Why: for a reason.", "Write instead: this" */
#define FINDING_TEXTS 3
void plan_finding_texts(char *texts[FINDING_TEXTS],
			const struct review *review,
			const struct finding_of_plan *finding, enum role role);

/* Fills a page, as those of plan_pages.h: all that is wrong with a file. */
void plan_page_faults(struct page *page, const struct plan_file *file);

#endif
