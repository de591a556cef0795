/*
 * Starting, ending and listening.  Signals that ask us to stop are blocked
 * except while waiting for a key, so none is lost between looking and
 * waiting; a crash writes strings that were made ready at the start, since
 * a handler may call hardly anything.
 */
#include <config.h>

#include "terminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"

#define ESCAPE_DELAY 25			/* milliseconds */
#define EMPTY_READS 100			/* in a row: the terminal is gone */
#define CRASH_STACK 32768		/* a crash may be for want of stack */

static struct {
	bool open;
	SCREEN *screen;
	WINDOW *keys;			/* a pad: reading paints nothing */
	struct termios modes;		/* as we found them */
	char restore[512];		/* what puts the terminal right */
	size_t restore_bytes;
	sigset_t waiting;		/* signal mask while waiting */
	volatile sig_atomic_t stop;
	int wake;			/* a descriptor, or -1 */
	int mouse_y, mouse_x;
	char crash_stack[CRASH_STACK];
} terminal;

static const int stop_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
static const int crash_signals[] = { SIGSEGV, SIGABRT, SIGFPE, SIGBUS };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* May run in a signal handler. */
static void give_back(void)
{
	ssize_t written = 0;

	if (!terminal.open)
		return;
	written = write(STDOUT_FILENO, terminal.restore,
			terminal.restore_bytes);
	(void)written;
	tcsetattr(STDIN_FILENO, TCSANOW, &terminal.modes);
}

static void on_crash(int signal)
{
	give_back();
	raise(signal);		/* the default action is back: SA_RESETHAND */
}

static void on_stop(int signal)
{
	(void)signal;
	terminal.stop = 1;
}

static int keep_character(int character)
{
	if (terminal.restore_bytes < sizeof(terminal.restore))
		terminal.restore[terminal.restore_bytes++] = (char)character;
	return character;
}

static void keep_capability(const char *name)
{
	char capability[8];
	char *text = NULL;

	strncpy(capability, name, sizeof(capability) - 1);
	capability[sizeof(capability) - 1] = '\0';
	text = tigetstr(capability);
	if (text != NULL && text != (char *)-1)
		tputs(text, 1, keep_character);
}

/* The same as endwin would write, made ready while it is safe to. */
static void prepare_restore(bool mouse)
{
	static const char no_mouse[] = "\033[?1006l\033[?1000l";

	terminal.restore_bytes = 0;
	for (size_t i = 0; mouse && no_mouse[i] != '\0'; i++)
		keep_character(no_mouse[i]);
	keep_capability("sgr0");
	keep_capability("op");
	keep_capability("cnorm");
	keep_capability("rmkx");
	if (tigetstr((char[]){ "rmcup" }) == NULL)
		keep_capability("clear");
	keep_capability("rmcup");
	keep_character('\r');
}

static void catch_signals(void)
{
	struct sigaction action = { .sa_handler = on_stop };
	stack_t stack = {
		.ss_sp = terminal.crash_stack,
		.ss_size = CRASH_STACK,
	};
	sigset_t blocked;

	sigemptyset(&blocked);
	sigaddset(&blocked, SIGWINCH);
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < COUNT(stop_signals); i++) {
		sigaddset(&blocked, stop_signals[i]);
		sigaction(stop_signals[i], &action, NULL);
	}
	action.sa_handler = on_crash;
	sigaltstack(&stack, NULL);
	action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
	for (size_t i = 0; i < COUNT(crash_signals); i++)
		sigaction(crash_signals[i], &action, NULL);
	sigprocmask(SIG_BLOCK, &blocked, &terminal.waiting);
	for (size_t i = 0; i < COUNT(stop_signals); i++)
		sigdelset(&terminal.waiting, stop_signals[i]);
	sigdelset(&terminal.waiting, SIGWINCH);
}

static void release_signals(void)
{
	struct sigaction action = { .sa_handler = SIG_DFL };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < COUNT(stop_signals); i++)
		sigaction(stop_signals[i], &action, NULL);
	for (size_t i = 0; i < COUNT(crash_signals); i++)
		sigaction(crash_signals[i], &action, NULL);
	sigprocmask(SIG_SETMASK, &terminal.waiting, NULL);
}

static bool can_move_the_cursor(void)
{
	const char *capability = tigetstr((char[]){ "cup" });

	return capability != NULL && capability != (char *)-1;
}

static int refuse(struct error *err)
{
	const char *name = getenv("TERM");

	return error_set(err, NULL, 0, _("the terminal type \"%s\" cannot show "
		"screens; set TERM to what you use, or try --plain"),
		name == NULL ? "" : name);
}

static int start_curses(struct error *err)
{
	const char *name = getenv("TERM");

	if (name == NULL || name[0] == '\0')
		return refuse(err);
	terminal.screen = newterm(NULL, stdout, stdin);
	if (terminal.screen == NULL)
		return refuse(err);
	terminal.keys = newpad(1, 1);
	if (terminal.keys == NULL || !can_move_the_cursor()) {
		endwin();
		delscreen(terminal.screen);
		return refuse(err);
	}
	set_escdelay(ESCAPE_DELAY);
	cbreak();
	noecho();
	nonl();
	keypad(terminal.keys, TRUE);
	nodelay(terminal.keys, TRUE);
	/* A screen in one piece: looking for keys meanwhile costs writes. */
	typeahead(-1);
	return 0;
}

