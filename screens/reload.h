/*
 * --watch: when an author saves the pack it is loaded anew, with the same
 * question at hand; or, if it has faults, they are shown on top and the
 * state before stays in use.
 */
#ifndef SITWELL_RELOAD_H
#define SITWELL_RELOAD_H

#include "screens/ui.h"

/* Watches the session's pack, if that is wanted; before it is loaded. */
void reload_start(struct ui *ui);
void reload_stop(struct ui *ui);

/* Loads the pack anew if it was saved since, and says so. */
void reload_look(struct ui *ui);

/* Milliseconds until reload_look is worth calling; -1: never. */
int reload_timeout(const struct ui *ui);

#endif
