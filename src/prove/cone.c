#include "config.h"

#include "prove/cone.h"

#include <stdlib.h>

#include "base/error.h"

/* One who reads a node; then where the next one stands, or 0. */
struct edge {
	size_t by, next;
};

struct cone {
	const struct pack *pack;
	const struct alarms *alarms;
	bool whole_counts;
	size_t *first;			/* by node: its first reader, or 0 */
	struct edge *edges;		/* from 1 on */
	size_t n_edges, room;
	unsigned *touched, *needed;	/* by node: the round that found it */
	unsigned round;
	struct index_list nodes;	/* yet to be looked at */
	struct index_list alarms_touched, questions, findings;
};

void index_list_add(struct index_list *list, size_t index)
{
	if (list->count == list->room) {
		list->room = 2 * list->room + 64;
		list->index = xrealloc(list->index, list->room,
				       sizeof *list->index);
	}
	list->index[list->count++] = index;
}

/* Nodes: questions, then findings, then alarms */

static size_t first_finding(const struct cone *cone)
{
	return cone->pack->n_questions;
}

static size_t first_alarm(const struct cone *cone)
{
	return first_finding(cone) + cone->pack->n_findings;
}

static size_t count_nodes(const struct cone *cone)
{
	return first_alarm(cone) + cone->alarms->count;
}

static size_t node_of(const struct cone *cone,
		      const struct question *question,
		      const struct finding *finding)
{
	return question != NULL ? question->index
				: first_finding(cone) + finding->index;
}

/* The expressions of a node; NULL where there is none. */
static void take_exprs(const struct cone *cone, size_t node,
		       const struct expr *exprs[static 2])
{
	const struct pack *pack = cone->pack;

	exprs[1] = NULL;
	if (node >= first_alarm(cone)) {
		exprs[0] = cone->alarms->alarm[node - first_alarm(cone)].expr;
	} else if (node >= first_finding(cone)) {
		exprs[0] = pack->findings[node - first_finding(cone)].when;
		exprs[1] = pack->findings[node - first_finding(cone)]
			   .absent_when;
	} else {
		exprs[0] = pack->questions[node].ask_if;
		exprs[1] = pack->questions[node].not_if;
	}
}

/* Readers */

struct reading_node {
	struct cone *cone;
	size_t node;
};

static void add_reader(void *data, const struct question *question,
		       const struct finding *finding)
{
	const struct reading_node *reading = data;
	struct cone *cone = reading->cone;
	size_t node = node_of(cone, question, finding);

	if (cone->n_edges + 1 >= cone->room) {
		cone->room = 2 * cone->room + 64;
		cone->edges = xrealloc(cone->edges, cone->room,
					 sizeof *cone->edges);
	}
	cone->edges[++cone->n_edges] = (struct edge){
		.by = reading->node, .next = cone->first[node],
	};
	cone->first[node] = cone->n_edges;
}

static void add_readers(struct cone *cone, size_t node)
{
	struct reading_node reading = { cone, node };
	const struct expr *exprs[2];

	take_exprs(cone, node, exprs);
	for (size_t i = 0; i < 2; i++)
		if (exprs[i] != NULL)
			expr_visit(exprs[i], add_reader, &reading);
}

struct cone *cone_new(const struct pack *pack, const struct alarms *alarms,
		      bool whole_counts)
{
	struct cone *cone = xcalloc(1, sizeof *cone);
	size_t nodes;

	cone->pack = pack;
	cone->alarms = alarms;
	cone->whole_counts = whole_counts;
	nodes = count_nodes(cone);
	cone->first = xcalloc(nodes + 1, sizeof *cone->first);
	cone->touched = xcalloc(nodes + 1, sizeof *cone->touched);
	cone->needed = xcalloc(nodes + 1, sizeof *cone->needed);
	for (size_t node = 0; node < nodes; node++)
		add_readers(cone, node);
	return cone;
}

void cone_free(struct cone **cone)
{
	struct cone *old = *cone;

	if (old == NULL)
		return;
	free(old->first);
	free(old->edges);
	free(old->touched);
	free(old->needed);
	free(old->nodes.index);
	free(old->alarms_touched.index);
	free(old->questions.index);
	free(old->findings.index);
	free(old);
	*cone = NULL;
}

/* Forwards: what they touch */

static void touch(struct cone *cone, size_t node)
{
	if (cone->touched[node] == cone->round)
		return;
	cone->touched[node] = cone->round;
	index_list_add(&cone->nodes, node);
	if (node >= first_alarm(cone))
		index_list_add(&cone->alarms_touched, node - first_alarm(cone));
}

static void touch_readers(struct cone *cone)
{
	while (cone->nodes.count > 0) {
		size_t node = cone->nodes.index[--cone->nodes.count];

		for (size_t at = cone->first[node]; at != 0;
		     at = cone->edges[at].next)
			touch(cone, cone->edges[at].by);
	}
}

/* Backwards: what the alarms touched rest on */

