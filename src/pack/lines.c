#include <config.h>

#include "pack/lines.h"

#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "base/names.h"
#include "base/text.h"

/* One reading of one file. */
struct scan {
	struct ini *ini;
	struct bad_lines *bad;
	struct error_list *faults;
	struct names *names;		/* of sections, and of keys in each */
	struct ini_section *section;	/* the one that keys belong to */
	struct ini_key *keys;		/* of all sections, one after another */
	size_t n_keys;
	int line;
	bool nul_seen;
};

/* A part of a line, not ended by a NUL. */
struct span {
	char *at;
	size_t bytes;
};

#define FAULT(scan, ...)						\
	((scan)->bad->line[(scan)->line] = (scan)->bad->any = true,	\
	 error_list_add((scan)->faults, (scan)->ini->name,		\
			(scan)->line, __VA_ARGS__))

/* What a line is made of, one bit a sort of byte. */
enum {
	BYTE_HIGH = 1,
	BYTE_CONTROL = 2,
};

static unsigned sorts_of_bytes(struct span span)
{
	unsigned sorts = 0;

	for (size_t i = 0; i < span.bytes; i++) {
		unsigned byte = (unsigned char)span.at[i];

		/* Printable ASCII, in one comparison: nearly all there is. */
		if (byte - ' ' <= '~' - ' ' || byte == '\t')
			continue;
		sorts |= byte >= 0x80 ? BYTE_HIGH : BYTE_CONTROL;
	}
	return sorts;
}

static bool report_control(struct scan *scan, struct span span)
{
	for (size_t i = 0; i < span.bytes; i++) {
		unsigned byte = (unsigned char)span.at[i];

		if (byte == '\r')
			FAULT(scan, _("a carriage return stands alone; end every line with LF or CR LF"));
		else if (byte == '\0')
			FAULT(scan, _("a NUL byte; remove it"));
		else if ((byte < ' ' && byte != '\t') || byte == 0x7f)
			FAULT(scan, _("control byte 0x%02x; remove it, or write a blank"),
			      byte);
		else
			continue;
		return true;
	}
	return false;
}

/* C1 controls are well-formed UTF-8, but a terminal may obey them. */
static bool report_high(struct scan *scan, struct span span)
{
	const char *bad = text_bad_utf8(span.at, span.bytes);

	if (bad != NULL) {
		FAULT(scan, _("byte 0x%02x is not UTF-8; save the file as UTF-8"),
		      (unsigned)(unsigned char)*bad);
		return true;
	}
	for (size_t i = 0; i + 1 < span.bytes; i++) {
		if ((unsigned char)span.at[i] != 0xc2 ||
		    (unsigned char)span.at[i + 1] >= 0xa0)
			continue;
		FAULT(scan, _("control character U+%04X; remove it"),
		      (unsigned)(unsigned char)span.at[i + 1]);
		return true;
	}
	return false;
}

static struct span trim(struct span span)
{
	while (span.bytes > 0 && (*span.at == ' ' || *span.at == '\t')) {
		span.at++;
		span.bytes--;
	}
	while (span.bytes > 0 && (span.at[span.bytes - 1] == ' ' ||
				  span.at[span.bytes - 1] == '\t'))
		span.bytes--;
	return span;
}

/* Whether iniparser would take the next line for a part of this one. */
static bool swallows_next(struct span span)
{
	while (span.bytes > 0 && isspace((unsigned char)span.at[span.bytes - 1]))
		span.bytes--;
	return span.bytes > 0 && span.at[span.bytes - 1] == '\\';
}

/* Whether the line's bytes are sound; says so if not. */
static bool check_bytes(struct scan *scan, struct span span)
{
	unsigned sorts = sorts_of_bytes(span);
	bool swallows = swallows_next(span);

	if (swallows)
		scan->bad->line[scan->line + 1] = true;
	if ((sorts & BYTE_CONTROL) && memchr(span.at, '\0', span.bytes) != NULL)
		scan->nul_seen = true;
	/* Behind a NUL iniparser loses count of the lines. */
	if (scan->nul_seen)
		scan->bad->line[scan->line] = true;
	if ((sorts & BYTE_CONTROL) && report_control(scan, span))
		return false;
	if ((sorts & BYTE_HIGH) && report_high(scan, span))
		return false;
	if (span.bytes >= INI_MAX_LINE) {
		FAULT(scan, _("the line has %zu bytes, at most %d fit; split it, as in help-1, help-2"),
		      span.bytes, INI_MAX_LINE - 1);
		return false;
	}
	if (swallows)
		FAULT(scan, _("a backslash at the end swallows the next line; remove it"));
	return !swallows;
}

static struct span until(struct span span, char *end)
{
	return (struct span){ span.at, (size_t)(end - span.at) };
}

