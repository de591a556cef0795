/*
 * An answers file: INI with [about] (pack, version, role, language, time),
 * [answers] and [answers physio].  See sitwell(1).  The same reader serves
 * vignettes, whose further sections it hands on.
 */
#ifndef SITWELL_ANSWERS_FILE_H
#define SITWELL_ANSWERS_FILE_H

#include <stdio.h>

#include "answers/answers.h"
#include "base/error.h"
#include "pack/ini.h"

/*
 * Reads `path` ("-": standard input) into new answers.  The role is
 * [about] role, or patient.  Every fault goes to `faults`.
 */
int answers_file_read(struct answers **out, const struct pack *pack,
		      const char *path, struct error_list *faults);

/* The same from a file already read: [about], [answers], [answers physio]. */
int answers_file_from_ini(struct answers **out, const struct pack *pack,
			  const struct ini *ini, struct error_list *faults);

/*
 * Puts the answers of one section into a layer, without settling; faults
 * name `ini`.  Returns -1 if there was any.
 */
int answers_file_section(struct answers *answers, enum layer layer,
			 const struct ini *ini,
			 const struct ini_section *section,
			 struct error_list *faults);

/*
 * Writes what counts, in pack order, each layer on its own, the physio's
 * also in another role.  `time` (may be NULL) and `language` go to [about].
 */
void answers_file_write(FILE *stream, const struct answers *answers,
			const char *language, const char *time);

/* Writes to a file with mode 0600, in whole or not at all. */
int answers_file_save(const char *path, const struct answers *answers,
		      const char *language, const char *time,
		      struct error *err);

#endif
