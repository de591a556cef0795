/* Doses against what the phase or the exercise allows, and what rises. */
#include "config.h"

#include "plan/reviewing.h"

#include "base/i18n.h"

#define UNCHANGED_WEEKS 4

static bool is_time(enum dose_unit unit)
{
	return unit == DOSE_SECONDS || unit == DOSE_MINUTES;
}

static bool is_comparable(const struct dose *one, const struct dose *other)
{
	return one->unit == other->unit ||
	       (is_time(one->unit) && is_time(other->unit));
}

/* The phase's dose, or the one to start with. */
static const struct dose *usual(const struct plan_week *week,
				const struct exercise *exercise)
{
	for (size_t i = 0; i < week->phase->n_exercises; i++)
		if (week->phase->exercises[i].exercise == exercise)
			return &week->phase->exercises[i].dose;
	return &exercise->dose;
}

/* The same, of what can be compared with this dose; else the phase's. */
static const struct dose *allowed(const struct plan_week *week,
				  const struct plan_item *item)
{
	const struct dose *dose = usual(week, item->exercise);

	if (dose->unit != DOSE_ORDERED && !is_comparable(dose, &item->dose) &&
	    is_comparable(&item->exercise->dose, &item->dose))
		return &item->exercise->dose;
	return dose;
}

/* How often a week; a sitting drill is often by itself. */
static struct span a_week(const struct dose *dose)
{
	struct span times = dose_days(dose);

	if (dose->often == OFTEN_DAY) {
		double days = dose->days != 0 ? times.low : 7;

		return (struct span){ dose->times.low * days,
				      dose->times.high * days };
	}
	return times;
}

/* A sitting drill each 20 minutes is more than one each 60. */
static struct span how_often(const struct dose *dose)
{
	if (dose->often == OFTEN_SITTING)
		return (struct span){ -dose->times.high, -dose->times.low };
	return a_week(dose);
}

enum verdict { WITHIN, LOW, HIGH };

static enum verdict against(struct span dose, struct span limit)
{
	if (dose.high > limit.high)
		return HIGH;
	return dose.low < limit.low ? LOW : WITHIN;
}

/* Seconds and minutes alike. */
static struct span amount_of(const struct dose *dose)
{
	double seconds = dose->unit == DOSE_MINUTES ? 60 : 1;

	return (struct span){ dose->amount.low * seconds,
			      dose->amount.high * seconds };
}

/* At each sitting is more than any number a week. */
static enum verdict judge_often(const struct dose *dose,
				const struct dose *limit)
{
	if ((dose->often == OFTEN_SITTING) == (limit->often == OFTEN_SITTING))
		return against(how_often(dose), how_often(limit));
	return dose->often == OFTEN_SITTING ? HIGH : WITHIN;
}

/* The worst of its parts: too much of one is too much. */
static enum verdict judge(const struct dose *dose, const struct dose *limit)
{
	const enum verdict parts[] = {
		against(dose->sets, limit->sets),
		against(amount_of(dose), amount_of(limit)),
		limit->hold.high > 0 ? against(dose->hold, limit->hold)
				     : WITHIN,
		judge_often(dose, limit),
	};
	enum verdict worst = WITHIN;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i] > worst)
			worst = parts[i];
	return worst;
}

static bool says_all(const struct dose *dose)
{
	return dose->unit != DOSE_NONE &&
	       (dose->often != OFTEN_NONE || dose->days != 0);
}

static void compare(struct reviewing *reviewing, const struct plan_week *week,
		    const struct plan_item *item)
{
	const struct dose *limit = allowed(week, item);
	const char *words = review_dose(reviewing, limit);
	enum verdict verdict;

	if (limit->unit == DOSE_ORDERED)
		return;
	if (!is_comparable(&item->dose, limit)) {
		review_add(reviewing, CHECK_DOSE_OTHERWISE, &item->place,
			   review_words(reviewing, _("%s is measured otherwise: %s"),
					item->name, words),
			   review_words(reviewing, "%s = %s", item->name,
					words));
		return;
	}
	verdict = judge(&item->dose, limit);
	if (verdict != WITHIN)
		review_add(reviewing, verdict == HIGH ? CHECK_DOSE_HIGH
						      : CHECK_DOSE_LOW,
			   &item->place,
			   review_words(reviewing, verdict == HIGH
					? _("%s is more than the %s of this phase")
					: _("%s is less than the %s of this phase"),
					item->text, words),
			   review_words(reviewing, "%s = %s", item->name,
					words));
}

void review_dose_of(struct reviewing *reviewing, const struct plan_week *week,
		    const struct plan_item *item)
{
	if (says_all(&item->dose))
		compare(reviewing, week, item);
	else
		review_add(reviewing, CHECK_MISSING_DOSE, &item->place,
			   review_words(reviewing, _("%s does not say how much and how often"),
					item->name),
			   review_words(reviewing, "%s = %s", item->name,
					review_dose(reviewing,
						    usual(week,
							  item->exercise))));
}

