/* The drawing's rows become wide characters once; cells are drawn one by
 * one, each in the look of its zone, and numbers on top. */
#include <config.h>

#include "body_map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/error.h"
#include "report/document.h"
#include "screens/terminal.h"

#define GAP 2			/* columns between views */
#define TITLE_ROWS 1
#define NUMBER 8

struct body_map {
	struct widget widget;		/* first */
	const struct bodymap *bodymap;
	struct zone_map zones;
	wchar_t *cells[BODYMAP_VIEWS];	/* n_rows x columns */
	int spot;			/* where the focus is, or -1 */
	uint64_t chosen;
	enum side side;
	bool edge;
	enum side clicked;
};

static void body_map_draw(CDKOBJS *object, boolean box);
static int body_map_inject(CDKOBJS *object, chtype key);

static const CDKFUNCS body_map_functions =
	WIDGET_FUNCTIONS(vSWINDOW, body_map_draw, body_map_inject,
			 widget_destroy);

/* The loader has checked that a row has as many columns as its view. */
static void read_row(wchar_t *out, const char *row, size_t columns)
{
	wchar_t wide[256];
	size_t count = mbstowcs(wide, row, sizeof(wide) / sizeof(wide[0]));

	for (size_t i = 0; i < columns; i++)
		out[i] = count != (size_t)-1 && i < count ? wide[i] : L' ';
}

static wchar_t *read_view(const struct bodymap_view *view, bool utf8)
{
	wchar_t *cells = xcalloc(view->n_rows * view->columns + 1,
				 sizeof(cells[0]));

	for (size_t row = 0; row < view->n_rows; row++)
		read_row(cells + row * view->columns,
			 utf8 ? view->utf8_rows[row] : view->rows[row],
			 view->columns);
	return cells;
}

/* The console of Linux has no slanted lines in its font. */
static bool draws_lines(const struct palette *theme)
{
	const char *name = getenv("TERM");

	return theme->utf8 && (name == NULL || strcmp(name, "linux") != 0);
}

struct body_map *body_map_new(CDKSCREEN *screen, const struct palette *theme,
			      const struct bodymap *bodymap)
{
	struct body_map *map = widget_new(sizeof(*map), &body_map_functions,
					  screen, theme);

	map->bodymap = bodymap;
	map->spot = -1;
	zone_map_init(&map->zones, bodymap);
	for (size_t i = 0; i < bodymap->n_views; i++)
		map->cells[i] = read_view(&bodymap->views[i],
					  draws_lines(theme));
	return map;
}

void body_map_free(struct body_map *map)
{
	if (map == NULL)
		return;
	zone_map_done(&map->zones);
	for (size_t i = 0; i < BODYMAP_VIEWS; i++)
		free(map->cells[i]);
	widget_free(&map->widget);
}

struct widget *body_map_widget(struct body_map *map)
{
	return &map->widget;
}

int body_map_rows(const struct body_map *map)
{
	size_t most = 0;

	for (size_t i = 0; i < map->bodymap->n_views; i++)
		if (map->bodymap->views[i].n_rows > most)
			most = map->bodymap->views[i].n_rows;
	return (int)most + TITLE_ROWS;
}

int body_map_columns(const struct body_map *map, bool all)
{
	int sum = 0, most = 0;

	for (size_t i = 0; i < map->bodymap->n_views; i++) {
		int columns = (int)map->bodymap->views[i].columns;

		sum += columns + (i > 0 ? GAP : 0);
		most = columns > most ? columns : most;
	}
	return all ? sum : most;
}

void body_map_place(struct body_map *map, const struct area *area)
{
	if (area != NULL)
		widget_place(&map->widget, area);
	else
		widget_hide(&map->widget);
}

static bool shows_all(const struct body_map *map)
{
	return map->widget.columns >= body_map_columns(map, true);
}

static size_t view_in_focus(const struct body_map *map)
{
	return map->spot < 0 ? 0 : map->zones.spots[map->spot].view;
}

/* The column where a view begins, or -1 if it is not shown. */
static int left_of(const struct body_map *map, size_t view)
{
	int left = 0;

	if (!shows_all(map))
		return view == view_in_focus(map) ? 0 : -1;
	for (size_t i = 0; i < view; i++)
		left += (int)map->bodymap->views[i].columns + GAP;
	return left;
}

int body_map_zone(const struct body_map *map)
{
	return map->spot < 0 ? -1 : (int)map->zones.spots[map->spot].zone;
}

bool body_map_at_edge(const struct body_map *map)
{
	return map->edge;
}

enum side body_map_clicked(const struct body_map *map)
{
	return map->clicked;
}

void body_map_light(struct body_map *map, int zone, uint64_t chosen,
		    enum side side)
{
	bool moved = zone != body_map_zone(map);

	if (!moved && map->chosen == chosen && map->side == side)
		return;
	if (zone < 0)
		map->spot = -1;
	else if (moved || map->side != side)
		map->spot = zone_map_spot(&map->zones, (size_t)zone,
					  view_in_focus(map), side);
	map->chosen = chosen;
	map->side = side;
	widget_draw(&map->widget);
}

/* --- drawing --- */

static bool is_chosen(const struct body_map *map, int zone)
{
	return zone >= 0 && zone < 64 && map->chosen >> zone & 1;
}

