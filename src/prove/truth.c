#include "config.h"

#include "prove/truth.h"

#include <assert.h>
#include <stdlib.h>

#include "answers/logic.h"
#include "base/error.h"

/* From this number up, all compare alike. */
static size_t beyond(const struct expr *expr)
{
	size_t all = expr->n_findings;

	if (expr->number < 0)
		return 0;
	return expr->number + 1 < (double)all ? (size_t)expr->number + 1 : all;
}

/* out[k]: at least k of them are surely, or possibly, present. */
static void count_findings(const struct reader *reader,
			   const struct expr *expr, bool surely, int *out,
			   size_t most)
{
	int *states = xcalloc(expr->n_findings + 1, sizeof *states);
	size_t count = 0;

	for (size_t i = 0; i < expr->n_findings; i++) {
		struct truth truth;

		if (reader->rests != NULL &&
		    rests_leave_out(reader->rests, expr->findings[i]))
			continue;
		truth = reader->finding(reader->data, expr->findings[i]);
		states[count++] = surely ? truth.yes : -truth.no;
	}
	if (reader->rests != NULL) {
		rests_count(reader->rests, reader->sat, expr, surely, out,
			    most);
		sat_count_on(reader->sat, states, count, out, most);
	} else {
		sat_count(reader->sat, states, count, out, most);
	}
	free(states);
}

/* Whether every number that is possible compares as `wanted`. */
static int all_compare(struct sat *sat, const struct expr *expr,
		       const int *least, const int *most, bool wanted)
{
	size_t last = beyond(expr);
	int all = sat_true(sat);

	for (size_t k = 0; k <= last; k++) {
		int possible = k < last ? sat_and(sat, -least[k + 1], most[k])
					: most[k];

		if (compare_holds((double)k, expr->compare, expr->number) !=
		    wanted)
			all = sat_and(sat, all, -possible);
	}
	return all;
}

static struct truth of_count(const struct reader *reader,
			     const struct expr *expr)
{
	size_t last = beyond(expr);
	int *least = xcalloc(last + 1, sizeof *least);
	int *most = xcalloc(last + 1, sizeof *most);
	struct truth truth;

	count_findings(reader, expr, true, least, last);
	count_findings(reader, expr, false, most, last);
	truth.yes = all_compare(reader->sat, expr, least, most, true);
	truth.no = all_compare(reader->sat, expr, least, most, false);
	free(least);
	free(most);
	return truth;
}

struct truth truth_expr(const struct reader *reader, const struct expr *expr)
{
	struct sat *sat = reader->sat;
	struct truth left, right;

	switch (expr->op) {
	case EXPR_NOT:
		left = truth_expr(reader, expr->left);
		return (struct truth){ .yes = left.no, .no = left.yes };
	case EXPR_OR:
	case EXPR_AND:
		left = truth_expr(reader, expr->left);
		right = truth_expr(reader, expr->right);
		if (expr->op == EXPR_OR)
			return (struct truth){
				.yes = sat_or(sat, left.yes, right.yes),
				.no = sat_and(sat, left.no, right.no),
			};
		return (struct truth){
			.yes = sat_and(sat, left.yes, right.yes),
			.no = sat_or(sat, left.no, right.no),
		};
	case EXPR_FINDING:
		return reader->finding(reader->data, expr->finding);
	case EXPR_COUNT:
		return of_count(reader, expr);
	case EXPR_IS:
	case EXPR_INCLUDES:
	case EXPR_COMPARE:
		return reader->question(reader->data, expr);
	}
	assert(false);
	return (struct truth){ .yes = -sat_true(sat), .no = sat_true(sat) };
}
