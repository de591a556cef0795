/*
 * Body maps.  Each row of a drawing is framed by | on both sides, since a
 * value's blanks at the ends would be lost; the frame is cut off here.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "pack/loading.h"

#define MAX_ROWS 99

/* One sort of rows of one view. */
struct sheet {
	const char *row[MAX_ROWS];
	int line[MAX_ROWS];
	size_t count;		/* of rows, without gaps */
};

enum { SHEET_DRAWING, SHEET_UTF8, SHEET_ZONES, N_SHEETS };

static const char *const patterns[BODYMAP_VIEWS][N_SHEETS] = {
	{ "view-1-row-N", "view-1-utf8-row-N", "view-1-zone-N" },
	{ "view-2-row-N", "view-2-utf8-row-N", "view-2-zone-N" },
};
static const char *const titles[BODYMAP_VIEWS] = {
	"view-1-title", "view-2-title",
};

const char *load_row(struct loading *loading, const struct entry *entry,
		     const struct ini_key *key)
{
	size_t bytes = strlen(key->value);

	if (bytes > 2 && key->value[0] == '|' && key->value[bytes - 1] == '|')
		return arena_strndup(loading->arena, key->value + 1, bytes - 2);
	FAULT(loading, entry, key->line, _("the row is not framed; write | before and behind it"));
	return NULL;
}

static void read_sheet(struct sheet *sheet, struct loading *loading,
		       const struct entry *entry, const char *pattern)
{
	const struct ini_section *section = entry->section;

	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];
		int number = key_number(pattern, key->name);

		if (number == 0 || key->value[0] == '\0')
			continue;
		sheet->row[number - 1] = load_row(loading, entry, key);
		sheet->line[number - 1] = key->line;
	}
	while (sheet->count < MAX_ROWS && sheet->line[sheet->count] != 0)
		sheet->count++;
}

/* ASCII is what every terminal has; there a byte is a column. */
bool row_is_ascii(const char *row)
{
	while (*row != '\0' && (unsigned char)*row < 0x80)
		row++;
	return *row == '\0';
}

/* Characters, since a drawing uses none that is wide or combines. */
size_t row_columns(const char *row)
{
	size_t count = 0;

	for (; *row != '\0'; row++)
		count += ((unsigned char)*row & 0xc0) != 0x80;
	return count;
}

static void check_sheet(struct loading *loading, const struct entry *entry,
			const struct sheet *sheet, size_t columns, bool ascii)
{
	for (size_t i = 0; i < MAX_ROWS; i++) {
		if (sheet->row[i] == NULL)
			continue;
		if (ascii && !row_is_ascii(sheet->row[i]))
			FAULT(loading, entry, sheet->line[i], _("the row is not ASCII; write it so, and the other in view-N-utf8-row-N"));
		if (row_columns(sheet->row[i]) != columns)
			FAULT(loading, entry, sheet->line[i], _("the row has %zu columns, but the view's first has %zu; make them equal"),
			      row_columns(sheet->row[i]), columns);
	}
}

/* The line of the last row, or of the first one after `from` rows. */
static int line_of_row(const struct sheet *sheet, size_t from, bool first)
{
	int line = 0;

	for (size_t i = from; i < MAX_ROWS; i++) {
		if (sheet->line[i] == 0)
			continue;
		line = sheet->line[i];
		if (first)
			break;
	}
	return line;
}

/* Rows without gaps, as many as the drawing has. */
static void check_count(struct loading *loading, const struct entry *entry,
			const struct sheet *sheet, size_t rows,
			const char *pattern)
{
	int named = (int)strlen(pattern) - 1;

	if (sheet->count < rows)
		FAULT(loading, entry, line_of_row(sheet, 0, false), _("%.*s%zu is missing; the drawing has %zu rows"),
		      named, pattern, sheet->count + 1, rows);
	else if (sheet->count > rows)
		FAULT(loading, entry, line_of_row(sheet, rows, false), _("%.*s%zu stands beyond the drawing's %zu rows; remove it"),
		      named, pattern, sheet->count, rows);
	else if (line_of_row(sheet, rows, true) != 0)
		FAULT(loading, entry, line_of_row(sheet, rows, true), _("%.*s%zu is missing before this row; number rows without a gap"),
		      named, pattern, rows + 1);
}

