/*
 * The assessment as one JSON object: texts in the pack's own language, keys
 * in a fixed order, numbers the same in any locale.
 */
#include "config.h"

#include <assert.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "report/document.h"
#include "report/explain.h"
#include "report/reasons.h"
#include "report/report.h"

static json_t *text_or_null(const char *text)
{
	return text == NULL ? json_null() : json_string(text);
}

/* To 4 decimals; a whole number without any. */
static json_t *number(double value)
{
	double rounded = round(value * 1e4) / 1e4;

	if (rounded == floor(rounded) && fabs(rounded) < 1e15)
		return json_integer((json_int_t)rounded);
	return json_real(rounded);
}

static json_t *pack_object(const struct pack *pack)
{
	json_t *object = json_object();

	json_object_set_new(object, "id", text_or_null(pack->id));
	json_object_set_new(object, "version", text_or_null(pack->version));
	json_object_set_new(object, "hash", json_string(pack->hash));
	return object;
}

static json_t *source_string(const struct sources *sources)
{
	char *ids;
	json_t *string;

	if (sources == NULL || sources->count == 0)
		return json_null();
	ids = source_ids(sources);
	string = json_string(ids);
	free(ids);
	return string;
}

static json_t *rules_array(const struct rule_list *fired)
{
	json_t *array = json_array();

	for (size_t i = 0; i < fired->count; i++) {
		const struct rule *rule = fired->rules[i];
		json_t *object = json_object();

		json_object_set_new(object, "id", json_string(rule->id));
		json_object_set_new(object, "urgency",
				    json_string(urgency_id(rule->urgency)));
		json_object_set_new(object, "because",
				    text_or_null(rule->because));
		json_object_set_new(object, "source",
				    source_string(&rule->sources));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *argument_object(const struct argument *argument)
{
	json_t *object = json_object();

	if (argument->finding != NULL) {
		json_object_set_new(object, "finding",
				    json_string(argument->finding->id));
		json_object_set_new(object, "state",
				    json_string(argument->present ? "present" :
								    "absent"));
	} else {
		json_object_set_new(object, "profile",
				    json_string(argument->profile->question->id));
	}
	json_object_set_new(object, "lr", number(argument->ratio));
	json_object_set_new(object, "source", source_string(argument->sources));
	return object;
}

static json_t *arguments_array(const struct scored *scored, bool in_favour)
{
	json_t *array = json_array();

	for (size_t i = 0; i < scored->n_arguments; i++) {
		const struct argument *argument = &scored->arguments[i];

		if (in_favour ? argument->ratio > 1 : argument->ratio < 1)
			json_array_append_new(array,
					      argument_object(argument));
	}
	return array;
}

static const char *shown_id(enum shown shown)
{
	switch (shown) {
	case SHOWN_ALSO_FITS:
		return "also-fits";
	case SHOWN_RED_FLAG:
		return "red-flag";
	case SHOWN_PROBABLE:
		break;
	}
	return "probable";
}

static json_t *condition_object(const struct pack *pack,
				const struct listed *listed)
{
	const struct scored *scored = listed->scored;
	json_t *object = json_object();

	json_object_set_new(object, "id", json_string(scored->target->id));
	json_object_set_new(object, "name",
			    text_or_null(scored->target->name));
	json_object_set_new(object, "probability",
			    number(assess_shown(pack, scored->probability)));
	json_object_set_new(object, "band", json_string(band_id(listed->band)));
	json_object_set_new(object, "shown",
			    json_string(shown_id(listed->shown)));
	json_object_set_new(object, "subtype",
			    listed->subtype == NULL ? json_null() :
			    json_string(listed->subtype->id));
	json_object_set_new(object, "source",
			    source_string(&scored->target->sources));
	json_object_set_new(object, "for", arguments_array(scored, true));
	json_object_set_new(object, "against", arguments_array(scored, false));
	return object;
}

static json_t *conditions_array(const struct assessment *assessment)
{
	json_t *array = json_array();

	for (size_t i = 0; i < assessment->n_listed; i++)
		json_array_append_new(array,
				condition_object(assessment->pack,
						 &assessment->listed[i]));
	return array;
}

/* Every condition that is not ruled out, likeliest first. */
static json_t *ranking_array(const struct assessment *assessment)
{
	json_t *array = json_array();

	for (size_t i = 0; i < assessment->n_scored; i++) {
		const struct scored *scored = &assessment->scored[i];
		json_t *object;

		if (scored->ruled_out)
			continue;
		object = json_object();
		json_object_set_new(object, "id",
				    json_string(scored->target->id));
		json_object_set_new(object, "probability",
				    number(scored->probability));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *ruled_out_array(const struct assessment *assessment)
{
	json_t *array = json_array();

	for (size_t i = 0; i < assessment->n_scored; i++) {
		const struct scored *scored = &assessment->scored[i];
		const struct question *by = scored->ruled_out_by;
		json_t *object;

		if (!scored->ruled_out)
			continue;
		object = json_object();
		json_object_set_new(object, "id",
				    json_string(scored->target->id));
		json_object_set_new(object, "question",
				    text_or_null(by == NULL ? NULL : by->id));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *findings_array(const struct assessment *assessment,
			      enum tri state)
{
	const struct pack *pack = assessment->pack;
	json_t *array = json_array();

	for (size_t i = 0; assessment->findings != NULL &&
	     i < pack->n_findings; i++)
		if (assessment->findings[i] == state)
			json_array_append_new(array,
					json_string(pack->findings[i].id));
	return array;
}

static json_t *findings_object(const struct assessment *assessment)
{
	json_t *object = json_object();

	json_object_set_new(object, "present",
			    findings_array(assessment, TRI_TRUE));
	json_object_set_new(object, "absent",
			    findings_array(assessment, TRI_FALSE));
	return object;
}

static json_t *advice_object(const struct assessment *assessment)
{
	static const enum advice_kind seek_care[] = {
		ADVICE_SEEK_NOW, ADVICE_SEEK_SOONER, ADVICE_SEEK_BY,
	};
	json_t *by_kind[N_ADVICE_KINDS];
	json_t *object = json_object();
	json_t *seek = json_array();

	for (int kind = 0; kind < N_ADVICE_KINDS; kind++)
		by_kind[kind] = json_array();
	for (size_t i = 0; i < assessment->n_advice; i++)
		json_array_append_new(by_kind[assessment->advice[i]->kind],
				text_or_null(assessment->advice[i]->text));
	for (size_t i = 0; i < sizeof seek_care / sizeof *seek_care; i++)
		json_array_extend(seek, by_kind[seek_care[i]]);
	json_object_set(object, "do", by_kind[ADVICE_DO]);
	json_object_set(object, "avoid", by_kind[ADVICE_AVOID]);
	json_object_set_new(object, "seek-care", seek);
	for (int kind = ADVICE_SEEK_NOW; kind < N_ADVICE_KINDS; kind++)
		json_object_set(object, advice_kind_id((enum advice_kind)kind),
				by_kind[kind]);
	for (int kind = 0; kind < N_ADVICE_KINDS; kind++)
		json_decref(by_kind[kind]);
	return object;
}

/* Each line of advice with where it comes from. */
static json_t *advised_array(const struct assessment *assessment)
{
	json_t *array = json_array();

	for (size_t i = 0; i < assessment->n_advice; i++) {
		const struct advice *advice = assessment->advice[i];
		json_t *object = json_object();

		json_object_set_new(object, "id", json_string(advice->id));
		json_object_set_new(object, "kind",
				    json_string(advice_kind_id(advice->kind)));
		json_object_set_new(object, "text", text_or_null(advice->text));
		json_object_set_new(object, "source",
				    source_string(&advice->sources));
		json_array_append_new(array, object);
	}
	return array;
}

struct cited {
	const struct pack *pack;
	bool *sources;		/* by index in the pack */
};

static void cite(struct cited *cited, const struct sources *sources)
{
	for (size_t i = 0; sources != NULL && i < sources->count; i++)
		cited->sources[sources->source[i] - cited->pack->sources] =
			true;
}

static void cite_all(struct cited *cited, const struct assessment *assessment)
{
	if (assessment->scope != NULL)
		cite(cited, &assessment->scope->sources);
	for (size_t i = 0; i < assessment->fired.count; i++)
		cite(cited, &assessment->fired.rules[i]->sources);
	for (size_t i = 0; i < assessment->n_listed; i++) {
		const struct scored *scored = assessment->listed[i].scored;

		cite(cited, &scored->target->sources);
		for (size_t k = 0; k < scored->n_arguments; k++)
			cite(cited, scored->arguments[k].sources);
	}
	for (size_t i = 0; i < assessment->n_advice; i++)
		cite(cited, &assessment->advice[i]->sources);
}

static json_t *source_object(const struct source *source)
{
	json_t *object = json_object();

	json_object_set_new(object, "id", json_string(source->id));
	json_object_set_new(object, "title", text_or_null(source->title));
	json_object_set_new(object, "year", text_or_null(source->year));
	json_object_set_new(object, "address", text_or_null(source->address));
	return object;
}

/* What the ids of sources stand for, in pack order. */
static json_t *sources_array(const struct assessment *assessment)
{
	const struct pack *pack = assessment->pack;
	struct cited cited = {
		.pack = pack,
		.sources = xcalloc(pack->n_sources + 1, sizeof *cited.sources),
	};
	json_t *array = json_array();

	cite_all(&cited, assessment);
	for (size_t i = 0; i < pack->n_sources; i++)
		if (cited.sources[i])
			json_array_append_new(array,
					source_object(&pack->sources[i]));
	free(cited.sources);
	return array;
}

/*
 * What a trainer gets: the level and what to do, no cause, no reason, and
 * nothing that a private answer or one cause led to.  Points into what it is made from.
 */
static struct assessment for_trainer(const struct assessment *whole,
				     const struct answers *answers)
{
	struct assessment part = *whole;

	part.fired = (struct rule_list){ 0 };
	part.n_listed = part.n_scored = part.n_advice = 0;
	part.findings = NULL;
	part.training = (struct training){ NULL };
	part.advice = xcalloc(whole->n_advice + 1, sizeof *part.advice);
	for (size_t i = 0; i < whole->n_advice; i++)
		if (advice_is_open(whole->advice[i], answers))
			part.advice[part.n_advice++] = whole->advice[i];
	return part;
}

static json_t *prescription_object(const struct prescription *prescription)
{
	size_t bytes = dose_print(NULL, 0, &prescription->dose) + 1;
	char *dose = xcalloc(bytes, 1);
	json_t *object = json_object();

	dose_print(dose, bytes, &prescription->dose);
	json_object_set_new(object, "id",
			    json_string(prescription->exercise->id));
	json_object_set_new(object, "dose", json_string(dose));
	free(dose);
	return object;
}

static json_t *training_object(const struct assessment *assessment)
{
	const struct training *training = &assessment->training;
	json_t *object = json_object(), *exercises = json_array();

	for (size_t i = 0; i < training->n_exercises; i++)
		json_array_append_new(exercises, prescription_object(
			training->exercises[i]));
	json_object_set_new(object, "for", training->target == NULL
			    ? json_null() : json_string(training->target->id));
	json_object_set_new(object, "phase", training->phase == NULL
			    ? json_null() : json_string(training->phase->id));
	json_object_set_new(object, "exercises", exercises);
	json_object_set_new(object, "held-back-by",
			    training->held_back_by == NULL ? json_null() :
			    json_string(training->held_back_by->id));
	return object;
}

static json_t *assessment_object(const struct assessment *assessment)
{
	json_t *object = json_object();

	json_object_set_new(object, "pack", pack_object(assessment->pack));
	json_object_set_new(object, "role",
			    json_string(role_id(assessment->role)));
	json_object_set_new(object, "urgency",
			    json_string(urgency_id(assessment->urgency)));
	json_object_set_new(object, "urgency-by-rules",
			    json_string(urgency_id(assessment->urgency_by_rules)));
	json_object_set_new(object, "rules", rules_array(&assessment->fired));
	json_object_set_new(object, "out-of-scope",
			    assessment->scope == NULL ? json_null() :
			    json_string(assessment->scope->id));
	json_object_set_new(object, "match",
			    json_string(match_id(assessment->match)));
	json_object_set_new(object, "conditions", conditions_array(assessment));
	json_object_set_new(object, "ranking", ranking_array(assessment));
	json_object_set_new(object, "ruled-out", ruled_out_array(assessment));
	json_object_set_new(object, "findings", findings_object(assessment));
	json_object_set_new(object, "advice", advice_object(assessment));
	json_object_set_new(object, "advised", advised_array(assessment));
	json_object_set_new(object, "training", training_object(assessment));
	json_object_set_new(object, "asked",
			    json_integer((json_int_t)assessment->asked));
	json_object_set_new(object, "sources", sources_array(assessment));
	return object;
}

static int write_object(FILE *stream, json_t *object)
{
	int result = json_dumpf(object, stream,
				JSON_PRESERVE_ORDER | JSON_INDENT(1) |
				JSON_REAL_PRECISION(12));

	json_decref(object);
	if (result == 0 && putc('\n', stream) == EOF)
		result = -1;
	return result;
}

int report_json(FILE *stream, const struct assessment *assessment,
		const struct answers *answers)
{
	struct assessment part;
	json_t *object;

	if (assessment->role != ROLE_TRAINER)
		return write_object(stream, assessment_object(assessment));
	part = for_trainer(assessment, answers);
	object = assessment_object(&part);
	free(part.advice);
	return write_object(stream, object);
}

int report_json_explained(FILE *stream, const struct trace *trace)
{
	json_t *object = assessment_object(trace->assessment);

	assert(trace->assessment->role != ROLE_TRAINER);
	json_object_set_new(object, "explain", explain_json(trace));
	return write_object(stream, object);
}
