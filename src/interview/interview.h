/*
 * What to ask next, worked out from pack and answers each time: there is no
 * cursor to get out of step.  Going back is one answer fewer.
 */
#ifndef SITWELL_INTERVIEW_H
#define SITWELL_INTERVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "answers/answers.h"
#include "pack/pack.h"

enum step_kind {
	STEP_ASK,		/* one screen of questions */
	STEP_EMERGENCY,		/* a stop rule fires (patient): say so now */
	STEP_OUT_OF_SCOPE,	/* "we can't assess you" */
	STEP_DONE,		/* nothing left: check your answers */
};

#define STEP_MAX 16

/*
 * One screen: a question; or a checklist's lines; or a site with its side.
 * Checklist lines whose ask-if is false are left out.
 */
struct step {
	enum step_kind kind;
	const struct checklist *checklist;	/* or NULL */
	const struct question *questions[STEP_MAX];	/* borrowed */
	size_t n_questions;
	const struct rule *rule;		/* an emergency by what was said, or
						 * NULL: a physio, whom nothing
						 * stops, is told of it */
	const struct scope *scope;		/* STEP_OUT_OF_SCOPE */
};

/*
 * The first step with a question that applies, is relevant and has no
 * answer; or why there is none.  A stop rule is looked at first.
 */
struct step interview_next(const struct pack *pack,
			   const struct answers *answers);

/* The screen on which `question` is asked, answered or not. */
struct step interview_step_of(const struct pack *pack,
			      const struct answers *answers,
			      const struct question *question);

/*
 * Whether all that it asks is a clinician's to test: there a test that was
 * not done is told apart from a negative one.
 */
bool step_is_examination(const struct step *step);

/* Whether a question among those asked on the screen is private. */
bool step_is_private(const struct step *step);

/* Whether a trainer hands the screen over for it. */
bool step_is_handed_over(const struct step *step, enum role role);

/*
 * Takes back the last answered step before the one that interview_next
 * gives: its answers are kept aside, still chosen when it is asked again.
 * False, changing nothing, when there is none.
 */
bool interview_back(const struct pack *pack, struct answers *answers);

/* Takes back the step of one question, from check-your-answers. */
void interview_change(const struct pack *pack, struct answers *answers,
		      const struct question *question);

/*
 * Whether a question, as things stand, could still change the urgency, the
 * top three with their bands, or the advice, judged by the answers to
 * earlier questions alone.  Always true in the safety part and for
 * `always = yes`.  An answer given to one passed over counts all the same.
 */
bool interview_relevant(const struct pack *pack, const struct answers *answers,
			const struct question *question);

/* Steps so far and about how many there will be ("7 of about 15"). */
struct progress {
	size_t number;		/* of the step shown, from 1 */
	size_t about;		/* never below number */
	bool safety;		/* both count the safety part alone */
};
struct progress interview_progress(const struct pack *pack,
				   const struct answers *answers,
				   const struct step *step);

#endif