static void need(struct cone *cone, const struct question *question,
		 const struct finding *finding)
{
	size_t node = node_of(cone, question, finding);

	if (cone->needed[node] == cone->round)
		return;
	cone->needed[node] = cone->round;
	if (finding != NULL || cone->touched[node] == cone->round)
		index_list_add(&cone->nodes, node);
	if (finding != NULL)
		index_list_add(&cone->findings, finding->index);
	else
		index_list_add(&cone->questions, question->index);
}

static void need_read(void *data, const struct expr *expr)
{
	struct cone *cone = data;

	if (expr->question != NULL || expr->finding != NULL)
		need(cone, expr->question, expr->finding);
	for (size_t i = 0; i < expr->n_findings; i++)
		if (cone->whole_counts ||
		    cone_touches_finding(cone, expr->findings[i]->index))
			need(cone, NULL, expr->findings[i]);
}

/* Of the nodes yet to be looked at, and of those that `seen` adds. */
static void walk_exprs(struct cone *cone,
		       void (*seen)(void *data, const struct expr *expr),
		       void *data)
{
	const struct expr *exprs[2];

	while (cone->nodes.count > 0) {
		take_exprs(cone, cone->nodes.index[--cone->nodes.count], exprs);
		for (size_t i = 0; i < 2; i++)
			if (exprs[i] != NULL)
				expr_walk(exprs[i], seen, data);
	}
}

static void need_reads(struct cone *cone)
{
	for (size_t i = 0; i < cone->alarms_touched.count; i++)
		index_list_add(&cone->nodes, first_alarm(cone) +
				       cone->alarms_touched.index[i]);
	walk_exprs(cone, need_read, cone);
}

static int compare_indexes(const void *one, const void *other)
{
	const size_t *a = one, *b = other;

	return (*a > *b) - (*a < *b);
}

void cone_find(struct cone *cone, const size_t *questions, size_t count)
{
	cone->round++;
	cone->alarms_touched.count = 0;
	cone->questions.count = 0;
	cone->findings.count = 0;
	for (size_t i = 0; i < count; i++)
		touch(cone, questions[i]);
	touch_readers(cone);
	need_reads(cone);
	if (cone->questions.count > 1)
		qsort(cone->questions.index, cone->questions.count,
		      sizeof *cone->questions.index, compare_indexes);
}

/* What one alarm rests on */

void support_clear(struct support *support)
{
	support->questions.count = 0;
	support->findings.count = 0;
}

void support_done(struct support *support)
{
	free(support->questions.index);
	free(support->findings.index);
}

struct supporting {
	struct cone *cone;
	size_t most;
	struct support *support;
};

static bool has_more_readers(const struct cone *cone, size_t node, size_t most)
{
	size_t count = 0;

	for (size_t at = cone->first[node]; at != 0 && count <= most;
	     at = cone->edges[at].next)
		count++;
	return count > most;
}

static void support_read(const struct supporting *supporting,
			 const struct question *question,
			 const struct finding *finding)
{
	struct cone *cone = supporting->cone;
	size_t node = node_of(cone, question, finding);

	if (cone->needed[node] == cone->round)
		return;
	cone->needed[node] = cone->round;
	if (finding != NULL)
		index_list_add(&supporting->support->findings, finding->index);
	else if (has_more_readers(cone, node, supporting->most))
		return;
	else
		index_list_add(&supporting->support->questions,
			       question->index);
	index_list_add(&cone->nodes, node);
}

static void support_reads(void *data, const struct expr *expr)
{
	if (expr->question != NULL || expr->finding != NULL)
		support_read(data, expr->question, expr->finding);
	for (size_t i = 0; i < expr->n_findings; i++)
		support_read(data, NULL, expr->findings[i]);
}

static void find_support(struct cone *cone, size_t node, size_t most,
			 struct support *support)
{
	struct supporting supporting = { cone, most, support };

	cone->round++;
	index_list_add(&cone->nodes, node);
	walk_exprs(cone, support_reads, &supporting);
}

void cone_support_alarm(struct cone *cone, size_t alarm, size_t most,
			struct support *support)
{
	find_support(cone, first_alarm(cone) + alarm, most, support);
}

void cone_support_question(struct cone *cone, size_t question, size_t most,
			   struct support *support)
{
	find_support(cone, question, most, support);
}

/* What was found */

const struct index_list *cone_alarms(const struct cone *cone)
{
	return &cone->alarms_touched;
}

const struct index_list *cone_questions(const struct cone *cone)
{
	return &cone->questions;
}

const struct index_list *cone_findings(const struct cone *cone)
{
	return &cone->findings;
}

bool cone_touches_question(const struct cone *cone, size_t question)
{
	return cone->touched[question] == cone->round;
}

bool cone_touches_finding(const struct cone *cone, size_t finding)
{
	return cone->touched[first_finding(cone) + finding] == cone->round;
}

bool cone_needs_question(const struct cone *cone, size_t question)
{
	return cone->needed[question] == cone->round;
}
