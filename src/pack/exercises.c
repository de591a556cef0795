/* Exercises: figure, dose, and why somebody must not do them. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "pack/loading.h"

#define MAX_FIGURE 12		/* rows */
#define MAX_FIGURE_COLUMNS 30

/* Most of each unit a set that is no slip of the pen. */
static const double most_amount[] = {
	[DOSE_REPETITIONS] = 30, [DOSE_SECONDS] = 180, [DOSE_MINUTES] = 90,
	[DOSE_METRES] = 200, [DOSE_BREATHS] = 30, [DOSE_FLIGHTS] = 20,
	[DOSE_STEP] = 12, [DOSE_ORDERED] = 0,
};
#define MOST_SETS 12
#define MOST_A_DAY 12

static bool is_sane(const struct dose *dose)
{
	return dose->sets.low >= 1 && dose->sets.high <= MOST_SETS &&
	       dose->amount.high <= most_amount[dose->unit] &&
	       (dose->unit == DOSE_ORDERED || dose->amount.low > 0) &&
	       dose->hold.high <= most_amount[DOSE_SECONDS] &&
	       (dose->often != OFTEN_DAY || dose->times.high <= MOST_A_DAY) &&
	       dose->times.low > 0;
}

int load_dose(struct loading *loading, const struct entry *entry,
	      const struct ini_key *key, struct dose *out)
{
	struct error err;

	if (dose_parse(out, loading->arena, key->value, &err) != 0) {
		FAULT(loading, entry, key->line, "%s", err.message);
		return -1;
	}
	if (out->unit == DOSE_NONE ||
	    (out->often == OFTEN_NONE && out->unit != DOSE_ORDERED)) {
		FAULT(loading, entry, key->line, _("%s does not say how much and how often; write such as: 3 x 10, 3/week"),
		      key->value);
		return -1;
	}
	if (out->often == OFTEN_NONE || is_sane(out))
		return 0;
	FAULT(loading, entry, key->line, _("%s is more than anybody does, or nothing; write such as: 3 x 10, 3/week"),
	      key->value);
	return -1;
}

static void check_figure_row(struct loading *loading,
			     const struct entry *entry,
			     const struct exercise *exercise, const char *row,
			     int line)
{
	size_t columns = row_columns(row);

	if (!row_is_ascii(row))
		FAULT(loading, entry, line, _("the row is not ASCII; draw it with letters and signs of the keyboard"));
	if (columns != exercise->figure_columns)
		FAULT(loading, entry, line, _("the row has %zu columns, but the figure's first has %zu; make them equal"),
		      columns, exercise->figure_columns);
	else if (exercise->n_figure == 1 && columns > MAX_FIGURE_COLUMNS)
		FAULT(loading, entry, line, _("the figure has %zu columns; make it %d at most"),
		      columns, MAX_FIGURE_COLUMNS);
}

/* Rows numbered from 1 in order, all equally wide. */
static void read_figure(struct loading *loading, const struct entry *entry,
			struct exercise *exercise)
{
	const struct ini_section *section = entry->section;
	const char **rows = arena_alloc(loading->arena, MAX_FIGURE,
					sizeof *rows);

	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];
		size_t number = (size_t)key_number("figure-row-N", key->name);

		if (number == 0 || key->value[0] == '\0')
			continue;
		if (number != exercise->n_figure + 1 || number > MAX_FIGURE) {
			FAULT(loading, entry, key->line, _("%s stands where row %zu is due; number rows 1, 2, 3 in order, up to %d"),
			      key->name, exercise->n_figure + 1, MAX_FIGURE);
			return;
		}
		rows[number - 1] = load_row(loading, entry, key);
		if (rows[number - 1] == NULL)
			return;
		if (exercise->n_figure++ == 0)
			exercise->figure_columns =
				row_columns(rows[number - 1]);
		check_figure_row(loading, entry, exercise, rows[number - 1],
				 key->line);
	}
	exercise->figure = rows;
}

/* The words of not-for-TARGET, or NULL. */
static const char *own_reason(const struct entry *entry,
			      const struct target *target)
{
	char name[2 * INI_MAX_NAME];
	const struct ini_key *key;

	snprintf(name, sizeof name, "not-for-%s", target->id);
	key = find_key(entry, name);
	return key == NULL || key->value[0] == '\0' ? NULL : key->value;
}

static const char *limits(const struct target *target)
{
	if (target->exercise_limits == NULL && target->parent != NULL)
		return target->parent->exercise_limits;
	return target->exercise_limits;
}

static void read_exclusions(struct loading *loading,
			    const struct entry *entry,
			    struct exercise *exercise)
{
	struct exclusion *exclusions =
		arena_alloc(loading->arena, exercise->n_not_for,
			    sizeof *exclusions);

	for (size_t i = 0; i < exercise->n_not_for; i++) {
		const struct target *target = exercise->not_for[i];

		exclusions[i].target = target;
		exclusions[i].because = own_reason(entry, target);
		if (exclusions[i].because == NULL)
			exclusions[i].because = limits(target);
		if (exclusions[i].because == NULL)
			FAULT(loading, entry, find_key(entry, "not-for")->line,
			      _("nothing says why not for %s; add not-for-%s here, or exercise-limits in %s:%d"),
			      target->id, target->id, target->place.file,
			      target->place.line);
	}
	exercise->exclusions = exclusions;
}

static bool is_excluded(const struct exercise *exercise, const char *id)
{
	for (size_t i = 0; i < exercise->n_not_for; i++)
		if (strcmp(exercise->not_for[i]->id, id) == 0)
			return true;
	return false;
}

/* A reason for somebody whom not-for does not name. */
static void check_reasons(struct loading *loading, const struct entry *entry,
			  const struct exercise *exercise)
{
	const size_t prefix = strlen("not-for-");

	for (size_t i = 0; i < entry->section->n_keys; i++) {
		const struct ini_key *key = &entry->section->keys[i];

		if (strncmp(key->name, "not-for-", prefix) == 0 &&
		    !is_excluded(exercise, key->name + prefix))
			FAULT(loading, entry, key->line, _("not-for does not name %s; add it there, or remove this line"),
			      key->name + prefix);
	}
}

void finish_exercise(struct loading *loading, const struct entry *entry)
{
	struct exercise *exercise = entry->object;
	const struct ini_key *dose = find_key(entry, "dose");

	if (dose != NULL && dose->value[0] != '\0')
		load_dose(loading, entry, dose, &exercise->dose);
	read_figure(loading, entry, exercise);
	read_exclusions(loading, entry, exercise);
	check_reasons(loading, entry, exercise);
	if (exercise->easier == exercise || exercise->harder == exercise)
		FAULT(loading, entry, 0, _("exercise %s is easier or harder than itself; name another"),
		      exercise->id);
	if (exercise->dose.unit == DOSE_STEP && exercise->levels.count == 0)
		FAULT(loading, entry, dose->line, _("exercise %s has no steps; add level-1 and so on"),
		      exercise->id);
}
