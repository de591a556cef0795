/*
 * A target: something that reads what anybody may write, and what must hold
 * of whatever it reads.  Each NAME_fuzz.c defines one, and is linked with
 * one of two mains:
 *
 *     replay.c     with any compiler: the kept texts of corpus/NAME, and
 *                  mutations of them with the words of NAME.dict
 *     libfuzzer.c  libFuzzer's, which makes up texts that reach new code
 */
#ifndef SITWELL_TESTS_TARGET_H
#define SITWELL_TESTS_TARGET_H

#include <stddef.h>

enum verdict {
	VERDICT_BROKEN,		/* what must hold does not */
	VERDICT_REFUSED,	/* with a reason, as it should be */
	VERDICT_READ,
};

struct fuzz_target {
	const char *name;	/* of its corpus and its words */
	size_t most;		/* bytes; longer texts are not tried */
	unsigned usual_count;	/* of mutations in `make check` */
	/*
	 * Reads a text, which has a NUL behind its `bytes` and may have more
	 * within.  The same text gives the same verdict, at any time; before
	 * VERDICT_BROKEN a line "# why" is printed.
	 */
	enum verdict (*read)(const char *text, size_t bytes);
	/* Texts of its own, from chance (chance.h): fills up to `room` bytes
	 * and a NUL; or NULL, then only kept texts are mutated. */
	void (*make_up)(char *text, size_t room);
};

extern const struct fuzz_target fuzz_target;

#endif
