/* The stack of screens and the one loop that waits for keys. */
#include <config.h>

#include "ui.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/flow.h"
#include "screens/frame.h"
#include "screens/reload.h"

#define MAX_VIEWS 8

struct view {
	const struct screen *screen;
	void *state;
	CDKSCREEN *cdk;
	struct widget *focus;
	int tick;
};

struct stack {
	struct view views[MAX_VIEWS];
	/* By depth, made when first needed: making one sets the terminal's
	 * modes anew, which would wait for it on every question. */
	CDKSCREEN *cdk[MAX_VIEWS];
	size_t depth;
	/* What ui_show wants, done once the key was handled. */
	const struct screen *next;
	const void *next_subject;
	bool redraw, ended;
	struct frame frame;
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

static CDKSCREEN *cdk_at(struct stack *stack, size_t depth)
{
	if (stack->cdk[depth] != NULL)
		return stack->cdk[depth];
	stack->cdk[depth] = initCDKScreen(stdscr);
	if (stack->cdk[depth] == NULL) {
		/* Ends the program as any other lack of memory does. */
		free(xcalloc(1, sizeof(CDKSCREEN)));
		abort();
	}
	return stack->cdk[depth];
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
	view->cdk = cdk_at(ui->stack, ui->stack->depth - 1);
	view->state = screen->open(ui, subject);
	ui->stack->redraw = true;
}

static void pop(struct ui *ui)
{
	struct view *view = top_of(ui);

	view->screen->close(ui, view->state);
	ui->stack->depth--;
	ui->stack->redraw = true;
}

void ui_replace(struct ui *ui, const struct screen *screen,
		const void *subject)
{
	pop(ui);
	ui_push(ui, screen, subject);
}

void ui_show(struct ui *ui, const struct screen *screen, const void *subject)
{
	ui->stack->next = screen;
	ui->stack->next_subject = subject;
}

void ui_show_now(struct ui *ui)
{
	const struct screen *next = ui->stack->next;

	if (next == NULL)
		return;
	ui->stack->next = NULL;
	while (ui->stack->depth > 0)
		pop(ui);
	ui_push(ui, next, ui->stack->next_subject);
}

bool ui_has_open(const struct ui *ui, const struct screen *screen)
{
	for (size_t i = 0; i < ui->stack->depth; i++)
		if (ui->stack->views[i].screen == screen)
			return true;
	return false;
}

void ui_take_away(struct ui *ui, const struct screen *screen)
{
	if (ui->stack->depth > 1 && top_of(ui)->screen == screen)
		pop(ui);
}

void ui_put_by_all(struct ui *ui)
{
	while (ui->stack->depth > 0) {
		struct view *view = top_of(ui);

		if (view->screen->put_by != NULL)
			view->screen->put_by(ui, view->state);
		pop(ui);
	}
}

/* --- the frame and what is in it --- */

void ui_key(struct ui *ui, int key, const char *words)
{
	frame_add_key(&ui->stack->frame, key, words);
}

void ui_right(struct ui *ui, const char *words)
{
	struct frame *frame = &ui->stack->frame;

	snprintf(frame->right, sizeof(frame->right), "%s", words);
}

void ui_hint(struct ui *ui, const char *words)
{
	struct frame *frame = &ui->stack->frame;

	snprintf(frame->hint, sizeof(frame->hint), "%s", words);
}

struct area ui_body(struct ui *ui)
{
	return frame_body(&ui->stack->frame);
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
		 "Make it at least %d columns wide and %d lines high, "
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

static const char *title_of(const struct ui *ui)
{
	const struct pack *pack = ui->session->pack;

	return pack == NULL ? "sitwell" : content_text(pack->title);
}

static void paint(struct ui *ui)
{
	struct view *view = top_of(ui);
	struct frame *frame = &ui->stack->frame;

	ui->stack->redraw = false;
	werase(stdscr);
	if (too_small()) {
		draw_too_small(ui);
		return;
	}
	frame_clear(frame);
	frame->title = title_of(ui);
	view->screen->draw(ui, view->state);
	frame_draw(frame);
	wnoutrefresh(stdscr);
	draw_objects(view);
}

void ui_status(struct ui *ui, const char *words)
{
	struct frame *frame = &ui->stack->frame;

	int extra = frame_status_extra(frame);

	snprintf(frame->status, sizeof(frame->status), "%s", words);
	if (frame_status_extra(frame) != extra)
		ui_redraw(ui);
	if (!ui->stack->redraw && !too_small())
		frame_draw_status(frame);
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
	return frame_clicked(&ui->stack->frame, y, x);
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

	if (key == KEY_WAKE)
		return;
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
	if (ui->stack->frame.status[0] != '\0' && key != KEY_TICK)
		ui_status(ui, "");
	act_on(ui, view->screen->key(ui, view->state, key));
}

static int timeout_of(const struct ui *ui)
{
	int tick = top_of(ui)->tick;

	return tick > 0 ? tick : -1;
}

/* The clock of a screen ticks for it alone, not when a reload is due. */
static int next_key(const struct ui *ui)
{
	int tick = timeout_of(ui);
	int wake = reload_timeout(ui);
	bool woken = wake >= 0 && (tick < 0 || wake < tick);
	int key = terminal_key(woken ? wake : tick);

	return woken && key == KEY_TICK ? KEY_WAKE : key;
}

int ui_run(struct ui *ui)
{
	struct stack *stack = xcalloc(1, sizeof(*stack));

	ui->stack = stack;
	stack->frame.theme = &ui->theme;
	ui->flow = flow_new();
	flow_start(ui);
	ui_show_now(ui);
	refresh_all(ui);
	reload_start(ui);
	flow_load(ui);
	while (!stack->ended) {
		ui_show_now(ui);
		reload_look(ui);
		refresh_all(ui);
		session_rest(ui->session);
		handle_key(ui, next_key(ui));
	}
	while (stack->depth > 0)
		pop(ui);
	for (size_t i = 0; i < MAX_VIEWS; i++)
		if (stack->cdk[i] != NULL)
			destroyCDKScreen(stack->cdk[i]);
	reload_stop(ui);
	flow_free(&ui->flow);
	free(stack);
	ui->stack = NULL;
	return ui->end == SCREENS_FAILED ? -1 : 0;
}
