/* The list of plans, and what is done from it. */
#include "config.h"

#include "plain/plans.h"

#include <stdlib.h>
#include <string.h>

#include "base/dates.h"
#include "base/i18n.h"
#include "base/text.h"
#include "plan/diff.h"
#include "report/plan_line.h"
#include "report/plan_pages.h"
#include "report/report.h"

bool has_plans(const struct talk *talk)
{
	return talk->session->role == ROLE_TRAINER &&
	       talk->session->pack->n_programmes > 0 &&
	       answers_count(talk->session->answers) == 0;
}

/* Pages */

void say_page(struct talk *talk, struct page *page)
{
	tell(&talk->lines, "%s", "");
	report_pages(talk->lines.out, page, 1, LINE_COLUMNS);
	page_done(page);
}

void say_changes(struct talk *talk, const struct plan_file *before,
		 const struct plan_file *after)
{
	struct page page = { .title = NULL };
	struct plan_diff *diff = plan_diff(before->plan, after->plan);

	plan_page_diff(&page, diff);
	say_page(talk, &page);
	plan_diff_free(&diff);
}

/* Numbers */

/* "3" of 1 to `most` as an index from 0; -1 if it is none. */
static int index_of(const char *text, size_t most)
{
	double number;

	if (text_number(&number, text) != 0 || number < 1 ||
	    number > (double)most || number != (double)(size_t)number)
		return -1;
	return (int)number - 1;
}

struct plan_file *file_of_number(struct talk *talk,
				 const struct plan_folder *folder,
				 const char *text)
{
	int index = index_of(text, folder->n_files);

	if (index < 0)
		tell(&talk->lines, "%s",
		     _("Type the number of a plan, as the list has it."));
	else if (folder->files[index].plan == NULL)
		tell(&talk->lines, "%s",
		     _("That plan cannot be read. Type its number to hear "
		       "why."));
	else
		return &folder->files[index];
	return NULL;
}

/* The list */

static void say_file(struct talk *talk, const struct plan_file *file,
		     size_t number)
{
	char *text = plan_file_text(file, date_today());
	char *found = plan_file_found(file);
	char *line = NULL;

	/* TRANSLATORS: a plan in a line, and what was found in it */
	if (asprintf(&line, _("%1$s: %2$s"), text, found) < 0)
		abort();
	say_numbered(&talk->lines, number, line);
	free(line);
	free(found);
	free(text);
}

static void say_list(struct talk *talk, const struct plan_folder *folder)
{
	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s", _("Plans"));
	for (size_t i = 0; i < folder->n_files; i++)
		say_file(talk, &folder->files[i], i + 1);
	if (folder->n_files == 0)
		tell(&talk->lines, _("There is no plan yet in %1$s. Type new "
				     "to make the first one. Or leave here and "
				     "write: sitwell plan new --condition ID "
				     "--output %2$s/k7q2.ini"),
		     folder->path, folder->path);
}

static void say_what_now(struct talk *talk, const struct plan_folder *folder)
{
	if (folder->n_files == 0)
		tell(&talk->lines, "%s",
		     _("You can type: new, screen or quit."));
	else
		tell(&talk->lines, "%s",
		     _("Type the number of a plan to open it. Or compare and two "
		       "numbers, new, or list. Or screen for a client, or "
		       "quit."));
}

static enum heard open_file(struct talk *talk, struct plan_folder *folder,
			    struct plan_file *file)
{
	struct page page = { .title = NULL };

	if (file->plan != NULL)
		return talk_of_plan(talk, folder, file);
	plan_page_faults(&page, file);
	say_page(talk, &page);
	return HEARD_HELP;
}

/* "1 2" */
static void compare(struct talk *talk, const struct plan_folder *folder,
		    char *numbers)
{
	char *rest = NULL;
	const char *one = strtok_r(numbers, " ", &rest);
	const char *other = strtok_r(NULL, " ", &rest);
	const struct plan_file *before, *after;

	if (one == NULL || other == NULL) {
		tell(&talk->lines, "%s",
		     _("Type compare and the numbers of two plans, as in: "
		       "compare 1 2"));
		return;
	}
	before = file_of_number(talk, folder, one);
	after = before == NULL ? NULL : file_of_number(talk, folder, other);
	if (after != NULL)
		say_changes(talk, before, after);
}

/* A new plan */

