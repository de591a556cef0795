/*
 * The field shows its free cells as underscores, so that its length is seen
 * without colour.  Text wraps by character, which keeps the cursor's place
 * simple and every blank visible.
 */
#include <config.h>

#include "entry.h"

#include <string.h>
#include <wchar.h>

#include "screens/terminal.h"

#define NUMBER_CELLS 6
#define WORDS_LINES 4

struct entry {
	struct widget widget;	/* first */
	wchar_t text[ENTRY_MAX + 1];
	int length, cursor;
	int top;		/* first line shown */
	bool number;
	bool anew;		/* the next digit replaces what stands here */
	int digits;		/* of a number, before its point */
	const char *after;
};

static void entry_draw(CDKOBJS *object, boolean box);
static int entry_inject(CDKOBJS *object, chtype key);

static const CDKFUNCS entry_functions =
	WIDGET_FUNCTIONS(vENTRY, entry_draw, entry_inject, widget_destroy);

struct entry *entry_new(CDKSCREEN *screen, const struct palette *theme,
			bool number, const char *after)
{
	struct entry *entry = widget_new(sizeof(*entry), &entry_functions,
					 screen, theme);

	entry->number = number;
	entry->digits = NUMBER_CELLS;
	entry->after = after;
	return entry;
}

void entry_free(struct entry *entry)
{
	if (entry != NULL)
		widget_free(&entry->widget);
}

struct widget *entry_widget(struct entry *entry)
{
	return &entry->widget;
}

bool entry_is_empty(const struct entry *entry)
{
	return entry->length == 0;
}

/* Appends one character as UTF-8; returns its bytes. */
static size_t encode(char *out, wchar_t character)
{
	unsigned long code = (unsigned long)character;

	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xc0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xe0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 0x3f));
		out[2] = (char)(0x80 | (code & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 0x3f));
	out[2] = (char)(0x80 | (code >> 6 & 0x3f));
	out[3] = (char)(0x80 | (code & 0x3f));
	return 4;
}

void entry_get(const struct entry *entry, char *buffer, size_t size)
{
	size_t used = 0;

	for (int i = 0; i < entry->length && used + 4 < size; i++)
		used += encode(buffer + used, entry->text[i]);
	buffer[used] = '\0';
}

void entry_set(struct entry *entry, const char *text)
{
	entry->length = 0;
	while (*text != '\0' && entry->length < ENTRY_MAX) {
		size_t bytes = draw_decode(text, &entry->text[entry->length]);

		entry->length++;
		text += bytes;
	}
	entry->cursor = entry->length;
	entry_begin_anew(entry);
}

void entry_begin_anew(struct entry *entry)
{
	entry->anew = entry->number && entry->length > 0;
}

void entry_limit_digits(struct entry *entry, int digits)
{
	entry->digits = digits;
}

static int width_of(wchar_t character)
{
	int columns = wcwidth(character);

	return columns < 0 ? 1 : columns;
}

/* All of a number is in sight: one that was read from a file may be long. */
static int cells(const struct entry *entry)
{
	int most = NUMBER_CELLS;

	if (!entry->number)
		return entry->widget.columns - 2;
	if (most < entry->digits)
		most = entry->digits;
	return most < entry->length ? entry->length : most;
}

/* Where character `index` stands: line and column. */
static void place_of(const struct entry *entry, int index, int room, int *line,
		     int *column)
{
	*line = 0;
	*column = 0;
	for (int i = 0; i < index; i++) {
		*column += width_of(entry->text[i]);
		if (i + 1 < entry->length &&
		    *column + width_of(entry->text[i + 1]) > room) {
			++*line;
			*column = 0;
		}
	}
	/* Behind a full number there is a free cell for the cursor. */
	if (*column >= room && !entry->number) {
		++*line;
		*column = 0;
	}
}

int entry_height(const struct entry *entry, int columns)
{
	(void)columns;
	return entry->number ? 1 : WORDS_LINES;
}

void entry_place(struct entry *entry, const struct area *area)
{
	widget_place(&entry->widget, area);
}

static void draw_blank_cells(const struct entry *entry, int room)
{
	WINDOW *window = entry->widget.window;

	for (int y = 0; y < entry->widget.rows; y++) {
		wmove(window, y, 1);
		whline(window, '_', room);
	}
}

static void draw_characters(const struct entry *entry, int room)
{
	for (int i = 0; i < entry->length; i++) {
		int line = 0, column = 0;

		place_of(entry, i, room, &line, &column);
		line -= entry->top;
		if (line >= 0 && line < entry->widget.rows)
			mvwaddnwstr(entry->widget.window, line, 1 + column,
				    &entry->text[i], 1);
	}
}

