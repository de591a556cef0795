/*
 * One plan: its pages, the weeks line by line beside their review, a dose
 * changed in place.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/dates.h"
#include "base/i18n.h"
#include "report/plan_line.h"
#include "report/plan_pages.h"
#include "screens/dose_entry.h"
#include "screens/plan_week.h"
#include "screens/plans.h"
#include "screens/sheet.h"
#include "screens/tabs.h"
#include "screens/widgets/entry.h"
#include "screens/widgets/text_view.h"

enum { TAB_OVERVIEW, TAB_WEEK, TAB_REVIEW, TAB_SAFETY, N_TABS };

struct plan_view {
	struct plan_subject subject;
	struct tabs tabs;
	size_t week;			/* index */
	struct week_view *lines;	/* the page of the week */
	struct text_view *text;		/* the other pages */
	struct dose_entry *dose;
};

static const struct plan *plan_of(const struct plan_view *view)
{
	return view->subject.file->plan;
}

/* --- what is shown --- */

static void fill_text(struct ui *ui, struct plan_view *view)
{
	struct page page = { .title = NULL };

	switch (view->tabs.current) {
	case TAB_OVERVIEW:
		plan_page_overview(&page, plan_of(view), view->week + 1);
		break;
	case TAB_REVIEW:
		plan_page_review(&page, view->subject.file->review,
				 ui->session->role);
		break;
	case TAB_SAFETY:
		plan_page_safety(&page, plan_of(view));
		break;
	default:
		break;
	}
	text_view_clear(view->text);
	text_view_add_blocks(view->text, page.blocks, page.n_blocks);
	page_done(&page);
}

/* After the page, the week or the plan has changed. */
static void show(struct ui *ui, struct plan_view *view, bool keep_focus)
{
	week_view_set(ui, view->lines, plan_of(view),
		      view->subject.file->review, view->week, keep_focus);
	fill_text(ui, view);
	ui_redraw(ui);
}

static void *plan_open(struct ui *ui, const void *subject)
{
	struct plan_view *view = xcalloc(1, sizeof(*view));

	view->subject = *(const struct plan_subject *)subject;
	plan_file_visit(view->subject.file);
	view->tabs = (struct tabs){
		.titles = { _("Overview"), _("Week"), _("Review"),
			    _("Safety") },
		.n = N_TABS, .current = TAB_WEEK,
	};
	view->week = plan_week_on(plan_of(view), date_today()) - 1;
	view->lines = week_view_new(ui);
	view->text = text_view_new(ui_cdk(ui), ui_theme(ui));
	view->dose = dose_entry_new(ui);
	show(ui, view, false);
	return view;
}

static void plan_close(struct ui *ui, void *state)
{
	struct plan_view *view = state;

	(void)ui;
	dose_entry_free(view->dose);
	week_view_free(view->lines);
	text_view_free(view->text);
	free(view);
}

/* --- drawing --- */

static const struct plan_item *item_in_focus(const struct plan_view *view)
{
	const struct plan_row *row = week_view_row(view->lines);

	if (view->tabs.current != TAB_WEEK || row->kind != ROW_ITEM)
		return NULL;
	return &plan_of(view)->weeks[view->week].items[row->item];
}

static void name_keys(struct ui *ui, const struct plan_view *view)
{
	bool on_week = view->tabs.current == TAB_WEEK;

	ui_key(ui, 0, _("1-4 pages"));
	if (plan_of(view)->n_weeks > 1)
		ui_key(ui, 0, _("←→ week"));
	ui_key(ui, 0, on_week ? _("↑↓ move") : _("↑↓ scroll"));
	if (on_week)
		ui_key(ui, KEY_ENTER, _("Enter more"));
	if (on_week)
		ui_key(ui, 'e', _("e dose"));
	if (view->subject.file->n_edits > 0)
		ui_key(ui, 'u', _("u undo"));
	ui_key(ui, 't', _("t today's session"));
	if (view->subject.folder->n_files > 1)
		ui_key(ui, 'c', _("c compare"));
	plans_name_keys(ui);
}

