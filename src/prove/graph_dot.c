/* The graph in Graphviz DOT. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "prove/graph.h"

#define LABEL_COLUMNS 32
#define LABEL_LINES 64

#define GREY "#8c8c8c"
#define MARK "#1b6e2c"
#define MARK_FILL "#d9f0dc"

struct drawing {
	FILE *stream;
	const struct graph *graph;
	const struct answers *path;	/* or NULL */
};

/* Text in a quoted string: a backslash would begin an escape. */
static void put_quoted(FILE *stream, const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		if (text[i] == '"' || text[i] == '\\')
			fputc('\\', stream);
		fputc(text[i], stream);
	}
}

/* Text in an HTML-like label. */
static void put_html(FILE *stream, const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		switch (text[i]) {
		case '&':
			fputs("&amp;", stream);
			break;
		case '<':
			fputs("&lt;", stream);
			break;
		case '>':
			fputs("&gt;", stream);
			break;
		case '"':
			fputs("&quot;", stream);
			break;
		default:
			fputc(text[i], stream);
		}
	}
}

/* Wraps it; each line ends with `end`. */
static void put_wrapped(FILE *stream, const char *text,
			void (*put)(FILE *stream, const char *text,
				    size_t bytes), const char *end)
{
	struct text_line lines[LABEL_LINES];
	size_t count = text_wrap(text, LABEL_COLUMNS, lines, LABEL_LINES);

	for (size_t i = 0; i < count && i < LABEL_LINES; i++) {
		put(stream, text + lines[i].start, lines[i].bytes);
		fputs(end, stream);
	}
	if (count > LABEL_LINES)
		fprintf(stream, "...%s", end);
}

static void put_html_lines(FILE *stream, const char *text)
{
	put_wrapped(stream, text, put_html, "<BR ALIGN=\"LEFT\"/>");
}

/* Names of nodes; ids are a-z, 0-9 and hyphens and need no escape. */

static void put_screen_name(FILE *stream, const struct graph_screen *screen)
{
	if (screen->checklist != NULL)
		fprintf(stream, "\"checklist/%s\"", screen->checklist->id);
	else
		fprintf(stream, "\"question/%s\"", screen->questions[0].id);
}

/* One line of a checklist has its own end of an edge. */
static void put_question_name(const struct drawing *drawing, size_t index,
			      const char *side)
{
	put_screen_name(drawing->stream, drawing->graph->screen_of[index]);
	fprintf(drawing->stream, ":\"%s\":%s",
		drawing->graph->pack->questions[index].id, side);
}

static void put_condition_name(const struct drawing *drawing,
			       const struct graph_condition *condition)
{
	FILE *stream = drawing->stream;

	if (condition->finding != NULL)
		fprintf(stream, "\"finding/%s\"", condition->finding->id);
	else if (condition->rule != NULL)
		fprintf(stream, "\"rule/%s\"", condition->rule->id);
	else if (condition->scope != NULL)
		fprintf(stream, "\"scope/%s\"", condition->scope->id);
	else
		fprintf(stream, "\"condition/%zu\"",
			(size_t)(condition - drawing->graph->conditions));
}

/* Screens */

static bool is_answered(const struct drawing *drawing,
			const struct question *question)
{
	return drawing->path != NULL && answers_given(drawing->path, question);
}

static void put_answer(const struct drawing *drawing,
		       const struct question *question)
{
	const struct value *value = answers_get(drawing->path, question);
	size_t size = value_print(NULL, 0, question, value) + 1;
	char *text = xcalloc(size + 2, 1);

	strcpy(text, "= ");
	value_print(text + 2, size, question, value);
	fputs("<B>", drawing->stream);
	put_html_lines(drawing->stream, text);
	fputs("</B>", drawing->stream);
	free(text);
}

static void put_question(const struct drawing *drawing,
			 const struct question *question)
{
	FILE *stream = drawing->stream;
	bool answered = is_answered(drawing, question);
	bool grey = drawing->path != NULL && !answered;

	fprintf(stream, "<TR><TD PORT=\"%s\" ALIGN=\"LEFT\" %s>",
		question->id, answered ?
		"BORDER=\"4\" COLOR=\"" MARK "\" BGCOLOR=\"" MARK_FILL "\"" :
		grey ? "COLOR=\"" GREY "\" BGCOLOR=\"white\"" :
		"BGCOLOR=\"white\"");
	fprintf(stream, "<FONT COLOR=\"%s\"><B>%s</B>%s",
		grey ? GREY : "black", question->id,
		question->physio_only ? " <I>physio</I>" : "");
	fputs("<BR ALIGN=\"LEFT\"/>", stream);
	put_html_lines(stream, i18n_content(question->prompt));
	if (answered)
		put_answer(drawing, question);
	fputs("</FONT></TD></TR>\n", stream);
}

