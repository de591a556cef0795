/* The result as a text in a file, in whole or not at all. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "report/report.h"

#define COLUMNS 76

static int fill(int fd, const struct document *document, time_t when)
{
	FILE *stream = fdopen(fd, "w");
	bool failed = false;

	if (stream == NULL) {
		close(fd);
		return -1;
	}
	report_when(stream, when, COLUMNS);
	report_text(stream, document, COLUMNS);
	failed = fflush(stream) != 0 || ferror(stream) || fsync(fd) != 0;
	return fclose(stream) != 0 || failed ? -1 : 0;
}

/* A device or a pipe would be replaced by a file. */
static bool is_plain(const char *path)
{
	struct stat there;

	return lstat(path, &there) != 0 || S_ISREG(there.st_mode);
}

int report_text_save(const char *path, const struct document *document,
		     time_t when, bool replace, struct error *err)
{
	char written[PATH_MAX + 8];
	int fd = -1;
	int reason = 0;

	if (!is_plain(path))
		return error_set(err, NULL, 0,
				 _("%s is no ordinary file; type another name"),
				 path);
	snprintf(written, sizeof written, replace ? "%s.XXXXXX" : "%s", path);
	if (replace)
		fd = mkostemp(written, O_CLOEXEC);	/* mode 0600 */
	else
		fd = open(written, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
			  0600);
	if (fd >= 0 && fill(fd, document, when) == 0 &&
	    (!replace || rename(written, path) == 0))
		return 0;
	reason = errno;
	if (fd >= 0)
		unlink(written);
	return error_set(err, NULL, 0, _("%s cannot be saved: %s"), path,
			 strerror(reason));
}
