#include "config.h"

#include "command/patience.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/text.h"
#include "command/command.h"

/* What a handler of a signal may use must stand here. */
static char last_words[400];

static void give_up(int signal)
{
	ssize_t written = write(STDERR_FILENO, last_words, strlen(last_words));

	(void)signal;
	(void)written;
	_exit(EXIT_PROOF);
}

void patience_limit(const char *program, unsigned seconds)
{
	struct itimerval timer = { .it_value.tv_sec = seconds };
	struct sigaction action = { .sa_handler = give_up };

	snprintf(last_words, sizeof last_words,
		 _("%s: given up after %u seconds of work, so nothing is proved; --limit gives it more, and smaller parts need less\n"),
		 program, seconds);
	sigemptyset(&action.sa_mask);
	sigaction(SIGPROF, &action, NULL);
	setitimer(ITIMER_PROF, &timer, NULL);
}

int patience_read(void *seconds, const char *program, const char *argument)
{
	double number;

	if (text_number(&number, argument) != 0 || number < 0 ||
	    number > 86400)
		return options_wrong(program,
				     _("--limit takes seconds, such as 30"));
	*(unsigned *)seconds = (unsigned)number;
	return -1;
}
