/*
 * Doses that nobody would write.
 *
 * What is read is printed and read again: it must print the same.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "pack/dose.h"
#include "tests/fuzz/faults.h"
#include "tests/fuzz/target.h"

static bool prints_alike(const struct dose *dose, struct arena *arena)
{
	size_t bytes = dose_print(NULL, 0, dose) + 1;
	char *once = arena_alloc(arena, bytes, 1);
	char *twice = arena_alloc(arena, bytes, 1);
	struct error err = { .message = "" };
	struct dose again;

	dose_print(once, bytes, dose);
	if (dose_parse(&again, arena, once, &err) != 0) {
		printf("# %s: %s\n", once, err.message);
		return false;
	}
	if (dose_print(twice, bytes, &again) + 1 == bytes &&
	    strcmp(once, twice) == 0)
		return true;
	printf("# %s is printed again as %s\n", once, twice);
	return false;
}

static enum verdict read_dose(const char *text, size_t bytes)
{
	struct arena *arena = arena_new();
	enum verdict verdict = VERDICT_BROKEN;
	struct error err = { .message = "" };
	struct dose dose;

	(void)bytes;
	if (dose_parse(&dose, arena, text, &err) == 0) {
		if (prints_alike(&dose, arena))
			verdict = VERDICT_READ;
	} else if (is_showable(err.message)) {
		verdict = VERDICT_REFUSED;
	} else {
		printf("# the reason is none: %s\n", err.message);
	}
	arena_free(&arena);
	return verdict;
}

const struct fuzz_target fuzz_target = {
	.name = "dose",
	.most = 500,
	.usual_count = 8000,
	.read = read_dose,
};
