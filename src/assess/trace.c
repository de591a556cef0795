#include "config.h"

#include "assess/trace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Room for one more in a list that grows by doubling. */
static void *grown(void *list, size_t count, size_t size)
{
	if ((count & (count - 1)) != 0)
		return list;
	return xrealloc(list, count == 0 ? 1 : 2 * count, size);
}

static void add_ratio(struct traced_target *traced,
		      const struct score_step *step)
{
	traced->ratios = grown(traced->ratios, traced->n_ratios,
			       sizeof *traced->ratios);
	traced->ratios[traced->n_ratios++] = (struct traced_ratio){
		.known = *step->known, .place = step->place,
		.group = step->group, .raw = step->raw, .limit = step->limit,
		.ratio = step->factor, .part = 1,
	};
}

/* The strongest counts in full; of equals the first is named. */
static void share_out(struct traced_target *traced,
		      const struct score_step *step, double share)
{
	bool found = false;

	for (size_t i = 0; i < traced->n_ratios; i++) {
		struct traced_ratio *ratio = &traced->ratios[i];

		if (ratio->group != step->group)
			continue;
		if (!found && log(ratio->ratio) == step->strongest)
			found = true;
		else
			ratio->part = step->group->only_strongest ? 0 : share;
	}
}

static void add_group(struct traced_target *traced,
		      const struct score_step *step, double share)
{
	traced->groups = grown(traced->groups, traced->n_groups,
			       sizeof *traced->groups);
	traced->groups[traced->n_groups++] = (struct traced_group){
		.group = step->group, .raw = step->raw, .limit = step->limit,
		.ratio = step->factor,
	};
	share_out(traced, step, share);
}

static void add_stratum(struct traced_target *traced,
			const struct score_step *step)
{
	traced->strata = grown(traced->strata, traced->n_strata,
			       sizeof *traced->strata);
	traced->strata[traced->n_strata++] = (struct traced_stratum){
		.stratum = step->stratum, .multiplier = step->factor,
	};
}

static void note_step(void *data, const struct score_step *step)
{
	struct trace *trace = data;
	const struct constants *constants = &trace->assessment->pack->constants;
	struct traced_target *traced = &trace->targets[step->target->index];

	switch (step->kind) {
	case STEP_RATIO:
		add_ratio(traced, step);
		break;
	case STEP_GROUP:
		add_group(traced, step, constants->group_share);
		break;
	case STEP_STRATUM:
		add_stratum(traced, step);
		break;
	case STEP_GATE:
		traced->gate_closed = true;
		break;
	}
}

static void weigh(struct traced_target *traced, const struct score *score)
{
	traced->evidence = exp(score->evidence);
	traced->probability = score->probability;
	traced->ruled_out = score->ruled_out;
	traced->weight = traced->target->prior * traced->evidence;
	for (size_t i = 0; i < traced->n_strata; i++)
		traced->weight *= traced->strata[i].multiplier;
}

static void add_up(struct trace *trace)
{
	size_t count = trace->assessment->pack->n_targets;

	for (size_t t = 0; t < count; t++) {
		struct traced_target *traced = &trace->targets[t];

		for (size_t i = 0; i < count; i++) {
			const struct traced_target *other = &trace->targets[i];

			if (other->target->parent == traced->target->parent &&
			    !other->ruled_out)
				traced->total += other->weight;
		}
	}
}

/* Scores once more, and looks on. */
static void trace_scores(struct trace *trace)
{
	const struct pack *pack = trace->assessment->pack;
	const struct score_watch watch = { note_step, trace };
	struct score *scores = xcalloc(pack->n_targets + 1, sizeof *scores);
	struct known *known = xcalloc(pack->n_findings + pack->n_profiles + 1,
				      sizeof *known);
	size_t n_known = score_known(known, pack, trace->answers);

	trace->targets = xcalloc(pack->n_targets + 1, sizeof *trace->targets);
	for (size_t t = 0; t < pack->n_targets; t++)
		trace->targets[t].target = &pack->targets[t];
	score_watched(scores, pack, trace->answers, known, n_known, &watch);
	for (size_t t = 0; t < pack->n_targets; t++)
		weigh(&trace->targets[t], &scores[t]);
	add_up(trace);
	free(known);
	free(scores);
}

static bool is_withheld(enum advised shown)
{
	return shown != ADVICE_SHOWN && shown != ADVICE_NOT_MEANT;
}

static void add_advice(struct trace *trace, const struct advice *advice,
		       struct verdict verdict)
{
	trace->advice[trace->n_advice++] = (struct traced_advice){
		.advice = advice, .verdict = verdict,
	};
}

static void trace_advice(struct trace *trace)
{
	const struct assessment *assessment = trace->assessment;
	const struct pack *pack = assessment->pack;
	struct verdict verdict;

	trace->advice = xcalloc(pack->n_advice + 1, sizeof *trace->advice);
	for (size_t i = 0; i < assessment->n_advice; i++)
		add_advice(trace, assessment->advice[i],
			   judge_advice(assessment, trace->answers,
					assessment->advice[i]));
	for (size_t i = 0; i < pack->n_advice; i++) {
		verdict = judge_advice(assessment, trace->answers,
				       &pack->advice[i]);
		if (is_withheld(verdict.shown))
			add_advice(trace, &pack->advice[i], verdict);
	}
}

struct trace *trace_new(const struct assessment *assessment,
			const struct answers *answers)
{
	struct trace *trace = xcalloc(1, sizeof *trace);

	trace->assessment = assessment;
	trace->answers = answers;
	trace->replaced = score_replaced(assessment->pack, answers);
	trace_scores(trace);
	for (size_t i = 0; i < assessment->n_listed; i++)
		trace->targets[assessment->listed[i].scored->target->index]
			.shown = true;
	trace_advice(trace);
	return trace;
}

void trace_free(struct trace **trace)
{
	struct trace *old = *trace;

	if (old == NULL)
		return;
	for (size_t t = 0; t < old->assessment->pack->n_targets; t++) {
		free(old->targets[t].strata);
		free(old->targets[t].ratios);
		free(old->targets[t].groups);
	}
	free(old->targets);
	free(old->replaced);
	free(old->advice);
	free(old);
	*trace = NULL;
}
