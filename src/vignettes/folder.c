#include "config.h"

#include "vignettes/folder.h"

#include <fts.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

static int by_name(const FTSENT **left, const FTSENT **right)
{
	return strcmp((*left)->fts_name, (*right)->fts_name);
}

static bool is_case(const FTSENT *entry)
{
	size_t length = strlen(entry->fts_name);

	return entry->fts_info == FTS_F &&
	       (entry->fts_level == FTS_ROOTLEVEL ||
		(length > 4 &&
		 strcmp(entry->fts_name + length - 4, ".ini") == 0));
}

int folder_cases(const char *path, void (*take)(void *data, const char *path),
		 void *data)
{
	char *copy = xstrdup(path), *paths[] = { copy, NULL };
	FTS *folder = fts_open(paths, FTS_LOGICAL | FTS_NOCHDIR, by_name);
	FTSENT *entry;
	int result = -1;

	while (folder != NULL && (entry = fts_read(folder)) != NULL)
		if (is_case(entry)) {
			take(data, entry->fts_path);
			result = 0;
		}
	if (folder != NULL)
		fts_close(folder);
	free(copy);
	return result;
}
