#include "config.h"

#include "judge.h"

#include <fts.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/lint.h"
#include "prove/person.h"
#include "prove/prove.h"
#include "vignettes/tally.h"
#include "vignettes/vignette.h"

/* A test patient that must come out as it says. */
struct patient {
	char *path;
	bool *fired;		/* by rule, in any reading, as shipped */
};

struct judge {
	struct pack *pack;
	struct patient *patients;
	size_t n_patients;
	struct cells *cells;	/* fine: also between the pack's thresholds */
	struct sat *sat;
	struct person *person;	/* by the pack as shipped */
};

void edit_swap(struct edit *edit)
{
	char other[sizeof edit->other];

	memcpy(other, edit->place, edit->size);
	memcpy(edit->place, edit->other, edit->size);
	memcpy(edit->other, other, edit->size);
}

/* Test patients */

static void note_fired(const struct judge *judge, bool *fired,
		       const struct outcome *outcome)
{
	for (size_t i = 0; i < outcome->n_fired; i++)
		fired[outcome->fired[i] - judge->pack->rules] = true;
}

/* Wrong, or an emergency that is not said, or too late. */
static bool is_wrong(const struct vignette *vignette)
{
	const struct walked *walked = &vignette->walked;

	if (vignette_failed(vignette))
		return true;
	if (walked->emergency == NULL)
		return vignette->history.urgency == URGENCY_EMERGENCY;
	return walked->waited > EMERGENCY_WITHIN;
}

static void add_patient(struct judge *judge, const char *path)
{
	struct error_list faults = { 0 };
	struct vignette vignette;
	struct patient patient;

	if (vignette_run(&vignette, judge->pack, path, path, &faults) != 0 ||
	    is_wrong(&vignette)) {
		printf("Bail out! %s is wrong as shipped\n", path);
		exit(1);
	}
	if (vignette.expected.must) {
		patient.path = xstrdup(path);
		patient.fired = xcalloc(judge->pack->n_rules + 1,
					sizeof *patient.fired);
		note_fired(judge, patient.fired, &vignette.bare);
		note_fired(judge, patient.fired, &vignette.history);
		note_fired(judge, patient.fired, &vignette.exam);
		judge->patients = xrealloc(judge->patients,
					   judge->n_patients + 1,
					   sizeof *judge->patients);
		judge->patients[judge->n_patients++] = patient;
	}
	vignette_done(&vignette);
}

static int by_name(const FTSENT **left, const FTSENT **right)
{
	return strcmp((*left)->fts_name, (*right)->fts_name);
}

static void add_patients(struct judge *judge, char **folders)
{
	FTS *tree = fts_open(folders, FTS_LOGICAL | FTS_NOCHDIR, by_name);
	FTSENT *entry;

	while (tree != NULL && (entry = fts_read(tree)) != NULL) {
		size_t length = strlen(entry->fts_name);

		if (entry->fts_info == FTS_F && length > 4 &&
		    strcmp(entry->fts_name + length - 4, ".ini") == 0)
			add_patient(judge, entry->fts_path);
	}
	if (tree != NULL)
		fts_close(tree);
}

static bool fails(const struct judge *judge, const struct patient *patient)
{
	struct error_list faults = { 0 };
	struct vignette vignette;
	bool wrong = vignette_run(&vignette, judge->pack, patient->path,
				  patient->path, &faults) != 0 ||
		     is_wrong(&vignette);

	vignette_done(&vignette);
	error_list_done(&faults);
	return wrong;
}

/* First those whom the rule speaks of; nobody else, where it fires less. */
static bool some_patient_fails(const struct judge *judge,
			       const struct mutant *mutant)
{
	size_t rule = mutant->rule != NULL
		? (size_t)(mutant->rule - judge->pack->rules) : 0;

	for (int fired = 1; fired >= 0; fired--)
		for (size_t i = 0; i < judge->n_patients; i++) {
			const struct patient *patient = &judge->patients[i];

			if (mutant->rule != NULL &&
			    patient->fired[rule] != fired)
				continue;
			if (mutant->rule == NULL && fired == 0)
				continue;
			if (mutant->milder && fired == 0)
				continue;
			if (fails(judge, patient))
				return true;
		}
	return false;
}

