/*
 * A body map: its views beside each other with their titles, a number on
 * each zone, the zone in focus lit up in every view.  The focus is marked
 * [3] and a chosen zone is filled, so that nothing is told by colour or
 * attributes alone.
 *
 * Arrows go to the nearest zone in that direction; a click is a zone, and a
 * side.  Where only one view fits, the one with the focus is shown.
 */
#ifndef SITWELL_BODY_MAP_H
#define SITWELL_BODY_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screens/widgets/widget.h"
#include "screens/widgets/zone_geometry.h"

struct body_map;

struct body_map *body_map_new(CDKSCREEN *screen, const struct palette *theme,
			      const struct bodymap *bodymap);
void body_map_free(struct body_map *map);

/* The room that one view or all need, titles included. */
int body_map_rows(const struct body_map *map);
int body_map_columns(const struct body_map *map, bool all);

/* NULL: not shown. */
void body_map_place(struct body_map *map, const struct area *area);
struct widget *body_map_widget(struct body_map *map);

/* What is lit; repaints. `zone` -1: none. */
void body_map_light(struct body_map *map, int zone, uint64_t chosen,
		    enum side side);

/* The zone in focus, or -1. */
int body_map_zone(const struct body_map *map);

/*
 * Whether the last key was an arrow with no zone further that way; and the
 * side that the last click was on (SIDE_BOTH: it says nothing).
 */
bool body_map_at_edge(const struct body_map *map);
enum side body_map_clicked(const struct body_map *map);

#endif
