/*
 * Numbers by condition: evidence (likelihood ratios), profiles (how often
 * which answer is given) and strata (what changes a prior).
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/loading.h"

/* A bound such as 1/10 is not exact, nor is what is written. */
#define ALMOST 1e-9

static bool within(double ratio, double limit)
{
	return ratio <= limit * (1 + ALMOST) && ratio * limit >= 1 - ALMOST;
}

static int check_ratio(struct loading *loading, const struct entry *entry,
		       const struct ini_key *key, const struct finding *finding,
		       double ratio)
{
	const struct constants *constants = &loading->pack->constants;
	double limit = finding->hallmark ? constants->hallmark_limit
					 : constants->single_limit;
	char text[32], low[32], high[32];

	/* Without [pack], which is a fault itself, there is no limit. */
	if (ratio > 0 && (limit == 0 || within(ratio, limit)))
		return 0;
	text_from_number(text, sizeof(text), ratio, 6);
	if (ratio <= 0)
		FAULT(loading, entry, key->line, _("a likelihood ratio cannot be %s; write a number over 0, and 1 for no information"),
		      text);
	else if (finding->hallmark || !within(ratio, constants->hallmark_limit))
		FAULT(loading, entry, key->line, _("a likelihood ratio cannot be %s; write one from %s to %s"),
		      text, text_from_number(low, sizeof(low), 1 / limit, 6),
		      text_from_number(high, sizeof(high), limit, 6));
	else
		FAULT(loading, entry, key->line, _("likelihood ratio %s is for a hallmark only; write one from %s to %s, or give finding %s hallmark = yes"),
		      text, text_from_number(low, sizeof(low), 1 / limit, 6),
		      text_from_number(high, sizeof(high), limit, 6),
		      finding->id);
	return -1;
}

/* The next word of *text as a likelihood ratio. */
static int read_ratio(struct loading *loading, const struct entry *entry,
		      const struct ini_key *key, const char **text,
		      const struct finding *finding, double *out)
{
	char word[MAX_WORD];

	if (next_word(word, sizeof(word), text) == NULL) {
		FAULT(loading, entry, key->line, _("%s needs two ratios and a source; write: %s = 3 0.5 some-source"),
		      key->name, key->name);
		return -1;
	}
	if (load_number(loading, entry, key, word, out) != 0)
		return -1;
	return check_ratio(loading, entry, key, finding, *out);
}

static void read_row(struct loading *loading, const struct entry *entry,
		     const struct ini_key *key, const struct target *target)
{
	const struct entry *finding = find_entry(loading, entry, key->line,
						 KIND_FINDING, key->name);
	struct evidence *row = &loading->evidence[loading->n_evidence];
	const char *text = key->value;

	if (finding == NULL || target == NULL)
		return;
	row->finding = finding->object;
	row->target = target;
	row->place = (struct place){ entry->file, key->line };
	if (read_ratio(loading, entry, key, &text, row->finding,
		       &row->present) != 0 ||
	    read_ratio(loading, entry, key, &text, row->finding,
		       &row->absent) != 0)
		return;
	if (count_words(text) == 0)
		FAULT(loading, entry, key->line, _("%s has no source; write: %s = %s some-source"),
		      key->name, key->name, key->value);
	else if (load_sources(loading, entry, key, text, &row->sources) == 0)
		loading->n_evidence++;
}

static void make_room(struct loading *loading)
{
	const struct entries *all = &loading->of[KIND_EVIDENCE];
	size_t rows = 0;

	for (size_t i = 0; i < all->count; i++)
		rows += all->entry[i]->section->n_keys;
	loading->evidence = arena_alloc(loading->arena, rows,
					sizeof(*loading->evidence));
}

void finish_evidence(struct loading *loading, const struct entry *entry)
{
	const struct ini_section *section = entry->section;
	const struct entry *target = find_entry(loading, entry, 0, KIND_TARGET,
						section->id);

	if (loading->evidence == NULL)
		make_room(loading);
	for (size_t i = 0; i < section->n_keys; i++)
		if (section->keys[i].value[0] != '\0')
			read_row(loading, entry, &section->keys[i],
				 target != NULL ? target->object : NULL);
}

static int by_finding(const void *one, const void *other)
{
	const struct evidence *a = one, *b = other;

	if (a->finding->index != b->finding->index)
		return a->finding->index < b->finding->index ? -1 : 1;
	return a->target->index < b->target->index ? -1 :
	       a->target->index > b->target->index;
}

void collect_evidence(struct loading *loading)
{
	struct finding *findings = loading->of[KIND_FINDING].objects;
	struct evidence *rows = loading->evidence;

	if (loading->n_evidence > 0)
		qsort(rows, loading->n_evidence, sizeof(*rows), by_finding);
	for (size_t i = 0; i < loading->n_evidence; i++) {
		struct finding *finding = &findings[rows[i].finding->index];

		if (finding->n_evidence++ == 0)
			finding->evidence = &rows[i];
	}
	loading->pack->evidence = rows;
	loading->pack->n_evidence = loading->n_evidence;
}

/* A profile while its lines are read. */
struct table {
	struct loading *loading;
	const struct entry *entry;
	const struct question *question;
	double rest;
	double *weights;		/* conditions x answers */
	bool *given;			/* conditions that have a line */
};

static bool has_one_answer(const struct question *question)
{
	return question->type == QUESTION_SINGLE ||
	       question->type == QUESTION_TIMED ||
	       (question->type == QUESTION_SITE && !question->multiple);
}

