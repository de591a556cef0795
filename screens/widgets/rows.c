/*
 * Lines are counted over all rows; `top` is the first one in the window.
 * A line of a row is: margin, pointer, mark, label.
 */
#include <config.h>

#include "rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "screens/terminal.h"

#define SHORT_LABEL 42		/* columns: two such rows are cheap to repaint */
#define NARROW 50
#define ROOMY 60		/* from here there is room for two columns */

void *rows_new(size_t size, const CDKFUNCS *functions, CDKSCREEN *screen,
	       const struct palette *theme, size_t n)
{
	struct rows *rows = widget_new(size, functions, screen, theme);

	rows->rows = xcalloc(n == 0 ? 1 : n, sizeof(rows->rows[0]));
	rows->n = n;
	rows->focus = -1;
	return rows;
}

void rows_free(struct rows *rows)
{
	if (rows == NULL)
		return;
	free(rows->rows);
	widget_free(&rows->widget);
}

static int rows_inject(CDKOBJS *object, chtype key);

static const CDKFUNCS rows_functions =
	WIDGET_FUNCTIONS(vSCROLL, rows_draw, rows_inject, widget_destroy);

struct rows *rows_list_new(CDKSCREEN *screen, const struct palette *theme,
			   size_t n)
{
	return rows_new(sizeof(struct rows), &rows_functions, screen, theme,
			n);
}

static int rows_inject(CDKOBJS *object, chtype key)
{
	struct rows *rows = (struct rows *)object;
	int row = -1;

	if (checkCDKObjectBind(object->fn->objectType, object, key))
		return 1;
	if (rows_move(rows, (int)key))
		return 1;
	if (key != KEY_MOUSE)
		return 0;
	row = rows_at_mouse(rows);
	if (row >= 0)
		rows_focus(rows, row);
	return row >= 0;
}

static int margin_of(int columns)
{
	return columns < NARROW ? 0 : 2;
}

static int mark_columns(const struct rows *rows)
{
	size_t widest = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (strlen(rows->rows[i].mark) > widest)
			widest = strlen(rows->rows[i].mark);
	return (int)widest;
}

/* Where labels begin: margin, "> ", mark, two blanks. */
static int label_column(const struct rows *rows, int columns)
{
	int mark = mark_columns(rows);

	return margin_of(columns) + 2 + mark + (mark > 0 ? 2 : 0);
}

/* Columns of the words' own column, or 0 where they follow the label. */
static int words_columns(const struct rows *rows, int columns)
{
	return rows->split && columns >= ROOMY ? columns * 2 / 5 : 0;
}

/* Label, and words that have no column of their own, as one paragraph. */
static void row_text(char *buffer, size_t size, const struct row *row,
		     bool split)
{
	size_t bytes = strlen(row->label);
	/* A question has its own mark at the end. */
	bool asks = bytes > 0 && row->label[bytes - 1] == '?';

	if (row->words != NULL && !split)
		snprintf(buffer, size, asks ? "%s %s" : "%s: %s", row->label,
			 row->words);
	else
		snprintf(buffer, size, "%s", row->label);
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static int below_column(const struct rows *rows, int columns)
{
	return label_column(rows, columns) + 2;
}

/* Lines of all that stands below a row with the focus. */
static int below_lines(const struct rows *rows, const struct row *row,
		       int columns)
{
	int room = columns - below_column(rows, columns) - 2;
	int lines = 0;

	for (size_t i = 0; i < row->n_below; i++)
		lines += draw_rows(rows->widget.theme, row->below[i], room);
	return lines;
}

int rows_height(struct rows *rows, int columns)
{
	/* One column stays free for the sign that there is more. */
	int right = words_columns(rows, columns);
	int room = columns - right - label_column(rows, columns) - 2;
	char text[1024];

	rows->lines = 0;
	rows->bold = true;
	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = &rows->rows[i];

		row_text(text, sizeof(text), row, right > 0);
		rows->lines += row->gap ? 1 : 0;
		row->line = rows->lines;
		row->lines = draw_rows(rows->widget.theme, text, room);
		if (right > 0 && row->words != NULL)
			row->lines = larger(row->lines, draw_rows(
				rows->widget.theme, row->words, right - 2));
		row->own_lines = row->lines;
		if ((int)i == rows->focus)
			row->lines += below_lines(rows, row, columns);
		rows->lines += row->lines;
		if (draw_columns(rows->widget.theme, text) > SHORT_LABEL)
			rows->bold = false;
	}
	return rows->lines;
}

