#include <config.h>

#include "sides.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "screens/ask.h"

static const struct {
	const char *id;
	int key;
	enum side side;
	const char *words;
} known[] = {
	{ "left", 'l', SIDE_LEFT, N_("l left") },
	{ "both", 'b', SIDE_BOTH, N_("b both") },
	{ "right", 'r', SIDE_RIGHT, N_("r right") },
	{ "unsure", 'u', SIDE_BOTH, N_("u not sure") },
};

void sides_init(struct sides *sides, const struct question *question,
		const struct value *offered)
{
	memset(sides, 0, sizeof(*sides));
	sides->question = question;
	sides->chosen = -1;
	for (size_t i = 0; question != NULL && i < SIDES_MAX; i++) {
		int answer = question_find_answer(question, known[i].id);

		if (answer < 0)
			continue;
		if (answer == ask_answer_of(question, offered))
			sides->chosen = (int)sides->n;
		sides->items[sides->n++] = (struct side_item){
			.key = known[i].key,
			.answer = (size_t)answer,
			.side = known[i].side,
			.words = _(known[i].words),
		};
	}
}

int sides_columns(const struct ui *ui, const struct sides *sides)
{
	int columns = 0;

	for (size_t i = 0; i < sides->n; i++)
		columns += draw_columns(ui_theme(ui),
					sides->items[i].words) + 2;
	return columns;
}

static void draw_item(const struct ui *ui, int y, const struct side_item *item,
		      bool chosen)
{
	struct area area = { y, item->x, 1, item->columns };
	struct pen pen = ui_pen(ui, &area);
	char words[96];

	snprintf(words, sizeof(words), chosen ? "[%s]" : " %s ", item->words);
	draw_text(&pen, chosen ? STYLE_FOCUS : STYLE_TEXT, words);
	if (chosen)
		return;
	pen.x++;
	pen.columns = 1;
	snprintf(words, sizeof(words), "%c", item->key);
	draw_text(&pen, STYLE_KEY, words);
}

void sides_draw(const struct ui *ui, struct sides *sides, int y, int x)
{
	sides->y = y;
	for (size_t i = 0; i < sides->n; i++) {
		struct side_item *item = &sides->items[i];

		item->x = x;
		item->columns = draw_columns(ui_theme(ui), item->words) + 2;
		x += item->columns;
		draw_item(ui, y, item, (int)i == sides->chosen);
	}
}

bool sides_key(struct sides *sides, int key)
{
	for (size_t i = 0; i < sides->n; i++) {
		if (sides->items[i].key != key)
			continue;
		sides->chosen = (int)i;
		return true;
	}
	return false;
}

bool sides_clicked(struct sides *sides)
{
	int y = 0, x = 0;

	terminal_mouse(&y, &x);
	for (size_t i = 0; y == sides->y && i < sides->n; i++) {
		const struct side_item *item = &sides->items[i];

		if (x < item->x || x >= item->x + item->columns)
			continue;
		sides->chosen = (int)i;
		return true;
	}
	return false;
}

bool sides_choose(struct sides *sides, enum side side)
{
	int before = sides->chosen;

	if (side == SIDE_LEFT)
		sides_key(sides, 'l');
	else if (side == SIDE_RIGHT)
		sides_key(sides, 'r');
	return sides->chosen != before;
}

enum side sides_shown(const struct sides *sides)
{
	return sides->chosen < 0 ? SIDE_BOTH
				 : sides->items[sides->chosen].side;
}

struct value sides_value(const struct sides *sides)
{
	return ask_value_of(sides->question,
			    sides->items[sides->chosen].answer);
}
