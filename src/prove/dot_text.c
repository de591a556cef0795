/* Texts of a drawing in DOT, and the names of its nodes. */
#include "config.h"

#include "prove/graph_drawing.h"

#include "base/i18n.h"
#include "base/text.h"

#define LABEL_COLUMNS 32
#define LABEL_LINES 64

void dot_quoted(FILE *stream, const char *text, size_t bytes)
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

void dot_wrapped(FILE *stream, const char *text,
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

void dot_html(FILE *stream, const char *text)
{
	dot_wrapped(stream, text, put_html, "<BR ALIGN=\"LEFT\"/>");
}

/* Names of nodes; ids are a-z, 0-9 and hyphens and need no escape. */

void dot_screen_name(FILE *stream, const struct graph_screen *screen)
{
	if (screen->checklist != NULL)
		fprintf(stream, "\"checklist/%s\"", screen->checklist->id);
	else
		fprintf(stream, "\"question/%s\"", screen->questions[0].id);
}

void dot_question_name(const struct drawing *drawing, size_t index,
		       const char *side)
{
	dot_screen_name(drawing->stream, drawing->graph->screen_of[index]);
	fprintf(drawing->stream, ":\"%s\":%s",
		drawing->graph->pack->questions[index].id, side);
}

void dot_condition_name(const struct drawing *drawing,
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

const char *dot_title(const struct part *part)
{
	return part->title != NULL ? i18n_content(part->title) : part->id;
}
