/*
 * The side of a place, in one line that stands under the drawing from
 * behind, so that left lies left:
 *
 *     l left   b both  [r right]  u not sure
 */
#ifndef SITWELL_SIDES_H
#define SITWELL_SIDES_H

#include "screens/ui.h"
#include "screens/widgets/zone_geometry.h"

#define SIDES_MAX 4

struct side_item {
	int key;
	size_t answer;			/* of the side's question */
	enum side side;
	const char *words;
	int x, columns;			/* as the last draw left it */
};

struct sides {
	const struct question *question;
	struct side_item items[SIDES_MAX];
	size_t n;			/* 0: the side isn't asked */
	int chosen;			/* index in items, or -1 */
	int y;
};

/* `question` NULL: it isn't asked. `offered` may be NULL. */
void sides_init(struct sides *sides, const struct question *question,
		const struct value *offered);

/* Columns that the line takes; 0 if there is none. */
int sides_columns(const struct ui *ui, const struct sides *sides);
void sides_draw(const struct ui *ui, struct sides *sides, int y, int x);

/* Whether the key, or the last click, chose one. */
bool sides_key(struct sides *sides, int key);
bool sides_clicked(struct sides *sides);

/* Chooses left or right; whether that changed anything. */
bool sides_choose(struct sides *sides, enum side side);

/* What to light up: both while nothing is chosen. */
enum side sides_shown(const struct sides *sides);

/* The answer, once one is chosen. */
struct value sides_value(const struct sides *sides);

#endif
