#include "config.h"

#include "vignettes/coverage.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"

enum covered {
	COVERED_QUESTIONS,
	COVERED_ANSWERS,
	COVERED_RULES,
	COVERED_PRESENT,
	COVERED_ABSENT,
	COVERED_FIRST,
	COVERED_SHOWN,
};
#define N_GROUPS 7

static const struct {
	const char *key;	/* in JSON */
	const char *what;	/* counted */
	const char *missing;	/* over the list of those that are left */
} groups[N_GROUPS] = {
	[COVERED_QUESTIONS] = { "questions", N_("questions answered"),
		N_("Questions that no case answers") },
	[COVERED_ANSWERS] = { "answers", N_("answers given"),
		N_("Answers that no case gives") },
	[COVERED_RULES] = { "rules", N_("rules fired"),
		N_("Rules that fire in no case") },
	[COVERED_PRESENT] = { "findings-present", N_("findings present"),
		N_("Findings that are present in no case") },
	[COVERED_ABSENT] = { "findings-absent", N_("findings absent"),
		N_("Findings that are absent in no case") },
	[COVERED_FIRST] = { "conditions-first", N_("conditions first"),
		N_("Conditions that come first in no case") },
	[COVERED_SHOWN] = { "conditions-shown", N_("conditions shown"),
		N_("Conditions that are shown in no case") },
};

/* One thing that a case may exercise. */
struct item {
	const char *id;
	const char *answer;		/* of the question, or NULL */
	const struct place *place;
	bool seen;
};

struct items {
	struct item *items;
	size_t count;
};

struct coverage {
	const struct pack *pack;
	struct items groups[N_GROUPS];
	size_t *answers_at;	/* by question: where its answers begin */
	size_t *absent_at;	/* by finding: its place among those that can
				 * be absent; meaningless for others */
};

static void add_item(struct coverage *coverage, enum covered group,
		     const char *id, const char *answer,
		     const struct place *place)
{
	struct items *items = &coverage->groups[group];

	items->items = xrealloc(items->items, items->count + 1,
				sizeof *items->items);
	items->items[items->count++] = (struct item){
		.id = id, .answer = answer, .place = place,
	};
}

static void add_questions(struct coverage *coverage)
{
	const struct pack *pack = coverage->pack;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		add_item(coverage, COVERED_QUESTIONS, question->id, NULL,
			 &question->place);
		coverage->answers_at[i] = coverage->groups[COVERED_ANSWERS].count;
		for (size_t k = 0; k < question->n_answers; k++)
			add_item(coverage, COVERED_ANSWERS, question->id,
				 question->answers[k].id, &question->place);
	}
}

/* One without an absent-when is never absent. */
static void add_findings(struct coverage *coverage)
{
	const struct pack *pack = coverage->pack;

	for (size_t i = 0; i < pack->n_findings; i++) {
		const struct finding *finding = &pack->findings[i];

		add_item(coverage, COVERED_PRESENT, finding->id, NULL,
			 &finding->place);
		coverage->absent_at[i] = coverage->groups[COVERED_ABSENT].count;
		if (finding->absent_when != NULL)
			add_item(coverage, COVERED_ABSENT, finding->id, NULL,
				 &finding->place);
	}
}

struct coverage *coverage_new(const struct pack *pack)
{
	struct coverage *coverage = xcalloc(1, sizeof *coverage);

	coverage->pack = pack;
	coverage->answers_at = xcalloc(pack->n_questions + 1,
				       sizeof *coverage->answers_at);
	coverage->absent_at = xcalloc(pack->n_findings + 1,
				      sizeof *coverage->absent_at);
	add_questions(coverage);
	for (size_t i = 0; i < pack->n_rules; i++)
		add_item(coverage, COVERED_RULES, pack->rules[i].id, NULL,
			 &pack->rules[i].place);
	add_findings(coverage);
	for (size_t i = 0; i < pack->n_conditions; i++) {
		add_item(coverage, COVERED_FIRST, pack->targets[i].id, NULL,
			 &pack->targets[i].place);
		add_item(coverage, COVERED_SHOWN, pack->targets[i].id, NULL,
			 &pack->targets[i].place);
	}
	return coverage;
}

void coverage_free(struct coverage **coverage)
{
	if (*coverage == NULL)
		return;
	for (size_t i = 0; i < N_GROUPS; i++)
		free((*coverage)->groups[i].items);
	free((*coverage)->answers_at);
	free((*coverage)->absent_at);
	free(*coverage);
	*coverage = NULL;
}

