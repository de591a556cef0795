/*
 * The raw lines of an INI file, and every fault that iniparser would pass
 * over in silence.  A part of ini.c: nothing else includes this.
 */
#ifndef SITWELL_LINES_H
#define SITWELL_LINES_H

#include <stdbool.h>

#include "pack/ini.h"

/* Where iniparser need not complain again. */
struct bad_lines {
	bool *line;		/* by line number, 1 .. count; the reader's to
				 * free */
	size_t count;
	bool any;
	bool too_many_keys;
	bool twice;		/* a loose file has a key twice */
};

/*
 * Splits `text` (changed in place, borrowed by `ini`, with a NUL behind its
 * `bytes`) into ini->sections, and appends its faults to `faults`.
 */
void lines_scan(struct ini *ini, char *text, size_t bytes,
		struct bad_lines *bad, struct error_list *faults);

#endif
