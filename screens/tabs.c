#include <config.h>

#include "tabs.h"

#include <stdio.h>

#define TAB_BYTES 96			/* bytes of a page's name */
#define ROOMY_ROWS 8			/* over these, a blank line below */

/* Which pages have their name beside their number: as many as fit. */
enum tab_names {
	NAMES_ALL,
	NAMES_CURRENT,
	NAMES_NONE,
};

static void tab_words(char *buffer, const struct tabs *tabs, size_t page,
		      enum tab_names names)
{
	const char *title = tabs->titles[page];
	bool current = page == tabs->current;

	if (names == NAMES_ALL || (names == NAMES_CURRENT && current))
		snprintf(buffer, TAB_BYTES, current ? "[%zu %s]" : " %zu %s ",
			 page + 1, title);
	else
		snprintf(buffer, TAB_BYTES, current ? "[%zu]" : " %zu ",
			 page + 1);
}

/* Where each goes; returns the columns of all. */
static int lay_out(const struct ui *ui, struct tabs *tabs,
		   enum tab_names names)
{
	int x = 0;

	for (size_t i = 0; i < tabs->n; i++) {
		char words[TAB_BYTES];

		tab_words(words, tabs, i, names);
		tabs->places[i].x = x;
		tabs->places[i].columns = draw_columns(ui_theme(ui), words);
		x += tabs->places[i].columns;
	}
	return x;
}

static void draw_tab(const struct ui *ui, const struct tabs *tabs, size_t page,
		     enum tab_names names, const struct area *body)
{
	struct pen pen = ui_pen(ui, body);
	bool current = page == tabs->current;
	char words[TAB_BYTES];

	tab_words(words, tabs, page, names);
	pen.x = tabs->places[page].x;
	pen.columns = body->x + body->columns - pen.x;
	draw_text(&pen, current ? STYLE_FOCUS : STYLE_TEXT, words);
	if (current)
		return;
	pen.x++;
	snprintf(words, sizeof(words), "%zu", page + 1);
	draw_text(&pen, STYLE_KEY, words);
}

void tabs_draw(const struct ui *ui, struct tabs *tabs, struct area *body)
{
	enum tab_names names = NAMES_ALL;

	while (lay_out(ui, tabs, names) > body->columns &&
	       names != NAMES_NONE)
		names++;
	tabs->y = body->y;
	for (size_t i = 0; i < tabs->n; i++) {
		tabs->places[i].x += body->x;
		draw_tab(ui, tabs, i, names, body);
	}
	body->y++;
	body->rows--;
	if (body->rows > ROOMY_ROWS) {
		body->y++;
		body->rows--;
	}
}

static int clicked(const struct tabs *tabs)
{
	int y = 0, x = 0;

	terminal_mouse(&y, &x);
	for (size_t i = 0; y == tabs->y && i < tabs->n; i++)
		if (x >= tabs->places[i].x &&
		    x < tabs->places[i].x + tabs->places[i].columns)
			return (int)i;
	return -1;
}

int tabs_key(const struct tabs *tabs, int key)
{
	int to = -1;

	if (key >= '1' && key <= '9')
		to = key - '1';
	else if (key == '\t')
		to = (int)tabs->current + 1;
	else if (key == KEY_BTAB)
		to = (int)tabs->current - 1;
	else if (key == KEY_MOUSE)
		to = clicked(tabs);
	return to < (int)tabs->n ? to : -1;
}
