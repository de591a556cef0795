#include <config.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/loading.h"

#define MAX_PATH 4096
#define MAX_DEPTH 8

struct search {
	const char *dir;
	struct arena *arena;
	struct error_list *faults;
	const char **found;
	size_t count, room;
};

static void add(struct search *search, const char *path)
{
	if (search->count == search->room) {
		search->room = search->room == 0 ? 64 : 2 * search->room;
		search->found = xrealloc(search->found, search->room,
					 sizeof(*search->found));
	}
	search->found[search->count++] = arena_strdup(search->arena, path);
}

static bool is_content(const char *name)
{
	size_t bytes = strlen(name);

	return bytes > 4 && strcmp(name + bytes - 4, ".ini") == 0;
}

static void search_folder(struct search *search, const char *inside, int depth);

/* Nobody may ever write into a pipe, and a device never ends. */
static bool is_special(const char *full)
{
	struct stat info;

	return stat(full, &info) == 0 && !S_ISREG(info.st_mode) &&
	       !S_ISDIR(info.st_mode);
}

/* Whether messages can name the file as it is. */
static bool is_showable(const char *path)
{
	for (const char *at = path; *at != '\0'; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			return false;
	return text_bad_utf8(path, strlen(path)) == NULL;
}

/* A link is followed to a file, but not to a folder, which may be above. */
static void look_at(struct search *search, const char *path, int depth)
{
	char full[MAX_PATH];
	struct stat info;

	if (snprintf(full, sizeof(full), "%s/%s", search->dir, path) >=
	    (int)sizeof(full))
		error_list_add(search->faults, path, 0,
			       _("the path is too long; use shorter names"));
	else if (lstat(full, &info) == 0 && S_ISDIR(info.st_mode))
		search_folder(search, path, depth + 1);
	else if (is_content(path) && !is_showable(path))
		error_list_add(search->faults, path, 0,
			       _("the name has a control character or is not UTF-8; rename the file"));
	else if (is_content(path) && is_special(full))
		error_list_add(search->faults, path, 0,
			       _("it is a pipe or a device, not a file; remove it"));
	else if (is_content(path))
		add(search, path);
}

/* Names that begin with a dot are editors' and tools'. */
static void search_folder(struct search *search, const char *inside, int depth)
{
	char path[MAX_PATH];
	struct dirent *item;
	DIR *folder;

	snprintf(path, sizeof(path), "%s/%s", search->dir, inside);
	if (depth > MAX_DEPTH) {
		error_list_add(search->faults, inside, 0,
			       _("the folder is more than %d folders deep; move it up"),
			       MAX_DEPTH);
		return;
	}
	folder = opendir(path);
	if (folder == NULL) {
		error_list_add(search->faults,
			       depth > 0 ? inside : search->dir, 0,
			       _("the folder cannot be read: %s"),
			       strerror(errno));
		return;
	}
	while ((item = readdir(folder)) != NULL) {
		if (item->d_name[0] == '.')
			continue;
		if (snprintf(path, sizeof(path), "%s%s%s", inside,
			     inside[0] != '\0' ? "/" : "", item->d_name) <
		    (int)sizeof(path))
			look_at(search, path, depth);
	}
	closedir(folder);
}

static int by_path(const void *one, const void *other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

int files_find(const char *const **out, size_t *count, struct arena *arena,
	       const char *dir, struct error_list *faults)
{
	struct search search = { .dir = dir, .arena = arena, .faults = faults };
	size_t before = faults->count;
	const char **found;

	search_folder(&search, "", 0);
	found = arena_alloc(arena, search.count, sizeof(*found));
	if (search.count > 0) {
		memcpy(found, search.found, search.count * sizeof(*found));
		qsort(found, search.count, sizeof(*found), by_path);
	}
	free(search.found);
	*out = found;
	*count = search.count;
	return faults->count == before ? 0 : -1;
}
