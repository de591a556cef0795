#include <config.h>

#include "reload.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/watch.h"
#include "screens/flow.h"
#include "screens/help.h"

struct reload {
	struct watch *watch;
	struct error_list faults;	/* of the last save; screen_faults has
					 * them */
	bool due;
	size_t saves;			/* since the start */
};

void reload_start(struct ui *ui)
{
	if (!ui->session->watch)
		return;
	ui->reload = xcalloc(1, sizeof(*ui->reload));
	ui->reload->watch = watch_new(ui->session->pack_dir);
	terminal_wake_on(watch_descriptor(ui->reload->watch));
}

void reload_stop(struct ui *ui)
{
	if (ui->reload == NULL)
		return;
	terminal_wake_on(-1);
	watch_free(&ui->reload->watch);
	error_list_done(&ui->reload->faults);
	free(ui->reload);
	ui->reload = NULL;
}

int reload_timeout(const struct ui *ui)
{
	return ui->reload == NULL ? -1 : watch_timeout(ui->reload->watch);
}

/*
 * In the status line, until the next key.  Saves are counted, so that one
 * which changed nothing in sight is seen all the same.
 */
static void say_reloaded(struct ui *ui, const struct lost *lost)
{
	size_t n = ui->session->pack->n_questions;
	size_t save = ui->reload->saves;
	char words[256];

	if (lost->count == 0)
		snprintf(words, sizeof(words),
			 ngettext("Loaded anew (save %1$zu): %2$zu question. "
				  "Your answers are kept.",
				  "Loaded anew (save %1$zu): %2$zu questions. "
				  "Your answers are kept.", n), save, n);
	else
		snprintf(words, sizeof(words),
			 ngettext("Loaded anew (save %1$zu): %2$zu question. "
				  "No longer answered: %3$s.",
				  "Loaded anew (save %1$zu): %2$zu questions. "
				  "No longer answered: %3$s.", n), save, n,
			 lost->words);
	ui_status(ui, words);
}

/* Help is edited too: it stays open. */
static void show_help_again(struct ui *ui)
{
	const struct question *about = NULL;

	if (!ui->put_by.help)
		return;
	if (ui->put_by.help_about[0] != '\0') {
		about = pack_find_question(ui->session->pack,
					   ui->put_by.help_about);
		if (about == NULL)
			return;
	}
	help_show(ui, about);
}

static void use(struct ui *ui, struct pack *pack)
{
	struct lost lost;

	ui->put_by = (struct put_by){ 0 };
	ui_put_by_all(ui);
	ui->put_by.values = true;
	flow_renew(ui, pack, &lost);
	ui_show_now(ui);
	show_help_again(ui);
	ui->put_by = (struct put_by){ 0 };
	say_reloaded(ui, &lost);
}

/* The status line may say still that all was well. */
static void show_faults(struct ui *ui)
{
	ui_push(ui, &screen_faults, &ui->reload->faults);
	ui_status(ui, "");
}

static void load(struct ui *ui)
{
	struct error_list *faults = &ui->reload->faults;
	struct pack *pack = NULL;

	ui_take_away(ui, &screen_faults);
	error_list_done(faults);
	if (pack_load(&pack, ui->session->pack_dir, faults) == 0)
		use(ui, pack);
	else
		show_faults(ui);
}

/* While a file's name is typed a save waits: it is about to be written. */
void reload_look(struct ui *ui)
{
	struct reload *reload = ui->reload;

	if (reload == NULL)
		return;
	if (watch_changed(reload->watch))
		reload->due = true;
	if (!reload->due || ui_has_open(ui, &screen_keep))
		return;
	reload->due = false;
	reload->saves++;
	if (flow_is_loaded(ui)) {
		load(ui);
	} else {
		flow_load(ui);
		ui_show_now(ui);
	}
}
