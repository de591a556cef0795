/*
 * The one small language of conditions: ask-if, when, needs, given ...
 *
 *     expr   := and { "or" and }
 *     and    := not { "and" not }
 *     not    := "not" not | atom
 *     atom   := "(" expr ")" | FINDING
 *             | QUESTION "is" ANSWER | QUESTION "in" "(" ANSWER... ")"
 *             | QUESTION "includes" ANSWER
 *             | QUESTION ("<" | "<=" | ">" | ">=" | "==") NUMBER
 *             | "count" "(" FINDING... ")" (comparison) NUMBER
 *
 * Parsed once, at load.  An expression cannot name a condition or a score.
 * Trees live in the pack's arena; how they are evaluated is logic.h's.
 */
#ifndef SITWELL_EXPR_H
#define SITWELL_EXPR_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

struct finding;
struct pack;
struct question;

enum expr_op {
	EXPR_OR,		/* left, right */
	EXPR_AND,		/* left, right */
	EXPR_NOT,		/* left */
	EXPR_FINDING,		/* finding */
	EXPR_IS,		/* question, choices, reserved: is and in () */
	EXPR_INCLUDES,		/* question, choices, reserved */
	EXPR_COMPARE,		/* question, compare, number */
	EXPR_COUNT,		/* findings, compare, number */
};

enum expr_compare { COMPARE_LT, COMPARE_LE, COMPARE_GT, COMPARE_GE, COMPARE_EQ };

/* Reserved words: answers that are not values. */
enum {
	RESERVED_UNSURE = 1,
	RESERVED_SKIPPED = 2,
	RESERVED_NA = 4,
	RESERVED_UNANSWERED = 8,
};

struct expr {
	enum expr_op op;
	enum expr_compare compare;
	unsigned reserved;	/* RESERVED_ bits named */
	uint64_t choices;	/* bit i: the question's i-th answer is named */
	double number;
	const struct expr *left, *right;
	const struct question *question;
	const struct finding *finding;
	const struct finding *const *findings;	/* n_findings */
	size_t n_findings;
};

/*
 * Parses `text`, which stands in file:line.  Names are looked up in `pack`,
 * whose questions (with their answers) and findings must be known by id.
 * On failure *err says which word is wrong and what to write instead.
 */
int expr_parse(const struct expr **out, struct arena *arena,
	       const struct pack *pack, const char *text, const char *file,
	       int line, struct error *err);

/*
 * Writes the expression as text that parses to the same tree, with no more
 * brackets than it needs.  Returns the bytes needed without the NUL, like
 * snprintf.
 */
size_t expr_print(char *buffer, size_t size, const struct expr *expr);

/* Calls `seen` for every node of the tree, findings not entered. */
void expr_walk(const struct expr *expr,
	       void (*seen)(void *data, const struct expr *node), void *data);

/* Calls `seen` for every question and finding that the tree itself names. */
void expr_visit(const struct expr *expr,
		void (*seen)(void *data, const struct question *question,
			     const struct finding *finding), void *data);

#endif
