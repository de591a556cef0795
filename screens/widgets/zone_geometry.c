#include <config.h>

#include "zone_geometry.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

#define CELL_HEIGHT 2		/* in units of its width */
#define IN_THE_MIDDLE 4		/* what a column beside the middle costs */
#define OUTSIDE 2		/* what a number's cell outside costs */
#define ON_A_LINE 2		/* ... or one on a line of the drawing */
#define SIDEWAYS 2		/* what a step beside the direction costs */
#define REACH 2			/* columns between a finger and a zone */

int zone_at(const struct bodymap *bodymap, size_t view, int row, int column)
{
	const struct bodymap_view *shown = &bodymap->views[view];
	char mark = ' ';

	if (row < 0 || column < 0 || (size_t)row >= shown->n_rows ||
	    (size_t)column >= shown->columns)
		return -1;
	mark = shown->zone_rows[row][column];
	for (size_t i = 0; i < bodymap->n_zones; i++)
		if (bodymap->zones[i].mark == mark)
			return (int)i;
	return -1;
}

int zone_near(const struct bodymap *bodymap, size_t view, int row, int column)
{
	int zone = zone_at(bodymap, view, row, column);

	for (int step = 1; zone < 0 && step <= REACH; step++) {
		zone = zone_at(bodymap, view, row, column - step);
		if (zone < 0)
			zone = zone_at(bodymap, view, row, column + step);
	}
	if (zone < 0)
		zone = zone_at(bodymap, view, row - 1, column);
	if (zone < 0)
		zone = zone_at(bodymap, view, row + 1, column);
	return zone;
}

static bool is_mirrored(const struct bodymap_view *view)
{
	for (size_t row = 0; row < view->n_rows; row++) {
		const char *marks = view->zone_rows[row];

		for (size_t i = 0; i < view->columns / 2; i++)
			if (marks[i] != marks[view->columns - 1 - i])
				return false;
	}
	return true;
}

enum side zone_map_side(const struct zone_map *map, size_t view, int column)
{
	int last = (int)map->bodymap->views[view].columns - 1;

	if (!map->mirrored[view] || column * 2 == last)
		return SIDE_BOTH;
	return column * 2 < last ? SIDE_LEFT : SIDE_RIGHT;
}

bool zone_map_covers(const struct zone_map *map, size_t view, int row,
		     int column, size_t zone, enum side side)
{
	enum side own = zone_map_side(map, view, column);

	if (zone_at(map->bodymap, view, row, column) != (int)zone)
		return false;
	return side == SIDE_BOTH || own == SIDE_BOTH || own == side ||
	       !map->bodymap->zones[zone].side;
}

/* --- the spots --- */

/* What is asked about: the cells of a zone in a view, on one side or all. */
struct region {
	const struct zone_map *map;
	size_t zone, view;
	bool left_only;
};

static bool in_region(const struct region *region, int row, int column)
{
	if (zone_at(region->map->bodymap, region->view, row, column) !=
	    (int)region->zone)
		return false;
	return !region->left_only ||
	       zone_map_side(region->map, region->view, column) == SIDE_LEFT;
}

/* The mean cell; false if the region is empty. */
static bool find_centre(const struct region *region, int *row, int *column)
{
	const struct bodymap_view *view =
		&region->map->bodymap->views[region->view];
	int rows = 0, columns = 0, cells = 0;

	for (int y = 0; y < (int)view->n_rows; y++) {
		for (int x = 0; x < (int)view->columns; x++) {
			if (!in_region(region, y, x))
				continue;
			rows += y;
			columns += x;
			cells++;
		}
	}
	if (cells == 0)
		return false;
	*row = (rows + cells / 2) / cells;
	*column = (columns + cells / 2) / cells;
	return true;
}

/* What writing the number on a cell costs: it takes about three. */
static int cost_of(const struct region *region, int row, int column)
{
	const char *drawing =
		region->map->bodymap->views[region->view].rows[row];
	int cost = 0;

	for (int x = column - 1; x <= column + 1; x++) {
		if (!in_region(region, row, x))
			cost += OUTSIDE;
		if (x >= 0 && drawing[x] != '\0' && drawing[x] != ' ')
			cost += ON_A_LINE;
	}
	return cost;
}

/*
 * The cell to write the zone's number on: near the centre, but in the zone
 * (one that lies round another has its centre outside), with room, and not
 * on a line of the drawing.
 */
static bool find_middle(const struct region *region, struct spot *spot)
{
	const struct bodymap_view *view =
		&region->map->bodymap->views[region->view];
	/* What lies across the middle has its number there. */
	bool across = region->map->mirrored[region->view] &&
		      !region->left_only;
	int aside = across ? IN_THE_MIDDLE : 1;
	int row = 0, column = 0, best = INT_MAX;

	if (!find_centre(region, &row, &column))
		return false;
	for (int y = 0; y < (int)view->n_rows; y++) {
		for (int x = 0; x < (int)view->columns; x++) {
			int cost = aside * abs(x - column) +
				   CELL_HEIGHT * abs(y - row);

			if (!in_region(region, y, x))
				continue;
			cost += cost_of(region, y, x);
			if (cost >= best)
				continue;
			best = cost;
			spot->row = y;
			spot->column = x;
		}
	}
	return true;
}

