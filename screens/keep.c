/*
 * Asks for the name of a file and writes it, for the owner alone.  A file
 * that is there already is only replaced when Enter is pressed a second
 * time on the same name.
 */
#include <config.h>

#include "keep.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "report/report.h"
#include "screens/flow.h"
#include "screens/widgets/entry.h"

#define ENTRY_ROWS 2		/* a longer name scrolls */

struct keep_subject {
	enum keep_what what;
	const struct document *document;
};

struct keeping {
	struct keep_subject subject;
	struct entry *entry;
	char warned[PATH_MAX];		/* the name it was asked about */
};

static const char *const first_names[] = {
	[KEEP_TEXT] = "sitwell-result.txt",
	[KEEP_ANSWERS] = "sitwell-answers.ini",
};

void keep_show(struct ui *ui, enum keep_what what,
	       const struct document *document)
{
	struct keep_subject subject = { what, document };

	ui_push(ui, &screen_keep, &subject);
}

void keep_print(struct ui *ui, const struct document *document)
{
	struct error err = { .message = "" };

	if (report_print(document, time(NULL), &err) != 0) {
		ui_status(ui, err.message);
		return;
	}
	flow_kept(ui);
	ui_status(ui, _("The page is on its way to the printer."));
}

static void *keep_open(struct ui *ui, const void *subject)
{
	struct keeping *keeping = xcalloc(1, sizeof(*keeping));

	keeping->subject = *(const struct keep_subject *)subject;
	keeping->entry = entry_new(ui_cdk(ui), ui_theme(ui), false, NULL);
	entry_set(keeping->entry, first_names[keeping->subject.what]);
	ui_focus(ui, entry_widget(keeping->entry));
	return keeping;
}

static void keep_close(struct ui *ui, void *state)
{
	struct keeping *keeping = state;

	(void)ui;
	entry_free(keeping->entry);
	free(keeping);
}

static const char *heading_of(const struct keeping *keeping)
{
	return keeping->subject.what == KEEP_TEXT
		? _("Save the result as a text")
		: _("Save your answers, to go on from them another time");
}

static void keep_draw(struct ui *ui, void *state)
{
	const struct keeping *keeping = state;
	char folder[PATH_MAX], words[PATH_MAX + 160];
	struct area body = { 0 };
	struct pen pen = { 0 };

	ui_key(ui, 0, _("Type the file's name"));
	ui_key(ui, KEY_ENTER, _("Enter save"));
	ui_key(ui, KEY_ESC, _("Esc back"));
	body = ui_body(ui);
	pen = ui_pen(ui, &body);
	pen.bottom -= 1;
	draw_paragraph(&pen, STYLE_HEADING, heading_of(keeping));
	if (getcwd(folder, sizeof(folder)) == NULL)
		snprintf(folder, sizeof(folder), ".");
	snprintf(words, sizeof(words), _("The file goes to the folder %s, "
		 "unless you type another one before its name. Only you can "
		 "read it."), folder);
	draw_paragraph(&pen, STYLE_TEXT, words);
	pen.y += pen.y + 1 < pen.bottom ? 1 : 0;
	body.rows -= pen.y - body.y;
	body.y = pen.y;
	if (body.rows > ENTRY_ROWS)
		body.rows = ENTRY_ROWS;
	entry_place(keeping->entry, &body);
}

/* The name typed, "~/" being the home folder; false if there is none. */
static bool typed_path(const struct keeping *keeping, char *path, size_t size)
{
	const char *home = getenv("HOME");
	char typed[ENTRY_BYTES];
	const char *name = typed;

	entry_get(keeping->entry, typed, sizeof(typed));
	name += strspn(name, " ");
	if (name[0] == '\0')
		return false;
	if (name[0] == '~' && name[1] == '/' && home != NULL)
		return snprintf(path, size, "%s%s", home, name + 1) <
		       (int)size;
	return snprintf(path, size, "%s", name) < (int)size;
}

static int write_file(struct ui *ui, const struct keeping *keeping,
		      const char *path, bool replace, struct error *err)
{
	if (keeping->subject.what == KEEP_ANSWERS)
		return session_save_as(ui->session, path, err);
	return report_text_save(path, keeping->subject.document, time(NULL),
				replace, err);
}

/* Whether the file may be written: it is new, or was asked about. */
static bool may_write(struct ui *ui, struct keeping *keeping,
		      const char *path, bool *replace)
{
	struct stat there;

	*replace = lstat(path, &there) == 0;
	if (!*replace || strcmp(keeping->warned, path) == 0)
		return true;
	snprintf(keeping->warned, sizeof(keeping->warned), "%s", path);
	ui_status(ui, _("There is a file of that name. Enter replaces it; or "
			"type another name."));
	return false;
}

static enum outcome save(struct ui *ui, struct keeping *keeping)
{
	struct error err = { .message = "" };
	char path[PATH_MAX], words[PATH_MAX + 40];
	bool replace = false;

	if (!typed_path(keeping, path, sizeof(path))) {
		ui_status(ui, _("Type a name for the file first."));
		return SCREEN_STAY;
	}
	if (!may_write(ui, keeping, path, &replace))
		return SCREEN_STAY;
	if (write_file(ui, keeping, path, replace, &err) != 0) {
		ui_status(ui, err.message);
		return SCREEN_STAY;
	}
	flow_kept(ui);
	snprintf(words, sizeof(words), _("Saved as %s."), path);
	ui_status(ui, words);
	return SCREEN_BACK;
}

static enum outcome keep_key(struct ui *ui, void *state, int key)
{
	struct keeping *keeping = state;

	if (key == KEY_ENTER)
		return save(ui, keeping);
	if (key == KEY_ESC || key == KEY_CANCEL)
		return SCREEN_BACK;
	widget_key(entry_widget(keeping->entry), key);
	return SCREEN_STAY;
}

const struct screen screen_keep = {
	.name = "keep",
	.open = keep_open,
	.draw = keep_draw,
	.key = keep_key,
	.close = keep_close,
};
