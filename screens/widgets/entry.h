/*
 * A field to type in: a number (digits, one point, a leading minus) or
 * words of any language.  Long words go on in the next line.
 */
#ifndef SITWELL_ENTRY_H
#define SITWELL_ENTRY_H

#include <stdbool.h>

#include "screens/widgets/widget.h"

#define ENTRY_MAX 500		/* characters */
#define ENTRY_BYTES (ENTRY_MAX * 4 + 1)

struct entry;

/* `after` (the unit, or NULL) is borrowed and stands behind a number. */
struct entry *entry_new(CDKSCREEN *screen, const struct palette *theme,
			bool number, const char *after);
void entry_free(struct entry *entry);

/* The text, at most ENTRY_BYTES. */
void entry_get(const struct entry *entry, char *buffer, size_t size);
/* Sets it; the first digit typed replaces a number that stands there. */
void entry_set(struct entry *entry, const char *text);

/* The next digit replaces the number, as after one that was refused. */
void entry_begin_anew(struct entry *entry);

/* Most digits of a number before its point; 6 unless told. */
void entry_limit_digits(struct entry *entry, int digits);

bool entry_is_empty(const struct entry *entry);

int entry_height(const struct entry *entry, int columns);
void entry_place(struct entry *entry, const struct area *area);
struct widget *entry_widget(struct entry *entry);

#endif
