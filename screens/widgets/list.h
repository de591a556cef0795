/*
 * A list to choose from: one answer (the focus is the choice; nothing is
 * chosen at first) or several ([x], Space marks; an excluding line such as
 * "none of these" takes the others away).  Digits choose; for a line over 9
 * its two digits are typed one after the other.
 */
#ifndef SITWELL_LIST_H
#define SITWELL_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screens/widgets/rows.h"

struct list;

enum list_kind {
	LIST_ONE,		/* numbered; the focus is the choice */
	LIST_SEVERAL,		/* marked */
	LIST_BESIDE,		/* as LIST_ONE without numbers: what one may say
				 * instead of a number */
};

#define LIST_MAX 64

struct list *list_new(CDKSCREEN *screen, const struct palette *theme,
		      enum list_kind kind, size_t n);
void list_free(struct list *list);

/* A line's label, borrowed.  An excluding line stands alone in a multi. */
void list_set(struct list *list, size_t line, const char *label,
	      bool excludes);

/* The rows inside, for placing and focus. */
struct rows *list_rows(struct list *list);

/* What is chosen, as bits; 0 if nothing is. */
uint64_t list_chosen(const struct list *list);
void list_choose(struct list *list, uint64_t chosen);

/* Takes choice and focus away. */
void list_forget(struct list *list);

/* The line that has the focus in a single list, or -1. */
int list_current(const struct list *list);

/*
 * Whether the last key was a digit that can't be the beginning of a longer
 * number: fast mode confirms on it.
 */
bool list_decided(const struct list *list);

#endif
