/* Our widgets as CDK sees them. */
#include <config.h>

#include "widget.h"

#include <stdlib.h>

#include "base/error.h"
#include "screens/terminal.h"

void *widget_new(size_t size, const CDKFUNCS *functions, CDKSCREEN *screen,
		 const struct palette *theme)
{
	struct widget *widget = _newCDKObject((unsigned)size, functions);

	if (widget == NULL) {
		/* Ends the program as any other lack of memory does. */
		free(xcalloc(size, 1));
		abort();
	}
	widget->object.screen = screen;
	widget->object.acceptsFocus = TRUE;
	widget->object.isVisible = TRUE;
	widget->theme = theme;
	registerCDKObject(screen, functions->objectType, widget);
	return widget;
}

void widget_place(struct widget *widget, const struct area *area)
{
	int rows = area->rows < 1 ? 1 : area->rows;
	int columns = area->columns < 1 ? 1 : area->columns;

	if (widget->window != NULL)
		delwin(widget->window);
	widget->window = newwin(rows, columns, area->y, area->x);
	widget->object.inputWindow = widget->window;
	widget->object.isVisible = TRUE;
	widget->rows = rows;
	widget->columns = columns;
	if (widget->window != NULL)
		wbkgdset(widget->window, getbkgd(stdscr));
}

void widget_hide(struct widget *widget)
{
	if (widget->window != NULL)
		delwin(widget->window);
	widget->window = NULL;
	widget->object.inputWindow = NULL;
	widget->object.isVisible = FALSE;
}

void widget_draw(struct widget *widget)
{
	if (widget->window != NULL)
		widget->object.fn->drawObj(&widget->object, FALSE);
}

bool widget_key(struct widget *widget, int key)
{
	if (widget->window == NULL)
		return false;
	return widget->object.fn->injectObj(&widget->object, (chtype)key) != 0;
}

void widget_free(struct widget *widget)
{
	if (widget != NULL)
		_destroyCDKObject(&widget->object);
}

bool widget_mouse(const struct widget *widget, int *y, int *x)
{
	terminal_mouse(y, x);
	return widget->window != NULL &&
	       wmouse_trafo(widget->window, y, x, FALSE);
}

struct pen widget_pen(const struct widget *widget)
{
	return (struct pen){
		.window = widget->window,
		.theme = widget->theme,
		.columns = widget->columns,
		.bottom = widget->rows,
	};
}

void widget_erase(CDKOBJS *object)
{
	struct widget *widget = (struct widget *)object;

	if (widget->window != NULL) {
		werase(widget->window);
		wnoutrefresh(widget->window);
	}
}

void widget_move(CDKOBJS *object, int x, int y, boolean relative,
		 boolean refresh)
{
	(void)object;
	(void)x;
	(void)y;
	(void)relative;
	(void)refresh;
}

void widget_nothing(CDKOBJS *object)
{
	(void)object;
}

void widget_focus(CDKOBJS *object)
{
	widget_draw((struct widget *)object);
}

void widget_background(CDKOBJS *object, chtype attribute)
{
	struct widget *widget = (struct widget *)object;

	if (widget->window != NULL)
		wbkgd(widget->window, attribute);
}

void widget_destroy(CDKOBJS *object)
{
	struct widget *widget = (struct widget *)object;

	if (widget->window != NULL)
		delwin(widget->window);
	cleanCDKObjectBindings(object->fn->objectType, object);
	unregisterCDKObject(object->fn->objectType, object);
}