static const char *const *keep_rows(struct loading *loading,
				    const struct sheet *sheet,
				    const struct sheet *instead, size_t rows)
{
	const char **kept = arena_alloc(loading->arena, rows, sizeof(*kept));

	for (size_t i = 0; i < rows; i++)
		kept[i] = sheet->row[i] != NULL ? sheet->row[i]
						: instead->row[i];
	return kept;
}

static void check_view(struct loading *loading, const struct entry *entry,
		       const struct bodymap_view *view, struct sheet *sheets,
		       int number)
{
	const char *const *names = patterns[number];

	if (view->title == NULL)
		FAULT(loading, entry, 0, _("%s is missing; add a line: %s = from behind"),
		      titles[number], titles[number]);
	check_sheet(loading, entry, &sheets[SHEET_DRAWING], view->columns, true);
	check_sheet(loading, entry, &sheets[SHEET_UTF8], view->columns, false);
	check_sheet(loading, entry, &sheets[SHEET_ZONES], view->columns, true);
	check_count(loading, entry, &sheets[SHEET_DRAWING], view->n_rows,
		    names[SHEET_DRAWING]);
	check_count(loading, entry, &sheets[SHEET_ZONES], view->n_rows,
		    names[SHEET_ZONES]);
}

static void read_view(struct loading *loading, const struct entry *entry,
		      int number)
{
	struct bodymap *map = entry->object;
	struct bodymap_view *view = &map->views[number];
	const struct ini_key *title = find_key(entry, titles[number]);
	struct sheet *sheets = xcalloc(N_SHEETS, sizeof(*sheets));
	struct sheet *drawing = &sheets[SHEET_DRAWING];

	for (int i = 0; i < N_SHEETS; i++)
		read_sheet(&sheets[i], loading, entry, patterns[number][i]);
	view->title = title == NULL ? NULL
		: title->value;
	view->n_rows = drawing->count;
	view->columns = drawing->row[0] != NULL ? row_columns(drawing->row[0]) : 0;
	if (title != NULL || view->n_rows > 0) {
		map->n_views = (size_t)number + 1;
		check_view(loading, entry, view, sheets, number);
	}
	view->rows = keep_rows(loading, drawing, drawing, view->n_rows);
	view->utf8_rows = keep_rows(loading, &sheets[SHEET_UTF8], drawing,
				    view->n_rows);
	view->zone_rows = keep_rows(loading, &sheets[SHEET_ZONES], drawing,
				    view->n_rows);
	free(sheets);
}

static void check_view_numbers(struct loading *loading,
			       const struct entry *entry)
{
	for (size_t i = 0; i < entry->section->n_keys; i++) {
		const struct ini_key *key = &entry->section->keys[i];

		if (strncmp(key->name, "view-", 5) == 0 &&
		    strncmp(key->name, "view-1-", 7) != 0 &&
		    strncmp(key->name, "view-2-", 7) != 0)
			FAULT(loading, entry, key->line, _("a body map has %d views at most; write view-1 or view-2"),
			      BODYMAP_VIEWS);
	}
}

void finish_bodymap(struct loading *loading, const struct entry *entry)
{
	const struct bodymap *map = entry->object;

	check_view_numbers(loading, entry);
	for (int i = 0; i < BODYMAP_VIEWS; i++)
		read_view(loading, entry, i);
	if (map->views[0].n_rows == 0)
		FAULT(loading, entry, 0, _("[bodymap %s] has no drawing; add view-1-row-1 and so on"),
		      map->id);
}

