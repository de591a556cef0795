/* What is compared: files of the home folder, and screens with goldens. */
#include <config.h>

#include "tests/flows/drive.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, 1 << 20);

	if (file == NULL || text == NULL) {
		free(text);
		text = NULL;
	} else {
		text[fread(text, 1, (1 << 20) - 1, file)] = '\0';
	}
	if (file != NULL)
		fclose(file);
	return text;
}

void write_file(const struct drive *drive, const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		wrong(drive, strerror(errno), path);
}

void home_path(const struct drive *drive, const char *name, char *path,
	       size_t size)
{
	snprintf(path, size, "%s/%s", drive->home, name);
}

/* file NAME [TEXT]: it is in the home folder, and holds the text */
void run_file(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];
	char *text;

	home_path(drive, words->word[0], path, sizeof(path));
	text = read_file(path);
	report(drive, text != NULL && (words->n < 2 ||
	       strstr(text, words->word[1]) != NULL), "file",
	       words->word[words->n - 1]);
	if (text != NULL)
		comment(text);
	free(text);
}

void run_nofile(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];

	home_path(drive, words->word[0], path, sizeof(path));
	report(drive, access(path, F_OK) != 0, "nofile", words->word[0]);
}

/* same ONE OTHER: both are in the home folder, with the same bytes */
void run_same(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];
	char *one, *other;

	home_path(drive, words->word[0], path, sizeof(path));
	one = read_file(path);
	home_path(drive, words->word[1], path, sizeof(path));
	other = read_file(path);
	report(drive, one != NULL && other != NULL && strcmp(one, other) == 0,
	       "same", words->word[1]);
	if (one != NULL)
		comment(one);
	if (other != NULL)
		comment(other);
	free(one);
	free(other);
}

/* goldens SCRIPT: from here on its goldens are the measure. */
void run_goldens(struct drive *drive, const struct words *words)
{
	const char *own = drive->main_script + folder_of(drive->main_script);
	const char *name = words->word[0];

	if (strncmp(own, name, strcspn(own, ".")) == 0)
		name = "";
	snprintf(drive->goldens, sizeof(drive->goldens), "%s", name);
}

/* golden/SCRIPT/NAME.txt beside the script. */
static void golden_path(const struct drive *drive, const char *name,
			char *path, size_t size)
{
	int folder = folder_of(drive->main_script);
	const char *script = drive->main_script + folder;

	if (drive->goldens[0] != '\0')
		script = drive->goldens;
	snprintf(path, size, "%.*sgolden/%.*s/%s.txt", folder,
		 drive->main_script, (int)strcspn(script, "."), script, name);
}

/* The screen, with the home folder under the name it has in every golden. */
static char *golden_text(const struct drive *drive)
{
	char *text = screen_text(&drive->screen);
	char *home = text;

	while ((home = strstr(home, drive->home)) != NULL)
		memcpy(home, HOME_TEMPLATE, strlen(HOME_TEMPLATE));
	return text;
}

static bool equals(struct drive *drive, const char *golden)
{
	char *text = golden_text(drive);
	bool equal = strcmp(text, golden) == 0;

	free(text);
	return equal;
}

static void generate(struct drive *drive, const char *path)
{
	char folder[LINE_MAX_BYTES];
	char *text;

	snprintf(folder, sizeof(folder), "%.*s", folder_of(path), path);
	if (mkdir(folder, 0777) != 0 && errno != EEXIST)
		wrong(drive, strerror(errno), folder);
	screen_settle(&drive->screen, SCREEN_SURELY_QUIET);
	text = golden_text(drive);
	write_file(drive, path, text);
	free(text);
}

void run_golden(struct drive *drive, const struct words *words)
{
	char path[LINE_MAX_BYTES];
	char *golden;
	bool equal;

	golden_path(drive, words->word[0], path, sizeof(path));
	if (drive->generate && drive->goldens[0] == '\0')
		generate(drive, path);
	golden = read_file(path);
	equal = golden != NULL && wait_until(drive, equals, golden);
	report(drive, equal, "golden", words->word[0]);
	if (!equal) {
		puts(golden == NULL ? "# there is no golden; GENERATE=1 makes it"
				    : "# the golden:");
		comment(golden == NULL ? "" : golden);
	}
	free(golden);
}
