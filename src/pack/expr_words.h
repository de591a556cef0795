/* Words of the expression language that parser and printer share. */
#ifndef SITWELL_EXPR_WORDS_H
#define SITWELL_EXPR_WORDS_H

#include "pack/expr.h"

static const struct {
	const char *text;
	enum expr_compare compare;
} comparisons[] = {		/* longer ones first: "<=" before "<" */
	{ "<=", COMPARE_LE }, { ">=", COMPARE_GE }, { "==", COMPARE_EQ },
	{ "<", COMPARE_LT }, { ">", COMPARE_GT },
};

static const struct {
	const char *id;
	unsigned bit;
} reserved_words[] = {
	{ "unsure", RESERVED_UNSURE },
	{ "skipped", RESERVED_SKIPPED },
	{ "na", RESERVED_NA },
	{ "unanswered", RESERVED_UNANSWERED },
};

#define N_COMPARISONS (sizeof comparisons / sizeof *comparisons)
#define N_RESERVED_WORDS (sizeof reserved_words / sizeof *reserved_words)

#endif
