/*
 * A satisfiability problem: literals, clauses, gates, and CaDiCaL behind
 * them (its C interface, which follows IPASIR).  Nothing else in the
 * program knows the solver.
 *
 * A literal is a number other than 0; minus a literal is its negation.
 * Gates are full equivalences (Tseitin), so that a gate's literal may be
 * used in both senses; constants are folded.
 */
#ifndef SITWELL_SAT_H
#define SITWELL_SAT_H

#include <stdbool.h>
#include <stddef.h>

struct sat;

struct sat *sat_new(void);
void sat_free(struct sat **sat);

/* A literal that is free, and one that is always true. */
int sat_literal(struct sat *sat);
int sat_true(const struct sat *sat);

/* At least one of these holds. */
void sat_clause(struct sat *sat, const int *literals, size_t count);
/* One of these holds, and no two. */
void sat_exactly_one(struct sat *sat, const int *literals, size_t count);
/* Where `when` holds, so does `then`. */
void sat_implies(struct sat *sat, int when, int then);

/* The literal that is true exactly when both, one, all, any hold. */
int sat_and(struct sat *sat, int one, int other);
int sat_or(struct sat *sat, int one, int other);
int sat_any(struct sat *sat, const int *literals, size_t count);

/*
 * Counts: out[k] is true exactly when at least k of the literals hold, for
 * k from 0 to `most`.
 */
void sat_count(struct sat *sat, const int *literals, size_t count, int *out,
	       size_t most);
/* The same, on top of what `out` counts already. */
void sat_count_on(struct sat *sat, const int *literals, size_t count,
		  int *out, size_t most);

/*
 * Whether there is a solution in which all of these literals hold too; they
 * bind this call alone.  sat_holds then reads that solution.
 */
bool sat_solve(struct sat *sat, const int *assumed, size_t count);
/* The same for `assumed` and one of these at least, whichever. */
bool sat_solve_any(struct sat *sat, const int *literals, size_t count,
		   int assumed);
bool sat_holds(const struct sat *sat, int literal);

/* How large the problem is. */
size_t sat_literals(const struct sat *sat);
size_t sat_clauses(const struct sat *sat);

#endif
