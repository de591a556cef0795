/* Phases in order, with their criteria and who has to sign them. */
#include "config.h"

#include "plan/reviewing.h"

#include "base/i18n.h"

static bool is_met(const struct plan_week *week,
		   const struct criterion *criterion)
{
	for (size_t i = 0; i < week->n_met; i++)
		if (week->met[i] == criterion)
			return true;
	return false;
}

static const struct criterion *first_unmet(const struct plan_week *week,
					   const struct criterion *const *list,
					   size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!is_met(week, list[i]))
			return list[i];
	return NULL;
}

static void look_at_criteria(struct reviewing *reviewing,
			     const struct plan_week *week)
{
	const struct phase *phase = week->phase, *before = phase - 1;
	const struct criterion *unmet;

	if (phase->number == 0)
		return;
	unmet = first_unmet(week, before->move_on, before->n_move_on);
	if (unmet == NULL)
		unmet = first_unmet(week, phase->enter, phase->n_enter);
	if (unmet != NULL)
		review_add(reviewing, CHECK_PHASE_WITHOUT_CRITERIA,
			   &week->place,
			   review_words(reviewing, _("phase %s begins, but nothing says that %s is met"),
					phase->id, unmet->id),
			   review_words(reviewing, _("check it first, then add %s to met; until then: phase = %s"),
					unmet->id, before->id));
}

/* Stepping back is always allowed; on again it goes phase by phase. */
void review_phase(struct reviewing *reviewing, size_t index)
{
	const struct plan *plan = reviewing->plan;
	const struct plan_week *week = &plan->weeks[index];
	const struct phase *last = index > 0 ? plan->weeks[index - 1].phase
					     : NULL;

	if (week->phase->is_signed && last != week->phase &&
	    plan_is_cleared(plan, week->phase->programme) &&
	    !plan_signs(plan, week->phase))
		review_add(reviewing, CHECK_PHASE_NOT_SIGNED,
			   &week->phase_place,
			   review_words(reviewing, _("no clinician has cleared phase %s"),
					week->phase->id),
			   review_words(reviewing, _("in [clearance], by the clinician: phases = ... %s"),
					week->phase->id));
	if (last != NULL && week->phase > last + 1)
		review_add(reviewing, CHECK_PHASE_SKIPPED, &week->phase_place,
			   review_words(reviewing, _("phase %s is passed over"),
					last[1].id),
			   review_words(reviewing, "phase = %s",
					last[1].id));
	else if (week->phase != last && (last == NULL || week->phase > last))
		look_at_criteria(reviewing, week);
}
