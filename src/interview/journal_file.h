/* What reading and writing a journal share. */
#ifndef SITWELL_JOURNAL_FILE_H
#define SITWELL_JOURNAL_FILE_H

#include <stdbool.h>

#include "base/error.h"

#define JOURNAL_MAGIC "sitwell-journal 1"

struct journal_header {
	long long time;		/* of the first answer, since 1970 */
	char pack[80];
	char role[16];
};

/* Seconds since 1970; as SOURCE_DATE_EPOCH says, for tests. */
long long journal_now(void);

/* The path of a file in the state folder; `out` holds PATHS_MAX bytes. */
int journal_path(char *out, const char *name, struct error *err);

/* Says that there is no journal, and that one can go on; returns -1. */
int journal_not_kept(const char *reason, struct error *err);

/* Takes the lock: a descriptor to keep, or -1 and *err. */
int journal_lock(struct error *err);

/* Whether the journal can be taken up by its age and form. */
bool journal_is_fresh(struct journal_header *header);

#endif
