/*
 * Why something failed, in one sentence that says where and what to do.
 *
 * A function that can fail returns 0 or -1, gives its result through `out`
 * and its reason through `err`, which is never NULL.  A struct error owns
 * nothing, so nobody frees it.  Only commands and screens print it.
 */
#ifndef SITWELL_ERROR_H
#define SITWELL_ERROR_H

#include <stddef.h>
#include <stdio.h>

struct error {
	char file[128];		/* content file, "" if it is not about one */
	int line;		/* 1-based; 0 for the whole file */
	char message[256];	/* what is wrong, and what to write instead */
};

/* The faults of one run over many files, in the order they were found. */
struct error_list {
	struct error *errors;
	size_t count;
	size_t room;
};

/*
 * Fills *err, printf-like, and returns -1.  `file` may be NULL.  Control
 * characters and what is not UTF-8 become question marks.
 */
int error_set(struct error *err, const char *file, int line, const char *fmt,
	      ...) __attribute__((format(printf, 4, 5)));

/* Appends a fault, printf-like.  `file` may be NULL. */
void error_list_add(struct error_list *list, const char *file, int line,
		    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Sorts by file and line, keeping the order of faults on the same line. */
void error_list_sort(struct error_list *list);

/* Frees what the list holds and leaves it empty. */
void error_list_done(struct error_list *list);

/* Prints "file:line: message\n", leaving out what is not there. */
void error_print(FILE *stream, const struct error *err);
void error_list_print(FILE *stream, const struct error_list *list);

/*
 * Out of memory, the program ends: `restore` (may be NULL) runs first, to
 * give the terminal back.
 */
void error_on_no_memory(void (*restore)(void));

/* Like malloc and friends, but never NULL: see error_on_no_memory. */
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t count, size_t size);
char *xstrdup(const char *text);

#endif
