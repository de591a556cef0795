/*
 * The finger-point test: a question of type site, with its side if it has
 * one.  The drawing and the list of names beside it say the same; the
 * list's focus is the choice.  Where the drawing doesn't fit, the list
 * stands alone.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/ask.h"
#include "screens/widgets/body_map.h"
#include "screens/widgets/list.h"

#define LEAST_COLUMNS 60	/* of a window with a drawing */
#define LEAST_ROWS 20
#define LEAST_LIST 28		/* columns of the list beside the drawing */
#define NUMBERED 8		/* its columns besides the names */
#define MARKS 4			/* further ones, of a list of several */
#define GAP 2
#define MAX_GAP 6
#define SIDES 4

/* One of the sides to choose from, as the last draw left it. */
struct side_item {
	int key;
	size_t answer;			/* of the side's question */
	enum side side;
	const char *words;
	int x, columns;
};

struct pointing {
	const struct step *step;
	const struct question *question;
	size_t at, side_at;		/* in the step */
	struct list *list;
	struct body_map *map;
	bool drawn;			/* the drawing fits */
	int last_zone;
	struct side_item sides[SIDES];
	size_t n_sides;			/* 0: it isn't asked here */
	int side;			/* index in sides, or -1 */
	int side_y;
};

/* --- opening --- */

static void add_side(struct pointing *pointing, const struct question *side,
		     size_t answer)
{
	struct side_item *item = &pointing->sides[pointing->n_sides];
	const char *id = side->answers[answer].id;

	if (pointing->n_sides == SIDES)
		return;
	if (side->answers[answer].state == ANSWER_UNSURE)
		*item = (struct side_item){ 'u', answer, SIDE_BOTH,
					    _("u not sure"), 0, 0 };
	else if (strcmp(id, "left") == 0)
		*item = (struct side_item){ 'l', answer, SIDE_LEFT,
					    _("l left"), 0, 0 };
	else if (strcmp(id, "right") == 0)
		*item = (struct side_item){ 'r', answer, SIDE_RIGHT,
					    _("r right"), 0, 0 };
	else if (strcmp(id, "both") == 0)
		*item = (struct side_item){ 'b', answer, SIDE_BOTH,
					    _("b both"), 0, 0 };
	else
		return;
	pointing->n_sides++;
}

static int index_of_side(const struct pointing *pointing, int key)
{
	for (size_t i = 0; i < pointing->n_sides; i++)
		if (pointing->sides[i].key == key)
			return (int)i;
	return -1;
}

/* Left, both, right: as they lie under the drawing from behind. */
static void order_sides(struct pointing *pointing)
{
	int right = index_of_side(pointing, 'r');
	int both = index_of_side(pointing, 'b');
	struct side_item item = { 0 };

	if (right < 0 || both < right)
		return;
	item = pointing->sides[right];
	pointing->sides[right] = pointing->sides[both];
	pointing->sides[both] = item;
}

static void find_questions(struct ui *ui, struct pointing *pointing)
{
	const struct step *step = pointing->step;
	const struct question *side = NULL;
	int offered = -1;

	for (size_t i = 0; i < step->n_questions; i++)
		if (step->questions[i]->type == QUESTION_SITE)
			pointing->at = i;
	pointing->question = step->questions[pointing->at];
	pointing->side = -1;
	for (size_t i = 0; i < step->n_questions; i++)
		if (step->questions[i] == pointing->question->side)
			pointing->side_at = i;
	side = pointing->question->side;
	if (side == NULL || step->questions[pointing->side_at] != side)
		return;
	for (size_t i = 0; i < side->n_answers; i++)
		add_side(pointing, side, i);
	order_sides(pointing);
	offered = ask_answer_of(side, ask_offered(ui, side));
	for (size_t i = 0; offered >= 0 && i < pointing->n_sides; i++)
		if (pointing->sides[i].answer == (size_t)offered)
			pointing->side = (int)i;
}

static void make_list(struct ui *ui, struct pointing *pointing)
{
	const struct question *question = pointing->question;
	const struct value *offered = ask_offered(ui, question);
	int answer = ask_answer_of(question, offered);

	pointing->list = list_new(ui_cdk(ui), ui_theme(ui),
				  question->multiple ? LIST_SEVERAL : LIST_ONE,
				  question->n_answers);
	for (size_t i = 0; i < question->n_answers; i++)
		list_set(pointing->list, i,
			 answer_label(&question->answers[i],
				      ui->session->role),
			 (int)i == question->none ||
			 question->answers[i].state != ANSWER_VALUE);
	if (answer >= 0 && offered->state == ANSWER_VALUE)
		list_choose(pointing->list, offered->choices);
	else if (answer >= 0)
		list_choose(pointing->list, (uint64_t)1 << answer);
	ui_focus(ui, &list_rows(pointing->list)->widget);
}

