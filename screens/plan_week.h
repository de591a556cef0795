/*
 * A week of a plan, line by line, and what the review says of the line in
 * focus: beside it where there is room, else under it.
 */
#ifndef SITWELL_PLAN_WEEK_H
#define SITWELL_PLAN_WEEK_H

#include "report/plan_rows.h"
#include "screens/ui.h"

struct week_view;

struct week_view *week_view_new(struct ui *ui);
void week_view_free(struct week_view *view);

/*
 * Shows week `week` (an index) of what may be another plan than before; the
 * focus stays where it was, as far as that is there, with `keep_focus`.
 */
void week_view_set(struct ui *ui, struct week_view *view,
		   const struct plan *plan, const struct review *review,
		   size_t week, bool keep_focus);

/* NULL: not shown. */
void week_view_place(struct ui *ui, struct week_view *view,
		     const struct area *area);

/* The rows, which have the cursor. */
struct widget *week_view_widget(struct week_view *view);

/* Whether the key moved the focus. */
bool week_view_key(struct week_view *view, int key);

/* The line in focus. */
const struct plan_row *week_view_row(const struct week_view *view);

/* Moves to an exercise, by its index. */
void week_view_focus_item(struct week_view *view, size_t item);

#endif
