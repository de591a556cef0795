#include "config.h"

#include "command/command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/paths.h"

#define SHIPPED_PACK "buttock-pain"

int command_pack_dir(char *buffer, const char *given, struct error *err)
{
	if (given == NULL)
		given = getenv("SITWELL_PACK");
	if (given == NULL || given[0] == '\0')
		return paths_pack(buffer, SHIPPED_PACK, err);
	if (strlen(given) >= PATHS_MAX)
		return error_set(err, NULL, 0, _("the pack's path is too long"));
	strcpy(buffer, given);
	return 0;
}

int command_load_pack(struct pack **pack, const char *given)
{
	char dir[PATHS_MAX];
	struct error_list faults = { 0 };
	struct error err;
	int failed;

	if (command_pack_dir(dir, given, &err) != 0) {
		error_print(stderr, &err);
		return EXIT_FAILED;
	}
	failed = pack_load(pack, dir, &faults);
	error_list_print(stderr, &faults);
	if (failed)
		fprintf(stderr, _("sitwell: the pack %s cannot be used\n"), dir);
	error_list_done(&faults);
	return failed ? EXIT_CONTENT : 0;
}

int command_role(void *role, const char *program, const char *argument)
{
	int found = role_from_id(argument);

	if (found < 0)
		return options_wrong(program,
				     _("there is no role %s; write patient, physio or trainer"),
				     argument);
	*(int *)role = found;
	return -1;
}

int command_make_folder(const char *folder, struct error *err)
{
	if (mkdir(folder, 0700) == 0 || errno == EEXIST)
		return 0;
	return error_set(err, NULL, 0, _("the folder %s could not be made: %s"),
			 folder, strerror(errno));
}

FILE *command_open_output(const char *path)
{
	FILE *stream = NULL;
	int file;

	if (path == NULL || strcmp(path, "-") == 0)
		return stdout;
	file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (file >= 0)
		stream = fdopen(file, "w");
	if (stream == NULL)
		fprintf(stderr, _("sitwell: cannot write %s: %s\n"), path,
			strerror(errno));
	return stream;
}

int command_close_output(FILE *stream, const char *path)
{
	int failed = ferror(stream);

	if (stream == stdout)
		failed |= fflush(stream) != 0;
	else
		failed |= fclose(stream) != 0;
	if (!failed)
		return 0;
	fprintf(stderr, _("sitwell: cannot write %s: %s\n"),
		path != NULL ? path : _("standard output"), strerror(errno));
	return EXIT_FAILED;
}
