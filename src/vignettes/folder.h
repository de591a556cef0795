/* The cases below a folder. */
#ifndef SITWELL_FOLDER_H
#define SITWELL_FOLDER_H

/*
 * Calls `take` with the path of each .ini file below the folder, by names;
 * `path` may be a file itself.  Returns -1 if there is none.
 */
int folder_cases(const char *path, void (*take)(void *data, const char *path),
		 void *data);

#endif
