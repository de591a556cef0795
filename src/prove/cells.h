/*
 * Numbers as finite domains: between two numbers with which expressions
 * compare a question, all numbers mean the same, so one stands for all.
 */
#ifndef SITWELL_CELLS_H
#define SITWELL_CELLS_H

#include "pack/pack.h"

/* One number for each cell of a question's range, rising. */
struct cells {
	double *numbers;
	size_t count;		/* 0: not a question with a number */
};

/* An array with the cells of each question of the pack. */
struct cells *cells_new(const struct pack *pack);

/*
 * The same, cut also where another pack compares its question of that id,
 * and where its range ends: so that both packs' cells can be matched.
 */
struct cells *cells_new_beside(const struct pack *pack,
			       const struct pack *beside);

/*
 * The cell of `other` with just the numbers of this one, or SIZE_MAX: of one
 * question's cells in two packs, each made beside the other.
 */
size_t cells_partner(const struct cells *one, size_t cell,
		     const struct cells *other);

void cells_free(struct cells **cells, const struct pack *pack);

#endif
