/* Moving over the body maps of the shipped pack with arrows and fingers. */
#include <config.h>

#include <string.h>

#include "tests/unit/check.h"

#include "pack/pack.h"
#include "screens/widgets/zone_geometry.h"

#define DIRECTIONS 4
#define SIDES 3
#define MANY 256

static const enum direction opposite[DIRECTIONS] = {
	[GO_UP] = GO_DOWN, [GO_DOWN] = GO_UP,
	[GO_LEFT] = GO_RIGHT, [GO_RIGHT] = GO_LEFT,
};

static int load(void **state)
{
	struct error_list faults = { 0 };
	struct pack *pack = NULL;

	if (pack_load(&pack, SOURCE_TREE "/content/buttock-pain",
		      &faults) != 0)
		error_list_print(stderr, &faults);
	error_list_done(&faults);
	*state = pack;
	return pack == NULL || pack->n_bodymaps == 0 ? -1 : 0;
}

static int unload(void **state)
{
	struct pack *pack = *state;

	pack_free(&pack);
	return 0;
}

static const struct bodymap *map_of(const struct pack *pack, const char *id)
{
	for (size_t i = 0; i < pack->n_bodymaps; i++)
		if (strcmp(pack->bodymaps[i].id, id) == 0)
			return &pack->bodymaps[i];
	fail_msg("no body map %s", id);
	return NULL;
}

static size_t zone_of(const struct bodymap *bodymap, const char *id)
{
	for (size_t i = 0; i < bodymap->n_zones; i++)
		if (strcmp(bodymap->zones[i].id, id) == 0)
			return i;
	fail_msg("no zone %s", id);
	return 0;
}

/* Follows every arrow from every spot reached so far. */
static void spread_out(const struct zone_map *map, enum side side,
		       bool *reached)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < map->n_spots; i++) {
			for (int to = 0; reached[i] && to < DIRECTIONS; to++) {
				int spot = zone_map_move(map, i,
							 (enum direction)to,
							 side);

				if (spot < 0 || reached[spot])
					continue;
				reached[spot] = true;
				more = true;
			}
		}
	}
}

static void assert_all_reached(const struct zone_map *map, size_t first,
			       enum side side)
{
	const struct bodymap *bodymap = map->bodymap;
	bool reached[MANY] = { false };
	int start = zone_map_spot(map, first, 0, side);

	assert_true(map->n_spots <= MANY);
	assert_true(start >= 0);
	reached[start] = true;
	spread_out(map, side, reached);
	for (size_t zone = 0; zone < bodymap->n_zones; zone++) {
		bool found = false;

		for (size_t i = 0; i < map->n_spots; i++)
			found = found || (reached[i] &&
					  map->spots[i].zone == zone);
		if (!found)
			fail_msg("%s: no arrow leads from %s to %s, side %d",
				 bodymap->id, bodymap->zones[first].id,
				 bodymap->zones[zone].id, (int)side);
	}
}

static void arrows__reach_every_zone_from_every_other(void **state)
{
	const struct pack *pack = *state;

	for (size_t i = 0; i < pack->n_bodymaps; i++) {
		struct zone_map map;

		zone_map_init(&map, &pack->bodymaps[i]);
		for (int side = 0; side < SIDES; side++)
			for (size_t j = 0; j < map.bodymap->n_zones; j++)
				assert_all_reached(&map, j, (enum side)side);
		zone_map_done(&map);
	}
}

static int ahead_of(const struct spot *from, const struct spot *to,
		    enum direction direction)
{
	switch (direction) {
	case GO_UP:
		return from->row - to->row;
	case GO_DOWN:
		return to->row - from->row;
	case GO_LEFT:
		return from->column - to->column;
	default:
		return to->column - from->column;
	}
}

static void assert_leads_back(const struct zone_map *map, size_t from,
			      enum direction direction)
{
	int there = zone_map_move(map, from, direction, SIDE_BOTH);
	int back = -1;

	if (there < 0 || map->spots[there].view != map->spots[from].view)
		return;
	assert_true(ahead_of(&map->spots[from], &map->spots[there],
			     direction) > 0);
	back = zone_map_move(map, (size_t)there, opposite[direction],
			     SIDE_BOTH);
	assert_true(back >= 0);
	assert_true(ahead_of(&map->spots[there], &map->spots[back],
			     opposite[direction]) > 0);
}

