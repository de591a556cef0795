#include "config.h"

#include "prove/idle.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "answers/logic.h"
#include "base/i18n.h"
#include "base/names.h"

/* Questions and answers */

/* By question: whether something reads it, and what each answer is to it. */
struct use {
	bool read;
	uint64_t mark[MAX_ANSWERS];
};

static void add_mark(struct use *use, size_t answer, const void *bytes,
		     size_t count)
{
	use->mark[answer] = fnv(use->mark[answer], bytes, count);
}

static void note_atom(void *data, const struct expr *expr)
{
	struct use *uses = data, *use;

	if (expr->op != EXPR_IS && expr->op != EXPR_INCLUDES &&
	    expr->op != EXPR_COMPARE)
		return;
	use = &uses[expr->question->index];
	use->read = true;
	for (size_t i = 0; i < expr->question->n_answers; i++)
		add_mark(use, i, expr->choices >> i & 1 ? "1" : "0", 1);
}

static void note_profile(struct use *uses, const struct pack *pack,
			 const struct profile *profile)
{
	size_t count = profile->question->n_answers;
	struct use *use = &uses[profile->question->index];

	use->read = true;
	for (size_t c = 0; c < pack->n_conditions; c++)
		for (size_t i = 0; i < count; i++)
			add_mark(use, i, &profile->weights[c * count + i],
				 sizeof(double));
}

/* Whose words a carer reads hangs on it: report/words.c. */
static bool is_read_by_name(const struct pack *pack,
			    const struct question *question)
{
	if (strcmp(question->id, "who") != 0)
		return false;
	for (size_t i = 0; i < pack->n_questions; i++)
		if (pack->questions[i].carer_prompt != NULL)
			return true;
	return false;
}

static void note_all_apart(struct use *use, const struct question *question)
{
	use->read = true;
	for (size_t i = 0; i < question->n_answers; i++)
		add_mark(use, i, &i, sizeof i);
}

/* What reads it though no expression names it. */
static void note_question(struct use *uses, const struct pack *pack,
			  const struct question *question)
{
	struct use *use = &uses[question->index];

	/* free text is for people */
	if (question->type == QUESTION_TEXT)
		use->read = true;
	/* the site is told and drawn with its side */
	if (question->side != NULL)
		note_all_apart(&uses[question->side->index], question->side);
	if (question->none >= 0)
		add_mark(use, (size_t)question->none, "none", 4);
	if (is_read_by_name(pack, question))
		note_all_apart(use, question);
}

static void add_alike(const struct question *question, const struct use *use,
		      size_t answer, struct error_list *faults)
{
	for (size_t i = 0; i < answer; i++)
		if (question->answers[i].state == ANSWER_VALUE &&
		    use->mark[i] == use->mark[answer]) {
			error_list_add(faults, question->place.file,
				       question->place.line,
				       _("answers %s and %s of question %s mean the same everywhere; read one of them, make them one, or say kept-because"),
				       question->answers[i].id,
				       question->answers[answer].id,
				       question->id);
			return;
		}
}

static void look_at_question(const struct question *question,
			     const struct use *use, struct error_list *faults)
{
	if (!use->read) {
		error_list_add(faults, question->place.file,
			       question->place.line,
			       _("nothing reads question %s; read it in a finding or rule, or say kept-because"),
			       question->id);
		return;
	}
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == ANSWER_VALUE)
			add_alike(question, use, i, faults);
}

static void look_at_questions(const struct pack *pack,
			      struct error_list *faults)
{
	struct use *uses = xcalloc(pack->n_questions + 1, sizeof *uses);

	pack_walk(pack, note_atom, uses);
	for (size_t i = 0; i < pack->n_profiles; i++)
		note_profile(uses, pack, &pack->profiles[i]);
	for (size_t i = 0; i < pack->n_questions; i++)
		note_question(uses, pack, &pack->questions[i]);
	for (size_t i = 0; i < pack->n_questions; i++)
		if (pack->questions[i].kept_because == NULL)
			look_at_question(&pack->questions[i], &uses[i],
					 faults);
	free(uses);
}

/* Ranges */

/* A stratum or finding that one number decides: cells first to last. */
struct range {
	const char *id;
	const struct place *place;
	const struct question *question;
	size_t first, last;
	size_t stem;			/* bytes of the id before a digit */
};

struct ranges {
	const struct cells *cells;
	struct range *range;
	size_t count;
};

