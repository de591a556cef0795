#include <config.h>

#include "dose_entry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/widgets/entry.h"

#define LEAST_ABOVE 3		/* rows that stay for the plan */

struct dose_entry {
	struct entry *entry;
	bool open;
	char name[160];
};

struct dose_entry *dose_entry_new(struct ui *ui)
{
	struct dose_entry *entry = xcalloc(1, sizeof(*entry));

	entry->entry = entry_new(ui_cdk(ui), ui_theme(ui), false, NULL);
	widget_hide(entry_widget(entry->entry));
	return entry;
}

void dose_entry_free(struct dose_entry *entry)
{
	entry_free(entry->entry);
	free(entry);
}

void dose_entry_begin(struct dose_entry *entry, const struct plan_item *item)
{
	entry->open = true;
	entry_set(entry->entry, item->text);
	snprintf(entry->name, sizeof(entry->name), "%s",
		 item->exercise != NULL ? content_text(item->exercise->name)
					: item->name);
}

void dose_entry_end(struct dose_entry *entry)
{
	entry->open = false;
	widget_hide(entry_widget(entry->entry));
}

bool dose_entry_is_open(const struct dose_entry *entry)
{
	return entry->open;
}

void dose_entry_place(struct ui *ui, struct dose_entry *entry,
		      struct area *area)
{
	struct area field = *area;
	struct pen pen = { 0 };
	char words[300];
	int rows = 0;

	snprintf(words, sizeof(words), _("The dose of %s, such as: 3 x 10, "
		 "3/week"), entry->name);
	rows = draw_rows(ui_theme(ui), words, area->columns);
	field.rows = area->rows - LEAST_ABOVE - rows > 1 ? 2 : 1;
	area->rows -= rows + field.rows;
	if (area->rows < 1)
		area->rows = 1;
	field.y = area->y + area->rows;
	pen = ui_pen(ui, &field);
	pen.bottom = field.y + rows;
	draw_paragraph(&pen, STYLE_HEADING, words);
	field.y += rows;
	entry_place(entry->entry, &field);
}

struct widget *dose_entry_widget(struct dose_entry *entry)
{
	return entry_widget(entry->entry);
}

void dose_entry_get(const struct dose_entry *entry, char *buffer, size_t size)
{
	size_t bytes;
	size_t blanks;

	entry_get(entry->entry, buffer, size);
	blanks = strspn(buffer, " ");
	bytes = strlen(buffer + blanks);
	memmove(buffer, buffer + blanks, bytes + 1);
	while (bytes > 0 && buffer[bytes - 1] == ' ')
		buffer[--bytes] = '\0';
}
