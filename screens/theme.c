/* The three themes as tables of attributes and colours. */
#include <config.h>

#include "theme.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

struct look {
	attr_t attributes;	/* always */
	short colour;		/* COLOR_..., or -1 for the terminal's own */
	short background;
};

#define OWN (-1)

static const struct look default_look[N_STYLES] = {
	[STYLE_TEXT] = { A_NORMAL, OWN, OWN },
	[STYLE_TITLE] = { A_NORMAL, COLOR_CYAN, OWN },
	[STYLE_HEADING] = { A_BOLD, OWN, OWN },
	[STYLE_QUIET] = { A_DIM, OWN, OWN },
	[STYLE_FOCUS] = { A_REVERSE, OWN, OWN },
	[STYLE_CHOSEN] = { A_BOLD, OWN, OWN },
	[STYLE_KEY] = { A_BOLD, COLOR_CYAN, OWN },
	[STYLE_STATUS] = { A_BOLD, COLOR_YELLOW, OWN },
	[STYLE_WARNING] = { A_BOLD, COLOR_WHITE, COLOR_RED },
	[STYLE_BAR] = { A_NORMAL, COLOR_CYAN, OWN },
};

static const struct look high_contrast_look[N_STYLES] = {
	[STYLE_TEXT] = { A_BOLD, COLOR_WHITE, COLOR_BLACK },
	[STYLE_TITLE] = { A_BOLD, COLOR_WHITE, COLOR_BLACK },
	[STYLE_HEADING] = { A_BOLD, COLOR_YELLOW, COLOR_BLACK },
	[STYLE_QUIET] = { A_NORMAL, COLOR_WHITE, COLOR_BLACK },
	[STYLE_FOCUS] = { A_NORMAL, COLOR_BLACK, COLOR_YELLOW },
	[STYLE_CHOSEN] = { A_BOLD, COLOR_YELLOW, COLOR_BLACK },
	[STYLE_KEY] = { A_BOLD, COLOR_YELLOW, COLOR_BLACK },
	[STYLE_STATUS] = { A_BOLD, COLOR_YELLOW, COLOR_BLACK },
	[STYLE_WARNING] = { A_NORMAL, COLOR_BLACK, COLOR_YELLOW },
	[STYLE_BAR] = { A_BOLD, COLOR_YELLOW, COLOR_BLACK },
};

static const struct look mono_look[N_STYLES] = {
	[STYLE_TEXT] = { A_NORMAL, OWN, OWN },
	[STYLE_TITLE] = { A_NORMAL, OWN, OWN },
	[STYLE_HEADING] = { A_BOLD, OWN, OWN },
	[STYLE_QUIET] = { A_NORMAL, OWN, OWN },
	[STYLE_FOCUS] = { A_REVERSE, OWN, OWN },
	[STYLE_CHOSEN] = { A_BOLD, OWN, OWN },
	[STYLE_KEY] = { A_BOLD, OWN, OWN },
	[STYLE_STATUS] = { A_BOLD, OWN, OWN },
	[STYLE_WARNING] = { A_BOLD | A_REVERSE, OWN, OWN },
	[STYLE_BAR] = { A_NORMAL, OWN, OWN },
};

static bool wants_colour(void)
{
	const char *no_colour = getenv("NO_COLOR");

	return (no_colour == NULL || no_colour[0] == '\0') && has_colors();
}

static const struct look *table_of(enum theme wanted, bool colour)
{
	if (!colour || wanted == THEME_MONO)
		return mono_look;
	return wanted == THEME_HIGH_CONTRAST ? high_contrast_look
					     : default_look;
}

void palette_start(struct palette *theme, enum theme wanted)
{
	bool colour = wanted != THEME_MONO && wants_colour();
	const struct look *table = table_of(wanted, colour);

	memset(theme, 0, sizeof(*theme));
	theme->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	if (colour && start_color() == OK)
		use_default_colors();
	for (int style = 0; style < N_STYLES; style++) {
		const struct look *look = &table[style];
		bool own = look->colour == OWN && look->background == OWN;

		theme->attributes[style] = look->attributes;
		if (!colour || own)
			continue;
		init_pair((short)(style + 1), look->colour, look->background);
		theme->attributes[style] |= (attr_t)COLOR_PAIR(style + 1);
	}
	if (colour && wanted == THEME_HIGH_CONTRAST)
		bkgd((chtype)COLOR_PAIR(STYLE_TEXT + 1) | ' ');
}
