#include <config.h>

#include "heading.h"

#define ROOMY_ROWS 10

struct area heading_draw(struct ui *ui, const char *heading, const char *text,
			 int least)
{
	struct area body = ui_body(ui);
	struct pen pen = ui_pen(ui, &body);

	pen.bottom -= least;
	draw_paragraph(&pen, STYLE_HEADING, heading);
	if (text != NULL)
		draw_paragraph(&pen, STYLE_TEXT, text);
	if (body.rows > ROOMY_ROWS && pen.y < pen.bottom)
		pen.y++;
	body.rows -= pen.y - body.y;
	body.y = pen.y;
	return body;
}
