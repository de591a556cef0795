/* Screens and conditions as nodes of a drawing in DOT. */
#include "config.h"

#include "prove/graph_drawing.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* Screens */

bool dot_is_answered(const struct drawing *drawing,
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
	dot_html(drawing->stream, text);
	fputs("</B>", drawing->stream);
	free(text);
}

static void put_question(const struct drawing *drawing,
			 const struct question *question)
{
	FILE *stream = drawing->stream;
	bool answered = dot_is_answered(drawing, question);
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
	dot_html(stream, i18n_content(question->prompt));
	if (answered)
		put_answer(drawing, question);
	fputs("</FONT></TD></TR>\n", stream);
}

void dot_screen(const struct drawing *drawing,
		const struct graph_screen *screen)
{
	FILE *stream = drawing->stream;

	fputs("\t\t", stream);
	dot_screen_name(stream, screen);
	fputs(" [label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" "
	      "CELLSPACING=\"0\" CELLPADDING=\"4\">\n", stream);
	if (screen->checklist != NULL) {
		fprintf(stream, "<TR><TD ALIGN=\"LEFT\" BGCOLOR=\"#dfe6f2\">"
			"<B>%s</B><BR ALIGN=\"LEFT\"/>",
			screen->checklist->id);
		dot_html(stream,
			 i18n_content(screen->checklist->prompt));
		fputs("</TD></TR>\n", stream);
	}
	for (size_t i = 0; i < screen->n_questions; i++)
		put_question(drawing, &screen->questions[i]);
	fputs("</TABLE>>]\n", stream);
}

/* Conditions */

bool dot_is_edge(const struct drawing *drawing,
		 const struct graph_condition *condition)
{
	return condition->opens.count == 1 &&
	       graph_has_one_opener(condition) &&
	       graph_reads_part(drawing->graph, condition);
}

const char *dot_first_word(const struct graph_condition *condition)
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
	fprintf(stream, "<B>%s</B>", dot_first_word(condition));
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

void dot_condition(const struct drawing *drawing,
		   const struct graph_condition *condition)
{
	FILE *stream = drawing->stream;
	bool holds = graph_holds(condition, drawing->path);
	bool grey = drawing->path != NULL && !holds;

	if (dot_is_edge(drawing, condition))
		return;
	fputs("\t\t", stream);
	dot_condition_name(drawing, condition);
	fprintf(stream, " [shape=%s, style=\"filled%s\", fillcolor=\"%s\", "
		"color=\"%s\", fontcolor=\"%s\", penwidth=%d, label=<",
		condition->rule != NULL || condition->scope != NULL ?
		"octagon" : "box",
		condition->kind == GRAPH_FINDING ? ",rounded" : "",
		grey ? "white" : fill_of(condition),
		holds ? MARK : grey ? GREY : "#555555",
		grey ? GREY : "black", holds ? 4 : 1);
	put_heading(stream, condition);
	dot_html(stream, condition->words);
	fputs(">]\n", stream);
}

/*
 * What decides in other parts is named in a box of its own beside the
 * condition.  So is, of more than a few questions of its own part, all but
 * the last: so many lines could not be told apart.
 */
#define FEW 4

bool dot_draws_read(const struct drawing *drawing,
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
		    !dot_draws_read(drawing, condition, question->index))
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

static void put_part_names(const struct drawing *drawing,
			   const struct part *part, const char *names,
			   bool first)
{
	FILE *stream = drawing->stream;

	if (first)
		fputs(" [style=dotted, shape=box, color=\"#555555\", label=<",
		      stream);
	fputs("<I>", stream);
	dot_html(stream, dot_title(part));
	fputs("</I>", stream);
	dot_html(stream, names);
}

void dot_elsewhere(const struct drawing *drawing,
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
	dot_condition_name(drawing, condition);
	fputs(" [style=dotted]\n", stream);
}
