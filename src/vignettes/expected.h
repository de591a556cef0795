/* What a vignette expects: its section [expect]. */
#ifndef SITWELL_EXPECTED_H
#define SITWELL_EXPECTED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "pack/ini.h"
#include "pack/pack.h"

#define MAX_ACCEPTED 8
#define MAX_NOT_FIRST 8
#define MAX_EXPECTED_RULES 16

/* How far up the list a `must` case wants an accepted condition. */
enum within { WITHIN_FIRST, WITHIN_THREE, WITHIN_SHOWN };

struct expected_rules {
	const struct rule *rules[MAX_EXPECTED_RULES];
	size_t count;
};

struct expected {
	const struct target *accepted[MAX_ACCEPTED];	/* [0]: the condition
							 * itself, then also-
							 * acceptable ones */
	size_t n_accepted;	/* 0: no condition is expected */
	enum within within;
	const struct target *not_first[MAX_NOT_FIRST];	/* must not lead the
							 * list */
	size_t n_not_first;
	int urgency;		/* enum urgency, or -1 */
	int examined_urgency;	/* with the physio's findings, or -1 */
	enum urgency at_least;	/* self-care: anything will do */
	struct expected_rules rules;		/* must fire by the history */
	struct expected_rules examined_rules;	/* with the findings too */
	bool judges_exercises;
	const struct phase *phase;	/* whose exercises are shown by the
					 * history, or NULL: none are */
	bool must;
};

/* Reads it; what is wrong with it is appended. */
void expected_read(struct expected *expected, const struct pack *pack,
		   const struct ini *ini, struct error_list *faults);

/* Whether it expects something of the examination's urgency or rules. */
bool expected_is_examined(const struct expected *expected);

/* Appends a fault for each key that a section does not have. */
void expected_check_keys(const struct ini *ini,
			 const struct ini_section *section,
			 const char *const *keys, size_t n_keys,
			 struct error_list *faults);

#endif
