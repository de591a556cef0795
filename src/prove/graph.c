/* The graph itself; graph_dot.c and graph_text.c write it. */
#include "config.h"

#include "prove/graph.h"

#include <stdlib.h>
#include <string.h>

#include "answers/logic.h"

static void list_add(struct graph_list *list, size_t index)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->index[i] == index)
			return;
	list->index = xrealloc(list->index, list->count + 1,
			       sizeof *list->index);
	list->index[list->count++] = index;
}

static char *words_of(const struct expr *expr)
{
	size_t size = expr_print(NULL, 0, expr) + 1;
	char *words = xcalloc(size, 1);

	expr_print(words, size, expr);
	return words;
}

static void note_read(void *data, const struct question *question,
		      const struct finding *finding)
{
	struct graph_condition *condition = data;

	if (question != NULL)
		list_add(&condition->reads, question->index);
	if (finding != NULL)
		list_add(&condition->through, finding->index);
}

static void note_last(void *data, const struct question *question)
{
	const struct question **last = data;

	if (*last == NULL || question->index > (*last)->index)
		*last = question;
}

/* Room was made for all that there can be, so that it stays in place. */
static struct graph_condition *add_condition(struct graph *graph,
					     enum graph_kind kind,
					     const struct expr *expr)
{
	struct graph_condition *condition =
		&graph->conditions[graph->n_conditions++];

	condition->kind = kind;
	condition->expr = expr;
	condition->words = words_of(expr);
	expr_visit(expr, note_read, condition);
	pack_walk_questions(graph->pack, expr, note_last, &condition->last);
	if (condition->last != NULL)
		condition->part = condition->last->part;
	return condition;
}

static struct graph_condition *share_condition(struct graph *graph,
					       enum graph_kind kind,
					       const struct expr *expr,
					       const struct part *part)
{
	char *words = words_of(expr);
	struct graph_condition *found = NULL;

	for (size_t i = 0; i < graph->n_conditions && found == NULL; i++)
		if (graph->conditions[i].kind == kind &&
		    graph->conditions[i].part == part &&
		    strcmp(graph->conditions[i].words, words) == 0)
			found = &graph->conditions[i];
	free(words);
	if (found == NULL)
		found = add_condition(graph, kind, expr);
	found->part = part;
	return found;
}

/* Findings that lead to somewhere. */

struct needs {
	const struct pack *pack;
	bool *needed;			/* by finding */
};

static void need(void *data, const struct question *question,
		 const struct finding *finding)
{
	struct needs *needs = data;

	(void)question;
	if (finding == NULL || needs->needed[finding->index])
		return;
	needs->needed[finding->index] = true;
	expr_visit(finding->when, need, needs);
}

static void add_finding(struct graph *graph, const struct finding *finding)
{
	struct graph_condition *condition =
		add_condition(graph, GRAPH_FINDING, finding->when);

	condition->finding = finding;
	graph->finding[finding->index] = condition;
}

static void add_findings(struct graph *graph)
{
	const struct pack *pack = graph->pack;
	struct needs needs = { pack, xcalloc(pack->n_findings + 1,
					     sizeof *needs.needed) };

	for (size_t i = 0; i < pack->n_questions; i++) {
		expr_visit(pack->questions[i].ask_if, need, &needs);
		expr_visit(pack->questions[i].not_if, need, &needs);
	}
	for (size_t i = 0; i < pack->n_rules; i++)
		if (pack->rules[i].stop)
			expr_visit(pack->rules[i].when, need, &needs);
	for (size_t i = 0; i < pack->n_scopes; i++)
		expr_visit(pack->scopes[i].when, need, &needs);
	for (size_t i = 0; i < pack->n_findings; i++)
		if (needs.needed[i])
			add_finding(graph, &pack->findings[i]);
	free(needs.needed);
}

static const struct graph_condition *open_by(struct graph *graph,
					     enum graph_kind kind,
					     const struct expr *expr,
					     const struct question *question)
{
	struct graph_condition *condition;

	if (expr == NULL)
		return NULL;
	condition = share_condition(graph, kind, expr, question->part);
	list_add(&condition->opens, question->index);
	return condition;
}