static void draw_words(const struct rows *rows, const struct row *row,
		       enum style style, int first)
{
	struct pen pen = widget_pen(&rows->widget);
	int columns = words_columns(rows, pen.columns);

	pen.y = row->line + first - rows->top;
	pen.x = pen.columns - columns;
	pen.columns = columns - 2;
	draw_part(&pen, style == STYLE_TEXT ? STYLE_CHOSEN : style, row->words,
		  first, row->own_lines);
}

/* From line `first` of the row on. */
static void draw_below(const struct rows *rows, const struct row *row,
		       int first)
{
	struct pen pen = widget_pen(&rows->widget);
	int line = row->own_lines;	/* of the row, where a text begins */

	pen.x = below_column(rows, pen.columns);
	pen.columns -= pen.x + 2;
	for (size_t i = 0; i < row->n_below; i++) {
		int lines = draw_rows(pen.theme, row->below[i], pen.columns);
		int from = first > line ? first - line : 0;

		pen.y = row->line + line + from - rows->top;
		if (from < lines && pen.y < pen.bottom)
			draw_part(&pen, STYLE_TEXT, row->below[i], from,
				  lines - from);
		line += lines;
	}
}

static void draw_row(struct rows *rows, size_t index)
{
	const struct row *row = &rows->rows[index];
	bool focused = (int)index == rows->focus;
	int margin = margin_of(rows->widget.columns);
	struct pen pen = widget_pen(&rows->widget);
	int right = words_columns(rows, rows->widget.columns);
	char text[1024];
	enum style style = row->quiet ? STYLE_QUIET : STYLE_TEXT;
	int first = row->line < rows->top ? rows->top - row->line : 0;

	pen.y = row->line + first - rows->top;
	if (pen.y >= pen.bottom || first >= row->lines)
		return;
	rows->rows[index].seen = true;
	if (first == 0) {
		pen.x = margin;
		snprintf(text, sizeof(text), "%c %-*s", focused ? '>' : ' ',
			 mark_columns(rows), row->mark);
		draw_text(&pen, focused ? STYLE_FOCUS : style, text);
	}
	if (focused && rows->bold)
		style = STYLE_CHOSEN;
	if (right > 0 && row->words != NULL)
		draw_words(rows, row, style, first);
	pen.x = label_column(rows, rows->widget.columns);
	pen.columns -= pen.x + 2 + right;
	row_text(text, sizeof(text), row, right > 0);
	draw_part(&pen, style, text, first, row->own_lines);
	if (focused)
		draw_below(rows, row, first);
}

static void draw_more(const struct rows *rows)
{
	struct pen pen = widget_pen(&rows->widget);

	pen.x = pen.columns - 1;
	pen.columns = 1;
	if (rows->top > 0)
		draw_text(&pen, STYLE_KEY, "↑");
	pen.y = pen.bottom - 1;
	if (rows->top + rows->widget.rows < rows->lines)
		draw_text(&pen, STYLE_KEY, "↓");
}

static void set_cursor(struct rows *rows)
{
	const struct row *row = NULL;

	rows->widget.cursor_y = 0;
	rows->widget.cursor_x = margin_of(rows->widget.columns);
	if (rows->n == 0)
		return;
	row = &rows->rows[rows->focus < 0 ? 0 : rows->focus];
	if (row->line >= rows->top)
		rows->widget.cursor_y = row->line - rows->top;
}

void rows_draw(CDKOBJS *object, boolean box)
{
	struct rows *rows = (struct rows *)object;

	(void)box;
	werase(rows->widget.window);
	for (size_t i = 0; i < rows->n; i++)
		if (rows->rows[i].line + rows->rows[i].lines > rows->top)
			draw_row(rows, i);
	draw_more(rows);
	set_cursor(rows);
	wnoutrefresh(rows->widget.window);
}

/* The top that keeps the focus in sight; whether it changed. */
static bool scroll_to_focus(struct rows *rows)
{
	const struct row *row = NULL;
	int room = rows->widget.rows;
	int top = rows->top;

	if (rows->focus >= 0) {
		row = &rows->rows[rows->focus];
		if (row->line + row->lines > top + room)
			top = row->line + row->lines - room;
		if (row->line < top)
			top = row->line;
	}
	if (rows->focus == 0)
		top = 0;
	if (top > rows->lines - room)
		top = rows->lines - room;
	if (top < 0)
		top = 0;
	if (top == rows->top)
		return false;
	rows->top = top;
	return true;
}

void rows_place(struct rows *rows, const struct area *area)
{
	widget_place(&rows->widget, area);
	rows_height(rows, rows->widget.columns);
	scroll_to_focus(rows);
}

