/* A week of a plan: a row of marks for each exercise, then each in words. */
#include "config.h"

#include "report/plan_pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/dose_words.h"
#include "report/plan_blocks.h"

#define DAYS_A_WEEK 7

const char *item_name(const struct plan_item *item)
{
	return item->exercise != NULL ? content_text(item->exercise->name)
				      : item->name;
}

/* The table */

/* Seven letters, as a translator has them, and how wide the widest is. */
struct letters {
	char text[64];
	const char *of[DAYS_A_WEEK];
	size_t columns;
};

static bool split_letters(struct letters *letters, const char *text)
{
	char *rest = NULL, *word;
	size_t count = 0;

	snprintf(letters->text, sizeof letters->text, "%s", text);
	letters->columns = 1;
	for (word = strtok_r(letters->text, " ", &rest);
	     word != NULL && count < DAYS_A_WEEK;
	     word = strtok_r(NULL, " ", &rest)) {
		size_t columns = text_columns(word, strlen(word));

		letters->of[count++] = word;
		if (columns > letters->columns)
			letters->columns = columns;
	}
	return count == DAYS_A_WEEK && word == NULL;
}

static void put_cell(FILE *stream, const struct letters *letters,
		     const char *mark)
{
	size_t columns = text_columns(mark, strlen(mark));

	fputs(mark, stream);
	while (columns++ <= letters->columns)
		putc(' ', stream);
}

/* `marks` are 7; `name` (or NULL) stands behind them. */
static void put_row(struct writer *writer, const struct letters *letters,
		    const char *const *marks, const char *name,
		    const char *label)
{
	char *row = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&row, &bytes);

	if (stream == NULL)
		abort();
	for (int day = 0; day < DAYS_A_WEEK; day++)
		put_cell(stream, letters, marks[day]);
	if (name != NULL)
		fprintf(stream, " %s", name);
	fclose(stream);
	while (bytes > 0 && row[bytes - 1] == ' ')
		row[--bytes] = '\0';
	put_fixed(writer, label, row);
	free(row);
}

static void put_item_row(struct writer *writer, const struct letters *letters,
			 const struct plan_item *item, size_t number)
{
	unsigned days = plan_item_days(item);
	const char *marks[DAYS_A_WEEK];
	char *name = NULL;

	for (unsigned day = 0; day < DAYS_A_WEEK; day++)
		marks[day] = days >> day & 1 ? "x" : ".";
	/* TRANSLATORS: a number in a list, and the name of an exercise */
	if (asprintf(&name, _("%1$zu. %2$s"), number, item_name(item)) < 0)
		abort();
	put_row(writer, letters, marks, name, NULL);
	free(name);
}

static void put_table(struct writer *writer, const struct plan_week *week)
{
	struct letters letters;

	/* TRANSLATORS: a letter for each day of the week, from Monday */
	if (!split_letters(&letters, _("M T W T F S S")))
		split_letters(&letters, "M T W T F S S");
	put_row(writer, &letters, letters.of, NULL,
		_("On which days each exercise is done; the list below says it in words"));
	for (size_t i = 0; i < week->n_items; i++)
		put_item_row(writer, &letters, &week->items[i], i + 1);
}

static void put_item(struct writer *writer, const struct plan_item *item)
{
	char *dose = dose_words(&item->dose, item->exercise);

	/* TRANSLATORS: an exercise and how much of it */
	put(writer, BLOCK_NUMBERED, _("%1$s: %2$s"), item_name(item), dose);
	free(dose);
}

/* A row of marks for each exercise, and below it each with its dose. */
static void put_week_items(struct writer *writer, const struct plan_week *week)
{
	if (week->n_items == 0) {
		put_text(writer, BLOCK_PARAGRAPH,
			 _("There are no exercises this week."));
		return;
	}
	put_table(writer, week);
	for (size_t i = 0; i < week->n_items; i++)
		put_item(writer, &week->items[i]);
}

/* Criteria */

static void put_criteria(struct writer *writer, const char *heading,
			 const struct criterion *const *criteria, size_t count)
{
	if (count == 0)
		return;
	put_text(writer, BLOCK_HEADING, heading);
	for (size_t i = 0; i < count; i++)
		put_content(writer, BLOCK_BULLET, criteria[i]->text);
}

static void put_met(struct writer *writer, const struct plan_week *week)
{
	char day[DATE_SIZE];

	put_criteria(writer, _("Met before this week"), week->met,
		     week->n_met);
	if (week->n_met > 0 && week->met_on != NO_DATE)
		put(writer, BLOCK_PARAGRAPH, _("Checked on %s."),
		    day_text(day, week->met_on));
}

static void put_ways_out(struct writer *writer, const struct phase *phase)
{
	put_criteria(writer, _("On to the next phase when"), phase->move_on,
		     phase->n_move_on);
	put_texts_under(writer, _("Step back or stop"), BLOCK_BULLET,
			&phase->step_back);
}

/* Cards */

static bool has_exercise(const struct plan_week *week, size_t n_items,
			 const struct exercise *exercise)
{
	for (size_t i = 0; i < n_items; i++)
		if (week->items[i].exercise == exercise)
			return true;
	return false;
}

/* Neither in an earlier week nor above it in this one. */
static bool is_new(const struct plan *plan, const struct plan_week *week,
		   size_t index)
{
	const struct exercise *exercise = week->items[index].exercise;

	for (const struct plan_week *before = plan->weeks; before < week;
	     before++)
		if (has_exercise(before, before->n_items, exercise))
			return false;
	return !has_exercise(week, index, exercise);
}

static void put_cards(struct writer *writer, const struct plan *plan,
		      const struct plan_week *week)
{
	bool any_old = false;

	for (size_t i = 0; i < week->n_items; i++) {
		const struct plan_item *item = &week->items[i];

		if (item->exercise == NULL)
			continue;
		if (!is_new(plan, week, i)) {
			any_old = true;
			continue;
		}
		put_text(writer, BLOCK_HEADING, item_name(item));
		put_exercise(writer, item->exercise, &item->dose);
	}
	if (any_old)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("How each other exercise is done stands in the week in which it first comes."));
}

/* The page */

static void put_dates(struct writer *writer, const struct plan *plan,
		      const struct plan_week *week)
{
	long start = plan_week_start(plan, week->number);
	char first[DATE_SIZE], last[DATE_SIZE];

	put(writer, BLOCK_PARAGRAPH, _("From %1$s to %2$s."),
	    day_text(first, start), day_text(last, start + DAYS_A_WEEK - 1));
}

void plan_page_week(struct page *page, const struct plan *plan, size_t number,
		    unsigned details)
{
	struct writer writer = page_writer(page);
	const struct plan_week *week = &plan->weeks[number - 1];
	const struct phase *phase = week->phase;

	/* TRANSLATORS: week 3: the name of its phase */
	put_title(page, _("Week %1$zu: %2$s"), number,
		  content_text(phase->name));
	put_dates(&writer, plan, week);
	put_content(&writer, BLOCK_PARAGRAPH, phase->goal);
	put_text(&writer, BLOCK_PARAGRAPH, week->note);
	put_week_items(&writer, week);
	if (details & DETAIL_CRITERIA) {
		put_met(&writer, week);
		put_ways_out(&writer, phase);
	}
	if (details & DETAIL_CARDS)
		put_cards(&writer, plan, week);
}
