/*
 * The graph in Graphviz DOT: parts side by side, in the order in which they
 * are asked.
 */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "prove/graph_drawing.h"

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
		dot_screen_name(stream, screen);
		if (before != NULL) {
			fputs(" -> ", stream);
			dot_screen_name(stream, before);
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
	dot_quoted(stream, dot_title(part), strlen(dot_title(part)));
	fputs("\"\n", stream);
	for (size_t i = 0; i < graph->n_screens; i++)
		if (graph->screens[i].questions[0].part == part)
			dot_screen(drawing, &graph->screens[i]);
	for (size_t i = 0; i < graph->n_conditions; i++) {
		if (graph->conditions[i].part != part)
			continue;
		dot_condition(drawing, &graph->conditions[i]);
		dot_elsewhere(drawing, &graph->conditions[i]);
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
	dot_screen_name(stream, before);
	fputs(" -> ", stream);
	dot_screen_name(stream, first);
	fprintf(stream, " [style=invis, weight=9, minlen=%zu]\n", 1 +
		dot_last_column(drawing, before->questions[0].part) +
		dot_columns_before(drawing, first->questions[0].part));
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
	dot_quoted(stream, title, strlen(title));
	fputc(' ', stream);
	dot_quoted(stream, pack->version, strlen(pack->version));
	fprintf(stream, "\"\n%s", attributes);
	put_parts(&drawing);
	dot_edges(&drawing);
	fputs("}\n", stream);
}
