/*
 * New sections to fill in, written from the table of kinds: each key with
 * what it is about, the required ones with a blank that `check` asks for.
 */
#ifndef SITWELL_SKELETON_H
#define SITWELL_SKELETON_H

#include <stdio.h>

#include "base/error.h"
#include "pack/kinds.h"
#include "pack/pack.h"

/* Stands for a value still to be written; no value may be this word. */
#define SKELETON_BLANK "FILL-IN"

struct skeleton {
	enum kind_id kind;
	enum kind_id beside;	/* a section of the same id below it, as a
				 * comment; or N_KINDS */
	enum kind_id part;	/* a section ID-1 below it, to fill in too,
				 * which names it by a key of the name of its
				 * kind; or N_KINDS */
	const char *also;	/* a key that `check` wants though the table
				 * of kinds does not require it, or NULL */
	const char *folder;	/* of the pack: the file is folder/ID.ini */
	const char *besides;	/* N_(): what it needs elsewhere */
};

/* How to make one of that kind, or NULL where there is none. */
const struct skeleton *skeleton_find(const char *kind);
/* "condition, question ..." for messages. */
void skeleton_print_kinds(FILE *stream);

/* Whether it may be an id; *err suggests the nearest that may. */
int skeleton_check_id(const char *id, struct error *err);

/* The section as text; `id` may be an id. */
void skeleton_print(FILE *stream, const struct skeleton *skeleton,
		    const char *id);

/*
 * Calls `seen` for every section of that kind in the pack's files, which may
 * have faults.  -1 with *err where the folder holds no pack.
 */
int skeleton_walk(const char *dir, enum kind_id kind,
		  void (*seen)(void *data, const char *id,
			       const struct place *place),
		  void *data, struct error *err);

/* Fails where something of that id, or the file, is there already. */
int skeleton_check_free(const char *dir, const struct skeleton *skeleton,
			const char *id, struct error *err);

/*
 * Writes folder/ID.ini of the pack, never over a file.  `path` (PATHS_MAX
 * bytes) receives where.
 */
int skeleton_write(char *path, const char *dir,
		   const struct skeleton *skeleton, const char *id,
		   struct error *err);

#endif
