/* The plans of a folder as rows, and the keys that screens about them have. */
#include <config.h>

#include <stdlib.h>

#include "base/dates.h"
#include "base/i18n.h"
#include "report/plan_line.h"
#include "screens/flow.h"
#include "screens/help.h"
#include "screens/plans.h"

const char *plans_sentence(struct error *err)
{
	if (err->message[0] >= 'a' && err->message[0] <= 'z')
		err->message[0] += 'A' - 'a';
	return err->message;
}

void plans_name_keys(struct ui *ui)
{
	ui_key(ui, KEY_BACKSPACE, _("Backspace back"));
	ui_key(ui, KEY_F(1), _("? help"));
	ui_key(ui, KEY_CANCEL, _("q finish"));
}

bool plans_key(struct ui *ui, int key, enum outcome *outcome)
{
	*outcome = SCREEN_STAY;
	switch (key) {
	case KEY_BACKSPACE:
	case KEY_ESC:
		*outcome = SCREEN_BACK;
		return true;
	case '?':
	case KEY_F(1):
		help_show_plans(ui);
		return true;
	case 'q':
	case KEY_F(10):
	case KEY_CANCEL:
		flow_finish(ui);
		return true;
	default:
		return false;
	}
}

static bool is_listed(const struct plan_file *file,
		      const struct plan_file *but)
{
	return but == NULL || (file != but && file->plan != NULL);
}

struct rows *plans_rows_new(struct ui *ui, const struct plan_folder *folder,
			    const struct plan_file *but)
{
	struct rows *rows = NULL;
	size_t n = 0;

	for (size_t i = 0; i < folder->n_files; i++)
		n += is_listed(&folder->files[i], but);
	rows = rows_list_new(ui_cdk(ui), ui_theme(ui), n);
	rows->split = true;
	n = 0;
	for (size_t i = 0; i < folder->n_files; i++) {
		const struct plan_file *file = &folder->files[i];

		if (!is_listed(file, but))
			continue;
		rows->rows[n].label = plan_file_text(file, date_today());
		rows->rows[n++].words = plan_file_found(file);
	}
	if (n > 0)
		rows->focus = 0;
	return rows;
}

void plans_rows_free(struct rows *rows)
{
	if (rows == NULL)
		return;
	for (size_t i = 0; i < rows->n; i++) {
		free((char *)rows->rows[i].label);
		free((char *)rows->rows[i].words);
	}
	rows_free(rows);
}

struct plan_file *plans_rows_file(const struct rows *rows,
				  const struct plan_folder *folder,
				  const struct plan_file *but)
{
	int at = rows->focus;

	for (size_t i = 0; i < folder->n_files; i++)
		if (is_listed(&folder->files[i], but) && at-- == 0)
			return &folder->files[i];
	return NULL;
}
