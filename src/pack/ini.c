/*
 * The file is read whole, its raw lines are scanned (lines.c), and iniparser
 * reads it too.  Where the scan found nothing wrong there are neither
 * duplicates nor joined lines, so iniparser's dictionary holds the same
 * entries in the same order: both are walked side by side, and must agree.
 */
#include <config.h>

#include "pack/ini.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <iniparser/iniparser.h>

#include "base/i18n.h"
#include "base/names.h"
#include "pack/lines.h"

#define FAULT(ini, faults, ...)						\
	error_list_add((faults), (ini)->name, 0, __VA_ARGS__)

struct bytes {
	char *at;
	size_t count;
};

static int open_file(const struct ini *ini, const char *path,
		     struct error_list *faults)
{
	struct stat info;
	int fd;

	if (strcmp(path, "-") == 0)
		return STDIN_FILENO;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT && lstat(path, &info) == 0)
		FAULT(ini, faults, _("the link leads nowhere; correct it or remove it"));
	else if (fd < 0)
		FAULT(ini, faults, _("cannot be read: %s"), strerror(errno));
	return fd;
}

/* A file's size and a little more, to see its end; a pipe has none. */
static size_t room_for(int fd)
{
	struct stat info;

	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) &&
	    info.st_size <= INI_MAX_FILE)
		return (size_t)info.st_size + 2;
	return 65536;
}

/* Everything there is, with room for a NUL; more than the limit is enough. */
static int read_all(struct bytes *out, int fd)
{
	size_t room = room_for(fd);
	ssize_t got = 1;

	*out = (struct bytes){ xcalloc(1, room), 0 };
	while (got > 0 && out->count <= INI_MAX_FILE) {
		if (out->count + 1 == room)
			out->at = xrealloc(out->at, room *= 2, 1);
		got = read(fd, out->at + out->count, room - 1 - out->count);
		if (got < 0 && errno == EINTR)
			got = 1;
		else if (got > 0)
			out->count += (size_t)got;
	}
	out->at[out->count] = '\0';
	return got < 0 ? -1 : 0;
}

static int read_file(struct ini *ini, struct bytes *out, const char *path,
		     struct error_list *faults)
{
	int fd = open_file(ini, path, faults);
	int result;

	*out = (struct bytes){ 0 };
	if (fd < 0)
		return -1;
	result = read_all(out, fd);
	if (result != 0 && errno == EISDIR)
		FAULT(ini, faults, _("this is a folder; name a file"));
	else if (result != 0)
		FAULT(ini, faults, _("cannot be read: %s"), strerror(errno));
	if (fd != STDIN_FILENO)
		close(fd);
	if (result == 0 && out->count == 0) {
		FAULT(ini, faults, _("the file is empty; write [kind id] and its keys, or remove the file"));
		result = -1;
	}
	if (result == 0 && out->count > INI_MAX_FILE) {
		FAULT(ini, faults, _("the file has more than %d bytes; split it"),
		      INI_MAX_FILE);
		result = -1;
	}
	return result;
}

/*
 * iniparser's callback takes no data of ours, so what it needs stands here
 * while a file is read.
 */
static struct {
	const struct ini *ini;
	const struct bad_lines *bad;
	struct error_list *faults;
} reading;

/* iniparser names the file and the line in all that is about a line. */
static int on_iniparser_error(const char *format, ...)
{
	int line = 0;
	va_list args;

	va_start(args, format);
	if (strstr(format, "%s (%d)") != NULL) {
		(void)va_arg(args, const char *);
		line = va_arg(args, int);
	}
	va_end(args);
	if (line < 0 || (size_t)line > reading.bad->count ||
	    reading.bad->line[line])
		return 0;
	error_list_add(reading.faults, reading.ini->name, line,
		       line > 0 ? _("iniparser cannot read this line; write: key = value")
				: _("iniparser cannot read the file"));
	return 0;
}

/* iniparser reads files by name only; a pipe's bytes are lent one. */
static int lend_name(char *path, size_t size, struct bytes bytes)
{
	int fd = memfd_create("sitwell", MFD_CLOEXEC);
	size_t done = 0;

	while (fd >= 0 && done < bytes.count) {
		ssize_t put = write(fd, bytes.at + done, bytes.count - done);

		if (put > 0) {
			done += (size_t)put;
		} else if (put == 0 || errno != EINTR) {
			close(fd);
			fd = -1;
		}
	}
	snprintf(path, size, "/dev/fd/%d", fd);
	return fd;
}

static bool is_regular(const char *path)
{
	struct stat info;

	return strcmp(path, "-") != 0 && stat(path, &info) == 0 &&
	       S_ISREG(info.st_mode);
}

/* The entries of a dictionary, which has holes only at its end. */
struct entries {
	const dictionary *dictionary;
	ssize_t next;
};

/* Whether *text begins so; if it does, goes behind it. */
static bool skip(const char **text, const char *beginning)
{
	size_t bytes = strlen(beginning);

	if (strncmp(*text, beginning, bytes) != 0)
		return false;
	*text += bytes;
	return true;
}

