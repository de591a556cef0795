/* Rows from the bottom: keys, separator, status line. */
#include <config.h>

#include "frame.h"

#include <stdio.h>
#include <string.h>

#define MOST_KEY_ROWS 4
#define MARGIN 1
#define STATUS_ROWS 2		/* the status line and the separator */
#define LEAST_BODY 4		/* rows that no status takes */
#define WIDEST_BODY 110		/* longer lines are hard to read */
#define ROOMY_ROWS 18		/* from here a blank line under the title */

void frame_clear(struct frame *frame)
{
	frame->n_keys = 0;
	frame->right[0] = '\0';
	frame->hint[0] = '\0';
}

void frame_add_key(struct frame *frame, int key, const char *words)
{
	struct frame_key *item = &frame->keys[frame->n_keys];

	if (frame->n_keys == FRAME_KEYS)
		return;
	frame->n_keys++;
	item->key = key;
	snprintf(item->words, sizeof(item->words), "%s", words);
}

static int top_rows(void)
{
	return LINES >= ROOMY_ROWS ? 2 : 1;
}

/* Lays the keys out with `gap` columns between; returns the rows taken. */
static int lay_out_keys(struct frame *frame, int gap)
{
	int room = COLS - 2 * MARGIN;
	int row = 0, x = 0;

	for (size_t i = 0; i < frame->n_keys; i++) {
		struct frame_key *item = &frame->keys[i];

		item->columns = draw_columns(frame->theme, item->words);
		if (x > 0 && x + item->columns > room) {
			row++;
			x = 0;
		}
		item->row = row;
		item->x = MARGIN + x;
		x += item->columns + gap;
	}
	return row + 1;
}

static void settle_keys(struct frame *frame)
{
	int rows = lay_out_keys(frame, 3);

	if (rows > 1)
		rows = lay_out_keys(frame, 2);
	frame->key_rows = rows > MOST_KEY_ROWS ? MOST_KEY_ROWS : rows;
}

int frame_status_extra(const struct frame *frame)
{
	int room = LINES - top_rows() - STATUS_ROWS - frame->key_rows -
		   LEAST_BODY;
	int extra = 0;

	if (frame->status[0] != '\0')
		extra = draw_rows(frame->theme, frame->status,
				  COLS - 2 * MARGIN) - STATUS_ROWS;
	if (extra > room)
		extra = room;
	return extra < 0 ? 0 : extra;
}

struct area frame_body(struct frame *frame)
{
	struct area area = { .y = top_rows(), .x = MARGIN };

	settle_keys(frame);
	area.rows = LINES - area.y - STATUS_ROWS - frame->key_rows -
		    frame_status_extra(frame);
	area.columns = COLS - 2 * MARGIN;
	if (area.columns > WIDEST_BODY)
		area.columns = WIDEST_BODY;
	return area;
}

static struct pen row_pen(const struct frame *frame, int row)
{
	return (struct pen){
		.window = stdscr,
		.theme = frame->theme,
		.y = row,
		.x = MARGIN,
		.columns = COLS - 2 * MARGIN,
		.bottom = row + 1,
	};
}

static void draw_title(const struct frame *frame)
{
	struct pen pen = row_pen(frame, 0);
	int right = draw_columns(frame->theme, frame->right);

	if (right > 0 && right < pen.columns) {
		struct pen end = pen;

		end.x += pen.columns - right;
		end.columns = right;
		draw_text(&end, STYLE_TITLE, frame->right);
		pen.columns -= right + 2;
	}
	draw_text(&pen, STYLE_TITLE, frame->title);
}

static void draw_key(const struct frame *frame, const struct frame_key *item)
{
	struct pen pen = row_pen(frame, LINES - frame->key_rows + item->row);
	const char *space = strchr(item->words, ' ');
	char name[sizeof(item->words)];

	pen.x = item->x;
	pen.columns = COLS - MARGIN - item->x;
	draw_text(&pen, STYLE_TEXT, item->words);
	if (item->key == 0 || space == NULL)
		return;
	snprintf(name, sizeof(name), "%.*s", (int)(space - item->words),
		 item->words);
	draw_text(&pen, STYLE_KEY, name);
}

static void clear_row(int row)
{
	wmove(stdscr, row, 0);
	wclrtoeol(stdscr);
}

/* A long status takes the separator's row too, and some of the body. */
void frame_draw_status(const struct frame *frame)
{
	struct pen rule = row_pen(frame, LINES - frame->key_rows - 1);
	struct pen pen = row_pen(frame, rule.y - STATUS_ROWS + 1 -
					frame_status_extra(frame));

	pen.bottom = rule.y + 1;
	for (int row = pen.y; row <= rule.y; row++)
		clear_row(row);
	if (frame->status[0] == '\0')
		draw_text(&pen, STYLE_TEXT, frame->hint);
	else
		draw_paragraph(&pen, STYLE_STATUS, frame->status);
	if (pen.y <= rule.y)
		draw_rule(&rule, STYLE_TEXT);
}

void frame_draw(struct frame *frame)
{
	settle_keys(frame);
	draw_title(frame);
	frame_draw_status(frame);
	for (size_t i = 0; i < frame->n_keys; i++)
		if (frame->keys[i].row < frame->key_rows)
			draw_key(frame, &frame->keys[i]);
}

int frame_clicked(const struct frame *frame, int y, int x)
{
	for (size_t i = 0; i < frame->n_keys; i++) {
		const struct frame_key *item = &frame->keys[i];
		int row = LINES - frame->key_rows + item->row;

		if (y == row && x >= item->x && x < item->x + item->columns &&
		    item->key != 0)
			return item->key;
	}
	return KEY_MOUSE;
}
