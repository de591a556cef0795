/*
 * How things look: attributes by meaning, never by colour.  Colour only
 * underlines what words and attributes already say.
 */
#ifndef SITWELL_THEME_H
#define SITWELL_THEME_H

#include <stdbool.h>

#include "screens/cdk.h"

#include "screens/screens.h"

enum style {
	STYLE_TEXT,
	STYLE_TITLE,		/* the line on top */
	STYLE_HEADING,		/* a question, a heading */
	STYLE_QUIET,		/* ruled out, less important */
	STYLE_FOCUS,		/* what a key would act on */
	STYLE_CHOSEN,		/* the words of what has the focus */
	STYLE_KEY,		/* the name of a key */
	STYLE_STATUS,		/* what to do, in the status line */
	STYLE_WARNING,		/* an emergency */
	STYLE_BAR,
};
#define N_STYLES (STYLE_BAR + 1)

/* A zeroed palette is plain text for an ASCII terminal. */
struct palette {
	attr_t attributes[N_STYLES];
	bool utf8;		/* the terminal shows more than ASCII */
};

/*
 * Works out the theme; call after terminal_open.  Without colours, or with
 * NO_COLOR set, every theme is made of attributes alone.
 */
void palette_start(struct palette *theme, enum theme wanted);

#endif
