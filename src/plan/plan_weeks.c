/* [week N]: its phase, and a line for each exercise. */
#include "config.h"

#include "plan/plan_reading.h"

#include <string.h>

#include "base/text.h"

#define MOST_WEEKS 520		/* ten years */

/* A week while it is read. */
struct building {
	struct plan_week *week;
	struct plan_item *items;
};

static void read_item(const struct plan_key *in, struct building *building)
{
	const struct plan_source *source = in->source;
	struct plan_item *item = &building->items[building->week->n_items++];
	struct error err;

	item->name = arena_strdup(source->arena, in->key->name);
	item->text = plan_key_text(in);
	item->place = plan_key_place(in);
	item->exercise = pack_find_exercise(source->pack, item->name);
	if (dose_parse(&item->dose, source->arena, item->text, &err) != 0)
		KEY_FAULT(in, "%s", err.message);
	else if (item->dose.unit == DOSE_ORDERED)
		KEY_FAULT(in, _("a plan says the dose; write such as: 3 x 10, 3/week"));
}

/* An exercise that stands twice is for the review. */
static bool is_about_week(const char *name)
{
	return strcmp(name, "phase") == 0 || strcmp(name, "met") == 0 ||
	       strcmp(name, "met-on") == 0 || strcmp(name, "note") == 0;
}

static void read_week_key(const struct plan_key *in,
			  const struct ini_section *section, size_t index,
			  struct building *building)
{
	const char *name = in->key->name;
	struct plan_week *week = building->week;

	if (is_about_week(name) && plan_key_stands_before(section, index)) {
		KEY_FAULT(in, _("%s stands twice; keep one"), name);
		return;
	}
	if (strcmp(name, "phase") == 0) {
		week->phase = plan_key_id(in, KIND_PHASE);
		week->phase_place = plan_key_place(in);
	} else if (strcmp(name, "met") == 0) {
		week->met = (const struct criterion *const *)
			plan_key_ids(in, KIND_CRITERION, &week->n_met);
	} else if (strcmp(name, "met-on") == 0) {
		week->met_on = plan_key_date(in);
	} else if (strcmp(name, "note") == 0) {
		week->note = plan_key_text(in);
	} else {
		read_item(in, building);
	}
}

static void check_number(const struct plan_source *source,
			 const struct ini_section *section, size_t expected)
{
	double number;

	if (text_number(&number, section->id) != 0 ||
	    number != (double)expected)
		PLAN_FAULT(source, section->line, _("this must be [week %zu]; number the weeks 1, 2, 3 in order"),
			   expected);
}

static void check_phase(const struct plan *plan,
			const struct plan_source *source,
			const struct plan_week *week)
{
	const struct phase *first = plan->weeks[0].phase;
	const struct programme *programme = plan->programme != NULL
		? plan->programme : first == NULL ? NULL : first->programme;

	if (week->phase_place.line == 0)
		PLAN_FAULT(source, week->place.line, _("[week %zu] has no phase; add: phase = ID"),
			   week->number);
	else if (week->phase != NULL && programme != NULL &&
		 week->phase->programme != programme)
		PLAN_FAULT(source, week->phase_place.line, _("phase %s is of programme %s, but the plan follows %s; two programmes never run at once"),
			   week->phase->id, week->phase->programme->id,
			   programme->id);
}

static void read_week(struct plan *plan, const struct plan_source *source,
		      const struct ini_section *section,
		      struct plan_week *weeks)
{
	struct plan_week *week = &weeks[plan->n_weeks];
	struct building building = { week, arena_alloc(plan->arena,
						       section->n_keys + 1,
						       sizeof *week->items) };

	week->place = (struct place){ plan->path, section->line };
	week->met_on = NO_DATE;
	week->number = plan->n_weeks + 1;
	check_number(source, section, week->number);
	for (size_t i = 0; i < section->n_keys; i++) {
		struct plan_key in = { source, &section->keys[i] };

		read_week_key(&in, section, i, &building);
	}
	week->items = building.items;
	check_phase(plan, source, week);
	plan->n_weeks++;
}

static size_t count_weeks(const struct ini *ini)
{
	size_t count = 0;

	for (size_t i = 0; i < ini->n_sections; i++)
		count += strcmp(ini->sections[i].kind, "week") == 0;
	return count < MOST_WEEKS ? count : MOST_WEEKS;
}

void plan_read_weeks(struct plan *plan, const struct plan_source *source,
		     const struct ini *ini)
{
	struct plan_week *weeks = arena_alloc(plan->arena,
					      count_weeks(ini) + 1,
					      sizeof *weeks);

	plan->weeks = weeks;
	for (size_t i = 0; i < ini->n_sections; i++) {
		const struct ini_section *section = &ini->sections[i];

		if (strcmp(section->kind, "week") != 0)
			continue;
		if (plan->n_weeks < MOST_WEEKS)
			read_week(plan, source, section, weeks);
		else
			PLAN_FAULT(source, section->line, _("more than %d weeks; begin a new plan"),
				   MOST_WEEKS);
	}
}
