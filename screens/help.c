/* What '?' shows, on top of the screen that it is about. */
#include <config.h>

#include "help.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"
#include "screens/page.h"

static void add_test(struct ui *ui, struct page_state *page,
		     const struct question *question)
{
	char *lines[TEST_LINES];
	size_t count = question_test_words(lines, question,
					   ui->session->role);

	for (size_t i = 0; i < count; i++) {
		text_view_add(page->view, STYLE_TEXT, NULL, lines[i]);
		free(lines[i]);
	}
}

static void add_question(struct ui *ui, struct page_state *page,
			 const struct question *question)
{
	text_view_add(page->view, STYLE_HEADING, NULL,
		      question_prompt(question, ui->session->answers));
	page_add_texts(page, NULL, &question->help);
	add_test(ui, page, question);
	if (question->why != NULL) {
		text_view_gap(page->view);
		text_view_add(page->view, STYLE_HEADING, NULL,
			      _("Why we ask"));
		text_view_add(page->view, STYLE_TEXT, NULL,
			      content_text(question->why));
	}
	text_view_gap(page->view);
}

static void add_checklist(const struct ui *ui, struct page_state *page,
			  const struct checklist *checklist)
{
	text_view_add(page->view, STYLE_HEADING, NULL,
		      checklist_prompt(checklist, ui->session->answers));
	page_add_texts(page, NULL, &checklist->help);
	if (checklist->why != NULL)
		text_view_add(page->view, STYLE_TEXT, NULL,
			      content_text(checklist->why));
	text_view_gap(page->view);
}

static void add_map_keys(struct page_state *page,
			 const struct question *question)
{
	text_view_add(page->view, STYLE_TEXT, "•",
		      _("On the drawing, an arrow goes to the nearest place in "
			"its direction. Where the list stands alone, it goes "
			"down the list."));
	if (question->side != NULL)
		text_view_add(page->view, STYLE_TEXT, "•",
			      _("l, r, b: say the side: left, right or both; "
				"u: you are not sure."));
}

static void add_keys(struct page_state *page, const struct question *question)
{
	static const char *const keys[] = {
		N_("Arrows, or the number of an answer: choose it."),
		N_("Space: mark or unmark an answer, where several are "
		   "possible."),
		N_("Enter: go on to the next question."),
		N_("Backspace, Esc or the left arrow: go back. Your answers "
		   "stay chosen."),
		N_("q: stop. We ask before anything is lost."),
		N_("A click or a touch works wherever a key does, also in "
		   "the bottom line."),
	};

	text_view_add(page->view, STYLE_HEADING, NULL, _("Keys"));
	if (question != NULL && question->type == QUESTION_SITE)
		add_map_keys(page, question);
	if (question != NULL && question->physio_only &&
	    question->checklist != NULL)
		text_view_add(page->view, STYLE_TEXT, "•",
			      _("n: what is still marked as not done was done "
				"and is normal. Your marks stay."));
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		text_view_add(page->view, STYLE_TEXT, "•", _(keys[i]));
}

static void *help_open(struct ui *ui, const void *subject)
{
	struct page_state *page = page_open(ui, subject);
	const struct question *question = subject;

	if (question != NULL && question->checklist != NULL)
		add_checklist(ui, page, question->checklist);
	if (question != NULL)
		add_question(ui, page, question);
	add_keys(page, question);
	return page;
}

static void *help_plans_open(struct ui *ui, const void *subject)
{
	static const char *const keys[] = {
		N_("Up, Down: move over the list, or over the lines of a plan."),
		N_("Enter: open a plan. On its second page: more about the line, "
		   "such as how an exercise is done."),
		N_("1-4 or Tab: the pages of a plan. Left, Right: the weeks."),
		N_("e: change the dose in this line. u: take the last change "
		   "back."),
		N_("t: today's session. Some questions come first. Then leaf "
		   "through the exercises with Left and Right."),
		N_("c: what changed from this plan to another one."),
		N_("n: write a new plan. s: screen a client."),
		N_("Backspace or Esc: go back. q: finish."),
		N_("A click or a touch works wherever a key does, also in "
		   "the bottom line."),
	};
	struct page_state *page = page_open(ui, subject);

	text_view_add(page->view, STYLE_HEADING, NULL, _("Keys"));
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		text_view_add(page->view, STYLE_TEXT, "•", _(keys[i]));
	return page;
}

static void help_draw(struct ui *ui, void *state)
{
	struct page_state *page = state;

	ui_right(ui, _("Help"));
	ui_key(ui, KEY_ENTER, _("Enter close"));
	ui_key(ui, KEY_NPAGE, _("↑↓ scroll"));
	page_draw(ui, page);
}

static enum outcome help_key(struct ui *ui, void *state, int key)
{
	(void)ui;
	if (page_scrolled(state, key) || key == KEY_TICK || key == KEY_MOUSE)
		return SCREEN_STAY;
	return SCREEN_BACK;
}

static void help_put_by(struct ui *ui, void *state)
{
	const struct page_state *page = state;
	const struct question *question = page->subject;
	struct put_by *put_by = &ui->put_by;

	put_by->help = true;
	if (question != NULL)
		snprintf(put_by->help_about, sizeof(put_by->help_about), "%s",
			 question->id);
}

const struct screen screen_help = {
	.name = "help",
	.open = help_open,
	.draw = help_draw,
	.key = help_key,
	.close = page_close,
	.put_by = help_put_by,
};

const struct screen screen_help_plans = {
	.name = "help_plans",
	.open = help_plans_open,
	.draw = help_draw,
	.key = help_key,
	.close = page_close,
};

void help_show_plans(struct ui *ui)
{
	ui_push(ui, &screen_help_plans, NULL);
}

void help_show(struct ui *ui, const struct question *question)
{
	ui_push(ui, &screen_help, question);
}
