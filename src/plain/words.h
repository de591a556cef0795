/*
 * The commands that can be typed instead of an answer.  Each may be written
 * with a slash before it, which is never an answer: so "/back" goes back
 * even where an answer is called back.  English and translated words count.
 */
#ifndef SITWELL_WORDS_H
#define SITWELL_WORDS_H

#include <stddef.h>

enum heard {
	HEARD_ANSWER,		/* no command */
	HEARD_BACK,
	HEARD_CHECK,
	HEARD_CHANGE,		/* with a number */
	HEARD_HELP,
	HEARD_WHY,
	HEARD_UNSURE,
	HEARD_SKIP,
	HEARD_QUIT,
	HEARD_DONE,
	HEARD_MORE,
	HEARD_ALL,
	HEARD_PRINT,
	HEARD_SAVE,		/* with a file */
	HEARD_END,		/* end of input */
};

/*
 * The command that `text` is, or HEARD_ANSWER.  `number` receives that of
 * "change 3" or "help 3" (0 if none), `rest` (may be NULL) what follows the word.
 */
enum heard command_of(const char *text, size_t *number, const char **rest);

/* The same, but only with the slash: where any words may be an answer. */
enum heard slash_command_of(const char *text, size_t *number,
			    const char **rest);

/*
 * Which of a NULL-ended list of words (English, N_()) the text begins with,
 * in English or translated, or -1; *rest is what follows it.
 */
int word_of(const char *const *list, const char *text, const char **rest);

#endif
