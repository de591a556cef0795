#include "config.h"

#include "pack/lint.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "pack/kinds.h"
#include "pack/linting.h"

#define COLUMN_LOW 0.85
#define COLUMN_HIGH 1.15

static void want_source(struct error_list *faults, const struct place *place,
			const char *kind, const char *id,
			const struct sources *sources)
{
	if (sources->count == 0)
		error_list_add(faults, place->file, place->line,
			       _("%s %s has no source; add a line: source = ID"),
			       kind, id);
}

/* A question's own words state nothing; what explains it does. */
static bool states_something(const struct question *question)
{
	return question->why != NULL || question->help.count > 0 ||
	       question->positive != NULL;
}

/* Where the table does not demand a source already. */
static void check_statements(const struct pack *pack,
			     struct error_list *faults)
{
	for (size_t i = 0; i < pack->n_questions; i++)
		if (states_something(&pack->questions[i]))
			want_source(faults, &pack->questions[i].place,
				    "question", pack->questions[i].id,
				    &pack->questions[i].sources);
	for (size_t i = 0; i < pack->n_rules; i++)
		want_source(faults, &pack->rules[i].place, "rule",
			    pack->rules[i].id, &pack->rules[i].sources);
	for (size_t i = 0; i < pack->n_scopes; i++)
		want_source(faults, &pack->scopes[i].place, "scope",
			    pack->scopes[i].id, &pack->scopes[i].sources);
}

/* `used` has a flag for each source of the pack. */
static void mark(bool *used, const struct pack *pack,
		 const struct sources *sources)
{
	for (size_t i = 0; i < sources->count; i++)
		used[sources->source[i] - pack->sources] = true;
}

/* Those of one key, in all sections of its kind. */
static void mark_key(bool *used, const struct pack *pack,
		     const struct kind *kind, const struct key *key)
{
	const char *sections;
	size_t count;

	memcpy(&sections, (const char *)pack + kind->list, sizeof(sections));
	memcpy(&count, (const char *)pack + kind->count, sizeof(count));
	for (size_t i = 0; i < count; i++) {
		struct sources sources;

		memcpy(&sources, sections + i * kind->size + key->offset,
		       sizeof(sources));
		mark(used, pack, &sources);
	}
}

static void mark_all(bool *used, const struct pack *pack)
{
	static_assert(offsetof(struct sources, source) == 0,
		      "a key's offset is that of its struct sources");
	for (size_t k = 0; k < N_KINDS; k++)
		for (size_t i = 0; i < kinds[k].n_keys && kinds[k].list != 0; i++)
			if (kinds[k].keys[i].of == KIND_SOURCE &&
			    kinds[k].keys[i].type == KEY_IDS)
				mark_key(used, pack, &kinds[k],
					 &kinds[k].keys[i]);
	/* subtypes stand among the targets, evidence names them by row */
	for (size_t i = 0; i < pack->n_targets; i++)
		mark(used, pack, &pack->targets[i].sources);
	for (size_t i = 0; i < pack->n_evidence; i++)
		mark(used, pack, &pack->evidence[i].sources);
}

static void check_sources(const struct pack *pack, struct error_list *faults)
{
	bool *used = xcalloc(pack->n_sources + 1, sizeof(*used));

	mark_all(used, pack);
	for (size_t i = 0; i < pack->n_sources; i++) {
		const struct source *source = &pack->sources[i];

		if (!used[i])
			error_list_add(faults, source->place.file,
				       source->place.line,
				       _("nothing uses the source %s; name it where it belongs, or remove it"),
				       source->id);
	}
	free(used);
}

bool is_in_english(const struct pack *pack)
{
	return strncmp(pack->language, "en", 2) == 0 &&
	       !isalpha((unsigned char)pack->language[2]);
}

/* What the table can't tell: physios are asked more, and a finding's name is
 * shown as an argument only. */
static bool is_shown(const struct passage *passage)
{
	const struct question *question = passage->object;
	const struct checklist *checklist = passage->object;
	const struct finding *finding = passage->object;

	switch ((enum kind_id)(passage->kind - kinds)) {
	case KIND_QUESTION:
		return !question->physio_only;
	case KIND_CHECKLIST:
		return !checklist->questions[0]->physio_only;
	case KIND_FINDING:
		return finding->n_evidence > 0;
	default:
		return true;
	}
}

bool is_for_patients(const struct passage *passage)
{
	return (passage->key->roles >> ROLE_PATIENT & 1) && is_shown(passage);
}

void pack_lint(const struct pack *pack, struct error_list *faults)
{
	assert(pack->passages != NULL);
	check_statements(pack, faults);
	check_sources(pack, faults);
	lint_wording(pack, faults);
	lint_pages(pack, faults);
	error_list_sort(faults);
}

/* Prior-weighted mean of a column; a condition without a row has ratio 1. */
static double column_mean(const struct pack *pack,
			  const struct finding *finding)
{
	double sum = 0, weight = 0;

	for (size_t c = 0; c < pack->n_conditions; c++) {
		sum += pack->targets[c].prior;
		weight += pack->targets[c].prior;
	}
	for (size_t i = 0; i < finding->n_evidence; i++) {
		const struct evidence *row = &finding->evidence[i];

		if (row->target->parent == NULL)
			sum += row->target->prior * (row->present - 1);
	}
	return sum / weight;
}

void pack_weigh_columns(const struct pack *pack, struct error_list *notes)
{
	for (size_t i = 0; i < pack->n_findings; i++) {
		const struct finding *finding = &pack->findings[i];
		double mean = column_mean(pack, finding);

		if (finding->n_evidence > 0 &&
		    (mean < COLUMN_LOW || mean > COLUMN_HIGH))
			error_list_add(notes, finding->place.file,
				       finding->place.line,
				       _("the ratios of %s have a mean of %.2f over all conditions; near 1 is possible, so look at them again"),
				       finding->id, mean);
	}
}
