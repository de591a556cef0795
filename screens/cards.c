/*
 * The exercises of this week as cards to leaf through, for the person's own
 * eyes.  Only screens/gate.c opens it.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/dates.h"
#include "base/i18n.h"
#include "report/plan_pages.h"
#include "screens/plans.h"
#include "screens/widgets/text_view.h"

struct cards {
	const struct plan *plan;
	const struct plan_week *week;
	size_t current;		/* the last one is what pain is fine */
	struct text_view *text;
};

/* The next card from `from` on that the pack can show; n_items: safety. */
static size_t card_from(const struct cards *cards, size_t from)
{
	while (from < cards->week->n_items &&
	       cards->week->items[from].exercise == NULL)
		from++;
	return from;
}

static void fill(struct ui *ui, struct cards *cards)
{
	const struct plan_week *week = cards->week;
	struct page page = { .title = NULL };

	if (cards->current < week->n_items)
		plan_page_exercise(&page,
				   week->items[cards->current].exercise,
				   &week->items[cards->current].dose, NULL, 0);
	else
		plan_page_safety(&page, cards->plan);
	text_view_clear(cards->text);
	text_view_add(cards->text, STYLE_HEADING, NULL, page.title);
	text_view_gap(cards->text);
	text_view_add_blocks(cards->text, page.blocks, page.n_blocks);
	page_done(&page);
	ui_redraw(ui);
}

static void *cards_open(struct ui *ui, const void *subject)
{
	const struct plan_subject *of = subject;
	struct cards *cards = xcalloc(1, sizeof(*cards));

	cards->plan = of->file->plan;
	cards->week = &cards->plan->weeks[plan_week_on(cards->plan,
						       date_today()) - 1];
	cards->text = text_view_new(ui_cdk(ui), ui_theme(ui));
	ui_focus(ui, text_view_widget(cards->text));
	cards->current = card_from(cards, 0);
	fill(ui, cards);
	return cards;
}

static void cards_close(struct ui *ui, void *state)
{
	struct cards *cards = state;

	(void)ui;
	text_view_free(cards->text);
	free(cards);
}

static void draw_title(struct ui *ui, const struct cards *cards)
{
	size_t number = 0, about = 0;
	char words[120];

	for (size_t i = 0; i < cards->week->n_items; i++) {
		about += cards->week->items[i].exercise != NULL;
		if (i == cards->current)
			number = about;
	}
	if (number == 0)
		snprintf(words, sizeof(words), _("Week %zu: the last card"),
			 cards->week->number);
	else
		snprintf(words, sizeof(words),
			 _("Week %1$zu: exercise %2$zu of %3$zu"),
			 cards->week->number, number, about);
	ui_right(ui, words);
}

static void cards_draw(struct ui *ui, void *state)
{
	struct cards *cards = state;
	struct area body = { 0 };

	draw_title(ui, cards);
	ui_key(ui, KEY_ENTER, _("Enter next"));
	ui_key(ui, 0, _("←→ leaf"));
	ui_key(ui, 0, _("↑↓ scroll"));
	plans_name_keys(ui);
	body = ui_body(ui);
	text_view_place(cards->text, &body);
}

static void turn_to(struct ui *ui, struct cards *cards, size_t card)
{
	if (card == cards->current)
		return;
	cards->current = card;
	fill(ui, cards);
}

static void turn_back(struct ui *ui, struct cards *cards)
{
	for (size_t i = cards->current; i-- > 0;)
		if (cards->week->items[i].exercise != NULL) {
			turn_to(ui, cards, i);
			return;
		}
}

static void turn_on(struct ui *ui, struct cards *cards)
{
	if (cards->current < cards->week->n_items)
		turn_to(ui, cards, card_from(cards, cards->current + 1));
	else
		ui_status(ui, _("This is the last card. Backspace goes back to "
				"the plan."));
}

static enum outcome cards_key(struct ui *ui, void *state, int key)
{
	struct cards *cards = state;
	enum outcome outcome = SCREEN_STAY;

	if (widget_key(text_view_widget(cards->text), key))
		return SCREEN_STAY;
	switch (key) {
	case KEY_ENTER:
	case KEY_RIGHT:
		turn_on(ui, cards);
		return SCREEN_STAY;
	case KEY_LEFT:
		turn_back(ui, cards);
		return SCREEN_STAY;
	default:
		plans_key(ui, key, &outcome);
		return outcome;
	}
}

const struct screen screen_cards = {
	.name = "cards",
	.open = cards_open,
	.draw = cards_draw,
	.key = cards_key,
	.close = cards_close,
};