/* --- what the drawing shows --- */

static size_t n_zones(const struct pointing *pointing)
{
	return pointing->question->bodymap->n_zones;
}

static enum side side_shown(const struct pointing *pointing)
{
	return pointing->side < 0 ? SIDE_BOTH
				  : pointing->sides[pointing->side].side;
}

static int current(const struct pointing *pointing)
{
	return list_rows(pointing->list)->focus;
}

static int zone_in_focus(const struct pointing *pointing)
{
	int line = current(pointing);

	return line < (int)n_zones(pointing) ? line : -1;
}

/* The drawing follows the list. */
static void follow(struct pointing *pointing)
{
	int zone = zone_in_focus(pointing);

	if (zone >= 0)
		pointing->last_zone = zone;
	body_map_light(pointing->map, zone,
		       pointing->question->multiple
				? list_chosen(pointing->list) : 0,
		       side_shown(pointing));
}

static void *site_open(struct ui *ui, const void *subject)
{
	struct pointing *pointing = xcalloc(1, sizeof(*pointing));

	pointing->step = subject;
	find_questions(ui, pointing);
	make_list(ui, pointing);
	pointing->map = body_map_new(ui_cdk(ui), ui_theme(ui),
				     pointing->question->bodymap);
	body_map_place(pointing->map, NULL);
	follow(pointing);
	return pointing;
}

static void site_close(struct ui *ui, void *state)
{
	struct pointing *pointing = state;

	(void)ui;
	body_map_free(pointing->map);
	list_free(pointing->list);
	free(pointing);
}

/* --- drawing --- */

static int side_rows(const struct pointing *pointing)
{
	return pointing->n_sides > 0 ? 1 : 0;
}

static int map_rows(const struct pointing *pointing)
{
	return body_map_rows(pointing->map) + side_rows(pointing);
}

/* Columns for the drawing: all views, or one, or none. */
static int map_columns(const struct pointing *pointing, int columns)
{
	int all = body_map_columns(pointing->map, true);
	int one = body_map_columns(pointing->map, false);

	if (COLS < LEAST_COLUMNS || LINES < LEAST_ROWS)
		return 0;
	if (columns >= all + GAP + LEAST_LIST)
		return all;
	return columns >= one + GAP + LEAST_LIST ? one : 0;
}

static int wanted_rows(void *state, int columns)
{
	struct pointing *pointing = state;
	struct rows *rows = list_rows(pointing->list);
	int drawing = map_columns(pointing, columns);
	int height = 0;

	if (drawing == 0)
		return rows_height(rows, columns) + side_rows(pointing);
	height = rows_height(rows, columns - drawing - GAP);
	return height > map_rows(pointing) + 1 ? height
					       : map_rows(pointing) + 1;
}

/* As well as it can be known before the room is. */
static bool expects_drawing(const struct ui *ui,
			    const struct pointing *pointing)
{
	const char *prompt = question_prompt(pointing->question,
					     ui->session->answers);
	int room = LINES - 5 - draw_rows(ui_theme(ui), prompt, COLS - 2);

	return map_columns(pointing, COLS - 2) > 0 &&
	       room >= map_rows(pointing);
}

static void name_keys(struct ui *ui, const struct pointing *pointing)
{
	char words[64];

	if (expects_drawing(ui, pointing)) {
		snprintf(words, sizeof(words), _("1-%zu ←↑↓→ point"),
			 pointing->question->n_answers);
		ui_key(ui, 0, words);
	} else if (pointing->question->multiple) {
		ui_key(ui, 0, _("↑↓ move"));
	} else {
		ui_key(ui, 0, _("↑↓ or number choose"));
	}
	if (pointing->question->multiple)
		ui_key(ui, ' ', _("Space mark"));
	if (pointing->n_sides > 0)
		ui_key(ui, 0, _("l r b side"));
}

static void draw_side(const struct ui *ui, const struct pointing *pointing,
		      struct side_item *item, bool chosen)
{
	struct area area = { pointing->side_y, item->x, 1, item->columns };
	struct pen pen = ui_pen(ui, &area);
	char words[64];

