/* Where things lie: in the source tree, and in a folder to work in. */
#ifndef SITWELL_TESTS_TREE_H
#define SITWELL_TESTS_TREE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "pack/pack.h"

/* A path in the source tree: borrowed, until the next call. */
static inline const char *in_tree(const char *name)
{
	static char path[4096];
	const char *tree = getenv("SOURCE_TREE");

	snprintf(path, sizeof path, "%s/%s",
		 tree != NULL ? tree : SOURCE_TREE, name);
	return path;
}

/* The name of a file in memory that holds just this text. */
static inline const char *in_memory(const char *text, size_t bytes)
{
	static char name[32];
	static int fd = -1;

	if (fd < 0) {
		fd = memfd_create("text", MFD_CLOEXEC);
		snprintf(name, sizeof name, "/dev/fd/%d", fd);
	}
	if (ftruncate(fd, 0) != 0 ||
	    pwrite(fd, text, bytes, 0) != (ssize_t)bytes) {
		puts("Bail out! there is no file in memory");
		exit(1);
	}
	return name;
}

#define WORK_BYTES 40

/* Makes a new folder, in memory where that can be had, or ends the program. */
static inline void work_make(char work[WORK_BYTES])
{
	strcpy(work, "/dev/shm/sitwell-fuzz-XXXXXX");
	if (mkdtemp(work) != NULL)
		return;
	strcpy(work, "/tmp/sitwell-fuzz-XXXXXX");
	if (mkdtemp(work) != NULL)
		return;
	puts("Bail out! no folder can be made to work in");
	exit(1);
}

/* The pack of tests/broken/base, loaded once; without it all ends. */
static inline const struct pack *base_pack(void)
{
	static struct pack *pack;
	struct error_list faults = { 0 };

	if (pack == NULL &&
	    pack_load(&pack, in_tree("tests/broken/base"), &faults) != 0) {
		printf("Bail out! tests/broken/base does not load\n");
		error_list_print(stdout, &faults);
		exit(1);
	}
	return pack;
}

#endif
