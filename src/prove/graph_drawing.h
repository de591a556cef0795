/*
 * A graph while it is drawn in DOT: what its files share, and nobody else
 * includes.
 */
#ifndef SITWELL_GRAPH_DRAWING_H
#define SITWELL_GRAPH_DRAWING_H

#include "prove/graph.h"

#define GREY "#8c8c8c"
#define MARK "#1b6e2c"
#define MARK_FILL "#d9f0dc"

struct drawing {
	FILE *stream;
	const struct graph *graph;
	const struct answers *path;	/* or NULL */
};

/* dot_text.c: texts and names of nodes */

/* Text in a quoted string: a backslash would begin an escape. */
void dot_quoted(FILE *stream, const char *text, size_t bytes);
/* Wraps it as `put` writes it; each line ends with `end`. */
void dot_wrapped(FILE *stream, const char *text,
		 void (*put)(FILE *stream, const char *text, size_t bytes),
		 const char *end);
/* Lines of an HTML-like label. */
void dot_html(FILE *stream, const char *text);
/* In the person's language; a part without a title has its id. */
const char *dot_title(const struct part *part);
void dot_screen_name(FILE *stream, const struct graph_screen *screen);
/* One line of a checklist has its own end of an edge, "e" or "w". */
void dot_question_name(const struct drawing *drawing, size_t index,
		       const char *side);
void dot_condition_name(const struct drawing *drawing,
			const struct graph_condition *condition);

/* dot_nodes.c: screens and conditions as boxes */

void dot_screen(const struct drawing *drawing,
		const struct graph_screen *screen);
/* Nothing where it is drawn as an edge. */
void dot_condition(const struct drawing *drawing,
		   const struct graph_condition *condition);
/* What decides in other parts, in a box of its own. */
void dot_elsewhere(const struct drawing *drawing,
		   const struct graph_condition *condition);
bool dot_is_answered(const struct drawing *drawing,
		     const struct question *question);
const char *dot_first_word(const struct graph_condition *condition);
/* On an edge there is room for the words of one that joins two questions. */
bool dot_is_edge(const struct drawing *drawing,
		 const struct graph_condition *condition);
/* Whether an edge leads to it from this question, which it reads. */
bool dot_draws_read(const struct drawing *drawing,
		    const struct graph_condition *condition, size_t index);

/* dot_edges.c: all edges between questions and conditions */
void dot_edges(const struct drawing *drawing);

/* dot_columns.c: how wide a part is */

/* The last column of a part, counted from its trunk. */
size_t dot_last_column(const struct drawing *drawing, const struct part *part);
/* Columns left of the trunk: what decides elsewhere, and the condition. */
size_t dot_columns_before(const struct drawing *drawing,
			  const struct part *part);

#endif
