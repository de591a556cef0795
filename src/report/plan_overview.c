/* A plan at a glance, and what keeps it safe. */
#include "config.h"

#include "report/plan_pages.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/plan_blocks.h"

#define DAYS_A_WEEK 7
#define LINE_MARKS 28		/* behind "10 |", in 38 columns, with a border */

struct writer page_writer(struct page *page)
{
	static const struct site nowhere;

	return (struct writer){ .page = page, .site = &nowhere };
}

const char *day_text(char *out, long day)
{
	return date_print(out, DATE_SIZE, day);
}

void put_texts_under(struct writer *writer, const char *heading,
		     enum block_kind kind, const struct texts *texts)
{
	if (texts->count == 0)
		return;
	put_text(writer, BLOCK_HEADING, heading);
	put_contents(writer, kind, texts);
}

unsigned phase_number(const struct phase *phase)
{
	const char *dash = strrchr(phase->id, '-');
	size_t digits = dash == NULL ? 0 : strspn(dash + 1, "0123456789");

	if (digits > 0 && digits < 4 && dash[1 + digits] == '\0')
		return (unsigned)strtoul(dash + 1, NULL, 10);
	return (unsigned)phase->number + 1;
}

/* Whom and what */

static void put_clearance(struct writer *writer, const struct plan *plan)
{
	const struct clearance *clearance = &plan->clearance;
	const struct target *target = plan->target;
	char day[DATE_SIZE];

	if (!clearance->given)
		return;
	put(writer, BLOCK_PARAGRAPH,
	    _("Cleared by %1$s on %2$s. This is as typed, not verified."),
	    clearance->by, day_text(day, clearance->date));
	if (target->parent != NULL)
		put(writer, BLOCK_PARAGRAPH,
		    _("Condition, as typed, not verified: %1$s (%2$s)"),
		    content_text(target->parent->name),
		    content_text(target->name));
	else
		put(writer, BLOCK_PARAGRAPH,
		    _("Condition, as typed, not verified: %s"),
		    content_text(target->name));
}

/* All that a trainer may read of a screening. */
static void put_screening(struct writer *writer, const struct plan *plan)
{
	const struct screening *screening = &plan->screening;
	char day[DATE_SIZE];

	if (screening->given)
		/* TRANSLATORS: a day, and how soon a clinician is needed */
		put(writer, BLOCK_PARAGRAPH, _("Screened on %1$s: %2$s"),
		    day_text(day, screening->date),
		    urgency_headline(screening->urgency, ROLE_TRAINER));
	else
		put_text(writer, BLOCK_PARAGRAPH,
			 _("The plan says nothing of a screening."));
	if (plan_lets_train(plan))
		put_text(writer, BLOCK_PARAGRAPH,
			 _("Cleared for exercise, by screening or clinician: yes."));
	else
		put_text(writer, BLOCK_PARAGRAPH,
			 _("Cleared for exercise, by screening or clinician: no."));
}

static void put_dates(struct writer *writer, const struct plan *plan)
{
	long end = plan->start + DAYS_A_WEEK * (long)plan->n_weeks - 1;
	char first[DATE_SIZE], last[DATE_SIZE];

	put(writer, BLOCK_PARAGRAPH,
	    ngettext("%1$zu week, from %2$s to %3$s.",
		     "%1$zu weeks, from %2$s to %3$s.", plan->n_weeks),
	    plan->n_weeks, day_text(first, plan->start), day_text(last, end));
}

/* Phases over the weeks */

struct timeline {
	const struct plan *plan;
	const struct programme *programme;
	size_t weeks;		/* shown */
	size_t weeks_a_mark;
};

static size_t last_week(const struct phase *phase)
{
	if (phase->weeks.high <= 0)
		return 0;
	/* "8+": it goes on, one mark tells */
	return (size_t)(isfinite(phase->weeks.high) ? phase->weeks.high
						    : phase->weeks.low + 1);
}

static struct timeline timeline_of(const struct plan *plan)
{
	struct timeline line = { .plan = plan,
				 .programme = plan_programme(plan),
				 .weeks = plan->n_weeks };

	for (size_t i = 0; i < line.programme->n_phases; i++) {
		size_t last = last_week(&line.programme->phases[i]);

		line.weeks = last > line.weeks ? last : line.weeks;
	}
	line.weeks_a_mark = (line.weeks + LINE_MARKS - 1) / LINE_MARKS;
	return line;
}

/* `week` from 1 */
static char mark_of_week(const struct timeline *line,
			 const struct phase *phase, size_t week,
			 size_t current)
{
	const struct plan *plan = line->plan;

	if (week <= plan->n_weeks && plan->weeks[week - 1].phase == phase)
		return week == current ? '@' : '#';
	if (phase->weeks.high > 0 && (double)week > phase->weeks.low &&
	    week <= last_week(phase))
		return '-';
	return ' ';
}

