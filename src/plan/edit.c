/*
 * The file is split in three: what stands before the value, the value, what
 * stands behind it.  What is written is read as a plan before it takes the
 * old file's place, so that a value which the file cannot hold never does.
 */
#include "config.h"

#include "plan/edit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/files.h"
#include "base/i18n.h"
#include "pack/ini.h"

#define BLANKS " \t\r\n"

/* A file's bytes, and where the value stands among them. */
struct split {
	char *text;
	size_t bytes;
	size_t value, value_bytes;
};

/* All of it, with a 0 behind it. */
static int read_all(struct split *split, const char *path, struct error *err)
{
	FILE *stream = fopen(path, "r");
	bool whole;

	if (stream == NULL)
		return error_set(err, NULL, 0, _("%.120s cannot be read: %s"),
				 path, strerror(errno));
	split->text = xcalloc(INI_MAX_FILE + 1, 1);
	split->bytes = fread(split->text, 1, INI_MAX_FILE, stream);
	whole = getc(stream) == EOF && !ferror(stream);
	fclose(stream);
	if (whole)
		return 0;
	free(split->text);
	return error_set(err, NULL, 0, _("%.120s cannot be read whole"), path);
}

/* The start of line `number`, from 1; the end if there are fewer. */
static size_t start_of_line(const struct split *split, int number)
{
	size_t at = 0;

	while (--number > 0 && at < split->bytes) {
		const char *end = memchr(split->text + at, '\n',
					 split->bytes - at);

		at = end == NULL ? split->bytes
				 : (size_t)(end - split->text) + 1;
	}
	return at;
}

/* Finds "key = value" in that line; whether it still stands there. */
static bool find_value(struct split *split, int line, const char *key,
		       const char *value)
{
	const char *text = split->text + start_of_line(split, line);

	text += strspn(text, " \t");
	if (strncmp(text, key, strlen(key)) != 0)
		return false;
	text += strlen(key);
	text += strspn(text, " \t");
	if (*text != '=')
		return false;
	text++;
	text += strspn(text, " \t");
	if (strncmp(text, value, strlen(value)) != 0)
		return false;
	split->value = (size_t)(text - split->text);
	split->value_bytes = strlen(value);
	text += split->value_bytes;
	text += strspn(text, " \t\r");
	return *text == '\n' || *text == '\0';
}

static int check_dose(const char *dose, struct error *err)
{
	struct arena *arena = arena_new();
	struct dose parsed;
	int result = 0;

	if (dose[strspn(dose, BLANKS)] == '\0')
		result = error_set(err, NULL, 0, _("type a dose, such as: 3 x 10, 3/week"));
	else
		result = dose_parse(&parsed, arena, dose, err);
	arena_free(&arena);
	return result;
}

/* What was written must be a plan, and the line must say what was typed. */
static int check_written(const struct file_save *save, const struct plan *plan,
			 struct error *err)
{
	struct error_list faults = { 0 };
	struct plan *written = NULL;
	int result = 0;

	if (save->temporary[0] == '\0')
		return 0;
	if (plan_read(&written, plan->pack, save->temporary, &faults) != 0)
		result = error_set(err, NULL, 0, "%s",
				   faults.errors[0].message);
	error_list_done(&faults);
	plan_free(&written);
	return result;
}

static int write_dose(const struct split *split, const struct plan *plan,
		      const char *dose, struct error *err)
{
	size_t behind = split->value + split->value_bytes;
	struct file_save save;

	if (file_save_begin(&save, plan->path, true, err) != 0)
		return -1;
	fwrite(split->text, 1, split->value, save.stream);
	fputs(dose, save.stream);
	fwrite(split->text + behind, 1, split->bytes - behind, save.stream);
	if (file_save_flush(&save, err) == 0 &&
	    check_written(&save, plan, err) == 0)
		return file_save_end(&save, err);
	file_save_drop(&save);
	return -1;
}

int plan_edit_dose(const struct plan *plan, const struct plan_item *item,
		   const char *dose, struct error *err)
{
	struct split split = { .text = NULL };
	int result = -1;

	if (check_dose(dose, err) != 0 ||
	    read_all(&split, plan->path, err) != 0)
		return -1;
	if (find_value(&split, item->place.line, item->name, item->text))
		result = write_dose(&split, plan, dose, err);
	else
		error_set(err, NULL, 0, _("the file has changed since it was read; go back and open the plan anew"));
	free(split.text);
	return result;
}
