/*
 * Pieces one below the other, each knowing its first line when wrapped;
 * `top` is the first line in the window.
 */
#include <config.h>

#include "text_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "screens/terminal.h"

#define BAR_COLUMNS 20
#define NARROW_BAR 8
#define NARROW 60

enum piece_kind { PIECE_TEXT, PIECE_GAP, PIECE_BAR, PIECE_FIXED };

struct piece {
	enum piece_kind kind;
	enum style style;
	char *lead, *text, *label;
	double share;
	int line, lines;
};

struct text_view {
	struct widget widget;	/* first */
	struct piece *pieces;
	size_t n, room;
	int top, lines;
	bool read;		/* the last line has been drawn */
};

static void text_view_draw(CDKOBJS *object, boolean box);
static int text_view_inject(CDKOBJS *object, chtype key);

static const CDKFUNCS text_view_functions =
	WIDGET_FUNCTIONS(vSWINDOW, text_view_draw, text_view_inject,
			 widget_destroy);

struct text_view *text_view_new(CDKSCREEN *screen, const struct palette *theme)
{
	return widget_new(sizeof(struct text_view), &text_view_functions,
			  screen, theme);
}

void text_view_clear(struct text_view *view)
{
	for (size_t i = 0; i < view->n; i++) {
		free(view->pieces[i].lead);
		free(view->pieces[i].text);
		free(view->pieces[i].label);
	}
	view->n = 0;
	view->top = 0;
	view->read = false;
}

void text_view_free(struct text_view *view)
{
	if (view == NULL)
		return;
	text_view_clear(view);
	free(view->pieces);
	widget_free(&view->widget);
}

struct widget *text_view_widget(struct text_view *view)
{
	return &view->widget;
}

static struct piece *add(struct text_view *view, enum piece_kind kind)
{
	struct piece *piece = NULL;

	if (view->n == view->room) {
		view->room = view->room * 2 + 8;
		view->pieces = xrealloc(view->pieces, view->room,
					sizeof(view->pieces[0]));
	}
	piece = &view->pieces[view->n++];
	memset(piece, 0, sizeof(*piece));
	piece->kind = kind;
	return piece;
}

void text_view_add(struct text_view *view, enum style style, const char *lead,
		   const char *text)
{
	struct piece *piece = add(view, PIECE_TEXT);

	piece->style = style;
	piece->lead = lead == NULL ? NULL : xstrdup(lead);
	piece->text = xstrdup(text);
}

void text_view_gap(struct text_view *view)
{
	if (view->n > 0 && view->pieces[view->n - 1].kind != PIECE_GAP)
		add(view, PIECE_GAP);
}

void text_view_add_bar(struct text_view *view, double share, const char *label,
		       const char *text)
{
	struct piece *piece = add(view, PIECE_BAR);

	piece->share = share < 0 ? 0 : share > 1 ? 1 : share;
	piece->label = xstrdup(label == NULL ? "" : label);
	piece->text = xstrdup(text);
}

void text_view_add_fixed(struct text_view *view, const char *text)
{
	struct piece *piece = add(view, PIECE_FIXED);

	piece->style = STYLE_TEXT;
	piece->text = xstrdup(text);
}

/* Whether a drawing begins or ends between the two. */
static bool meets_drawing(const struct block *before, const struct block *block)
{
	return before != NULL && before->kind != BLOCK_HEADING &&
	       (before->kind == BLOCK_FIXED) != (block->kind == BLOCK_FIXED);
}

/* `before` is the block above it, or NULL. */
static void add_block(struct text_view *view, const struct block *block,
		      const struct block *before)
{
	char number[16];

	if (meets_drawing(before, block))
		text_view_gap(view);
	switch (block->kind) {
	case BLOCK_HEADING:
		text_view_gap(view);
		text_view_add(view, STYLE_HEADING, NULL, block->text);
		break;
	case BLOCK_PARAGRAPH:
		if (before != NULL && before->kind != BLOCK_HEADING)
			text_view_gap(view);
		text_view_add(view, STYLE_TEXT, NULL, block->text);
		break;
	case BLOCK_BULLET:
		text_view_add(view, STYLE_TEXT, "•", block->text);
		break;
	case BLOCK_NUMBERED:
		snprintf(number, sizeof(number), "%d", block->number);
		text_view_add(view, STYLE_TEXT, number, block->text);
		break;
	case BLOCK_BAR:
		text_view_add_bar(view, block->share, block->label,
				  block->text);
		break;
	case BLOCK_WARNING:
		text_view_gap(view);
		text_view_add(view, STYLE_WARNING, NULL, block->text);
		text_view_gap(view);
		break;
	case BLOCK_FIXED:
		text_view_add_fixed(view, block->text);
		break;
	}
}

void text_view_add_blocks(struct text_view *view, const struct block *blocks,
			  size_t n_blocks)
{
	for (size_t i = 0; i < n_blocks; i++)
		add_block(view, &blocks[i], i > 0 ? &blocks[i - 1] : NULL);
}

static int lead_columns(const struct text_view *view,
			const struct piece *piece)
{
	if (piece->lead == NULL)
		return 0;
	return draw_columns(view->widget.theme, piece->lead) + 4;
}

static int bar_columns(int columns)
{
	return columns < NARROW ? NARROW_BAR : BAR_COLUMNS;
}

/* The widest label of all bars, which stand below each other; 0: no room. */
static int label_columns(const struct text_view *view, int columns)
{
	int widest = 0;

	for (size_t i = 0; i < view->n && columns >= NARROW; i++) {
		const struct piece *piece = &view->pieces[i];
		int label = 0;

		if (piece->kind == PIECE_BAR)
			label = draw_columns(view->widget.theme, piece->label);
		widest = label > widest ? label : widest;
	}
	return widest;
}

