#include <config.h>

#include "base/text.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "base/error.h"

static bool continues(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

/* Bytes of the character at `text`, or 0 if it is not valid UTF-8. */
static size_t utf8_length(const unsigned char *text, size_t bytes)
{
	/* The second byte's range shuts out overlong forms, surrogates and
	 * what lies past U+10FFFF. */
	static const struct {
		unsigned char first, last, low, high, length;
	} forms[] = {
		{ 0xc2, 0xdf, 0x80, 0xbf, 2 }, { 0xe0, 0xe0, 0xa0, 0xbf, 3 },
		{ 0xe1, 0xec, 0x80, 0xbf, 3 }, { 0xed, 0xed, 0x80, 0x9f, 3 },
		{ 0xee, 0xef, 0x80, 0xbf, 3 }, { 0xf0, 0xf0, 0x90, 0xbf, 4 },
		{ 0xf1, 0xf3, 0x80, 0xbf, 4 }, { 0xf4, 0xf4, 0x80, 0x8f, 4 },
	};

	if (text[0] < 0x80)
		return 1;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (text[0] < forms[i].first || text[0] > forms[i].last)
			continue;
		if (bytes < forms[i].length || text[1] < forms[i].low ||
		    text[1] > forms[i].high)
			return 0;
		for (size_t k = 2; k < forms[i].length; k++)
			if (!continues(text[k]))
				return 0;
		return forms[i].length;
	}
	return 0;
}

const char *text_bad_utf8(const char *text, size_t bytes)
{
	size_t length;

	for (size_t i = 0; i < bytes; i += length) {
		length = utf8_length((const unsigned char *)text + i,
				     bytes - i);
		if (length == 0)
			return text + i;
	}
	return NULL;
}

/* The next character: its bytes, at least 1, and its columns. */
static size_t next(const char *text, size_t bytes, mbstate_t *state,
		   size_t *columns)
{
	wchar_t character;
	size_t length;
	int width;

	*columns = 1;
	if (text[0] >= ' ' && text[0] <= '~')
		return 1;
	length = mbrtowc(&character, text, bytes, state);
	if (length == 0 || length > bytes) {
		memset(state, 0, sizeof(*state));
		return 1;
	}
	width = wcwidth(character);
	if (width >= 0)
		*columns = (size_t)width;
	return length;
}

size_t text_columns(const char *text, size_t bytes)
{
	mbstate_t state = { 0 };
	size_t total = 0, columns;

	for (size_t i = 0; i < bytes; total += columns)
		i += next(text + i, bytes - i, &state, &columns);
	return total;
}

static size_t fit(const char *text, size_t bytes, size_t room, size_t *used)
{
	mbstate_t state = { 0 };
	size_t total = 0, columns, length, i = 0;

	while (i < bytes) {
		length = next(text + i, bytes - i, &state, &columns);
		if (total + columns > room)
			break;
		total += columns;
		i += length;
	}
	if (used != NULL)
		*used = total;
	return i;
}

size_t text_fit(const char *text, size_t columns, size_t *used)
{
	return fit(text, strlen(text), columns, used);
}

static bool is_wide(const char *text, size_t bytes, size_t *length)
{
	mbstate_t state = { 0 };
	size_t columns;

	*length = next(text, bytes, &state, &columns);
	return columns > 1;
}

/* The last place up to `end` where the line may break, or 0. */
static size_t break_before(const char *text, size_t bytes, size_t end)
{
	size_t best = 0, length;
	bool wide, was_wide = false;

	for (size_t i = 0; i < bytes && i <= end; i += length) {
		wide = is_wide(text + i, bytes - i, &length);
		if (i > 0 && (text[i] == ' ' || (wide && was_wide)))
			best = i;
		was_wide = wide;
	}
	return best;
}

/* Bytes of the first line of `text`, which starts with no blank. */
static size_t first_line(const char *text, size_t bytes, size_t columns)
{
	size_t end = fit(text, bytes, columns, NULL);
	size_t at, length;

	if (end == bytes)
		return bytes;
	at = break_before(text, bytes, end);
	if (at > 0)
		return at;
	if (end > 0)
		return end;
	/* Not even one character fits: go on all the same. */
	is_wide(text, bytes, &length);
	return length;
}