static void name_entry_keys(struct ui *ui)
{
	ui_key(ui, 0, _("Type the dose"));
	ui_key(ui, KEY_ENTER, _("Enter save"));
	ui_key(ui, KEY_ESC, _("Esc leave it"));
}

/* "k7q2: week 2 of 6" */
static void draw_title(struct ui *ui, const struct plan_view *view)
{
	const struct plan *plan = plan_of(view);
	char words[128];

	snprintf(words, sizeof(words), _("%1$.40s: week %2$zu of %3$zu"),
		 plan->person != NULL ? plan->person
				      : view->subject.file->name,
		 view->week + 1, plan->n_weeks);
	ui_right(ui, words);
}

static void draw_week(struct ui *ui, struct plan_view *view, struct area *body)
{
	widget_hide(text_view_widget(view->text));
	if (dose_entry_is_open(view->dose)) {
		dose_entry_place(ui, view->dose, body);
		ui_focus(ui, dose_entry_widget(view->dose));
	} else {
		ui_focus(ui, week_view_widget(view->lines));
	}
	week_view_place(ui, view->lines, body);
}

static void plan_draw(struct ui *ui, void *state)
{
	struct plan_view *view = state;
	struct area body = { 0 };

	draw_title(ui, view);
	if (dose_entry_is_open(view->dose))
		name_entry_keys(ui);
	else
		name_keys(ui, view);
	if (view->tabs.current == TAB_WEEK)
		ui_hint(ui, _("[!] stop  [*] change  [?] consider"));
	body = ui_body(ui);
	tabs_draw(ui, &view->tabs, &body);
	if (view->tabs.current == TAB_WEEK) {
		draw_week(ui, view, &body);
		return;
	}
	week_view_place(ui, view->lines, NULL);
	text_view_place(view->text, &body);
	ui_focus(ui, text_view_widget(view->text));
}

/* --- doses --- */

static void say_found(struct ui *ui, const struct plan_view *view,
		      const char *fmt)
{
	char *found = plan_found_text(view->subject.file->review);
	char words[200];

	snprintf(words, sizeof(words), fmt, found);
	ui_status(ui, words);
	free(found);
}

static void begin_edit(struct ui *ui, struct plan_view *view)
{
	const struct plan_item *item = item_in_focus(view);

	if (item == NULL) {
		ui_status(ui, _("Choose an exercise on page 2 first: e changes "
				"its dose."));
		return;
	}
	dose_entry_begin(view->dose, item);
	ui_redraw(ui);
}

static void save_dose(struct ui *ui, struct plan_view *view)
{
	char dose[ENTRY_BYTES];
	struct error err = { .message = "" };

	dose_entry_get(view->dose, dose, sizeof(dose));
	if (plan_file_edit(view->subject.file, view->week,
			   week_view_row(view->lines)->item, dose,
			   &err) != 0) {
		ui_status(ui, plans_sentence(&err));
		return;
	}
	dose_entry_end(view->dose);
	show(ui, view, true);
	say_found(ui, view, _("Saved. The review says: %s."));
}

static enum outcome entry_key(struct ui *ui, struct plan_view *view, int key)
{
	if (key == KEY_ENTER) {
		save_dose(ui, view);
	} else if (key == KEY_ESC || key == KEY_CANCEL) {
		dose_entry_end(view->dose);
		ui_redraw(ui);
	} else if (!widget_key(dose_entry_widget(view->dose), key) &&
		   key == KEY_BACKSPACE) {
		dose_entry_end(view->dose);
		ui_redraw(ui);
	}
	return SCREEN_STAY;
}

/* Goes to the line that it gave back. */
static void undo(struct ui *ui, struct plan_view *view)
{
	struct plan_file *file = view->subject.file;
	struct dose_edit last = { 0 };
	struct error err = { .message = "" };

	if (file->n_edits > 0)
		last = file->edits[file->n_edits - 1];
	if (plan_file_undo(file, &err) != 0) {
		ui_status(ui, plans_sentence(&err));
		return;
	}
	view->week = last.week;
	view->tabs.current = TAB_WEEK;
	show(ui, view, true);
	week_view_focus_item(view->lines, last.item);
	say_found(ui, view, _("Taken back. The review says: %s."));
}

