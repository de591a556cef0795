/* Open addressing; at most three quarters of the slots are ever taken. */
#include <config.h>

#include "base/names.h"

#include <assert.h>
#include <string.h>

struct slot {
	uint32_t hash;
	uint32_t scope;
	const char *name;
	void *value;		/* NULL: free */
};

struct names {
	struct slot *slots;
	size_t mask;		/* slots - 1, slots being a power of two */
	size_t free;		/* names that may still come */
};

uint64_t fnv(uint64_t hash, const void *bytes, size_t count)
{
	const unsigned char *byte = bytes;

	while (count-- > 0) {
		hash ^= *byte++;
		hash *= UINT64_C(1099511628211);
	}
	return hash;
}

struct names *names_new(struct arena *arena, size_t count)
{
	struct names *names = arena_alloc(arena, 1, sizeof(*names));
	size_t slots = 4;

	while (3 * slots < 4 * count)	/* a quarter stays free */
		slots *= 2;
	names->slots = arena_alloc(arena, slots, sizeof(*names->slots));
	names->mask = slots - 1;
	names->free = count;
	return names;
}

static uint32_t hash_of(size_t scope, const char *name)
{
	uint64_t hash = (FNV_START ^ scope) * UINT64_C(1099511628211);

	hash = fnv(hash, name, strlen(name));
	return (uint32_t)(hash ^ hash >> 32);
}

/* The slot of the name, or the free one where it belongs. */
static struct slot *slot_of(const struct names *names, uint32_t hash,
			    size_t scope, const char *name)
{
	for (size_t at = hash & names->mask;; at = (at + 1) & names->mask) {
		struct slot *slot = &names->slots[at];

		if (slot->value == NULL ||
		    (slot->hash == hash && slot->scope == scope &&
		     strcmp(slot->name, name) == 0))
			return slot;
	}
}

void *names_add(struct names *names, size_t scope, const char *name,
		void *value)
{
	uint32_t hash = hash_of(scope, name);
	struct slot *slot = slot_of(names, hash, scope, name);

	if (slot->value != NULL)
		return slot->value;
	assert(names->free > 0);
	names->free--;
	*slot = (struct slot){ hash, (uint32_t)scope, name, value };
	return NULL;
}

void *names_find(const struct names *names, size_t scope, const char *name)
{
	return slot_of(names, hash_of(scope, name), scope, name)->value;
}