/* From week to week */

static const struct plan_item *find_item(const struct plan_week *week,
					 const struct exercise *exercise)
{
	for (size_t i = 0; i < week->n_items && exercise != NULL; i++)
		if (week->items[i].exercise == exercise)
			return &week->items[i];
	return NULL;
}

static bool is_running(const struct exercise *exercise)
{
	for (size_t i = 0; i < exercise->n_components; i++)
		if (exercise->components[i]->running)
			return true;
	return false;
}

/* Whether it rises by more than so many percent; from nothing, by anything
 * is no rise but a beginning. */
static bool jumps(double before, double now, double percent)
{
	return before > 0 && now > before * (1 + percent / 100) + 1e-9;
}

static double time_a_week(const struct dose *dose)
{
	return dose->sets.high * amount_of(dose).high * a_week(dose).high;
}

static bool load_jumps(const struct plan_item *before,
		       const struct plan_item *now, double percent)
{
	const struct dose *old = &before->dose, *new = &now->dose;

	if (old->weight == WEIGHT_KG && new->weight == WEIGHT_KG &&
	    jumps(old->load.high, new->load.high, percent))
		return true;
	if (old->weight == WEIGHT_BAND && new->weight == WEIGHT_BAND &&
	    new->load.high > old->load.high + 1)
		return true;
	if (old->unit == DOSE_STEP && new->unit == DOSE_STEP)
		return new->amount.high > old->amount.high + 1;
	return is_time(old->unit) && is_time(new->unit) &&
	       is_running(now->exercise) &&
	       jumps(time_a_week(old), time_a_week(new), percent);
}

/* The same in the last week before that had it, and measured it so. */
static const struct plan_item *find_before(const struct plan *plan,
					   size_t index,
					   const struct plan_item *now)
{
	while (index-- > 0) {
		const struct plan_item *old = find_item(&plan->weeks[index],
							now->exercise);

		if (old != NULL && old->dose.weight == now->dose.weight &&
		    is_comparable(&old->dose, &now->dose))
			return old;
	}
	return NULL;
}

enum { RAISED_LOAD = 1, RAISED_SETS = 2, RAISED_AMOUNT = 4 };

static unsigned raised(const struct plan_item *before,
		       const struct plan_item *now)
{
	const struct dose *old = &before->dose, *new = &now->dose;
	unsigned what = 0;

	if (old->weight == new->weight && new->load.high > old->load.high)
		what |= RAISED_LOAD;
	if (new->sets.high > old->sets.high)
		what |= RAISED_SETS;
	if (old->unit == new->unit && new->amount.high > old->amount.high)
		what |= RAISED_AMOUNT;
	return what;
}

void review_rises(struct reviewing *reviewing, size_t index)
{
	const struct plan *plan = reviewing->plan;
	const struct plan_week *week = &plan->weeks[index];
	const struct plan_week *before = week - 1;
	double percent = week->phase->programme->load_rise;
	unsigned what = 0;

	for (size_t i = 0; i < week->n_items; i++) {
		const struct plan_item *now = &week->items[i];
		const struct plan_item *last = find_item(before,
							 now->exercise);
		const struct plan_item *old = find_before(plan, index, now);

		if (last != NULL)
			what |= raised(last, now);
		if (old != NULL && load_jumps(old, now, percent))
			review_add(reviewing, CHECK_LOAD_JUMP, &now->place,
				   review_words(reviewing, _("from %s to %s is too much at once"),
						old->text, now->text),
				   review_words(reviewing, _("at most %g%% more a week, one band, or one step"),
						percent));
	}
	if (before->phase == week->phase && __builtin_popcount(what) > 1)
		review_add(reviewing, CHECK_SEVERAL_RISES, &week->place,
			   _("more than one of load, sets and repetitions rises in this week"),
			   _("raise one, and the others in later weeks"));
}

static bool is_as_before(const struct plan_week *before,
			 const struct plan_week *week)
{
	if (before->phase != week->phase || before->n_items != week->n_items)
		return false;
	for (size_t i = 0; i < week->n_items; i++) {
		const struct plan_item *old =
			find_item(before, week->items[i].exercise);

		if (old == NULL || raised(old, &week->items[i]) != 0)
			return false;
	}
	return true;
}

void review_progress(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;
	size_t same = 0;

	for (size_t i = 1; i < plan->n_weeks; i++) {
		same = is_as_before(&plan->weeks[i - 1], &plan->weeks[i])
			? same + 1 : 0;
		if (same == UNCHANGED_WEEKS)
			review_add(reviewing, CHECK_NO_PROGRESS,
				   &plan->weeks[i].place,
				   _("nothing has risen for more than four weeks"),
				   _("raise one thing, or ask whether the programme fits"));
	}
}
