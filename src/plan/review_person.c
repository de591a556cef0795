/* Whether there may be a plan at all, and whether it is this person's. */
#include "config.h"

#include "plan/reviewing.h"

#include "base/i18n.h"

#define YOUNGEST 16
#define SURGERY_DAYS 42		/* six weeks */
#define SCREENING_DAYS 1	/* before the start */
#define RESCREEN_DAYS 42

static const struct place *at(const struct place *given,
			      const struct plan *plan)
{
	return given->line != 0 ? given : &plan->place;
}

/* A clearance that was given knowing the screening. */
static bool clears_screening(const struct plan *plan)
{
	return plan_is_cleared(plan, NULL) &&
	       plan->clearance.date >= plan->screening.date;
}

static void look_at_screening(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;
	const struct screening *screening = &plan->screening;

	if (!screening->given) {
		if (!plan_is_cleared(plan, NULL))
			review_add(reviewing, CHECK_NO_SCREENING, &plan->place,
				   _("nothing says that the person was screened"),
				   _("screen with sitwell, and write [screening] with urgency and date"));
		return;
	}
	if (clears_screening(plan))
		return;
	if (screening->urgency >= URGENCY_SOON || screening->floor)
		review_add(reviewing, CHECK_SCREENING_LOCKS,
			   screening->floor ? &screening->floor_place
					    : &screening->urgency_place,
			   screening->floor
				? _("the screening says: no exercise for now")
				: review_words(reviewing, _("the screening says %s: no exercise before a clinician has seen the person"),
					       urgency_id(screening->urgency)),
			   _("no plan until a clinician clears it in [clearance], with name and date"));
	else if (plan->start - screening->date > SCREENING_DAYS &&
		 !plan_is_cleared(plan, NULL))
		review_add(reviewing, CHECK_OLD_SCREENING,
			   &screening->date_place,
			   review_words(reviewing, _("the screening is %ld days older than the plan's start"),
					plan->start - screening->date),
			   _("screen again within a day of the start"));
}

static void look_at_age(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;

	if (plan->age > 0 && plan->age < YOUNGEST &&
	    !plan_is_cleared(plan, NULL))
		review_add(reviewing, CHECK_TOO_YOUNG, &plan->age_place,
			   review_words(reviewing, _("the person is %g years old"),
					plan->age),
			   _("no plan until a clinician clears it in [clearance]"));
}

/* A clearance from before the operation does not know of it. */
static void look_at_surgery(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;
	long days = plan->start - plan->surgery;
	char day[DATE_SIZE];

	if (plan->surgery == NO_DATE)
		return;
	if (days < SURGERY_DAYS &&
	    !(plan_is_cleared(plan, NULL) &&
	      plan->clearance.date >= plan->surgery))
		review_add(reviewing, CHECK_RECENT_SURGERY,
			   &plan->surgery_place,
			   days < 0
				? review_words(reviewing, _("the operation is %ld days after the start"),
					       -days)
				: review_words(reviewing, _("the operation was %ld days before the start"),
					       days),
			   review_words(reviewing, _("start on %s or later, or let the surgeon clear the plan in [clearance]"),
					date_print(day, sizeof day,
						   plan->surgery +
						   SURGERY_DAYS)));
}

/* The first programme for the target, or NULL. */
static const struct programme *usual_programme(const struct pack *pack,
					       const struct target *target)
{
	for (size_t i = 0; i < pack->n_programmes; i++)
		if (programme_is_for(&pack->programmes[i], target))
			return &pack->programmes[i];
	return NULL;
}

/* A subtype of the target that has a programme, or NULL. */
static const struct target *helped_subtype(const struct pack *pack,
					   const struct target *target)
{
	for (size_t i = pack->n_conditions; i < pack->n_targets; i++)
		if (pack->targets[i].parent == target &&
		    usual_programme(pack, &pack->targets[i]) != NULL)
			return &pack->targets[i];
	return NULL;
}

static void look_at_programme(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;
	const struct programme *usual = usual_programme(plan->pack,
							plan->target);
	const struct target *subtype = usual == NULL
		? helped_subtype(plan->pack, plan->target) : NULL;
	const struct place *target_place = at(&plan->target_place, plan);

	if (subtype != NULL)
		review_add(reviewing, CHECK_SUBTYPE_MISSING, target_place,
			   review_words(reviewing, _("%s has forms that need different exercises"),
					plan->target->id),
			   review_words(reviewing, _("name the form, such as: condition = %s"),
					subtype->id));
	else if (usual == NULL)
		review_add(reviewing, CHECK_NO_PROGRAMME, target_place,
			   review_words(reviewing, _("there is no programme for %s"),
					plan->target->id),
			   _("no plan: a clinician only"));
	else if (plan->programme == NULL ||
		 !programme_is_for(plan->programme, plan->target))
		review_add(reviewing, CHECK_WRONG_PROGRAMME,
			   at(&plan->programme_place, plan),
			   plan->programme == NULL
				? _("the plan names no programme")
				: review_words(reviewing, _("programme %s is not for %s"),
					       plan->programme->id,
					       plan->target->id),
			   review_words(reviewing, _("programme = %s"),
					usual->id));
}