/* The programme and condition of line `wanted`; else all lines are said. */
static bool offer(struct talk *talk, const struct pack *pack, size_t wanted,
		  const struct programme **programme,
		  const struct target **target)
{
	size_t number = 0;

	for (size_t i = 0; i < pack->n_programmes; i++)
		for (size_t k = 0; k < pack->programmes[i].n_targets; k++) {
			char *line = NULL;

			*programme = &pack->programmes[i];
			*target = (*programme)->targets[k];
			if (++number == wanted)
				return true;
			if (wanted > 0)
				continue;
			/* TRANSLATORS: a condition and its programme */
			if (asprintf(&line, _("%1$s: %2$s"),
				     content_text((*target)->name),
				     content_text((*programme)->name)) < 0)
				abort();
			say_numbered(&talk->lines, number, line);
			free(line);
		}
	return false;
}

static enum heard make_plan(struct talk *talk, struct plan_folder *folder,
			    const struct programme *programme,
			    const struct target *target)
{
	struct error err = { .message = "" };
	size_t index = 0;

	if (plan_folder_add(folder, target, programme, &index, &err) != 0) {
		tell(&talk->lines, "%s", err.message);
		return HEARD_HELP;
	}
	tell(&talk->lines, _("The plan is written: %s"),
	     folder->files[index].path);
	return open_file(talk, folder, &folder->files[index]);
}

static enum heard choose_new(struct talk *talk, struct plan_folder *folder)
{
	const struct programme *programme = NULL;
	const struct target *target = NULL;
	size_t unused;
	char *line;

	tell(&talk->lines, "%s",
	     _("A new plan: which condition did the clinician name? Type its "
	       "number, or back."));
	offer(talk, folder->pack, 0, &programme, &target);
	while ((line = hear(&talk->lines, _("Answer:"))) != NULL) {
		int index = index_of(trimmed(line), 10000);
		enum heard heard = command_of(trimmed(line), &unused, NULL);

		if (heard == HEARD_BACK)
			return HEARD_HELP;
		if (heard == HEARD_QUIT)
			return heard;
		if (index >= 0 && offer(talk, folder->pack, (size_t)index + 1,
					&programme, &target))
			return make_plan(talk, folder, programme, target);
		tell(&talk->lines, "%s",
		     _("Type the number of a condition, or back."));
	}
	return HEARD_END;
}

/* The talk */

enum { WORD_NEW, WORD_COMPARE, WORD_SCREEN, WORD_LIST };

static const char *const words[] = {
	[WORD_NEW] = N_("new"),
	[WORD_COMPARE] = N_("compare"),
	[WORD_SCREEN] = N_("screen"),
	[WORD_LIST] = N_("list"),
	NULL,
};

/* HEARD_HELP: dealt with, say what is possible. */
static enum heard take_line(struct talk *talk, struct plan_folder *folder,
			    char *line)
{
	const char *rest = "";
	size_t unused;
	int index = index_of(line, folder->n_files);

	if (index >= 0)
		return open_file(talk, folder, &folder->files[index]);
	switch (word_of(words, line, &rest)) {
	case WORD_NEW:
		return choose_new(talk, folder);
	case WORD_COMPARE:
		compare(talk, folder, line + (rest - line));
		return HEARD_HELP;
	case WORD_SCREEN:
		return HEARD_DONE;
	case WORD_LIST:
		return HEARD_BACK;
	default:
		break;
	}
	return command_of(line, &unused, NULL) == HEARD_QUIT ? HEARD_QUIT
							     : HEARD_HELP;
}

static enum heard talk_of_list(struct talk *talk, struct plan_folder *folder)
{
	enum heard heard = HEARD_BACK;
	char *line;

	for (;;) {
		if (heard == HEARD_BACK)
			say_list(talk, folder);
		say_what_now(talk, folder);
		line = hear(&talk->lines, ">");
		if (line == NULL)
			return HEARD_END;
		heard = take_line(talk, folder, trimmed(line));
		if (heard != HEARD_HELP && heard != HEARD_BACK)
			return heard;
	}
}

enum heard talk_of_plans(struct talk *talk)
{
	struct plan_folder *folder = NULL;
	struct error err = { .message = "" };
	enum heard heard;

	if (plan_folder_read(&folder, talk->session->pack,
			     talk->session->plans_dir, &err) != 0)
		tell(&talk->lines, "%s", err.message);
	heard = talk_of_list(talk, folder);
	plan_folder_free(&folder);
	return heard;
}
