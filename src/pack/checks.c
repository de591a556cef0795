/* What concerns several keys, or several sections. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "pack/loading.h"

/* The line of a key, or 0. */
static int line_of(const struct entry *entry, const char *name)
{
	const struct ini_key *key = find_key(entry, name);

	return key != NULL ? key->line : 0;
}

void finish_pack(struct loading *loading, const struct entry *entry)
{
	struct pack *pack = loading->pack;
	struct constants *constants = &pack->constants;

	pack->id = entry->section->id;
	pack->place = (struct place){ entry->file, entry->section->line };
	if (constants->hallmark_limit < constants->single_limit) {
		FAULT(loading, entry, line_of(entry, "hallmark-limit"),
		      _("hallmark-limit is below single-limit; make it higher"));
		constants->hallmark_limit = constants->single_limit;
	}
	if (constants->strong < constants->possible)
		FAULT(loading, entry, line_of(entry, "strong"),
		      _("strong is below possible; make it higher"));
}

void finish_group(struct loading *loading, const struct entry *entry)
{
	struct group *group = entry->object;

	if (group->limit == 0)
		group->limit = loading->pack->constants.group_limit;
}

void finish_rule(struct loading *loading, const struct entry *entry)
{
	const struct rule *rule = entry->object;

	if (rule->stop && rule->urgency != URGENCY_EMERGENCY)
		FAULT(loading, entry, line_of(entry, "stop"),
		      _("only an emergency stops the interview; remove stop, or write urgency = emergency"));
}

#define HOME_LEVELS (1u << URGENCY_SELF_CARE | 1u << URGENCY_ROUTINE)
#define ALL_LEVELS ((1u << N_URGENCIES) - 1)

void finish_advice(struct loading *loading, const struct entry *entry)
{
	struct advice *advice = entry->object;
	bool at_home = advice->kind == ADVICE_DO ||
		       advice->kind == ADVICE_AVOID || advice->exercise;

	if (find_key(entry, "at") == NULL)
		advice->at = at_home ? HOME_LEVELS : ALL_LEVELS;
	if (advice->exercise && (advice->at & ~HOME_LEVELS) != 0)
		FAULT(loading, entry, line_of(entry, "at"),
		      _("an exercise is not shown at soon or above; write: at = self-care routine"));
}

static void check_single(struct loading *loading, enum kind_id kind)
{
	const struct entries *all = &loading->of[kind];

	for (size_t i = 1; i < all->count; i++)
		FAULT(loading, all->entry[i], 0, _("there is a [%s %s] already, in %s:%d; a pack has one, so join them"),
		      kinds[kind].name, all->entry[0]->section->id,
		      all->entry[0]->file, all->entry[0]->section->line);
}

static bool has_file(const struct loading *loading, const char *name)
{
	for (size_t i = 0; i < loading->n_files; i++)
		if (strcmp(loading->files[i].name, name) == 0)
			return true;
	return false;
}

static void check_present(struct loading *loading, enum kind_id kind,
			  const char *keys)
{
	if (loading->of[kind].count == 0 && has_file(loading, "pack.ini"))
		error_list_add(loading->faults, "pack.ini", 0,
			       _("the pack has no [%s id]; add one with %s"),
			       kinds[kind].name, keys);
}

static bool in_flow(const struct entries *flows, const struct part *part)
{
	for (size_t f = 0; f < flows->count; f++) {
		const struct flow *flow = flows->entry[f]->object;

		for (size_t i = 0; i < flow->n_parts; i++)
			if (flow->parts[i] == part)
				return true;
	}
	return false;
}

/* A part outside the flow would never be asked. */
static void check_parts(struct loading *loading)
{
	const struct entries *parts = &loading->of[KIND_PART];
	const struct entries *flows = &loading->of[KIND_FLOW];

	for (size_t i = 0; i < parts->count && flows->count > 0; i++)
		if (!in_flow(flows, parts->entry[i]->object))
			FAULT(loading, parts->entry[i], 0, _("part %s is not in the flow; add it to parts in %s:%d"),
			      parts->entry[i]->section->id,
			      flows->entry[0]->file,
			      line_of(flows->entry[0], "parts"));
}

/*
 * The latest question that each finding reads, itself or through others:
 * what it reads comes before it, so one pass does.
 */
struct latest {
	const struct question **of;	/* by finding index */
	const struct question *now;
	const struct finding *through;	/* by which `now` is read, or NULL */
};

static void see(void *data, const struct question *question,
		const struct finding *finding)
{
	struct latest *latest = data;

	if (finding != NULL)
		question = latest->of[finding->index];
	if (question == NULL || (latest->now != NULL &&
				 question->index <= latest->now->index))
		return;
	latest->now = question;
	latest->through = finding;
}

static void find_latest(struct latest *latest, const struct pack *pack)
{
	for (size_t i = 0; i < pack->n_findings; i++) {
		latest->now = NULL;
		expr_visit(pack->findings[i].when, see, latest);
		expr_visit(pack->findings[i].absent_when, see, latest);
		latest->of[i] = latest->now;
	}
}

