/* What every screen with a checklist asks before it takes the answers. */
#ifndef SITWELL_CHECKS_H
#define SITWELL_CHECKS_H

#include "screens/ui.h"
#include "screens/widgets/checklist.h"

/*
 * Whether its `n` lines may be taken as they are: all were in sight, and
 * something was marked or "None of these" chosen.  If not, it shows the rest
 * or says what to do.  Silence is never a no.
 */
bool checks_are_complete(struct ui *ui, struct checklist_widget *checklist,
			 size_t n);

/*
 * Gives it a key; whether it was of use.  Marks that "None of these" takes
 * away may be out of sight, so it says so.
 */
bool checks_key(struct ui *ui, struct checklist_widget *checklist, int key);

#endif