int terminal_open(struct error *err)
{
	mmask_t mouse = 0;

	if (tcgetattr(STDIN_FILENO, &terminal.modes) != 0 ||
	    !isatty(STDOUT_FILENO))
		return error_set(err, NULL, 0,
				 _("the screens need a terminal; try --plain"));
	if (start_curses(err) != 0)
		return -1;
	mouseinterval(0);
	mouse = mousemask(BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON4_PRESSED |
			  BUTTON5_PRESSED, NULL);
	prepare_restore(mouse != 0 && has_mouse());
	terminal.stop = 0;
	terminal.wake = -1;
	terminal.open = true;
	catch_signals();
	error_on_no_memory(give_back);
	return 0;
}

/*
 * Where there is no second screen to leave, what was answered would stay in
 * sight.
 */
static void wipe(void)
{
	const char *capability = tigetstr((char[]){ "rmcup" });

	if (capability != NULL && capability != (char *)-1)
		return;
	putp(tigetstr((char[]){ "clear" }));
	fflush(stdout);
}

void terminal_close(void)
{
	if (!terminal.open)
		return;
	error_on_no_memory(NULL);
	delwin(terminal.keys);
	endwin();
	wipe();
	delscreen(terminal.screen);
	terminal.open = false;
	release_signals();
}

/* What a mouse event is to us; ERR if nothing. */
static int mouse_key(void)
{
	MEVENT event;

	if (getmouse(&event) != OK)
		return ERR;
	terminal.mouse_y = event.y;
	terminal.mouse_x = event.x;
	if (event.bstate & BUTTON4_PRESSED)
		return KEY_WHEEL_UP;
	if (event.bstate & BUTTON5_PRESSED)
		return KEY_WHEEL_DOWN;
	if (event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED))
		return KEY_MOUSE;
	return ERR;
}

static int function_key(wint_t code)
{
	if (code == KEY_MOUSE)
		return mouse_key();
	return (int)code;
}

static int character_key(wint_t character)
{
	switch (character) {
	case '\r':
	case '\n':
		return KEY_ENTER;
	case '\b':
	case 127:
		return KEY_BACKSPACE;
	case 'L' & 31:
		return KEY_REDRAW;
	default:
		if (character < 128)
			return (int)character;
		return (int)(KEY_CHARACTER | character);
	}
}

/* Home and End as terminals send them that are described as another. */
static int numbered_key(int number, wint_t last)
{
	if (last == 'H' || (last == '~' && (number == 1 || number == 7)))
		return KEY_HOME;
	if (last == 'F' || (last == '~' && (number == 4 || number == 8)))
		return KEY_END;
	return ERR;
}

/* The rest of a key's sequence, to its last character. */
static int unknown_key(void)
{
	wint_t next = 0;
	int number = 0;

	while (wget_wch(terminal.keys, &next) == OK) {
		if (next >= 0x40)
			return numbered_key(number, next);
		number = next >= '0' && next <= '9' && number < 100
			 ? number * 10 + (int)(next - '0') : ERR;
	}
	return ERR;
}

/*
 * Esc; or a key that the terminal's description does not know, whose
 * characters would go back and choose answers: it is no key.
 */
static int escape_key(void)
{
	wint_t next = 0;
	int result = wget_wch(terminal.keys, &next);

	if (result == OK && (next == '[' || next == 'O'))
		return unknown_key();
	if (result == OK)
		unget_wch((wchar_t)next);
	else if (result == KEY_CODE_YES)
		ungetch((int)next);
	return KEY_ESC;
}

/*
 * A key that is there already, or ERR.  What is no key is passed over here:
 * curses may hold a key behind it that poll() knows nothing of.
 */
static int key_at_hand(void)
{
	int key = ERR;

	while (key == ERR) {
		wint_t code = 0;
		int result = wget_wch(terminal.keys, &code);

		if (result == KEY_CODE_YES)
			key = function_key(code);
		else if (result == OK)
			key = code == KEY_ESC ? escape_key()
					      : character_key(code);
		else
			break;
	}
	return key;
}

static int wait_for_input(int timeout)
{
	struct pollfd inputs[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = terminal.wake, .events = POLLIN },
	};
	struct timespec limit = {
		.tv_sec = timeout / 1000,
		.tv_nsec = (long)(timeout % 1000) * 1000000,
	};
	int ready = ppoll(inputs, COUNT(inputs), timeout < 0 ? NULL : &limit,
			  &terminal.waiting);

	if (ready == 0)
		return KEY_TICK;
	if (ready < 0)
		return errno == EINTR ? ERR : KEY_STOP;
	if (inputs[0].revents == 0)
		return KEY_WAKE;
	return inputs[0].revents & POLLIN ? ERR : KEY_STOP;
}

int terminal_key(int timeout)
{
	for (int reads = 0; reads < EMPTY_READS; reads++) {
		int key = key_at_hand();

		if (terminal.stop)
			return KEY_STOP;
		if (key != ERR)
			return key;
		key = wait_for_input(timeout);
		if (key != ERR && !terminal.stop)
			return key;
	}
	return KEY_STOP;
}

void terminal_wake_on(int descriptor)
{
	terminal.wake = descriptor;
}

void terminal_mouse(int *y, int *x)
{
	*y = terminal.mouse_y;
	*x = terminal.mouse_x;
}
