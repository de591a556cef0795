/*
 * A dose says up to six things, each of which may be left out: so each is a
 * phrase of its own, and how two of them join is a translator's too.
 */
#include "config.h"

#include "report/dose_words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/document.h"
#include "report/wrapped.h"

#define DAYS_A_WEEK 7
#define EVERY_DAY 0x7FU
#define SPAN_SIZE 80

/* Phrases */

static bool is_one(struct span span, double number)
{
	return span.low == number && span.high == number;
}

/* What ngettext counts of "8 to 10" or 1.5. */
static unsigned long count_of(struct span span)
{
	return (unsigned long)ceil(span.high);
}

static const char *span_words(char *buffer, struct span span)
{
	char low[32], high[32];

	text_from_number(low, sizeof low, span.low, 3);
	text_from_number(high, sizeof high, span.high, 3);
	if (span.low == span.high)
		snprintf(buffer, SPAN_SIZE, "%s", low);
	else
		/* TRANSLATORS: two numbers, as in 8 to 10 */
		snprintf(buffer, SPAN_SIZE, _("%1$s to %2$s"), low, high);
	return buffer;
}

/* Puts a phrase behind what there is; frees both. */
static char *joined(char *all, const char *fmt, char *phrase)
{
	char *both = NULL;

	if (phrase == NULL)
		return all;
	if (all == NULL)
		return phrase;
	if (asprintf(&both, fmt, all, phrase) < 0)
		abort();
	free(all);
	free(phrase);
	return both;
}

static char *behind_comma(char *all, char *phrase)
{
	/* TRANSLATORS: phrases of a dose: "3 sets of 10, 3 days a week" */
	return joined(all, _("%1$s, %2$s"), phrase);
}

/* Volume */

static char *amount_words(const struct dose *dose)
{
	char span[SPAN_SIZE];
	unsigned long n = count_of(dose->amount);

	span_words(span, dose->amount);
	switch (dose->unit) {
	case DOSE_SECONDS:
		return wrapped_words(ngettext("%s second", "%s seconds", n),
				     span);
	case DOSE_MINUTES:
		return wrapped_words(ngettext("%s minute", "%s minutes", n),
				     span);
	case DOSE_METRES:
		return wrapped_words(ngettext("%s metre", "%s metres", n),
				     span);
	case DOSE_BREATHS:
		return wrapped_words(ngettext("%s breath", "%s breaths", n),
				     span);
	case DOSE_FLIGHTS:
		return wrapped_words(ngettext("%s flight of stairs",
					      "%s flights of stairs", n),
				     span);
	default:
		return wrapped_words("%s", span);
	}
}

/* Of a single step what it is, if the exercise names it. */
static char *step_words(const struct dose *dose,
			const struct exercise *exercise)
{
	char span[SPAN_SIZE];
	double step = dose->amount.low;

	span_words(span, dose->amount);
	if (exercise != NULL && is_one(dose->amount, step) && step >= 1 &&
	    step <= (double)exercise->levels.count)
		/* TRANSLATORS: a step of a ladder, and what it is */
		return wrapped_words(_("step %1$s (%2$s)"), span,
				     content_text(exercise->levels.text[(size_t)step - 1]));
	return wrapped_words(ngettext("step %s", "steps %s",
				      is_one(dose->amount, step) ? 1UL : 2UL),
			     span);
}

static char *sets_words(const struct dose *dose)
{
	char sets[SPAN_SIZE], *amount, *words;
	unsigned long n = count_of(dose->sets);

	if (is_one(dose->sets, 1) && dose->unit == DOSE_REPETITIONS)
		return wrapped_words(ngettext("%s time", "%s times",
					      count_of(dose->amount)),
				     span_words(sets, dose->amount));
	amount = amount_words(dose);
	if (is_one(dose->sets, 1))
		return amount;
	span_words(sets, dose->sets);
	if (dose->unit == DOSE_REPETITIONS)
		words = wrapped_words(ngettext("%1$s set of %2$s",
					       "%1$s sets of %2$s", n),
				      sets, amount);
	else
		/* TRANSLATORS: so often, so much: "4 times 30 seconds" */
		words = wrapped_words(ngettext("%1$s time %2$s",
					       "%1$s times %2$s", n),
				      sets, amount);
	free(amount);
	return words;
}

