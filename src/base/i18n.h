/*
 * Words in the person's language.  Two catalogues: the interface's, whose
 * texts stand in the code as _("..."), and the content's, whose texts stand
 * in the pack.  English is the source of both, so a text without a
 * translation is its own.
 *
 * The engine keeps the pack's English; only what shows or writes a text to
 * a person calls i18n_content.
 */
#ifndef SITWELL_I18N_H
#define SITWELL_I18N_H

#include <stddef.h>

#ifdef ENABLE_NLS
#include <libintl.h>
#else
#define gettext(text) (text)
#define ngettext(one, many, n) ((n) == 1 ? (one) : (many))
#endif

#define _(text) gettext(text)
/* Marks a text in a table; _() it where it is shown. */
#define N_(text) (text)

/*
 * Sets the locale for characters and messages, but not for numbers, and
 * opens both catalogues.  `language` (may be NULL) is a code such as "es":
 * it wins over the environment and works where no such locale is installed,
 * as long as C.UTF-8 is.  Who asks for LC_ALL=C gets ASCII all the same.
 * Called once, before any text is shown, and again to change the language.
 */
void i18n_start(const char *language);

/*
 * The language of the interface's texts as a tag of BCP 47, such as "en" or
 * "pt-BR": the catalogue's own word for it.  Returns `buffer`.
 */
const char *i18n_language(char *buffer, size_t size);

/* A text of the pack in the person's language.  Borrowed; "" stays "". */
const char *i18n_content(const char *text);

#endif
