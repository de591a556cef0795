/* What the screens about plans share. */
#ifndef SITWELL_SCREENS_PLANS_H
#define SITWELL_SCREENS_PLANS_H

#include "plan/folder.h"
#include "screens/ui.h"
#include "screens/widgets/rows.h"

/* A file of a folder; both are the list's, which lies below them all. */
struct plan_subject {
	struct plan_folder *folder;
	struct plan_file *file;
};

/* What elsewhere follows a file's name begins a sentence here. */
const char *plans_sentence(struct error *err);

/* Names the keys that all of them have, behind a screen's own. */
void plans_name_keys(struct ui *ui);

/* Those keys: true if it was one of them. */
bool plans_key(struct ui *ui, int key, enum outcome *outcome);

/*
 * Rows of a folder's files, all (`but` NULL) or those that can be read but
 * one.  Labels and words are the rows' own: plans_rows_free.
 */
struct rows *plans_rows_new(struct ui *ui, const struct plan_folder *folder,
			    const struct plan_file *but);
void plans_rows_free(struct rows *rows);

/* The file that the focus is on, or NULL. */
struct plan_file *plans_rows_file(const struct rows *rows,
				  const struct plan_folder *folder,
				  const struct plan_file *but);

/* Opens the list to choose what to compare a plan with. */
void plans_compare(struct ui *ui, const struct plan_subject *subject);

#endif
