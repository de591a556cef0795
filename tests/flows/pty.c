/* A program in a pseudo-terminal. */
#include <config.h>

#include "tests/flows/pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void give_up(const char *what)
{
	perror(what);
	exit(99);
}

static void set_size(int terminal, int rows, int columns)
{
	struct winsize size = {
		.ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)columns,
	};

	ioctl(terminal, TIOCSWINSZ, &size);
}

void pty_open(struct pty *pty, int rows, int columns)
{
	*pty = (struct pty){ .master = posix_openpt(O_RDWR | O_NOCTTY) };
	if (pty->master < 0 || grantpt(pty->master) != 0 ||
	    unlockpt(pty->master) != 0)
		give_up("posix_openpt");
	fcntl(pty->master, F_SETFD, FD_CLOEXEC);
	pty->slave = open(ptsname(pty->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (pty->slave < 0)
		give_up("ptsname");
	set_size(pty->master, rows, columns);
	/* Shared, so that the child can say when it was about to start. */
	pty->started = mmap(NULL, sizeof(*pty->started),
			    PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (pty->started == MAP_FAILED)
		give_up("mmap");
}

/* In the child: never returns. */
static void become(struct pty *pty, char *const argv[],
		   char *const environment[], const char *dir)
{
	sigset_t none;

	setsid();
	ioctl(pty->slave, TIOCSCTTY, 0);
	for (int fd = 0; fd <= 2; fd++)
		dup2(pty->slave, fd);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (chdir(dir) != 0)
		_exit(127);
	clock_gettime(CLOCK_MONOTONIC, pty->started);
	execvpe(argv[0], argv, environment);
	perror(argv[0]);
	_exit(127);
}

void pty_start(struct pty *pty, char *const argv[], char *const environment[],
	       const char *dir)
{
	pty->child = fork();
	if (pty->child < 0)
		give_up("fork");
	if (pty->child == 0)
		become(pty, argv, environment, dir);
}

void pty_resize(struct pty *pty, int rows, int columns)
{
	set_size(pty->master, rows, columns);
}

void pty_write(struct pty *pty, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t written = write(pty->master, bytes, size);

		if (written < 0 && errno != EINTR)
			give_up("write");
		if (written > 0) {
			bytes += written;
			size -= (size_t)written;
		}
	}
}

size_t pty_read(struct pty *pty, char *bytes, size_t size, int timeout)
{
	struct pollfd input = { .fd = pty->master, .events = POLLIN };
	ssize_t got = 0;

	if (poll(&input, 1, timeout) > 0 && (input.revents & POLLIN) != 0)
		got = read(pty->master, bytes, size);
	return got > 0 ? (size_t)got : 0;
}

bool pty_ended(struct pty *pty)
{
	if (pty->child != 0 &&
	    waitpid(pty->child, &pty->status, WNOHANG) == pty->child)
		pty->child = 0;
	return pty->child == 0;
}

void pty_close(struct pty *pty)
{
	if (!pty_ended(pty)) {
		kill(pty->child, SIGKILL);
		waitpid(pty->child, &pty->status, 0);
		pty->child = 0;
	}
	munmap(pty->started, sizeof(*pty->started));
	close(pty->slave);
	close(pty->master);
}

bool pty_is_cooked(const struct pty *pty)
{
	struct termios modes;

	return tcgetattr(pty->slave, &modes) == 0 &&
	       (modes.c_lflag & (ICANON | ECHO | ISIG)) ==
	       (ICANON | ECHO | ISIG) && (modes.c_iflag & ICRNL) != 0;
}

double microseconds(const struct timespec *from, const struct timespec *to)
{
	return (double)(to->tv_sec - from->tv_sec) * 1e6 +
	       (double)(to->tv_nsec - from->tv_nsec) / 1e3;
}