/* A weight over 0, or -1 after a fault. */
static double read_weight(const struct table *table, const struct ini_key *key,
			  const char *text)
{
	double weight;

	if (load_number(table->loading, table->entry, key, text, &weight) != 0)
		return -1;
	if (weight > 0)
		return weight;
	FAULT(table->loading, table->entry, key->line, _("weight %s is not over 0; nothing is impossible: write a small number"),
	      text);
	return -1;
}

static int value_of(const struct table *table, const struct ini_key *key,
		    const char *id)
{
	int answer = question_find_answer(table->question, id);

	if (answer >= 0 &&
	    table->question->answers[answer].state == ANSWER_VALUE)
		return answer;
	if (question_lacks_answers(table->question))
		return -1;
	FAULT(table->loading, table->entry, key->line, _("question %s has no answer %s to give a weight; name another, or add it"),
	      table->question->id, id);
	return -1;
}

/* "answer weight answer weight ..." */
static void read_weights(const struct table *table, const struct ini_key *key,
			 double *row)
{
	char id[MAX_WORD], number[MAX_WORD];
	const char *text = key->value;

	while (next_word(id, sizeof(id), &text) != NULL) {
		int answer = value_of(table, key, id);

		if (next_word(number, sizeof(number), &text) == NULL) {
			FAULT(table->loading, table->entry, key->line, _("answer %s has no weight; write: answer weight answer weight"),
			      id);
			return;
		}
		if (answer >= 0)
			row[answer] = read_weight(table, key, number);
	}
}

/* Makes what stands in the row a probability of each answer. */
static void normalise(const struct table *table, double *row)
{
	const struct question *question = table->question;
	double sum = 0;

	for (size_t i = 0; i < question->n_answers; i++) {
		if (question->answers[i].state != ANSWER_VALUE)
			row[i] = 0;
		sum += row[i];
	}
	for (size_t i = 0; i < question->n_answers && sum > 0; i++)
		row[i] /= sum;
}

static void read_line(const struct table *table, const struct ini_key *key)
{
	const struct entry *found =
		find_entry(table->loading, table->entry, key->line,
			   KIND_CONDITION, key->name);
	size_t answers = table->question->n_answers;
	double *row;

	if (found == NULL)
		return;
	table->given[found->position] = true;
	row = table->weights + found->position * answers;
	for (size_t i = 0; i < answers; i++)
		row[i] = table->rest;
	if (key->value[0] != '\0')
		read_weights(table, key, row);
	normalise(table, row);
}

static bool is_own(const struct entry *entry, const struct ini_key *key,
		   const char *pattern)
{
	return strcmp(kind_find_key(entry->kind, key->name)->name,
		      pattern) == 0;
}

static void read_table(struct table *table)
{
	const struct ini_section *section = table->entry->section;
	const struct entries *conditions = &table->loading->of[KIND_CONDITION];
	const struct ini_key *rest = find_key(table->entry, "rest");

	if (rest != NULL && rest->value[0] != '\0')
		table->rest = read_weight(table, rest, rest->value);
	for (size_t i = 0; i < section->n_keys; i++)
		if (is_own(table->entry, &section->keys[i], "CONDITION"))
			read_line(table, &section->keys[i]);
	for (size_t i = 0; i < conditions->count; i++)
		if (!table->given[i])
			FAULT(table->loading, table->entry, 0, _("there is no line for condition %s; add: %s = answer weight"),
			      conditions->entry[i]->section->id,
			      conditions->entry[i]->section->id);
}

void finish_profile(struct loading *loading, const struct entry *entry)
{
	struct profile *profile = entry->object;
	size_t conditions = loading->of[KIND_CONDITION].count;
	const struct entry *question = find_entry(loading, entry, 0,
						  KIND_QUESTION,
						  entry->section->id);
	struct table table = { loading, entry, .rest = 1 };

	profile->place = (struct place){ entry->file, entry->section->line };
	if (question == NULL)
		return;
	profile->question = table.question = question->object;
	if (!has_one_answer(table.question)) {
		FAULT(loading, entry, 0, _("question %s is not answered by one answer of several, as a profile needs; name another"),
		      table.question->id);
		return;
	}
	table.weights = arena_alloc(loading->arena,
				    conditions * table.question->n_answers,
				    sizeof(*table.weights));
	table.given = arena_alloc(loading->scratch, conditions,
				  sizeof(*table.given));
	read_table(&table);
	profile->weights = table.weights;
}

static void read_multiplier(struct loading *loading, const struct entry *entry,
			    const struct ini_key *key, double *multipliers)
{
	const struct entry *found = find_entry(loading, entry, key->line,
					       KIND_CONDITION, key->name);
	double number;

	if (found == NULL || key->value[0] == '\0' ||
	    load_number(loading, entry, key, key->value, &number) != 0)
		return;
	if (number < 0)
		FAULT(loading, entry, key->line, _("a prior cannot be multiplied by %s; write a number from 0"),
		      key->value);
	multipliers[found->position] = number;
}

void finish_stratum(struct loading *loading, const struct entry *entry)
{
	struct stratum *stratum = entry->object;
	size_t conditions = loading->of[KIND_CONDITION].count;
	double *multipliers = arena_alloc(loading->arena, conditions,
					  sizeof(*multipliers));

	for (size_t i = 0; i < conditions; i++)
		multipliers[i] = 1;
	for (size_t i = 0; i < entry->section->n_keys; i++)
		if (is_own(entry, &entry->section->keys[i], "CONDITION"))
			read_multiplier(loading, entry,
					&entry->section->keys[i], multipliers);
	stratum->multipliers = multipliers;
}
