/*
 * The graph as indented text: parts, their questions in order, and below
 * each what it opens.  A question that rests on several is shown in its own
 * place, with its condition, and only named below those.
 */
#include "config.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "prove/graph.h"

#define COLUMNS 80
#define MARGIN 2		/* for the mark */
#define DEEPEST 40		/* lines are not indented further */

struct writing {
	FILE *stream;
	const struct graph *graph;
	const struct answers *path;	/* or NULL */
};

static void put_line(const struct writing *writing, char mark, size_t indent,
		     const char *text, const struct text_line *line)
{
	fprintf(writing->stream, "%c%*s%.*s\n", mark,
		(int)(indent + MARGIN - 1), "", (int)line->bytes,
		text + line->start);
}

/* One paragraph, its further lines indented by two more. */
__attribute__((format(printf, 4, 5)))
static void say(const struct writing *writing, char mark, size_t indent,
		const char *fmt, ...)
{
	struct text_line *lines;
	size_t count, deep = indent < DEEPEST ? indent : DEEPEST;
	char *text = NULL;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&text, fmt, args) < 0)
		text = xstrdup("");
	va_end(args);
	count = text_wrap(text, COLUMNS - MARGIN - deep - 2, NULL, 0);
	lines = xcalloc(count, sizeof *lines);
	text_wrap(text, COLUMNS - MARGIN - deep - 2, lines, count);
	for (size_t i = 0; i < count; i++)
		put_line(writing, i == 0 ? mark : ' ', i == 0 ? deep : deep + 2,
			 text, &lines[i]);
	free(lines);
	free(text);
}

/* A list of ids that grows. */
struct ids {
	char *text;
	size_t length;
};

static void ids_add(struct ids *ids, const char *id)
{
	size_t more = strlen(id) + 2;

	ids->text = xrealloc(ids->text, ids->length + more + 1, 1);
	ids->length += (size_t)sprintf(ids->text + ids->length, "%s%s",
				       ids->length > 0 ? ", " : "", id);
}

static bool list_has(const struct graph_list *list, size_t index)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->index[i] == index)
			return true;
	return false;
}

/* What a condition is for, by name: questions, a finding, a way out. */
static void ids_add_condition(struct ids *ids, const struct pack *pack,
			      const struct graph_condition *condition)
{
	for (size_t i = 0; i < condition->opens.count; i++)
		ids_add(ids, pack->questions[condition->opens.index[i]].id);
	if (condition->finding != NULL)
		ids_add(ids, condition->finding->id);
	if (condition->rule != NULL)
		ids_add(ids, condition->rule->id);
	if (condition->scope != NULL)
		ids_add(ids, condition->scope->id);
}

/* Marks */

static char mark_if(const struct writing *writing, bool reached)
{
	return writing->path == NULL ? ' ' : reached ? '*' : '-';
}

static char mark_of(const struct writing *writing,
		    const struct graph_condition *condition)
{
	return mark_if(writing, graph_holds(condition, writing->path));
}

/* Conditions */

/* It stands below the one question that it rests on. */
static bool is_below(const struct writing *writing,
		     const struct graph_condition *condition,
		     const struct question *question)
{
	const struct graph *graph = writing->graph;

	return condition != NULL && graph_has_one_opener(condition) &&
	       question->checklist == NULL && question->side == NULL &&
	       graph->pack->questions[condition->reads.index[0]].part ==
	       question->part;
}

static void say_exit(const struct writing *writing, size_t indent,
		     const struct graph_condition *condition)
{
	char mark = mark_of(writing, condition);

	if (condition->rule != NULL)
		say(writing, mark, indent, _("STOP %s, %s, if %s"),
		    condition->rule->id,
		    urgency_id(condition->rule->urgency), condition->words);
	else
		say(writing, mark, indent, _("OUT OF SCOPE %s, if %s"),
		    condition->scope->id, condition->words);
}

static bool is_exit(const struct graph_condition *condition)
{
	return condition->rule != NULL || condition->scope != NULL;
}

static void say_question(const struct writing *writing, size_t indent,
			 const struct question *question);

static void say_opened(const struct writing *writing, size_t indent,
		       const struct graph_condition *condition,
		       struct ids *ids)
{
	const struct pack *pack = writing->graph->pack;
	bool said = false;

	for (size_t i = 0; i < condition->opens.count; i++) {
		const struct question *question =
			&pack->questions[condition->opens.index[i]];

		if (condition->kind == GRAPH_NOT_IF ||
		    !is_below(writing, condition, question)) {
			ids_add(ids, question->id);
			continue;
		}
		if (!said)
			say(writing, mark_of(writing, condition), indent,
			    _("if %s:"), condition->words);
		said = true;
		say_question(writing, indent + 2, question);
	}
}

/* All that reads this question. */
static void say_follows(const struct writing *writing, size_t indent,
			const struct question *question)
{
	const struct graph *graph = writing->graph;
	struct ids ids = { NULL, 0 };

	for (size_t i = 0; i < graph->n_conditions; i++) {
		const struct graph_condition *condition =
			&graph->conditions[i];

		if (is_exit(condition) && condition->last == question)
			say_exit(writing, indent, condition);
		else if (!list_has(&condition->reads, question->index))
			continue;
		else if (graph_has_one_opener(condition) &&
			 condition->opens.count > 0)
			say_opened(writing, indent, condition, &ids);
		else
			ids_add_condition(&ids, graph->pack, condition);
	}
	if (ids.text != NULL)
		say(writing, ' ', indent, _("-> see %s"), ids.text);
	free(ids.text);
}

