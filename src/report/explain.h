/* A trace in words, and as JSON, for those who check the content. */
#ifndef SITWELL_EXPLAIN_H
#define SITWELL_EXPLAIN_H

#include <stdio.h>

#include "assess/trace.h"

/* Lines of at most 76 columns. */
void explain_text(FILE *stream, const struct trace *trace);

/* An expression as text; the caller frees it. */
char *explain_expr(const struct expr *expr);

struct json_t;
/* The object "explain" of report_json; the caller owns it. */
struct json_t *explain_json(const struct trace *trace);

#endif
