/*
 * A week of a plan as the lines that one moves over, each with what the
 * review says of it: the same on screens and in plain mode.
 */
#ifndef SITWELL_PLAN_ROWS_H
#define SITWELL_PLAN_ROWS_H

#include "plan/review.h"

enum plan_row_kind {
	ROW_PLAN,		/* findings that are of no week; if any */
	ROW_PHASE,		/* of the week, and the week itself */
	ROW_ITEM,		/* an exercise */
};

struct plan_row {
	enum plan_row_kind kind;
	size_t item;			/* index in the week */
	char *text;
	char **said;			/* n_said paragraphs, FINDING_TEXTS of
					 * each finding */
	size_t n_said;
	enum review_level level;	/* the gravest of them */
};

struct plan_rows {
	struct plan_row *rows;
	size_t n_rows;
};

/*
 * `week` is an index.  Every finding of the week and of no week stands in
 * exactly one row.
 */
struct plan_rows *plan_rows_new(const struct plan *plan,
				const struct review *review, size_t week,
				enum role role);
void plan_rows_free(struct plan_rows **rows);

/* "[!]" stop, "[*]" change, "[?]" think about it, "[ ]" nothing. */
const char *plan_row_mark(const struct plan_row *row);

#endif
