/*
 * A program in a pseudo-terminal, as a person's terminal starts it.  Knows
 * bytes and times only; screen.h makes a picture of them.
 */
#ifndef SITWELL_TESTS_PTY_H
#define SITWELL_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

struct pty {
	int master;		/* what the terminal reads and writes */
	int slave;		/* held open, so that its modes can be asked */
	pid_t child;		/* 0: none, or over and waited for */
	int status;		/* of the last child, as waitpid gives it */
	struct timespec *started;	/* when the child was about to exec */
};

/* Ends the process with a message where no pseudo-terminal is to be had. */
void pty_open(struct pty *pty, int rows, int columns);

/*
 * Starts argv[0], searched along the caller's PATH, in the folder `dir`
 * with nothing but `environment`.  A program that cannot be started exits
 * with status 127.
 */
void pty_start(struct pty *pty, char *const argv[], char *const environment[],
	       const char *dir);

/* The window becomes this large; the child gets SIGWINCH. */
void pty_resize(struct pty *pty, int rows, int columns);

void pty_write(struct pty *pty, const char *bytes, size_t size);

/*
 * What the child wrote, at most `size` bytes: how many, and 0 if nothing
 * came within `timeout` milliseconds.
 */
size_t pty_read(struct pty *pty, char *bytes, size_t size, int timeout);

/* True once the child is over; its status is kept in `status`. */
bool pty_ended(struct pty *pty);

/* Waits for the child, killing it first if it is still there. */
void pty_close(struct pty *pty);

/* True if lines and echo are on, as a shell leaves a terminal. */
bool pty_is_cooked(const struct pty *pty);

/* Microseconds from `from` to `to`. */
double microseconds(const struct timespec *from, const struct timespec *to);

#endif
