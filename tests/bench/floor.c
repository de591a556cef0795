/*
 * The least that a question on a screen costs: bare ncurses, one question
 * with six answers.  Arrow keys move the highlight, Enter erases and draws
 * the next question, q ends.  What sitwell is measured against.
 */
#include <config.h>

#include <locale.h>
#include <stdio.h>

#include <curses.h>

#define ANSWERS 6
#define FIRST_ROW 5

struct question {
	const char *prompt, *help, *why_1, *why_2;
	const char *labels[ANSWERS];
};

/* Different words, as in an interview: all of them must be painted. */
static const struct question questions[] = {
	{ "Does lying on the sore side bring on your pain?",
	  "Think of the last three nights.",
	  "pain from lying on one side often comes from the tendons at the",
	  "outside of the hip.",
	  { "Yes, most nights", "Yes, but only after a long day",
	    "Only when I lie still for long", "Only on the other side", "No",
	    "I'm not sure" } },
	{ "What does sitting do to your pain?",
	  "Think of a hard chair, an hour or more.",
	  "many pains are sore on sitting. It tells more when sitting is the",
	  "main thing that brings the pain on.",
	  { "It is the main thing that brings it on",
	    "It is sore too, but other things are worse", "It eases it",
	    "It makes no difference", "I cannot sit at all",
	    "I'm not sure" } },
	{ "How did the pain start?",
	  "Choose what comes nearest to it.",
	  "a tear starts with one movement, a worn tendon over many weeks of",
	  "doing more than it is used to.",
	  { "Slowly, over days or weeks", "Suddenly, in one movement",
	    "After a fall or a blow", "After much more exercise than usual",
	    "After a long time of sitting", "I'm not sure" } },
};
#define N_QUESTIONS (sizeof(questions) / sizeof(questions[0]))

static void draw_answer(const struct question *question, int answer,
			int chosen)
{
	if (answer == chosen)
		attron(A_REVERSE);
	mvprintw(FIRST_ROW + answer, 3, "%s %d  %s",
		 answer == chosen ? ">" : " ", answer + 1,
		 question->labels[answer]);
	attroff(A_REVERSE);
}

static const struct question *question_at(int number)
{
	return &questions[(size_t)number % N_QUESTIONS];
}

static void draw_question(int number, int chosen)
{
	const struct question *question = question_at(number);

	erase();
	mvprintw(0, 1, "Buttock pain check");
	mvprintw(0, COLS - 30, "Question %d of about 15", number + 1);
	mvprintw(2, 1, "%s", question->prompt);
	mvprintw(3, 1, "%s", question->help);
	for (int answer = 0; answer < ANSWERS; answer++)
		draw_answer(question, answer, chosen);
	mvprintw(LINES - 5, 1, "Why we ask: %s", question->why_1);
	mvprintw(LINES - 4, 1, "%s", question->why_2);
	mvhline(LINES - 2, 1, ACS_HLINE, COLS - 2);
	mvprintw(LINES - 1, 1, "1-6 or arrows choose   Enter continue   "
		 "Backspace back   ? help   q stop");
	move(FIRST_ROW + chosen, 3);
	refresh();
}

static void move_to(const struct question *question, int *chosen, int wanted)
{
	int before = *chosen;

	if (wanted < 0 || wanted >= ANSWERS)
		return;
	*chosen = wanted;
	draw_answer(question, before, wanted);
	draw_answer(question, wanted, wanted);
	move(FIRST_ROW + wanted, 3);
	refresh();
}

int main(void)
{
	int number = 0, chosen = 0, key;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	draw_question(number, chosen);
	while ((key = getch()) != 'q' && key != ERR) {
		if (key == KEY_DOWN) {
			move_to(question_at(number), &chosen, chosen + 1);
		} else if (key == KEY_UP) {
			move_to(question_at(number), &chosen, chosen - 1);
		} else if (key == '\r') {
			chosen = 0;
			draw_question(++number, chosen);
		}
	}
	endwin();
	return 0;
}
