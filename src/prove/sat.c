#include "config.h"

#include "prove/sat.h"

#include <assert.h>
#include <stdlib.h>

#include <ccadical.h>

#include "base/error.h"

struct sat {
	CCaDiCaL *solver;
	int last;		/* the newest literal; 1 is always true */
	size_t clauses;
};

#define TRUE_LITERAL 1

/* A clause of one to three literals; 0 where there is none. */
static void clause_of(struct sat *sat, int a, int b, int c)
{
	const int literals[] = { a, b, c };

	sat_clause(sat, literals, c != 0 ? 3 : b != 0 ? 2 : 1);
}

struct sat *sat_new(void)
{
	struct sat *sat = xcalloc(1, sizeof *sat);

	sat->solver = ccadical_init();
	ccadical_set_option(sat->solver, "quiet", 1);
	sat->last = TRUE_LITERAL;
	ccadical_add(sat->solver, TRUE_LITERAL);
	ccadical_add(sat->solver, 0);
	return sat;
}

void sat_free(struct sat **sat)
{
	if (*sat == NULL)
		return;
	ccadical_release((*sat)->solver);
	free(*sat);
	*sat = NULL;
}

int sat_literal(struct sat *sat)
{
	return ++sat->last;
}

int sat_true(const struct sat *sat)
{
	(void)sat;
	return TRUE_LITERAL;
}

void sat_clause(struct sat *sat, const int *literals, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (literals[i] == TRUE_LITERAL)
			return;
	for (size_t i = 0; i < count; i++)
		if (literals[i] != -TRUE_LITERAL)
			ccadical_add(sat->solver, literals[i]);
	ccadical_add(sat->solver, 0);
	sat->clauses++;
}

/* Of few literals no two: a clause a pair. */
static void no_two(struct sat *sat, const int *literals, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++)
			clause_of(sat, -literals[i], -literals[j], 0);
}

#define FEW 8

/*
 * Many are taken in lots: of a lot and a literal that stands for all that
 * came before, no two.  So there are as many clauses as literals, not
 * their square.
 */
void sat_exactly_one(struct sat *sat, const int *literals, size_t count)
{
	int lot[FEW];
	size_t held = 0;

	sat_clause(sat, literals, count);
	for (size_t i = 0; i < count; i++) {
		lot[held++] = literals[i];
		if (held < FEW && i + 1 < count)
			continue;
		no_two(sat, lot, held);
		if (i + 1 == count)
			break;
		lot[0] = sat_any(sat, lot, held);
		held = 1;
	}
}

void sat_implies(struct sat *sat, int when, int then)
{
	clause_of(sat, -when, then, 0);
}

int sat_and(struct sat *sat, int one, int other)
{
	int both;

	if (one == TRUE_LITERAL || one == other)
		return other;
	if (other == TRUE_LITERAL)
		return one;
	if (one == -TRUE_LITERAL || other == -TRUE_LITERAL || one == -other)
		return -TRUE_LITERAL;
	both = sat_literal(sat);
	clause_of(sat, -both, one, 0);
	clause_of(sat, -both, other, 0);
	clause_of(sat, both, -one, -other);
	return both;
}

int sat_or(struct sat *sat, int one, int other)
{
	return -sat_and(sat, -one, -other);
}

int sat_any(struct sat *sat, const int *literals, size_t count)
{
	int *clause = xcalloc(count + 1, sizeof *clause);
	int any = -TRUE_LITERAL;
	size_t used = 0;

	for (size_t i = 0; i < count && any != TRUE_LITERAL; i++) {
		if (literals[i] == TRUE_LITERAL)
			any = TRUE_LITERAL;
		else if (literals[i] != -TRUE_LITERAL)
			clause[used++] = literals[i];
	}
	if (any != TRUE_LITERAL && used == 1) {
		any = clause[0];
	} else if (any != TRUE_LITERAL && used > 1) {
		any = sat_literal(sat);
		for (size_t i = 0; i < used; i++)
			clause_of(sat, any, -clause[i], 0);
		clause[used++] = -any;
		sat_clause(sat, clause, used);
	}
	free(clause);
	return any;
}

/*
 * A counter that takes the literals one by one: after each, at least k hold
 * if they did before, or if k - 1 did and this one does (Sinz 2005).
 */
void sat_count_on(struct sat *sat, const int *literals, size_t count,
		  int *out, size_t most)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = most; k > 0; k--)
			out[k] = sat_or(sat, out[k],
					sat_and(sat, out[k - 1], literals[i]));
}

void sat_count(struct sat *sat, const int *literals, size_t count, int *out,
	       size_t most)
{
	out[0] = TRUE_LITERAL;
	for (size_t k = 1; k <= most; k++)
		out[k] = -TRUE_LITERAL;
	sat_count_on(sat, literals, count, out, most);
}

bool sat_solve(struct sat *sat, const int *assumed, size_t count)
{
	int result;

	for (size_t i = 0; i < count; i++)
		ccadical_assume(sat->solver, assumed[i]);
	result = ccadical_solve(sat->solver);
	assert(result == 10 || result == 20);
	return result == 10;
}

bool sat_solve_any(struct sat *sat, const int *literals, size_t count,
		   int assumed)
{
	for (size_t i = 0; i < count; i++)
		ccadical_constrain(sat->solver, literals[i]);
	ccadical_constrain(sat->solver, 0);
	return sat_solve(sat, &assumed, 1);
}

bool sat_holds(const struct sat *sat, int literal)
{
	return ccadical_val(sat->solver, literal) > 0;
}

size_t sat_literals(const struct sat *sat)
{
	return (size_t)sat->last;
}

size_t sat_clauses(const struct sat *sat)
{
	return sat->clauses;
}
