#include "config.h"

#include "pack/lint.h"

#include "base/i18n.h"

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

void pack_lint(const struct pack *pack, struct error_list *faults)
{
	for (size_t i = 0; i < pack->n_targets; i++)
		want_source(faults, &pack->targets[i].place,
			    pack->targets[i].parent != NULL ? "subtype"
							    : "condition",
			    pack->targets[i].id, &pack->targets[i].sources);
	for (size_t i = 0; i < pack->n_rules; i++)
		want_source(faults, &pack->rules[i].place, "rule",
			    pack->rules[i].id, &pack->rules[i].sources);
	for (size_t i = 0; i < pack->n_advice; i++)
		want_source(faults, &pack->advice[i].place, "advice",
			    pack->advice[i].id, &pack->advice[i].sources);
	for (size_t i = 0; i < pack->n_strata; i++)
		want_source(faults, &pack->strata[i].place, "stratum",
			    pack->strata[i].id, &pack->strata[i].sources);
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
