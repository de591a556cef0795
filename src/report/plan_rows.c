#include "config.h"

#include "report/plan_rows.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "report/plan_line.h"

/* Whether the line is one of the week's own: its head, its phase, an item. */
static bool is_of_week(const struct plan_week *week, int line)
{
	if (line == week->place.line || line == week->phase_place.line)
		return true;
	for (size_t i = 0; i < week->n_items; i++)
		if (line == week->items[i].place.line)
			return true;
	return false;
}

static bool is_of_any_week(const struct plan *plan, int line)
{
	for (size_t i = 0; i < plan->n_weeks; i++)
		if (is_of_week(&plan->weeks[i], line))
			return true;
	return false;
}

static bool belongs(const struct plan_row *row, const struct plan *plan,
		    const struct plan_week *week, int line)
{
	switch (row->kind) {
	case ROW_PLAN:
		return !is_of_any_week(plan, line);
	case ROW_PHASE:
		return line == week->place.line ||
		       line == week->phase_place.line;
	case ROW_ITEM:
		break;
	}
	return line == week->items[row->item].place.line;
}

static void add_said(struct plan_row *row, const struct review *review,
		     const struct finding_of_plan *finding, enum role role)
{
	row->said = xrealloc(row->said, row->n_said + FINDING_TEXTS,
			     sizeof *row->said);
	plan_finding_texts(row->said + row->n_said, review, finding, role);
	row->n_said += FINDING_TEXTS;
	if (finding->check->level > row->level)
		row->level = finding->check->level;
}

static void collect(struct plan_row *row, const struct plan *plan,
		    const struct review *review, const struct plan_week *week,
		    enum role role)
{
	for (size_t i = 0; i < review->n_findings; i++)
		if (belongs(row, plan, week, review->findings[i].place.line))
			add_said(row, review, &review->findings[i], role);
}

static char *text_of(const struct plan_row *row, const struct plan_week *week)
{
	switch (row->kind) {
	case ROW_PLAN:
		return xstrdup(_("The whole plan"));
	case ROW_PHASE:
		return plan_phase_text(week->phase);
	case ROW_ITEM:
		break;
	}
	return plan_item_text(&week->items[row->item]);
}

struct plan_rows *plan_rows_new(const struct plan *plan,
				const struct review *review, size_t index,
				enum role role)
{
	const struct plan_week *week = &plan->weeks[index];
	struct plan_rows *rows = xcalloc(1, sizeof *rows);
	size_t most = week->n_items + 2;

	rows->rows = xcalloc(most, sizeof *rows->rows);
	for (size_t i = 0; i < most; i++) {
		struct plan_row *row = &rows->rows[rows->n_rows];

		row->kind = i == 0 ? ROW_PLAN : i == 1 ? ROW_PHASE : ROW_ITEM;
		row->item = i < 2 ? 0 : i - 2;
		collect(row, plan, review, week, role);
		if (row->kind == ROW_PLAN && row->n_said == 0)
			continue;
		row->text = text_of(row, week);
		rows->n_rows++;
	}
	return rows;
}

void plan_rows_free(struct plan_rows **rows)
{
	if (*rows == NULL)
		return;
	for (size_t i = 0; i < (*rows)->n_rows; i++) {
		struct plan_row *row = &(*rows)->rows[i];

		for (size_t k = 0; k < row->n_said; k++)
			free(row->said[k]);
		free(row->said);
		free(row->text);
	}
	free((*rows)->rows);
	free(*rows);
	*rows = NULL;
}

const char *plan_row_mark(const struct plan_row *row)
{
	if (row->n_said == 0)
		return "[ ]";
	switch (row->level) {
	case REVIEW_STOP:
		return "[!]";
	case REVIEW_CHANGE:
		return "[*]";
	case REVIEW_CONSIDER:
		break;
	}
	return "[?]";
}
