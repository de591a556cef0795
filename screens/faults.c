/*
 * A pack that is being written was saved with faults: what they are, over
 * the question, which waits below for the next save.
 */
#include <config.h>

#include <stdio.h>

#include "base/i18n.h"
#include "screens/page.h"

static void *faults_open(struct ui *ui, const void *subject)
{
	struct page_state *page = page_open(ui, subject);
	const struct error_list *faults = subject;
	char words[200];

	snprintf(words, sizeof(words),
		 ngettext("The saved pack has %zu fault. What was read before "
			  "stays in use until it is mended.",
			  "The saved pack has %zu faults. What was read before "
			  "stays in use until they are mended.",
			  faults->count), faults->count);
	text_view_add(page->view, STYLE_HEADING, NULL, words);
	page_add_faults(page, faults);
	return page;
}

static void faults_draw(struct ui *ui, void *state)
{
	ui_right(ui, _("Faults"));
	ui_key(ui, KEY_ESC, _("Esc hide until the next save"));
	ui_key(ui, KEY_NPAGE, _("↑↓ scroll"));
	page_draw(ui, state);
}

static enum outcome faults_key(struct ui *ui, void *state, int key)
{
	(void)ui;
	if (page_scrolled(state, key))
		return SCREEN_STAY;
	if (key == KEY_ESC || key == KEY_ENTER || key == KEY_BACKSPACE)
		return SCREEN_BACK;
	return SCREEN_STAY;
}

const struct screen screen_faults = {
	.name = "faults",
	.open = faults_open,
	.draw = faults_draw,
	.key = faults_key,
	.close = page_close,
};