static void opposite_arrow__leads_back_that_way(void **state)
{
	const struct pack *pack = *state;

	for (size_t i = 0; i < pack->n_bodymaps; i++) {
		struct zone_map map;

		zone_map_init(&map, &pack->bodymaps[i]);
		for (size_t j = 0; j < map.n_spots; j++)
			for (int to = 0; to < DIRECTIONS; to++)
				assert_leads_back(&map, j, (enum direction)to);
		zone_map_done(&map);
	}
}

struct move {
	const char *from;
	enum direction direction;
	enum side side;
	const char *to;
};

static void arrows__go_where_a_finger_would(void **state)
{
	static const struct move moves[] = {
		{ "sit-bone", GO_UP, SIDE_RIGHT, "mid-buttock" },
		{ "sit-bone", GO_RIGHT, SIDE_RIGHT, "lateral-to-sit-bone" },
		{ "sit-bone", GO_LEFT, SIDE_LEFT, "lateral-to-sit-bone" },
		{ "sacrum", GO_UP, SIDE_BOTH, "low-back" },
		{ "sacrum", GO_DOWN, SIDE_BOTH, "tailbone" },
		{ "tailbone", GO_DOWN, SIDE_BOTH, "perineum" },
		/* Outwards leads round to the front, on either side. */
		{ "lateral-hip", GO_RIGHT, SIDE_RIGHT, "groin" },
		{ "lateral-hip", GO_LEFT, SIDE_LEFT, "groin" },
	};
	const struct bodymap *hips = map_of(*state, "hips");
	struct zone_map map;

	zone_map_init(&map, hips);
	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++) {
		int from = zone_map_spot(&map, zone_of(hips, moves[i].from), 0,
					 moves[i].side);
		int to = zone_map_move(&map, (size_t)from, moves[i].direction,
				       moves[i].side);

		if (to < 0)
			fail_msg("nothing beside %s", moves[i].from);
		assert_string_equal(hips->zones[map.spots[to].zone].id,
				    moves[i].to);
	}
	zone_map_done(&map);
}

static void spot__is_a_cell_of_its_own_zone(void **state)
{
	const struct pack *pack = *state;

	for (size_t i = 0; i < pack->n_bodymaps; i++) {
		struct zone_map map;

		zone_map_init(&map, &pack->bodymaps[i]);
		assert_true(map.n_spots >= map.bodymap->n_zones);
		for (size_t j = 0; j < map.n_spots; j++) {
			const struct spot *spot = &map.spots[j];

			assert_true(zone_map_covers(&map, spot->view,
						    spot->row, spot->column,
						    spot->zone, spot->side));
		}
		zone_map_done(&map);
	}
}

static void side__lights_one_half_alone(void **state)
{
	const struct bodymap *hips = map_of(*state, "hips");
	size_t hip = zone_of(hips, "lateral-hip");
	size_t back = zone_of(hips, "low-back");
	struct zone_map map;
	int left = 0, right = 0;

	zone_map_init(&map, hips);
	left = zone_map_spot(&map, hip, 0, SIDE_LEFT);
	right = zone_map_spot(&map, hip, 0, SIDE_RIGHT);
	assert_true(map.spots[left].column < map.spots[right].column);
	assert_false(zone_map_covers(&map, 0, map.spots[left].row,
				     map.spots[left].column, hip, SIDE_RIGHT));
	assert_true(zone_map_covers(&map, 0, map.spots[left].row,
				    map.spots[left].column, hip, SIDE_BOTH));
	/* The low back has no sides. */
	assert_true(zone_map_covers(&map, 0, 0, 5, back, SIDE_RIGHT));
	zone_map_done(&map);
}

static void finger_beside_a_zone__finds_it(void **state)
{
	const struct bodymap *hips = map_of(*state, "hips");
	int hip = (int)zone_of(hips, "lateral-hip");

	assert_int_equal(zone_at(hips, 0, 8, 0), -1);
	assert_int_equal(zone_near(hips, 0, 8, 0), hip);
	assert_int_equal(zone_near(hips, 0, -4, 12), -1);
	assert_int_equal(zone_near(hips, 0, 99, 12), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arrows__reach_every_zone_from_every_other),
		cmocka_unit_test(opposite_arrow__leads_back_that_way),
		cmocka_unit_test(arrows__go_where_a_finger_would),
		cmocka_unit_test(spot__is_a_cell_of_its_own_zone),
		cmocka_unit_test(side__lights_one_half_alone),
		cmocka_unit_test(finger_beside_a_zone__finds_it),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
