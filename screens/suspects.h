/*
 * The live list of suspects while a physio examines: at 100 columns and
 * more it takes the right third of the body, the ruled out ones quiet with
 * the answer that did it.
 */
#ifndef SITWELL_SUSPECTS_H
#define SITWELL_SUSPECTS_H

#include "screens/ui.h"

/* Draws it and takes its room off *body; otherwise does nothing. */
void suspects_draw(struct ui *ui, struct area *body);

#endif
