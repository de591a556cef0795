/*
 * Chance, the same on every machine, and what it does to a text.  This is
 * for builds without libFuzzer, and for packs of several files.
 */
#ifndef SITWELL_TESTS_MUTATE_H
#define SITWELL_TESTS_MUTATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MAX_BYTES 65536

struct bytes {
	char at[MAX_BYTES];
	size_t count;
};

/* Each seed begins another row of numbers. */
void chance_seed(uint32_t seed);
/* A number from 0 to below `below`; 0 if that is 0. */
size_t any(size_t below);

/* All of a file, up to MAX_BYTES. */
bool bytes_read(struct bytes *out, const char *path);
/* Makes `path` a file of these bytes, or ends the program. */
void bytes_write(const char *path, const char *text, size_t count);

/*
 * Reads the words that mutations put in from a dictionary: lines "word" as
 * libFuzzer has them, with \\, \" and \xHH.  Returns their number, or 0 if
 * the file cannot be read or a line is no such word.
 */
size_t words_read(const char *path);
/* Changes the text in one place: bytes are lost, copied, or a word is put in. */
void mutate(struct bytes *text);

#endif
