/*
 * What the trainer's role opens: the plans of a folder.  They are read when
 * this opens, long after the first paint.
 */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/plan_line.h"
#include "report/plan_pages.h"
#include "screens/flow.h"
#include "screens/heading.h"
#include "screens/plans.h"
#include "screens/sheet.h"

struct plans_view {
	struct plan_folder *folder;
	struct error err;		/* why the folder can't be read, or "" */
	struct rows *rows;
};

/* An edit, or a new plan, changes what the rows say. */
static void make_rows(struct ui *ui, struct plans_view *listed)
{
	int focus = listed->rows == NULL ? 0 : listed->rows->focus;

	plans_rows_free(listed->rows);
	listed->rows = plans_rows_new(ui, listed->folder, NULL);
	if (focus >= 0 && (size_t)focus < listed->rows->n)
		listed->rows->focus = focus;
	ui_focus(ui, &listed->rows->widget);
}

static void *plans_open(struct ui *ui, const void *subject)
{
	struct plans_view *listed = xcalloc(1, sizeof(*listed));

	(void)subject;
	plan_folder_read(&listed->folder, ui->session->pack,
			 ui->session->plans_dir, &listed->err);
	make_rows(ui, listed);
	if (ui->put_by.row > 0 && (size_t)ui->put_by.row < listed->rows->n)
		listed->rows->focus = ui->put_by.row;
	return listed;
}

static void plans_close(struct ui *ui, void *state)
{
	struct plans_view *listed = state;

	(void)ui;
	plans_rows_free(listed->rows);
	plan_folder_free(&listed->folder);
	free(listed);
}

static void draw_empty(struct ui *ui, struct plans_view *listed)
{
	const struct plan_folder *folder = listed->folder;
	char words[2 * PATH_MAX + 200];

	widget_hide(&listed->rows->widget);
	if (listed->err.message[0] != '\0') {
		heading_draw(ui, _("Plans"), plans_sentence(&listed->err),
			     0);
		return;
	}
	snprintf(words, sizeof(words), _("There is no plan yet in %1$s. Press "
		 "n to make the first one. Or leave here and write: sitwell "
		 "plan new --condition ID --output %2$s/k7q2.ini"),
		 folder->path, folder->path);
	heading_draw(ui, _("Plans"), words, 0);
}

static void plans_draw(struct ui *ui, void *state)
{
	struct plans_view *listed = state;
	bool any = listed->folder->n_files > 0;
	struct area room = { 0 };

	ui_right(ui, _("Trainer"));
	if (any) {
		ui_key(ui, KEY_DOWN, _("↑↓ move"));
		ui_key(ui, KEY_ENTER, _("Enter open"));
	}
	ui_key(ui, 'n', _("n new plan"));
	if (listed->folder->n_files > 1)
		ui_key(ui, 'c', _("c compare"));
	ui_key(ui, 's', _("s screen a client"));
	plans_name_keys(ui);
	if (!any) {
		draw_empty(ui, listed);
		return;
	}
	make_rows(ui, listed);
	room = heading_draw(ui, _("Plans"), NULL, 2);
	rows_place(listed->rows, &room);
}

static void open_file(struct ui *ui, const struct plan_subject *subject)
{
	struct page page = { .title = NULL };

	if (subject->file == NULL)
		return;
	if (subject->file->plan != NULL) {
		ui_push(ui, &screen_plan, subject);
		return;
	}
	plan_page_faults(&page, subject->file);
	sheet_show(ui, &page);
	page_done(&page);
}

static enum outcome plans_list_key(struct ui *ui, void *state, int key)
{
	struct plans_view *listed = state;
	enum outcome outcome = SCREEN_STAY;
	struct plan_subject subject = {
		listed->folder,
		plans_rows_file(listed->rows, listed->folder, NULL),
	};

	if (widget_key(&listed->rows->widget, key))
		return SCREEN_STAY;
	switch (key) {
	case KEY_ENTER:
	case KEY_RIGHT:
		open_file(ui, &subject);
		return SCREEN_STAY;
	case 'n':
		ui_push(ui, &screen_programmes, &subject);
		return SCREEN_STAY;
	case 'c':
		plans_compare(ui, &subject);
		return SCREEN_STAY;
	case 's':
		return SCREEN_NEXT;
	default:
		plans_key(ui, key, &outcome);
		return outcome;
	}
}

static void plans_put_by(struct ui *ui, void *state)
{
	const struct plans_view *listed = state;

	ui->put_by.row = listed->rows->focus;
}

const struct screen screen_plans = {
	.name = "plans",
	.open = plans_open,
	.draw = plans_draw,
	.key = plans_list_key,
	.close = plans_close,
	.put_by = plans_put_by,
};
