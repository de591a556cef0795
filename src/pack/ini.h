/*
 * One INI file, read whole and checked: iniparser for the syntax, our own
 * reading of the raw lines for what it loses without a word (line numbers,
 * duplicates, comments inside values, quotes, bytes that are no UTF-8 ...;
 * the list is in sitwell-pack(5)).
 *
 * Own code beside iniparser because its getters walk the whole dictionary
 * and it keeps neither lines nor duplicates; after loading, only these
 * arrays are used.
 */
#ifndef SITWELL_INI_H
#define SITWELL_INI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

struct ini_key {
	const char *name;
	const char *value;
	int line;
};

struct ini_section {
	const char *kind;	/* first word of the header */
	const char *id;		/* the second, "" if there is none */
	int line;
	struct ini_key *keys;	/* n_keys, as they stand */
	size_t n_keys;
};

struct ini {
	const char *name;	/* as given, borrowed: for messages */
	struct ini_section *sections;
	size_t n_sections;
	uint64_t hash;		/* FNV-1a of the file's bytes */
	bool loose;		/* keys may be empty, or stand twice */
	struct arena *memory;
};

#define INI_MAX_LINE 1000	/* bytes: a line has fewer */
#define INI_MAX_KEYS 2000	/* keys a file */
#define INI_MAX_NAME 64		/* bytes of a kind, an id or a key */
#define INI_MAX_FILE 4194304	/* bytes a file */

/*
 * Reads `path` ("-": standard input), called `name` in messages.  Appends
 * all faults to `faults`; returns -1 if there was any.  *out is filled as
 * far as possible even then, so that the caller may look for more faults;
 * ini_done frees it in any case.
 */
int ini_read(struct ini *out, const char *path, const char *name,
	     struct error_list *faults);
void ini_done(struct ini *ini);

/* The same, with ids and values in `keep`: they outlive ini_done. */
int ini_read_into(struct ini *out, struct arena *keep, const char *path,
		  const char *name, struct error_list *faults);

/*
 * The same of a file whose reader judges by itself keys without a value
 * (""), and keys that stand twice in a section (all are kept, in order).
 */
int ini_read_loosely(struct ini *out, const char *path, const char *name,
		     struct error_list *faults);

/*
 * What is faulty keeps its place as far as it has one: a key whose value is
 * of no use has the value "", and a section whose name is of no use has the
 * kind "".  Neither occurs in a file without faults.
 */

/* Whether `text` may be a kind, an id or a key: a-z, 0-9 and hyphens. */
bool ini_is_name(const char *text, size_t bytes);

/* Words of a value, one a call; NULL when there is none left. */
const char *next_word(char *word, size_t size, const char **text);
#define MAX_WORD (INI_MAX_NAME + 1)
size_t count_words(const char *text);

/* The section of that kind and id, or NULL. */
const struct ini_section *ini_find(const struct ini *ini, const char *kind,
				   const char *id);
/* The key's value, or NULL. */
const char *ini_get(const struct ini_section *section, const char *name);

#endif
