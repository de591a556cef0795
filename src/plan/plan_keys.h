/*
 * Keys of a plan or a log while it is read: what its files share, and nobody
 * else includes.  What is wrong with a value goes to the faults, and no value
 * comes back; the whole file is then refused.
 */
#ifndef SITWELL_PLAN_KEYS_H
#define SITWELL_PLAN_KEYS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/i18n.h"
#include "pack/ini.h"
#include "pack/kinds.h"

/* The file in hand. */
struct plan_source {
	const char *path;
	const struct pack *pack;
	struct arena *arena;		/* for what the values are kept in */
	struct error_list *faults;
	const char *unknown;		/* said of an id like none of the
					 * pack's: its kind and it, %s */
};

struct plan_key {
	const struct plan_source *source;
	const struct ini_key *key;
};

#define PLAN_FAULT(source, line, ...)					\
	error_list_add((source)->faults, (source)->path, (line), __VA_ARGS__)
#define KEY_FAULT(in, ...)						\
	PLAN_FAULT((in)->source, (in)->key->line, __VA_ARGS__)

/*
 * Whether the key stands in the section before: it would change the plan
 * without a word.
 */
bool plan_key_stands_before(const struct ini_section *section, size_t index);

struct place plan_key_place(const struct plan_key *in);

/* The value as it stands. */
const char *plan_key_text(const struct plan_key *in);

/* What the value names, one id or several, or NULL. */
const void *plan_key_id(const struct plan_key *in, enum kind_id kind);
const void **plan_key_ids(const struct plan_key *in, enum kind_id kind,
			  size_t *count);

/* A day, or NO_DATE. */
long plan_key_date(const struct plan_key *in);

/* 1 for yes, 0 for no, or -1. */
int plan_key_flag(const struct plan_key *in);

#endif
