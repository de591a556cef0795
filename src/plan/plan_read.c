#include "config.h"

#include "plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/ini.h"
#include "pack/kinds.h"

#define MOST_WEEKS 520		/* ten years */

struct reading {
	struct plan *plan;
	struct ini ini;
	struct error_list *faults;
};

#define FAULT(reading, line, ...)					\
	error_list_add((reading)->faults, (reading)->plan->path, (line),	\
		       __VA_ARGS__)

/* One line, and where its value goes. */
struct line {
	struct reading *reading;
	const struct ini_key *key;
};

static struct place place_of(const struct line *line)
{
	return (struct place){ line->reading->plan->path, line->key->line };
}

static const char *copy(const struct line *line)
{
	return arena_strdup(line->reading->plan->arena, line->key->value);
}

/* Values */

static const char *kind_word(enum kind_id kind)
{
	return kind == KIND_TARGET ? kinds[KIND_CONDITION].name
				   : kinds[kind].name;
}

static const void *find(const struct line *line, enum kind_id kind,
			const char *id)
{
	const struct pack *pack = line->reading->plan->pack;
	const void *found = pack_find(pack, kind, id);
	const char *nearest;

	if (found != NULL)
		return found;
	nearest = pack_nearest(pack, kind, id);
	if (nearest != NULL)
		FAULT(line->reading, line->key->line, _("there is no %s %s; did you mean %s?"),
		      kind_word(kind), id, nearest);
	else
		FAULT(line->reading, line->key->line, _("there is no %s %s; correct it, or see sitwell plan list"),
		      kind_word(kind), id);
	return NULL;
}

static const void **find_all(const struct line *line, enum kind_id kind,
			     size_t *count)
{
	const char *text = line->key->value;
	const void **list = arena_alloc(line->reading->plan->arena,
					count_words(text), sizeof *list);
	char word[MAX_WORD];

	*count = 0;
	while (next_word(word, sizeof word, &text) != NULL) {
		list[*count] = find(line, kind, word);
		*count += list[*count] != NULL;
	}
	return list;
}

static long read_date(const struct line *line)
{
	long day = date_parse(line->key->value);

	if (day == NO_DATE)
		FAULT(line->reading, line->key->line, _("%s is no date; write year, month and day, like 2025-03-31"),
		      line->key->value);
	return day;
}

static bool read_flag(const struct line *line)
{
	if (strcmp(line->key->value, "yes") == 0)
		return true;
	if (strcmp(line->key->value, "no") != 0)
		FAULT(line->reading, line->key->line, _("%s cannot be %s; write yes or no"),
		      line->key->name, line->key->value);
	return false;
}

/* Sections: a function for each key */

struct reader {
	const char *name;
	void (*read)(const struct line *line);
};

static void read_person(const struct line *line)
{
	line->reading->plan->person = copy(line);
}

static void read_condition(const struct line *line)
{
	line->reading->plan->target = find(line, KIND_TARGET,
					   line->key->value);
	line->reading->plan->target_place = place_of(line);
}

static void read_programme(const struct line *line)
{
	line->reading->plan->programme = find(line, KIND_PROGRAMME,
					      line->key->value);
	line->reading->plan->programme_place = place_of(line);
}

static void read_also(const struct line *line)
{
	struct plan *plan = line->reading->plan;

	plan->also = (const struct target *const *)
		find_all(line, KIND_TARGET, &plan->n_also);
}

static void read_age(const struct line *line)
{
	struct plan *plan = line->reading->plan;

	plan->age_place = place_of(line);
	if (text_number(&plan->age, line->key->value) != 0 ||
	    plan->age <= 0 || plan->age > 130)
		FAULT(line->reading, line->key->line, _("%s is no age; write years, like 52"),
		      line->key->value);
}

static void read_pregnant(const struct line *line)
{
	line->reading->plan->pregnant = read_flag(line);
}

static void read_surgery(const struct line *line)
{
	line->reading->plan->surgery = read_date(line);
	line->reading->plan->surgery_place = place_of(line);
}

static void read_start(const struct line *line)
{
	line->reading->plan->start = read_date(line);
}

static void read_rescreen(const struct line *line)
{
	line->reading->plan->rescreen = read_date(line);
	line->reading->plan->rescreen_place = place_of(line);
}

