/*
 * Rows: words, the slider's, numbers, a blank one, the answer in words.
 * The slider has a window of its own that lies over the second row.
 */
#include <config.h>

#include "scale.h"

#include <stdio.h>

#include "base/i18n.h"
#include "screens/terminal.h"

#define WIDEST 60
#define NUMBER_COLUMNS 4	/* what the slider keeps for its number */

struct scale {
	struct widget widget;	/* first */
	CDKSLIDER *slider;	/* NULL until placed */
	int low, high, value;
	const char *low_words, *high_words;
	bool chosen;
	bool typed_one;		/* a 1 was typed: a 0 makes it 10 */
};

static void scale_draw(CDKOBJS *object, boolean box);
static int scale_inject(CDKOBJS *object, chtype key);
static void scale_destroy(CDKOBJS *object);

static const CDKFUNCS scale_functions =
	WIDGET_FUNCTIONS(vVIEWER, scale_draw, scale_inject, scale_destroy);

struct scale *scale_new(CDKSCREEN *screen, const struct palette *theme,
			int low, int high, const char *low_words,
			const char *high_words)
{
	struct scale *scale = widget_new(sizeof(*scale), &scale_functions,
					 screen, theme);

	scale->low = low;
	scale->high = high;
	scale->value = low;
	scale->low_words = low_words;
	scale->high_words = high_words;
	return scale;
}

static void scale_destroy(CDKOBJS *object)
{
	struct scale *scale = (struct scale *)object;

	if (scale->slider != NULL)
		destroyCDKSlider(scale->slider);
	widget_destroy(object);
}

void scale_free(struct scale *scale)
{
	if (scale != NULL)
		widget_free(&scale->widget);
}

struct widget *scale_widget(struct scale *scale)
{
	return &scale->widget;
}

bool scale_chosen(const struct scale *scale)
{
	return scale->chosen;
}

int scale_value(const struct scale *scale)
{
	return scale->value;
}

static void show(struct scale *scale)
{
	if (scale->slider != NULL)
		setCDKSliderValue(scale->slider, scale->value);
	if (scale->widget.window != NULL)
		scale_draw(&scale->widget.object, FALSE);
}

void scale_set(struct scale *scale, int value)
{
	if (value < scale->low || value > scale->high)
		return;
	scale->value = value;
	scale->chosen = true;
	show(scale);
}

void scale_forget(struct scale *scale)
{
	scale->value = scale->low;
	scale->chosen = false;
	show(scale);
}

/* The slider's window lies on the second row of ours. */
void scale_place(struct scale *scale, const struct area *area)
{
	int columns = area->columns < WIDEST ? area->columns : WIDEST;
	CDKSCREEN *screen = scale->widget.object.screen;

	widget_place(&scale->widget, area);
	if (scale->slider != NULL)
		destroyCDKSlider(scale->slider);
	scale->slider = newCDKSlider(screen, area->x + 1, area->y + 1, NULL,
				     "", (chtype)A_REVERSE | ' ',
				     columns - NUMBER_COLUMNS - 2,
				     scale->value, scale->low, scale->high, 1,
				     2, FALSE, FALSE);
	/* Too narrow for a slider: words and digits still work. */
	if (scale->slider != NULL)
		ObjOf(scale->slider)->isVisible = FALSE;
}

/* What the bar is long, whose cells the slider fills. */
static int bar_columns(const struct scale *scale)
{
	int columns = scale->widget.columns < WIDEST ? scale->widget.columns
						     : WIDEST;

	return columns - NUMBER_COLUMNS - 2;
}

/* The words at both ends, or one after the other where it is narrow. */
static void draw_words(const struct scale *scale)
{
	struct pen pen = widget_pen(&scale->widget);
	char low[160], high[160], both[330];
	int right = 0;

	snprintf(low, sizeof(low), "%d %s", scale->low, scale->low_words);
	snprintf(high, sizeof(high), "%d %s", scale->high, scale->high_words);
	right = draw_columns(scale->widget.theme, high);
	pen.x = 1;
	pen.columns--;
	if (draw_columns(scale->widget.theme, low) + right + 2 >
	    bar_columns(scale)) {
		snprintf(both, sizeof(both), "%s, %s", low, high);
		draw_text(&pen, STYLE_TEXT, both);
		return;
	}
	draw_text(&pen, STYLE_TEXT, low);
	pen.x += bar_columns(scale) - right;
	draw_text(&pen, STYLE_TEXT, high);
}

