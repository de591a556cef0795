/*
 * PKGDATADIR, LOCALEDIR, SYSCONFDIR, BUILD_TREE and SOURCE_TREE come from
 * the build; the last two are absolute and without symbolic links, since
 * /proc/self/exe is.
 */
#include <config.h>

#include "base/paths.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"

/* Joins up to three parts as they stand; `b` and `c` may be "". */
static int join(char *out, const char *a, const char *b, const char *c,
		struct error *err)
{
	int bytes = snprintf(out, PATHS_MAX, "%s%s%s", a, b, c);

	if (bytes < 0 || bytes >= PATHS_MAX) {
		out[0] = '\0';
		return error_set(err, "", 0,
				 _("the path %.60s... is too long; "
				   "use a shorter one"), a);
	}
	return 0;
}

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The folder that holds the running program; "" where it cannot be told. */
static void program_folder(char *out)
{
	ssize_t bytes = readlink("/proc/self/exe", out, PATHS_MAX - 1);
	char *slash;

	out[bytes > 0 ? bytes : 0] = '\0';
	slash = strrchr(out, '/');
	if (slash != NULL)
		*slash = '\0';
}

/* In BUILD_TREE itself or under its tests/; a staged install elsewhere in
 * the build tree is an installed program. */
static bool is_in_build_tree(const char *folder)
{
	static const char tests[] = BUILD_TREE "/tests/";

	return strcmp(folder, BUILD_TREE) == 0 ||
	       strncmp(folder, tests, sizeof(tests) - 1) == 0;
}

/* The folder that holds content/. */
static int data_folder(char *out, struct error *err)
{
	char program[PATHS_MAX];

	program_folder(program);
	if (is_in_build_tree(program))
		return join(out, SOURCE_TREE, "", "", err);
	if (!is_folder(PKGDATADIR) && program[0] != '\0') {
		if (join(out, program, "/../share/sitwell", "", err) != 0)
			return -1;
		if (is_folder(out))
			return 0;
	}
	return join(out, PKGDATADIR, "", "", err);
}

int paths_pack(char *out, const char *id, struct error *err)
{
	char data[PATHS_MAX];

	if (data_folder(data, err) != 0)
		return -1;
	return join(out, data, "/content/", id, err);
}

int paths_site_default(char *out, const char *country, struct error *err)
{
	char folder[PATHS_MAX];

	if (paths_pack(folder, "site/", err) != 0)
		return -1;
	return join(out, folder, country, ".ini", err);
}

/*
 * $VARIABLE/sitwell, or $HOME/below/sitwell.  The specification says to
 * overlook a value that is not an absolute path.
 */
static int xdg_folder(char *out, const char *variable, const char *below,
		      struct error *err)
{
	const char *base = getenv(variable);
	const char *home = getenv("HOME");

	if (base != NULL && base[0] == '/')
		return join(out, base, "/sitwell", "", err);
	if (home == NULL || home[0] != '/')
		return error_set(err, "", 0,
				 _("no home folder is known; set HOME or %s"),
				 variable);
	return join(out, home, below, "/sitwell", err);
}

int paths_config(char *out, struct error *err)
{
	return xdg_folder(out, "XDG_CONFIG_HOME", "/.config", err);
}

int paths_site(char *out, struct error *err)
{
	char folder[PATHS_MAX];
	struct error homeless;

	/* A kiosk's user may well have no home: that is no error here. */
	if (paths_config(folder, &homeless) == 0) {
		if (join(out, folder, "/site.ini", "", err) != 0)
			return -1;
		if (access(out, F_OK) == 0)
			return 0;
	}
	if (join(out, SYSCONFDIR, "/sitwell/site.ini", "", err) != 0)
		return -1;
	if (access(out, F_OK) != 0)
		out[0] = '\0';
	return 0;
}

int paths_plans(char *out, struct error *err)
{
	char folder[PATHS_MAX];

	if (xdg_folder(folder, "XDG_DATA_HOME", "/.local/share", err) != 0)
		return -1;
	return join(out, folder, "/plans", "", err);
}

int paths_make_folder(char *path, struct error *err)
{
	for (char *slash = path + 1; ; slash++) {
		slash = strchr(slash, '/');
		if (slash != NULL)
			*slash = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST &&
		    !is_folder(path)) {
			int reason = errno;

			return error_set(err, "", 0,
					 _("the folder %.100s cannot be "
					   "created: %s"), path,
					 strerror(reason));
		}
		if (slash == NULL)
			break;
		*slash = '/';
	}
	if (!is_folder(path))
		return error_set(err, "", 0,
				 _("%.150s is not a folder; move it away"),
				 path);
	return 0;
}

int paths_state(char *out, struct error *err)
{
	if (xdg_folder(out, "XDG_STATE_HOME", "/.local/state", err) != 0)
		return -1;
	return paths_make_folder(out, err);
}

const char *paths_locale(void)
{
	const char *given = getenv("SITWELL_LOCALEDIR");

	return given != NULL && given[0] != '\0' ? given : LOCALEDIR;
}
