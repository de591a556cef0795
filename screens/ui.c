/* The stack of screens, the frame, and the one loop that waits for keys. */
#include <config.h>

#include "ui.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/flow.h"

#define MAX_VIEWS 8
#define MAX_KEYS 12
#define MAX_KEY_ROWS 4
#define MARGIN 1
#define WIDEST_BODY 110		/* longer lines are hard to read */
#define ROOMY_ROWS 18		/* from here a blank line under the title */

struct view {
	const struct screen *screen;
	void *state;
	CDKSCREEN *cdk;
	struct widget *focus;
	int tick;
};

struct key_item {
	int key;
	char words[64];
	int row, x, columns;
};

struct stack {
	struct view views[MAX_VIEWS];
	size_t depth;
	/* What ui_show wants, done once the key was handled. */
	const struct screen *next;
	const void *next_subject;
	bool redraw, ended;
	/* The frame, as the last draw left it. */
	struct key_item keys[MAX_KEYS];
	size_t n_keys;
	int key_rows;
	char right[96];
	char status[256], hint[160];
};

static struct view *top_of(const struct ui *ui)
{
	return &ui->stack->views[ui->stack->depth - 1];
}

const struct palette *ui_theme(const struct ui *ui)
{
	return &ui->theme;
}

CDKSCREEN *ui_cdk(const struct ui *ui)
{
	return top_of(ui)->cdk;
}

void ui_redraw(struct ui *ui)
{
	ui->stack->redraw = true;
}

void ui_tick(struct ui *ui, int milliseconds)
{
	top_of(ui)->tick = milliseconds;
}

void ui_focus(struct ui *ui, struct widget *widget)
{
	top_of(ui)->focus = widget;
}

void ui_end(struct ui *ui, enum screens_end end)
{
	ui->end = end;
	ui->stack->ended = true;
}

void ui_push(struct ui *ui, const struct screen *screen, const void *subject)
{
	struct view *view = NULL;

	if (ui->stack->depth == MAX_VIEWS)
		return;
	ui->stack->depth++;
	view = top_of(ui);
	memset(view, 0, sizeof(*view));
	view->screen = screen;
	view->cdk = initCDKScreen(stdscr);
	if (view->cdk == NULL) {
		free(xcalloc(1, sizeof(CDKSCREEN)));
		abort();
	}
	view->state = screen->open(ui, subject);
	ui->stack->redraw = true;
}

static void pop(struct ui *ui)
{
	struct view *view = top_of(ui);

	view->screen->close(ui, view->state);
	destroyCDKScreen(view->cdk);
	ui->stack->depth--;
	ui->stack->redraw = true;
}

void ui_show(struct ui *ui, const struct screen *screen, const void *subject)
{
	ui->stack->next = screen;
	ui->stack->next_subject = subject;
}

static void show_next(struct ui *ui)
{
	const struct screen *next = ui->stack->next;

	if (next == NULL)
		return;
	ui->stack->next = NULL;
	while (ui->stack->depth > 0)
		pop(ui);
	ui_push(ui, next, ui->stack->next_subject);
}

/* --- the frame --- */

static int top_rows(void)
{
	return LINES >= ROOMY_ROWS ? 2 : 1;
}

/* Lays the keys out with `gap` columns between; returns the rows taken. */
static int lay_out_keys(struct ui *ui, int gap)
{
	int room = COLS - 2 * MARGIN;
	int row = 0, x = 0;

	for (size_t i = 0; i < ui->stack->n_keys; i++) {
		struct key_item *item = &ui->stack->keys[i];

		item->columns = draw_columns(&ui->theme, item->words);
		if (x > 0 && x + item->columns > room) {
			row++;
			x = 0;
		}
		item->row = row;
		item->x = MARGIN + x;
		x += item->columns + gap;
	}
	return row + 1;
}

static void settle_keys(struct ui *ui)
{
	int rows = lay_out_keys(ui, 3);

	if (rows > 1)
		rows = lay_out_keys(ui, 2);
	ui->stack->key_rows = rows > MAX_KEY_ROWS ? MAX_KEY_ROWS : rows;
}

