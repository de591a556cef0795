/*
 * One line a suspect, likeliest first; two for one that is ruled out.  What
 * is longer wraps as far as rows are free.
 */
#include <config.h>

#include "suspects.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "report/document.h"

#define WIDE 100
#define LEAST_SHARE 0.005	/* below half a per cent: not worth a line */

static const char *name_of(const struct target *target)
{
	return content_text(target->clinician_name != NULL
			    ? target->clinician_name : target->name);
}

/* Bytes of a name without the brackets that end it, if any do. */
static int bare_bytes(const char *name)
{
	const char *bracket = strrchr(name, '(');
	size_t bytes = strlen(name);

	if (bracket == NULL || bracket < name + 2 || name[bytes - 1] != ')')
		return (int)bytes;
	return (int)(bracket - 1 - name);
}

/* Where the list goes, and the rows that it can spare to wrap in. */
struct panel {
	struct pen pen;
	int spare;
};

/* Text behind a label's columns: wrapped if rows are free, else cut. */
static void draw_behind(struct panel *panel, enum style style, int columns,
			const char *text)
{
	struct pen *pen = &panel->pen;
	int more = 0;

	pen->x += columns;
	pen->columns -= columns;
	more = draw_rows(pen->theme, text, pen->columns) - 1;
	if (more <= panel->spare) {
		panel->spare -= more;
		draw_paragraph(pen, style, text);
	} else {
		draw_line(pen, style, text);
	}
	pen->x -= columns;
	pen->columns += columns;
}

/* A name behind its label, as much of it as there is room for. */
static void draw_name(struct panel *panel, enum style style,
		      const char *label, const struct target *target)
{
	const struct pen *pen = &panel->pen;
	const char *name = name_of(target);
	int columns = draw_columns(pen->theme, label) + 2;
	int room = pen->columns - columns;
	char bare[256];

	if (pen->y < pen->bottom)
		draw_text(pen, style, label);
	snprintf(bare, sizeof(bare), "%.*s", bare_bytes(name), name);
	if (draw_rows(pen->theme, name, room) - 1 > panel->spare)
		name = bare;
	draw_behind(panel, style, columns, name);
}

static void draw_suspect(struct panel *panel, const struct pack *pack,
			 const struct scored *scored)
{
	char share[16];

	snprintf(share, sizeof(share), _("%3.0f %%"),
		 assess_shown(pack, scored->probability) * 100);
	draw_name(panel, STYLE_TEXT, share, scored->target);
}

static void draw_ruled_out(struct panel *panel, const struct ui *ui,
			   const struct scored *scored)
{
	const struct answers *answers = ui->session->answers;
	const struct question *question = scored->ruled_out_by;
	const char *label = _("out: ");
	char words[512], answer[256] = "";

	if (question != NULL)
		answer_words(answer, sizeof(answer), question,
			     answers_get(answers, question),
			     ui->session->role);
	draw_name(panel, STYLE_QUIET, label, scored->target);
	if (question == NULL)
		return;
	snprintf(words, sizeof(words), "%s %s",
		 question_prompt(question, answers), answer);
	draw_behind(panel, STYLE_QUIET,
		    draw_columns(panel->pen.theme, label) + 2, words);
}

/* Rows of a suspect whose lines are all cut; 0: it is not shown. */
static int least_rows(const struct scored *scored)
{
	if (scored->ruled_out)
		return scored->ruled_out_by != NULL ? 2 : 1;
	return scored->probability >= LEAST_SHARE ? 1 : 0;
}

static void draw_list(struct panel *panel, struct ui *ui)
{
	const struct assessment *assessment = ui_assessment(ui);

	draw_line(&panel->pen, STYLE_HEADING, _("Suspects"));
	panel->spare = panel->pen.bottom - panel->pen.y;
	for (size_t i = 0; i < assessment->n_scored; i++)
		panel->spare -= least_rows(&assessment->scored[i]);
	for (size_t i = 0; i < assessment->n_scored; i++) {
		const struct scored *scored = &assessment->scored[i];

		if (scored->ruled_out)
			draw_ruled_out(panel, ui, scored);
		else if (least_rows(scored) > 0)
			draw_suspect(panel, assessment->pack, scored);
	}
}

static void draw_edge(const struct pen *pen, int rows)
{
	struct pen edge = *pen;

	edge.x -= 2;
	edge.columns = 1;
	for (int i = 0; i < rows; i++)
		draw_line(&edge, STYLE_TEXT, "│");
}

void suspects_draw(struct ui *ui, struct area *body)
{
	int room = COLS - 2;
	struct area side = *body;
	struct panel panel = { 0 };

	if (COLS < WIDE || ui->session->role != ROLE_PHYSIO)
		return;
	side.columns = room / 3;
	side.x = body->x + room - side.columns;
	body->columns = room - side.columns - 4;
	panel.pen = ui_pen(ui, &side);
	draw_edge(&panel.pen, side.rows);
	draw_list(&panel, ui);
}