static void read_flare(const struct line *line)
{
	line->reading->plan->flare = copy(line);
}

static void read_stop(const struct line *line)
{
	line->reading->plan->stop = copy(line);
}

static const struct reader plan_readers[] = {
	{ "person", read_person }, { "condition", read_condition },
	{ "programme", read_programme }, { "also", read_also },
	{ "age", read_age }, { "pregnant", read_pregnant },
	{ "surgery", read_surgery }, { "start", read_start },
	{ "rescreen", read_rescreen }, { "flare", read_flare },
	{ "stop", read_stop }, { NULL, NULL },
};

static void read_urgency(const struct line *line)
{
	struct screening *screening = &line->reading->plan->screening;
	int urgency = urgency_from_id(line->key->value);

	screening->urgency_place = place_of(line);
	if (urgency < 0)
		FAULT(line->reading, line->key->line, _("%s is no urgency; write self-care, routine, soon, same-day or emergency"),
		      line->key->value);
	else
		screening->urgency = (enum urgency)urgency;
}

static void read_screening_date(const struct line *line)
{
	line->reading->plan->screening.date = read_date(line);
	line->reading->plan->screening.date_place = place_of(line);
}

static void read_floor(const struct line *line)
{
	line->reading->plan->screening.floor = read_flag(line);
	line->reading->plan->screening.floor_place = place_of(line);
}

static const struct reader screening_readers[] = {
	{ "urgency", read_urgency }, { "date", read_screening_date },
	{ "floor", read_floor }, { NULL, NULL },
};

static void read_by(const struct line *line)
{
	line->reading->plan->clearance.by = copy(line);
}

static void read_clearance_date(const struct line *line)
{
	line->reading->plan->clearance.date = read_date(line);
}

static void read_cleared(const struct line *line)
{
	line->reading->plan->clearance.programme =
		find(line, KIND_PROGRAMME, line->key->value);
}

static void read_phases(const struct line *line)
{
	struct clearance *clearance = &line->reading->plan->clearance;

	clearance->phases = (const struct phase *const *)
		find_all(line, KIND_PHASE, &clearance->n_phases);
}

