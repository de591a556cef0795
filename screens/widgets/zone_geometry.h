/*
 * Where the zones of a body map are, and which is the next in a direction.
 * Pure: no curses here, and no drawing.
 *
 * A zone has a spot in each view that shows it; in a view that is its own
 * mirror image, a zone with sides has one left and one right.  A cell is
 * twice as high as wide.
 */
#ifndef SITWELL_ZONE_GEOMETRY_H
#define SITWELL_ZONE_GEOMETRY_H

#include <stdbool.h>
#include <stddef.h>

#include "pack/pack.h"

enum side { SIDE_BOTH, SIDE_LEFT, SIDE_RIGHT };

enum direction { GO_UP, GO_DOWN, GO_LEFT, GO_RIGHT };

struct spot {
	size_t zone;		/* in bodymap->zones */
	size_t view;
	enum side side;		/* SIDE_BOTH: it has but one there */
	int row, column;	/* a cell in the middle of it */
};

struct zone_map {
	const struct bodymap *bodymap;
	struct spot *spots;	/* n_spots */
	size_t n_spots;
	bool mirrored[BODYMAP_VIEWS];	/* left and right look alike */
};

/* `bodymap` must outlive it; zone_map_done frees what it holds. */
void zone_map_init(struct zone_map *map, const struct bodymap *bodymap);
void zone_map_done(struct zone_map *map);

/* The zone of a cell, or -1. */
int zone_at(const struct bodymap *bodymap, size_t view, int row, int column);

/* The zone at or right beside a cell, for fingers; or -1. */
int zone_near(const struct bodymap *bodymap, size_t view, int row, int column);

/* The side that a cell is on, seen as the person's own. */
enum side zone_map_side(const struct zone_map *map, size_t view, int column);

/* Whether the cell belongs to the zone and is on that side. */
bool zone_map_covers(const struct zone_map *map, size_t view, int row,
		     int column, size_t zone, enum side side);

/*
 * The spot to stand on for a zone, on that side, in `view` if the zone is
 * there; -1 if no view shows it.
 */
int zone_map_spot(const struct zone_map *map, size_t zone, size_t view,
		  enum side side);

/*
 * The nearest spot of another zone in a direction, among those of `side`;
 * -1 if there is none.  At the outer edge of one view it goes on in the
 * next, from the same zone there: outwards leads round to the front.
 */
int zone_map_move(const struct zone_map *map, size_t from,
		  enum direction direction, enum side side);

#endif
