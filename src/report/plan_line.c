#include "config.h"

#include "report/plan_line.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/dose_words.h"
#include "report/plan_blocks.h"
#include "report/plan_pages.h"

#define DAYS_A_WEEK 7

static char *words(const char *fmt, ...)
	__attribute__((format(printf, 1, 2)));

static char *words(const char *fmt, ...)
{
	char *text = NULL;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&text, fmt, args) < 0)
		abort();
	va_end(args);
	return text;
}

/* Plans */

static char *when_text(const struct plan *plan, long today)
{
	char day[DATE_SIZE];

	if (today < plan->start)
		return words(_("begins on %s"), day_text(day, plan->start));
	if (today >= plan_week_start(plan, plan->n_weeks) + DAYS_A_WEEK)
		return words(ngettext("%zu week, all done",
				      "%zu weeks, all done", plan->n_weeks),
			     plan->n_weeks);
	return words(_("week %1$zu of %2$zu"), plan_week_on(plan, today),
		     plan->n_weeks);
}

static char *line_text(const char *who, const struct plan *plan, long today)
{
	char *when = when_text(plan, today);
	const char *condition = plan_is_cleared(plan, NULL)
		? content_text(plan->target->name) : _("not cleared");
	/* TRANSLATORS: a person's code, the condition, the week */
	char *text = words(_("%1$s, %2$s, %3$s"), who, condition, when);

	free(when);
	return text;
}

static const char *code_of(const struct plan *plan)
{
	return plan->person != NULL ? plan->person : _("no code");
}

char *plan_line_text(const struct plan *plan, long today)
{
	return line_text(code_of(plan), plan, today);
}

char *plan_found_text(const struct review *review)
{
	const size_t *counts = review->counts;

	if (counts[REVIEW_STOP] > 0)
		return words(ngettext("%zu to stop", "%zu to stop",
				      counts[REVIEW_STOP]),
			     counts[REVIEW_STOP]);
	if (counts[REVIEW_CHANGE] > 0)
		return words(ngettext("%zu to change", "%zu to change",
				      counts[REVIEW_CHANGE]),
			     counts[REVIEW_CHANGE]);
	if (counts[REVIEW_CONSIDER] > 0)
		return words(ngettext("%zu to consider",
				      "%zu to consider",
				      counts[REVIEW_CONSIDER]),
			     counts[REVIEW_CONSIDER]);
	return xstrdup(_("nothing found"));
}

/* Files */

/* Whether the file is the code and ".ini", as a new plan's is. */
static bool is_named_by_code(const struct plan_file *file)
{
	const char *code = file->plan->person;
	size_t bytes = code != NULL ? strlen(code) : 0;

	return bytes > 0 && strncmp(file->name, code, bytes) == 0 &&
	       strcmp(file->name + bytes, ".ini") == 0;
}

char *plan_file_text(const struct plan_file *file, long today)
{
	char *who, *text;

	if (file->plan == NULL)
		return words(_("%s cannot be read"), file->name);
	if (is_named_by_code(file))
		return plan_line_text(file->plan, today);
	/* TRANSLATORS: a person's code, and the file's name */
	who = words(_("%1$s (%2$s)"), code_of(file->plan), file->name);
	text = line_text(who, file->plan, today);
	free(who);
	return text;
}

char *plan_file_found(const struct plan_file *file)
{
	const struct error *first;

	if (file->plan != NULL)
		return plan_found_text(file->review);
	first = &file->faults.errors[0];
	if (first->line == 0)
		return xstrdup(first->message);
	return words(_("line %1$d: %2$s"), first->line, first->message);
}

void plan_page_faults(struct page *page, const struct plan_file *file)
{
	struct writer writer = page_writer(page);

	put_title(page, _("%s cannot be read"), file->name);
	for (size_t i = 0; i < file->faults.count; i++) {
		const struct error *fault = &file->faults.errors[i];

		if (fault->line == 0)
			put_text(&writer, BLOCK_BULLET, fault->message);
		else
			put(&writer, BLOCK_BULLET, _("line %1$d: %2$s"),
			    fault->line, fault->message);
	}
	put(&writer, BLOCK_PARAGRAPH, _("The file is %s."), file->path);
}

/* Lines of a plan */

char *plan_phase_text(const struct phase *phase)
{
	return words(_("Phase %1$u: %2$s"), phase_number(phase),
		     content_text(phase->name));
}

char *plan_item_text(const struct plan_item *item)
{
	char *dose = dose_words(&item->dose, item->exercise);
	/* TRANSLATORS: an exercise and how much of it */
	char *text = words(_("%1$s: %2$s"), item_name(item), dose);

	free(dose);
	return text;
}

/* Findings */

/* Without what would tell the condition. */
static void hide_condition(struct finding_words *said,
			   const struct finding_of_plan *finding)
{
	switch (finding->check->which) {
	case CHECK_FORBIDDEN_EXERCISE:
		said->message = _("this exercise is not for this person");
		said->because = content_text(finding->check->because);
		break;
	case CHECK_WRONG_PROGRAMME:
		said->message = _("the programme does not fit the condition");
		said->instead = _("ask the clinician which programme it is");
		break;
	case CHECK_SUBTYPE_MISSING:
		said->message = _("the condition has forms that need different exercises");
		said->instead = _("ask the clinician which form it is");
		break;
	case CHECK_NO_PROGRAMME:
		said->message = _("there is no programme for the condition");
		break;
	default:
		break;
	}
}

struct finding_words plan_finding_words(const struct review *review,
					const struct finding_of_plan *finding,
					enum role role)
{
	struct finding_words said = {
		.message = finding->message,
		.because = content_text(finding->because),
		.instead = finding->instead,
	};

	if (role == ROLE_TRAINER && !plan_is_cleared(review->plan, NULL))
		hide_condition(&said, finding);
	return said;
}

static char *level_text(enum review_level level, const char *message)
{
	switch (level) {
	case REVIEW_STOP:
		return words(_("Stop: %s."), message);
	case REVIEW_CHANGE:
		return words(_("Change: %s."), message);
	case REVIEW_CONSIDER:
		break;
	}
	return words(_("Consider: %s."), message);
}

void plan_finding_texts(char *texts[FINDING_TEXTS],
			const struct review *review,
			const struct finding_of_plan *finding, enum role role)
{
	const struct finding_words said = plan_finding_words(review, finding,
							     role);

	texts[0] = level_text(finding->check->level, said.message);
	texts[1] = words(_("Why: %s"), said.because);
	texts[2] = words(_("Write instead: %s"), said.instead);
}
