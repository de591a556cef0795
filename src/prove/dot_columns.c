/* How many columns of a drawing in DOT stand right and left of a trunk. */
#include "config.h"

#include "prove/graph_drawing.h"

/* How many columns right of the trunk it stands. */
static size_t column_of_screen(const struct drawing *drawing,
			       const struct graph_screen *screen);

static size_t column_of(const struct drawing *drawing,
			const struct graph_condition *condition,
			const struct graph_screen *of)
{
	const struct graph *graph = drawing->graph;
	size_t column = 0, before;

	for (size_t i = 0; i < condition->reads.count; i++) {
		size_t from = condition->reads.index[i];

		if (graph->pack->questions[from].part != condition->part ||
		    graph->screen_of[from] == of)
			continue;
		before = column_of_screen(drawing, graph->screen_of[from]) + 1;
		column = before > column ? before : column;
	}
	for (size_t i = 0; i < condition->through.count; i++) {
		const struct graph_condition *from =
			graph->finding[condition->through.index[i]];

		if (from->part != condition->part)
			continue;
		before = column_of(drawing, from, of) + 1;
		column = before > column ? before : column;
	}
	return column;
}

static size_t column_of_screen(const struct drawing *drawing,
			       const struct graph_screen *screen)
{
	const struct graph *graph = drawing->graph;
	size_t column = 0, own;

	if (graph_is_trunk(graph, screen))
		return 0;
	for (size_t i = 0; i < screen->n_questions; i++) {
		const struct graph_condition *condition =
			graph->ask_if[screen->questions[i].index];

		own = column_of(drawing, condition, screen) +
		      !dot_is_edge(drawing, condition);
		column = own > column ? own : column;
	}
	return column;
}

size_t dot_last_column(const struct drawing *drawing,
		       const struct part *part)
{
	const struct graph *graph = drawing->graph;
	size_t last = 0, column;

	for (size_t i = 0; i < graph->n_screens; i++) {
		if (graph->screens[i].questions[0].part != part)
			continue;
		column = column_of_screen(drawing, &graph->screens[i]);
		last = column > last ? column : last;
	}
	for (size_t i = 0; i < graph->n_conditions; i++) {
		if (graph->conditions[i].part != part)
			continue;
		column = column_of(drawing, &graph->conditions[i], NULL);
		last = column > last ? column : last;
	}
	return last;
}

size_t dot_columns_before(const struct drawing *drawing,
			  const struct part *part)
{
	const struct graph *graph = drawing->graph;

	for (size_t i = 0; i < graph->n_conditions; i++)
		if (graph->conditions[i].part == part &&
		    graph->conditions[i].opens.count > 0 &&
		    !graph_reads_part(graph, &graph->conditions[i]))
			return 2;
	return 0;
}
