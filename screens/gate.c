/*
 * Before every session: the pack's questions, as a checklist.  Anything but
 * no to all of them, and no exercise is shown.
 */
#include <config.h>

#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/checks.h"
#include "screens/flow.h"
#include "screens/heading.h"
#include "screens/plans.h"
#include "screens/widgets/text_view.h"

#define NARROW 60		/* columns: the bottom line is short of room */

struct gate_view {
	struct plan_subject subject;
	const struct pack *pack;
	struct checklist_widget *checks;
	struct text_view *refusal;
	bool refused;
};

static const struct check_answer answers[] = {
	{ ' ', NULL }, { 'x', NULL }, { '?', NULL },
};

static void *gate_open(struct ui *ui, const void *subject)
{
	struct gate_view *view = xcalloc(1, sizeof(*view));

	view->subject = *(const struct plan_subject *)subject;
	view->pack = ui->session->pack;
	view->checks = checklist_new(ui_cdk(ui), ui_theme(ui),
				     view->pack->n_gates,
				     _("None of these (press 0)"));
	for (size_t i = 0; i < view->pack->n_gates; i++)
		checklist_set(view->checks, i,
			      content_text(view->pack->gates[i].prompt),
			      answers, sizeof(answers) / sizeof(answers[0]));
	view->refusal = text_view_new(ui_cdk(ui), ui_theme(ui));
	widget_hide(text_view_widget(view->refusal));
	ui_focus(ui, &checklist_rows(view->checks)->widget);
	return view;
}

static void gate_close(struct ui *ui, void *state)
{
	struct gate_view *view = state;

	(void)ui;
	checklist_free(view->checks);
	text_view_free(view->refusal);
	free(view);
}

static void draw_refusal(struct ui *ui, struct gate_view *view)
{
	struct area body = { 0 };

	ui_key(ui, 's', _("s full check now"));
	plans_name_keys(ui);
	body = ui_body(ui);
	text_view_place(view->refusal, &body);
}

static void gate_draw(struct ui *ui, void *state)
{
	struct gate_view *view = state;
	struct area room = { 0 };

	ui_right(ui, _("Today's session"));
	if (view->refused) {
		draw_refusal(ui, view);
		return;
	}
	ui_key(ui, KEY_DOWN, _("↑↓ move"));
	ui_key(ui, ' ', COLS < NARROW ? _("Space answer")
				      : _("Space no/yes/not sure"));
	ui_key(ui, KEY_ENTER, _("Enter continue"));
	plans_name_keys(ui);
	ui_hint(ui, _("[x] yes   [?] not sure   [ ] no"));
	room = heading_draw(ui, _("Ask before every session: is any of this "
				  "true today?"), NULL, 3);
	rows_place(checklist_rows(view->checks), &room);
}

/* The pack's reasons of what was marked, and what to do. */
static void refuse(struct ui *ui, struct gate_view *view)
{
	struct text_view *text = view->refusal;

	view->refused = true;
	widget_hide(&checklist_rows(view->checks)->widget);
	text_view_add(text, STYLE_WARNING, NULL, _("No exercises today."));
	text_view_gap(text);
	for (size_t i = 0; i < view->pack->n_gates; i++)
		if (checklist_answer(view->checks, i) != 0)
			text_view_add(text, STYLE_TEXT, "•",
				      content_text(view->pack->gates[i].because));
	text_view_gap(text);
	text_view_add(text, STYLE_TEXT, NULL,
		      _("Go through the whole check again now: press s. It says "
			"how soon a clinician is needed."));
	ui_focus(ui, text_view_widget(text));
	ui_redraw(ui);
}

static enum outcome confirm(struct ui *ui, struct gate_view *view)
{
	struct plan_subject subject = view->subject;

	if (!checks_are_complete(ui, view->checks, view->pack->n_gates))
		return SCREEN_STAY;
	if (checklist_any(view->checks))
		refuse(ui, view);
	else
		ui_replace(ui, &screen_cards, &subject);
	return SCREEN_STAY;
}

static enum outcome gate_key(struct ui *ui, void *state, int key)
{
	struct gate_view *view = state;
	enum outcome outcome = SCREEN_STAY;

	if (view->refused && key == 's') {
		flow_screen_client(ui);
		return SCREEN_STAY;
	}
	if (view->refused
	    ? widget_key(text_view_widget(view->refusal), key)
	    : checks_key(ui, view->checks, key))
		return SCREEN_STAY;
	if (!view->refused && key == KEY_ENTER)
		return confirm(ui, view);
	plans_key(ui, key, &outcome);
	return outcome;
}

const struct screen screen_gate = {
	.name = "gate",
	.open = gate_open,
	.draw = gate_draw,
	.key = gate_key,
	.close = gate_close,
};
