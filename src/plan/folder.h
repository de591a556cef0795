/*
 * The plans of a folder, each read and reviewed: what a trainer chooses
 * from, on screens and in lines.
 */
#ifndef SITWELL_FOLDER_H
#define SITWELL_FOLDER_H

#include "plan/plan.h"
#include "plan/review.h"

/* A dose that was changed, and what stood there before. */
struct dose_edit {
	size_t week, item;		/* indexes in the plan */
	char *before;
};

struct plan_file {
	char *path;
	const char *name;		/* in the folder; part of path */
	struct plan *plan;		/* NULL: it cannot be read */
	struct review *review;		/* NULL as well */
	struct error_list faults;	/* why */
	struct dose_edit *edits;	/* of this visit, the last one last */
	size_t n_edits;
};

struct plan_folder {
	char *path;
	const struct pack *pack;	/* borrowed */
	struct plan_file *files;	/* by name */
	size_t n_files;
};

/*
 * Reads every file NAME.ini of the folder whose first section is [plan]:
 * one that cannot be read as a plan stays with its faults.  `path` NULL: the
 * person's own folder, see paths_plans.  A folder that does not exist is an
 * empty one.  Returns -1 and *err if it cannot be looked at; *out is there
 * all the same, without files.
 */
int plan_folder_read(struct plan_folder **out, const struct pack *pack,
		     const char *path, struct error *err);
void plan_folder_free(struct plan_folder **folder);

/*
 * Changes a dose in the file (plan_edit_dose) and reads plan and review
 * anew: pointers into the old ones are void.  Indexes from 0.
 */
int plan_file_edit(struct plan_file *file, size_t week, size_t item,
		   const char *dose, struct error *err);

/* Takes the last edit of the visit back.  -1 with *err also if there is none. */
int plan_file_undo(struct plan_file *file, struct error *err);

/* A new visit: what was edited before stays. */
void plan_file_visit(struct plan_file *file);

/*
 * Writes a plan that begins today with the first weeks of a programme, for
 * a new code, and adds it.  *index receives where it is.
 */
int plan_folder_add(struct plan_folder *folder, const struct target *target,
		    const struct programme *programme, size_t *index,
		    struct error *err);

#endif