void ui_key(struct ui *ui, int key, const char *words)
{
	struct key_item *item = &ui->stack->keys[ui->stack->n_keys];

	if (ui->stack->n_keys == MAX_KEYS)
		return;
	ui->stack->n_keys++;
	item->key = key;
	snprintf(item->words, sizeof(item->words), "%s", words);
}

void ui_right(struct ui *ui, const char *words)
{
	snprintf(ui->stack->right, sizeof(ui->stack->right), "%s", words);
}

void ui_hint(struct ui *ui, const char *words)
{
	snprintf(ui->stack->hint, sizeof(ui->stack->hint), "%s", words);
}

struct area ui_body(struct ui *ui)
{
	struct area area = { .y = top_rows(), .x = MARGIN };

	settle_keys(ui);
	area.rows = LINES - area.y - 2 - ui->stack->key_rows;
	area.columns = COLS - 2 * MARGIN;
	if (area.columns > WIDEST_BODY)
		area.columns = WIDEST_BODY;
	return area;
}

struct pen ui_pen(const struct ui *ui, const struct area *area)
{
	return (struct pen){
		.window = stdscr,
		.theme = &ui->theme,
		.y = area->y,
		.x = area->x,
		.columns = area->columns,
		.bottom = area->y + area->rows,
	};
}

static struct pen row_pen(const struct ui *ui, int row)
{
	struct area area = { row, MARGIN, 1, COLS - 2 * MARGIN };

	return ui_pen(ui, &area);
}

static void draw_title(const struct ui *ui)
{
	const struct pack *pack = ui->session->pack;
	struct pen pen = row_pen(ui, 0);
	int right = draw_columns(&ui->theme, ui->stack->right);

	if (right > 0 && right < pen.columns) {
		struct pen end = pen;

		end.x += pen.columns - right;
		end.columns = right;
		draw_text(&end, STYLE_TITLE, ui->stack->right);
		pen.columns -= right + 2;
	}
	draw_text(&pen, STYLE_TITLE,
		  pack == NULL ? "sitwell" : content_text(pack->title));
}

static void draw_key_item(const struct ui *ui, const struct key_item *item)
{
	struct pen pen = row_pen(ui, LINES - ui->stack->key_rows + item->row);
	const char *space = strchr(item->words, ' ');
	char name[sizeof(item->words)];

	pen.x = item->x;
	pen.columns = COLS - MARGIN - item->x;
	draw_text(&pen, STYLE_TEXT, item->words);
	if (item->key == 0 || space == NULL)
		return;
	snprintf(name, sizeof(name), "%.*s", (int)(space - item->words),
		 item->words);
	draw_text(&pen, STYLE_KEY, name);
}

static void clear_row(int row)
{
	wmove(stdscr, row, 0);
	wclrtoeol(stdscr);
}

/* The status line, which takes the separator's row too where it is long. */
static void draw_status(const struct ui *ui)
{
	const char *status = ui->stack->status;
	struct pen pen = row_pen(ui, LINES - ui->stack->key_rows - 2);
	struct pen rule = row_pen(ui, pen.y + 1);

	pen.bottom = pen.y + 2;
	clear_row(pen.y);
	clear_row(rule.y);
	if (status[0] == '\0')
		draw_text(&pen, STYLE_TEXT, ui->stack->hint);
	else
		draw_paragraph(&pen, STYLE_STATUS, status);
	if (pen.y <= rule.y)
		draw_rule(&rule, STYLE_TEXT);
}

static void draw_frame(const struct ui *ui)
{
	draw_title(ui);
	draw_status(ui);
	for (size_t i = 0; i < ui->stack->n_keys; i++)
		if (ui->stack->keys[i].row < ui->stack->key_rows)
			draw_key_item(ui, &ui->stack->keys[i]);
}

static bool too_small(void)
{
	return COLS < UI_MIN_COLUMNS || LINES < UI_MIN_ROWS;
}

static void draw_too_small(const struct ui *ui)
{
	struct area area = { 0, 0, LINES, COLS };
	struct pen pen = ui_pen(ui, &area);
	char words[160];

	snprintf(words, sizeof(words), _("This window is a little too small. "
		 "Please make it at least %d columns wide and %d lines high, "
		 "or use a smaller font. Your answers are kept."),
		 UI_MIN_COLUMNS, UI_MIN_ROWS);
	draw_paragraph(&pen, STYLE_TEXT, words);
	wnoutrefresh(stdscr);
}

