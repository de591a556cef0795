/* A dose typed in place: its exercise, the field, and what may stand there. */
#ifndef SITWELL_DOSE_ENTRY_H
#define SITWELL_DOSE_ENTRY_H

#include "plan/plan.h"
#include "screens/ui.h"

struct dose_entry;

struct dose_entry *dose_entry_new(struct ui *ui);
void dose_entry_free(struct dose_entry *entry);

/* Begins with the dose as it stands; and ends. */
void dose_entry_begin(struct dose_entry *entry, const struct plan_item *item);
void dose_entry_end(struct dose_entry *entry);
bool dose_entry_is_open(const struct dose_entry *entry);

/* Takes the lower end of *area, and leaves it what is above. */
void dose_entry_place(struct ui *ui, struct dose_entry *entry,
		      struct area *area);

struct widget *dose_entry_widget(struct dose_entry *entry);

/* What is typed, without blanks at its ends. */
void dose_entry_get(const struct dose_entry *entry, char *buffer, size_t size);

#endif
