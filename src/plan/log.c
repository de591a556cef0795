/* The log of the days of a plan. */
#include "config.h"

#include "plan/next.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "plan/plan_keys.h"

#define WORST_PAIN 10

/* 0 to 10, or -1. */
static double read_pain(const struct plan_key *in)
{
	double pain;

	if (text_number(&pain, in->key->value) == 0 && pain >= 0 &&
	    pain <= WORST_PAIN)
		return pain;
	KEY_FAULT(in, _("%s cannot be %s; write a number from 0 to 10"),
		  in->key->name, in->key->value);
	return -1;
}

static void read_key(struct log_day *day, const struct plan_key *in)
{
	const char *name = in->key->name;

	if (strcmp(name, "session") == 0)
		day->session = plan_key_flag(in);
	else if (strcmp(name, "settled") == 0)
		day->settled = plan_key_flag(in);
	else if (strcmp(name, "pain") == 0)
		day->pain = read_pain(in);
	else if (strcmp(name, "during") == 0)
		day->during = read_pain(in);
	else if (strcmp(name, "night") == 0)
		day->night = read_pain(in);
	else if (strcmp(name, "alarm") == 0)
		day->alarms = (const struct gate *const *)
			plan_key_ids(in, KIND_GATE, &day->n_alarms);
	else if (strcmp(name, "met") == 0)
		day->met = (const struct criterion *const *)
			plan_key_ids(in, KIND_CRITERION, &day->n_met);
	else
		KEY_FAULT(in, _("a day has no key %s; write session, pain, during, settled, night, alarm or met"),
			  name);
}

static void read_day(struct log_day *day, const struct plan_source *source,
		     const struct ini_section *section)
{
	*day = (struct log_day){
		.day = date_parse(section->id),
		.place = { source->path, section->line },
		.session = -1, .settled = -1,
		.pain = -1, .during = -1, .night = -1,
	};
	if (strcmp(section->kind, "day") != 0)
		PLAN_FAULT(source, section->line, _("a log has days only; write: [day 2026-11-24]"));
	else if (day->day == NO_DATE)
		PLAN_FAULT(source, section->line, _("%s is no date; write: [day 2026-11-24]"),
			   section->id);
	for (size_t i = 0; i < section->n_keys; i++) {
		struct plan_key in = { source, &section->keys[i] };

		read_key(day, &in);
	}
}

static int by_date(const void *one, const void *other)
{
	const struct log_day *a = one, *b = other;

	return a->day < b->day ? -1 : a->day > b->day;
}

static void read_days(struct log *log, const struct plan_source *source,
		      const struct ini *ini)
{
	struct log_day *days = arena_alloc(log->arena, ini->n_sections + 1,
					   sizeof *days);

	for (size_t i = 0; i < ini->n_sections; i++)
		if (ini->sections[i].kind[0] != '\0')
			read_day(&days[log->n_days++], source,
				 &ini->sections[i]);
	qsort(days, log->n_days, sizeof *days, by_date);
	log->days = days;
}

int log_read(struct log **out, const struct pack *pack, const char *path,
	     struct error_list *faults)
{
	struct arena *arena = arena_new();
	struct log *log = arena_alloc(arena, 1, sizeof *log);
	struct plan_source source = {
		.path = arena_strdup(arena, path), .pack = pack,
		.arena = arena, .faults = faults,
		.unknown = _("there is no %s %s; see sitwell-plan(5)"),
	};
	size_t before = faults->count;
	struct ini ini;

	log->arena = arena;
	log->path = source.path;
	ini_read(&ini, path, log->path, faults);
	read_days(log, &source, &ini);
	ini_done(&ini);
	*out = log;
	if (faults->count == before)
		return 0;
	log_free(out);
	error_list_sort(faults);
	return -1;
}

void log_free(struct log **log)
{
	struct arena *arena;

	if (*log == NULL)
		return;
	arena = (*log)->arena;
	*log = NULL;
	arena_free(&arena);
}
