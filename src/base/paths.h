/*
 * Where things are: the shipped content, the translations, and the folders
 * that the XDG base directory specification gives to a person's own files.
 *
 * The installed program reads what `make install` put in place.  A program
 * that stands in its build tree (or in tests/ below it) reads the source
 * tree's content/ instead, with nothing to set.  A program that was
 * installed and then moved as a whole finds ../share/sitwell beside itself.
 *
 * Every function fills `out`, which holds PATHS_MAX bytes.  One that can
 * fail returns 0 or -1 with the reason in *err.
 */
#ifndef SITWELL_PATHS_H
#define SITWELL_PATHS_H

#include "base/error.h"

#define PATHS_MAX 4096

/* The folder of the shipped pack `id`.  It need not exist. */
int paths_pack(char *out, const char *id, struct error *err);

/*
 * The shipped site file of a country, content/site/COUNTRY.ini, where
 * `country` is two lower-case letters.  It need not exist.
 */
int paths_site_default(char *out, const char *country, struct error *err);

/*
 * The site file in force: site.ini in the person's configuration folder,
 * else in SYSCONFDIR/sitwell.  "" when there is neither.
 */
int paths_site(char *out, struct error *err);

/* The person's settings folder, XDG_CONFIG_HOME/sitwell.  Not created. */
int paths_config(char *out, struct error *err);

/*
 * The folder for journals and the like, XDG_STATE_HOME/sitwell or
 * ~/.local/state/sitwell.  What is missing of it is created with mode 0700.
 */
int paths_state(char *out, struct error *err);

/* The folder for plans, XDG_DATA_HOME/sitwell/plans.  Not created. */
int paths_plans(char *out, struct error *err);

/*
 * Creates a folder and what is missing above it, with mode 0700.  `path` is
 * changed meanwhile.
 */
int paths_make_folder(char *path, struct error *err);

/* The translations: SITWELL_LOCALEDIR if set (for tests), else LOCALEDIR. */
const char *paths_locale(void);

#endif