static bool is_mark(const char *text)
{
	return text[0] != '\0' && text[1] == '\0' &&
	       ((text[0] >= '0' && text[0] <= '9') ||
		(text[0] >= 'a' && text[0] <= 'z') ||
		(text[0] >= 'A' && text[0] <= 'Z'));
}

static bool is_drawn(const struct bodymap *map, char mark)
{
	for (size_t v = 0; v < map->n_views; v++)
		for (size_t r = 0; r < map->views[v].n_rows; r++)
			if (map->views[v].zone_rows[r] != NULL &&
			    strchr(map->views[v].zone_rows[r], mark) != NULL)
				return true;
	return false;
}

static const struct zone *zone_of(const struct bodymap *map, char mark)
{
	for (size_t i = 0; i < map->n_zones; i++)
		if (map->zones[i].mark == mark)
			return &map->zones[i];
	return NULL;
}

/* The zones of a map stand next to each other, in the order of the files. */
static void join_map(struct loading *loading, const struct entry *entry,
		     struct zone *zone)
{
	const struct ini_key *id = find_key(entry, "bodymap");
	const struct entry *found = names_find(loading->names, KIND_BODYMAP,
					       id->value);
	struct bodymap *map = found->object;

	if (map->n_zones == 0)
		map->zones = zone;
	map->n_zones++;
}

void finish_zone(struct loading *loading, const struct entry *entry)
{
	struct zone *zone = entry->object;
	const struct ini_key *key = find_key(entry, "mark");
	const struct zone *other;

	if (key != NULL && key->value[0] != '\0' && !is_mark(key->value))
		FAULT(loading, entry, key->line, _("%s is no mark; write one character 0-9, a-z or A-Z"),
		      key->value);
	else if (key != NULL)
		zone->mark = key->value[0];
	if (zone->bodymap == NULL)
		return;
	other = zone_of(zone->bodymap, zone->mark);
	if (zone->mark != '\0' && other != NULL)
		FAULT(loading, entry, key->line, _("mark %s is zone %s's already; choose another"),
		      key->value, other->id);
	else if (zone->mark != '\0' && !is_drawn(zone->bodymap, zone->mark))
		FAULT(loading, entry, key->line, _("mark %s is in no drawing of %s; put it into a zone row"),
		      key->value, zone->bodymap->id);
	join_map(loading, entry, zone);
}

/*
 * Each unknown mark is reported once, where it is first seen; what is not
 * ASCII has been already.
 */
static void check_row(struct loading *loading, const struct entry *entry,
		      const char *key, const char *row, bool *known)
{
	for (; row != NULL && *row != '\0'; row++) {
		unsigned char mark = (unsigned char)*row;

		if (known[mark] || mark >= 0x80)
			continue;
		known[mark] = true;
		FAULT(loading, entry, find_key(entry, key)->line, _("mark %c has no zone; add a [zone] with it, or blank it"),
		      *row);
	}
}

static void check_map(struct loading *loading, const struct entry *entry)
{
	const struct bodymap *map = entry->object;
	bool known[256] = { [' '] = true };
	char key[64];

	for (size_t i = 0; i < map->n_zones; i++)
		known[(unsigned char)map->zones[i].mark] = true;
	for (size_t v = 0; v < map->n_views; v++) {
		for (size_t r = 0; r < map->views[v].n_rows; r++) {
			snprintf(key, sizeof(key), "view-%zu-zone-%zu", v + 1,
				 r + 1);
			if (find_key(entry, key) != NULL)
				check_row(loading, entry, key,
					  map->views[v].zone_rows[r], known);
		}
	}
}

void check_marks(struct loading *loading)
{
	const struct entries *maps = &loading->of[KIND_BODYMAP];

	for (size_t i = 0; i < maps->count; i++)
		check_map(loading, maps->entry[i]);
}
