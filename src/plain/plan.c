/* One plan: its lines by week, with what the review says of each. */
#include "config.h"

#include "plain/plans.h"

#include <stdlib.h>
#include <string.h>

#include "base/dates.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/plan_line.h"
#include "report/plan_pages.h"
#include "report/plan_rows.h"

struct plan_talk {
	struct talk *talk;
	struct plan_folder *folder;
	struct plan_file *file;
	size_t week;			/* index */
};

static const struct plan *plan_of(const struct plan_talk *at)
{
	return at->file->plan;
}

static struct plan_rows *rows_of(const struct plan_talk *at)
{
	return plan_rows_new(plan_of(at), at->file->review, at->week,
			     at->talk->session->role);
}

/* What is said */

static void say_week(struct plan_talk *at)
{
	const struct plan *plan = plan_of(at);
	struct lines *lines = &at->talk->lines;
	struct plan_rows *rows = rows_of(at);

	tell(lines, "%s", "");
	tell(lines, _("%1$.40s: week %2$zu of %3$zu"),
	     plan->person != NULL ? plan->person : at->file->name,
	     at->week + 1, plan->n_weeks);
	for (size_t i = 0; i < rows->n_rows; i++) {
		const struct plan_row *row = &rows->rows[i];

		say_numbered(lines, i + 1, row->text);
		for (size_t k = 0; k < row->n_said; k++)
			say_item(lines, "     ", "%s", row->said[k]);
	}
	plan_rows_free(&rows);
}

static void say_found(struct plan_talk *at)
{
	char *found = plan_found_text(at->file->review);

	tell(&at->talk->lines, _("The review says: %s."), found);
	free(found);
}

static void say_what_now(struct plan_talk *at)
{
	tell(&at->talk->lines, "%s",
	     _("Type the number of a line to hear more about it. Or dose and "
	       "its number to change it, undo, or week and a number. Or "
	       "overview, review, safety, session, or compare and the number "
	       "of a plan. Or back, or quit."));
}

static void say_overview(struct plan_talk *at)
{
	struct page page = { .title = NULL };

	plan_page_overview(&page, plan_of(at), at->week + 1);
	say_page(at->talk, &page);
}

static void say_review(struct plan_talk *at)
{
	struct page page = { .title = NULL };

	plan_page_review(&page, at->file->review, at->talk->session->role);
	say_page(at->talk, &page);
}

static void say_safety(struct plan_talk *at)
{
	struct page page = { .title = NULL };

	plan_page_safety(&page, plan_of(at));
	say_page(at->talk, &page);
}

static void say_week_in_full(struct plan_talk *at)
{
	struct page page = { .title = NULL };

	plan_page_week(&page, plan_of(at), at->week + 1, DETAIL_CRITERIA);
	say_page(at->talk, &page);
}

static void say_card(struct plan_talk *at, const struct plan_item *item)
{
	const struct phase *phase = plan_of(at)->weeks[at->week].phase;
	struct page page = { .title = NULL };

	if (item->exercise == NULL) {
		tell(&at->talk->lines, "%s",
		     _("The pack has no exercise of that name, so there is no "
		       "card."));
		return;
	}
	plan_page_exercise(&page, item->exercise, &item->dose,
			   phase->programme->pain_rule, DETAIL_LIMITS);
	say_page(at->talk, &page);
}

/* Lines by number */

/* The row of that number, copied without its texts; false if there is none. */
static bool find_row(struct plan_talk *at, const char *text,
		     struct plan_row *row)
{
	struct plan_rows *rows = rows_of(at);
	double number;
	bool found = text_number(&number, text) == 0 && number >= 1 &&
		     number <= (double)rows->n_rows &&
		     number == (double)(size_t)number;

	if (found)
		*row = (struct plan_row){
			.kind = rows->rows[(size_t)number - 1].kind,
			.item = rows->rows[(size_t)number - 1].item,
		};
	plan_rows_free(&rows);
	return found;
}

static void say_more(struct plan_talk *at, const struct plan_row *row)
{
	switch (row->kind) {
	case ROW_PLAN:
		say_review(at);
		break;
	case ROW_PHASE:
		say_week_in_full(at);
		break;
	case ROW_ITEM:
		say_card(at, &plan_of(at)->weeks[at->week].items[row->item]);
		break;
	}
}

/* Doses */

/* HEARD_ANSWER, or the end of input. */
static enum heard edit_item(struct plan_talk *at, size_t item)
{
	struct lines *lines = &at->talk->lines;
	struct error err = { .message = "" };
	char *line;