/* Questions */

static char *answer_of(const struct writing *writing,
		       const struct question *question)
{
	const struct value *value = answers_get(writing->path, question);
	size_t size = value_print(NULL, 0, question, value) + 1;
	char *text = xcalloc(size, 1);

	value_print(text, size, question, value);
	return text;
}

static void say_prompt(const struct writing *writing, size_t indent,
		       const struct question *question)
{
	bool answered = writing->path != NULL &&
			answers_given(writing->path, question);
	const char *prompt = i18n_content(question->prompt);
	const char *who = question->physio_only ? _(" (physio)") : "";
	char mark = mark_if(writing, answered);
	char *answer;

	if (!answered) {
		say(writing, mark, indent, "%s%s: %s", question->id, who,
		    prompt);
		return;
	}
	answer = answer_of(writing, question);
	say(writing, mark, indent, "%s%s = %s: %s", question->id, who, answer,
	    prompt);
	free(answer);
}

static void say_question(const struct writing *writing, size_t indent,
			 const struct question *question)
{
	const struct graph *graph = writing->graph;
	const struct graph_condition *ask_if = graph->ask_if[question->index];
	const struct graph_condition *not_if = graph->not_if[question->index];

	say_prompt(writing, indent, question);
	if (ask_if != NULL && !is_below(writing, ask_if, question))
		say(writing, mark_of(writing, ask_if), indent + 4,
		    _("asked if %s"), ask_if->words);
	if (not_if != NULL)
		say(writing, mark_of(writing, not_if), indent + 4,
		    _("never if %s"), not_if->words);
	say_follows(writing, indent + 4, question);
}

static void say_screen(const struct writing *writing,
		       const struct graph_screen *screen)
{
	const struct checklist *checklist = screen->checklist;
	size_t indent = screen->n_questions > 1 ? 2 : 0;

	if (checklist != NULL)
		say(writing, ' ', 0, "[%s] %s", checklist->id,
		    i18n_content(checklist->prompt));
	else if (screen->n_questions > 1)
		say(writing, ' ', 0, _("[on one screen]"));
	for (size_t i = 0; i < screen->n_questions; i++) {
		const struct question *question = &screen->questions[i];

		if (!is_below(writing,
			      writing->graph->ask_if[question->index],
			      question))
			say_question(writing, indent, question);
	}
}

/* Sections */

static void say_title(const struct writing *writing, const char *title)
{
	size_t columns = text_columns(title, strlen(title));

	fputc('\n', writing->stream);
	say(writing, ' ', 0, "%s", title);
	fprintf(writing->stream, "%*s", MARGIN, "");
	for (size_t i = 0; i < columns && i < COLUMNS - MARGIN; i++)
		fputc('-', writing->stream);
	fputc('\n', writing->stream);
}

static void say_part(const struct writing *writing, const struct part *part)
{
	const struct graph *graph = writing->graph;

	say_title(writing, part->title != NULL ? i18n_content(part->title)
					       : part->id);
	for (size_t i = 0; i < graph->n_screens; i++)
		if (graph->screens[i].questions[0].part == part)
			say_screen(writing, &graph->screens[i]);
}

static void say_finding(const struct writing *writing,
			const struct graph_condition *finding)
{
	const struct graph *graph = writing->graph;
	struct ids ids = { NULL, 0 };

	say(writing, mark_of(writing, finding), 0, _("%s, if %s"),
	    finding->finding->id, finding->words);
	for (size_t i = 0; i < graph->n_conditions; i++)
		if (list_has(&graph->conditions[i].through,
			     finding->finding->index))
			ids_add_condition(&ids, graph->pack,
					  &graph->conditions[i]);
	if (ids.text != NULL)
		say(writing, ' ', 4, _("-> see %s"), ids.text);
	free(ids.text);
}

static void say_findings(const struct writing *writing)
{
	const struct graph *graph = writing->graph;
	bool any = false;

	for (size_t i = 0; i < graph->n_conditions; i++) {
		if (graph->conditions[i].kind != GRAPH_FINDING)
			continue;
		if (!any)
			say_title(writing,
				  _("Findings that decide what is asked"));
		any = true;
		say_finding(writing, &graph->conditions[i]);
	}
}

void graph_write_text(FILE *stream, const struct graph *graph,
		      const struct answers *path)
{
	struct writing writing = { stream, graph, path };
	const struct pack *pack = graph->pack;

	say(&writing, ' ', 0, "%s %s", i18n_content(pack->title),
	    pack->version);
	if (path != NULL)
		say(&writing, ' ', 0,
		    _("* answered, or true by the answers; - not reached, or not true"));
	for (size_t i = 0; i < pack->n_parts; i++)
		say_part(&writing, &pack->parts[i]);
	say_findings(&writing);
}