static void put_screen(const struct drawing *drawing,
		       const struct graph_screen *screen)
{
	FILE *stream = drawing->stream;

	fputs("\t\t", stream);
	put_screen_name(stream, screen);
	fputs(" [label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" "
	      "CELLSPACING=\"0\" CELLPADDING=\"4\">\n", stream);
	if (screen->checklist != NULL) {
		fprintf(stream, "<TR><TD ALIGN=\"LEFT\" BGCOLOR=\"#dfe6f2\">"
			"<B>%s</B><BR ALIGN=\"LEFT\"/>",
			screen->checklist->id);
		put_html_lines(stream,
			       i18n_content(screen->checklist->prompt));
		fputs("</TD></TR>\n", stream);
	}
	for (size_t i = 0; i < screen->n_questions; i++)
		put_question(drawing, &screen->questions[i]);
	fputs("</TABLE>>]\n", stream);
}

/* Conditions */

/* On an edge there is room for the words of one that joins two questions. */
static bool is_edge(const struct drawing *drawing,
		    const struct graph_condition *condition)
{
	return condition->opens.count == 1 &&
	       graph_has_one_opener(condition) &&
	       graph_reads_part(drawing->graph, condition);
}

static const char *first_word(const struct graph_condition *condition)
{
	switch (condition->kind) {
	case GRAPH_NOT_IF:
		return _("never if");
	case GRAPH_FINDING:
		return _("finding");
	case GRAPH_STOP:
		return _("stop");
	case GRAPH_SCOPE:
		return _("out of scope");
	case GRAPH_ASK_IF:
		break;
	}
	return _("if");
}

static void put_heading(FILE *stream, const struct graph_condition *condition)
{
	fprintf(stream, "<B>%s</B>", first_word(condition));
	if (condition->finding != NULL)
		fprintf(stream, " <B>%s</B>", condition->finding->id);
	if (condition->rule != NULL)
		fprintf(stream, " <B>%s: %s</B>", condition->rule->id,
			urgency_id(condition->rule->urgency));
	if (condition->scope != NULL)
		fprintf(stream, " <B>%s</B>", condition->scope->id);
	fputs("<BR ALIGN=\"LEFT\"/>", stream);
}

static const char *fill_of(const struct graph_condition *condition)
{
	switch (condition->kind) {
	case GRAPH_FINDING:
		return "#fdf3d0";
	case GRAPH_STOP:
		return "#fbd9d3";
	case GRAPH_SCOPE:
		return "#ecdcf3";
	default:
		return "#f4f4f4";
	}
}

static void put_condition(const struct drawing *drawing,
			  const struct graph_condition *condition)
{
	FILE *stream = drawing->stream;
	bool holds = graph_holds(condition, drawing->path);
	bool grey = drawing->path != NULL && !holds;

	if (is_edge(drawing, condition))
		return;
	fputs("\t\t", stream);
	put_condition_name(drawing, condition);
	fprintf(stream, " [shape=%s, style=\"filled%s\", fillcolor=\"%s\", "
		"color=\"%s\", fontcolor=\"%s\", penwidth=%d, label=<",
		condition->rule != NULL || condition->scope != NULL ?
		"octagon" : "box",
		condition->kind == GRAPH_FINDING ? ",rounded" : "",
		grey ? "white" : fill_of(condition),
		holds ? MARK : grey ? GREY : "#555555",
		grey ? GREY : "black", holds ? 4 : 1);
	put_heading(stream, condition);
	put_html_lines(stream, condition->words);
	fputs(">]\n", stream);
}

/*
 * What decides in other parts is named in a box of its own beside the
 * condition.  So is, of more than a few questions of its own part, all but
 * the last: so many lines could not be told apart.
 */
#define FEW 4

static bool draws_read(const struct drawing *drawing,
		       const struct graph_condition *condition, size_t index)
{
	const struct question *questions = drawing->graph->pack->questions;
	size_t here = 0, last = index;

	if (questions[index].part != condition->part)
		return false;
	for (size_t i = 0; i < condition->reads.count; i++) {
		size_t other = condition->reads.index[i];

		if (questions[other].part != condition->part)
			continue;
		here++;
		last = other > last ? other : last;
	}
	return here <= FEW || index == last;
}