static void scroll_to_cursor(struct entry *entry, int line)
{
	if (line < entry->top)
		entry->top = line;
	if (line >= entry->top + entry->widget.rows)
		entry->top = line - entry->widget.rows + 1;
}

static void entry_draw(CDKOBJS *object, boolean box)
{
	struct entry *entry = (struct entry *)object;
	struct pen pen = widget_pen(&entry->widget);
	int room = cells(entry);
	int line = 0, column = 0;

	(void)box;
	werase(entry->widget.window);
	place_of(entry, entry->cursor, room, &line, &column);
	scroll_to_cursor(entry, line);
	draw_blank_cells(entry, room);
	draw_characters(entry, room);
	if (entry->number && entry->after != NULL) {
		pen.x = room + 3;
		pen.columns -= pen.x;
		draw_text(&pen, STYLE_TEXT, entry->after);
	}
	entry->widget.cursor_y = line - entry->top;
	entry->widget.cursor_x = 1 + column;
	wnoutrefresh(entry->widget.window);
}

static bool is_digit(wchar_t character)
{
	return character >= '0' && character <= '9';
}

/* Digits before the point. */
static int whole_digits(const struct entry *entry)
{
	int digits = 0;

	for (int i = 0; i < entry->length && entry->text[i] != '.'; i++)
		digits += is_digit(entry->text[i]);
	return digits;
}

static bool has_point(const struct entry *entry)
{
	return wmemchr(entry->text, '.', (size_t)entry->length) != NULL;
}

/* Never a digit more than any number that is taken: it would not be seen. */
static bool accepts_in_number(const struct entry *entry, chtype key)
{
	if (entry->anew)
		return key == '-' || is_digit((wchar_t)key);
	if (entry->length >= cells(entry))
		return false;
	if (key == '-')
		return entry->length == 0;
	if (key == '.' || key == ',')
		return !has_point(entry);
	return is_digit((wchar_t)key) &&
	       (has_point(entry) || whole_digits(entry) < entry->digits);
}

static bool accepts(const struct entry *entry, chtype key)
{
	if (!entry->number)
		return entry->length < ENTRY_MAX &&
		       ((key >= 32 && key < 127) ||
			(key & KEY_CHARACTER && entry->widget.theme->utf8));
	return accepts_in_number(entry, key);
}

static void insert(struct entry *entry, chtype key)
{
	wchar_t *at = entry->text + entry->cursor;

	/* A decimal comma is a point: content and record have points. */
	if (entry->number && key == ',')
		key = '.';
	wmemmove(at + 1, at, (size_t)(entry->length - entry->cursor));
	*at = (wchar_t)(key & ~(chtype)KEY_CHARACTER);
	entry->length++;
	entry->cursor++;
}

/* Takes away the character at `index`. */
static void take_away(struct entry *entry, int index)
{
	wchar_t *at = entry->text + index;

	if (index < 0 || index >= entry->length)
		return;
	wmemmove(at, at + 1, (size_t)(entry->length - index - 1));
	entry->length--;
	if (entry->cursor > index)
		entry->cursor--;
}

static void move_cursor(struct entry *entry, int to)
{
	if (to >= 0 && to <= entry->length)
		entry->cursor = to;
}

static void empty(struct entry *entry)
{
	entry->length = 0;
	entry->cursor = 0;
}

static bool type(struct entry *entry, chtype key)
{
	if (!accepts(entry, key))
		return false;
	if (entry->anew)
		empty(entry);
	insert(entry, key);
	return true;
}

/* In an empty field the editing keys are free to mean "back". */
static bool edit(struct entry *entry, chtype key)
{
	if (entry->length == 0)
		return type(entry, key);
	switch (key) {
	case KEY_BACKSPACE:
		take_away(entry, entry->cursor - 1);
		return true;
	case KEY_DC:
		take_away(entry, entry->cursor);
		return true;
	case KEY_LEFT:
		move_cursor(entry, entry->cursor - 1);
		return true;
	case KEY_RIGHT:
		move_cursor(entry, entry->cursor + 1);
		return true;
	case KEY_HOME:
		move_cursor(entry, 0);
		return true;
	case KEY_END:
		move_cursor(entry, entry->length);
		return true;
	case 'U' & 31:
		empty(entry);
		return true;
	default:
		return type(entry, key);
	}
}

static int entry_inject(CDKOBJS *object, chtype key)
{
	struct entry *entry = (struct entry *)object;

	if (checkCDKObjectBind(object->fn->objectType, object, key))
		return 1;
	if (!edit(entry, key))
		return 0;
	entry->anew = false;
	entry_draw(object, FALSE);
	return 1;
}
