#include <config.h>

#include "plan_week.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "report/plan_line.h"
#include "screens/widgets/rows.h"
#include "screens/widgets/text_view.h"

#define WIDE 100		/* columns: the finding stands beside the line */
#define BETWEEN 3		/* columns between the two */

struct week_view {
	struct plan_rows *lines;
	struct rows *rows;
	struct text_view *beside;
	bool wide;
};

struct week_view *week_view_new(struct ui *ui)
{
	struct week_view *view = xcalloc(1, sizeof(*view));

	view->beside = text_view_new(ui_cdk(ui), ui_theme(ui));
	widget_hide(text_view_widget(view->beside));
	return view;
}

void week_view_free(struct week_view *view)
{
	rows_free(view->rows);
	text_view_free(view->beside);
	plan_rows_free(&view->lines);
	free(view);
}

struct widget *week_view_widget(struct week_view *view)
{
	return &view->rows->widget;
}

const struct plan_row *week_view_row(const struct week_view *view)
{
	return &view->lines->rows[view->rows->focus];
}

/* What stands beside the line in focus. */
static void fill_beside(struct week_view *view)
{
	const struct plan_row *line = week_view_row(view);

	text_view_clear(view->beside);
	text_view_add(view->beside, STYLE_HEADING, NULL, _("Review"));
	for (size_t i = 0; i < line->n_said; i++) {
		if (i % FINDING_TEXTS == 0)
			text_view_gap(view->beside);
		text_view_add(view->beside, STYLE_TEXT, NULL, line->said[i]);
	}
	if (line->n_said == 0)
		text_view_add(view->beside, STYLE_TEXT, NULL,
			      _("Nothing found in this line."));
}

static void set_row(struct week_view *view, size_t index)
{
	const struct plan_row *line = &view->lines->rows[index];
	struct row *row = &view->rows->rows[index];

	row->label = line->text;
	snprintf(row->mark, sizeof(row->mark), "%s", plan_row_mark(line));
}

/* Under the line only where it does not stand beside it. */
static void set_below(struct week_view *view)
{
	for (size_t i = 0; i < view->lines->n_rows; i++) {
		view->rows->rows[i].below =
			(const char *const *)view->lines->rows[i].said;
		view->rows->rows[i].n_below =
			view->wide ? 0 : view->lines->rows[i].n_said;
	}
}

void week_view_set(struct ui *ui, struct week_view *view,
		   const struct plan *plan, const struct review *review,
		   size_t week, bool keep_focus)
{
	int focus = keep_focus && view->rows != NULL ? view->rows->focus : 0;

	rows_free(view->rows);
	plan_rows_free(&view->lines);
	view->lines = plan_rows_new(plan, review, week, ui->session->role);
	view->rows = rows_list_new(ui_cdk(ui), ui_theme(ui),
				   view->lines->n_rows);
	for (size_t i = 0; i < view->lines->n_rows; i++)
		set_row(view, i);
	if ((size_t)focus >= view->lines->n_rows)
		focus = (int)view->lines->n_rows - 1;
	view->rows->focus = focus;
	set_below(view);
	fill_beside(view);
}

static void draw_between(const struct ui *ui, const struct area *area, int x)
{
	struct pen pen = ui_pen(ui, area);

	pen.x = x;
	pen.columns = 1;
	while (pen.y < pen.bottom)
		draw_line(&pen, STYLE_TEXT, "│");
}

void week_view_place(struct ui *ui, struct week_view *view,
		     const struct area *area)
{
	struct area left, right;

	if (area == NULL) {
		widget_hide(&view->rows->widget);
		widget_hide(text_view_widget(view->beside));
		return;
	}
	view->wide = COLS >= WIDE;
	set_below(view);
	if (!view->wide) {
		widget_hide(text_view_widget(view->beside));
		rows_place(view->rows, area);
		return;
	}
	left = right = *area;
	left.columns = (area->columns - BETWEEN) * 11 / 20;
	right.x += left.columns + BETWEEN;
	right.columns -= left.columns + BETWEEN;
	draw_between(ui, area, left.x + left.columns + BETWEEN / 2);
	rows_place(view->rows, &left);
	text_view_place(view->beside, &right);
}

static void show_beside(struct week_view *view)
{
	fill_beside(view);
	if (!view->wide)
		return;
	text_view_height(view->beside,
			 text_view_widget(view->beside)->columns);
	widget_draw(text_view_widget(view->beside));
}

bool week_view_key(struct week_view *view, int key)
{
	int focus = view->rows->focus;
	bool used = widget_key(&view->rows->widget, key);

	if (view->rows->focus != focus)
		show_beside(view);
	return used;
}

void week_view_focus_item(struct week_view *view, size_t item)
{
	for (size_t i = 0; i < view->lines->n_rows; i++)
		if (view->lines->rows[i].kind == ROW_ITEM &&
		    view->lines->rows[i].item == item)
			rows_focus(view->rows, (int)i);
	fill_beside(view);
}
