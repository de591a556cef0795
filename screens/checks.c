#include <config.h>

#include "checks.h"

#include "base/i18n.h"

/* In a small window a line that was never in sight is not answered "no". */
static bool shows_the_rest(struct ui *ui, struct checklist_widget *checklist,
			   size_t n)
{
	struct rows *rows = checklist_rows(checklist);
	int unseen = rows_unseen(rows);

	if (unseen < 0 || (size_t)unseen >= n)
		return false;
	rows_focus(rows, unseen);
	rows_move(rows, KEY_NPAGE);
	ui_status(ui, _("There is more. Read it, then press Enter."));
	return true;
}

bool checks_are_complete(struct ui *ui, struct checklist_widget *checklist,
			 size_t n)
{
	if (shows_the_rest(ui, checklist, n))
		return false;
	if (checklist_none(checklist) || checklist_any(checklist))
		return true;
	ui_status(ui, _("Mark what fits with Space. If nothing does, "
			"choose \"None of these\"."));
	return false;
}

bool checks_key(struct ui *ui, struct checklist_widget *checklist, int key)
{
	bool any = checklist_any(checklist);
	bool used = widget_key(&checklist_rows(checklist)->widget, key);

	if (any && checklist_none(checklist))
		ui_status(ui, _("This took your marks away. If one was right, "
				"mark it again."));
	return used;
}