static void add_questions(struct graph *graph)
{
	for (size_t i = 0; i < graph->pack->n_questions; i++) {
		const struct question *question = &graph->pack->questions[i];

		graph->ask_if[i] = open_by(graph, GRAPH_ASK_IF,
					   question->ask_if, question);
		graph->not_if[i] = open_by(graph, GRAPH_NOT_IF,
					   question->not_if, question);
	}
}

static void add_exits(struct graph *graph)
{
	const struct pack *pack = graph->pack;

	for (size_t i = 0; i < pack->n_rules; i++)
		if (pack->rules[i].stop)
			add_condition(graph, GRAPH_STOP,
				      pack->rules[i].when)->rule =
				&pack->rules[i];
	for (size_t i = 0; i < pack->n_scopes; i++)
		add_condition(graph, GRAPH_SCOPE,
			      pack->scopes[i].when)->scope = &pack->scopes[i];
}

/* How many questions stand on the screen that begins with this one. */
static size_t screen_length(const struct pack *pack,
			    const struct question *question)
{
	if (question->checklist != NULL)
		return question->checklist->n_questions;
	return question->index + 1 < pack->n_questions &&
	       question[1].side == question ? 2 : 1;
}

static void add_screens(struct graph *graph)
{
	const struct pack *pack = graph->pack;

	for (size_t i = 0; i < pack->n_questions;) {
		struct graph_screen *screen =
			&graph->screens[graph->n_screens++];

		screen->questions = &pack->questions[i];
		screen->checklist = pack->questions[i].checklist;
		screen->n_questions = screen_length(pack, screen->questions);
		for (size_t j = 0; j < screen->n_questions; j++)
			graph->screen_of[i++] = screen;
	}
}

struct graph *graph_new(const struct pack *pack)
{
	struct graph *graph = xcalloc(1, sizeof *graph);
	size_t most = 2 * pack->n_questions + pack->n_findings +
		      pack->n_rules + pack->n_scopes;
	size_t questions = pack->n_questions + 1;

	graph->pack = pack;
	graph->conditions = xcalloc(most + 1, sizeof *graph->conditions);
	graph->screens = xcalloc(questions, sizeof *graph->screens);
	graph->ask_if = xcalloc(questions, sizeof *graph->ask_if);
	graph->not_if = xcalloc(questions, sizeof *graph->not_if);
	graph->finding = xcalloc(pack->n_findings + 1,
				 sizeof *graph->finding);
	graph->screen_of = xcalloc(questions, sizeof *graph->screen_of);
	add_screens(graph);
	add_findings(graph);
	add_questions(graph);
	add_exits(graph);
	return graph;
}

void graph_free(struct graph **graph)
{
	if (*graph == NULL)
		return;
	for (size_t i = 0; i < (*graph)->n_conditions; i++) {
		struct graph_condition *condition = &(*graph)->conditions[i];

		free(condition->words);
		free(condition->reads.index);
		free(condition->through.index);
		free(condition->opens.index);
	}
	free((*graph)->conditions);
	free((*graph)->screens);
	free((*graph)->ask_if);
	free((*graph)->not_if);
	free((*graph)->finding);
	free((*graph)->screen_of);
	free(*graph);
	*graph = NULL;
}

bool graph_has_one_opener(const struct graph_condition *condition)
{
	return condition->reads.count == 1 && condition->through.count == 0;
}

bool graph_reads_part(const struct graph *graph,
		      const struct graph_condition *condition)
{
	for (size_t i = 0; i < condition->reads.count; i++)
		if (graph->pack->questions[condition->reads.index[i]].part ==
		    condition->part)
			return true;
	for (size_t i = 0; i < condition->through.count; i++)
		if (graph->finding[condition->through.index[i]]->part ==
		    condition->part)
			return true;
	return false;
}

bool graph_is_trunk(const struct graph *graph,
		    const struct graph_screen *screen)
{
	for (size_t i = 0; i < screen->n_questions; i++) {
		const struct graph_condition *condition =
			graph->ask_if[screen->questions[i].index];

		if (condition == NULL || !graph_reads_part(graph, condition))
			return true;
	}
	return false;
}

/* Findings are present as scores see them; rules as an interview does. */
bool graph_holds(const struct graph_condition *condition,
		 const struct answers *path)
{
	enum reading reading = condition->kind == GRAPH_STOP ? READ_SAID
							     : READ_AS_IS;

	return path != NULL &&
	       expr_eval(condition->expr, path, reading) == TRI_TRUE;
}
