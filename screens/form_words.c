/* Free text, kept word for word; nothing typed is "skipped". */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "screens/ask.h"
#include "screens/form.h"
#include "screens/widgets/entry.h"

struct words {
	struct entry *entry;
	char text[ENTRY_BYTES];
};

static void *words_open(struct ui *ui, const struct question *question,
			const struct value *offered)
{
	struct words *words = xcalloc(1, sizeof(*words));

	(void)question;
	words->entry = entry_new(ui_cdk(ui), ui_theme(ui), false, NULL);
	if (offered != NULL && offered->state == ANSWER_VALUE &&
	    offered->text != NULL)
		entry_set(words->entry, offered->text);
	ui_focus(ui, entry_widget(words->entry));
	return words;
}

static void words_name_keys(struct ui *ui, void *state)
{
	(void)state;
	ui_key(ui, 0, _("Type your words"));
}

static int words_rows(void *state, int columns)
{
	const struct words *words = state;

	return entry_height(words->entry, columns);
}

static void words_place(struct ui *ui, void *state, const struct area *area)
{
	const struct words *words = state;
	struct area field = *area;

	(void)ui;
	if (field.rows > words_rows(state, area->columns))
		field.rows = words_rows(state, area->columns);
	entry_place(words->entry, &field);
}

/* Letters are text here: only a function key helps, only Ctrl-C stops. */
static bool words_key(struct ui *ui, void *state, int key)
{
	const struct words *words = state;

	(void)ui;
	return widget_key(entry_widget(words->entry), key);
}

static bool words_value(struct ui *ui, void *state, struct value *out)
{
	struct words *words = state;

	(void)ui;
	if (entry_is_empty(words->entry)) {
		*out = (struct value){ .state = ANSWER_SKIPPED };
		return true;
	}
	entry_get(words->entry, words->text, sizeof(words->text));
	*out = (struct value){ .state = ANSWER_VALUE, .text = words->text };
	return true;
}

static bool words_deletes(void *state)
{
	const struct words *words = state;

	return !entry_is_empty(words->entry);
}

static void words_close(void *state)
{
	struct words *words = state;

	entry_free(words->entry);
	free(words);
}

const struct form form_words = {
	.open = words_open,
	.name_keys = words_name_keys,
	.rows = words_rows,
	.place = words_place,
	.key = words_key,
	.value = words_value,
	.deletes = words_deletes,
	.close = words_close,
	.letters = true,
};
