/* The whole run: terminal, theme, stack, and everything put back. */
#include <config.h>

#include "screens.h"

#include <stdio.h>

#include "base/i18n.h"
#include "screens/terminal.h"
#include "screens/ui.h"

/* The first fault of the pack stands for all: the caller has the list. */
static void explain_faults(const struct session *session, struct error *err)
{
	if (session->faults.count > 0)
		*err = session->faults.errors[0];
}

static void stop(struct session *session, struct error *err,
		 enum screens_end *end)
{
	if (session->pack != NULL && session_stop(session, err) != 0)
		*end = SCREENS_FAILED;
}

enum screens_end screens_run(struct session *session,
			     const struct screens_options *options,
			     struct error *err)
{
	struct ui ui = {
		.session = session,
		.options = options,
		.err = err,
		.end = SCREENS_FAILED,
	};

	if (terminal_open(err) != 0)
		return SCREENS_FAILED;
	palette_start(&ui.theme, options->theme);
	ui_run(&ui);
	terminal_close();
	if (ui.by_signal && session_is_kept(session))
		fprintf(stderr, "%s\n", _("Your answers are kept for 24 "
			"hours. Start sitwell again to go on."));
	if (ui.end == SCREENS_STOPPED && !ui.by_signal)
		stop(session, err, &ui.end);
	if (ui.end == SCREENS_FAILED)
		explain_faults(session, err);
	return ui.end;
}
