/* Keys and the mouse. */
#include <config.h>

#include "tests/flows/drive.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	VTermKey key;
	VTermModifier modifier;
} keys[] = {
	{ "Enter", VTERM_KEY_ENTER, VTERM_MOD_NONE },
	{ "Tab", VTERM_KEY_TAB, VTERM_MOD_NONE },
	{ "BackTab", VTERM_KEY_TAB, VTERM_MOD_SHIFT },
	{ "Backspace", VTERM_KEY_BACKSPACE, VTERM_MOD_NONE },
	{ "Esc", VTERM_KEY_ESCAPE, VTERM_MOD_NONE },
	{ "Up", VTERM_KEY_UP, VTERM_MOD_NONE },
	{ "Down", VTERM_KEY_DOWN, VTERM_MOD_NONE },
	{ "Left", VTERM_KEY_LEFT, VTERM_MOD_NONE },
	{ "Right", VTERM_KEY_RIGHT, VTERM_MOD_NONE },
	{ "Home", VTERM_KEY_HOME, VTERM_MOD_NONE },
	{ "End", VTERM_KEY_END, VTERM_MOD_NONE },
	{ "PageUp", VTERM_KEY_PAGEUP, VTERM_MOD_NONE },
	{ "PageDown", VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE },
	{ "Delete", VTERM_KEY_DEL, VTERM_MOD_NONE },
	{ "F1", VTERM_KEY_FUNCTION(1), VTERM_MOD_NONE },
};

static bool press_named(struct drive *drive, const char *name)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (strcmp(keys[i].name, name) == 0) {
			screen_key(&drive->screen, keys[i].key,
				   keys[i].modifier);
			return true;
		}
	}
	return false;
}

static void press(struct drive *drive, const char *word, bool quoted)
{
	if (quoted) {
		pty_write(&drive->screen.pty, word, strlen(word));
	} else if (strcmp(word, "Space") == 0) {
		screen_character(&drive->screen, ' ', VTERM_MOD_NONE);
	} else if (strncmp(word, "Ctrl-", 5) == 0 && word[5] != '\0') {
		screen_character(&drive->screen,
				 (uint32_t)tolower((unsigned char)word[5]),
				 VTERM_MOD_CTRL);
	} else if (!press_named(drive, word)) {
		if (word[1] != '\0')
			wrong(drive, "there is no such key", word);
		screen_character(&drive->screen, (unsigned char)word[0],
				 VTERM_MOD_NONE);
	}
}

void run_type(struct drive *drive, const struct words *words)
{
	screen_settle(&drive->screen, 0);
	screen_count(&drive->screen);
	for (int i = 0; i < words->n; i++)
		press(drive, words->word[i], words->quoted[i]);
}

/* mouse COLUMN ROW, from 1 */
void run_mouse(struct drive *drive, const struct words *words)
{
	screen_click(&drive->screen, atoi(words->word[1]) - 1,
		     atoi(words->word[0]) - 1);
}

/* click TEXT: where it stands */
void run_click(struct drive *drive, const struct words *words)
{
	int row, column;

	if (!wait_until(drive, shows, words->word[0])) {
		fail(drive, "click", words->word[0]);
		return;
	}
	screen_find(&drive->screen, words->word[0], &row, &column);
	screen_click(&drive->screen, row, column);
}

/* wheel up|down */
void run_wheel(struct drive *drive, const struct words *words)
{
	screen_wheel(&drive->screen, drive->rows / 2, drive->columns / 2,
		     strcmp(words->word[0], "down") == 0);
}
