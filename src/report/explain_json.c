/* A trace as a JSON object, with numbers as exact as they are written. */
#include "config.h"

#include <jansson.h>
#include <stdlib.h>

#include "assess/grounds.h"
#include "report/explain.h"

#define MAX_ANSWER 200		/* bytes of an answer's ids */

static json_t *placed_object(const char *id, const struct place *place)
{
	json_t *object = json_object();

	json_object_set_new(object, "id", json_string(id));
	json_object_set_new(object, "file", json_string(place->file));
	json_object_set_new(object, "line", json_integer(place->line));
	return object;
}

static void set_expr(json_t *object, const char *key, const struct expr *expr)
{
	char *text = explain_expr(expr);

	json_object_set_new(object, key, json_string(text));
	free(text);
}

static json_t *answer_of(const struct ground *ground)
{
	char answer[MAX_ANSWER];

	if (ground->value.state == ANSWER_NOTHING)
		return json_null();
	value_print(answer, sizeof answer, ground->atom->question,
		    &ground->value);
	return json_string(answer);
}

static void add_ground(void *data, const struct ground *ground)
{
	json_t *array = data, *object = json_object();

	set_expr(object, "atom", ground->atom);
	json_object_set_new(object, "finding", ground->finding == NULL ?
			    json_null() : json_string(ground->finding->id));
	json_object_set_new(object, "holds", json_boolean(ground->holds));
	json_object_set_new(object, "answer", answer_of(ground));
	json_object_set_new(object, "assumed", json_boolean(ground->assumed));
	json_array_append_new(array, object);
}

/* The expression under its key, and the answers that it rests on. */
static void set_reasons(json_t *object, const struct trace *trace,
			const char *key, const struct expr *expr,
			enum reading reading)
{
	json_t *grounds;

	if (expr == NULL)
		return;
	grounds = json_array();
	set_expr(object, key, expr);
	expr_grounds(expr, trace->answers, reading, add_ground, grounds);
	json_object_set_new(object, "answers", grounds);
}

