/* sitwell: the interview itself, on screens or as lines. */
#include "config.h"

#include <getopt.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "command/command.h"
#include "interview/session.h"
#include "plain/plain.h"
#include "screens/screens.h"

struct wanted {
	struct session session;
	struct screens_options screens;
	const char *pack;
	int role;			/* -1: ask */
	bool plain;
};

static const struct option_words themes = {
	{ [THEME_DEFAULT] = "default",
	  [THEME_HIGH_CONTRAST] = "high-contrast",
	  [THEME_MONO] = "mono" },
	N_("there is no theme %s; write default, high-contrast or mono"),
};

/* The session keeps it, for what it writes. */
static int read_language(void *language, const char *program,
			 const char *argument)
{
	options_text(language, program, argument);
	return options_language(language, program, argument);
}

static const struct option_row rows[] = {
	{ "role", N_("ROLE"), N_("patient, physio or trainer"),
	  OPTION_MEMBER(command_role, struct wanted, role, int) },
	OPTION_PACK(struct wanted, N_("the content to use")),
	OPTION_LANG_BY(OPTION_MEMBER(read_language, struct wanted,
				     session.language, const char *)),
	{ "plain", NULL,
	  N_("ask as lines of text: for screen readers, braille and scripts"),
	  OPTION_FLAG(struct wanted, plain) },
	{ "answers", N_("FILE"),
	  N_("go on from an answers file, for example to examine"),
	  OPTION_TEXT(struct wanted, session.answers_path) },
	{ "save", N_("FILE"), N_("write the answers there at the end"),
	  OPTION_TEXT(struct wanted, session.save_path) },
	{ "theme", N_("THEME"), N_("default, high-contrast or mono"),
	  OPTION_WORD(struct wanted, screens.theme, &themes) },
	{ "fast", NULL, N_("a digit answers at once (physio)"),
	  OPTION_FLAG(struct wanted, session.fast) },
	{ "watch", NULL,
	  N_("load the pack anew whenever it is saved: for authors"),
	  OPTION_FLAG(struct wanted, session.watch) },
	{ "plans", N_("DIR"), N_("the folder with a trainer's plans"),
	  OPTION_TEXT(struct wanted, session.plans_dir) },
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell",
	"sitwell --plain",
	"sitwell --role trainer --plans clients",
	"sitwell --role physio --answers visit.ini --save visit.ini",
	"sitwell --watch --pack content/buttock-pain",
	NULL,
};

/* What the environment sets, an option may set otherwise. */
static int read_environment(struct wanted *wanted, const char *program)
{
	const char *role = getenv("SITWELL_ROLE");
	const char *theme = getenv("SITWELL_THEME");
	const char *plans = getenv("SITWELL_PLANS");
	int status = -1;

	if (plans != NULL && plans[0] != '\0')
		wanted->session.plans_dir = plans;
	if (role != NULL && role[0] != '\0')
		status = command_role(&wanted->role, program, role);
	if (status < 0 && theme != NULL && theme[0] != '\0')
		status = options_word(&wanted->screens.theme, program, theme,
				      &themes);
	return status;
}

static int read_options(struct wanted *wanted, const struct command *command,
			int argc, char **argv)
{
	int status = read_environment(wanted, argv[0]);

	if (status < 0)
		status = options_read(command, argc, argv, wanted);
	if (status < 0 && optind < argc)
		status = options_wrong(argv[0], _("there is no command %s"),
				       argv[optind]);
	if (wanted->role >= 0) {
		wanted->session.role = (enum role)wanted->role;
		wanted->session.role_given = true;
	}
	return status;
}

/* Lines where the terminal is none, or one that cannot move its cursor. */
static bool is_plain(const struct wanted *wanted)
{
	const char *term = getenv("TERM");

	return wanted->plain || !isatty(STDIN_FILENO) ||
	       !isatty(STDOUT_FILENO) || term == NULL || term[0] == '\0' ||
	       strcmp(term, "dumb") == 0;
}

static int ask_on_screens(struct wanted *wanted, struct error *err)
{
	switch (screens_run(&wanted->session, &wanted->screens, err)) {
	case SCREENS_FINISHED:
		return EXIT_FINISHED;
	case SCREENS_STOPPED:
		return EXIT_STOPPED;
	case SCREENS_FAILED:
		break;
	}
	return EXIT_FAILED;
}

static int ask_as_lines(struct wanted *wanted, struct error *err)
{
	switch (plain_run(&wanted->session, stdin, stdout, err)) {
	case PLAIN_FINISHED:
		return EXIT_FINISHED;
	case PLAIN_STOPPED:
		return EXIT_STOPPED;
	case PLAIN_FAILED:
		break;
	}
	return EXIT_FAILED;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .session.language = "en", .role = -1 };
	struct error err = { .message = "" };
	char dir[PATHS_MAX];
	int status = read_options(&wanted, command, argc, argv);

	if (status >= 0)
		return status;
	if (wanted.session.watch && is_plain(&wanted))
		return options_wrong(argv[0],
				     _("--watch needs the full screen of a "
				       "terminal"));
	if (command_pack_dir(dir, wanted.pack, &err) != 0) {
		error_print(stderr, &err);
		return EXIT_FAILED;
	}
	wanted.session.pack_dir = dir;
	status = is_plain(&wanted) ? ask_as_lines(&wanted, &err)
				   : ask_on_screens(&wanted, &err);
	if (status == EXIT_FAILED && wanted.session.faults.count > 0) {
		error_list_print(stderr, &wanted.session.faults);
		status = EXIT_CONTENT;
	} else if (err.message[0] != '\0') {
		error_print(stderr, &err);
	}
	session_done(&wanted.session);
	return status;
}

const struct command interview_command = {
	.name = "",
	.usage = N_("sitwell [OPTION...]\n       sitwell assess|check|graph|impact|new|plan|vignettes [OPTION...]"),
	.purpose = N_("Asks one thing at a time and finds out why a buttock hurts, how urgent it is and what to do about it. Everything stays on this computer."),
	.examples = examples,
	.options = rows,
	.notes = N_("Each command has its own --help. Exit status: 0 finished, 1 failed, 2 wrong usage,\n3 content or answers invalid, 4 a check failed, 5 stopped."),
	.run = run,
};
