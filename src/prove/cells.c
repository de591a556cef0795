#include "config.h"

#include "prove/cells.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"

/* The numbers at which a question's range is cut. */
struct cuts {
	double *numbers;
	size_t count;
};

/* Those of a pack's questions, while another pack is read for more. */
struct cutting {
	const struct pack *pack;
	struct cuts *cuts;		/* by question */
};

static void add_cut(struct cuts *cuts, double number)
{
	cuts->numbers = xrealloc(cuts->numbers, cuts->count + 1,
				 sizeof *cuts->numbers);
	cuts->numbers[cuts->count++] = number;
}

static void cut_at(struct cutting *cutting, const char *id, double number)
{
	const struct question *question = pack_find_question(cutting->pack, id);

	if (question != NULL && question_has_number(question) &&
	    number > question->min && number < question->max)
		add_cut(&cutting->cuts[question->index], number);
}

static void note_cut(void *data, const struct expr *expr)
{
	if (expr->op == EXPR_COMPARE)
		cut_at(data, expr->question->id, expr->number);
}

/* Where the ranges differ, each has cells that the other has not. */
static void note_ranges(struct cutting *cutting, const struct pack *beside)
{
	for (size_t i = 0; i < beside->n_questions; i++) {
		const struct question *question = &beside->questions[i];

		if (!question_has_number(question))
			continue;
		cut_at(cutting, question->id, question->min);
		cut_at(cutting, question->id, question->max);
	}
}

static int compare_numbers(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return a < b ? -1 : a > b;
}

/* Strictly between: one that can be entered, if there is any. */
static double between(const struct question *question, double low, double high)
{
	double steps = floor((low - question->min) / question->step) + 1;
	double number = question->min + steps * question->step;

	return number < high ? number : (low + high) / 2;
}

/* Each cut by itself, and what lies between two of them. */
static void fill(struct cells *cells, const struct question *question,
		 struct cuts *cuts)
{
	add_cut(cuts, question->min);
	add_cut(cuts, question->max);
	qsort(cuts->numbers, cuts->count, sizeof *cuts->numbers,
	      compare_numbers);
	cells->numbers = xcalloc(2 * cuts->count, sizeof *cells->numbers);
	for (size_t i = 0; i < cuts->count; i++) {
		double cut = cuts->numbers[i];

		if (i > 0 && cut == cuts->numbers[i - 1])
			continue;
		if (i > 0)
			cells->numbers[cells->count++] =
				between(question, cuts->numbers[i - 1], cut);
		cells->numbers[cells->count++] = cut;
	}
}

struct cells *cells_new_beside(const struct pack *pack,
			       const struct pack *beside)
{
	struct cells *cells = xcalloc(pack->n_questions + 1, sizeof *cells);
	struct cuts *cuts = xcalloc(pack->n_questions + 1, sizeof *cuts);
	struct cutting cutting = { pack, cuts };

	pack_walk(pack, note_cut, &cutting);
	pack_walk(beside, note_cut, &cutting);
	note_ranges(&cutting, beside);
	for (size_t i = 0; i < pack->n_questions; i++) {
		if (question_has_number(&pack->questions[i]))
			fill(&cells[i], &pack->questions[i], &cuts[i]);
		free(cuts[i].numbers);
	}
	free(cuts);
	return cells;
}

struct cells *cells_new(const struct pack *pack)
{
	return cells_new_beside(pack, pack);
}

size_t cells_partner(const struct cells *one, size_t cell,
		     const struct cells *other)
{
	bool cut = cell % 2 == 0;
	size_t at = cut ? cell : cell - 1;

	/* the cuts stand at even places, what lies between at odd ones */
	for (size_t i = 0; i < other->count; i += 2) {
		if (other->numbers[i] != one->numbers[at])
			continue;
		if (cut)
			return i;
		return i + 2 < other->count &&
		       other->numbers[i + 2] == one->numbers[at + 2]
		       ? i + 1 : SIZE_MAX;
	}
	return SIZE_MAX;
}

void cells_free(struct cells **cells, const struct pack *pack)
{
	if (*cells == NULL)
		return;
	for (size_t i = 0; i < pack->n_questions; i++)
		free((*cells)[i].numbers);
	free(*cells);
	*cells = NULL;
}
