/*
 * One interview with one person: what the screens and the plain lines
 * share, so that the same answers give the same record in both.
 */
#ifndef SITWELL_SESSION_H
#define SITWELL_SESSION_H

#include <stdbool.h>

#include "answers/answers.h"
#include "answers/carry.h"
#include "base/error.h"
#include "interview/interview.h"
#include "interview/journal.h"
#include "pack/pack.h"

struct session {
	/* set before */
	const char *pack_dir;
	const char *answers_path;	/* --answers, or NULL */
	const char *save_path;		/* --save, or NULL */
	const char *language;		/* "en" ... */
	const char *plans_dir;		/* a trainer's; NULL: the usual one */
	enum role role;
	bool role_given;		/* by option: don't ask */
	bool fast;			/* physio: a digit confirms */
	bool watch;			/* the pack may be changed meanwhile: no
					 * journal, neither kept nor offered */
	/* session_load fills */
	struct pack *pack;
	struct answers *answers;
	struct journal *journal;	/* NULL: none, or it failed */
	struct error_list faults;	/* why loading failed */
	struct error warning;		/* last thing to tell, "" if none */
	bool resumable;			/* a killed interview waits, and */
	struct journal_about waiting;	/* this is known of it */
	bool begun;			/* session_begin was called */
	bool role_chosen;		/* asked and answered */
	bool journal_tried;		/* it starts with the first answer */
};

/*
 * Loads the pack (and --answers).  The first screen is painted before, so
 * this is its own call.  Returns 0, or -1 with session->faults; then it may
 * be called again.
 */
int session_load(struct session *session);

/*
 * Goes on with another state of the pack, which it owns from now on: answers
 * are carried over, and *lost says which could not be.  Returns the old
 * pack, for the caller to free when nothing borrows from it any more.
 */
struct pack *session_renew(struct session *session, struct pack *pack,
			   struct lost *lost);

/*
 * When and in which role the waiting interview was begun, as a sentence.
 */
void session_waiting_words(char *buffer, size_t size,
			   const struct session *session);

/* Takes up the waiting interview, or declines it. */
void session_resume(struct session *session, bool take_up);

/* Sets the role asked on screen; must come before the first answer. */
void session_set_role(struct session *session, enum role role);

/*
 * Before each look at what to ask: for what must be told before the first
 * answer (session->warning), and what the role says without being asked.
 */
void session_begin(struct session *session);

/* Whether what was answered can be taken up at the next start. */
bool session_is_kept(const struct session *session);

/*
 * Answers all questions of a step at once and notes them in the journal.
 * values[i] belongs to step->questions[i].  A journal that fails leaves a
 * warning and the interview goes on.
 */
int session_answer(struct session *session, const struct step *step,
		   const struct value *values, struct error *err);

/*
 * Brings the journal to the disk, so that a pulled plug loses nothing either.
 * For when the next question stands on the screen: the person need not wait
 * for the disk.
 */
void session_rest(struct session *session);

bool session_back(struct session *session);

/* What to ask now, seen by this session. */
struct step session_next(const struct session *session);

/* Writes an answers file of what counts now, mode 0600. */
int session_save_as(struct session *session, const char *path,
		    struct error *err);

/*
 * The person is done: saves to save_path if given, removes the journal.
 * -1 and *err if saving failed.
 */
int session_finish(struct session *session, struct error *err);

/* Stopped by the person: saves what there is to save_path, removes the
 * journal. */
int session_stop(struct session *session, struct error *err);

void session_done(struct session *session);

#endif
