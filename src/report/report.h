/* The assessment, written: each format one function, UTF-8, no terminal. */
#ifndef SITWELL_REPORT_H
#define SITWELL_REPORT_H

#include <stdbool.h>
#include <stdio.h>
#include <time.h>

#include "assess/assess.h"
#include "assess/trace.h"
#include "base/error.h"
#include "report/document.h"

/*
 * One JSON object and a newline; the schema is in sitwell(1).  To a trainer
 * without causes, reasons and what a private answer led to.
 */
int report_json(FILE *stream, const struct assessment *assessment,
		const struct answers *answers);

/* The same with the member "explain"; not to a trainer. */
int report_json_explained(FILE *stream, const struct trace *trace);

/* All pages as lines of at most `columns` columns. */
void report_text(FILE *stream, const struct document *document,
		 size_t columns);

/* Pages one below the other, each below its title. */
void report_pages(FILE *stream, const struct page *pages, size_t n_pages,
		  size_t columns);

/*
 * The same as one HTML file that needs no other: well-formed as XML too,
 * without script, made to be printed.  Drawings are read out as their label.
 */
void report_html(FILE *stream, const char *title, const struct page *pages,
		 size_t n_pages);

/* One page of it, without its title. */
void report_page(FILE *stream, const struct page *page, size_t columns);

/* All pages for a printer that others may stand at: no private blocks. */
void report_text_printed(FILE *stream, const struct document *document,
			 size_t columns);

/*
 * The line on top of a text that is kept: when the check was done, in local
 * time.  The caller knows when; nothing here reads a clock.
 */
void report_when(FILE *stream, time_t when, size_t columns);

/*
 * Saves report_when and report_text to a file, for its owner alone.  A file
 * that is there already is only replaced if `replace`, and then in whole or
 * not at all.
 */
int report_text_save(const char *path, const struct document *document,
		     time_t when, bool replace, struct error *err);

/* Whether this machine has lp(1). */
bool report_can_print(void);

/* Prints both (report_text_printed) through lp(1), without a shell. */
int report_print(const struct document *document, time_t when,
		 struct error *err);

#endif