static void check_earlier(struct loading *loading, const struct entry *entry,
			  struct latest *latest, const struct expr *expr,
			  const char *key)
{
	const struct question *question = entry->object;

	latest->now = NULL;
	latest->through = NULL;
	expr_visit(expr, see, latest);
	if (latest->now == NULL || latest->now->index < question->index)
		return;
	if (latest->through != NULL)
		FAULT(loading, entry, line_of(entry, key), _("%s reads finding %s, and that question %s, which is not asked before (%s:%d); move one of them"),
		      key, latest->through->id, latest->now->id,
		      latest->now->place.file, latest->now->place.line);
	else
		FAULT(loading, entry, line_of(entry, key), _("%s reads question %s, which is not asked before (%s:%d); move one of them"),
		      key, latest->now->id, latest->now->place.file,
		      latest->now->place.line);
}

/* So a flow always ends, and the proof need not guess what comes. */
static void check_order(struct loading *loading)
{
	const struct entries *questions = &loading->of[KIND_QUESTION];
	struct latest latest = {
		.of = xcalloc(loading->pack->n_findings, sizeof(*latest.of)),
	};

	find_latest(&latest, loading->pack);
	for (size_t i = 0; i < questions->count; i++) {
		const struct question *question = questions->entry[i]->object;

		check_earlier(loading, questions->entry[i], &latest,
			      question->ask_if, "ask-if");
		check_earlier(loading, questions->entry[i], &latest,
			      question->not_if, "not-if");
	}
	free(latest.of);
}

/* What opens or closes a safety question, itself or through others. */
struct behind {
	bool *questions, *findings;	/* that were looked at */
	const struct question *stray;	/* not everybody is asked it */
};

/* A circle, or what comes later, is a fault by itself. */
static void look_behind(void *data, const struct question *question,
			const struct finding *finding)
{
	struct behind *behind = data;
	bool *seen = finding != NULL ? &behind->findings[finding->index]
				     : &behind->questions[question->index];

	if (*seen)
		return;
	*seen = true;
	if (finding != NULL) {
		expr_visit(finding->when, look_behind, behind);
		expr_visit(finding->absent_when, look_behind, behind);
	} else if (question->part != NULL && !question->part->safety) {
		if (!question->always && behind->stray == NULL)
			behind->stray = question;
		expr_visit(question->ask_if, look_behind, behind);
	}
}

static void check_gate(struct loading *loading, const struct entry *entry,
		       const struct expr *expr, const char *key)
{
	const struct pack *pack = loading->pack;
	const struct question *question = entry->object;
	struct behind behind = {
		.questions = xcalloc(pack->n_questions, sizeof(bool)),
		.findings = xcalloc(pack->n_findings, sizeof(bool)),
	};

	expr_visit(expr, look_behind, &behind);
	if (behind.stray != NULL)
		FAULT(loading, entry, line_of(entry, key), _("%s of safety question %s depends on %s, which is not asked of everybody (%s:%d); let it read safety questions, or write always = yes there"),
		      key, question->id, behind.stray->id,
		      behind.stray->place.file, behind.stray->place.line);
	free(behind.questions);
	free(behind.findings);
}

/* So nothing that may be passed over decides whether danger is asked for. */
static void check_gates(struct loading *loading)
{
	const struct entries *questions = &loading->of[KIND_QUESTION];

	for (size_t i = 0; i < questions->count; i++) {
		const struct entry *entry = questions->entry[i];
		const struct question *question = entry->object;

		if (question->part == NULL || !question->part->safety)
			continue;
		check_gate(loading, entry, question->ask_if, "ask-if");
		check_gate(loading, entry, question->not_if, "not-if");
	}
}

/* A finding comes after those it reads, so their depth is known. */
static void deepen(void *data, const struct question *question,
		   const struct finding *read)
{
	struct finding *finding = data;

	if (read != NULL) {
		finding->beyond_safety |= read->beyond_safety;
		if (finding->depth <= read->depth)
			finding->depth = read->depth + 1;
	} else if (question->part != NULL && !question->part->safety) {
		finding->beyond_safety = true;
	}
}

static void check_depth(struct loading *loading, const struct entry *entry)
{
	struct finding *finding = entry->object;

	expr_visit(finding->when, deepen, finding);
	expr_visit(finding->absent_when, deepen, finding);
	if (finding->depth == MAX_FINDING_DEPTH + 1)
		FAULT(loading, entry, line_of(entry, "when"), _("finding %s reads a finding that reads a finding, and so on, more than %d deep; name questions instead"),
		      finding->id, MAX_FINDING_DEPTH);
}

static void check_findings(struct loading *loading)
{
	const struct entries *findings = &loading->of[KIND_FINDING];

	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = findings->entry[i]->object;

		check_depth(loading, findings->entry[i]);
		for (size_t k = 0; k < finding->n_replaces; k++)
			if (finding->replaces[k] == finding)
				FAULT(loading, findings->entry[i],
				      line_of(findings->entry[i], "replaces"),
				      _("finding %s replaces itself; name its parts"),
				      finding->id);
	}
}

void check_pack(struct loading *loading)
{
	check_present(loading, KIND_PACK, "title, version, reviewed, language, not-a-diagnosis");
	check_present(loading, KIND_FLOW, "parts");
	check_single(loading, KIND_PACK);
	check_single(loading, KIND_FLOW);
	check_single(loading, KIND_SELF_CARE);
	check_parts(loading);
	check_order(loading);
	check_gates(loading);
	check_findings(loading);
}
