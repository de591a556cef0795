/* Every expression of a pack, and every question that one reads. */
#include "config.h"

#include <stdlib.h>

#include "pack/pack.h"

void pack_walk(const struct pack *pack,
	       void (*seen)(void *data, const struct expr *node), void *data)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		expr_walk(pack->questions[i].ask_if, seen, data);
		expr_walk(pack->questions[i].not_if, seen, data);
	}
	for (size_t i = 0; i < pack->n_findings; i++) {
		expr_walk(pack->findings[i].when, seen, data);
		expr_walk(pack->findings[i].absent_when, seen, data);
	}
	for (size_t i = 0; i < pack->n_conditions; i++) {
		expr_walk(pack->targets[i].needs, seen, data);
		expr_walk(pack->targets[i].below_when, seen, data);
	}
	for (size_t i = 0; i < pack->n_strata; i++)
		expr_walk(pack->strata[i].when, seen, data);
	for (size_t i = 0; i < pack->n_rules; i++)
		expr_walk(pack->rules[i].when, seen, data);
	if (pack->self_care != NULL)
		expr_walk(pack->self_care->when, seen, data);
	for (size_t i = 0; i < pack->n_invariants; i++)
		expr_walk(pack->invariants[i].given, seen, data);
	for (size_t i = 0; i < pack->n_advice; i++)
		expr_walk(pack->advice[i].when, seen, data);
	for (size_t i = 0; i < pack->n_scopes; i++)
		expr_walk(pack->scopes[i].when, seen, data);
	for (size_t i = 0; i < pack->n_programmes; i++)
		expr_walk(pack->programmes[i].when, seen, data);
}

struct walk {
	bool *entered;			/* by finding index */
	void (*seen)(void *data, const struct question *question);
	void *data;
};

static void follow(void *data, const struct question *question,
		   const struct finding *finding)
{
	struct walk *walk = data;

	if (question != NULL)
		walk->seen(walk->data, question);
	if (finding == NULL || walk->entered[finding->index])
		return;
	walk->entered[finding->index] = true;
	expr_visit(finding->when, follow, walk);
}

void pack_walk_questions(const struct pack *pack, const struct expr *expr,
			 void (*seen)(void *data,
				      const struct question *question),
			 void *data)
{
	struct walk walk = {
		.entered = xcalloc(pack->n_findings, sizeof *walk.entered),
		.seen = seen, .data = data,
	};

	expr_visit(expr, follow, &walk);
	free(walk.entered);
}
