/* Files that are written in whole or not at all. */
#ifndef SITWELL_FILES_H
#define SITWELL_FILES_H

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"

/*
 * A file while it is written: beside the one that it is to replace, under a
 * name of its own.  Through a symbolic link the file that it names is
 * replaced.  A device or a pipe cannot be replaced: it is written to.
 */
struct file_save {
	const char *path;		/* as given, borrowed: for messages */
	char target[PATH_MAX];
	char temporary[PATH_MAX + 8];	/* "" for a device or a pipe */
	FILE *stream;
};

/*
 * Opens one for its owner alone; with `keep_mode`, as the file that it
 * replaces.  After it, file_save_end or file_save_drop.
 */
int file_save_begin(struct file_save *save, const char *path, bool keep_mode,
		    struct error *err);

/* Brings all to the disk; it can be read now, under `temporary`. */
int file_save_flush(struct file_save *save, struct error *err);

/* The same, and takes the place of the old file, which stays if it fails. */
int file_save_end(struct file_save *save, struct error *err);

/* Leaves the old file as it is. */
void file_save_drop(struct file_save *save);

#endif
