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
void cells_free(struct cells **cells, const struct pack *pack);

#endif
