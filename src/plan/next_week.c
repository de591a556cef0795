/* The week to come, and how a plan has it. */
#include "config.h"

#include <math.h>

#include "plan/deciding.h"
#include "plan/make.h"

static void add_item(struct deciding *deciding, struct plan_item *items,
		     const struct exercise *exercise,
		     const struct dose *dose)
{
	struct arena *arena = deciding->next->arena;
	struct plan_item *item = &items[deciding->next->week.n_items++];

	*item = (struct plan_item){
		.name = exercise->id, .exercise = exercise,
		.text = dose_text(arena, dose), .dose = *dose,
	};
}

static void begin_phase(struct deciding *deciding, const struct phase *phase)
{
	const struct plan *plan = deciding->plan;
	struct arena *arena = deciding->next->arena;
	const struct target **targets = arena_alloc(arena, plan->n_also + 1,
						    sizeof *targets);
	const struct prescription **chosen =
		arena_alloc(arena, phase->n_exercises + 1, sizeof *chosen);
	struct plan_item *items;
	size_t count;

	targets[0] = plan->target;
	for (size_t i = 0; i < plan->n_also; i++)
		targets[i + 1] = plan->also[i];
	count = phase_choose(chosen, phase, targets, plan->n_also + 1);
	items = arena_alloc(arena, count + 1, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		struct dose dose = plan_first_dose(chosen[i]);

		add_item(deciding, items, chosen[i]->exercise, &dose);
	}
	deciding->next->week.items = items;
}

/* As in the last week of the plan that was in that phase. */
static bool repeat(struct deciding *deciding, const struct phase *phase)
{
	const struct plan *plan = deciding->plan;
	size_t week = plan->n_weeks;

	while (week > 0 && plan->weeks[week - 1].phase != phase)
		week--;
	if (week == 0)
		return false;
	deciding->next->week.items = plan->weeks[week - 1].items;
	deciding->next->week.n_items = plan->weeks[week - 1].n_items;
	return true;
}

/* Ladders go back two steps; what is one already stays so. */
static double step_down(double step)
{
	return step > 2 ? step - 2 : 1;
}

/* A third to a half less (PM-2). */
static double less(double number)
{
	return number >= 2 ? floor(number * 2 / 3) : number;
}

/* Less of it, where a session was too much or no phase lies behind. */
static void cut(struct deciding *deciding)
{
	const struct plan_week *last = deciding->last;
	struct plan_item *items = arena_alloc(deciding->next->arena,
					      last->n_items + 1,
					      sizeof *items);

	for (size_t i = 0; i < last->n_items; i++) {
		struct dose dose = last->items[i].dose;

		if (last->items[i].exercise == NULL)
			continue;
		if (dose.sets.high >= 2)
			dose.sets.low = dose.sets.high = less(dose.sets.high);
		else
			dose.amount.low = dose.amount.high =
				dose.unit == DOSE_STEP
				? step_down(dose.amount.high)
				: less(dose.amount.high);
		add_item(deciding, items, last->items[i].exercise, &dose);
	}
	deciding->next->week.items = items;
}

static void list_met(struct deciding *deciding)
{
	struct next *next = deciding->next;
	const struct criterion **met = arena_alloc(next->arena,
						   next->n_reasons + 1,
						   sizeof *met);

	for (size_t i = 0; i < next->n_reasons; i++)
		if (next->reasons[i].criterion != NULL &&
		    next->reasons[i].met)
			met[next->week.n_met++] = next->reasons[i].criterion;
	next->week.met = met;
	next->week.met_on = deciding->to;
}

void deciding_plan_week(struct deciding *deciding)
{
	const struct phase *phase = deciding->last->phase;
	struct next *next = deciding->next;

	next->week = (struct plan_week){
		.number = deciding->plan->n_weeks + 1, .met_on = NO_DATE,
	};
	if (next->step == STEP_STOP)
		return;
	if (next->step == STEP_ON)
		phase = deciding_phase_after(phase);
	else if (next->step == STEP_BACK && phase->number > 0)
		phase--;
	next->phase = next->week.phase = phase;
	if (next->step == STEP_ON) {
		list_met(deciding);
		begin_phase(deciding, phase);
	} else if (phase == deciding->last->phase &&
		   (next->step == STEP_BACK ||
		    deciding_broken_running(deciding) > 0)) {
		cut(deciding);
	} else if (!repeat(deciding, phase)) {
		begin_phase(deciding, phase);
	}
}

void plan_write_week(FILE *stream, const struct plan_week *week)
{
	char day[DATE_SIZE];

	fprintf(stream, "\n[week %zu]\nphase = %s\n", week->number,
		week->phase->id);
	if (week->n_met > 0) {
		fputs("met =", stream);
		for (size_t i = 0; i < week->n_met; i++)
			fprintf(stream, " %s", week->met[i]->id);
		fputc('\n', stream);
	}
	if (week->met_on != NO_DATE)
		fprintf(stream, "met-on = %s\n",
			date_print(day, sizeof day, week->met_on));
	if (week->note != NULL)
		fprintf(stream, "note = %s\n", week->note);
	for (size_t i = 0; i < week->n_items; i++)
		fprintf(stream, "%s = %s\n", week->items[i].name,
			week->items[i].text);
}
