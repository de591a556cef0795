/*
 * The journal of an interview at home: one line an answer, appended before
 * the next question is shown, so that a killed program loses nothing that
 * was confirmed.  It is offered at the next start for 24 hours; questions
 * marked ask-again (the cauda equina group) are asked again.  Finishing or
 * declining removes it.  File 0600, in the state directory.
 */
#ifndef SITWELL_JOURNAL_H
#define SITWELL_JOURNAL_H

#include <stdbool.h>

#include "answers/answers.h"
#include "base/error.h"

struct journal;

/*
 * Whether an interview waits to be taken up: readable, ours, not older than
 * 24 hours.  Of which pack it is, journal_take_up finds out.
 */
bool journal_waiting(void);

/* What is known of it before it is taken up. */
struct journal_about {
	long long since;	/* first answer, in seconds since 1970 */
	enum role role;
};

/* The same; fills *about if so. */
bool journal_waiting_about(struct journal_about *about);

/*
 * Reads the waiting interview into new answers.  Lines that no longer fit
 * the pack, or were cut by a crash, are left out: those questions are
 * asked again.  Questions marked ask-again have no answer either, but one
 * other than a patient's "no" is kept aside, to be offered.
 */
int journal_take_up(struct answers **out, const struct pack *pack,
		    struct error *err);

/*
 * Whether a journal could be started, without touching the one that waits:
 * so that it is told before the first answer if not.
 */
int journal_try(struct error *err);

/*
 * Starts a journal with what `answers` hold.  Fails (full or read-only
 * disk, no home): the caller warns once and goes on without.
 */
int journal_start(struct journal **out, const struct answers *answers,
		  struct error *err);

/*
 * Notes an answer or that it was taken back (value NULL): enough for a
 * killed program.  It fails once; from then on it does nothing.
 */
int journal_note(struct journal *journal, const struct question *question,
		 const struct value *value, struct error *err);

/* Whether all that was noted is in the file.  NULL is fine: false. */
bool journal_is_kept(const struct journal *journal);

/* Sees that what was noted survives a pulled plug; slow, once a step. */
int journal_sync(struct journal *journal, struct error *err);

/* Finished or declined: the file goes.  NULL is fine. */
void journal_finish(struct journal **journal);
void journal_discard(void);

/* Closes and keeps the file (the terminal went away).  NULL is fine. */
void journal_close(struct journal **journal);

#endif