/* The strongest of the weeks that share a mark. */
static char mark_of(const struct timeline *line, const struct phase *phase,
		    size_t index, size_t current)
{
	static const char order[] = " -#@";
	char best = ' ';

	for (size_t i = 1; i <= line->weeks_a_mark; i++) {
		size_t week = index * line->weeks_a_mark + i;
		char mark = week > line->weeks ? ' ' :
			    mark_of_week(line, phase, week, current);

		if (strchr(order, mark) > strchr(order, best))
			best = mark;
	}
	return best;
}

static void put_phase_line(struct writer *writer, const struct timeline *line,
			   const struct phase *phase, size_t current)
{
	size_t count = (line->weeks + line->weeks_a_mark - 1) /
		       line->weeks_a_mark;
	char marks[LINE_MARKS + 1] = "", row[LINE_MARKS + 24];

	for (size_t i = 0; i < count; i++)
		marks[i] = mark_of(line, phase, i, current);
	snprintf(row, sizeof row, "%2u |%s|", phase_number(phase), marks);
	put_fixed(writer,
		  phase->number == 0 ? _("The weeks of each phase") : NULL,
		  row);
}

/* Which weeks of the plan are in it, as words. */
static void put_phase(struct writer *writer, const struct plan *plan,
		      const struct phase *phase)
{
	size_t first = 0, last = 0;
	unsigned number = phase_number(phase);
	const char *name = content_text(phase->name);
	const char *goal = content_text(phase->goal);

	for (size_t i = 0; i < plan->n_weeks; i++) {
		if (plan->weeks[i].phase != phase)
			continue;
		first = first == 0 ? i + 1 : first;
		last = i + 1;
	}
	if (first == 0)
		put(writer, BLOCK_BULLET,
		    _("Phase %1$u, %2$s, not in this plan: %3$s"), number,
		    name, goal);
	else if (first == last)
		put(writer, BLOCK_BULLET,
		    _("Phase %1$u, %2$s, week %3$zu: %4$s"), number, name,
		    first, goal);
	else
		put(writer, BLOCK_BULLET,
		    _("Phase %1$u, %2$s, weeks %3$zu to %4$zu: %5$s"), number,
		    name, first, last, goal);
}

static void put_phases(struct writer *writer, const struct plan *plan,
		       size_t current)
{
	const struct timeline line = timeline_of(plan);
	const struct programme *programme = line.programme;

	put_text(writer, BLOCK_HEADING, _("Phases"));
	for (size_t i = 0; i < programme->n_phases; i++)
		put_phase_line(writer, &line, &programme->phases[i], current);
	put(writer, BLOCK_PARAGRAPH,
	    ngettext("Each mark is %zu week: # in this plan, - as the programme usually goes.",
		     "Each mark is %zu weeks: # in this plan, - as the programme usually goes.",
		     line.weeks_a_mark), line.weeks_a_mark);
	if (current > 0)
		put(writer, BLOCK_PARAGRAPH, _("@ is week %zu, this one."),
		    current);
	for (size_t i = 0; i < programme->n_phases; i++)
		put_phase(writer, plan, &programme->phases[i]);
	put_texts_under(writer, _("The aim"), BLOCK_BULLET,
			&programme->returns);
}

/* What every plan says */

static void put_rules(struct writer *writer, const struct plan *plan)
{
	char day[DATE_SIZE];

	put_text(writer, BLOCK_HEADING, _("When it flares up"));
	put_text(writer, BLOCK_PARAGRAPH, plan->flare != NULL ? plan->flare :
		 _("The plan does not say it."));
	put_text(writer, BLOCK_HEADING, _("When to stop"));
	put_text(writer, BLOCK_PARAGRAPH, plan->stop != NULL ? plan->stop :
		 _("The plan does not say it."));
	put_text(writer, BLOCK_HEADING, _("When to check again"));
	if (plan->rescreen != NO_DATE)
		put(writer, BLOCK_PARAGRAPH,
		    _("Go through the whole check again on %s."),
		    day_text(day, plan->rescreen));
	else
		put_text(writer, BLOCK_PARAGRAPH,
			 _("The plan does not say it."));
}

void plan_page_overview(struct page *page, const struct plan *plan,
			size_t current)
{
	struct writer writer = page_writer(page);

	page->title = _("The plan");
	put_content(&writer, BLOCK_PARAGRAPH, plan_programme(plan)->name);
	if (plan->person != NULL)
		put(&writer, BLOCK_PARAGRAPH, _("For %s."), plan->person);
	put_screening(&writer, plan);
	put_clearance(&writer, plan);
	put_dates(&writer, plan);
	put_phases(&writer, plan, current);
	put_rules(&writer, plan);
}

void plan_page_safety(struct page *page, const struct plan *plan)
{
	struct writer writer = page_writer(page);
	const struct pain_rule *rule = plan_programme(plan)->pain_rule;

	page->title = _("How much pain is fine, and when to stop");
	if (rule != NULL) {
		put_contents(&writer, BLOCK_BULLET, &rule->texts);
		put_texts_under(&writer, _("Stop now"), BLOCK_BULLET,
				&rule->stop);
	}
	put_rules(&writer, plan);
}
