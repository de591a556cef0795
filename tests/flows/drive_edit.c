/* What is changed in the home folder while a program looks at it. */
#include <config.h>

#include "tests/flows/drive.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What nftw does not hand on: from where to where run_copy copies. */
static struct {
	const struct drive *drive;
	size_t from_bytes;
	char to[LINE_MAX_BYTES];
} copying;

static int copy_one(const char *path, const struct stat *status, int type,
		    struct FTW *walk)
{
	char to[2 * LINE_MAX_BYTES];
	char *text;

	(void)status;
	(void)walk;
	snprintf(to, sizeof(to), "%s%s", copying.to,
		 path + copying.from_bytes);
	if (type == FTW_D) {
		if (mkdir(to, 0777) != 0)
			wrong(copying.drive, strerror(errno), to);
		return 0;
	}
	text = read_file(path);
	if (text == NULL)
		wrong(copying.drive, strerror(errno), path);
	write_file(copying.drive, to, text);
	free(text);
	return 0;
}

/* copy FOLDER NAME */
void run_copy(struct drive *drive, const struct words *words)
{
	char *from = source_path(drive, words->word[0]);

	copying.drive = drive;
	copying.from_bytes = strlen(from);
	home_path(drive, words->word[1], copying.to, sizeof(copying.to));
	if (nftw(from, copy_one, 16, FTW_PHYS) != 0)
		wrong(drive, strerror(errno), from);
	if (from != words->word[0])
		free(from);
}

/* The text of a file with NEW for the first OLD, to be freed. */
static char *edited(const struct drive *drive, const char *path,
		    const char *old, const char *new)
{
	char *text = read_file(path), *at, *result;

	if (text == NULL)
		wrong(drive, strerror(errno), path);
	at = strstr(text, old);
	if (at == NULL)
		wrong(drive, "the file does not hold this", old);
	*at = '\0';
	if (asprintf(&result, "%s%s%s", text, new, at + strlen(old)) < 0)
		wrong(drive, strerror(errno), path);
	free(text);
	return result;
}

/* edit NAME OLD NEW: a new file takes the place of the old one. */
void run_edit(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES], fresh[LINE_MAX_BYTES + 1];
	char *text;

	home_path(drive, words->word[0], path, sizeof(path));
	text = edited(drive, path, words->word[1], words->word[2]);
	snprintf(fresh, sizeof(fresh), "%s~", path);
	write_file(drive, fresh, text);
	free(text);
	if (rename(fresh, path) != 0)
		wrong(drive, strerror(errno), path);
}

/* overwrite NAME OLD NEW: the same file is written. */
void run_overwrite(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];
	char *text;

	home_path(drive, words->word[0], path, sizeof(path));
	text = edited(drive, path, words->word[1], words->word[2]);
	write_file(drive, path, text);
	free(text);
}

/* move NAME OTHER */
void run_move(struct drive *drive, const struct words *words)
{
	char from[LINE_MAX_BYTES], to[LINE_MAX_BYTES];

	home_path(drive, words->word[0], from, sizeof(from));
	home_path(drive, words->word[1], to, sizeof(to));
	if (rename(from, to) != 0)
		wrong(drive, strerror(errno), from);
}

/* delete NAME */
void run_delete(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];

	home_path(drive, words->word[0], path, sizeof(path));
	if (unlink(path) != 0)
		wrong(drive, strerror(errno), path);
}