static void add_spots(struct zone_map *map, size_t zone, size_t view)
{
	struct region region = { map, zone, view, false };
	struct spot spot = { .zone = zone, .view = view };
	int last = (int)map->bodymap->views[view].columns - 1;

	region.left_only = map->mirrored[view] && map->bodymap->zones[zone].side;
	if (!find_middle(&region, &spot))
		return;
	spot.side = region.left_only ? SIDE_LEFT : SIDE_BOTH;
	map->spots[map->n_spots++] = spot;
	if (!region.left_only)
		return;
	spot.side = SIDE_RIGHT;
	spot.column = last - spot.column;
	map->spots[map->n_spots++] = spot;
}

void zone_map_init(struct zone_map *map, const struct bodymap *bodymap)
{
	memset(map, 0, sizeof(*map));
	map->bodymap = bodymap;
	map->spots = xcalloc(bodymap->n_zones * BODYMAP_VIEWS * 2 + 1,
			     sizeof(map->spots[0]));
	for (size_t view = 0; view < bodymap->n_views; view++) {
		map->mirrored[view] = is_mirrored(&bodymap->views[view]);
		for (size_t zone = 0; zone < bodymap->n_zones; zone++)
			add_spots(map, zone, view);
	}
}

void zone_map_done(struct zone_map *map)
{
	free(map->spots);
	memset(map, 0, sizeof(*map));
}

static bool on_side(const struct spot *spot, enum side side)
{
	return side == SIDE_BOTH || spot->side == SIDE_BOTH ||
	       spot->side == side;
}

int zone_map_spot(const struct zone_map *map, size_t zone, size_t view,
		  enum side side)
{
	int found = -1;

	for (size_t i = 0; i < map->n_spots; i++) {
		const struct spot *spot = &map->spots[i];

		if (spot->zone != zone || !on_side(spot, side))
			continue;
		if (spot->view == view)
			return (int)i;
		if (found < 0)
			found = (int)i;
	}
	return found;
}

/* --- moving --- */

/* How far `to` lies in a direction, and how far beside it. */
static void measure(const struct spot *from, const struct spot *to,
		    enum direction direction, int *ahead, int *beside)
{
	int across = to->column - from->column;
	int down = CELL_HEIGHT * (to->row - from->row);
	bool vertical = direction == GO_UP || direction == GO_DOWN;

	*ahead = vertical ? down : across;
	*beside = abs(vertical ? across : down);
	if (direction == GO_UP || direction == GO_LEFT)
		*ahead = -*ahead;
}

/*
 * The cheapest spot of another zone ahead in the same view; first those
 * at most 45 degrees off the direction, then any.
 */
static int nearest(const struct zone_map *map, const struct spot *from,
		   enum direction direction, enum side side, bool any)
{
	int best = INT_MAX, found = -1;

	for (size_t i = 0; i < map->n_spots; i++) {
		const struct spot *to = &map->spots[i];
		int ahead = 0, beside = 0;

		if (to->view != from->view || to->zone == from->zone ||
		    !on_side(to, side))
			continue;
		measure(from, to, direction, &ahead, &beside);
		if (ahead <= 0 || (!any && beside > ahead))
			continue;
		if (ahead + SIDEWAYS * beside < best) {
			best = ahead + SIDEWAYS * beside;
			found = (int)i;
		}
	}
	return found;
}

static int nearest_at_all(const struct zone_map *map, const struct spot *from,
			  enum direction direction, enum side side)
{
	int found = nearest(map, from, direction, side, false);

	if (found < 0)
		found = nearest(map, from, direction, side, true);
	return found;
}

/* Whether a direction leads off the edge of this view, into the other. */
static bool leads_over(const struct zone_map *map, const struct spot *from,
		       enum direction direction)
{
	if (map->bodymap->n_views < 2)
		return false;
	if (!map->mirrored[from->view])
		return direction == GO_LEFT;
	return direction == (from->side == SIDE_LEFT ? GO_LEFT : GO_RIGHT);
}

/* Past the edge of a view: on in the other one, from the same zone. */
static int move_over(const struct zone_map *map, const struct spot *from,
		     enum direction direction, enum side side)
{
	size_t other = from->view == 0 ? 1 : 0;
	int spot = -1;

	if (!leads_over(map, from, direction))
		return -1;
	if (side == SIDE_BOTH && !map->mirrored[from->view])
		side = SIDE_RIGHT;
	spot = zone_map_spot(map, from->zone, other, side);
	if (spot < 0 || map->spots[spot].view != other)
		return -1;
	/* Outwards is to the right in the view from the side. */
	if (map->mirrored[from->view])
		direction = GO_RIGHT;
	return nearest_at_all(map, &map->spots[spot], direction, side);
}

int zone_map_move(const struct zone_map *map, size_t from,
		  enum direction direction, enum side side)
{
	const struct spot *spot = &map->spots[from];
	int found = nearest_at_all(map, spot, direction, side);

	if (found < 0)
		found = move_over(map, spot, direction, side);
	return found;
}