/* Whether the cell is lit: its zone has the focus, on the side shown. */
static bool is_lit(const struct body_map *map, size_t view, int row,
		   int column)
{
	int focus = body_map_zone(map);

	return focus >= 0 && zone_map_covers(&map->zones, view, row, column,
					     (size_t)focus, map->side);
}

static bool is_filled(const struct body_map *map, size_t view, int row,
		      int column)
{
	int zone = zone_at(map->bodymap, view, row, column);

	return is_chosen(map, zone) &&
	       zone_map_covers(&map->zones, view, row, column, (size_t)zone,
			       map->side);
}

static void draw_cell(const struct body_map *map, size_t view, int row,
		      int column)
{
	const struct palette *theme = map->widget.theme;
	WINDOW *window = map->widget.window;
	size_t columns = map->bodymap->views[view].columns;
	size_t at = (size_t)row * columns + (size_t)column;
	wchar_t cell = map->cells[view][at];
	enum style style = STYLE_TEXT;

	if (is_filled(map, view, row, column)) {
		cell = theme->utf8 ? L'▒' : L'x';
		style = STYLE_CHOSEN;
	}
	if (is_lit(map, view, row, column)) {
		cell = map->cells[view][at];
		style = STYLE_FOCUS;
	}
	wattrset(window, (int)theme->attributes[style]);
	mvwaddnwstr(window, row + TITLE_ROWS, left_of(map, view) + column,
		    &cell, 1);
}

static void draw_view(const struct body_map *map, size_t view)
{
	const struct bodymap_view *shown = &map->bodymap->views[view];
	struct pen pen = widget_pen(&map->widget);
	const char *title = content_text(shown->title);
	int spare = (int)shown->columns - draw_columns(pen.theme, title);

	for (int row = 0; row < (int)shown->n_rows; row++)
		for (int column = 0; column < (int)shown->columns; column++)
			draw_cell(map, view, row, column);
	pen.x = left_of(map, view) + (spare > 0 ? spare / 2 : 0);
	pen.columns = (int)shown->columns;
	draw_text(&pen, STYLE_TITLE, title);
}

/* The number of a zone, in the middle of it; the same on both sides. */
static void draw_number(const struct body_map *map, const struct spot *spot)
{
	struct pen pen = widget_pen(&map->widget);
	bool lit = is_lit(map, spot->view, spot->row, spot->column);
	bool filled = is_filled(map, spot->view, spot->row, spot->column);
	char number[NUMBER];
	int length = snprintf(number, sizeof(number), "%s%s%zu%s",
			      lit ? "[" : "", filled ? "x" : "",
			      spot->zone + 1, lit ? "]" : "");

	pen.y = spot->row + TITLE_ROWS;
	pen.x = left_of(map, spot->view) + spot->column;
	pen.x -= spot->side == SIDE_LEFT ? length / 2 : (length - 1) / 2;
	draw_text(&pen, lit ? STYLE_FOCUS : STYLE_KEY, number);
}

static void body_map_draw(CDKOBJS *object, boolean box)
{
	struct body_map *map = (struct body_map *)object;

	(void)box;
	werase(map->widget.window);
	for (size_t view = 0; view < map->bodymap->n_views; view++)
		if (left_of(map, view) >= 0)
			draw_view(map, view);
	for (size_t i = 0; i < map->zones.n_spots; i++)
		if (left_of(map, map->zones.spots[i].view) >= 0)
			draw_number(map, &map->zones.spots[i]);
	wnoutrefresh(map->widget.window);
}

/* --- keys --- */

static void stand_on(struct body_map *map, int spot)
{
	if (spot == map->spot)
		return;
	map->spot = spot;
	body_map_draw(&map->widget.object, FALSE);
}

static void go(struct body_map *map, enum direction direction)
{
	int spot = 0;

	if (map->spot >= 0)
		spot = zone_map_move(&map->zones, (size_t)map->spot,
				     direction, map->side);
	map->edge = spot < 0;
	if (spot >= 0)
		stand_on(map, spot);
}

/* Lights up the zone under the mouse; whether there is one. */
static bool click(struct body_map *map)
{
	int y = 0, x = 0;

	if (!widget_mouse(&map->widget, &y, &x))
		return false;
	for (size_t view = 0; view < map->bodymap->n_views; view++) {
		int left = left_of(map, view);
		int column = x - left;
		int zone = -1;

		if (left < 0 || column < 0 ||
		    column >= (int)map->bodymap->views[view].columns)
			continue;
		zone = zone_near(map->bodymap, view, y - TITLE_ROWS, column);
		if (zone < 0)
			return false;
		if (map->bodymap->zones[zone].side)
			map->clicked = zone_map_side(&map->zones, view, column);
		stand_on(map, zone_map_spot(&map->zones, (size_t)zone, view,
					    map->clicked));
		return true;
	}
	return false;
}

static int body_map_inject(CDKOBJS *object, chtype key)
{
	struct body_map *map = (struct body_map *)object;

	if (checkCDKObjectBind(object->fn->objectType, object, key))
		return 1;
	map->edge = false;
	map->clicked = SIDE_BOTH;
	switch (key) {
	case KEY_UP:
		go(map, GO_UP);
		return 1;
	case KEY_DOWN:
		go(map, GO_DOWN);
		return 1;
	case KEY_LEFT:
		go(map, GO_LEFT);
		return 1;
	case KEY_RIGHT:
		go(map, GO_RIGHT);
		return 1;
	case KEY_MOUSE:
		return click(map);
	default:
		return 0;
	}
}
