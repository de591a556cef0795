/* A trainer's plans in lines: what the screens about plans show and do. */
#ifndef SITWELL_PLAIN_PLANS_H
#define SITWELL_PLAIN_PLANS_H

#include "plain/ask.h"
#include "plan/folder.h"
#include "report/document.h"

/* Whether the talk begins with them: a trainer's, by a pack with programmes. */
bool has_plans(const struct talk *talk);

/*
 * HEARD_DONE: a client is to be screened.  HEARD_QUIT: the trainer is
 * finished.  HEARD_END: the input ended.
 */
enum heard talk_of_plans(struct talk *talk);

/*
 * A plan, until it is left: HEARD_BACK to the list, or as talk_of_plans.
 */
enum heard talk_of_plan(struct talk *talk, struct plan_folder *folder,
			struct plan_file *file);

/*
 * The questions before a session and, after no to all of them, the week's
 * exercises.  HEARD_ANSWER: back to the plan; else as talk_of_plans.
 */
enum heard talk_of_session(struct talk *talk, const struct plan_file *file);

/* Reads a page out, its title first, and empties it. */
void say_page(struct talk *talk, struct page *page);

/* What changed from one plan to the other, both of which can be read. */
void say_changes(struct talk *talk, const struct plan_file *before,
		 const struct plan_file *after);

/* The file of that number in the list, or NULL after saying what is wrong. */
struct plan_file *file_of_number(struct talk *talk,
				 const struct plan_folder *folder,
				 const char *text);

#endif
