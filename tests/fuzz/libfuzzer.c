/*
 * Where libFuzzer comes in: it calls this for every text that it makes up,
 * and takes an abort for a finding.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text;

	/* -1: too long to be kept */
	if (size > fuzz_target.most)
		return -1;
	/* just as long as it is, so that reading past its end is seen */
	text = xcalloc(size + 1, 1);
	memcpy(text, data, size);
	if (fuzz_target.read(text, size) == VERDICT_BROKEN) {
		fflush(stdout);
		abort();
	}
	free(text);
	return 0;
}
