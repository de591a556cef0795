/* The log of the days of a plan. */
#include "config.h"

#include "plan/next.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/ini.h"
#include "pack/kinds.h"

#define WORST_PAIN 10

struct reading {
	struct log *log;
	const struct pack *pack;
	struct log_day *day;		/* in hand */
	struct error_list *faults;
};

#define FAULT(reading, line, ...)					\
	error_list_add((reading)->faults, (reading)->log->path, (line),	\
		       __VA_ARGS__)

static void read_flag(struct reading *reading, const struct ini_key *key,
		      int *out)
{
	if (strcmp(key->value, "yes") == 0)
		*out = 1;
	else if (strcmp(key->value, "no") == 0)
		*out = 0;
	else
		FAULT(reading, key->line, _("%s cannot be %s; write yes or no"),
		      key->name, key->value);
}

static void read_pain(struct reading *reading, const struct ini_key *key,
		      double *out)
{
	if (text_number(out, key->value) == 0 && *out >= 0 &&
	    *out <= WORST_PAIN)
		return;
	*out = -1;
	FAULT(reading, key->line, _("%s cannot be %s; write a number from 0 to 10"),
	      key->name, key->value);
}

static const void **read_ids(struct reading *reading,
			     const struct ini_key *key, enum kind_id kind,
			     size_t *count)
{
	const char *text = key->value;
	const void **list = arena_alloc(reading->log->arena,
					count_words(text), sizeof *list);
	char word[MAX_WORD];

	*count = 0;
	while (next_word(word, sizeof word, &text) != NULL) {
		const char *nearest = pack_nearest(reading->pack, kind, word);

		list[*count] = pack_find(reading->pack, kind, word);
		if (list[*count] != NULL)
			(*count)++;
		else if (nearest != NULL)
			FAULT(reading, key->line, _("there is no %s %s; did you mean %s?"),
			      kinds[kind].name, word, nearest);
		else
			FAULT(reading, key->line, _("there is no %s %s; see sitwell-plan(5)"),
			      kinds[kind].name, word);
	}
	return list;
}

static void read_key(struct reading *reading, const struct ini_key *key)
{
	struct log_day *day = reading->day;

	if (strcmp(key->name, "session") == 0)
		read_flag(reading, key, &day->session);
	else if (strcmp(key->name, "settled") == 0)
		read_flag(reading, key, &day->settled);
	else if (strcmp(key->name, "pain") == 0)
		read_pain(reading, key, &day->pain);
	else if (strcmp(key->name, "during") == 0)
		read_pain(reading, key, &day->during);
	else if (strcmp(key->name, "night") == 0)
		read_pain(reading, key, &day->night);
	else if (strcmp(key->name, "alarm") == 0)
		day->alarms = (const struct gate *const *)
			read_ids(reading, key, KIND_GATE, &day->n_alarms);
	else if (strcmp(key->name, "met") == 0)
		day->met = (const struct criterion *const *)
			read_ids(reading, key, KIND_CRITERION, &day->n_met);
	else
		FAULT(reading, key->line, _("a day has no key %s; write session, pain, during, settled, night, alarm or met"),
		      key->name);
}

static void read_day(struct reading *reading,
		     const struct ini_section *section, struct log_day *day)
{
	*day = (struct log_day){
		.day = date_parse(section->id),
		.place = { reading->log->path, section->line },
		.session = -1, .settled = -1,
		.pain = -1, .during = -1, .night = -1,
	};
	reading->day = day;
	if (strcmp(section->kind, "day") != 0)
		FAULT(reading, section->line, _("a log has days only; write: [day 2026-11-24]"));
	else if (day->day == NO_DATE)
		FAULT(reading, section->line, _("%s is no date; write: [day 2026-11-24]"),
		      section->id);
	for (size_t i = 0; i < section->n_keys; i++)
		read_key(reading, &section->keys[i]);
}

static int by_date(const void *one, const void *other)
{
	const struct log_day *a = one, *b = other;

	return a->day < b->day ? -1 : a->day > b->day;
}

static void read_days(struct reading *reading, const struct ini *ini)
{
	struct log *log = reading->log;
	struct log_day *days = arena_alloc(log->arena, ini->n_sections + 1,
					   sizeof *days);

	for (size_t i = 0; i < ini->n_sections; i++)
		if (ini->sections[i].kind[0] != '\0')
			read_day(reading, &ini->sections[i],
				 &days[log->n_days++]);
	qsort(days, log->n_days, sizeof *days, by_date);
	log->days = days;
}

int log_read(struct log **out, const struct pack *pack, const char *path,
	     struct error_list *faults)
{
	struct arena *arena = arena_new();
	struct log *log = arena_alloc(arena, 1, sizeof *log);
	struct reading reading = { log, pack, NULL, faults };
	size_t before = faults->count;
	struct ini ini;

	log->arena = arena;
	log->path = arena_strdup(arena, path);
	ini_read(&ini, path, log->path, faults);
	read_days(&reading, &ini);
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
