#include "config.h"

#include "tests/fuzz/mutate.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

#define MAX_WORDS 2000
#define MAX_COPY 60

/* xorshift: the same numbers on every machine. */
static uint32_t random_state = 1;

void chance_seed(uint32_t seed)
{
	random_state = seed * 2654435761u | 1u;
}

size_t any(size_t below)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return below == 0 ? 0 : random_state % below;
}

bool bytes_read(struct bytes *out, const char *path)
{
	FILE *file = fopen(path, "rb");

	if (file == NULL)
		return false;
	out->count = fread(out->at, 1, MAX_BYTES, file);
	fclose(file);
	return true;
}

void bytes_write(const char *path, const char *text, size_t count)
{
	FILE *file = fopen(path, "wb");

	if (file == NULL || fwrite(text, 1, count, file) != count ||
	    fclose(file) != 0) {
		printf("Bail out! %s cannot be written\n", path);
		exit(1);
	}
}

/* What mutations put in: where a format has its edges. */
static struct word {
	char *at;
	size_t bytes;
} words[MAX_WORDS];
static size_t n_words;

static bool is_hex(const char *text)
{
	return text[0] == 'x' && isxdigit((unsigned char)text[1]) &&
	       isxdigit((unsigned char)text[2]);
}

/* Takes a word from behind its first quote; false if it has no last one. */
static bool read_word(struct word *word, const char *text)
{
	word->at = xcalloc(strlen(text) + 1, 1);
	word->bytes = 0;
	for (; *text != '"' && *text != '\0'; text++) {
		char byte = *text;

		if (byte == '\\' && is_hex(text + 1)) {
			char digits[] = { text[2], text[3], '\0' };

			byte = (char)strtoul(digits, NULL, 16);
			text += 3;
		} else if (byte == '\\') {
			byte = *++text;
		}
		word->at[word->bytes++] = byte;
	}
	return strcmp(text, "\"\n") == 0 && word->bytes > 0;
}

size_t words_read(const char *path)
{
	FILE *file = fopen(path, "r");
	bool sound = file != NULL;
	char line[200];

	n_words = 0;
	while (sound && fgets(line, sizeof line, file) != NULL) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		sound = line[0] == '"' && n_words < MAX_WORDS &&
			read_word(&words[n_words++], line + 1);
	}
	if (file != NULL)
		fclose(file);
	return sound ? n_words : 0;
}

static void replace(struct bytes *text, size_t start, size_t gone,
		    const char *piece, size_t bytes)
{
	if (start + gone > text->count)
		gone = text->count - start;
	if (text->count - gone + bytes > MAX_BYTES)
		return;
	memmove(text->at + start + bytes, text->at + start + gone,
		text->count - start - gone);
	memcpy(text->at + start, piece, bytes);
	text->count = text->count - gone + bytes;
}

void mutate(struct bytes *text)
{
	size_t at = any(text->count), from = any(text->count);
	size_t length = any(MAX_COPY);
	const struct word *word = &words[any(n_words)];
	char copy[MAX_COPY], byte = (char)any(256);

	if (from + length > text->count)
		length = text->count - from;
	memcpy(copy, text->at + from, length);
	switch (any(6)) {
	case 0:				/* one byte is another */
		replace(text, at, 1, &byte, 1);
		break;
	case 1:				/* some are lost */
		replace(text, at, any(20), "", 0);
		break;
	case 2:				/* the end is lost */
		text->count = any(8) == 0 ? at : text->count;
		break;
	case 3:				/* a piece of the file again */
		replace(text, at, any(3), copy, length);
		break;
	default:			/* something of the format */
		replace(text, at, any(4), word->at, word->bytes);
		break;
	}
}