/* Pregnancy and birth have programmes of their own. */
static void look_at_pregnancy(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;
	enum pregnancy wanted = plan->programme == NULL
		? PREGNANT_OR_NOT : plan->programme->pregnancy;

	if (wanted == PREGNANT_OR_NOT ||
	    (wanted == PREGNANT_ONLY) == plan->pregnant)
		return;
	review_add(reviewing, CHECK_WRONG_PROGRAMME,
		   at(&plan->programme_place, plan),
		   review_words(reviewing, plan->pregnant
				? _("programme %s is not for somebody who is pregnant")
				: _("programme %s is for somebody who is pregnant, and the plan does not say so"),
				plan->programme->id),
		   plan->pregnant
			? _("name a programme for pregnancy, or ask a clinician")
			: _("pregnant = yes, if it is so; else another programme"));
}

static bool helps(const struct programme *programme,
		  const struct target *target)
{
	for (size_t i = 0; i < programme->n_targets; i++)
		if (programme->targets[i]->parent == target)
			return true;
	return programme_is_for(programme, target);
}

/* The locked programme of a target that has no open one, or NULL. */
static const struct programme *lock_of(const struct pack *pack,
				       const struct target *target)
{
	const struct programme *lock = NULL;

	for (size_t i = 0; i < pack->n_programmes; i++) {
		if (!helps(&pack->programmes[i], target))
			continue;
		if (!pack->programmes[i].locked)
			return NULL;
		lock = &pack->programmes[i];
	}
	return lock;
}

/* Whatever programme the plan follows. */
static void look_at_locked_target(struct reviewing *reviewing,
				  const struct target *target,
				  const struct place *place)
{
	const struct programme *lock = lock_of(reviewing->plan->pack, target);

	if (lock != NULL && !plan_is_cleared(reviewing->plan, NULL))
		review_add(reviewing, CHECK_LOCKED_PROGRAMME, place,
			   review_words(reviewing, _("nobody trains with %s before a clinician has cleared the plan"),
					target->id),
			   _("[clearance] with by, date and programme, written by a named clinician"))->because =
							lock->locked_because;
}

static bool has_programme(const struct pack *pack, const struct target *target)
{
	for (size_t i = 0; i < pack->n_programmes; i++)
		if (helps(&pack->programmes[i], target))
			return true;
	return false;
}

/* What the person has or may have besides, and a clinician must clear. */
static void look_at_others(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;

	for (size_t i = 0; i < plan->n_also; i++) {
		look_at_locked_target(reviewing, plan->also[i],
				      &plan->also_place);
		if (!has_programme(plan->pack, plan->also[i]) &&
		    !plan_is_cleared(plan, NULL))
			review_add(reviewing, CHECK_NO_PROGRAMME,
				   &plan->also_place,
				   review_words(reviewing, _("there is no programme for %s, which may be there too"),
						plan->also[i]->id),
				   _("no plan until a clinician clears it in [clearance]"));
	}
}

static void look_at_lock(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;
	const struct programme *programme = plan_programme(plan);

	if (!programme->locked) {
		look_at_locked_target(reviewing, plan->target,
				      at(&plan->target_place, plan));
		return;
	}
	if (plan_is_cleared(plan, programme))
		return;
	review_add(reviewing, CHECK_LOCKED_PROGRAMME,
		   plan->clearance.given ? &plan->clearance.place
					 : at(&plan->programme_place, plan),
		   plan->clearance.given
			? review_words(reviewing, _("the clearance is not for programme %s, which is locked"),
				       programme->id)
			: review_words(reviewing, _("programme %s is locked, and nobody has cleared it"),
				       programme->id),
		   review_words(reviewing, _("[clearance] with by, date and programme = %s, written by a named clinician"),
				programme->id))->because =
						programme->locked_because;
}

static void look_at_rules(struct reviewing *reviewing)
{
	const struct plan *plan = reviewing->plan;
	char day[DATE_SIZE];
	const char *rescreen =
		review_words(reviewing, _("rescreen = %s, or earlier"),
			     date_print(day, sizeof day,
					plan->start + RESCREEN_DAYS));

	if (plan->flare == NULL)
		review_add(reviewing, CHECK_NO_FLARE_RULE, &plan->place,
			   _("nothing says what to do in a flare"),
			   _("flare = what to do on bad days, such as the first phase for two days"));
	if (plan->stop == NULL)
		review_add(reviewing, CHECK_NO_STOP_RULE, &plan->place,
			   _("nothing says when to stop"),
			   _("stop = which signs end a session, and what to do then"));
	if (plan->rescreen == NO_DATE)
		review_add(reviewing, CHECK_NO_RESCREEN_DATE, &plan->place,
			   _("no day is set for screening again"), rescreen);
	else if (plan->rescreen <= plan->start ||
		 plan->rescreen - plan->start > RESCREEN_DAYS)
		review_add(reviewing, CHECK_NO_RESCREEN_DATE,
			   &plan->rescreen_place,
			   _("the day for screening again is not within six weeks of the start"),
			   rescreen);
}

void review_person(struct reviewing *reviewing)
{
	look_at_screening(reviewing);
	look_at_age(reviewing);
	look_at_surgery(reviewing);
	look_at_programme(reviewing);
	look_at_pregnancy(reviewing);
	look_at_lock(reviewing);
	look_at_others(reviewing);
	look_at_rules(reviewing);
}
