/* Every expression of a pack, one after the other. */
#include "config.h"

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
	for (size_t i = 0; i < pack->n_conditions; i++)
		expr_walk(pack->targets[i].needs, seen, data);
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
}
