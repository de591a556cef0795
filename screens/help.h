/* The help page: the question in full, its help, why we ask, the keys. */
#ifndef SITWELL_HELP_H
#define SITWELL_HELP_H

#include "screens/ui.h"

/* Shows it on top; `question` may be NULL: about the keys alone. */
void help_show(struct ui *ui, const struct question *question);

/* The same about the keys of the screens about plans. */
void help_show_plans(struct ui *ui);

#endif