/* Everybody at once */

/* A threshold that is off by one has its cell too. */
static struct cells *fine_cells(const struct pack *pack)
{
	struct cells *cells = cells_new(pack);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct cells *fine = &cells[i];
		double from = question->min, to = question->max;
		size_t steps;

		if (fine->count == 0 || to - from > 200)
			continue;
		steps = (size_t)(to - from);
		fine->numbers = xrealloc(fine->numbers,
					 2 * steps + 1 + fine->count,
					 sizeof *fine->numbers);
		fine->count = 0;
		for (size_t k = 0; k <= 2 * steps; k++)
			fine->numbers[fine->count++] =
				from + (double)k / 2;
	}
	return cells;
}

/* The levels, by what rules and self-care say now. */
static void levels_now(const struct judge *judge, int *at_least)
{
	const struct pack *pack = judge->pack;
	struct sat *sat = judge->sat;
	int *fired = xcalloc(pack->n_rules + 2, sizeof *fired);

	at_least[URGENCY_SELF_CARE] = sat_true(sat);
	for (int level = URGENCY_ROUTINE; level < N_URGENCIES; level++) {
		size_t count = 0;

		for (size_t i = 0; i < pack->n_rules; i++)
			if ((int)pack->rules[i].urgency >= level)
				fired[count++] = judge->person->fired[i];
		if (level == URGENCY_ROUTINE)
			fired[count++] =
				-person_truth(judge->person,
					      pack->self_care->when,
					      READ_AS_IS).yes;
		at_least[level] = sat_any(sat, fired, count);
	}
	free(fired);
}

/* The same, with the rule as it is now. */
static void changed_levels(const struct judge *judge,
			   const struct mutant *mutant, int *at_least)
{
	size_t rule;
	int before;

	if (mutant->rule == NULL) {
		levels_now(judge, at_least);
		return;
	}
	rule = (size_t)(mutant->rule - judge->pack->rules);
	before = judge->person->fired[rule];
	judge->person->fired[rule] = person_truth(judge->person,
						  mutant->rule->when,
						  READ_ASSUMED).yes;
	levels_now(judge, at_least);
	judge->person->fired[rule] = before;
}

static bool has_some(struct sat *sat, const int *literals, size_t count)
{
	int any = sat_any(sat, literals, count);

	return sat_solve(sat, &any, 1);
}

/* Some answers lead to another level than in the pack as shipped. */
static bool differs(struct sat *sat, const int *before, const int *after)
{
	int other[2 * N_URGENCIES];
	size_t count = 0;

	for (int level = 0; level < N_URGENCIES; level++) {
		other[count++] = sat_and(sat, before[level], -after[level]);
		other[count++] = sat_and(sat, -before[level], after[level]);
	}
	return has_some(sat, other, count);
}

static bool breaks_promise(const struct judge *judge, const int *at_least)
{
	const struct pack *pack = judge->pack;
	int *broken = xcalloc(pack->n_invariants + 1, sizeof *broken);
	size_t count = 0;
	bool some;

	for (size_t i = 0; i < pack->n_invariants; i++) {
		const struct invariant *invariant = &pack->invariants[i];

		/* what is asked is as before */
		if (invariant->n_asks > 0 || invariant->given == NULL)
			continue;
		broken[count++] =
			sat_and(judge->sat,
				person_truth(judge->person, invariant->given,
					     READ_AS_IS).yes,
				-at_least[invariant->at_least]);
	}
	some = has_some(judge->sat, broken, count);
	free(broken);
	return some;
}

/* What one says of a question, the other says, where it may be asked. */
static void bind_said(struct sat *sat, const struct asked *one,
		      const struct asked *other)
{
	const int of_one[] = { one->unsure, one->skipped, one->said_na,
			       one->value };
	const int of_other[] = { other->unsure, other->skipped,
				 other->said_na, other->value };

	for (size_t i = 0; i < 4; i++)
		sat_clause(sat, (const int[]){ -other->may, -of_one[i],
					       of_other[i] }, 3);
	for (size_t i = 0; i < one->n_values; i++)
		if (one->values[i] != 0)
			sat_clause(sat, (const int[]){ -other->may,
						       -one->values[i],
						       other->values[i] }, 3);
}

