/* What a person sees. */
#include <config.h>

#include "tests/flows/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void answer(const char *bytes, size_t size, void *user)
{
	struct screen *screen = user;

	pty_write(&screen->pty, bytes, size);
}

static int property(VTermProp prop, VTermValue *value, void *user)
{
	struct screen *screen = user;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		screen->cursor_shown = value->boolean;
	else if (prop == VTERM_PROP_ALTSCREEN)
		screen->alternate = value->boolean;
	else if (prop == VTERM_PROP_MOUSE)
		screen->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = property };

void screen_open(struct screen *screen, int rows, int columns, bool utf8)
{
	*screen = (struct screen){ .cursor_shown = true };
	pty_open(&screen->pty, rows, columns);
	screen->emulator = vterm_new(rows, columns);
	if (screen->emulator == NULL) {
		fputs("no memory for a terminal\n", stderr);
		exit(99);
	}
	vterm_set_utf8(screen->emulator, utf8);
	vterm_output_set_callback(screen->emulator, answer, screen);
	screen->cells = vterm_obtain_screen(screen->emulator);
	vterm_screen_enable_altscreen(screen->cells, 1);
	vterm_screen_set_callbacks(screen->cells, &callbacks, screen);
	vterm_screen_reset(screen->cells, 1);
}

void screen_close(struct screen *screen)
{
	pty_close(&screen->pty);
	vterm_free(screen->emulator);
}

void screen_resize(struct screen *screen, int rows, int columns)
{
	vterm_set_size(screen->emulator, rows, columns);
	pty_resize(&screen->pty, rows, columns);
}

bool screen_update(struct screen *screen, int timeout)
{
	char bytes[65536];
	size_t size = pty_read(&screen->pty, bytes, sizeof(bytes), timeout);

	if (size == 0)
		return false;
	clock_gettime(CLOCK_MONOTONIC, &screen->last);
	screen->bytes += size;
	vterm_input_write(screen->emulator, bytes, size);
	return true;
}

void screen_settle(struct screen *screen, int quiet)
{
	while (screen_update(screen, quiet))
		continue;
}

void screen_count(struct screen *screen)
{
	screen->bytes = 0;
}

void screen_key(struct screen *screen, VTermKey key, VTermModifier modifier)
{
	vterm_keyboard_key(screen->emulator, key, modifier);
}

void screen_character(struct screen *screen, uint32_t character,
		      VTermModifier modifier)
{
	vterm_keyboard_unichar(screen->emulator, character, modifier);
}

static void press(struct screen *screen, int row, int column, int button)
{
	vterm_mouse_move(screen->emulator, row, column, VTERM_MOD_NONE);
	vterm_mouse_button(screen->emulator, button, true, VTERM_MOD_NONE);
	vterm_mouse_button(screen->emulator, button, false, VTERM_MOD_NONE);
}

void screen_click(struct screen *screen, int row, int column)
{
	press(screen, row, column, 1);
}

void screen_wheel(struct screen *screen, int row, int column, bool down)
{
	press(screen, row, column, down ? 5 : 4);
}

static size_t put_utf8(char *out, uint32_t character)
{
	if (character < 0x80) {
		out[0] = (char)character;
		return 1;
	}
	if (character < 0x800) {
		out[0] = (char)(0xC0 | character >> 6);
		out[1] = (char)(0x80 | (character & 0x3F));
		return 2;
	}
	if (character < 0x10000) {
		out[0] = (char)(0xE0 | character >> 12);
		out[1] = (char)(0x80 | (character >> 6 & 0x3F));
		out[2] = (char)(0x80 | (character & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | character >> 18);
	out[1] = (char)(0x80 | (character >> 12 & 0x3F));
	out[2] = (char)(0x80 | (character >> 6 & 0x3F));
	out[3] = (char)(0x80 | (character & 0x3F));
	return 4;
}

#define CELL_BYTES (4 * VTERM_MAX_CHARS_PER_CELL)

/* One cell as UTF-8; nothing for the right half of a wide character. */
static size_t put_cell(const struct screen *screen, int row, int column,
		       char *out)
{
	VTermScreenCell cell;
	VTermPos at = { .row = row, .col = column };
	size_t size = 0;

	if (!vterm_screen_get_cell(screen->cells, at, &cell))
		return 0;
	if (cell.chars[0] == (uint32_t)-1)
		return 0;
	if (cell.chars[0] == 0)
		return put_utf8(out, ' ');
	for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0;
	     i++)
		size += put_utf8(out + size, cell.chars[i]);
	return size;
}

/* Ends with a NUL; the blanks at the end stay. */
static size_t put_row(const struct screen *screen, int row, int columns,
		      char *out)
{
	size_t size = 0;

	for (int column = 0; column < columns; column++)
		size += put_cell(screen, row, column, out + size);
	out[size] = '\0';
	return size;
}

static void *allocate(size_t size)
{
	void *memory = malloc(size);

	if (memory == NULL) {
		fputs("no memory for a screen\n", stderr);
		exit(99);
	}
	return memory;
}

static int put_cursor(const struct screen *screen, char *out, size_t size)
{
	VTermPos at;

	if (!screen->cursor_shown)
		return snprintf(out, size, "cursor hidden\n");
	vterm_state_get_cursorpos(vterm_obtain_state(screen->emulator), &at);
	return snprintf(out, size, "cursor %d %d\n", at.row + 1, at.col + 1);
}

char *screen_text(const struct screen *screen)
{
	int rows, columns;
	size_t size = 0;
	char *text;

	vterm_get_size(screen->emulator, &rows, &columns);
	text = allocate((size_t)rows * ((size_t)columns * CELL_BYTES + 1) + 64);
	for (int row = 0; row < rows; row++) {
		size_t start = size;

		size += put_row(screen, row, columns, text + size);
		while (size > start && text[size - 1] == ' ')
			size--;
		text[size++] = '\n';
	}
	put_cursor(screen, text + size, 64);
	return text;
}

/* The column at which the byte `offset` of the row stands. */
static int column_at(const struct screen *screen, int row, int columns,
		     size_t offset)
{
	char cell[CELL_BYTES];
	size_t size = 0;

	for (int column = 0; column < columns; column++) {
		size_t more = put_cell(screen, row, column, cell);

		if (size >= offset && more > 0)
			return column;
		size += more;
	}
	return 0;
}

bool screen_find(const struct screen *screen, const char *text, int *row,
		 int *column)
{
	int rows, columns;
	char *line;
	bool found = false;

	vterm_get_size(screen->emulator, &rows, &columns);
	line = allocate((size_t)columns * CELL_BYTES + 1);
	for (*row = 0; *row < rows; ++*row) {
		const char *place;

		put_row(screen, *row, columns, line);
		place = strstr(line, text);
		if (place != NULL) {
			*column = column_at(screen, *row, columns,
					    (size_t)(place - line));
			found = true;
			break;
		}
	}
	free(line);
	return found;
}