static json_t *rules_array(const struct trace *trace)
{
	const struct rule_list *fired = &trace->assessment->fired;
	json_t *array = json_array(), *object;

	for (size_t i = 0; i < fired->count; i++) {
		const struct rule *rule = fired->rules[i];

		object = placed_object(rule->id, &rule->place);
		json_object_set_new(object, "urgency",
				    json_string(urgency_id(rule->urgency)));
		set_reasons(object, trace, "when", rule->when, READ_ASSUMED);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *finding_object(const struct trace *trace,
			      const struct finding *finding, bool present)
{
	json_t *object = placed_object(finding->id, &finding->place);
	const struct finding *by = trace->replaced[finding->index];

	json_object_set_new(object, "state",
			    json_string(present ? "present" : "absent"));
	json_object_set_new(object, "replaced-by",
			    by == NULL ? json_null() : json_string(by->id));
	set_reasons(object, trace, present ? "when" : "absent-when",
		    present ? finding->when : finding->absent_when,
		    READ_AS_IS);
	return object;
}

static json_t *findings_array(const struct trace *trace)
{
	const struct assessment *now = trace->assessment;
	json_t *array = json_array();

	for (size_t i = 0; i < now->pack->n_findings; i++)
		if (now->findings[i] != TRI_UNKNOWN)
			json_array_append_new(array, finding_object(trace,
					&now->pack->findings[i],
					now->findings[i] == TRI_TRUE));
	return array;
}

static json_t *strata_array(const struct trace *trace,
			    const struct traced_target *traced)
{
	json_t *array = json_array(), *object;

	for (size_t i = 0; i < traced->n_strata; i++) {
		const struct stratum *stratum = traced->strata[i].stratum;

		object = placed_object(stratum->id, &stratum->place);
		json_object_set_new(object, "multiplier",
				    json_real(traced->strata[i].multiplier));
		set_reasons(object, trace, "when", stratum->when, READ_AS_IS);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *ratio_object(const struct traced_ratio *ratio)
{
	const struct known *known = &ratio->known;
	const struct question *question = known->profile != NULL
		? known->profile->question : NULL;
	json_t *object = placed_object(question != NULL ? question->id
						: known->finding->id,
				       ratio->place);

	json_object_set_new(object, "state",
			    json_string(question != NULL
					? question->answers[known->answer].id
					: known->present ? "present"
							 : "absent"));
	json_object_set_new(object, "raw", json_real(ratio->raw));
	json_object_set_new(object, "limit", json_real(ratio->limit));
	json_object_set_new(object, "ratio", json_real(ratio->ratio));
	json_object_set_new(object, "part", json_real(ratio->part));
	return object;
}

static json_t *ratios_array(const struct traced_target *traced,
			    const struct group *group)
{
	json_t *array = json_array();

	for (size_t i = 0; i < traced->n_ratios; i++)
		if (traced->ratios[i].group == group)
			json_array_append_new(array,
					ratio_object(&traced->ratios[i]));
	return array;
}

static json_t *groups_array(const struct traced_target *traced)
{
	json_t *array = json_array();

	for (size_t i = 0; i < traced->n_groups; i++) {
		const struct traced_group *group = &traced->groups[i];
		json_t *object = placed_object(group->group->id,
					       &group->group->place);

		json_object_set_new(object, "ratios",
				    ratios_array(traced, group->group));
		json_object_set_new(object, "raw", json_real(group->raw));
		json_object_set_new(object, "limit", json_real(group->limit));
		json_object_set_new(object, "ratio", json_real(group->ratio));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *target_object(const struct trace *trace,
			     const struct traced_target *traced)
{
	const struct target *target = traced->target;
	json_t *object = placed_object(target->id, &target->place);

	if (target->parent != NULL)
		json_object_set_new(object, "condition",
				    json_string(target->parent->id));
	json_object_set_new(object, "shown", json_boolean(traced->shown));
	json_object_set_new(object, "ruled-out",
			    json_boolean(traced->ruled_out));
	set_reasons(object, trace, "needs", target->needs, READ_AS_IS);
	json_object_set_new(object, "prior", json_real(target->prior));
	json_object_set_new(object, "strata", strata_array(trace, traced));
	json_object_set_new(object, "groups", groups_array(traced));
	json_object_set_new(object, "alone", ratios_array(traced, NULL));
	json_object_set_new(object, "evidence", json_real(traced->evidence));
	json_object_set_new(object, "weight", json_real(traced->weight));
	json_object_set_new(object, "total", json_real(traced->total));
	json_object_set_new(object, "probability",
			    json_real(traced->probability));
	return object;
}

static json_t *targets_array(const struct trace *trace)
{
	json_t *array = json_array();

	for (size_t t = 0; t < trace->assessment->pack->n_targets; t++)
		json_array_append_new(array,
				      target_object(trace,
						    &trace->targets[t]));
	return array;
}

static const char *verdict_id(enum advised shown)
{
	switch (shown) {
	case ADVICE_OUT_OF_SCOPE:
		return "out-of-scope";
	case ADVICE_FORBIDDEN:
		return "forbidden";
	case ADVICE_NO_EXERCISE:
		return "no-exercise";
	case ADVICE_SHOWN:
	case ADVICE_NOT_MEANT:
		break;
	}
	return "shown";
}

static json_t *advice_array(const struct trace *trace)
{
	json_t *array = json_array(), *object;

	for (size_t i = 0; i < trace->n_advice; i++) {
		const struct traced_advice *traced = &trace->advice[i];
		const struct target *by = traced->verdict.by;

		object = placed_object(traced->advice->id,
				       &traced->advice->place);
		json_object_set_new(object, "verdict",
				json_string(verdict_id(traced->verdict.shown)));
		json_object_set_new(object, "by", by == NULL ? json_null() :
				    json_string(by->id));
		set_reasons(object, trace, "when", traced->advice->when,
			    READ_AS_IS);
		json_array_append_new(array, object);
	}
	return array;
}

json_t *explain_json(const struct trace *trace)
{
	json_t *object = json_object();

	json_object_set_new(object, "rules", rules_array(trace));
	json_object_set_new(object, "findings", findings_array(trace));
	json_object_set_new(object, "targets", targets_array(trace));
	json_object_set_new(object, "advice", advice_array(trace));
	return object;
}