static void bind_alike(struct sat *sat, const struct asked *one,
		       const struct asked *other)
{
	bind_said(sat, one, other);
	bind_said(sat, other, one);
	/* several answers may be marked: not one more than the other has */
	sat_clause(sat, (const int[]){ -one->applies, -other->applies,
				       -one->nothing, other->nothing }, 4);
	sat_clause(sat, (const int[]){ -one->applies, -other->applies,
				       -other->nothing, one->nothing }, 4);
}

/* What is asked or found differs: one person by each of the two packs. */
static bool two_differ(struct judge *judge, struct mutant *mutant)
{
	struct sat *sat = sat_new();
	struct person *after = person_new(sat, judge->pack, judge->cells);
	struct person *before;
	bool some;

	edit_swap(&mutant->edit);
	before = person_new(sat, judge->pack, judge->cells);
	edit_swap(&mutant->edit);
	for (size_t i = 0; i < judge->pack->n_questions; i++)
		bind_alike(sat, &before->asked[i], &after->asked[i]);
	sat_implies(sat, before->physio, after->physio);
	sat_implies(sat, after->physio, before->physio);
	some = differs(sat, before->at_least, after->at_least);
	person_free(&before);
	person_free(&after);
	sat_free(&sat);
	return some;
}

static bool is_of(const struct error *fault, const struct rule *rule)
{
	return rule != NULL && fault->line == rule->place.line &&
	       strcmp(fault->file, rule->place.file) == 0;
}

static bool is_refuted(const struct judge *judge, const struct mutant *mutant)
{
	struct error_list unreachable = { 0 };
	struct proof *proof = prove(judge->pack, &unreachable);
	bool found = proof->n_refuted > 0;

	pack_lint(judge->pack, &unreachable);
	for (size_t i = 0; i < unreachable.count; i++)
		found |= !mutant->deleted ||
			 !is_of(&unreachable.errors[i], mutant->rule);
	proof_free(&proof);
	error_list_done(&unreachable);
	return found;
}

static enum verdict judge_levels(struct judge *judge, struct mutant *mutant)
{
	int at_least[N_URGENCIES];

	if (!mutant->in_rules)
		return two_differ(judge, mutant) ? VERDICT_SURVIVED
						 : VERDICT_EQUIVALENT;
	changed_levels(judge, mutant, at_least);
	if (!differs(judge->sat, judge->person->at_least, at_least))
		return VERDICT_EQUIVALENT;
	return breaks_promise(judge, at_least) ? VERDICT_PROMISE
					       : VERDICT_SURVIVED;
}

enum verdict judge_mutant(struct judge *judge, struct mutant *mutant)
{
	enum verdict verdict = VERDICT_SURVIVED;

	edit_swap(&mutant->edit);
	if (some_patient_fails(judge, mutant))
		verdict = VERDICT_VIGNETTE;
	else if (mutant->changes_level)
		verdict = judge_levels(judge, mutant);
	if (verdict == VERDICT_SURVIVED && is_refuted(judge, mutant))
		verdict = VERDICT_PROOF;
	edit_swap(&mutant->edit);
	return verdict;
}

struct judge *judge_new(struct pack *pack, char **folders)
{
	struct judge *judge = xcalloc(1, sizeof *judge);

	judge->pack = pack;
	add_patients(judge, folders);
	judge->cells = fine_cells(pack);
	judge->sat = sat_new();
	judge->person = person_new(judge->sat, pack, judge->cells);
	return judge;
}

void judge_free(struct judge **judge)
{
	struct judge *old = *judge;

	for (size_t i = 0; i < old->n_patients; i++) {
		free(old->patients[i].path);
		free(old->patients[i].fired);
	}
	free(old->patients);
	person_free(&old->person);
	sat_free(&old->sat);
	cells_free(&old->cells, old->pack);
	free(old);
	*judge = NULL;
}

size_t judge_cases(const struct judge *judge)
{
	return judge->n_patients;
}