/* --- keys --- */

static void turn_to_page(struct ui *ui, struct plan_view *view, int page)
{
	if (page < 0 || page == (int)view->tabs.current)
		return;
	view->tabs.current = (size_t)page;
	fill_text(ui, view);
	ui_redraw(ui);
}

static void turn_to_week(struct ui *ui, struct plan_view *view, int by)
{
	if ((by < 0 && view->week == 0) ||
	    (by > 0 && view->week + 1 >= plan_of(view)->n_weeks))
		return;
	view->week = by < 0 ? view->week - 1 : view->week + 1;
	show(ui, view, true);
}

static void open_card(struct ui *ui, const struct plan_view *view,
		      const struct plan_item *item)
{
	const struct plan_week *week = &plan_of(view)->weeks[view->week];
	struct page page = { .title = NULL };

	if (item->exercise == NULL) {
		ui_status(ui, _("The pack has no exercise of that name, so "
				"there is no card."));
		return;
	}
	plan_page_exercise(&page, item->exercise, &item->dose,
			   week->phase->programme->pain_rule, DETAIL_LIMITS);
	sheet_show(ui, &page);
	page_done(&page);
}

/* More of the line in focus: the review, the week, or the card. */
static void open_line(struct ui *ui, struct plan_view *view)
{
	struct page page = { .title = NULL };

	if (view->tabs.current != TAB_WEEK)
		return;
	switch (week_view_row(view->lines)->kind) {
	case ROW_PLAN:
		turn_to_page(ui, view, TAB_REVIEW);
		break;
	case ROW_PHASE:
		plan_page_week(&page, plan_of(view), view->week + 1,
			       DETAIL_CRITERIA);
		sheet_show(ui, &page);
		page_done(&page);
		break;
	case ROW_ITEM:
		open_card(ui, view, item_in_focus(view));
		break;
	}
}

/* Nobody trains by a plan that could harm. */
static void open_session(struct ui *ui, const struct plan_view *view)
{
	if (view->subject.file->review->counts[REVIEW_STOP] > 0)
		ui_status(ui, _("No session: the review says stop. Page 3 says "
				"why."));
	else if (plan_of(view)->pack->n_gates == 0)
		ui_status(ui, _("No session: the pack has no questions to ask "
				"first."));
	else
		ui_push(ui, &screen_gate, &view->subject);
}

static bool moved(struct plan_view *view, int key)
{
	if (view->tabs.current == TAB_WEEK)
		return week_view_key(view->lines, key);
	return widget_key(text_view_widget(view->text), key);
}

static enum outcome plan_key(struct ui *ui, void *state, int key)
{
	struct plan_view *view = state;
	enum outcome outcome = SCREEN_STAY;

	if (dose_entry_is_open(view->dose))
		return entry_key(ui, view, key);
	if (moved(view, key))
		return SCREEN_STAY;
	turn_to_page(ui, view, tabs_key(&view->tabs, key));
	switch (key) {
	case KEY_LEFT:
		turn_to_week(ui, view, -1);
		break;
	case KEY_RIGHT:
		turn_to_week(ui, view, 1);
		break;
	case KEY_ENTER:
		open_line(ui, view);
		break;
	case 'e':
		begin_edit(ui, view);
		break;
	case 'u':
		undo(ui, view);
		break;
	case 't':
		open_session(ui, view);
		break;
	case 'c':
		plans_compare(ui, &view->subject);
		break;
	default:
		plans_key(ui, key, &outcome);
		return outcome;
	}
	return SCREEN_STAY;
}

const struct screen screen_plan = {
	.name = "plan",
	.open = plan_open,
	.draw = plan_draw,
	.key = plan_key,
	.close = plan_close,
};