	snprintf(words, sizeof(words), chosen ? "[%s]" : " %s ", item->words);
	draw_text(&pen, chosen ? STYLE_FOCUS : STYLE_TEXT, words);
	if (chosen)
		return;
	pen.x++;
	pen.columns = 1;
	snprintf(words, sizeof(words), "%c", item->key);
	draw_text(&pen, STYLE_KEY, words);
}

static void draw_sides(const struct ui *ui, struct pointing *pointing, int y,
		       int x)
{
	pointing->side_y = y;
	for (size_t i = 0; i < pointing->n_sides; i++) {
		struct side_item *item = &pointing->sides[i];

		item->x = x;
		item->columns = draw_columns(ui_theme(ui), item->words) + 2;
		x += item->columns;
		draw_side(ui, pointing, item, (int)i == pointing->side);
	}
}

/* The sides stand below the drawing, where they lie, if there is room. */
static bool sides_fit_below(const struct ui *ui,
			    const struct pointing *pointing, int drawing)
{
	int columns = 0;

	for (size_t i = 0; i < pointing->n_sides; i++)
		columns += draw_columns(ui_theme(ui),
					pointing->sides[i].words) + 2;
	return columns <= drawing + GAP;
}

static void place_list_alone(const struct ui *ui, struct pointing *pointing,
			     struct area area)
{
	body_map_place(pointing->map, NULL);
	draw_sides(ui, pointing, area.y, area.x);
	area.y += side_rows(pointing);
	area.rows -= side_rows(pointing);
	rows_place(list_rows(pointing->list), &area);
}

/* What the list needs to show each name on one line. */
static int list_columns(const struct ui *ui, const struct pointing *pointing)
{
	const struct rows *rows = list_rows(pointing->list);
	int widest = 0;

	for (size_t i = 0; i < rows->n; i++) {
		int columns = draw_columns(ui_theme(ui), rows->rows[i].label);

		widest = columns > widest ? columns : widest;
	}
	return widest + NUMBERED + (pointing->question->multiple ? MARKS : 0);
}

static void place_both(const struct ui *ui, struct pointing *pointing,
		       const struct area *area, int drawing)
{
	struct area left = *area, right = *area;
	int gap = area->columns - drawing - list_columns(ui, pointing);
	bool below = sides_fit_below(ui, pointing, drawing);

	left.columns = drawing;
	left.y += !below || area->rows > map_rows(pointing) ? 1 : 0;
	left.rows = body_map_rows(pointing->map);
	body_map_place(pointing->map, &left);
	draw_sides(ui, pointing, below ? left.y + left.rows : area->y, left.x);
	right.y += below ? 0 : 1;
	right.rows -= below ? 0 : 1;
	gap = gap < GAP ? GAP : gap > MAX_GAP ? MAX_GAP : gap;
	right.x += drawing + gap;
	right.columns -= drawing + gap;
	rows_place(list_rows(pointing->list), &right);
}

static void site_draw(struct ui *ui, void *state)
{
	struct pointing *pointing = state;
	struct ask_words words = ask_question_words(ui, pointing->question);
	struct area area = { 0 };
	int drawing = 0;

	name_keys(ui, pointing);
	area = ask_layout(ui, &words, pointing->step, wanted_rows, state);
	drawing = map_columns(pointing, area.columns);
	pointing->drawn = drawing > 0 && area.rows >= map_rows(pointing);
	if (pointing->drawn)
		place_both(ui, pointing, &area, drawing);
	else
		place_list_alone(ui, pointing, area);
}

/* --- keys --- */

static void choose_side(struct ui *ui, struct pointing *pointing, int side)
{
	pointing->side = side;
	follow(pointing);
	ui_redraw(ui);
}

static bool side_key(struct ui *ui, struct pointing *pointing, int key)
{
	int side = index_of_side(pointing, key);

	if (side < 0)
		return false;
	choose_side(ui, pointing, side);
	return true;
}

static bool side_clicked(struct ui *ui, struct pointing *pointing)
{
	int y = 0, x = 0;

	terminal_mouse(&y, &x);
	for (size_t i = 0; y == pointing->side_y && i < pointing->n_sides;
	     i++) {
		const struct side_item *item = &pointing->sides[i];

		if (x >= item->x && x < item->x + item->columns) {
			choose_side(ui, pointing, (int)i);
			return true;
		}
	}
	return false;
}

/* Below the lowest zone are the answers that are no place. */
static void leave_zones(struct pointing *pointing)
{
	if (pointing->question->n_answers == n_zones(pointing))
		return;
	rows_focus(list_rows(pointing->list), (int)n_zones(pointing));
	follow(pointing);
}