/* The numbers below the bar, each where the bar ends for it. */
static void draw_numbers(const struct scale *scale)
{
	struct pen pen = widget_pen(&scale->widget);
	int steps = scale->high - scale->low;
	int room = bar_columns(scale) - 2;
	char number[16];

	pen.y = 2;
	if (steps < 1 || room / steps < 2 || pen.bottom < SCALE_ROWS - 1)
		return;
	for (int i = 0; i <= steps; i++) {
		pen.x = 1 + i * room / steps;
		pen.columns = scale->widget.columns - pen.x;
		snprintf(number, sizeof(number), "%d", scale->low + i);
		draw_text(&pen, STYLE_TEXT, number);
	}
}

/* What to do is left out where it would be cut. */
static const char *nothing_chosen(const struct pen *pen)
{
	const char *words = _("Nothing chosen yet: type a number, or use the "
			      "arrows.");

	return draw_columns(pen->theme, words) <= pen->columns
		? words : _("Nothing chosen yet.");
}

static void draw_state(const struct scale *scale)
{
	struct pen pen = widget_pen(&scale->widget);
	char words[160];

	/* Without the blank line above it where rows are few. */
	pen.y = pen.bottom < SCALE_ROWS ? pen.bottom - 1 : SCALE_ROWS - 1;
	pen.x = 1;
	pen.columns -= 1;
	if (scale->chosen)
		snprintf(words, sizeof(words), _("Your answer: %d"),
			 scale->value);
	else
		snprintf(words, sizeof(words), "%s", nothing_chosen(&pen));
	draw_text(&pen, scale->chosen ? STYLE_CHOSEN : STYLE_TEXT, words);
}

static void scale_draw(CDKOBJS *object, boolean box)
{
	struct scale *scale = (struct scale *)object;

	(void)box;
	werase(scale->widget.window);
	draw_words(scale);
	draw_numbers(scale);
	draw_state(scale);
	scale->widget.cursor_y = 1;
	scale->widget.cursor_x = 1;
	/* Over a slider that was drawn before. */
	touchwin(scale->widget.window);
	wnoutrefresh(scale->widget.window);
	/* Its number would look like an answer. */
	if (scale->slider != NULL && scale->chosen)
		drawCDKSlider(scale->slider, FALSE);
}

static bool type_digit(struct scale *scale, int digit)
{
	if (scale->typed_one && 10 + digit <= scale->high)
		digit += 10;
	scale->typed_one = digit == 1;
	scale_set(scale, digit);
	return true;
}

/* A click on the bar or a number: the nearest value. */
static bool click(struct scale *scale)
{
	int y = 0, x = 0, room = 0, steps = scale->high - scale->low;

	if (!widget_mouse(&scale->widget, &y, &x) || y > 2)
		return false;
	room = bar_columns(scale) - 2;
	if (room < 1 || x < 1 || x > room + 2)
		return false;
	scale_set(scale, scale->low + ((x - 1) * steps + room / 2) / room);
	return true;
}

static int scale_inject(CDKOBJS *object, chtype key)
{
	struct scale *scale = (struct scale *)object;

	if (checkCDKObjectBind(object->fn->objectType, object, key))
		return 1;
	if (key >= '0' && key <= '9')
		return type_digit(scale, (int)key - '0');
	scale->typed_one = false;
	switch (key) {
	case KEY_MOUSE:
		return click(scale);
	case KEY_HOME:
		scale_set(scale, scale->low);
		return 1;
	case KEY_END:
		scale_set(scale, scale->high);
		return 1;
	case KEY_RIGHT:
	case KEY_LEFT:
		if (!scale->chosen)
			scale_set(scale, scale->value);
		else
			scale_set(scale, scale->value +
				  (key == KEY_RIGHT ? 1 : -1));
		return 1;
	default:
		return 0;
	}
}