/* Where the text beside a bar begins. */
static int bar_indent(const struct text_view *view, int columns)
{
	int label = label_columns(view, columns);

	return bar_columns(columns) + 2 + label + (label > 0 ? 2 : 0);
}

/* The text beside a bar: the label too, if it has no column of its own. */
static void bar_text(const struct text_view *view, char *buffer, size_t size,
		     const struct piece *piece, int columns)
{
	bool apart = piece->label[0] == '\0' ||
		     label_columns(view, columns) > 0;

	snprintf(buffer, size, "%s%s%s", apart ? "" : piece->label,
		 apart ? "" : ": ", piece->text);
}

static int piece_lines(const struct text_view *view, const struct piece *piece,
		       int columns)
{
	char text[1024];

	switch (piece->kind) {
	case PIECE_GAP:
	case PIECE_FIXED:
		return 1;
	case PIECE_BAR:
		bar_text(view, text, sizeof(text), piece, columns);
		return draw_rows(view->widget.theme, text,
				 columns - bar_indent(view, columns) - 1);
	default:
		return draw_rows(view->widget.theme, piece->text,
				 columns - lead_columns(view, piece) - 1);
	}
}

int text_view_height(struct text_view *view, int columns)
{
	view->lines = 0;
	for (size_t i = 0; i < view->n; i++) {
		struct piece *piece = &view->pieces[i];

		piece->line = view->lines;
		piece->lines = piece_lines(view, piece, columns);
		view->lines += piece->lines;
	}
	return view->lines;
}

int text_view_first_line(const struct text_view *view)
{
	return view->top;
}

/* It has no lines yet; text_view_place brings this within them. */
void text_view_show_from(struct text_view *view, int line)
{
	view->top = line;
}

bool text_view_was_read(const struct text_view *view)
{
	return view->read;
}

bool text_view_scrolls(const struct text_view *view)
{
	return view->lines > view->widget.rows;
}

static void scroll_to(struct text_view *view, int top)
{
	if (top > view->lines - view->widget.rows)
		top = view->lines - view->widget.rows;
	view->top = top < 0 ? 0 : top;
}

void text_view_place(struct text_view *view, const struct area *area)
{
	widget_place(&view->widget, area);
	text_view_height(view, view->widget.columns);
	scroll_to(view, view->top);
}

static void draw_piece_bar(const struct text_view *view, const struct pen *at,
			   const struct piece *piece)
{
	struct pen pen = *at;

	pen.columns = bar_columns(at->columns);
	draw_bar(&pen, piece->share);
	pen.x = pen.columns + 2;
	pen.columns = label_columns(view, at->columns);
	draw_text(&pen, STYLE_CHOSEN, piece->label);
}

static void draw_piece(const struct text_view *view, const struct piece *piece)
{
	struct pen pen = widget_pen(&view->widget);
	int first = piece->line < view->top ? view->top - piece->line : 0;
	int indent = lead_columns(view, piece);
	char text[1024];

	pen.y = piece->line + first - view->top;
	if (piece->kind == PIECE_GAP || pen.y >= pen.bottom ||
	    first >= piece->lines)
		return;
	snprintf(text, sizeof(text), "%s", piece->text);
	if (piece->kind == PIECE_BAR) {
		indent = bar_indent(view, pen.columns);
		bar_text(view, text, sizeof(text), piece, pen.columns);
		if (first == 0)
			draw_piece_bar(view, &pen, piece);
	} else if (piece->lead != NULL && first == 0) {
		pen.x = 2;
		draw_text(&pen, piece->style, piece->lead);
	}
	pen.x = indent;
	pen.columns -= indent + 1;
	if (piece->kind == PIECE_FIXED)
		draw_text(&pen, piece->style, piece->text);
	else
		draw_part(&pen, piece->style, text, first, piece->lines);
}

static void draw_more(const struct text_view *view)
{
	struct pen pen = widget_pen(&view->widget);

	pen.x = pen.columns - 1;
	pen.columns = 1;
	if (view->top > 0)
		draw_text(&pen, STYLE_KEY, "↑");
	pen.y = pen.bottom - 1;
	if (view->top + view->widget.rows < view->lines)
		draw_text(&pen, STYLE_KEY, "↓");
}

static void text_view_draw(CDKOBJS *object, boolean box)
{
	struct text_view *view = (struct text_view *)object;

	(void)box;
	werase(view->widget.window);
	for (size_t i = 0; i < view->n; i++)
		draw_piece(view, &view->pieces[i]);
	draw_more(view);
	if (view->top + view->widget.rows >= view->lines)
		view->read = true;
	wnoutrefresh(view->widget.window);
}

/* Where a key scrolls to, or -1 if it is no such key. */
static int scrolled(const struct text_view *view, int key)
{
	int page = view->widget.rows > 2 ? view->widget.rows - 1 : 1;
	int top = view->top;

	switch (key) {
	case KEY_DOWN:
	case KEY_WHEEL_DOWN:
		return top + 1;
	case KEY_UP:
	case KEY_WHEEL_UP:
		return top > 0 ? top - 1 : 0;
	case KEY_NPAGE:
	case ' ':
		return top + page;
	case KEY_PPAGE:
		return top > page ? top - page : 0;
	case KEY_HOME:
		return 0;
	case KEY_END:
		return view->lines;
	default:
		return -1;
	}
}

static int text_view_inject(CDKOBJS *object, chtype key)
{
	struct text_view *view = (struct text_view *)object;
	int before = view->top;
	int top = scrolled(view, (int)key);

	if (checkCDKObjectBind(object->fn->objectType, object, key))
		return 1;
	if (top < 0)
		return 0;
	scroll_to(view, top);
	if (view->top != before)
		text_view_draw(object, FALSE);
	return 1;
}
