/*
 * The stack of screens, and the frame around each: a line on top (what
 * this is on the left, how far one is on the right), then the screen's own
 * part, a status line that says what to do, a separator, and the keys that
 * work now.
 *
 * A screen's `draw` paints all of it from state, so a new size is just
 * another draw.  It is called with an empty stdscr; it first names its keys
 * (ui_key), then asks for its room (ui_body), draws on stdscr and places its
 * widgets, which are drawn afterwards.  `key` changes state and says what
 * should happen.
 */
#ifndef SITWELL_UI_H
#define SITWELL_UI_H

#include "assess/assess.h"
#include "interview/session.h"
#include "report/site.h"
#include "screens/draw.h"
#include "screens/screens.h"
#include "screens/terminal.h"
#include "screens/theme.h"
#include "screens/widgets/widget.h"

#define UI_MIN_COLUMNS 40
#define UI_MIN_ROWS 12

enum outcome {
	SCREEN_STAY,
	SCREEN_NEXT,	/* done here: what follows, or what lies below */
	SCREEN_BACK,	/* the one before */
	SCREEN_QUIT,	/* wants to stop: asks "really?" first */
};

struct ui;

struct screen {
	const char *name;
	/*
	 * Makes the state, with its widgets on ui_cdk().  `subject` is what
	 * the screen is about; see the list below.
	 */
	void *(*open)(struct ui *ui, const void *subject);
	void (*draw)(struct ui *ui, void *state);
	enum outcome (*key)(struct ui *ui, void *state, int key);
	/* Frees widgets and state. */
	void (*close)(struct ui *ui, void *state);
	/*
	 * Before the pack is loaded anew under it and it is closed: puts by
	 * what its successor should show again.  NULL: nothing.
	 */
	void (*put_by)(struct ui *ui, void *state);
};

/* What is put by; values are kept aside by the answers. */
struct put_by {
	bool values;		/* they come before an answer that counts */
	int row;		/* the focused one of a list */
	size_t page;		/* of a result */
	int line;		/* the first one shown of it */
	bool help;		/* was open, about this question */
	char help_about[80];	/* its id, or "" */
};

/*
 * The screens, each in screens/NAME.c.  Subjects: struct step for question,
 * checklist and site; struct question (or NULL) for help; keep is opened by
 * keep_show; faults has a struct error_list; sheet a struct page; plan,
 * programmes, compare, gate and cards a struct plan_subject; none for the
 * others.
 */
extern const struct screen screen_start;
extern const struct screen screen_resume;
extern const struct screen screen_role;
extern const struct screen screen_before;	/* the emergency list */
extern const struct screen screen_plans;	/* the trainer's first one */
extern const struct screen screen_plan;		/* these are on top of it */
extern const struct screen screen_programmes;	/* for a new plan */
extern const struct screen screen_compare;
extern const struct screen screen_gate;		/* before a session */
extern const struct screen screen_cards;	/* the session */
extern const struct screen screen_sheet;	/* a page to read */
extern const struct screen screen_question;
extern const struct screen screen_checklist;
extern const struct screen screen_site;		/* the body map */
extern const struct screen screen_check;	/* check your answers */
extern const struct screen screen_emergency;
extern const struct screen screen_scope;	/* "we can't assess you" */
extern const struct screen screen_results;
extern const struct screen screen_why;		/* on top */
extern const struct screen screen_keep;		/* save and print; on top */
extern const struct screen screen_help;		/* on top */
extern const struct screen screen_help_plans;	/* on top */
extern const struct screen screen_quit;		/* on top */
extern const struct screen screen_leave;	/* a result; on top */
extern const struct screen screen_message;	/* faults of the pack */
extern const struct screen screen_faults;	/* the same while an older
						 * state is in use; on top */

/* The stack, from the first screen to the last. */
int ui_run(struct ui *ui);

/* Puts a screen on top of this one, which comes back when it is done. */
void ui_push(struct ui *ui, const struct screen *screen, const void *subject);

/* Replaces the top screen, whose state is gone when this returns. */
void ui_replace(struct ui *ui, const struct screen *screen,
		const void *subject);

/* Replaces all screens by this one. */
void ui_show(struct ui *ui, const struct screen *screen, const void *subject);

/* --- the pack changed (reload.c) --- */

/* Whether such a screen is open. */
bool ui_has_open(const struct ui *ui, const struct screen *screen);

/* Closes the top screen if it is this one. */
void ui_take_away(struct ui *ui, const struct screen *screen);

/* Closes all screens, after each has put by what it has. */
void ui_put_by_all(struct ui *ui);

/* Shows what ui_show named, without waiting for the next key. */
void ui_show_now(struct ui *ui);

/* --- */

/* Ends the run after this key. */
void ui_end(struct ui *ui, enum screens_end end);

/* Paints the top screen anew after this key. */
void ui_redraw(struct ui *ui);

/* Calls the screen's key with KEY_TICK every so often; 0: never. */
void ui_tick(struct ui *ui, int milliseconds);

/* --- while drawing --- */

/* Names a key for the bottom line: "Enter continue", the key being its first
 * word.  A click on it is that key.  `key` 0: words alone. */
void ui_key(struct ui *ui, int key, const char *words);

/* What the status line says while it has nothing else to say. */
void ui_hint(struct ui *ui, const char *words);

/* The right end of the top line. */
void ui_right(struct ui *ui, const char *words);

/* The room between top line and status line, inside the margins. */
struct area ui_body(struct ui *ui);

/* A pen for stdscr over an area. */
struct pen ui_pen(const struct ui *ui, const struct area *area);

/* Which widget the cursor stands in. */
void ui_focus(struct ui *ui, struct widget *widget);

/* --- any time --- */

/* Says what to do, in the status line, until the next key. */
void ui_status(struct ui *ui, const char *words);

const struct palette *ui_theme(const struct ui *ui);
/* The CDK screen of the screen being opened or on top. */
CDKSCREEN *ui_cdk(const struct ui *ui);

struct ui {
	struct session *session;
	const struct screens_options *options;
	struct site site;		/* read once the pack is loaded */
	struct flow *flow;		/* where the interview is */
	struct reload *reload;		/* NULL: the pack is not watched */
	struct put_by put_by;
	struct stack *stack;
	struct palette theme;
	struct error *err;		/* why it ended, for the caller */
	enum screens_end end;
	bool by_signal;			/* or the terminal went away: a
					 * journal stays to be taken up */
};

/*
 * The assessment as answers stand now, kept until they change; borrowed
 * until then.
 */
const struct assessment *ui_assessment(struct ui *ui);
/* Answers changed: the assessment is made anew when it is wanted. */
void ui_answers_changed(struct ui *ui);

#endif
