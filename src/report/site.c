#include "config.h"

#include "report/site.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "base/text.h"
#include "pack/ini.h"

struct site_key {
	const char *name;
	size_t offset, size;
};

#define KEY(name, member) \
	{ name, offsetof(struct site, member), \
	  sizeof(((struct site *)NULL)->member) }

static const struct site_key keys[] = {
	KEY("emergency-number", emergency_number),
	KEY("clinic-number", clinic_number),
	KEY("clinic-name", clinic_name),
};
#define N_KEYS (sizeof keys / sizeof *keys)

static void unknown_key(const struct ini *ini, const struct ini_key *key,
			struct error_list *faults)
{
	const char *names[N_KEYS];
	const char *near;

	for (size_t i = 0; i < N_KEYS; i++)
		names[i] = keys[i].name;
	near = text_nearest(key->name, names, N_KEYS);
	if (near != NULL)
		error_list_add(faults, ini->name, key->line,
			       _("[site] has no key %s; did you mean %s?"),
			       key->name, near);
	else
		error_list_add(faults, ini->name, key->line,
			       _("[site] has no key %s; it may have "
				 "emergency-number, clinic-number and "
				 "clinic-name"),
			       key->name);
}

static void read_key(struct site *site, const struct ini *ini,
		     const struct ini_key *key, struct error_list *faults)
{
	for (size_t i = 0; i < N_KEYS; i++) {
		if (strcmp(keys[i].name, key->name) != 0)
			continue;
		if (strlen(key->value) >= keys[i].size) {
			error_list_add(faults, ini->name, key->line,
				       _("%s is too long; write at most %zu bytes"),
				       key->name, keys[i].size - 1);
			return;
		}
		strcpy((char *)site + keys[i].offset, key->value);
		return;
	}
	unknown_key(ini, key, faults);
}

static int read_file(struct site *site, const char *path, struct error *err)
{
	struct error_list faults = { 0 };
	const struct ini_section *section;
	struct ini ini = { 0 };
	int result = 0;

	if (ini_read(&ini, path, path, &faults) == 0) {
		section = ini_find(&ini, "site", "");
		for (size_t i = 0; section != NULL && i < section->n_keys; i++)
			read_key(site, &ini, &section->keys[i], &faults);
		if (section == NULL)
			error_list_add(&faults, path, 0,
				       _("there is no section [site]; write "
					 "one above the keys"));
	}
	if (faults.count > 0) {
		*err = faults.errors[0];
		result = -1;
	}
	error_list_done(&faults);
	ini_done(&ini);
	return result;
}

static bool is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/*
 * The territory of the locale that messages are in: "gb" of en_GB.UTF-8.
 * Read from the environment, for it counts even where that locale is not
 * installed.  "" where none is named.
 */
static void territory(char country[3])
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *locale = NULL;
	const char *mark;

	country[0] = '\0';
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		locale = getenv(names[i]);
		if (locale != NULL && locale[0] != '\0')
			break;
	}
	mark = locale == NULL ? NULL : strchr(locale, '_');
	if (mark == NULL || !is_letter(mark[1]) || !is_letter(mark[2]) ||
	    is_letter(mark[3]))
		return;
	/* ASCII: no locale may change an i into something else */
	country[0] = (char)(mark[1] | 0x20);
	country[1] = (char)(mark[2] | 0x20);
	country[2] = '\0';
}

static int read_default(struct site *site, struct error *err)
{
	char country[3], path[PATHS_MAX];

	territory(country);
	if (country[0] == '\0')
		return 0;
	if (paths_site_default(path, country, err) != 0)
		return -1;
	return access(path, F_OK) == 0 ? read_file(site, path, err) : 0;
}

/*
 * A site's own file may leave out the emergency number: the country's
 * stands in then.
 */
int site_read(struct site *site, struct error *err)
{
	char path[PATHS_MAX];

	*site = (struct site){ .emergency_number = "" };
	if (read_default(site, err) != 0 || paths_site(path, err) != 0)
		return -1;
	return path[0] == '\0' ? 0 : read_file(site, path, err);
}

struct placeholder {
	const char *name;
	const char *value;
};

/* Words stand in for what is not known: never a wrong number. */
static void placeholders(struct placeholder out[3], const struct site *site)
{
	out[0] = (struct placeholder){
		"{emergency number}", site->emergency_number[0] != '\0' ?
		site->emergency_number : _("your local emergency number") };
	out[1] = (struct placeholder){
		"{clinic number}", site->clinic_number[0] != '\0' ?
		site->clinic_number : _("your clinic") };
	out[2] = (struct placeholder){
		"{clinic name}", site->clinic_name[0] != '\0' ?
		site->clinic_name : _("your clinic") };
}

/* The placeholder that `text` begins with, or NULL. */
static const struct placeholder *starts_with(const char *text,
					     const struct placeholder all[3])
{
	for (size_t i = 0; i < 3; i++)
		if (strncmp(text, all[i].name, strlen(all[i].name)) == 0)
			return &all[i];
	return NULL;
}

char *site_fill(const struct site *site, const char *text)
{
	struct placeholder all[3];
	char *filled = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&filled, &bytes);

	if (stream == NULL)
		return xstrdup(text);
	placeholders(all, site);
	while (*text != '\0') {
		const struct placeholder *found = starts_with(text, all);

		if (found == NULL) {
			putc(*text++, stream);
			continue;
		}
		fputs(found->value, stream);
		text += strlen(found->name);
	}
	fclose(stream);
	return filled;
}
