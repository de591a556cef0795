/*
 * The flow of a pack as a graph: screens, and the conditions between them.
 *
 * A screen is a question, a checklist, or a site with its side.  A condition
 * is what an ask-if or not-if says, the `when` of a finding that such a
 * condition names, or the way out by a stop rule or a scope.  It reads
 * questions and findings, and opens questions.  Questions of a part with
 * the same ask-if share one condition.
 */
#ifndef SITWELL_GRAPH_H
#define SITWELL_GRAPH_H

#include <stdbool.h>
#include <stdio.h>

#include "answers/answers.h"
#include "pack/pack.h"

/* Indexes into a list of the pack, each once, in the order of adding. */
struct graph_list {
	size_t *index;
	size_t count;
};

/* Questions that stand on one screen: they follow each other. */
struct graph_screen {
	const struct checklist *checklist;	/* or NULL */
	const struct question *questions;	/* n_questions */
	size_t n_questions;
};

enum graph_kind {
	GRAPH_ASK_IF,		/* opens questions where true */
	GRAPH_NOT_IF,		/* keeps questions from being asked */
	GRAPH_FINDING,		/* `finding`: what conditions read */
	GRAPH_STOP,		/* `rule` ends the interview */
	GRAPH_SCOPE,		/* `scope` sends somebody elsewhere */
};

struct graph_condition {
	enum graph_kind kind;
	const struct finding *finding;
	const struct rule *rule;
	const struct scope *scope;
	const struct expr *expr;
	char *words;			/* the expression, by expr_print */
	struct graph_list reads;	/* questions that it names itself */
	struct graph_list through;	/* findings that it names itself */
	struct graph_list opens;	/* questions with this ask-if */
	const struct question *last;	/* that it reads, also through
					 * findings; NULL: none */
	const struct part *part;	/* of what it opens, else of `last`;
					 * NULL: it reads nothing */
};

struct graph {
	const struct pack *pack;
	struct graph_screen *screens;	/* in asking order */
	size_t n_screens;
	struct graph_condition *conditions;	/* findings first */
	size_t n_conditions;
	/* by question: its ask-if and not-if, or NULL */
	const struct graph_condition **ask_if, **not_if;
	/* by finding: its condition, or NULL where nothing needs it */
	const struct graph_condition **finding;
	/* by question: the screen that it stands on */
	const struct graph_screen **screen_of;
};

/* `pack` must outlive it. */
struct graph *graph_new(const struct pack *pack);
void graph_free(struct graph **graph);

/* Whether a condition rests on one question alone, without a finding. */
bool graph_has_one_opener(const struct graph_condition *condition);

/* Whether it reads a question or finding of its own part. */
bool graph_reads_part(const struct graph *graph,
		      const struct graph_condition *condition);

/*
 * Whether the screen hangs on no earlier screen of its part: it is asked of
 * everybody, or what decides stands in another part.
 */
bool graph_is_trunk(const struct graph *graph,
		    const struct graph_screen *screen);

/*
 * Writes it in Graphviz DOT.  `path` (may be NULL): one person's answers,
 * to be marked by colour and a thick border.
 */
void graph_write_dot(FILE *stream, const struct graph *graph,
		     const struct answers *path);

/* The same as indented text of at most 80 columns, marked with signs. */
void graph_write_text(FILE *stream, const struct graph *graph,
		      const struct answers *path);

/* Whether the person's answers make the condition true. */
bool graph_holds(const struct graph_condition *condition,
		 const struct answers *path);

#endif
