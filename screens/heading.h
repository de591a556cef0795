/* A heading and a few words above a list, as many as there is room for. */
#ifndef SITWELL_HEADING_H
#define SITWELL_HEADING_H

#include "screens/ui.h"

/*
 * Draws both (`text` may be NULL), when all keys are named, and returns the
 * room below them, of at least `least` rows if there are that many.
 */
struct area heading_draw(struct ui *ui, const char *heading, const char *text,
			 int least);

#endif
