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

static const char *const labels[ANSWERS] = {
	"Yes, most nights", "Yes, but only after a long day",
	"Only when I lie still for long", "Only on the other side", "No",
	"I'm not sure",
};

static void draw_answer(int answer, int chosen)
{
	if (answer == chosen)
		attron(A_REVERSE);
	mvprintw(FIRST_ROW + answer, 3, "%s %d  %s",
		 answer == chosen ? ">" : " ", answer + 1, labels[answer]);
	attroff(A_REVERSE);
}

static void draw_question(int number, int chosen)
{
	erase();
	mvprintw(0, 1, "Buttock pain check");
	mvprintw(0, COLS - 30, "Question %d of about 15", number);
	mvprintw(2, 1, "Does lying on side %d bring on your pain?", number);
	mvprintw(3, 1, "Think of the last three nights.");
	for (int answer = 0; answer < ANSWERS; answer++)
		draw_answer(answer, chosen);
	mvprintw(LINES - 5, 1, "Why we ask: pain from lying on one side often "
		 "comes from the tendons at the");
	mvprintw(LINES - 4, 1, "outside of the hip.");
	mvhline(LINES - 2, 1, ACS_HLINE, COLS - 2);
	mvprintw(LINES - 1, 1, "1-6 or arrows choose   Enter continue   "
		 "Backspace back   ? help   q stop");
	move(FIRST_ROW + chosen, 3);
	refresh();
}

static void move_to(int *chosen, int wanted)
{
	int before = *chosen;

	if (wanted < 0 || wanted >= ANSWERS)
		return;
	*chosen = wanted;
	draw_answer(before, wanted);
	draw_answer(wanted, wanted);
	move(FIRST_ROW + wanted, 3);
	refresh();
}

int main(void)
{
	int number = 1, chosen = 0, key;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	draw_question(number, chosen);
	while ((key = getch()) != 'q' && key != ERR) {
		if (key == KEY_DOWN) {
			move_to(&chosen, chosen + 1);
		} else if (key == KEY_UP) {
			move_to(&chosen, chosen - 1);
		} else if (key == '\r') {
			chosen = 0;
			draw_question(++number, chosen);
		}
	}
	endwin();
	return 0;
}
