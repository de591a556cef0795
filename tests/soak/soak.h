/* What the programs here share: chance, and the shipped pack. */
#ifndef SITWELL_TESTS_SOAK_H
#define SITWELL_TESTS_SOAK_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "answers/answers.h"
#include "base/paths.h"

static uint64_t random_state = 2026;

/* xorshift64*, below a limit: the same on every machine. */
static inline uint64_t draw(uint64_t below)
{
	random_state ^= random_state >> 12;
	random_state ^= random_state << 25;
	random_state ^= random_state >> 27;
	return (random_state * UINT64_C(2685821657736338717) >> 33) % below;
}

/* The i-th answer of a question, or the state it stands for. */
static inline struct value choice_of(const struct question *question, size_t i)
{
	struct value value = { .state = question->answers[i].state };

	if (value.state == ANSWER_VALUE)
		value.choices = UINT64_C(1) << i;
	return value;
}

/* Any number of the question's range. */
static inline double any_number(const struct question *question)
{
	return question->min +
	       (double)draw((uint64_t)(question->max - question->min) + 1);
}

/* PROGRAM [COUNT [SEED]]: the count, with the seed set. */
static inline size_t soak_count(int argc, char **argv, size_t usual)
{
	if (argc > 2)
		random_state = strtoull(argv[2], NULL, 10) | 1;
	return argc > 1 ? strtoul(argv[1], NULL, 10) : usual;
}

/* The shipped pack; ends the program, saying so in TAP, without it. */
static inline struct pack *shipped_pack(void)
{
	struct error_list faults = { 0 };
	struct pack *pack = NULL;
	char dir[PATHS_MAX];
	struct error err;

	if (paths_pack(dir, "buttock-pain", &err) != 0 ||
	    pack_load_with_passages(&pack, dir, &faults) != 0) {
		printf("Bail out! the shipped pack does not load\n");
		error_list_print(stderr, &faults);
		exit(1);
	}
	error_list_done(&faults);
	return pack;
}

#endif
