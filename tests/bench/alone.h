/* The peer that reading a pack is measured against: iniparser alone. */
#ifndef SITWELL_TESTS_ALONE_H
#define SITWELL_TESTS_ALONE_H

#include <ftw.h>
#include <string.h>

#include <iniparser/iniparser.h>

static inline int read_with_iniparser(const char *path, const struct stat *info,
			       int type, struct FTW *place)
{
	size_t bytes = strlen(path);

	(void)info;
	(void)place;
	if (type == FTW_F && bytes > 4 && strcmp(path + bytes - 4, ".ini") == 0)
		iniparser_freedict(iniparser_load(path));
	return 0;
}

/* Reads every .ini file below the folder, and keeps nothing. */
static inline void iniparser_alone(const char *dir)
{
	nftw(dir, read_with_iniparser, 8, FTW_PHYS);
}

#endif
