/*
 * sitwell plan: its commands, one file each, listed in plan.c; and what they
 * share.
 */
#ifndef SITWELL_COMMAND_PLAN_H
#define SITWELL_COMMAND_PLAN_H

#include "command/command.h"
#include "plan/plan.h"

extern const struct command plan_new_command;
extern const struct command plan_next_command;
extern const struct command plan_review_command;

/* The pack that `given` names, or the shipped one, and a plan by it. */
struct plan_files {
	struct pack *pack;
	struct plan *plan;
};

/*
 * Loads both and says on stderr what is wrong with them: 0 or an exit
 * status.  plan_files_done in any case.
 */
int plan_files_load(struct plan_files *files, const char *given_pack,
		    const char *path);
void plan_files_done(struct plan_files *files);

#endif
