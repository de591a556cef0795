#include "config.h"

#include "prove/cells.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"

/* The numbers at which a question's range is cut. */
struct cuts {
	double *numbers;
	size_t count;
};

static void add_cut(struct cuts *cuts, double number)
{
	cuts->numbers = xrealloc(cuts->numbers, cuts->count + 1,
				 sizeof *cuts->numbers);
	cuts->numbers[cuts->count++] = number;
}

static void note_cut(void *data, const struct expr *expr)
{
	struct cuts *all = data;
	const struct question *question = expr->question;

	if (expr->op == EXPR_COMPARE && expr->number > question->min &&
	    expr->number < question->max)
		add_cut(&all[question->index], expr->number);
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

struct cells *cells_new(const struct pack *pack)
{
	struct cells *cells = xcalloc(pack->n_questions + 1, sizeof *cells);
	struct cuts *cuts = xcalloc(pack->n_questions + 1, sizeof *cuts);

	pack_walk(pack, note_cut, cuts);
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (question->type == QUESTION_NUMBER ||
		    question->type == QUESTION_SCALE)
			fill(&cells[i], question, &cuts[i]);
		free(cuts[i].numbers);
	}
	free(cuts);
	return cells;
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
