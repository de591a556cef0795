#include "config.h"

#include "base/watch.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A test builds this file a second time, to try the comparing alone. */
#if defined HAVE_INOTIFY_INIT1 && !defined WATCH_COMPARES_ONLY
#define KERNEL_TELLS 1
#include <sys/inotify.h>
#else
#define KERNEL_TELLS 0
#endif

#include "base/error.h"
#include "base/paths.h"

#define QUIET 100		/* milliseconds */
#define COMPARE_EVERY 1000
#define MAX_DEPTH 8		/* as far down as a pack is read */

struct watch {
	char *dir;
	int descriptor;		/* of inotify, or -1 */
	uint64_t seen;		/* what the folder looked like */
	int64_t compared;	/* when, in milliseconds */
	int64_t changed;	/* when last, or -1: nothing to tell */
};

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool is_content(const char *name)
{
	size_t bytes = strlen(name);

	return name[0] != '.' && bytes > 4 &&
	       strcmp(name + bytes - 4, ".ini") == 0;
}

/* FNV-1a, as it tells packs apart too. */
static void mix(uint64_t *hash, const void *data, size_t bytes)
{
	const unsigned char *byte = data;

	for (size_t i = 0; i < bytes; i++)
		*hash = (*hash ^ byte[i]) * UINT64_C(1099511628211);
}

/* Of no order: a folder may list the same files in another one. */
static uint64_t look_of_file(const char *path)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	struct stat info;

	mix(&hash, path, strlen(path));
	if (stat(path, &info) != 0)
		return hash;
	mix(&hash, &info.st_mtim.tv_sec, sizeof info.st_mtim.tv_sec);
	mix(&hash, &info.st_mtim.tv_nsec, sizeof info.st_mtim.tv_nsec);
	mix(&hash, &info.st_size, sizeof info.st_size);
	mix(&hash, &info.st_ino, sizeof info.st_ino);
	return hash;
}

#if KERNEL_TELLS
static void listen_to(const struct watch *watch, const char *folder)
{
	/* a file is whole when it is closed, or moved here */
	if (watch->descriptor >= 0)
		inotify_add_watch(watch->descriptor, folder,
				  IN_CLOSE_WRITE | IN_MOVED_TO |
				  IN_MOVED_FROM | IN_DELETE | IN_CREATE |
				  IN_ONLYDIR);
}

static int open_descriptor(void)
{
	return inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

/* A new file is told of again when it is closed. */
static bool tells_of_content(const struct inotify_event *event)
{
	if (event->mask & IN_Q_OVERFLOW)
		return true;
	if (event->len == 0)
		return false;
	if (event->mask & IN_ISDIR)
		return event->name[0] != '.';
	return !(event->mask & IN_CREATE) && is_content(event->name);
}

static bool was_told(const struct watch *watch)
{
	_Alignas(struct inotify_event) char events[4096];
	bool told = false;
	ssize_t bytes;

	while (watch->descriptor >= 0 &&
	       (bytes = read(watch->descriptor, events, sizeof events)) > 0) {
		for (char *at = events; at < events + bytes;) {
			const struct inotify_event *event = (void *)at;

			told |= tells_of_content(event);
			at += sizeof *event + event->len;
		}
	}
	return told;
}
#else
static void listen_to(const struct watch *watch, const char *folder)
{
	(void)watch;
	(void)folder;
}

static int open_descriptor(void)
{
	return -1;
}

static bool was_told(const struct watch *watch)
{
	(void)watch;
	return false;
}
#endif

/*
 * What a folder looks like, as a number.  It is listened to first: what
 * changes after that is told, and what changed before is seen.
 */
static uint64_t look_at(const struct watch *watch, const char *folder,
			int depth)
{
	uint64_t look = 0;
	char path[PATHS_MAX];
	struct dirent *item;
	struct stat info;
	DIR *stream;

	listen_to(watch, folder);
	stream = depth <= MAX_DEPTH ? opendir(folder) : NULL;
	while (stream != NULL && (item = readdir(stream)) != NULL) {
		if (item->d_name[0] == '.' ||
		    snprintf(path, sizeof path, "%s/%s", folder,
			     item->d_name) >= (int)sizeof path)
			continue;
		if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode))
			look += look_at(watch, path, depth + 1);
		else if (is_content(item->d_name))
			look += look_of_file(path);
	}
	if (stream != NULL)
		closedir(stream);
	return look;
}

/* Whether it looks otherwise than the last time. */
static bool looks_new(struct watch *watch)
{
	uint64_t look = look_at(watch, watch->dir, 0);
	bool is_new = look != watch->seen;

	watch->seen = look;
	watch->compared = now();
	return is_new;
}

struct watch *watch_new(const char *dir)
{
	struct watch *watch = xcalloc(1, sizeof *watch);

	watch->dir = xstrdup(dir);
	watch->descriptor = open_descriptor();
	watch->changed = -1;
	looks_new(watch);
	return watch;
}

void watch_free(struct watch **watch)
{
	struct watch *old = *watch;

	if (old == NULL)
		return;
	if (old->descriptor >= 0)
		close(old->descriptor);
	free(old->dir);
	free(old);
	*watch = NULL;
}

int watch_descriptor(const struct watch *watch)
{
	return watch->descriptor;
}

/* When to look next. */
static int64_t due(const struct watch *watch)
{
	return watch->changed >= 0 ? watch->changed + QUIET
				   : watch->compared + COMPARE_EVERY;
}

int watch_timeout(const struct watch *watch)
{
	int64_t left = due(watch) - now();

	return left > 0 ? (int)left : 0;
}

bool watch_changed(struct watch *watch)
{
	bool quiet = watch->changed >= 0;
	bool told = was_told(watch);

	if (!told && now() < due(watch))
		return false;
	if (looks_new(watch) || told) {
		watch->changed = now();
		return false;
	}
	watch->changed = -1;
	return quiet;
}
