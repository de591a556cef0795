/*
 * Tells when the content of a folder has changed: files NAME.ini in it and
 * in folders below it.  Names that begin with a dot are editors' and tools',
 * and a link is followed to a file but not to a folder.
 *
 * Where the kernel tells (inotify), a save is known at once.  Each second
 * names, times and sizes are compared as well: for systems without it, for
 * network folders, of which it tells nothing, and for what a link leads to.
 */
#ifndef SITWELL_WATCH_H
#define SITWELL_WATCH_H

#include <stdbool.h>

struct watch;

/*
 * Looks at `dir` from now on.  It need not exist yet.  Never fails: at worst
 * it compares each second.
 */
struct watch *watch_new(const char *dir);
void watch_free(struct watch **watch);

/*
 * What to wait for until watch_changed is worth calling: a descriptor that
 * can be read (-1: there is none), or that many milliseconds.
 */
int watch_descriptor(const struct watch *watch);
int watch_timeout(const struct watch *watch);

/*
 * Whether something changed since the last time that this was true; said
 * only once all has been quiet for 100 ms, since editors save in steps.
 */
bool watch_changed(struct watch *watch);

#endif
