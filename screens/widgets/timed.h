/*
 * A countdown: seconds left in figures and as a bar.  It knows no clock;
 * its owner tells it every second.
 */
#ifndef SITWELL_TIMED_H
#define SITWELL_TIMED_H

#include <stdbool.h>

#include "screens/widgets/widget.h"

struct timed;

#define TIMED_ROWS 2

struct timed *timed_new(CDKSCREEN *screen, const struct palette *theme,
			int seconds);
void timed_free(struct timed *timed);

/* Repaints only what changed. */
void timed_show(struct timed *timed, int seconds_left);

void timed_place(struct timed *timed, const struct area *area);
struct widget *timed_widget(struct timed *timed);

#endif