static void put_names_from(const struct drawing *drawing,
			   const struct graph_condition *condition,
			   const struct part *part, char **names)
{
	const struct graph *graph = drawing->graph;
	size_t size;
	FILE *stream = open_memstream(names, &size);

	for (size_t i = 0; i < condition->reads.count; i++) {
		const struct question *question =
			&graph->pack->questions[condition->reads.index[i]];

		if (question->part == part &&
		    !draws_read(drawing, condition, question->index))
			fprintf(stream, " %s", question->id);
	}
	for (size_t i = 0; i < condition->through.count; i++) {
		size_t index = condition->through.index[i];

		if (part != condition->part &&
		    graph->finding[index]->part == part)
			fprintf(stream, " %s", graph->pack->findings[index].id);
	}
	fclose(stream);
}

static const char *title_of(const struct part *part)
{
	return part->title != NULL ? i18n_content(part->title) : part->id;
}

static void put_part_names(const struct drawing *drawing,
			   const struct part *part, const char *names,
			   bool first)
{
	FILE *stream = drawing->stream;

	if (first)
		fputs(" [style=dotted, shape=box, color=\"#555555\", label=<",
		      stream);
	fputs("<I>", stream);
	put_html_lines(stream, title_of(part));
	fputs("</I>", stream);
	put_html_lines(stream, names);
}

static void put_elsewhere(const struct drawing *drawing,
			  const struct graph_condition *condition)
{
	const struct pack *pack = drawing->graph->pack;
	size_t number = (size_t)(condition - drawing->graph->conditions);
	FILE *stream = drawing->stream;
	bool any = false;

	for (size_t i = 0; i < pack->n_parts; i++) {
		char *names;

		put_names_from(drawing, condition, &pack->parts[i], &names);
		if (names[0] != '\0') {
			if (!any)
				fprintf(stream, "\t\t\"from/%zu\"", number);
			put_part_names(drawing, &pack->parts[i], names, !any);
			any = true;
		}
		free(names);
	}
	if (!any)
		return;
	fprintf(stream, ">]\n\t\t\"from/%zu\" -> ", number);
	put_condition_name(drawing, condition);
	fputs(" [style=dotted]\n", stream);
}

/* Edges */

/* Whether a person's way leads through it to this question. */
static bool lets_through(const struct drawing *drawing,
			 const struct graph_condition *condition, size_t index)
{
	return graph_holds(condition, drawing->path) &&
	       is_answered(drawing, &drawing->graph->pack->questions[index]);
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
	put_question_name(drawing, from, "e");
	fputs(" -> ", drawing->stream);
	put_question_name(drawing, to, back ? "e" : "w");
	put_edge_style(drawing, condition,
		       lets_through(drawing, condition, to));
	fprintf(drawing->stream, ", %s=\"%s ", back ? "xlabel" : "label",
		first_word(condition));
	put_wrapped(drawing->stream, condition->words, put_quoted, "\\l");
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

		if (!draws_read(drawing, condition, from->index))
			continue;
		fputc('\t', drawing->stream);
		put_question_name(drawing, from->index, "e");
		fputs(" -> ", drawing->stream);
		put_condition_name(drawing, condition);
		put_edge_style(drawing, condition,
			       holds && is_answered(drawing, from));
		fputs("]\n", drawing->stream);
	}
	for (size_t i = 0; i < condition->through.count; i++) {
		const struct graph_condition *from =
			graph->finding[condition->through.index[i]];

		if (from->part != condition->part)
			continue;
		fputc('\t', drawing->stream);
		put_condition_name(drawing, from);
		fputs(" -> ", drawing->stream);
		put_condition_name(drawing, condition);
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
			put_question_name(drawing, to, "e");
			fputs(" -> ", drawing->stream);
			put_condition_name(drawing, condition);
		} else {
			put_condition_name(drawing, condition);
			fputs(" -> ", drawing->stream);
			put_question_name(drawing, to, "w");
		}
		put_edge_style(drawing, condition,
			       lets_through(drawing, condition, to));
		fputs(back ? ", dir=back]\n" : "]\n", drawing->stream);
	}
}

static void put_edges(const struct drawing *drawing)
{
	for (size_t i = 0; i < drawing->graph->n_conditions; i++) {
		const struct graph_condition *condition =
			&drawing->graph->conditions[i];

		if (is_edge(drawing, condition)) {
			put_labelled_edge(drawing, condition);
			continue;
		}
		put_edges_in(drawing, condition);
		put_edges_out(drawing, condition);
	}
}

/* Parts: side by side, in the order in which they are asked. */

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
		      !is_edge(drawing, condition);
		column = own > column ? own : column;
	}
	return column;
}

