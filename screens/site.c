/*
 * The finger-point test: a question of type site, with its side if it has
 * one.  The drawing and the list of names beside it say the same; the
 * list's focus is the choice.  Where the drawing doesn't fit, the list
 * stands alone.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/ask.h"
#include "screens/sides.h"
#include "screens/widgets/body_map.h"
#include "screens/widgets/list.h"

#define LEAST_COLUMNS 60	/* of a window with a drawing */
#define LEAST_ROWS 20
#define LEAST_LIST 28		/* columns of the list beside the drawing */
#define NUMBERED 8		/* its columns besides the names */
#define MARKS 4			/* further ones, of a list of several */
#define GAP 2
#define MAX_GAP 6

struct pointing {
	const struct step *step;
	const struct question *question;
	size_t at, side_at;		/* in the step */
	struct list *list;
	struct body_map *map;
	bool drawn;			/* the drawing fits */
	int last_zone;
	struct sides sides;		/* none: it isn't asked here */
};

/* --- opening --- */

static void find_questions(struct ui *ui, struct pointing *pointing)
{
	const struct step *step = pointing->step;
	const struct question *side = NULL;

	for (size_t i = 0; i < step->n_questions; i++)
		if (step->questions[i]->type == QUESTION_SITE)
			pointing->at = i;
	pointing->question = step->questions[pointing->at];
	for (size_t i = 0; i < step->n_questions; i++) {
		if (step->questions[i] != pointing->question->side)
			continue;
		side = step->questions[i];
		pointing->side_at = i;
	}
	sides_init(&pointing->sides, side,
		   side == NULL ? NULL : ask_offered(ui, side));
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
		       sides_shown(&pointing->sides));
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
	return pointing->sides.n > 0 ? 1 : 0;
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
	bool several = pointing->question->multiple;
	size_t n = pointing->question->n_answers;

	snprintf(words, sizeof(words), _("1-%zu ←↑↓→ point"), n);
	if (expects_drawing(ui, pointing))
		ui_key(ui, 0, several ? _("←↑↓→ point") : words);
	else if (several)
		ui_key(ui, 0, _("↑↓ move"));
	if (several || !expects_drawing(ui, pointing))
		ask_name_digits(ui, several, n);
	if (pointing->sides.n > 0)
		ui_key(ui, 0, _("l r b side"));
}

static void place_list_alone(const struct ui *ui, struct pointing *pointing,
			     struct area area)
{
	body_map_place(pointing->map, NULL);
	sides_draw(ui, &pointing->sides, area.y, area.x);
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
	/* Under the drawing, where they lie, if there is room. */
	bool below = sides_columns(ui, &pointing->sides) <= drawing + GAP;

	left.columns = drawing;
	left.y += !below || area->rows > map_rows(pointing) ? 1 : 0;
	left.rows = body_map_rows(pointing->map);
	body_map_place(pointing->map, &left);
	sides_draw(ui, &pointing->sides,
		   below ? left.y + left.rows : area->y, left.x);
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

/* The side changed: the drawing follows. */
static void show_side(struct ui *ui, struct pointing *pointing)
{
	follow(pointing);
	ui_redraw(ui);
}

static bool side_key(struct ui *ui, struct pointing *pointing, int key)
{
	bool chosen = key == KEY_MOUSE ? sides_clicked(&pointing->sides)
				       : sides_key(&pointing->sides, key);

	if (chosen)
		show_side(ui, pointing);
	return chosen;
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
	/* A click on a half of the drawing says the side as well. */
	if (key == KEY_MOUSE && sides_choose(&pointing->sides,
					     body_map_clicked(pointing->map)))
		show_side(ui, pointing);
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
	if (pointing->sides.n > 0 && pointing->sides.chosen < 0) {
		ui_status(ui, question_find_answer(pointing->sides.question,
						   "unsure") < 0
			? _("Which side is it? Press l for left, r for right "
			    "or b for both.")
			: _("Which side is it? Press l for left, r for right, "
			    "b for both, u for not sure."));
		return SCREEN_STAY;
	}
	if (pointing->sides.n > 0)
		values[pointing->side_at] = sides_value(&pointing->sides);
	return ask_answer(ui, pointing->step, values);
}

/* A physio's fast mode: the number of the place is enough. */
static bool confirms_at_once(const struct ui *ui,
			     const struct pointing *pointing)
{
	return ui->session->fast && ui->session->role == ROLE_PHYSIO &&
	       !pointing->question->multiple &&
	       list_decided(pointing->list) &&
	       (pointing->sides.n == 0 || pointing->sides.chosen >= 0);
}

static enum outcome site_key(struct ui *ui, void *state, int key)
{
	struct pointing *pointing = state;
	enum outcome outcome = SCREEN_STAY;

	if (map_key(ui, pointing, key) || side_key(ui, pointing, key))
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

static void site_put_by(struct ui *ui, void *state)
{
	const struct pointing *pointing = state;
	struct value value = { .state = ANSWER_NOTHING };

	if (chosen_value(ui, pointing, &value))
		ask_put_by(ui, pointing->question, &value);
	if (pointing->sides.n == 0 || pointing->sides.chosen < 0)
		return;
	value = sides_value(&pointing->sides);
	ask_put_by(ui, pointing->sides.question, &value);
}

const struct screen screen_site = {
	.name = "site",
	.open = site_open,
	.draw = site_draw,
	.key = site_key,
	.close = site_close,
	.put_by = site_put_by,
};
