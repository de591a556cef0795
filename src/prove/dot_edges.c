/* Edges of a drawing in DOT. */
#include "config.h"

#include "prove/graph_drawing.h"

/* Whether a person's way leads through it to this question. */
static bool lets_through(const struct drawing *drawing,
			 const struct graph_condition *condition, size_t index)
{
	return graph_holds(condition, drawing->path) &&
	       dot_is_answered(drawing,
			       &drawing->graph->pack->questions[index]);
}

/* Leaves the list of attributes open. */
static void put_edge_style(const struct drawing *drawing,
			   const struct graph_condition *condition,
			   bool marked)
{
	fprintf(drawing->stream, " [color=\"%s\", penwidth=%d%s",
		marked ? MARK : drawing->path != NULL ? GREY : "#555555",
		marked ? 3 : 1,
		condition->kind == GRAPH_NOT_IF ? ", style=dashed" : "");
	if (!marked && drawing->path != NULL)
		fputs(", fontcolor=\"" GREY "\"", drawing->stream);
}

/*
 * A line of the trunk that a question of its own part opens gets its arrow
 * from the right, where that condition stands: all columns keep their order.
 */
static bool comes_back(const struct drawing *drawing,
		       const struct graph_condition *condition, size_t to)
{
	const struct graph *graph = drawing->graph;

	return graph_is_trunk(graph, graph->screen_of[to]) &&
	       graph_reads_part(graph, condition);
}

/* From one question to another, with the words of the condition. */
static void put_labelled_edge(const struct drawing *drawing,
			      const struct graph_condition *condition)
{
	size_t from = condition->reads.index[0];
	size_t to = condition->opens.index[0];
	bool back = comes_back(drawing, condition, to);

	fputc('\t', drawing->stream);
	dot_question_name(drawing, from, "e");
	fputs(" -> ", drawing->stream);
	dot_question_name(drawing, to, back ? "e" : "w");
	put_edge_style(drawing, condition,
		       lets_through(drawing, condition, to));
	fprintf(drawing->stream, ", %s=\"%s ", back ? "xlabel" : "label",
		dot_first_word(condition));
	dot_wrapped(drawing->stream, condition->words, dot_quoted, "\\l");
	fputs(back ? "\", constraint=false]\n" : "\"]\n", drawing->stream);
}

static void put_edges_in(const struct drawing *drawing,
			 const struct graph_condition *condition)
{
	const struct graph *graph = drawing->graph;
	bool holds = graph_holds(condition, drawing->path);

	for (size_t i = 0; i < condition->reads.count; i++) {
		const struct question *from =
			&graph->pack->questions[condition->reads.index[i]];

		if (!dot_draws_read(drawing, condition, from->index))
			continue;
		fputc('\t', drawing->stream);
		dot_question_name(drawing, from->index, "e");
		fputs(" -> ", drawing->stream);
		dot_condition_name(drawing, condition);
		put_edge_style(drawing, condition,
			       holds && dot_is_answered(drawing, from));
		fputs("]\n", drawing->stream);
	}
	for (size_t i = 0; i < condition->through.count; i++) {
		const struct graph_condition *from =
			graph->finding[condition->through.index[i]];

		if (from->part != condition->part)
			continue;
		fputc('\t', drawing->stream);
		dot_condition_name(drawing, from);
		fputs(" -> ", drawing->stream);
		dot_condition_name(drawing, condition);
		put_edge_style(drawing, condition,
			       holds && graph_holds(from, drawing->path));
		fputs("]\n", drawing->stream);
	}
}

static void put_edges_out(const struct drawing *drawing,
			  const struct graph_condition *condition)
{
	for (size_t i = 0; i < condition->opens.count; i++) {
		size_t to = condition->opens.index[i];
		bool back = comes_back(drawing, condition, to);

		fputc('\t', drawing->stream);
		if (back) {
			dot_question_name(drawing, to, "e");
			fputs(" -> ", drawing->stream);
			dot_condition_name(drawing, condition);
		} else {
			dot_condition_name(drawing, condition);
			fputs(" -> ", drawing->stream);
			dot_question_name(drawing, to, "w");
		}
		put_edge_style(drawing, condition,
			       lets_through(drawing, condition, to));
		fputs(back ? ", dir=back]\n" : "]\n", drawing->stream);
	}
}

void dot_edges(const struct drawing *drawing)
{
	for (size_t i = 0; i < drawing->graph->n_conditions; i++) {
		const struct graph_condition *condition =
			&drawing->graph->conditions[i];

		if (dot_is_edge(drawing, condition)) {
			put_labelled_edge(drawing, condition);
			continue;
		}
		put_edges_in(drawing, condition);
		put_edges_out(drawing, condition);
	}
}