/* Whether the next entry has this name, "section" or "section:key". */
static bool next_is(struct entries *entries, const struct ini_section *section,
		    const char *key, const char **value)
{
	const dictionary *from = entries->dictionary;
	const char *name = entries->next < from->size
			   ? from->key[entries->next] : NULL;

	if (name == NULL || !skip(&name, section->kind) ||
	    (section->id[0] != '\0' && (!skip(&name, " ") ||
					!skip(&name, section->id))) ||
	    (key != NULL && (!skip(&name, ":") || !skip(&name, key))) ||
	    *name != '\0')
		return false;
	*value = from->val[entries->next++];
	return true;
}

static bool agree_on_section(const struct ini *ini, struct entries *entries,
			     const struct ini_section *section,
			     struct error_list *faults)
{
	const char *value = NULL;

	if (!next_is(entries, section, NULL, &value)) {
		error_list_add(faults, ini->name, section->line,
			       _("iniparser does not see this section; write: [kind id]"));
		return false;
	}
	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];

		if (next_is(entries, section, key->name, &value) &&
		    value != NULL && strcmp(value, key->value) == 0)
			continue;
		error_list_add(faults, ini->name, key->line,
			       _("iniparser reads another value here: %s"),
			       value != NULL ? value : _("none"));
		return false;
	}
	return true;
}

static void compare(const struct ini *ini, const dictionary *dictionary,
		    struct error_list *faults)
{
	struct entries entries = { dictionary, 0 };

	for (size_t i = 0; i < ini->n_sections; i++)
		if (!agree_on_section(ini, &entries, &ini->sections[i], faults))
			return;
	if (entries.next != dictionary->n)
		FAULT(ini, faults, _("iniparser sees more keys in it than there are lines"));
}

static void load_with_iniparser(struct ini *ini, const char *path,
				const struct bad_lines *bad,
				struct error_list *faults)
{
	size_t before = faults->count;
	dictionary *dictionary;

	reading.ini = ini;
	reading.bad = bad;
	reading.faults = faults;
	iniparser_set_error_callback(on_iniparser_error);
	dictionary = iniparser_load(path);
	iniparser_set_error_callback(NULL);
	if (dictionary != NULL && !bad->any && !bad->twice &&
	    faults->count == before)
		compare(ini, dictionary, faults);
	else if (dictionary == NULL && !bad->any && faults->count == before)
		FAULT(ini, faults, _("iniparser cannot read the file"));
	iniparser_freedict(dictionary);
}

static int read_ini(struct ini *out, const char *path, const char *name,
		    bool loose, struct arena *keep,
		    struct error_list *faults)
{
	size_t before = faults->count;
	struct bad_lines bad = { 0 };
	struct bytes bytes;
	char lent[32];
	int fd = -1;

	*out = (struct ini){ .name = name, .memory = arena_new(),
			     .loose = loose };
	if (read_file(out, &bytes, path, faults) != 0)
		goto out;
	if (!is_regular(path)) {
		fd = lend_name(lent, sizeof(lent), bytes);
		path = lent;
	}
	out->hash = fnv(FNV_START, bytes.at, bytes.count);
	lines_scan(out, arena_strndup(keep != NULL ? keep : out->memory,
				      bytes.at, bytes.count),
		   bytes.count, &bad, faults);
	if (!bad.too_many_keys)
		load_with_iniparser(out, path, &bad, faults);
	if (fd >= 0)
		close(fd);
out:
	free(bad.line);
	free(bytes.at);
	return faults->count == before ? 0 : -1;
}

int ini_read(struct ini *out, const char *path, const char *name,
	     struct error_list *faults)
{
	return read_ini(out, path, name, false, NULL, faults);
}

int ini_read_into(struct ini *out, struct arena *keep, const char *path,
		  const char *name, struct error_list *faults)
{
	return read_ini(out, path, name, false, keep, faults);
}

int ini_read_loosely(struct ini *out, const char *path, const char *name,
		     struct error_list *faults)
{
	return read_ini(out, path, name, true, NULL, faults);
}

void ini_done(struct ini *ini)
{
	arena_free(&ini->memory);
	*ini = (struct ini){ 0 };
}

const struct ini_section *ini_find(const struct ini *ini, const char *kind,
				   const char *id)
{
	for (size_t i = 0; i < ini->n_sections; i++)
		if (strcmp(ini->sections[i].kind, kind) == 0 &&
		    strcmp(ini->sections[i].id, id) == 0)
			return &ini->sections[i];
	return NULL;
}

const char *ini_get(const struct ini_section *section, const char *name)
{
	for (size_t i = 0; i < section->n_keys; i++)
		if (strcmp(section->keys[i].name, name) == 0)
			return section->keys[i].value;
	return NULL;
}

const char *next_word(char *word, size_t size, const char **text)
{
	size_t bytes;

	*text += strspn(*text, " ");
	bytes = strcspn(*text, " ");
	if (bytes == 0)
		return NULL;
	if (size > bytes)
		size = bytes + 1;
	memcpy(word, *text, size - 1);
	word[size - 1] = '\0';
	*text += bytes;
	return word;
}

size_t count_words(const char *text)
{
	char word[MAX_WORD];
	size_t count = 0;

	while (next_word(word, sizeof(word), &text) != NULL)
		count++;
	return count;
}

bool ini_is_name(const char *text, size_t bytes)
{
	if (bytes == 0 || bytes > INI_MAX_NAME || text[0] == '-')
		return false;
	for (size_t i = 0; i < bytes; i++)
		if (!(text[i] >= 'a' && text[i] <= 'z') &&
		    !(text[i] >= '0' && text[i] <= '9') && text[i] != '-')
			return false;
	return true;
}
