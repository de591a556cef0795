/* Heading, words and a list, in that order from the top. */
#include <config.h>

#include "pick.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "screens/ask.h"

struct pick_state {
	struct list *list;
	const struct pick_words *words;
	char said[200];			/* "" if nothing */
};

struct pick_state *pick_open(struct ui *ui, const struct pick_words *words)
{
	struct pick_state *pick = xcalloc(1, sizeof(*pick));

	pick->words = words;
	pick->list = list_new(ui_cdk(ui), ui_theme(ui), LIST_ONE, words->n);
	for (size_t i = 0; i < words->n; i++)
		list_set(pick->list, i, _(words->labels[i]), false);
	if (words->first >= 0)
		list_choose(pick->list, (uint64_t)1 << words->first);
	ui_focus(ui, &list_rows(pick->list)->widget);
	return pick;
}

void pick_say(struct pick_state *pick, const char *words)
{
	snprintf(pick->said, sizeof(pick->said), "%s", words);
}

void pick_choose(struct pick_state *pick, int line)
{
	list_choose(pick->list, (uint64_t)1 << line);
}

void pick_close(struct ui *ui, void *state)
{
	struct pick_state *pick = state;

	(void)ui;
	list_free(pick->list);
	free(pick);
}

void pick_keys(struct ui *ui, const struct pick_state *pick)
{
	ask_name_digits(ui, false, pick->words->n);
	ui_key(ui, KEY_ENTER, _("Enter continue"));
}

void pick_draw(struct ui *ui, void *state)
{
	struct pick_state *pick = state;
	struct area body = { 0 };
	struct pen pen = { 0 };

	body = ui_body(ui);
	pen = ui_pen(ui, &body);
	pen.bottom -= (int)pick->words->n;
	draw_paragraph(&pen, STYLE_HEADING, _(pick->words->heading));
	if (pick->said[0] != '\0')
		draw_paragraph(&pen, STYLE_TEXT, pick->said);
	if (pick->words->text != NULL)
		draw_paragraph(&pen, STYLE_TEXT, _(pick->words->text));
	if (pen.y < pen.bottom)
		pen.y++;
	body.rows -= pen.y - body.y;
	body.y = pen.y;
	rows_place(list_rows(pick->list), &body);
}

int pick_key(struct ui *ui, struct pick_state *pick, int key)
{
	int current = 0;

	if (widget_key(&list_rows(pick->list)->widget, key) ||
	    key != KEY_ENTER)
		return -1;
	current = list_current(pick->list);
	if (current < 0)
		ui_status(ui, _("Choose a line first: with the arrow keys, "
				"or type its number."));
	return current;
}
