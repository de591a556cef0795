/* One line a suspect, likeliest first; two for one that is ruled out. */
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

/* A name behind its label, as much of it as fits. */
static void draw_name(struct pen *pen, enum style style, const char *label,
		      const struct target *target)
{
	const char *name = name_of(target);
	char words[256];

	snprintf(words, sizeof(words), "%s  %s", label, name);
	if (draw_columns(pen->theme, words) > pen->columns)
		snprintf(words, sizeof(words), "%s  %.*s", label,
			 bare_bytes(name), name);
	draw_line(pen, style, words);
}

static void draw_suspect(struct pen *pen, const struct pack *pack,
			 const struct scored *scored)
{
	char share[16];

	snprintf(share, sizeof(share), _("%3.0f %%"),
		 assess_shown(pack, scored->probability) * 100);
	draw_name(pen, STYLE_TEXT, share, scored->target);
}

static void draw_ruled_out(struct pen *pen, const struct ui *ui,
			   const struct scored *scored)
{
	const struct answers *answers = ui->session->answers;
	const struct question *question = scored->ruled_out_by;
	char words[512], answer[256] = "";

	if (question != NULL)
		answer_words(answer, sizeof(answer), question,
			     answers_get(answers, question),
			     ui->session->role);
	draw_name(pen, STYLE_QUIET, _("out: "), scored->target);
	if (question == NULL)
		return;
	snprintf(words, sizeof(words), "%s %s",
		 question_prompt(question, answers), answer);
	pen->x += 6;
	pen->columns -= 6;
	draw_line(pen, STYLE_QUIET, words);
	pen->x -= 6;
	pen->columns += 6;
}

static void draw_list(struct pen *pen, struct ui *ui)
{
	const struct assessment *assessment = ui_assessment(ui);

	draw_line(pen, STYLE_HEADING, _("Suspects"));
	for (size_t i = 0; i < assessment->n_scored; i++) {
		const struct scored *scored = &assessment->scored[i];

		if (scored->ruled_out)
			draw_ruled_out(pen, ui, scored);
		else if (scored->probability >= LEAST_SHARE)
			draw_suspect(pen, assessment->pack, scored);
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
	struct pen pen = { 0 };

	if (COLS < WIDE || ui->session->role != ROLE_PHYSIO)
		return;
	side.columns = room / 3;
	side.x = body->x + room - side.columns;
	body->columns = room - side.columns - 4;
	pen = ui_pen(ui, &side);
	draw_edge(&pen, side.rows);
	draw_list(&pen, ui);
}
