/*
 * A new plan: the condition that a clinician named, each with its programme.
 * The plan is written at once, and opened.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/heading.h"
#include "screens/plans.h"

struct offered {
	const struct programme *programme;
	const struct target *target;
	char *words;
};

struct offering {
	struct plan_folder *folder;
	struct offered *offers;
	size_t n;
	struct rows *rows;
};

static char *words_of(const struct programme *programme)
{
	char words[300];

	snprintf(words, sizeof(words), programme->locked
		 ? _("%s (locked until a clinician clears it)") : "%s",
		 content_text(programme->name));
	return xstrdup(words);
}

static void collect(struct offering *offering)
{
	const struct pack *pack = offering->folder->pack;

	for (size_t i = 0; i < pack->n_programmes; i++) {
		const struct programme *programme = &pack->programmes[i];

		for (size_t k = 0; k < programme->n_targets; k++) {
			offering->offers = xrealloc(offering->offers,
						    offering->n + 1,
						    sizeof(struct offered));
			offering->offers[offering->n++] = (struct offered){
				programme, programme->targets[k],
				words_of(programme) };
		}
	}
}

static void *programmes_open(struct ui *ui, const void *subject)
{
	struct offering *offering = xcalloc(1, sizeof(*offering));

	offering->folder = ((const struct plan_subject *)subject)->folder;
	collect(offering);
	offering->rows = rows_list_new(ui_cdk(ui), ui_theme(ui), offering->n);
	offering->rows->split = true;
	for (size_t i = 0; i < offering->n; i++) {
		offering->rows->rows[i].label =
			content_text(offering->offers[i].target->name);
		offering->rows->rows[i].words = offering->offers[i].words;
	}
	offering->rows->focus = 0;
	ui_focus(ui, &offering->rows->widget);
	return offering;
}

static void programmes_close(struct ui *ui, void *state)
{
	struct offering *offering = state;

	(void)ui;
	rows_free(offering->rows);
	for (size_t i = 0; i < offering->n; i++)
		free(offering->offers[i].words);
	free(offering->offers);
	free(offering);
}

static void programmes_draw(struct ui *ui, void *state)
{
	struct offering *offering = state;
	struct area room = { 0 };

	ui_key(ui, KEY_DOWN, _("↑↓ move"));
	ui_key(ui, KEY_ENTER, _("Enter write the plan"));
	plans_name_keys(ui);
	room = heading_draw(ui, _("A new plan: which condition did the "
				  "clinician name?"), NULL, 2);
	rows_place(offering->rows, &room);
}

static void write_plan(struct ui *ui, struct offering *offering)
{
	const struct offered *offer =
		&offering->offers[offering->rows->focus];
	struct plan_subject subject = { .folder = offering->folder };
	struct error err = { .message = "" };
	char words[300];
	size_t index = 0;

	if (plan_folder_add(subject.folder, offer->target, offer->programme,
			    &index, &err) != 0) {
		ui_status(ui, plans_sentence(&err));
		return;
	}
	subject.file = &subject.folder->files[index];
	if (subject.file->plan == NULL)
		return;
	snprintf(words, sizeof(words), _("The plan is written: %s"),
		 subject.file->path);
	ui_replace(ui, &screen_plan, &subject);
	ui_status(ui, words);
}

static enum outcome programmes_key(struct ui *ui, void *state, int key)
{
	struct offering *offering = state;
	enum outcome outcome = SCREEN_STAY;

	if (widget_key(&offering->rows->widget, key))
		return SCREEN_STAY;
	if (key == KEY_ENTER && offering->n > 0)
		write_plan(ui, offering);
	else
		plans_key(ui, key, &outcome);
	return outcome;
}

const struct screen screen_programmes = {
	.name = "programmes",
	.open = programmes_open,
	.draw = programmes_draw,
	.key = programmes_key,
	.close = programmes_close,
};
