#include "config.h"

#include "base/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"

static int cannot_save(const char *path, int reason, struct error *err)
{
	return error_set(err, NULL, 0, _("%.120s cannot be saved: %s"), path,
			 strerror(reason));
}

static int open_temporary(struct file_save *save, const struct stat *old,
			  bool keep_mode)
{
	int fd;

	if (realpath(save->path, save->target) == NULL &&
	    snprintf(save->target, sizeof save->target, "%s", save->path) >=
	    (int)sizeof save->target) {
		errno = ENAMETOOLONG;
		return -1;
	}
	snprintf(save->temporary, sizeof save->temporary, "%s.XXXXXX",
		 save->target);
	fd = mkostemp(save->temporary, O_CLOEXEC);	/* mode 0600 */
	if (fd < 0)
		save->temporary[0] = '\0';
	else if (keep_mode && fchmod(fd, old->st_mode & 0777) != 0) {
		int reason = errno;

		close(fd);
		unlink(save->temporary);
		errno = reason;
		return -1;
	}
	return fd;
}

int file_save_begin(struct file_save *save, const char *path, bool keep_mode,
		    struct error *err)
{
	struct stat old;
	bool there = stat(path, &old) == 0;
	int fd;

	*save = (struct file_save){ .path = path };
	if (there && !S_ISREG(old.st_mode))
		fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	else
		fd = open_temporary(save, &old, there && keep_mode);
	if (fd >= 0)
		save->stream = fdopen(fd, "w");
	if (save->stream != NULL)
		return 0;
	cannot_save(path, errno, err);
	if (fd >= 0)
		close(fd);
	file_save_drop(save);
	return -1;
}

int file_save_flush(struct file_save *save, struct error *err)
{
	errno = 0;
	if (fflush(save->stream) != 0 || ferror(save->stream))
		return cannot_save(save->path, errno != 0 ? errno : EIO, err);
	/* a pipe or a device has no disk to go to */
	if (fsync(fileno(save->stream)) != 0 && errno != EINVAL &&
	    errno != EROFS)
		return cannot_save(save->path, errno, err);
	return 0;
}

int file_save_end(struct file_save *save, struct error *err)
{
	int result = file_save_flush(save, err);

	if (fclose(save->stream) != 0 && result == 0)
		result = cannot_save(save->path, errno, err);
	save->stream = NULL;
	if (result == 0 && save->temporary[0] != '\0' &&
	    rename(save->temporary, save->target) != 0)
		result = cannot_save(save->path, errno, err);
	if (result != 0)
		file_save_drop(save);
	return result;
}

void file_save_drop(struct file_save *save)
{
	if (save->stream != NULL)
		fclose(save->stream);
	save->stream = NULL;
	if (save->temporary[0] != '\0')
		unlink(save->temporary);
	save->temporary[0] = '\0';
}
