/*
 * Names and what they stand for, found by hash.
 *
 * Own code, since the C library's hash tables (hsearch) are one a program
 * or keep their memory, and nothing else that we link has one: 50 lines
 * that live in an arena and know how many names will come.
 */
#ifndef SITWELL_NAMES_H
#define SITWELL_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct names;

/* Room for `count` names; goes with the arena. */
struct names *names_new(struct arena *arena, size_t count);

/*
 * Adds `name` (borrowed) in `scope`, so that the same name may stand in
 * several scopes.  Returns NULL; if the name is there already, the value it
 * has, and nothing is changed.  `value` must not be NULL.
 */
void *names_add(struct names *names, size_t scope, const char *name,
		void *value);
/* The value, or NULL. */
void *names_find(const struct names *names, size_t scope, const char *name);

/* FNV-1a, 64 bits: tells texts apart, protects nothing. */
#define FNV_START UINT64_C(14695981039346656037)
uint64_t fnv(uint64_t hash, const void *bytes, size_t count);

#endif