	tell(lines, _("The dose is: %s"),
	     plan_of(at)->weeks[at->week].items[item].text);
	tell(lines, "%s", _("Type the new one, such as: 3 x 10, 3/week. Enter "
			    "leaves it."));
	while ((line = hear(lines, _("Dose:"))) != NULL) {
		line = trimmed(line);
		if (line[0] == '\0')
			return HEARD_ANSWER;
		if (plan_file_edit(at->file, at->week, item, line,
				   &err) == 0) {
			tell(lines, "%s", _("Saved."));
			say_found(at);
			say_week(at);
			return HEARD_ANSWER;
		}
		tell(lines, "%s", err.message);
	}
	return HEARD_END;
}

static enum heard edit(struct plan_talk *at, const char *number)
{
	struct plan_row row;

	if (find_row(at, number, &row) && row.kind == ROW_ITEM)
		return edit_item(at, row.item);
	tell(&at->talk->lines, "%s",
	     _("Type dose and the number of an exercise, as in: dose 2"));
	return HEARD_ANSWER;
}

static void undo(struct plan_talk *at)
{
	struct error err = { .message = "" };
	size_t week = at->file->n_edits > 0
		? at->file->edits[at->file->n_edits - 1].week : at->week;

	if (plan_file_undo(at->file, &err) != 0) {
		tell(&at->talk->lines, "%s", err.message);
		return;
	}
	at->week = week;
	tell(&at->talk->lines, "%s", _("Taken back."));
	say_found(at);
	say_week(at);
}

/* Commands */

enum {
	WORD_DOSE, WORD_UNDO, WORD_WEEK, WORD_OVERVIEW, WORD_REVIEW,
	WORD_SAFETY, WORD_SESSION, WORD_COMPARE,
};

static const char *const words[] = {
	[WORD_DOSE] = N_("dose"),
	[WORD_UNDO] = N_("undo"),
	[WORD_WEEK] = N_("week"),
	[WORD_OVERVIEW] = N_("overview"),
	[WORD_REVIEW] = N_("review"),
	[WORD_SAFETY] = N_("safety"),
	[WORD_SESSION] = N_("session"),
	[WORD_COMPARE] = N_("compare"),
	NULL,
};

static void turn_to_week(struct plan_talk *at, const char *text)
{
	double number;

	if (text_number(&number, text) != 0 || number < 1 ||
	    number > (double)plan_of(at)->n_weeks ||
	    number != (double)(size_t)number) {
		tell(&at->talk->lines, "%s",
		     _("Type week and its number, as in: week 1"));
		return;
	}
	at->week = (size_t)number - 1;
	say_week(at);
}

static void compare(struct plan_talk *at, const char *number)
{
	const struct plan_file *other = file_of_number(at->talk, at->folder,
						       number);

	if (other != NULL)
		say_changes(at->talk, at->file, other);
}

/* HEARD_ANSWER: dealt with. */
static enum heard follow(struct plan_talk *at, int word, const char *rest)
{
	switch (word) {
	case WORD_DOSE:
		return edit(at, rest);
	case WORD_UNDO:
		undo(at);
		break;
	case WORD_WEEK:
		turn_to_week(at, rest);
		break;
	case WORD_OVERVIEW:
		say_overview(at);
		break;
	case WORD_REVIEW:
		say_review(at);
		break;
	case WORD_SAFETY:
		say_safety(at);
		break;
	case WORD_SESSION:
		return talk_of_session(at->talk, at->file);
	case WORD_COMPARE:
		compare(at, rest);
		break;
	default:
		say_what_now(at);
		break;
	}
	return HEARD_ANSWER;
}

static enum heard take_line(struct plan_talk *at, const char *line)
{
	const char *rest = "";
	struct plan_row row;
	size_t unused;
	enum heard heard;
	int word;

	if (find_row(at, line, &row)) {
		say_more(at, &row);
		return HEARD_ANSWER;
	}
	word = word_of(words, line, &rest);
	if (word >= 0)
		return follow(at, word, rest);
	heard = command_of(line, &unused, NULL);
	if (heard == HEARD_BACK || heard == HEARD_QUIT)
		return heard;
	return follow(at, -1, "");
}

enum heard talk_of_plan(struct talk *talk, struct plan_folder *folder,
			struct plan_file *file)
{
	struct plan_talk at = {
		.talk = talk, .folder = folder, .file = file,
		.week = plan_week_on(file->plan, date_today()) - 1,
	};
	enum heard heard = HEARD_ANSWER;
	char *line;

	plan_file_visit(file);
	say_week(&at);
	say_found(&at);
	say_what_now(&at);
	while (heard == HEARD_ANSWER) {
		line = hear(&talk->lines, ">");
		heard = line == NULL ? HEARD_END
				     : take_line(&at, trimmed(line));
	}
	return heard;
}
