#include "config.h"

#include "plan/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "plan/edit.h"
#include "plan/make.h"

#define MOST_READS 10000	/* of a line or less: so far a section is
				 * looked for */

/* One file */

static void read_plan(struct plan_file *file, const struct pack *pack)
{
	if (plan_read(&file->plan, pack, file->path, &file->faults) == 0)
		file->review = review_plan(file->plan);
}

void plan_file_visit(struct plan_file *file)
{
	for (size_t i = 0; i < file->n_edits; i++)
		free(file->edits[i].before);
	free(file->edits);
	file->edits = NULL;
	file->n_edits = 0;
}

static void forget(struct plan_file *file)
{
	plan_file_visit(file);
	review_free(&file->review);
	plan_free(&file->plan);
	error_list_done(&file->faults);
	free(file->path);
}

/* Changes it in the file, and takes what can be read then. */
static int change(struct plan_file *file, size_t week, size_t item,
		  const char *dose, struct error *err)
{
	struct plan_file fresh = { .path = file->path };
	const struct plan *plan = file->plan;

	if (plan_edit_dose(plan, &plan->weeks[week].items[item], dose,
			   err) != 0)
		return -1;
	read_plan(&fresh, plan->pack);
	if (fresh.plan == NULL) {
		*err = fresh.faults.errors[0];
		error_list_done(&fresh.faults);
		return -1;
	}
	review_free(&file->review);
	plan_free(&file->plan);
	file->plan = fresh.plan;
	file->review = fresh.review;
	return 0;
}

int plan_file_edit(struct plan_file *file, size_t week, size_t item,
		   const char *dose, struct error *err)
{
	char *before = xstrdup(file->plan->weeks[week].items[item].text);

	if (change(file, week, item, dose, err) != 0) {
		free(before);
		return -1;
	}
	file->edits = xrealloc(file->edits, file->n_edits + 1,
			       sizeof *file->edits);
	file->edits[file->n_edits++] = (struct dose_edit){ week, item,
							   before };
	return 0;
}

int plan_file_undo(struct plan_file *file, struct error *err)
{
	const struct dose_edit *last;

	if (file->n_edits == 0)
		return error_set(err, NULL, 0, _("there is no change to take back"));
	last = &file->edits[file->n_edits - 1];
	if (change(file, last->week, last->item, last->before, err) != 0)
		return -1;
	free(last->before);
	file->n_edits--;
	return 0;
}

/* The folder */

static bool ends_in_ini(const char *name)
{
	size_t bytes = strlen(name);

	return name[0] != '.' && bytes > 4 &&
	       strcmp(name + bytes - 4, ".ini") == 0;
}

/* Whether the first section is [plan]; of one that cannot be opened, yes. */
static bool begins_as_plan(const char *path)
{
	char line[64];
	FILE *stream;
	bool starts = true, found = false;
	int reads = 0;

	stream = fopen(path, "r");
	if (stream == NULL)
		return true;
	while (!found && reads++ < MOST_READS &&
	       fgets(line, sizeof line, stream) != NULL) {
		found = starts && line[strspn(line, " \t")] == '[';
		starts = strchr(line, '\n') != NULL;
	}
	fclose(stream);
	return found && strncmp(line + strspn(line, " \t["), "plan", 4) == 0 &&
	       strchr("] \t", line[strspn(line, " \t[") + 4]) != NULL;
}

/* A pipe would be waited for. */
static bool is_file(const char *path)
{
	struct stat there;

	return stat(path, &there) == 0 && S_ISREG(there.st_mode);
}

static struct plan_file *add_file(struct plan_folder *folder, char *path)
{
	struct plan_file *file;

	folder->files = xrealloc(folder->files, folder->n_files + 1,
				 sizeof *folder->files);
	file = &folder->files[folder->n_files++];
	*file = (struct plan_file){ .path = path,
				    .name = strrchr(path, '/') + 1 };
	return file;
}

