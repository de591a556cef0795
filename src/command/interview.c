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

enum { OPT_ROLE, OPT_PACK, OPT_LANG, OPT_PLAIN, OPT_ANSWERS, OPT_SAVE,
       OPT_THEME, OPT_FAST, OPT_WATCH, OPT_PLANS };

static const struct option_row rows[] = {
	[OPT_ROLE] = { "role", N_("ROLE"), N_("patient, physio or trainer") },
	[OPT_PACK] = { "pack", N_("DIR"), N_("the content to use") },
	[OPT_LANG] = { "lang", N_("LL"), N_("the language, such as en") },
	[OPT_PLAIN] = { "plain", NULL,
		N_("ask as lines of text: for screen readers, braille and scripts") },
	[OPT_ANSWERS] = { "answers", N_("FILE"),
		N_("go on from an answers file, for example to examine") },
	[OPT_SAVE] = { "save", N_("FILE"),
		N_("write the answers there at the end") },
	[OPT_THEME] = { "theme", N_("THEME"),
		N_("default, high-contrast or mono") },
	[OPT_FAST] = { "fast", NULL,
		N_("a digit answers at once (physio)") },
	[OPT_WATCH] = { "watch", NULL,
		N_("load the pack anew whenever it is saved: for authors") },
	[OPT_PLANS] = { "plans", N_("DIR"),
		N_("the folder with a trainer's plans") },
	{ NULL, NULL, NULL },
};

static const char *const examples[] = {
	"sitwell",
	"sitwell --plain",
	"sitwell --role trainer --plans clients",
	"sitwell --role physio --answers visit.ini --save visit.ini",
	"sitwell --watch --pack content/buttock-pain",
	NULL,
};

static const char *const themes[] = {
	[THEME_DEFAULT] = "default",
	[THEME_HIGH_CONTRAST] = "high-contrast",
	[THEME_MONO] = "mono",
};

struct wanted {
	struct session session;
	struct screens_options screens;
	const char *pack;
	bool plain;
};

static int read_theme(struct wanted *wanted, const char *program,
		      const char *text)
{
	for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
		if (strcmp(themes[i], text) == 0) {
			wanted->screens.theme = (enum theme)i;
			return -1;
		}
	}
	return options_wrong(program,
			     _("there is no theme %s; write default, high-contrast or mono"),
			     text);
}

static int read_role(struct wanted *wanted, const char *program,
		     const char *text)
{
	int role = command_role(program, text);

	if (role < 0)
		return EXIT_USAGE;
	wanted->session.role = (enum role)role;
	wanted->session.role_given = true;
	return -1;
}

static int read_option(struct wanted *wanted, const char *program, int option,
		       const char *argument)
{
	switch (option) {
	case OPT_ROLE:
		return read_role(wanted, program, argument);
	case OPT_THEME:
		return read_theme(wanted, program, argument);
	case OPT_PACK:
		wanted->pack = argument;
		break;
	case OPT_LANG:
		wanted->session.language = argument;
		i18n_start(argument);
		break;
	case OPT_PLAIN:
		wanted->plain = true;
		break;
	case OPT_ANSWERS:
		wanted->session.answers_path = argument;
		break;
	case OPT_SAVE:
		wanted->session.save_path = argument;
		break;
	case OPT_FAST:
		wanted->session.fast = true;
		break;
	case OPT_WATCH:
		wanted->session.watch = true;
		break;
	case OPT_PLANS:
		wanted->session.plans_dir = argument;
		break;
	}
	return -1;
}

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
		status = read_role(wanted, program, role);
	if (status < 0 && theme != NULL && theme[0] != '\0')
		status = read_theme(wanted, program, theme);
	return status;
}

static int read_options(struct wanted *wanted, const struct command *command,
			int argc, char **argv)
{
	const char *argument;
	int option, status = read_environment(wanted, argv[0]);

	while (status < 0 && (option = options_next(rows, argc, argv,
						    &argument)) !=
	       OPTIONS_END) {
		status = command_common(command, option);
		if (status < 0)
			status = read_option(wanted, argv[0], option, argument);
	}
	if (status < 0 && optind < argc)
		status = options_wrong(argv[0], _("there is no command %s"),
				       argv[optind]);
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
	struct wanted wanted = { .session.language = "en" };
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
	.usage = N_("sitwell [OPTION...]\n       sitwell assess|check|graph|new|vignettes [OPTION...]"),
	.purpose = N_("Asks one thing at a time and finds out why a buttock hurts, how urgent it is and what to do about it. Everything stays on this computer."),
	.examples = examples,
	.options = rows,
	.notes = N_("Each command has its own --help. Exit status: 0 finished, 1 failed, 2 wrong usage,\n3 content or answers invalid, 4 a check failed, 5 stopped."),
	.run = run,
};
