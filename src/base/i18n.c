/*
 * glibc overlooks LANGUAGE in the C and POSIX locales, but honours it in
 * C.UTF-8.  So where a person asks for a language whose locale is not
 * installed, or has none set at all, C.UTF-8 carries it.
 */
#include <config.h>

#include "base/i18n.h"

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/paths.h"

#define INTERFACE "sitwell"
#define CONTENT "sitwell-content"

static bool is_plain_c(int category)
{
	const char *name = setlocale(category, NULL);

	return name == NULL || strcmp(name, "C") == 0 ||
	       strcmp(name, "POSIX") == 0;
}

/* Whether the environment says anything about characters; LC_ALL=C does. */
static bool is_charset_asked_for(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++) {
		const char *value = getenv(variables[i]);

		if (value != NULL && value[0] != '\0')
			return true;
	}
	return false;
}

static void set_locale(const char *language)
{
	bool found;

	/* First, since gettext looks at it anew only after a setlocale. */
	if (language != NULL)
		setenv("LANGUAGE", language, 1);
	found = setlocale(LC_CTYPE, "") != NULL;
	found = setlocale(LC_MESSAGES, "") != NULL && found;
	/* The named locale is not there: better UTF-8 than ASCII. */
	if (!found || (language != NULL && !is_charset_asked_for()))
		setlocale(LC_CTYPE, "C.UTF-8");
	if (!found || (language != NULL && is_plain_c(LC_MESSAGES)))
		setlocale(LC_MESSAGES, "C.UTF-8");
}

#ifdef ENABLE_NLS
static void open_catalogue(const char *domain)
{
	bindtextdomain(domain, paths_locale());
}

void i18n_start(const char *language)
{
	set_locale(language);
	open_catalogue(INTERFACE);
	open_catalogue(CONTENT);
	textdomain(INTERFACE);
}

const char *i18n_content(const char *text)
{
	/* The catalogue's own header is filed under the empty text. */
	return text[0] == '\0' ? text : dgettext(CONTENT, text);
}
#else
void i18n_start(const char *language)
{
	set_locale(language);
}

const char *i18n_content(const char *text)
{
	return text;
}
#endif

#define LANGUAGE_LINE "\nLanguage: "

const char *i18n_language(char *buffer, size_t size)
{
	/* the text of a catalogue's header; English has no catalogue */
	const char *header = gettext("");
	const char *line = strstr(header, LANGUAGE_LINE);
	const char *language = "en";
	size_t bytes;

	if (line != NULL)
		language = line + strlen(LANGUAGE_LINE);
	bytes = strcspn(language, "\n@. ");
	snprintf(buffer, size, "%.*s", (int)bytes, language);
	if (buffer[0] == '\0')
		snprintf(buffer, size, "en");
	for (char *c = buffer; *c != '\0'; c++)
		if (*c == '_')
			*c = '-';
	return buffer;
}
