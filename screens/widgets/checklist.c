/*
 * Each line holds its answers in the order of Space and the index of the
 * one it has; index 0 is "no".  The row after the lines is "None of these".
 */
#include <config.h>

#include "checklist.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "screens/terminal.h"

struct line {
	struct check_answer answers[CHECK_ANSWERS];
	size_t n, current;
	bool touched;		/* by the person, since the screen opened */
};

struct checklist_widget {
	struct rows rows;	/* first; one more than `n` */
	struct line *lines;
	size_t n;
	bool none;
};

static int checklist_inject(CDKOBJS *object, chtype key);

static const CDKFUNCS checklist_functions =
	WIDGET_FUNCTIONS(vSCROLL, rows_draw, checklist_inject, widget_destroy);

static void set_mark(struct checklist_widget *checklist, size_t line)
{
	struct row *row = &checklist->rows.rows[line];
	const struct check_answer *answer = NULL;

	if (line == checklist->n) {
		snprintf(row->mark, sizeof(row->mark), "(%c)",
			 checklist->none ? 'x' : ' ');
		return;
	}
	answer = &checklist->lines[line].answers[checklist->lines[line].current];
	snprintf(row->mark, sizeof(row->mark), "[%c]", answer->mark);
	row->words = answer->words;
}

struct checklist_widget *checklist_new(CDKSCREEN *screen,
				       const struct palette *theme,
				       size_t lines, const char *none_label)
{
	struct checklist_widget *checklist =
		rows_new(sizeof(*checklist), &checklist_functions, screen,
			 theme, lines + 1);

	checklist->n = lines;
	checklist->lines = xcalloc(lines + 1, sizeof(checklist->lines[0]));
	checklist->rows.rows[lines].label = none_label;
	checklist->rows.rows[lines].gap = true;
	checklist->rows.focus = 0;
	set_mark(checklist, lines);
	return checklist;
}

void checklist_free(struct checklist_widget *checklist)
{
	if (checklist == NULL)
		return;
	free(checklist->lines);
	rows_free(&checklist->rows);
}

void checklist_set(struct checklist_widget *checklist, size_t line,
		   const char *label, const struct check_answer *answers,
		   size_t n_answers)
{
	struct line *to = &checklist->lines[line];

	to->n = n_answers < CHECK_ANSWERS ? n_answers : CHECK_ANSWERS;
	memcpy(to->answers, answers, to->n * sizeof(answers[0]));
	checklist->rows.rows[line].label = label;
	set_mark(checklist, line);
}

size_t checklist_answer(const struct checklist_widget *checklist, size_t line)
{
	return checklist->lines[line].current;
}

static void change(struct checklist_widget *checklist, size_t line,
		   size_t answer)
{
	checklist->lines[line].current = answer;
	set_mark(checklist, line);
	rows_repaint(&checklist->rows, line);
}

void checklist_choose_none(struct checklist_widget *checklist, bool none)
{
	if (checklist->none == none)
		return;
	checklist->none = none;
	set_mark(checklist, checklist->n);
	rows_repaint(&checklist->rows, checklist->n);
	for (size_t i = 0; none && i < checklist->n; i++)
		if (checklist->lines[i].current != 0)
			change(checklist, i, 0);
}

void checklist_choose(struct checklist_widget *checklist, size_t line,
		      size_t answer)
{
	change(checklist, line, answer);
	if (answer != 0)
		checklist_choose_none(checklist, false);
}

bool checklist_touched(const struct checklist_widget *checklist, size_t line)
{
	return checklist->lines[line].touched;
}

bool checklist_none(const struct checklist_widget *checklist)
{
	return checklist->none;
}

bool checklist_any(const struct checklist_widget *checklist)
{
	for (size_t i = 0; i < checklist->n; i++)
		if (checklist->lines[i].current != 0)
			return true;
	return false;
}

size_t checklist_line(const struct checklist_widget *checklist)
{
	return checklist->rows.focus < 0 ? 0 : (size_t)checklist->rows.focus;
}

struct rows *checklist_rows(struct checklist_widget *checklist)
{
	return &checklist->rows;
}

/* Space or a click: the next answer of a line. */
static void advance(struct checklist_widget *checklist, size_t line)
{
	struct line *at = &checklist->lines[line];

	rows_focus(&checklist->rows, (int)line);
	if (line == checklist->n) {
		checklist_choose_none(checklist, !checklist->none);
	} else {
		at->touched = true;
		checklist_choose(checklist, line, (at->current + 1) % at->n);
	}
}

/* 0 says it and never takes it back: pressed twice it still stands. */
static void choose_none(struct checklist_widget *checklist)
{
	rows_focus(&checklist->rows, (int)checklist->n);
	checklist_choose_none(checklist, true);
}

static int checklist_inject(CDKOBJS *object, chtype key)
{
	struct checklist_widget *checklist = (struct checklist_widget *)object;
	int line = -1;

	if (checkCDKObjectBind(object->fn->objectType, object, key))
		return 1;
	if (rows_move(&checklist->rows, (int)key))
		return 1;
	if (key == '0') {
		choose_none(checklist);
		return 1;
	}
	if (key == ' ')
		line = checklist->rows.focus;
	else if (key == KEY_MOUSE)
		line = rows_at_mouse(&checklist->rows);
	if (line < 0)
		return 0;
	advance(checklist, (size_t)line);
	return 1;
}
