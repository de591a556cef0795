/* Printing through lp(1): started without a shell, fed through a pipe. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "report/report.h"

#define COLUMNS 76

extern char **environ;

static bool is_program(const char *folder, size_t bytes)
{
	char path[4096];

	if (bytes == 0 || bytes + sizeof "/lp" > sizeof path)
		return false;
	snprintf(path, sizeof path, "%.*s/lp", (int)bytes, folder);
	return access(path, X_OK) == 0;
}

bool report_can_print(void)
{
	const char *folder = getenv("PATH");

	while (folder != NULL) {
		size_t bytes = strcspn(folder, ":");

		if (is_program(folder, bytes))
			return true;
		folder = folder[bytes] == ':' ? folder + bytes + 1 : NULL;
	}
	return false;
}

/* The screens block signals while they work; lp starts without. */
static int spawn_lp(pid_t *child, const posix_spawn_file_actions_t *actions)
{
	char *const arguments[] = { (char *)"lp", NULL };
	posix_spawnattr_t attributes;
	sigset_t none;
	int reason = posix_spawnattr_init(&attributes);

	if (reason != 0)
		return reason;
	sigemptyset(&none);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	reason = posix_spawnp(child, "lp", actions, &attributes, arguments,
			      environ);
	posix_spawnattr_destroy(&attributes);
	return reason;
}

/* Starts lp with its input from the pipe; what it says goes nowhere. */
static int start_lp(pid_t *child, const int ends[2])
{
	posix_spawn_file_actions_t actions;
	int reason = posix_spawn_file_actions_init(&actions);

	if (reason != 0)
		return reason;
	posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
					 O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
					 O_WRONLY, 0);
	reason = spawn_lp(child, &actions);
	posix_spawn_file_actions_destroy(&actions);
	return reason;
}

static void write_all(int fd, const char *text, size_t bytes)
{
	while (bytes > 0) {
		ssize_t done = write(fd, text, bytes);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return;
		text += done;
		bytes -= (size_t)done;
	}
}

/* An lp that ends early is told by its exit status, not by a signal. */
static void feed(int fd, const struct document *document, time_t when)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	char *text = NULL;
	size_t bytes = 0;
	FILE *stream = open_memstream(&text, &bytes);

	if (stream == NULL)
		return;
	report_when(stream, when, COLUMNS);
	report_text_printed(stream, document, COLUMNS);
	fclose(stream);
	sigaction(SIGPIPE, &ignore, &before);
	write_all(fd, text, bytes);
	sigaction(SIGPIPE, &before, NULL);
	free(text);
}

static bool succeeded(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int report_print(const struct document *document, time_t when,
		 struct error *err)
{
	int ends[2];
	pid_t child;
	int reason;

	if (!report_can_print())
		return error_set(err, NULL, 0,
				 _("this machine has no lp to print with; "
				   "save the result as a text instead"));
	if (pipe2(ends, O_CLOEXEC) != 0)
		return error_set(err, NULL, 0, _("printing failed: %s"),
				 strerror(errno));
	reason = start_lp(&child, ends);
	close(ends[0]);
	if (reason != 0) {
		close(ends[1]);
		return error_set(err, NULL, 0, _("printing failed: %s"),
				 strerror(reason));
	}
	feed(ends[1], document, when);
	close(ends[1]);
	if (succeeded(child))
		return 0;
	return error_set(err, NULL, 0,
			 _("the printer did not take the page; ask if lp "
			   "prints here, or save the result as "
			   "a text"));
}
