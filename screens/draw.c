/*
 * A text goes through three steps: into what the terminal can show, into
 * lines, into wide characters.
 */
#include <config.h>

#include "draw.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/text.h"

#define MAX_LINES 256		/* of one paragraph */
#define MAX_WIDE 512		/* characters of one line */

struct fallback {
	wchar_t character;
	const char *ascii;
};

static const struct fallback fallbacks[] = {
	{ L'─', "-" }, { L'│', "|" }, { L'┌', "+" }, { L'┐', "+" },
	{ L'└', "+" }, { L'┘', "+" }, { L'├', "+" }, { L'┤', "+" },
	{ L'↑', "^" }, { L'↓', "v" }, { L'←', "<" }, { L'→', ">" },
	{ L'•', "*" }, { L'█', "#" }, { L'░', "." }, { L'…', "..." },
	{ L'–', "-" }, { L'—', "-" }, { L'−', "-" }, { L'‘', "'" },
	{ L'’', "'" }, { L'“', "\"" }, { L'”', "\"" }, { L'≥', ">=" },
	{ L'≤', "<=" }, { L'×', "x" }, { L'°', " degrees" }, { L'\u00a0', " " },
	{ L'á', "a" }, { L'à', "a" }, { L'ä', "a" }, { L'é', "e" },
	{ L'è', "e" }, { L'ê', "e" }, { L'í', "i" }, { L'ï', "i" },
	{ L'ñ', "n" }, { L'ó', "o" }, { L'ö', "o" }, { L'ú', "u" },
	{ L'ü', "u" }, { L'ß', "ss" }, { L'½', "1/2" },
};

size_t draw_decode(const char *text, wchar_t *out)
{
	const unsigned char *byte = (const unsigned char *)text;
	size_t bytes = byte[0] < 0x80 ? 1 : byte[0] < 0xe0 ? 2 :
		       byte[0] < 0xf0 ? 3 : 4;
	static const unsigned char masks[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	unsigned long code = byte[0] & masks[bytes];

	for (size_t i = 1; i < bytes; i++) {
		if ((byte[i] & 0xc0) != 0x80) {
			*out = L'?';
			return 1;
		}
		code = code << 6 | (byte[i] & 0x3f);
	}
	*out = code < 32 || code == 127 ? L'?' : (wchar_t)code;
	return bytes;
}

static const char *ascii_for(wchar_t character)
{
	for (size_t i = 0; i < sizeof(fallbacks) / sizeof(fallbacks[0]); i++)
		if (fallbacks[i].character == character)
			return fallbacks[i].ascii;
	return "?";
}

static bool is_ascii(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= 0x80)
			return false;
	return true;
}

/* Arrows that stand together read better as words. */
static const struct {
	const char *text, *ascii;
} phrases[] = {
	{ "←↑↓→", "arrows" },
	{ "↑↓", "Up/Down" },
	{ "←→", "Left/Right" },
};

/* The words for a phrase that `text` begins with, or NULL; its bytes. */
static const char *phrase_for(const char *text, size_t *bytes)
{
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		*bytes = strlen(phrases[i].text);
		if (strncmp(text, phrases[i].text, *bytes) == 0)
			return phrases[i].ascii;
	}
	return NULL;
}

/* A copy in ASCII. */
static char *to_ascii(const char *text)
{
	/* The longest fallback has 8 characters, for a character of 2 bytes. */
	char *out = xcalloc(strlen(text) * 4 + 1, 1);
	size_t used = 0;

	while (*text != '\0') {
		wchar_t character = 0;
		size_t bytes = 0;
		const char *ascii = phrase_for(text, &bytes);

		if (ascii == NULL)
			bytes = draw_decode(text, &character);
		text += bytes;
		if (ascii == NULL && character < 0x80) {
			out[used++] = (char)character;
			continue;
		}
		if (ascii == NULL)
			ascii = ascii_for(character);
		memcpy(out + used, ascii, strlen(ascii));
		used += strlen(ascii);
	}
	return out;
}

/*
 * The text as this terminal shows it: `text` itself, or a copy that *owned
 * receives, to be freed.
 */
static const char *shown(const struct palette *theme, const char *text,
			 char **owned)
{
	*owned = NULL;
	if (theme->utf8 || is_ascii(text))
		return text;
	*owned = to_ascii(text);
	return *owned;
}

static void put(const struct pen *pen, enum style style, const char *text,
		size_t bytes)
{
	wchar_t wide[MAX_WIDE];
	int count = 0;

	for (size_t i = 0; i < bytes && count < MAX_WIDE; count++)
		i += draw_decode(text + i, &wide[count]);
	wattrset(pen->window, (int)pen->theme->attributes[style]);
	mvwaddnwstr(pen->window, pen->y, pen->x, wide, count);
	wattrset(pen->window, (int)pen->theme->attributes[STYLE_TEXT]);
}

int draw_columns(const struct palette *theme, const char *text)
{
	char *owned = NULL;
	const char *words = shown(theme, text, &owned);
	size_t columns = text_columns(words, strlen(words));

	free(owned);
	return (int)columns;
}

