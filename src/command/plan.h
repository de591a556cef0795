/*
 * sitwell plan: its commands, one file each, listed in plan.c; and what they
 * share.
 */
#ifndef SITWELL_COMMAND_PLAN_H
#define SITWELL_COMMAND_PLAN_H

#include "command/command.h"
#include "pack/kinds.h"
#include "plan/plan.h"

extern const struct command plan_card_command;
extern const struct command plan_diff_command;
extern const struct command plan_export_command;
extern const struct command plan_list_command;
extern const struct command plan_new_command;
extern const struct command plan_next_command;
extern const struct command plan_review_command;
extern const struct command plan_show_command;

#define PLAN_COLUMNS 76		/* of text, unless somebody asks for others */

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

/* Whether its review says stop. */
bool plan_is_stopped(const struct plan *plan);

/* What an id of the command line names; NULL after saying that it does not. */
const void *plan_find(const char *program, const struct pack *pack,
		      enum kind_id kind, const char *id);

/* Rows of several commands, for members of the option's name. */
#define OPTION_COLUMNS(type) \
	{ "columns", N_("N"), N_("width of the text, usually 76"), \
	  OPTION_MEMBER(plan_read_columns, type, columns, size_t) }
#define OPTION_PLAN_PACK(type) \
	OPTION_PACK(type, N_("the pack with the exercises"))

/* Reads the argument of --columns, a size_t. */
int plan_read_columns(void *columns, const char *program,
		      const char *argument);

/* options_read, and the one operand is the path of a plan. */
int plan_read_options(const char **path, const struct command *command,
		      int argc, char **argv, void *wanted);

#endif
