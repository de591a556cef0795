/*
 * site.ini: what is local: emergency and clinic numbers.  Read from the
 * configuration directory, else a shipped default by country; where a
 * number is missing, words stand in ("your local emergency number"), never
 * a wrong number.
 */
#ifndef SITWELL_SITE_H
#define SITWELL_SITE_H

#include <stddef.h>

#include "base/error.h"

struct site {
	char emergency_number[64];	/* "" if not known */
	char clinic_number[64];
	char clinic_name[128];
};

/* Never fails for a missing file; a broken one is -1 and *err. */
int site_read(struct site *site, struct error *err);

/*
 * Copies `text` with {emergency number} and {clinic number} filled in.
 * The caller frees it.
 */
char *site_fill(const struct site *site, const char *text);

#endif