static void draw_objects(const struct view *view)
{
	for (int i = 0; i < view->cdk->objectCount; i++) {
		CDKOBJS *object = view->cdk->object[i];

		if (object != NULL && object->isVisible)
			DrawObj(object);
	}
}

static void paint(struct ui *ui)
{
	struct view *view = top_of(ui);

	ui->stack->redraw = false;
	werase(stdscr);
	if (too_small()) {
		draw_too_small(ui);
		return;
	}
	ui->stack->n_keys = 0;
	ui->stack->right[0] = '\0';
	ui->stack->hint[0] = '\0';
	view->screen->draw(ui, view->state);
	settle_keys(ui);
	draw_frame(ui);
	wnoutrefresh(stdscr);
	draw_objects(view);
}

void ui_status(struct ui *ui, const char *words)
{
	snprintf(ui->stack->status, sizeof(ui->stack->status), "%s", words);
	if (!ui->stack->redraw && !too_small())
		draw_status(ui);
}

/* The cursor stands on the focused choice: readers and braille follow it. */
static void set_cursor(const struct ui *ui)
{
	const struct widget *focus = top_of(ui)->focus;
	int y = LINES - 1, x = 0;

	if (focus != NULL && focus->window != NULL && !too_small()) {
		y = getbegy(focus->window) + focus->cursor_y;
		x = getbegx(focus->window) + focus->cursor_x;
	}
	wmove(stdscr, y < LINES ? y : LINES - 1, x < COLS ? x : COLS - 1);
	wnoutrefresh(stdscr);
}

static void refresh_all(struct ui *ui)
{
	if (ui->stack->redraw)
		paint(ui);
	set_cursor(ui);
	doupdate();
}

/* --- keys --- */

/* A click in the bottom line is the key it names. */
static int clicked_key(const struct ui *ui)
{
	int y = 0, x = 0;

	terminal_mouse(&y, &x);
	for (size_t i = 0; i < ui->stack->n_keys; i++) {
		const struct key_item *item = &ui->stack->keys[i];
		int row = LINES - ui->stack->key_rows + item->row;

		if (y == row && x >= item->x && x < item->x + item->columns &&
		    item->key != 0)
			return item->key;
	}
	return KEY_MOUSE;
}

static void act_on(struct ui *ui, enum outcome outcome)
{
	bool on_top = ui->stack->depth > 1;

	if (outcome == SCREEN_STAY)
		return;
	if (outcome == SCREEN_QUIT) {
		if (top_of(ui)->screen == &screen_quit)
			ui_end(ui, SCREENS_STOPPED);
		else
			ui_push(ui, &screen_quit, NULL);
		return;
	}
	if (on_top)
		pop(ui);
	else
		flow_outcome(ui, outcome);
}

static void handle_key(struct ui *ui, int key)
{
	struct view *view = top_of(ui);

	if (key == KEY_STOP) {
		ui->by_signal = true;
		ui_end(ui, SCREENS_STOPPED);
		return;
	}
	if (key == KEY_RESIZE || key == KEY_REDRAW) {
		if (key == KEY_REDRAW)
			clearok(curscr, TRUE);
		ui_redraw(ui);
		return;
	}
	if (too_small())
		return;
	if (key == KEY_MOUSE)
		key = clicked_key(ui);
	if (ui->stack->status[0] != '\0' && key != KEY_TICK)
		ui_status(ui, "");
	act_on(ui, view->screen->key(ui, view->state, key));
}

static int timeout_of(const struct ui *ui)
{
	int tick = top_of(ui)->tick;

	return tick > 0 ? tick : -1;
}

int ui_run(struct ui *ui)
{
	struct stack *stack = xcalloc(1, sizeof(*stack));

	ui->stack = stack;
	ui->flow = flow_new();
	flow_start(ui);
	show_next(ui);
	refresh_all(ui);
	flow_load(ui);
	while (!stack->ended) {
		show_next(ui);
		refresh_all(ui);
		handle_key(ui, terminal_key(timeout_of(ui)));
	}
	while (stack->depth > 0)
		pop(ui);
	flow_free(&ui->flow);
	free(stack);
	ui->stack = NULL;
	return ui->end == SCREENS_FAILED ? -1 : 0;
}
