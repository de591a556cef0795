/* A page to read, on top: an exercise, a week, what changed, what is wrong. */
#ifndef SITWELL_SHEET_H
#define SITWELL_SHEET_H

#include "report/document.h"
#include "screens/ui.h"

/* The page may go when this returns. */
void sheet_show(struct ui *ui, const struct page *page);

#endif
