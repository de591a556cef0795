#include "config.h"

#include "prove/alike.h"

#include <stdlib.h>

#include "base/error.h"

/* Literals: they may differ in it. */
struct alike {
	struct sat *sat;
	int *question, *finding;
	int *reads;		/* of what is looked at now */
	size_t count, room;
};

static void add_read(struct alike *alike, int literal)
{
	if (alike->count == alike->room) {
		alike->room = 2 * alike->room + 16;
		alike->reads = xrealloc(alike->reads, alike->room,
					sizeof *alike->reads);
	}
	alike->reads[alike->count++] = literal;
}

static void read_one(void *data, const struct question *question,
		     const struct finding *finding)
{
	struct alike *alike = data;

	if (question != NULL)
		add_read(alike, alike->question[question->index]);
	if (finding != NULL)
		add_read(alike, alike->finding[finding->index]);
}

/* Unless they differ, these are the same. */
static void same_unless(struct alike *alike, int differ, int a, int b)
{
	sat_clause(alike->sat, (const int[]){ differ, -a, b }, 3);
	sat_clause(alike->sat, (const int[]){ differ, a, -b }, 3);
}

/* They differ where they differ in something read; else not. */
static void only_by_reads(struct alike *alike, int differ)
{
	add_read(alike, -differ);
	sat_clause(alike->sat, alike->reads, alike->count);
	alike->count = 0;
}

static void tell_question(struct alike *alike, const struct asked *a,
			  const struct asked *b, int differ)
{
	same_unless(alike, differ, a->may, b->may);
	same_unless(alike, differ, a->applies, b->applies);
	same_unless(alike, differ, a->nothing, b->nothing);
	same_unless(alike, differ, a->unsure, b->unsure);
	same_unless(alike, differ, a->skipped, b->skipped);
	same_unless(alike, differ, a->na, b->na);
	same_unless(alike, differ, a->value, b->value);
	for (size_t i = 0; i < a->n_values; i++)
		if (a->values[i] != 0)
			same_unless(alike, differ, a->values[i], b->values[i]);
}

static void tell_questions(struct alike *alike, const struct person *one,
			   const struct person *other, const int *differs)
{
	for (size_t i = 0; i < one->pack->n_questions; i++) {
		const struct question *question = &one->pack->questions[i];

		tell_question(alike, &one->asked[i], &other->asked[i],
			      alike->question[i]);
		if (question->ask_if != NULL)
			expr_visit(question->ask_if, read_one, alike);
		if (question->not_if != NULL)
			expr_visit(question->not_if, read_one, alike);
		if (differs[i] != 0)
			add_read(alike, differs[i]);
		only_by_reads(alike, alike->question[i]);
	}
}

static void tell_findings(struct alike *alike, const struct person *one,
			  const struct person *other)
{
	for (size_t i = 0; i < one->pack->n_findings; i++) {
		const struct finding *finding = &one->pack->findings[i];
		const struct truth *a = &one->findings[i];
		const struct truth *b = &other->findings[i];

		if (!one->known[i] || !other->known[i])
			continue;
		same_unless(alike, alike->finding[i], a->yes, b->yes);
		same_unless(alike, alike->finding[i], a->no, b->no);
		expr_visit(finding->when, read_one, alike);
		if (finding->absent_when != NULL)
			expr_visit(finding->absent_when, read_one, alike);
		only_by_reads(alike, alike->finding[i]);
	}
}

static void tell_rules(struct alike *alike, const struct person *one,
		       const struct person *other)
{
	for (size_t i = 0; i < one->pack->n_rules; i++) {
		int differ = sat_literal(alike->sat);

		same_unless(alike, differ, one->fired[i], other->fired[i]);
		expr_visit(one->pack->rules[i].when, read_one, alike);
		only_by_reads(alike, differ);
	}
}

void alike_tell(const struct person *one, const struct person *other,
		const int *differs)
{
	const struct pack *pack = one->pack;
	struct alike alike = {
		.sat = one->sat,
		.question = xcalloc(pack->n_questions + 1, sizeof(int)),
		.finding = xcalloc(pack->n_findings + 1, sizeof(int)),
	};

	for (size_t i = 0; i < pack->n_questions; i++)
		alike.question[i] = sat_literal(alike.sat);
	for (size_t i = 0; i < pack->n_findings; i++)
		alike.finding[i] = sat_literal(alike.sat);
	tell_questions(&alike, one, other, differs);
	tell_findings(&alike, one, other);
	tell_rules(&alike, one, other);
	free(alike.question);
	free(alike.finding);
	free(alike.reads);
}