/* An arrow while the focus is on an answer that is no place. */
static void move_below_zones(struct pointing *pointing, int key)
{
	struct rows *rows = list_rows(pointing->list);
	int line = rows->focus;

	if (key == KEY_DOWN && line + 1 < (int)rows->n)
		line++;
	else if (key == KEY_UP && line > (int)n_zones(pointing))
		line--;
	else if (key != KEY_DOWN)
		line = pointing->last_zone;
	rows_focus(rows, line);
	follow(pointing);
}

static bool is_arrow(int key)
{
	return key == KEY_UP || key == KEY_DOWN || key == KEY_LEFT ||
	       key == KEY_RIGHT;
}

/* A click on a half of the drawing says the side as well. */
static void take_clicked_side(struct ui *ui, struct pointing *pointing)
{
	enum side side = body_map_clicked(pointing->map);
	int item = side == SIDE_LEFT ? index_of_side(pointing, 'l') :
		   side == SIDE_RIGHT ? index_of_side(pointing, 'r') : -1;

	if (item >= 0 && item != pointing->side)
		choose_side(ui, pointing, item);
}

static bool map_key(struct ui *ui, struct pointing *pointing, int key)
{
	if (!pointing->drawn || (!is_arrow(key) && key != KEY_MOUSE))
		return false;
	if (is_arrow(key) && current(pointing) >= (int)n_zones(pointing)) {
		move_below_zones(pointing, key);
		return true;
	}
	if (!widget_key(body_map_widget(pointing->map), key))
		return false;
	if (body_map_at_edge(pointing->map)) {
		if (key == KEY_DOWN)
			leave_zones(pointing);
		return true;
	}
	rows_focus(list_rows(pointing->list), body_map_zone(pointing->map));
	if (key == KEY_MOUSE)
		take_clicked_side(ui, pointing);
	if (key == KEY_MOUSE && pointing->question->multiple)
		widget_key(&list_rows(pointing->list)->widget, ' ');
	follow(pointing);
	return true;
}

/* --- answering --- */

static bool chosen_value(struct ui *ui, const struct pointing *pointing,
			 struct value *out)
{
	const struct question *question = pointing->question;
	uint64_t chosen = list_chosen(pointing->list);

	if (chosen == 0) {
		ui_status(ui, question->multiple
			? _("Mark each place with Space, then press Enter.")
			: _("Point to a place first: use the arrow keys, or "
			    "type its number."));
		return false;
	}
	for (size_t i = 0; i < question->n_answers; i++)
		if (chosen >> i & 1)
			*out = ask_value_of(question, i);
	if (out->state == ANSWER_VALUE)
		out->choices = chosen;
	return true;
}

static enum outcome confirm(struct ui *ui, const struct pointing *pointing)
{
	struct value values[STEP_MAX] = { { 0 } };

	if (!chosen_value(ui, pointing, &values[pointing->at]))
		return SCREEN_STAY;
	if (pointing->n_sides > 0 && pointing->side < 0) {
		ui_status(ui, _("Which side is it? Press l for left, r for "
				"right or b for both."));
		return SCREEN_STAY;
	}
	if (pointing->n_sides > 0)
		values[pointing->side_at] =
			ask_value_of(pointing->question->side,
				     pointing->sides[pointing->side].answer);
	return ask_answer(ui, pointing->step, values);
}

/* A physio's fast mode: the number of the place is enough. */
static bool confirms_at_once(const struct ui *ui,
			     const struct pointing *pointing)
{
	return ui->session->fast && ui->session->role == ROLE_PHYSIO &&
	       !pointing->question->multiple &&
	       list_decided(pointing->list) &&
	       (pointing->n_sides == 0 || pointing->side >= 0);
}

static enum outcome site_key(struct ui *ui, void *state, int key)
{
	struct pointing *pointing = state;
	enum outcome outcome = SCREEN_STAY;

	if (map_key(ui, pointing, key) || side_key(ui, pointing, key))
		return SCREEN_STAY;
	if (key == KEY_MOUSE && side_clicked(ui, pointing))
		return SCREEN_STAY;
	if (widget_key(&list_rows(pointing->list)->widget, key)) {
		follow(pointing);
		return confirms_at_once(ui, pointing) ? confirm(ui, pointing)
						      : SCREEN_STAY;
	}
	if (key == KEY_ENTER)
		return confirm(ui, pointing);
	ask_key(ui, key, pointing->question, &outcome);
	return outcome;
}

const struct screen screen_site = {
	.name = "site",
	.open = site_open,
	.draw = site_draw,
	.key = site_key,
	.close = site_close,
};
