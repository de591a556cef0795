/* Chooses the plan to compare another one with; the changes are a sheet. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "plan/diff.h"
#include "report/plan_pages.h"
#include "screens/heading.h"
#include "screens/plans.h"
#include "screens/sheet.h"

struct comparing {
	struct plan_subject subject;
	struct rows *rows;
};

void plans_compare(struct ui *ui, const struct plan_subject *subject)
{
	size_t others = 0;

	if (subject->folder->n_files == 0) {
		ui_status(ui, _("There is no plan yet to compare."));
		return;
	}
	if (subject->file == NULL || subject->file->plan == NULL) {
		ui_status(ui, _("Choose a plan that can be read."));
		return;
	}
	for (size_t i = 0; i < subject->folder->n_files; i++)
		others += &subject->folder->files[i] != subject->file &&
			  subject->folder->files[i].plan != NULL;
	if (others == 0)
		ui_status(ui, _("There is no other plan to compare it with."));
	else
		ui_push(ui, &screen_compare, subject);
}

static void *compare_open(struct ui *ui, const void *subject)
{
	struct comparing *comparing = xcalloc(1, sizeof(*comparing));

	comparing->subject = *(const struct plan_subject *)subject;
	comparing->rows = plans_rows_new(ui, comparing->subject.folder,
					 comparing->subject.file);
	ui_focus(ui, &comparing->rows->widget);
	return comparing;
}

static void compare_close(struct ui *ui, void *state)
{
	struct comparing *comparing = state;

	(void)ui;
	plans_rows_free(comparing->rows);
	free(comparing);
}

static void compare_draw(struct ui *ui, void *state)
{
	struct comparing *comparing = state;
	char words[400];
	struct area room = { 0 };

	ui_key(ui, KEY_DOWN, _("↑↓ move"));
	ui_key(ui, KEY_ENTER, _("Enter compare"));
	plans_name_keys(ui);
	snprintf(words, sizeof(words), _("What changed from %.200s to which "
		 "plan?"), comparing->subject.file->name);
	room = heading_draw(ui, words, NULL, 2);
	rows_place(comparing->rows, &room);
}

static void show_changes(struct ui *ui, const struct plan_file *before,
			 const struct plan_file *after)
{
	struct page page = { .title = NULL };
	struct plan_diff *diff = plan_diff(before->plan, after->plan);

	plan_page_diff(&page, diff);
	sheet_show(ui, &page);
	page_done(&page);
	plan_diff_free(&diff);
}

static enum outcome compare_key(struct ui *ui, void *state, int key)
{
	struct comparing *comparing = state;
	enum outcome outcome = SCREEN_STAY;

	if (widget_key(&comparing->rows->widget, key))
		return SCREEN_STAY;
	if (key == KEY_ENTER)
		show_changes(ui, comparing->subject.file,
			     plans_rows_file(comparing->rows,
					     comparing->subject.folder,
					     comparing->subject.file));
	else
		plans_key(ui, key, &outcome);
	return outcome;
}

const struct screen screen_compare = {
	.name = "compare",
	.open = compare_open,
	.draw = compare_draw,
	.key = compare_key,
	.close = compare_close,
};
