#include "config.h"

#include "prove/rests.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

struct rest {
	const struct expr *count;
	int *surely, *possibly;		/* by k: at least so many */
	struct rest *next;
};

bool rests_leave_out(const struct rests *rests, const struct finding *finding)
{
	return !rests->apart[finding->index];
}

/* Any two numbers up to `left`, of which the sure one is not above. */
static void bind_rest(struct rest *rest, struct sat *sat, size_t left,
		      size_t most)
{
	rest->surely[0] = rest->possibly[0] = sat_true(sat);
	for (size_t k = 1; k <= most; k++) {
		bool can_be = k <= left;

		rest->surely[k] = can_be ? sat_literal(sat) : -sat_true(sat);
		rest->possibly[k] = can_be ? sat_literal(sat) : -sat_true(sat);
		sat_implies(sat, rest->surely[k], rest->surely[k - 1]);
		sat_implies(sat, rest->possibly[k], rest->possibly[k - 1]);
		sat_implies(sat, rest->surely[k], rest->possibly[k]);
	}
}

static struct rest *add_rest(struct rests *rests, struct sat *sat,
			     const struct expr *count, size_t most)
{
	struct rest *rest = xcalloc(1, sizeof *rest);
	size_t left = 0;

	for (size_t i = 0; i < count->n_findings; i++)
		left += rests_leave_out(rests, count->findings[i]);
	rest->count = count;
	rest->surely = xcalloc(most + 1, sizeof *rest->surely);
	rest->possibly = xcalloc(most + 1, sizeof *rest->possibly);
	bind_rest(rest, sat, left, most);
	rest->next = rests->first;
	rests->first = rest;
	return rest;
}

static const struct rest *rest_of(struct rests *rests, struct sat *sat,
				  const struct expr *count, size_t most)
{
	struct rest *rest = rests->first;

	while (rest != NULL && rest->count != count)
		rest = rest->next;
	return rest != NULL ? rest : add_rest(rests, sat, count, most);
}

void rests_count(struct rests *rests, struct sat *sat,
		 const struct expr *count, bool surely, int *out, size_t most)
{
	const struct rest *rest = rest_of(rests, sat, count, most);

	memcpy(out, surely ? rest->surely : rest->possibly,
	       (most + 1) * sizeof *out);
}

void rests_clear(struct rests *rests)
{
	while (rests->first != NULL) {
		struct rest *old = rests->first;

		rests->first = old->next;
		free(old->surely);
		free(old->possibly);
		free(old);
	}
}
