#include "config.h"

#include "plain/words.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"

struct command_word {
	const char *word;
	enum heard heard;
	int takes_more;		/* something follows it */
};

static const struct command_word words[] = {
	{ N_("back"), HEARD_BACK, 0 },
	{ N_("check"), HEARD_CHECK, 0 },
	{ N_("change"), HEARD_CHANGE, 1 },
	{ N_("help"), HEARD_HELP, 1 },
	{ "?", HEARD_HELP, 1 },
	{ N_("why"), HEARD_WHY, 0 },
	{ N_("unsure"), HEARD_UNSURE, 0 },
	{ N_("skip"), HEARD_SKIP, 0 },
	{ N_("quit"), HEARD_QUIT, 0 },
	{ N_("done"), HEARD_DONE, 0 },
	{ N_("more"), HEARD_MORE, 0 },
	{ N_("all"), HEARD_ALL, 0 },
	{ N_("print"), HEARD_PRINT, 0 },
	{ N_("save"), HEARD_SAVE, 1 },
};

/* What follows `word` at the start of `text`, or NULL if it is not there. */
static const char *after_word(const char *text, const char *word,
			      int takes_more)
{
	size_t bytes = strlen(word);

	if (strncasecmp(text, word, bytes) != 0)
		return NULL;
	if (text[bytes] == '\0')
		return text + bytes;
	if (!takes_more || text[bytes] != ' ')
		return NULL;
	return text + bytes + strspn(text + bytes, " ");
}

enum heard command_of(const char *text, size_t *number, const char **rest)
{
	const char *more;

	*number = 0;
	if (text[0] == '/')
		text++;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		more = after_word(text, words[i].word, words[i].takes_more);
		if (more == NULL)
			more = after_word(text, _(words[i].word),
					  words[i].takes_more);
		if (more == NULL)
			continue;
		if (words[i].heard == HEARD_HELP &&
		    more[strspn(more, "0123456789")] != '\0')
			continue;
		if ((words[i].heard == HEARD_CHANGE ||
		     words[i].heard == HEARD_HELP) &&
		    more[strspn(more, "0123456789")] == '\0')
			*number = (size_t)strtoul(more, NULL, 10);
		if (rest != NULL)
			*rest = more;
		return words[i].heard;
	}
	return HEARD_ANSWER;
}

enum heard slash_command_of(const char *text, size_t *number,
			    const char **rest)
{
	*number = 0;
	return text[0] == '/' ? command_of(text, number, rest) : HEARD_ANSWER;
}

int word_of(const char *const *list, const char *text, const char **rest)
{
	if (text[0] == '/')
		text++;
	for (int i = 0; list[i] != NULL; i++) {
		*rest = after_word(text, list[i], 1);
		if (*rest == NULL)
			*rest = after_word(text, _(list[i]), 1);
		if (*rest != NULL)
			return i;
	}
	return -1;
}
