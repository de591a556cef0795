/* What must hold of every fault that a reader finds. */
#ifndef SITWELL_TESTS_FAULTS_H
#define SITWELL_TESTS_FAULTS_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

/* Whether a terminal shows it as it is meant: UTF-8 without controls. */
static inline bool is_showable(const char *text)
{
	size_t bytes = strlen(text);

	for (size_t i = 0; i < bytes; i++)
		if ((unsigned char)text[i] < ' ' || text[i] == 0x7f ||
		    ((unsigned char)text[i] == 0xc2 &&
		     (unsigned char)text[i + 1] < 0xa0))
			return false;
	return bytes > 0 && text_bad_utf8(text, bytes) == NULL;
}

/*
 * Faults must be in words, and none may be iniparser's alone: then our own
 * reading of the lines passed over something.  Says which is not.
 */
static inline bool faults_are_sound(const struct error_list *faults)
{
	for (size_t i = 0; i < faults->count; i++) {
		const struct error *fault = &faults->errors[i];

		if (is_showable(fault->message) && fault->line >= 0 &&
		    strncmp(fault->message, "iniparser ", 10) != 0)
			continue;
		printf("# a fault should not be: ");
		error_print(stdout, fault);
		return false;
	}
	return true;
}

/* A text that names iniparser itself could put it into any message. */
static inline bool names_iniparser(const char *text, size_t bytes)
{
	return memmem(text, bytes, "iniparser", 9) != NULL;
}

static inline bool faults_are_sorted(const struct error_list *faults)
{
	for (size_t i = 1; i < faults->count; i++) {
		const struct error *fault = &faults->errors[i];

		if (strcmp(fault[-1].file, fault->file) <= 0)
			continue;
		printf("# out of order: ");
		error_print(stdout, fault);
		return false;
	}
	return true;
}

#endif
