#include "config.h"

#include "command/impact_json.h"

#include <stdlib.h>

#include "answers/answers_file.h"
#include "base/error.h"

static const char *const fact_keys[N_FACTS] = {
	[FACT_BARE] = "urgency-bare",
	[FACT_URGENCY] = "urgency",
	[FACT_EXAM] = "urgency-examined",
	[FACT_FIRST_THREE] = "first-three",
	[FACT_SCREENS] = "screens",
};

/* Cases */

static json_t *changes_array(const struct told *old, const struct told *new)
{
	json_t *array = json_array();

	for (int fact = 0; fact < N_FACTS; fact++)
		if (!told_same(old, new, (enum fact)fact))
			json_array_append_new(array, json_pack(
				"{s:s, s:s?, s:s?}", "fact", fact_keys[fact],
				"old", old->facts[fact],
				"new", new->facts[fact]));
	return array;
}

static void add_faults(json_t *array, const struct error_list *faults)
{
	for (size_t i = 0; i < faults->count; i++) {
		const struct error *fault = &faults->errors[i];

		json_array_append_new(array, json_pack(
			"{s:s, s:i, s:s}", "file", fault->file,
			"line", fault->line, "message", fault->message));
	}
}

static const char *who_reads(const struct told *old, const struct told *new)
{
	if (old->read)
		return new->read ? "both" : "old";
	return new->read ? "new" : "neither";
}

void impact_json_case(json_t *cases, const char *path, const struct told *old,
		      const struct told *new)
{
	bool both = old->read && new->read;
	json_t *changes = both ? changes_array(old, new) : json_array();
	json_t *faults = json_array();

	add_faults(faults, old->read ? &new->faults : &old->faults);
	if (both && json_array_size(changes) == 0) {
		json_decref(changes);
		json_decref(faults);
		return;
	}
	json_array_append_new(cases, json_pack("{s:s, s:s, s:o, s:o}",
					       "case", path, "read-by",
					       who_reads(old, new), "changes",
					       changes, "faults", faults));
}

/* The proof */

static void add_alone(json_t *array, const struct pack *pack,
		      const struct pack *other, const char *whose)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (impact_partner(question, other) == NULL)
			json_array_append_new(array, json_pack(
				"{s:s, s:s, s:s, s:i}", "pack", whose,
				"id", question->id,
				"file", question->place.file,
				"line", question->place.line));
	}
}

static json_t *alone_array(const struct pack *old, const struct pack *new)
{
	json_t *array = json_array();

	add_alone(array, old, new, "old");
	add_alone(array, new, old, "new");
	return array;
}

static json_t *reading_object(const struct reading_of *reading)
{
	json_t *rules = json_array();

	for (size_t i = 0; i < reading->fired.count; i++) {
		const struct rule *rule = reading->fired.rules[i];

		json_array_append_new(rules, json_pack(
			"{s:s, s:s, s:s, s:i}", "id", rule->id,
			"urgency", urgency_id(rule->urgency),
			"file", rule->place.file, "line", rule->place.line));
	}
	return json_pack("{s:s, s:o}", "urgency-by-rules",
			 urgency_id(reading->urgency), "rules", rules);
}

/* The answers file, as text. */
static json_t *answers_string(const struct fall *fall)
{
	char *text = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&text, &size);
	json_t *string;

	if (stream == NULL)
		return json_null();
	impact_write_answers(stream, fall);
	fclose(stream);
	string = json_string(text);
	free(text);
	return string;
}

static json_t *falls_array(const struct impact *impact)
{
	json_t *array = json_array();

	for (size_t i = 0; i < impact->n_falls; i++) {
		const struct fall *fall = &impact->falls[i];

		json_array_append_new(array, json_pack(
			"{s:o, s:o, s:b, s:b, s:o}",
			"old", reading_object(&fall->old),
			"new", reading_object(&fall->new),
			"finished", !fall->unfinished,
			"shared", fall->shared,
			"answers", answers_string(fall)));
	}
	return array;
}

static json_t *counts_object(const struct case_counts *counts)
{
	return json_pack("{s:I, s:I, s:I, s:I}",
			 "read-by-both", (json_int_t)counts->both,
			 "changed", (json_int_t)counts->changed,
			 "read-by-one", (json_int_t)counts->one,
			 "read-by-neither", (json_int_t)counts->none);
}

static json_t *pack_object(const struct pack *pack)
{
	return json_pack("{s:s, s:s, s:s}", "id", pack->id,
			 "version", pack->version, "hash", pack->hash);
}

void impact_json_print(FILE *stream, const struct impact *impact,
		       const struct pack *old, const struct pack *new,
		       const struct case_counts *counts, json_t *cases)
{
	json_t *whole = json_pack("{s:o, s:o, s:o, s:o, s:o, s:b, s:o}",
				  "old", pack_object(old),
				  "new", pack_object(new),
				  "counts", counts_object(counts),
				  "cases", cases,
				  "in-one-pack-alone", alone_array(old, new),
				  "proved", impact->n_falls == 0,
				  "less-urgent", falls_array(impact));

	json_dumpf(whole, stream, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
	fputc('\n', stream);
	json_decref(whole);
}
