#include "config.h"

#include "report/plan_next.h"

#include "base/i18n.h"
#include "report/document.h"
#include "report/wrapped.h"

const char *plan_step_text(enum step step)
{
	switch (step) {
	case STEP_STOP:
		return _("Stop. No exercises now.");
	case STEP_BACK:
		return _("Step back for a week.");
	case STEP_STAY:
		return _("Stay in this phase for another week.");
	case STEP_ON:
		return _("Move on to the next phase.");
	case STEP_DONE:
		return _("The last phase is done. Keep the exercises going twice a week.");
	}
	return "";
}

static void put_reason(FILE *stream, const struct reason_of_step *reason,
		       size_t columns)
{
	char *words = NULL;

	if (reason->criterion != NULL)
		words = wrapped_words("%s: %s", reason->words,
				      content_text(reason->criterion->text));
	else if (reason->because != NULL)
		words = wrapped_words("%s: %s", reason->words,
				      content_text(reason->because));
	else
		words = wrapped_words("%s", reason->words);
	wrapped_put_bullet(stream, words, 2, columns);
}

void plan_next_text(FILE *stream, const struct next *next, size_t columns)
{
	wrapped_put(stream, wrapped_words("%s", plan_step_text(next->step)),
		    0, columns);
	for (size_t i = 0; i < next->n_reasons; i++)
		put_reason(stream, &next->reasons[i], columns);
	if (next->review_due)
		wrapped_put(stream, wrapped_words("%s", _("Six weeks of sessions, and the pain is no better: a clinician should look at it.")),
			    0, columns);
	if (next->phase != NULL)
		plan_write_week(stream, &next->week);
}