/* What a case exercises */

static void see(struct coverage *coverage, enum covered group, size_t index)
{
	coverage->groups[group].items[index].seen = true;
}

static void note_answer(struct coverage *coverage,
			const struct question *question,
			const struct value *value)
{
	see(coverage, COVERED_QUESTIONS, question->index);
	for (size_t i = 0; i < question->n_answers; i++)
		if (value->state == ANSWER_VALUE
		    ? value->choices >> i & 1
		    : value->state == question->answers[i].state)
			see(coverage, COVERED_ANSWERS,
			    coverage->answers_at[question->index] + i);
}

static void note_finding(struct coverage *coverage,
			 const struct finding *finding, enum tri state)
{
	if (state == TRI_TRUE)
		see(coverage, COVERED_PRESENT, finding->index);
	else if (state == TRI_FALSE && finding->absent_when != NULL)
		see(coverage, COVERED_ABSENT,
		    coverage->absent_at[finding->index]);
}

void coverage_note(struct coverage *coverage, const struct answers *answers,
		   const struct assessment *assessment)
{
	const struct pack *pack = coverage->pack;

	for (size_t i = 0; i < pack->n_questions; i++)
		if (answers_given(answers, &pack->questions[i]))
			note_answer(coverage, &pack->questions[i],
				    answers_get(answers, &pack->questions[i]));
	for (size_t i = 0; i < pack->n_findings; i++)
		note_finding(coverage, &pack->findings[i],
			     assessment->findings[i]);
	for (size_t i = 0; i < assessment->fired.count; i++)
		see(coverage, COVERED_RULES, assessment->fired.rules[i]->index);
	for (size_t i = 0; i < assessment->n_listed; i++) {
		size_t index = assessment->listed[i].scored->target->index;

		see(coverage, COVERED_SHOWN, index);
		if (i == 0)
			see(coverage, COVERED_FIRST, index);
	}
}

/* What is left */

static size_t count_seen(const struct items *items)
{
	size_t count = 0;

	for (size_t i = 0; i < items->count; i++)
		count += items->items[i].seen;
	return count;
}

static void print_left(FILE *stream, const struct items *items)
{
	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->items[i];

		if (!item->seen)
			fprintf(stream, "%s:%d: %s%s%s\n", item->place->file,
				item->place->line, item->id,
				item->answer != NULL ? " = " : "",
				item->answer != NULL ? item->answer : "");
	}
}

void coverage_text(FILE *stream, const struct coverage *coverage, size_t cases)
{
	fprintf(stream, ngettext("%zu case exercises\n", "%zu cases exercise\n",
				 cases), cases);
	for (size_t i = 0; i < N_GROUPS; i++) {
		const struct items *items = &coverage->groups[i];

		fprintf(stream, _("%5zu of %5zu %s\n"), count_seen(items),
			items->count, _(groups[i].what));
	}
	for (size_t i = 0; i < N_GROUPS; i++) {
		const struct items *items = &coverage->groups[i];
		size_t left = items->count - count_seen(items);

		if (left == 0)
			continue;
		fprintf(stream, "\n%s (%zu)\n", _(groups[i].missing), left);
		print_left(stream, items);
	}
}

static json_t *left_json(const struct items *items)
{
	json_t *left = json_array();

	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->items[i];
		json_t *one;

		if (item->seen)
			continue;
		one = json_pack("{s:s}", "id", item->id);
		if (item->answer != NULL)
			json_object_set_new(one, "answer",
					    json_string(item->answer));
		json_object_set_new(one, "file",
				    json_string(item->place->file));
		json_object_set_new(one, "line",
				    json_integer(item->place->line));
		json_array_append_new(left, one);
	}
	return left;
}

json_t *coverage_json(const struct coverage *coverage, size_t cases)
{
	json_t *whole = json_pack("{s:I}", "vignettes", (json_int_t)cases);

	for (size_t i = 0; i < N_GROUPS; i++) {
		const struct items *items = &coverage->groups[i];

		json_object_set_new(whole, groups[i].key, json_pack(
			"{s:I, s:I, s:o}",
			"exercised", (json_int_t)count_seen(items),
			"of", (json_int_t)items->count,
			"left", left_json(items)));
	}
	return whole;
}