size_t text_wrap(const char *text, size_t columns, struct text_line *lines,
		 size_t room)
{
	size_t bytes = strlen(text), start = 0, count = 0, length, shown;

	do {
		while (text[start] == ' ')
			start++;
		length = first_line(text + start, bytes - start, columns);
		for (shown = length; shown > 0 &&
		     text[start + shown - 1] == ' '; shown--)
			;
		if (shown > 0 || count == 0) {
			if (count < room)
				lines[count] = (struct text_line){ start, shown };
			count++;
		}
		start += length;
	} while (start < bytes);
	return count;
}

#define MAX_DIGITS 15

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/*
 * Up to 15 digits fit a double without loss, and so does the power of ten:
 * the quotient is the number nearest to what was written.
 */
int text_number(double *out, const char *text)
{
	bool negative = *text == '-';
	double number = 0, scale = 1;
	int digits = 0;

	text += negative;
	if (!is_digit(*text))
		return -1;
	for (; is_digit(*text); text++, digits++)
		number = digits < MAX_DIGITS ? 10 * number + (*text - '0') : 0;
	if (text[0] == '.' && is_digit(text[1])) {
		for (text++; is_digit(*text); text++, digits++) {
			if (digits >= MAX_DIGITS)
				return -1;
			number = 10 * number + (*text - '0');
			scale *= 10;
		}
	}
	if (*text != '\0' || digits > MAX_DIGITS)
		return -1;
	*out = (negative ? -number : number) / scale;
	return 0;
}

/* printf would ask the locale for the point. */
const char *text_from_number(char *buffer, size_t size, double number,
			     int decimals)
{
	static const double powers[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 };
	unsigned long long whole, part, power;
	char digits[8] = "";
	double scaled;
	int width;

	assert(decimals >= 0 && decimals <= 6);
	while (decimals > 0 && fabs(number) * powers[decimals] > 1e15)
		decimals--;
	scaled = round(fabs(number) * powers[decimals]);
	if (!(scaled <= 1e18)) {
		snprintf(buffer, size, "%.0f", number);
		return buffer;
	}
	power = (unsigned long long)powers[decimals];
	whole = (unsigned long long)scaled / power;
	part = (unsigned long long)scaled % power;
	for (width = decimals; width > 0 && part % 10 == 0; width--)
		part /= 10;
	for (int i = width; i > 0; i--, part /= 10)
		digits[i] = (char)('0' + part % 10);
	if (width > 0)
		digits[0] = '.';
	snprintf(buffer, size, "%s%llu%s",
		 number < 0 && scaled > 0 ? "-" : "", whole, digits);
	return buffer;
}

#define MAX_NAME 64

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * Letters to put in, leave out, change or swap with their neighbour to get
 * from one name to the other (each place at most once).
 */
static size_t distance(const char *a, size_t n_a, const char *b, size_t n_b)
{
	size_t rows[3][MAX_NAME + 1];
	size_t *before = rows[0], *above = rows[1], *row = rows[2];

	for (size_t k = 0; k <= n_b; k++)
		above[k] = k;
	for (size_t i = 1; i <= n_a; i++) {
		size_t *spare = before;

		row[0] = i;
		for (size_t k = 1; k <= n_b; k++) {
			row[k] = least(above[k - 1] + (a[i - 1] != b[k - 1]),
				       least(above[k], row[k - 1]) + 1);
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] &&
			    a[i - 2] == b[k - 1])
				row[k] = least(row[k], before[k - 2] + 1);
		}
		before = above;
		above = row;
		row = spare;
	}
	return above[n_b];
}

const char *text_nearest(const char *name, const char *const *names,
			 size_t count)
{
	size_t length = strlen(name), best = length / 3 + 1;
	const char *nearest = NULL;

	for (size_t i = 0; i < count && length <= MAX_NAME; i++) {
		size_t other = strlen(names[i]), far;

		if (other > MAX_NAME || other + best <= length ||
		    length + best <= other)
			continue;
		far = distance(name, length, names[i], other);
		if (far < best) {
			best = far;
			nearest = names[i];
		}
	}
	return nearest;
}