static int by_name(const void *one, const void *other)
{
	return strcmp(((const struct plan_file *)one)->name,
		      ((const struct plan_file *)other)->name);
}

static void sort(struct plan_folder *folder)
{
	qsort(folder->files, folder->n_files, sizeof *folder->files, by_name);
}

static char *path_in(const struct plan_folder *folder, const char *name)
{
	char *path = NULL;

	if (asprintf(&path, "%s/%s", folder->path, name) < 0)
		abort();
	return path;
}

static void read_files(struct plan_folder *folder, DIR *dir)
{
	const struct dirent *entry;

	while ((entry = readdir(dir)) != NULL) {
		char *path;

		if (!ends_in_ini(entry->d_name))
			continue;
		path = path_in(folder, entry->d_name);
		if (is_file(path) && begins_as_plan(path))
			read_plan(add_file(folder, path), folder->pack);
		else
			free(path);
	}
	if (folder->n_files > 1)
		sort(folder);
}

int plan_folder_read(struct plan_folder **out, const struct pack *pack,
		     const char *path, struct error *err)
{
	struct plan_folder *folder = xcalloc(1, sizeof *folder);
	char own[PATHS_MAX] = "";
	DIR *dir;
	int result = 0;

	*out = folder;
	folder->pack = pack;
	if (path == NULL)
		result = paths_plans(own, err);
	folder->path = xstrdup(path != NULL ? path : own);
	if (result != 0)
		return -1;
	dir = opendir(folder->path);
	if (dir != NULL) {
		read_files(folder, dir);
		closedir(dir);
		return 0;
	}
	if (errno == ENOENT)
		return 0;
	return error_set(err, NULL, 0, _("the folder %.120s cannot be read: %s"),
			 folder->path, strerror(errno));
}

void plan_folder_free(struct plan_folder **folder)
{
	if (*folder == NULL)
		return;
	for (size_t i = 0; i < (*folder)->n_files; i++)
		forget(&(*folder)->files[i]);
	free((*folder)->files);
	free((*folder)->path);
	free(*folder);
	*folder = NULL;
}

/* A new plan */

/* Never in the place of a file that is there. */
static int write_new(const char *path, const struct pack *pack,
		     const struct making *making, struct error *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	FILE *stream = fd < 0 ? NULL : fdopen(fd, "w");
	bool failed;
	int result;

	if (stream == NULL)
		return error_set(err, NULL, 0, _("%.120s cannot be saved: %s"),
				 path, strerror(errno));
	result = plan_make(stream, pack, making, err);
	failed = fflush(stream) != 0 || fsync(fd) != 0;
	failed = fclose(stream) != 0 || failed;
	if (result == 0 && failed)
		result = error_set(err, NULL, 0, _("%.120s cannot be saved: %s"),
				   path, strerror(errno));
	if (result != 0)
		unlink(path);
	return result;
}

static size_t index_of(const struct plan_folder *folder, const char *path)
{
	size_t i = 0;

	while (strcmp(folder->files[i].path, path) != 0)
		i++;
	return i;
}

int plan_folder_add(struct plan_folder *folder, const struct target *target,
		    const struct programme *programme, size_t *index,
		    struct error *err)
{
	char code[PLAN_CODE_SIZE], name[PLAN_CODE_SIZE + 8];
	struct making making = {
		.target = target, .programme = programme, .person = code,
		.start = date_today(), .cleared_on = NO_DATE,
	};
	char *path;

	plan_new_code(code);
	snprintf(name, sizeof name, "%s.ini", code);
	if (paths_make_folder(folder->path, err) != 0)
		return -1;
	path = path_in(folder, name);
	if (write_new(path, folder->pack, &making, err) != 0) {
		free(path);
		return -1;
	}
	read_plan(add_file(folder, path), folder->pack);
	sort(folder);
	*index = index_of(folder, path);
	return 0;
}