static struct span after(struct span span, char *end)
{
	return (struct span){ end, span.bytes - (size_t)(end - span.at) };
}


static bool check_name(struct scan *scan, struct span span)
{
	if (ini_is_name(span.at, span.bytes))
		return true;
	FAULT(scan, _("%.*s is not a name; write a-z, 0-9 and hyphens, at most %d of them"),
	      (int)(span.bytes < 80 ? span.bytes : 80), span.at, INI_MAX_NAME);
	return false;
}

/* Keys that follow belong to it, whatever its name is worth. */
static void open_section(struct scan *scan)
{
	scan->section = &scan->ini->sections[scan->ini->n_sections++];
	*scan->section = (struct ini_section){
		.kind = "", .id = "", .line = scan->line,
		.keys = scan->keys + scan->n_keys,
	};
}

/* Moves what was found from scratch arrays, which had room for anything. */
static void keep(struct scan *scan)
{
	struct ini *ini = scan->ini;
	struct ini_section *sections =
		arena_alloc(ini->memory, ini->n_sections, sizeof(*sections));
	struct ini_key *keys = arena_alloc(ini->memory, scan->n_keys,
					   sizeof(*keys));

	memcpy(keys, scan->keys, scan->n_keys * sizeof(*keys));
	for (size_t i = 0; i < ini->n_sections; i++) {
		sections[i] = ini->sections[i];
		sections[i].keys = keys + (sections[i].keys - scan->keys);
	}
	ini->sections = sections;
}

/* At most two, with one blank between and none around: as iniparser keeps it. */
static bool has_two_words(struct span header)
{
	size_t blanks = 0;

	for (size_t i = 0; i < header.bytes; i++)
		blanks += header.at[i] == ' ';
	return blanks <= 1 && trim(header).bytes == header.bytes;
}

/* `header` is "kind id", or "kind" alone. */
static void name_section(struct scan *scan, struct span header)
{
	char *blank = memchr(header.at, ' ', header.bytes);
	struct span kind = blank == NULL ? header : until(header, blank);
	struct span id = blank == NULL ? (struct span){ 0 }
				       : after(header, blank + 1);
	struct ini_section *first;

	if (!has_two_words(header)) {
		FAULT(scan, _("a section has a kind and one id; write: [kind id]"));
		return;
	}
	if (!check_name(scan, kind) || (blank != NULL && !check_name(scan, id)))
		return;
	header.at[header.bytes] = '\0';
	first = names_add(scan->names, 0, header.at, scan->section);
	if (first != NULL) {
		FAULT(scan, _("[%s] is there already, in line %d; put its keys there"),
		      header.at, first->line);
		return;
	}
	scan->section->kind = arena_strndup(scan->ini->memory, kind.at,
					    kind.bytes);
	if (blank != NULL)
		scan->section->id = id.at;
}

static void scan_header(struct scan *scan, struct span line)
{
	char *end = memchr(line.at, ']', line.bytes);
	struct span header;

	open_section(scan);
	if (end == NULL) {
		FAULT(scan, _("] is missing; write: [kind id]"));
		return;
	}
	if (end + 1 < line.at + line.bytes) {
		FAULT(scan, _("text stands behind ]; give it a line of its own, a comment with #"));
		return;
	}
	header = until(after(line, line.at + 1), end);
	if (header.bytes == 0)
		FAULT(scan, _("the section has no name; write: [kind id]"));
	else
		name_section(scan, header);
}

/* Whether iniparser would keep the value as it stands. */
static bool check_value(struct scan *scan, const char *key, struct span value)
{
	char first = value.bytes > 0 ? *value.at : '\0';

	if (first == '\0' && scan->ini->loose)
		return true;
	if (first == '\0')
		FAULT(scan, _("%s has no value; write one, or remove the line"),
		      key);
	else if (first == '\'' || first == '"')
		FAULT(scan, _("the value begins with a quote, which would be lost; leave it out"));
	else if (memchr(value.at, ';', value.bytes) != NULL)
		FAULT(scan, _("; would end the value; write a comma, and %%3B in an address"));
	else if (memchr(value.at, '#', value.bytes) != NULL)
		FAULT(scan, _("# would end the value; leave it out, and write %%23 in an address"));
	else if (memchr(value.at, '"', value.bytes) != NULL)
		FAULT(scan, _("\" would cut the value; write an apostrophe, or a curly quote"));
	else if (memchr(value.at, '\t', value.bytes) != NULL)
		FAULT(scan, _("a tab stands in the value; write a blank"));
	else
		return true;
	return false;
}

