/*
 * Memory that goes in one call: a pack lives in an arena.  Nothing taken
 * from it is freed singly.  Never returns NULL (see error_on_no_memory).
 */
#ifndef SITWELL_ARENA_H
#define SITWELL_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena **arena);

/* Zeroed, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t bytes);

#endif