static char *volume_words(const struct dose *dose,
			  const struct exercise *exercise)
{
	char *words, *sides;

	switch (dose->unit) {
	case DOSE_NONE:
		return NULL;
	case DOSE_ORDERED:
		return xstrdup(_("as much as your clinician orders"));
	case DOSE_STEP:
		return step_words(dose, exercise);
	default:
		break;
	}
	words = sets_words(dose);
	if (exercise == NULL || !exercise->each_side)
		return words;
	sides = wrapped_words(_("%s on each side"), words);
	free(words);
	return sides;
}

/* The rest */

static char *load_words(const struct dose *dose)
{
	char span[SPAN_SIZE];

	if (dose->weight == WEIGHT_KG)
		return wrapped_words(_("with %s kg"),
				     span_words(span, dose->load));
	if (dose->weight == WEIGHT_BAND)
		/* TRANSLATORS: a stretchy band; 1 is the lightest */
		return wrapped_words(_("with band %s of 5"),
				     span_words(span, dose->load));
	return NULL;
}

/* Days a week that are not named are worth telling; of others the names are. */
static char *week_words(const struct dose *dose)
{
	char number[32], span[SPAN_SIZE];
	struct span times = dose->times;

	if (is_one(times, DAYS_A_WEEK))
		return xstrdup(_("every day"));
	if (dose->days != 0 && is_one(times, __builtin_popcount(dose->days)))
		return NULL;
	if (times.high == DAYS_A_WEEK)
		return wrapped_words(ngettext("%s day a week up to every day",
					      "%s days a week up to every day",
					      (unsigned long)times.low),
				     text_from_number(number, sizeof number,
						      times.low, 3));
	return wrapped_words(ngettext("%s day a week", "%s days a week",
				      count_of(times)),
			     span_words(span, times));
}

static char *often_words(const struct dose *dose)
{
	char span[SPAN_SIZE];

	span_words(span, dose->times);
	switch (dose->often) {
	case OFTEN_DAY:
		if (!is_one(dose->times, 1))
			return wrapped_words(ngettext("%s time a day",
						      "%s times a day",
						      count_of(dose->times)),
					     span);
		return dose->days != 0 ? NULL : xstrdup(_("every day"));
	case OFTEN_WEEK:
		return week_words(dose);
	case OFTEN_SITTING:
		return wrapped_words(ngettext("after every %s minute of sitting",
					      "after every %s minutes of sitting",
					      count_of(dose->times)), span);
	case OFTEN_NONE:
		break;
	}
	return NULL;
}

static const char *const day_names[DAYS_A_WEEK] = {
	N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"),
	N_("Friday"), N_("Saturday"), N_("Sunday"),
};

char *day_words(unsigned days)
{
	char *words = NULL;

	for (unsigned day = 0; day < DAYS_A_WEEK; day++)
		if (days >> day & 1)
			words = behind_comma(words, xstrdup(_(day_names[day])));
	return words != NULL ? words : xstrdup("");
}

static char *on_days_words(const struct dose *dose)
{
	char *days, *words;

	if (dose->days == 0)
		return NULL;
	if (dose->days == EVERY_DAY)
		return xstrdup(_("every day"));
	days = day_words(dose->days);
	/* TRANSLATORS: names of days */
	words = wrapped_words(_("on %s"), days);
	free(days);
	return words;
}

static char *hold_words(const struct dose *dose)
{
	char span[SPAN_SIZE];

	if (dose->hold.high <= 0)
		return NULL;
	return wrapped_words(ngettext("hold each for %s second",
				      "hold each for %s seconds",
				      count_of(dose->hold)),
			     span_words(span, dose->hold));
}

char *dose_words(const struct dose *dose, const struct exercise *exercise)
{
	char *words = volume_words(dose, exercise);

	words = behind_comma(words, load_words(dose));
	words = behind_comma(words, often_words(dose));
	words = behind_comma(words, on_days_words(dose));
	/* TRANSLATORS: "3 sets of 10, every day; hold each for 5 seconds" */
	words = joined(words, _("%1$s; %2$s"), hold_words(dose));
	if (words == NULL)
		words = xstrdup(_("no dose yet"));
	if (dose->note != NULL)
		/* TRANSLATORS: a dose and a note on it */
		words = joined(words, _("%1$s (%2$s)"), xstrdup(dose->note));
	return words;
}
