#include "config.h"

#include <stdlib.h>

#include "assess/assess.h"

/* Most urgent first; rules of one level stay in pack order. */
static int compare_rules(const void *left, const void *right)
{
	const struct rule *a = *(const struct rule *const *)left;
	const struct rule *b = *(const struct rule *const *)right;

	if (a->urgency != b->urgency)
		return a->urgency > b->urgency ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static enum urgency without_rules(const struct pack *pack,
				  const struct answers *answers)
{
	if (pack->self_care != NULL &&
	    expr_eval(pack->self_care->when, answers, READ_AS_IS) == TRI_TRUE)
		return URGENCY_SELF_CARE;
	return URGENCY_ROUTINE;
}

enum urgency urgency_by_rules(const struct pack *pack,
			      const struct answers *answers,
			      enum reading reading, struct rule_list *fired)
{
	enum urgency urgency = URGENCY_SELF_CARE;
	bool any = false;

	if (fired != NULL) {
		fired->rules = xcalloc(pack->n_rules + 1, sizeof *fired->rules);
		fired->count = 0;
	}
	for (size_t i = 0; i < pack->n_rules; i++) {
		const struct rule *rule = &pack->rules[i];

		if (expr_eval(rule->when, answers, reading) != TRI_TRUE)
			continue;
		any = true;
		if (rule->urgency > urgency)
			urgency = rule->urgency;
		if (fired != NULL)
			fired->rules[fired->count++] = rule;
	}
	if (fired != NULL)
		qsort(fired->rules, fired->count, sizeof *fired->rules,
		      compare_rules);
	return any ? urgency : without_rules(pack, answers);
}
