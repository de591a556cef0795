/*
 * Which screen follows which: start, an interview to take up, role, a
 * trainer's plans, the emergency list, the questions, check your answers, the result.  What to
 * ask is not decided here but by session_next.
 */
#ifndef SITWELL_FLOW_H
#define SITWELL_FLOW_H

#include "screens/ui.h"

struct flow *flow_new(void);
void flow_free(struct flow **flow);

/* Shows the start screen. */
void flow_start(struct ui *ui);

/*
 * Loads the pack, once the start screen is painted; again, when it was
 * mended after it could not be loaded.
 */
void flow_load(struct ui *ui);
/* Whether it is there to ask from. */
bool flow_is_loaded(const struct ui *ui);

/*
 * Goes on with another state of the pack, which it owns from now on, at the
 * same question if that can still be asked.  No screen may be open, since
 * they borrow from the old one, which goes.
 */
void flow_renew(struct ui *ui, struct pack *pack, struct lost *lost);

/* What follows when the lowest screen said NEXT or BACK. */
void flow_outcome(struct ui *ui, enum outcome outcome);

/* Asks one question again, or one passed over; then comes back to check. */
void flow_change(struct ui *ui, const struct question *question);

/* The question last asked like that, or NULL: the list stands on it. */
const struct question *flow_changed(const struct ui *ui);

/* The result, as it is now, was saved or printed. */
void flow_kept(struct ui *ui);

/*
 * Leaves a result: finishes, or first asks whether to leave it unsaved.
 */
enum outcome flow_leave(struct ui *ui);
void flow_finish(struct ui *ui);

/*
 * Leaves the trainer's plans for an interview: what their list does when it
 * is done, and the questions before a session if one was not answered no.
 */
void flow_screen_client(struct ui *ui);

/* Goes to check-your-answers, from a result. */
void flow_check(struct ui *ui);

#endif
