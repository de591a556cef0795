/*
 * Lines that each are a question of their own: yes [x], not sure [?], no
 * [ ], or another answer [~] that then stands in words behind the line.
 * Space goes to the next answer.  The last line is "None of these", which 0
 * chooses from anywhere.
 */
#ifndef SITWELL_CHECKLIST_H
#define SITWELL_CHECKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "screens/widgets/rows.h"

/* An answer that a line can have: the first of each line means "no". */
struct check_answer {
	char mark;		/* ' ', 'x', '?', '~' */
	const char *words;	/* shown behind the line, or NULL */
};
#define CHECK_ANSWERS 12

struct checklist_widget;

struct checklist_widget *checklist_new(CDKSCREEN *screen,
				       const struct palette *theme,
				       size_t lines, const char *none_label);
void checklist_free(struct checklist_widget *checklist);

/* A line, its label borrowed, and its answers in the order of Space. */
void checklist_set(struct checklist_widget *checklist, size_t line,
		   const char *label, const struct check_answer *answers,
		   size_t n_answers);

/* Which answer a line has, by index. */
size_t checklist_answer(const struct checklist_widget *checklist, size_t line);
void checklist_choose(struct checklist_widget *checklist, size_t line,
		      size_t answer);

/* Whether Space or a click changed the line since it was set. */
bool checklist_touched(const struct checklist_widget *checklist, size_t line);

/* Whether "None of these" is chosen, or any line has another answer. */
bool checklist_none(const struct checklist_widget *checklist);
void checklist_choose_none(struct checklist_widget *checklist, bool none);
bool checklist_any(const struct checklist_widget *checklist);

/* The line that has the focus; the number of lines for "None of these". */
size_t checklist_line(const struct checklist_widget *checklist);

struct rows *checklist_rows(struct checklist_widget *checklist);

#endif
