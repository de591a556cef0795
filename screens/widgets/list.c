/* Choices are bits; a single list has no bits of its own but the focus. */
#include <config.h>

#include "list.h"

#include <stdio.h>

#include "screens/terminal.h"

struct list {
	struct rows rows;		/* first */
	enum list_kind kind;
	uint64_t chosen, excluding;
	int typed;			/* first digit of a number, or 0 */
	bool decided;
};

static int list_inject(CDKOBJS *object, chtype key);

static const CDKFUNCS list_functions =
	WIDGET_FUNCTIONS(vSCROLL, rows_draw, list_inject, widget_destroy);

struct list *list_new(CDKSCREEN *screen, const struct palette *theme,
		      enum list_kind kind, size_t n)
{
	struct list *list = rows_new(sizeof(*list), &list_functions, screen,
				     theme, n > LIST_MAX ? LIST_MAX : n);

	list->kind = kind;
	return list;
}

void list_free(struct list *list)
{
	if (list != NULL)
		rows_free(&list->rows);
}

struct rows *list_rows(struct list *list)
{
	return &list->rows;
}

static uint64_t bit(size_t line)
{
	return (uint64_t)1 << line;
}

static void set_mark(struct list *list, size_t line)
{
	struct row *row = &list->rows.rows[line];
	bool chosen = (list->chosen & bit(line)) != 0;
	bool alone = (list->excluding & bit(line)) != 0;
	int digits = list->rows.n > 9 ? 2 : 1;

	if (list->kind == LIST_BESIDE)
		row->mark[0] = '\0';
	else if (list->kind == LIST_ONE)
		snprintf(row->mark, sizeof(row->mark), "%*zu", digits,
			 line + 1);
	else if (alone)
		snprintf(row->mark, sizeof(row->mark), "(%c) %*zu",
			 chosen ? 'x' : ' ', digits, line + 1);
	else
		snprintf(row->mark, sizeof(row->mark), "[%c] %*zu",
			 chosen ? 'x' : ' ', digits, line + 1);
}

void list_set(struct list *list, size_t line, const char *label,
	      bool excludes)
{
	list->rows.rows[line].label = label;
	if (excludes)
		list->excluding |= bit(line);
	list->rows.rows[line].gap = list->kind == LIST_SEVERAL && excludes && line > 0 &&
				    !(list->excluding & bit(line - 1));
	set_mark(list, line);
}

uint64_t list_chosen(const struct list *list)
{
	if (list->kind == LIST_SEVERAL)
		return list->chosen;
	return list->rows.focus < 0 ? 0 : bit((size_t)list->rows.focus);
}

void list_choose(struct list *list, uint64_t chosen)
{
	list->chosen = chosen;
	for (size_t i = 0; i < list->rows.n; i++) {
		set_mark(list, i);
		if (chosen & bit(i) && list->rows.focus < 0)
			rows_focus(&list->rows, (int)i);
	}
}

void list_forget(struct list *list)
{
	list->chosen = 0;
	rows_focus(&list->rows, -1);
}

int list_current(const struct list *list)
{
	return list->rows.focus;
}

bool list_decided(const struct list *list)
{
	return list->decided;
}

static void mark(struct list *list, size_t line, bool on)
{
	uint64_t before = list->chosen;

	list->chosen = on ? before | bit(line) : before & ~bit(line);
	set_mark(list, line);
	if (list->chosen != before)
		rows_repaint(&list->rows, line);
}

static void toggle(struct list *list, size_t line)
{
	bool on = !(list->chosen & bit(line));
	bool alone = (list->excluding & bit(line)) != 0;

	for (size_t i = 0; on && i < list->rows.n; i++)
		if (i != line && (alone || list->excluding & bit(i)))
			mark(list, i, false);
	mark(list, line, on);
}

/* Chooses a line, as a digit or a click does. */
static void pick(struct list *list, int line)
{
	rows_focus(&list->rows, line);
	if (list->kind == LIST_SEVERAL)
		toggle(list, (size_t)line);
}

/* A digit: a line, or the second digit of one. */
static bool type_digit(struct list *list, int digit)
{
	int n = (int)list->rows.n;
	int number = list->typed * 10 + digit;

	if (list->typed > 0 && number <= n) {
		if (list->kind == LIST_SEVERAL)
			toggle(list, (size_t)list->typed - 1);
		list->typed = 0;
	} else {
		number = digit;
		list->typed = digit * 10 <= n ? digit : 0;
	}
	if (number < 1 || number > n)
		return false;
	pick(list, number - 1);
	list->decided = list->typed == 0;
	return true;
}

static int list_inject(CDKOBJS *object, chtype key)
{
	struct list *list = (struct list *)object;
	int line = -1;

	if (checkCDKObjectBind(object->fn->objectType, object, key))
		return 1;
	list->decided = false;
	if (key >= '0' && key <= '9' && list->kind != LIST_BESIDE)
		return type_digit(list, (int)key - '0');
	list->typed = 0;
	if (rows_move(&list->rows, (int)key))
		return 1;
	if (key == KEY_MOUSE)
		line = rows_at_mouse(&list->rows);
	else if (key == ' ' && list->kind == LIST_SEVERAL)
		line = list->rows.focus < 0 ? 0 : list->rows.focus;
	if (line < 0)
		return 0;
	pick(list, line);
	return 1;
}