/* The last column of a part. */
static size_t last_column(const struct drawing *drawing,
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

/* Columns left of the trunk: what decides elsewhere, and the condition. */
static size_t columns_before(const struct drawing *drawing,
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

/*
 * A thin line keeps the order of what is asked.  From left to right, dot
 * puts the head of an edge within a column above its tail.
 */
static void put_trunk(const struct drawing *drawing, const struct part *part)
{
	const struct graph_screen *before = NULL;
	FILE *stream = drawing->stream;

	fputs("\t\t{ rank=same\n", stream);
	for (size_t i = 0; i < drawing->graph->n_screens; i++) {
		const struct graph_screen *screen =
			&drawing->graph->screens[i];

		if (screen->questions[0].part != part ||
		    !graph_is_trunk(drawing->graph, screen))
			continue;
		fputs("\t\t\t", stream);
		put_screen_name(stream, screen);
		if (before != NULL) {
			fputs(" -> ", stream);
			put_screen_name(stream, before);
			fputs(" [color=\"#b0b0b0\", dir=back]", stream);
		}
		fputc('\n', stream);
		before = screen;
	}
	fputs("\t\t}\n", stream);
}

static void put_part(const struct drawing *drawing, const struct part *part)
{
	const struct graph *graph = drawing->graph;
	FILE *stream = drawing->stream;

	fprintf(stream, "\tsubgraph \"cluster/%s\" {\n\t\tlabel=\"",
		part->id);
	put_quoted(stream, title_of(part), strlen(title_of(part)));
	fputs("\"\n", stream);
	for (size_t i = 0; i < graph->n_screens; i++)
		if (graph->screens[i].questions[0].part == part)
			put_screen(drawing, &graph->screens[i]);
	for (size_t i = 0; i < graph->n_conditions; i++) {
		if (graph->conditions[i].part != part)
			continue;
		put_condition(drawing, &graph->conditions[i]);
		put_elsewhere(drawing, &graph->conditions[i]);
	}
	put_trunk(drawing, part);
	fputs("\t}\n", stream);
}

static const struct graph_screen *first_screen(const struct drawing *drawing,
					       const struct part *part)
{
	for (size_t i = 0; i < drawing->graph->n_screens; i++)
		if (drawing->graph->screens[i].questions[0].part == part)
			return &drawing->graph->screens[i];
	return NULL;
}

/* Each part begins right of the one before it, at the same height. */
static void put_distance(const struct drawing *drawing,
			 const struct graph_screen *before,
			 const struct graph_screen *first)
{
	FILE *stream = drawing->stream;

	fputc('\t', stream);
	put_screen_name(stream, before);
	fputs(" -> ", stream);
	put_screen_name(stream, first);
	fprintf(stream, " [style=invis, weight=9, minlen=%zu]\n", 1 +
		last_column(drawing, before->questions[0].part) +
		columns_before(drawing, first->questions[0].part));
}

static void put_parts(const struct drawing *drawing)
{
	const struct pack *pack = drawing->graph->pack;
	const struct graph_screen *before = NULL, *first;

	for (size_t i = 0; i < pack->n_parts; i++) {
		first = first_screen(drawing, &pack->parts[i]);
		if (first == NULL)
			continue;
		put_part(drawing, &pack->parts[i]);
		if (before != NULL)
			put_distance(drawing, before, first);
		before = first;
	}
}

/*
 * When dot looks for fewer crossings a second time, or for long, it gives
 * up the order within a column.
 */
static const char attributes[] =
	"\tcharset=\"UTF-8\"\n\tlabelloc=t\n\trankdir=LR\n"
	"\tremincross=false\n\tmclimit=0.2\n"
	"\tnodesep=0.15\n\tranksep=0.8\n"
	"\tfontname=\"Helvetica\"\n\tfontsize=20\n"
	"\tnode [shape=plain, fontname=\"Helvetica\", fontsize=10]\n"
	"\tedge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.6]\n";

void graph_write_dot(FILE *stream, const struct graph *graph,
		     const struct answers *path)
{
	struct drawing drawing = { stream, graph, path };
	const struct pack *pack = graph->pack;
	const char *title = i18n_content(pack->title);

	fprintf(stream, "digraph \"%s\" {\n\tlabel=\"", pack->id);
	put_quoted(stream, title, strlen(title));
	fputc(' ', stream);
	put_quoted(stream, pack->version, strlen(pack->version));
	fprintf(stream, "\"\n%s", attributes);
	put_parts(&drawing);
	put_edges(&drawing);
	fputs("}\n", stream);
}