int draw_rows(const struct palette *theme, const char *text, int columns)
{
	char *owned = NULL;
	const char *words = shown(theme, text, &owned);
	size_t rows = text_wrap(words, (size_t)(columns < 1 ? 1 : columns),
				NULL, 0);

	free(owned);
	return (int)rows;
}

/* One line, cut where it is too long; returns the columns used. */
static int put_cut(const struct pen *pen, enum style style, const char *words,
		   size_t bytes, bool more)
{
	const char *ellipsis = pen->theme->utf8 ? "…" : "...";
	int dots = pen->theme->utf8 ? 1 : 3;
	size_t used = text_columns(words, bytes);
	struct pen end = *pen;

	if (pen->columns <= 0 || pen->y >= pen->bottom)
		return 0;
	if (!more && used <= (size_t)pen->columns) {
		put(pen, style, words, bytes);
		return (int)used;
	}
	if (used + (size_t)dots > (size_t)pen->columns && pen->columns > dots)
		bytes = text_fit(words, (size_t)(pen->columns - dots), &used);
	put(pen, style, words, bytes);
	end.x += (int)used;
	put(&end, style, ellipsis, strlen(ellipsis));
	return (int)used + dots;
}

int draw_text(const struct pen *pen, enum style style, const char *text)
{
	char *owned = NULL;
	const char *words = shown(pen->theme, text, &owned);
	int used = put_cut(pen, style, words, strlen(words), false);

	free(owned);
	return used;
}

void draw_line(struct pen *pen, enum style style, const char *text)
{
	draw_text(pen, style, text);
	pen->y++;
}

bool draw_paragraph(struct pen *pen, enum style style, const char *text)
{
	struct text_line lines[MAX_LINES];
	char *owned = NULL;
	const char *words = shown(pen->theme, text, &owned);
	size_t columns = (size_t)(pen->columns < 1 ? 1 : pen->columns);
	size_t count = text_wrap(words, columns, lines, MAX_LINES);
	size_t room = pen->bottom > pen->y ? (size_t)(pen->bottom - pen->y) : 0;

	for (size_t i = 0; i < count && i < room && i < MAX_LINES; i++) {
		bool more = i + 1 == room && count > room;

		put_cut(pen, style, words + lines[i].start, lines[i].bytes,
			more);
		pen->y++;
	}
	free(owned);
	return count <= room;
}

void draw_part(struct pen *pen, enum style style, const char *text, int first,
	       int rows)
{
	struct text_line lines[MAX_LINES];
	char *owned = NULL;
	const char *words = shown(pen->theme, text, &owned);
	size_t columns = (size_t)(pen->columns < 1 ? 1 : pen->columns);
	size_t count = text_wrap(words, columns, lines, MAX_LINES);

	for (int i = first; i < first + rows && (size_t)i < count &&
			    i < MAX_LINES && pen->y < pen->bottom; i++) {
		put(pen, style, words + lines[i].start, lines[i].bytes);
		pen->y++;
	}
	free(owned);
}

/* `unit` is one character, one column wide. */
static void put_times(const struct pen *pen, enum style style, const char *unit,
		      int times)
{
	wchar_t wide[MAX_WIDE];
	wchar_t character = 0;
	char *owned = NULL;

	draw_decode(shown(pen->theme, unit, &owned), &character);
	free(owned);
	times = times > MAX_WIDE ? MAX_WIDE : times;
	for (int i = 0; i < times; i++)
		wide[i] = character;
	wattrset(pen->window, (int)pen->theme->attributes[style]);
	if (times > 0)
		mvwaddnwstr(pen->window, pen->y, pen->x, wide, times);
	wattrset(pen->window, (int)pen->theme->attributes[STYLE_TEXT]);
}

void draw_rule(const struct pen *pen, enum style style)
{
	put_times(pen, style, "─", pen->columns);
}

static void draw_box_line(const struct pen *pen, enum style style,
			  const char *left, const char *right)
{
	struct pen at = *pen;

	at.columns = 1;
	draw_text(&at, style, left);
	at.x = pen->x + pen->columns - 1;
	draw_text(&at, style, right);
}

void draw_box(const struct pen *pen, enum style style, int rows)
{
	struct pen at = *pen;

	at.x = pen->x + 1;
	put_times(&at, style, "─", pen->columns - 2);
	at.y = pen->y + rows - 1;
	put_times(&at, style, "─", pen->columns - 2);
	at = *pen;
	draw_box_line(&at, style, "┌", "┐");
	for (at.y++; at.y < pen->y + rows - 1; at.y++)
		draw_box_line(&at, style, "│", "│");
	draw_box_line(&at, style, "└", "┘");
}

void draw_bar(const struct pen *pen, double share)
{
	struct pen at = *pen;
	int filled = (int)(share * pen->columns + 0.5);

	put_times(&at, STYLE_BAR, "█", filled);
	at.x += filled;
	put_times(&at, STYLE_BAR, "░", pen->columns - filled);
}
