/*
 * A scale from one number to another, with words at both ends: CDK's own
 * slider (its text is numbers alone) between lines of ours.  Nothing is
 * chosen at first, and words say so.
 */
#ifndef SITWELL_SCALE_H
#define SITWELL_SCALE_H

#include <stdbool.h>

#include "screens/widgets/widget.h"

struct scale;

/* The words are borrowed. */
struct scale *scale_new(CDKSCREEN *screen, const struct palette *theme,
			int low, int high, const char *low_words,
			const char *high_words);
void scale_free(struct scale *scale);

bool scale_chosen(const struct scale *scale);
int scale_value(const struct scale *scale);
void scale_set(struct scale *scale, int value);
void scale_forget(struct scale *scale);

#define SCALE_ROWS 5
void scale_place(struct scale *scale, const struct area *area);
struct widget *scale_widget(struct scale *scale);

#endif