static void read_added(const struct line *line)
{
	struct clearance *clearance = &line->reading->plan->clearance;

	clearance->exercises = (const struct exercise *const *)
		find_all(line, KIND_EXERCISE, &clearance->n_exercises);
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

static void report_key(const struct line *line,
		       const struct ini_section *section,
		       const struct reader *readers)
{
	const char *names[16], *nearest;
	size_t count = 0;

	for (; readers->name != NULL; readers++)
		names[count++] = readers->name;
	nearest = text_nearest(line->key->name, names, count);
	if (nearest != NULL)
		FAULT(line->reading, line->key->line, _("[%s] has no key %s; did you mean %s?"),
		      section->kind, line->key->name, nearest);
	else
		FAULT(line->reading, line->key->line, _("[%s] has no key %s; remove it, or see sitwell-plan(5)"),
		      section->kind, line->key->name);
}

/* A key that stands twice would change the plan without a word. */
static bool stands_before(const struct ini_section *section, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (strcmp(section->keys[i].name,
			   section->keys[index].name) == 0)
			return true;
	return false;
}

static void read_section(struct reading *reading,
			 const struct ini_section *section,
			 const struct reader *readers)
{
	for (size_t i = 0; i < section->n_keys; i++) {
		struct line line = { reading, &section->keys[i] };
		const struct reader *reader = find_reader(readers,
							  line.key->name);

		if (reader == NULL)
			report_key(&line, section, readers);
		else if (stands_before(section, i))
			FAULT(reading, line.key->line, _("%s stands twice; keep one"),
			      line.key->name);
		else if (line.key->value[0] == '\0')
			FAULT(reading, line.key->line, _("%s has no value; write one, or remove the line"),
			      line.key->name);
		else
			reader->read(&line);
	}
}

/* Weeks */

/* A week while it is read. */
struct building {
	struct plan_week *week;
	struct plan_item *items;
};

static void read_item(const struct line *line, struct building *building)
{
	struct plan *plan = line->reading->plan;
	struct plan_item *item = &building->items[building->week->n_items++];
	struct error err;

	item->name = arena_strdup(plan->arena, line->key->name);
	item->text = copy(line);
	item->place = place_of(line);
	item->exercise = pack_find_exercise(plan->pack, item->name);
	if (dose_parse(&item->dose, plan->arena, item->text, &err) != 0)
		FAULT(line->reading, line->key->line, "%s", err.message);
	else if (item->dose.unit == DOSE_ORDERED)
		FAULT(line->reading, line->key->line, _("a plan says the dose; write such as: 3 x 10, 3/week"));
}

static void read_week_key(const struct line *line, struct building *building)
{
	const char *name = line->key->name;
	struct plan_week *week = building->week;

	if (strcmp(name, "phase") == 0) {
		week->phase = find(line, KIND_PHASE, line->key->value);
		week->phase_place = place_of(line);
	} else if (strcmp(name, "met") == 0) {
		week->met = (const struct criterion *const *)
			find_all(line, KIND_CRITERION, &week->n_met);
	} else if (strcmp(name, "met-on") == 0) {
		week->met_on = read_date(line);
	} else if (strcmp(name, "note") == 0) {
		week->note = copy(line);
	} else {
		read_item(line, building);
	}
}

static void read_number(struct reading *reading, struct plan_week *week,
			const struct ini_section *section)
{
	double number;

	if (text_number(&number, section->id) != 0 ||
	    number != (double)(reading->plan->n_weeks + 1))
		FAULT(reading, section->line, _("this must be [week %zu]; number the weeks 1, 2, 3 in order"),
		      reading->plan->n_weeks + 1);
	week->number = reading->plan->n_weeks + 1;
}

static void check_phase(struct reading *reading, const struct plan_week *week)
{
	const struct plan *plan = reading->plan;

	if (week->phase_place.line == 0)
		FAULT(reading, week->place.line, _("[week %zu] has no phase; add: phase = ID"),
		      week->number);
	else if (week->phase != NULL && plan->programme != NULL &&
		 week->phase->programme != plan->programme)
		FAULT(reading, week->phase_place.line, _("phase %s is of programme %s, but the plan follows %s; two programmes never run at once"),
		      week->phase->id, week->phase->programme->id,
		      plan->programme->id);
}

static void read_week(struct reading *reading,
		      const struct ini_section *section,
		      struct plan_week *weeks)
{
	struct plan *plan = reading->plan;
	struct plan_week *week = &weeks[plan->n_weeks];
	struct building building = { week, arena_alloc(plan->arena,
						       section->n_keys + 1,
						       sizeof *week->items) };

	week->place = (struct place){ plan->path, section->line };
	week->met_on = NO_DATE;
	read_number(reading, week, section);
	for (size_t i = 0; i < section->n_keys; i++) {
		struct line line = { reading, &section->keys[i] };

		read_week_key(&line, &building);
	}
	week->items = building.items;
	check_phase(reading, week);
	plan->n_weeks++;
}

/* The file */

static void report_section(struct reading *reading,
			   const struct ini_section *section)
{
	static const char *const names[] = { "plan", "screening", "clearance",
					     "week" };
	const char *nearest = text_nearest(section->kind, names, 4);

	if (nearest != NULL)
		FAULT(reading, section->line, _("there is no section %s; did you mean %s?"),
		      section->kind, nearest);
	else
		FAULT(reading, section->line, _("there is no section %s; see sitwell-plan(5)"),
		      section->kind);
}

static void read_named(struct reading *reading,
		       const struct ini_section *section,
		       struct plan_week *weeks)
{
	struct plan *plan = reading->plan;
	struct place place = { plan->path, section->line };

	if (strcmp(section->kind, "week") == 0) {
		if (plan->n_weeks < MOST_WEEKS)
			read_week(reading, section, weeks);
		else
			FAULT(reading, section->line, _("more than %d weeks; begin a new plan"),
			      MOST_WEEKS);
		return;
	}
	if (section->id[0] != '\0')
		FAULT(reading, section->line, _("[%s] takes no id; write: [%s]"),
		      section->kind, section->kind);
	if (strcmp(section->kind, "plan") == 0) {
		plan->place = place;
		read_section(reading, section, plan_readers);
	} else if (strcmp(section->kind, "screening") == 0) {
		plan->screening.given = true;
		plan->screening.place = place;
		read_section(reading, section, screening_readers);
	} else if (strcmp(section->kind, "clearance") == 0) {
		plan->clearance.given = true;
		plan->clearance.place = place;
		read_section(reading, section, clearance_readers);
	} else {
		report_section(reading, section);
	}
}

static void want(struct reading *reading, const struct place *place,
		 bool there, const char *section, const char *key,
		 const char *example)
{
	if (!there)
		FAULT(reading, place->line, _("[%s] has no %s; add a line: %s = %s"),
		      section, key, key, example);
}

static bool names_key(const struct reading *reading, const char *kind,
		      const char *name)
{
	const struct ini_section *section = ini_find(&reading->ini, kind, "");

	return section != NULL && ini_get(section, name) != NULL;
}

/* What nothing else can stand in for. */
static void check_complete(struct reading *reading)
{
	const struct plan *plan = reading->plan;

	if (plan->place.line == 0) {
		FAULT(reading, 0, _("this is no plan: it has no [plan]; see sitwell-plan(5)"));
		return;
	}
	want(reading, &plan->place, names_key(reading, "plan", "condition"),
	     "plan", "condition", "gluteal-tendinopathy");
	want(reading, &plan->place, names_key(reading, "plan", "start"),
	     "plan", "start", "2026-01-05");
	if (plan->screening.given) {
		want(reading, &plan->screening.place,
		     names_key(reading, "screening", "urgency"), "screening",
		     "urgency", "routine");
		want(reading, &plan->screening.place,
		     names_key(reading, "screening", "date"), "screening",
		     "date", "2026-01-04");
	}
	if (plan->clearance.given) {
		want(reading, &plan->clearance.place,
		     names_key(reading, "clearance", "by"), "clearance", "by",
		     _("name and profession"));
		want(reading, &plan->clearance.place,
		     names_key(reading, "clearance", "date"), "clearance",
		     "date", "2026-01-04");
	}
	if (plan->n_weeks == 0)
		FAULT(reading, plan->place.line, _("the plan has no week; add [week 1] with its phase and exercises"));
}

static size_t count_weeks(const struct ini *ini)
{
	size_t count = 0;

	for (size_t i = 0; i < ini->n_sections; i++)
		count += strcmp(ini->sections[i].kind, "week") == 0;
	return count < MOST_WEEKS ? count : MOST_WEEKS;
}

/* Everything but the weeks first: they are judged by the programme. */
static void read_sections(struct reading *reading)
{
	struct plan *plan = reading->plan;
	const struct ini *ini = &reading->ini;
	struct plan_week *weeks = arena_alloc(plan->arena,
					      count_weeks(ini) + 1,
					      sizeof *weeks);

	plan->weeks = weeks;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < ini->n_sections; i++) {
			bool week = strcmp(ini->sections[i].kind, "week") == 0;

			if (ini->sections[i].kind[0] != '\0' &&
			    week == (pass == 1))
				read_named(reading, &ini->sections[i], weeks);
		}
}

int plan_read(struct plan **out, const struct pack *pack, const char *path,
	      struct error_list *faults)
{
	struct arena *arena = arena_new();
	struct reading reading = {
		.plan = arena_alloc(arena, 1, sizeof *reading.plan),
		.faults = faults,
	};
	struct plan *plan = reading.plan;
	size_t before = faults->count;

	plan->arena = arena;
	plan->pack = pack;
	plan->path = arena_strdup(arena, path);
	plan->start = plan->rescreen = plan->surgery = NO_DATE;
	plan->screening.date = plan->clearance.date = NO_DATE;
	if (pack->n_programmes == 0)
		FAULT(&reading, 0, _("this pack has no programmes to judge a plan by"));
	ini_read_loosely(&reading.ini, path, plan->path, faults);
	if (reading.ini.n_sections > 0) {
		read_sections(&reading);
		check_complete(&reading);
	}
	ini_done(&reading.ini);
	*out = plan;
	if (faults->count == before)
		return 0;
	plan_free(out);
	error_list_sort(faults);
	return -1;
}

void plan_free(struct plan **plan)
{
	struct arena *arena;

	if (*plan == NULL)
		return;
	arena = (*plan)->arena;
	*plan = NULL;
	arena_free(&arena);
}
