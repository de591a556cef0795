/*
 * Chunks in a list, the newest first, each twice as big as the one before;
 * what is too big gets its own chunk.
 */
#include <config.h>

#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

#define FIRST_CHUNK 2048
#define LARGEST_CHUNK 65536
#define ALIGNMENT alignof(max_align_t)

struct chunk {
	struct chunk *next;
	size_t used, size;
	max_align_t bytes[];
};

struct arena {
	struct chunk *chunks;
	size_t next_size;	/* of the next chunk */
};

struct arena *arena_new(void)
{
	struct arena *arena = xcalloc(1, sizeof(*arena));

	arena->next_size = FIRST_CHUNK;
	return arena;
}

void arena_free(struct arena **arena)
{
	if (*arena == NULL)
		return;
	while ((*arena)->chunks != NULL) {
		struct chunk *chunk = (*arena)->chunks;

		(*arena)->chunks = chunk->next;
		free(chunk);
	}
	free(*arena);
	*arena = NULL;
}

static struct chunk *add_chunk(struct arena *arena, size_t size)
{
	struct chunk *chunk = xcalloc(1, sizeof *chunk + size);

	chunk->size = size;
	chunk->next = arena->chunks;
	arena->chunks = chunk;
	return chunk;
}

/* A chunk of its own goes behind the newest, which may have room left. */
static void *alloc_big(struct arena *arena, size_t bytes)
{
	struct chunk *newest = arena->chunks;
	struct chunk *chunk = add_chunk(arena, bytes);

	chunk->used = bytes;
	if (newest != NULL) {
		chunk->next = newest->next;
		newest->next = chunk;
		arena->chunks = newest;
	}
	return chunk->bytes;
}

static void *alloc(struct arena *arena, size_t bytes, size_t alignment)
{
	struct chunk *chunk = arena->chunks;
	size_t start;

	if (bytes > arena->next_size / 4)
		return alloc_big(arena, bytes);
	start = chunk == NULL ? 0 : (chunk->used + alignment - 1) /
				    alignment * alignment;
	if (chunk == NULL || start + bytes > chunk->size) {
		chunk = add_chunk(arena, arena->next_size);
		if (arena->next_size < LARGEST_CHUNK)
			arena->next_size *= 2;
		start = 0;
	}
	chunk->used = start + bytes;
	return (char *)chunk->bytes + start;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	/* xcalloc ends the program: so much is not to be had. */
	if (size != 0 && count > (SIZE_MAX - sizeof(struct chunk)) / size)
		return xcalloc(count, size);
	return alloc(arena, count * size, ALIGNMENT);
}

char *arena_strndup(struct arena *arena, const char *text, size_t bytes)
{
	char *copy = alloc(arena, bytes + 1, 1);

	memcpy(copy, text, bytes);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}
