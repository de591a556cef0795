/*
 * What all our widgets share.  Each is a CDK object (its struct begins with
 * a struct widget, which begins with CDKOBJS) whose text is drawn with wide
 * calls, since CDK itself knows bytes only.
 *
 * A widget has no window until it is placed; placing it again (the terminal
 * changed its size) keeps its state.  Drawing goes to curses' virtual
 * screen: the caller calls doupdate once.
 */
#ifndef SITWELL_WIDGET_H
#define SITWELL_WIDGET_H

#include "screens/cdk.h"

#include "screens/draw.h"
#include "screens/theme.h"

/* A place on the screen. */
struct area {
	int y, x, rows, columns;
};

struct widget {
	CDKOBJS object;		/* first: CDK casts to it */
	WINDOW *window;		/* NULL until placed */
	const struct palette *theme;
	int rows, columns;	/* of the window */
	int cursor_y, cursor_x;	/* where the cursor goes, in the window */
};

/* A new, zeroed widget of `size` bytes, registered; ends if out of memory. */
void *widget_new(size_t size, const CDKFUNCS *functions, CDKSCREEN *screen,
		 const struct palette *theme);

/* Puts the window where it belongs, making or resizing it. */
void widget_place(struct widget *widget, const struct area *area);

/* Takes the window away until it is placed again. */
void widget_hide(struct widget *widget);

/* Draws it all, or gives it a key; whether the key was of use to it. */
void widget_draw(struct widget *widget);
bool widget_key(struct widget *widget, int key);

/* Unregisters and frees; NULL is fine. */
void widget_free(struct widget *widget);

/* Whether the last mouse event was inside; if so, where in the window. */
bool widget_mouse(const struct widget *widget, int *y, int *x);

/* The pen at the window's upper left corner, as wide and high as it. */
struct pen widget_pen(const struct widget *widget);

/*
 * The fields of a CDKFUNCS table that our widgets don't differ in, behind
 * type, result type, draw, inject and destroy.
 */
void widget_erase(CDKOBJS *object);
void widget_move(CDKOBJS *object, int x, int y, boolean relative,
		 boolean refresh);
void widget_nothing(CDKOBJS *object);
void widget_focus(CDKOBJS *object);
void widget_background(CDKOBJS *object, chtype attribute);
void widget_destroy(CDKOBJS *object);

#define WIDGET_FUNCTIONS(type, draw, inject, destroy) {			\
	.objectType = (type), .returnType = DataTypeInt,		\
	.drawObj = (draw), .eraseObj = widget_erase,			\
	.moveObj = widget_move, .injectObj = (inject),			\
	.focusObj = widget_focus, .unfocusObj = widget_nothing,		\
	.saveDataObj = widget_nothing, .refreshDataObj = widget_nothing, \
	.destroyObj = (destroy),					\
	.setULcharObj = setCdkULchar, .setURcharObj = setCdkURchar,	\
	.setLLcharObj = setCdkLLchar, .setLRcharObj = setCdkLRchar,	\
	.setVTcharObj = setCdkVTchar, .setHZcharObj = setCdkHZchar,	\
	.setBXattrObj = setCdkBXattr, .setBKattrObj = widget_background	\
}

#endif