/* Empties the lines of a row. */
static void clear_row(struct rows *rows, const struct row *row)
{
	for (int line = row->line; line < row->line + row->lines; line++) {
		int y = line - rows->top;

		if (y < 0 || y >= rows->widget.rows)
			continue;
		wmove(rows->widget.window, y, 0);
		wclrtoeol(rows->widget.window);
	}
}

void rows_repaint(struct rows *rows, size_t row)
{
	int lines = rows->lines;
	int own = rows->rows[row].lines;
	bool bold = rows->bold;

	if (rows->widget.window == NULL)
		return;
	rows_height(rows, rows->widget.columns);
	if (rows->lines != lines || rows->rows[row].lines != own ||
	    rows->bold != bold) {
		scroll_to_focus(rows);
		rows_draw(&rows->widget.object, FALSE);
		return;
	}
	clear_row(rows, &rows->rows[row]);
	draw_row(rows, row);
	draw_more(rows);
	wnoutrefresh(rows->widget.window);
}

static bool has_below(const struct rows *rows, int row)
{
	return row >= 0 && rows->rows[row].n_below > 0;
}

void rows_focus(struct rows *rows, int row)
{
	int before = rows->focus;

	if (row == before || rows->n == 0)
		return;
	rows->focus = row;
	if (rows->widget.window == NULL)
		return;
	if (has_below(rows, before) || has_below(rows, row)) {
		rows_height(rows, rows->widget.columns);
		scroll_to_focus(rows);
		rows_draw(&rows->widget.object, FALSE);
		return;
	}
	if (scroll_to_focus(rows)) {
		rows_draw(&rows->widget.object, FALSE);
		return;
	}
	if (before >= 0)
		draw_row(rows, (size_t)before);
	if (row >= 0)
		draw_row(rows, (size_t)row);
	set_cursor(rows);
	wnoutrefresh(rows->widget.window);
}

/* The row that is about `lines` lines further. */
static int row_further(const struct rows *rows, int lines)
{
	int last = (int)rows->n - 1;
	int from = rows->focus < 0 ? 0 : rows->focus;
	int wanted = rows->rows[from].line + lines;

	if (lines > 0) {
		while (from < last && rows->rows[from + 1].line <= wanted)
			from++;
		return from == rows->focus && from < last ? from + 1 : from;
	}
	while (from > 0 && rows->rows[from - 1].line >= wanted)
		from--;
	return from == rows->focus && from > 0 ? from - 1 : from;
}

/*
 * A row whose texts below it do not fit scrolls first: by a line, down or up.
 * Whether it did.
 */
static bool scroll_in_row(struct rows *rows, int lines)
{
	const struct row *row = NULL;
	int bottom = rows->top + rows->widget.rows;

	if (!has_below(rows, rows->focus))
		return false;
	row = &rows->rows[rows->focus];
	if (lines > 0 ? row->line + row->lines <= bottom
		      : row->line >= rows->top)
		return false;
	rows->top += lines;
	rows_draw(&rows->widget.object, FALSE);
	return true;
}

bool rows_move(struct rows *rows, int key)
{
	int last = (int)rows->n - 1;
	int focus = rows->focus;

	switch (key) {
	case KEY_DOWN:
	case KEY_WHEEL_DOWN:
		if (!scroll_in_row(rows, 1))
			rows_focus(rows, focus < last ? focus + 1 : last);
		return true;
	case KEY_UP:
	case KEY_WHEEL_UP:
		if (!scroll_in_row(rows, -1))
			rows_focus(rows, focus < 0 ? last :
					 focus > 0 ? focus - 1 : 0);
		return true;
	case KEY_NPAGE:
		rows_focus(rows, row_further(rows, rows->widget.rows - 1));
		return true;
	case KEY_PPAGE:
		rows_focus(rows, row_further(rows, 1 - rows->widget.rows));
		return true;
	case KEY_HOME:
		rows_focus(rows, 0);
		return true;
	case KEY_END:
		rows_focus(rows, last);
		return true;
	default:
		return false;
	}
}

int rows_unseen(const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		if (!rows->rows[i].seen)
			return (int)i;
	return -1;
}

int rows_at_mouse(const struct rows *rows)
{
	int y = 0, x = 0;

	if (!widget_mouse(&rows->widget, &y, &x))
		return -1;
	y += rows->top;
	for (size_t i = 0; i < rows->n; i++)
		if (y >= rows->rows[i].line &&
		    y < rows->rows[i].line + rows->rows[i].lines)
			return (int)i;
	return -1;
}
