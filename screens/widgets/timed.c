/* Seconds are whole: what is shown is what is left, rounded up. */
#include <config.h>

#include "timed.h"

#include <stdio.h>

#include "base/i18n.h"

#define WIDEST 60

struct timed {
	struct widget widget;	/* first */
	int seconds, left;
};

static void timed_draw(CDKOBJS *object, boolean box);
static int timed_inject(CDKOBJS *object, chtype key);

static const CDKFUNCS timed_functions =
	WIDGET_FUNCTIONS(vVIEWER, timed_draw, timed_inject, widget_destroy);

struct timed *timed_new(CDKSCREEN *screen, const struct palette *theme,
			int seconds)
{
	struct timed *timed = widget_new(sizeof(*timed), &timed_functions,
					 screen, theme);

	timed->seconds = seconds < 1 ? 1 : seconds;
	timed->left = timed->seconds;
	return timed;
}

void timed_free(struct timed *timed)
{
	if (timed != NULL)
		widget_free(&timed->widget);
}

struct widget *timed_widget(struct timed *timed)
{
	return &timed->widget;
}

void timed_place(struct timed *timed, const struct area *area)
{
	widget_place(&timed->widget, area);
}

void timed_show(struct timed *timed, int seconds_left)
{
	if (seconds_left == timed->left)
		return;
	timed->left = seconds_left;
	widget_draw(&timed->widget);
}

static void timed_draw(CDKOBJS *object, boolean box)
{
	struct timed *timed = (struct timed *)object;
	struct pen pen = widget_pen(&timed->widget);
	char words[64];

	(void)box;
	werase(timed->widget.window);
	snprintf(words, sizeof(words), ngettext("%d second left",
						"%d seconds left",
						(unsigned long)timed->left),
		 timed->left);
	draw_line(&pen, STYLE_CHOSEN, words);
	if (pen.columns > WIDEST)
		pen.columns = WIDEST;
	if (pen.y < pen.bottom)
		draw_bar(&pen, (double)timed->left / timed->seconds);
	wnoutrefresh(timed->widget.window);
}

static int timed_inject(CDKOBJS *object, chtype key)
{
	return checkCDKObjectBind(object->fn->objectType, object, key);
}