/* The one number that an expression of comparisons joined by `and` reads. */
static const struct question *one_number(const struct expr *expr)
{
	const struct question *left;

	if (expr->op == EXPR_COMPARE && expr->reserved == 0)
		return expr->question;
	if (expr->op != EXPR_AND)
		return NULL;
	left = one_number(expr->left);
	return left == one_number(expr->right) ? left : NULL;
}

static bool holds(const struct expr *expr, double number)
{
	if (expr->op == EXPR_AND)
		return holds(expr->left, number) && holds(expr->right, number);
	return compare_holds(number, expr->compare, expr->number);
}

static void add_range(struct ranges *ranges, const char *id,
		      const struct place *place, const struct expr *when)
{
	const struct question *question = one_number(when);
	struct range range = { .id = id, .place = place,
			       .question = question, .stem = strlen(id) };
	const struct cells *cells;
	bool any = false;

	while (range.stem > 0 && id[range.stem - 1] != '-')
		range.stem--;
	for (size_t i = 0; id[i] != '\0'; i++)
		if (isdigit((unsigned char)id[i]) && i < range.stem)
			range.stem = i;
	if (question == NULL || range.stem == 0)
		return;
	cells = &ranges->cells[question->index];
	for (size_t i = 0; i < cells->count; i++) {
		if (!holds(when, cells->numbers[i]))
			continue;
		range.first = any ? range.first : i;
		range.last = i;
		any = true;
	}
	if (!any)
		return;
	ranges->range = xrealloc(ranges->range, ranges->count + 1,
				 sizeof *ranges->range);
	ranges->range[ranges->count++] = range;
}

static int compare_ranges(const void *left, const void *right)
{
	const struct range *a = left, *b = right;
	int stems;

	if (a->question != b->question)
		return a->question->index < b->question->index ? -1 : 1;
	if (a->stem != b->stem)
		return a->stem < b->stem ? -1 : 1;
	stems = strncmp(a->id, b->id, a->stem);
	if (stems != 0)
		return stems;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return a->last < b->last ? -1 : a->last > b->last;
}

static bool is_same_stem(const struct range *a, const struct range *b)
{
	return a->question == b->question && a->stem == b->stem &&
	       strncmp(a->id, b->id, a->stem) == 0;
}

/*
 * `next` begins with or after `range`.  A whole gap between an open range
 * and another may be meant (under 18 and over 30); one number is not.
 */
static void look_at_two(const struct ranges *ranges, const struct range *range,
			const struct range *next, struct error_list *faults)
{
	const struct cells *cells = &ranges->cells[range->question->index];
	const double *numbers = cells->numbers;
	bool closed = range->first > 0 && next->last + 1 < cells->count;
	size_t between = range->last + 1;
	double step = range->question->step;

	if (next->first > range->first && next->first <= range->last &&
	    next->last > range->last)
		error_list_add(faults, next->place->file, next->place->line,
			       _("%s and %s both hold at %s %g; let one end where the other begins"),
			       range->id, next->id, range->question->id,
			       numbers[next->first]);
	else if (next->first > between &&
		 (closed || numbers[next->first] - numbers[range->last] <=
			    2 * step))
		error_list_add(faults, next->place->file, next->place->line,
			       _("neither %s nor %s holds at %s %g; let one end where the other begins"),
			       range->id, next->id, range->question->id,
			       numbers[between]);
}

static void look_at_ranges(const struct pack *pack, const struct cells *cells,
			   struct error_list *faults)
{
	struct ranges ranges = { .cells = cells };

	for (size_t i = 0; i < pack->n_strata; i++)
		add_range(&ranges, pack->strata[i].id, &pack->strata[i].place,
			  pack->strata[i].when);
	for (size_t i = 0; i < pack->n_findings; i++)
		add_range(&ranges, pack->findings[i].id,
			  &pack->findings[i].place, pack->findings[i].when);
	if (ranges.count > 0)
		qsort(ranges.range, ranges.count, sizeof *ranges.range,
		      compare_ranges);
	for (size_t i = 1; i < ranges.count; i++)
		if (is_same_stem(&ranges.range[i - 1], &ranges.range[i]))
			look_at_two(&ranges, &ranges.range[i - 1],
				    &ranges.range[i], faults);
	free(ranges.range);
}

void idle_faults(const struct pack *pack, const struct cells *cells,
		 struct error_list *faults)
{
	look_at_questions(pack, faults);
	look_at_ranges(pack, cells, faults);
}
