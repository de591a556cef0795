/* The assessment, written: each format one function, UTF-8, no terminal. */
#ifndef SITWELL_REPORT_H
#define SITWELL_REPORT_H

#include <stdio.h>

#include "assess/assess.h"
#include "report/document.h"

/* One JSON object and a newline; the schema is in sitwell(1). */
int report_json(FILE *stream, const struct assessment *assessment);

/* All pages as lines of at most `columns` columns. */
void report_text(FILE *stream, const struct document *document,
		 size_t columns);

#endif
