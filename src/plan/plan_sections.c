/* [plan], [screening] and [clearance]: a function for each key. */
#include "config.h"

#include "plan/plan_reading.h"

#include <string.h>

#include "base/text.h"

struct reader {
	const char *name;
	void (*read)(struct plan *plan, const struct plan_key *in);
};

static void read_person(struct plan *plan, const struct plan_key *in)
{
	plan->person = plan_key_text(in);
}

static void read_condition(struct plan *plan, const struct plan_key *in)
{
	plan->target = plan_key_id(in, KIND_TARGET);
	plan->target_place = plan_key_place(in);
}

static void read_programme(struct plan *plan, const struct plan_key *in)
{
	plan->programme = plan_key_id(in, KIND_PROGRAMME);
	plan->programme_place = plan_key_place(in);
}

static void read_also(struct plan *plan, const struct plan_key *in)
{
	plan->also = (const struct target *const *)
		plan_key_ids(in, KIND_TARGET, &plan->n_also);
	plan->also_place = plan_key_place(in);
}

static void read_age(struct plan *plan, const struct plan_key *in)
{
	plan->age_place = plan_key_place(in);
	if (text_number(&plan->age, in->key->value) != 0 ||
	    plan->age <= 0 || plan->age > 130)
		KEY_FAULT(in, _("%s is no age; write years, like 52"),
			  in->key->value);
}

static void read_pregnant(struct plan *plan, const struct plan_key *in)
{
	plan->pregnant = plan_key_flag(in) > 0;
}

static void read_surgery(struct plan *plan, const struct plan_key *in)
{
	plan->surgery = plan_key_date(in);
	plan->surgery_place = plan_key_place(in);
}

static void read_start(struct plan *plan, const struct plan_key *in)
{
	plan->start = plan_key_date(in);
}

static void read_rescreen(struct plan *plan, const struct plan_key *in)
{
	plan->rescreen = plan_key_date(in);
	plan->rescreen_place = plan_key_place(in);
}

static void read_flare(struct plan *plan, const struct plan_key *in)
{
	plan->flare = plan_key_text(in);
}

static void read_stop(struct plan *plan, const struct plan_key *in)
{
	plan->stop = plan_key_text(in);
}

static const struct reader plan_readers[] = {
	{ "person", read_person }, { "condition", read_condition },
	{ "programme", read_programme }, { "also", read_also },
	{ "age", read_age }, { "pregnant", read_pregnant },
	{ "surgery", read_surgery }, { "start", read_start },
	{ "rescreen", read_rescreen }, { "flare", read_flare },
	{ "stop", read_stop }, { NULL, NULL },
};

static void read_urgency(struct plan *plan, const struct plan_key *in)
{
	struct screening *screening = &plan->screening;
	int urgency = urgency_from_id(in->key->value);

	screening->urgency_place = plan_key_place(in);
	if (urgency < 0)
		KEY_FAULT(in, _("%s is no urgency; write self-care, routine, soon, same-day or emergency"),
			  in->key->value);
	else
		screening->urgency = (enum urgency)urgency;
}

static void read_screening_date(struct plan *plan, const struct plan_key *in)
{
	plan->screening.date = plan_key_date(in);
	plan->screening.date_place = plan_key_place(in);
}

static void read_floor(struct plan *plan, const struct plan_key *in)
{
	plan->screening.floor = plan_key_flag(in) > 0;
	plan->screening.floor_place = plan_key_place(in);
}

static const struct reader screening_readers[] = {
	{ "urgency", read_urgency }, { "date", read_screening_date },
	{ "floor", read_floor }, { NULL, NULL },
};

static void read_by(struct plan *plan, const struct plan_key *in)
{
	plan->clearance.by = plan_key_text(in);
}

static void read_clearance_date(struct plan *plan, const struct plan_key *in)
{
	plan->clearance.date = plan_key_date(in);
}

static void read_cleared(struct plan *plan, const struct plan_key *in)
{
	plan->clearance.programme = plan_key_id(in, KIND_PROGRAMME);
}

static void read_phases(struct plan *plan, const struct plan_key *in)
{
	struct clearance *clearance = &plan->clearance;

	clearance->phases = (const struct phase *const *)
		plan_key_ids(in, KIND_PHASE, &clearance->n_phases);
}

static void read_added(struct plan *plan, const struct plan_key *in)
{
	struct clearance *clearance = &plan->clearance;

	clearance->exercises = (const struct exercise *const *)
		plan_key_ids(in, KIND_EXERCISE, &clearance->n_exercises);
}

static const struct reader clearance_readers[] = {
	{ "by", read_by }, { "date", read_clearance_date },
	{ "programme", read_cleared }, { "phases", read_phases },
	{ "exercises", read_added }, { NULL, NULL },
};

static const struct reader *find_reader(const struct reader *readers,
					const char *name)
{
	for (; readers->name != NULL; readers++)
		if (strcmp(readers->name, name) == 0)
			return readers;
	return NULL;
}

static void report_key(const struct plan_key *in,
		       const struct ini_section *section,
		       const struct reader *readers)
{
	const char *names[16], *nearest;
	size_t count = 0;

	for (; readers->name != NULL; readers++)
		names[count++] = readers->name;
	nearest = text_nearest(in->key->name, names, count);
	if (nearest != NULL)
		KEY_FAULT(in, _("[%s] has no key %s; did you mean %s?"),
			  section->kind, in->key->name, nearest);
	else
		KEY_FAULT(in, _("[%s] has no key %s; remove it, or see sitwell-plan(5)"),
			  section->kind, in->key->name);
}

static void read_keys(struct plan *plan, const struct plan_source *source,
		      const struct ini_section *section,
		      const struct reader *readers)
{
	if (section->id[0] != '\0')
		PLAN_FAULT(source, section->line, _("[%s] takes no id; write: [%s]"),
			   section->kind, section->kind);
	for (size_t i = 0; i < section->n_keys; i++) {
		struct plan_key in = { source, &section->keys[i] };
		const struct reader *reader = find_reader(readers,
							  in.key->name);

		if (reader == NULL)
			report_key(&in, section, readers);
		else if (plan_key_stands_before(section, i))
			KEY_FAULT(&in, _("%s stands twice; keep one"),
				  in.key->name);
		else if (in.key->value[0] == '\0')
			KEY_FAULT(&in, _("%s has no value; write one, or remove the line"),
				  in.key->name);
		else
			reader->read(plan, &in);
	}
}

static void report_section(const struct plan_source *source,
			   const struct ini_section *section)
{
	static const char *const names[] = { "plan", "screening", "clearance",
					     "week" };
	const char *nearest = text_nearest(section->kind, names, 4);

	if (nearest != NULL)
		PLAN_FAULT(source, section->line, _("there is no section %s; did you mean %s?"),
			   section->kind, nearest);
	else
		PLAN_FAULT(source, section->line, _("there is no section %s; see sitwell-plan(5)"),
			   section->kind);
}

void plan_read_section(struct plan *plan, const struct plan_source *source,
		       const struct ini_section *section)
{
	struct place place = { plan->path, section->line };

	if (strcmp(section->kind, "plan") == 0) {
		plan->place = place;
		read_keys(plan, source, section, plan_readers);
	} else if (strcmp(section->kind, "screening") == 0) {
		plan->screening.given = true;
		plan->screening.place = place;
		read_keys(plan, source, section, screening_readers);
	} else if (strcmp(section->kind, "clearance") == 0) {
		plan->clearance.given = true;
		plan->clearance.place = place;
		read_keys(plan, source, section, clearance_readers);
	} else {
		report_section(source, section);
	}
}
