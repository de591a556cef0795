/* Keeping a result: in a file that the person names, or on paper. */
#ifndef SITWELL_KEEP_H
#define SITWELL_KEEP_H

#include "report/document.h"
#include "screens/ui.h"

enum keep_what {
	KEEP_TEXT,		/* the result, to read */
	KEEP_ANSWERS,		/* the answers, to go on from */
};

/* Asks for a file's name, on top; `document` must stay until then. */
void keep_show(struct ui *ui, enum keep_what what,
	       const struct document *document);

/* Prints, and says how it went in the status line. */
void keep_print(struct ui *ui, const struct document *document);

#endif