/* Said once; the rest is read all the same, since only iniparser is slow. */
static void check_room(struct scan *scan)
{
	if (scan->n_keys < INI_MAX_KEYS || scan->bad->too_many_keys)
		return;
	FAULT(scan, _("more than %d keys in one file; move some sections to another file"),
	      INI_MAX_KEYS);
	scan->bad->too_many_keys = true;
}

/* Without a section, one fault stands for all the keys that need one. */
static void need_section(struct scan *scan)
{
	if (scan->section != NULL)
		return;
	FAULT(scan, _("a key stands before any section; write [kind id] above it"));
	open_section(scan);
}

static void add_key(struct scan *scan, const char *name, const char *value)
{
	size_t scope = scan->ini->n_sections;
	struct ini_key *key = &scan->keys[scan->n_keys];
	const struct ini_key *first;

	*key = (struct ini_key){ name, value, scan->line };
	first = names_add(scan->names, scope, name, key);
	if (first != NULL && scan->ini->loose) {
		scan->bad->twice = true;
	} else if (first != NULL) {
		FAULT(scan, _("%s is there already, in line %d; keep one of the two"),
		      name, first->line);
		return;
	}
	scan->n_keys++;
	scan->section->n_keys++;
}

/* `sound`: nothing was said about this line's bytes yet. */
static void scan_key(struct scan *scan, struct span line, bool sound)
{
	char *equals = memchr(line.at, '=', line.bytes);
	struct span name, value;

	if (equals == NULL) {
		if (sound)
			FAULT(scan, _("= is missing; write: key = value"));
		return;
	}
	name = trim(until(line, equals));
	value = trim(after(line, equals + 1));
	if (!sound && !ini_is_name(name.at, name.bytes))
		return;
	if (name.bytes == 0) {
		FAULT(scan, _("there is no key before =; write: key = value"));
		return;
	}
	if (!check_name(scan, name))
		return;
	check_room(scan);
	need_section(scan);
	name.at[name.bytes] = '\0';
	if (sound && check_value(scan, name.at, value))
		value.at[value.bytes] = '\0';
	else
		value.at = name.at + name.bytes;
	add_key(scan, name.at, value.at);
}

static void scan_line(struct scan *scan, struct span line)
{
	bool sound = check_bytes(scan, line);

	line = trim(line);
	if (line.bytes == 0 || *line.at == '#')
		return;
	if (*line.at == ';')
		FAULT(scan, _("a comment begins with #; write # instead of ;"));
	else if (*line.at != '[')
		scan_key(scan, line, sound);
	else if (sound)
		scan_header(scan, line);
	else
		open_section(scan);
}

/* Cuts the first line off `rest`, without its LF or CR LF. */
static struct span next_line(struct span *rest)
{
	char *end = memchr(rest->at, '\n', rest->bytes);
	struct span line = end == NULL ? *rest : until(*rest, end);

	*rest = end == NULL ? (struct span){ rest->at + rest->bytes, 0 }
			    : after(*rest, end + 1);
	if (end != NULL && line.bytes > 0 && line.at[line.bytes - 1] == '\r')
		line.bytes--;
	return line;
}

static struct span skip_bom(struct scan *scan, struct span text)
{
	if (text.bytes < 3 || memcmp(text.at, "\xef\xbb\xbf", 3) != 0)
		return text;
	FAULT(scan, _("the file begins with a byte order mark; save it as UTF-8 without one"));
	return after(text, text.at + 3);
}

static size_t count_lines(const char *text, size_t bytes)
{
	size_t lines = 1;
	const char *end = text + bytes;

	while ((text = memchr(text, '\n', (size_t)(end - text))) != NULL) {
		text++;
		lines++;
	}
	return lines;
}

void lines_scan(struct ini *ini, char *text, size_t bytes,
		struct bad_lines *bad, struct error_list *faults)
{
	size_t lines = count_lines(text, bytes);
	struct arena *scratch = arena_new();
	struct scan scan = {
		.ini = ini, .bad = bad, .faults = faults, .line = 1,
		.names = names_new(scratch, lines),
		.keys = arena_alloc(scratch, lines, sizeof(*scan.keys)),
	};
	struct span rest = { text, bytes };

	/* One more: keys without a section get one without a name. */
	ini->sections = arena_alloc(scratch, lines + 1, sizeof(*ini->sections));
	bad->line = xcalloc(lines + 2, sizeof(*bad->line));
	bad->count = lines;
	for (rest = skip_bom(&scan, rest); rest.bytes > 0; scan.line++)
		scan_line(&scan, next_line(&rest));
	if (ini->n_sections == 0 && !bad->any) {
		scan.line = 0;
		FAULT(&scan, _("the file has no section; write [kind id] and its keys, or remove the file"));
	}
	keep(&scan);
	arena_free(&scratch);
}
