/* sitwell new: a section to fill in. */
#include "config.h"

#include <getopt.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "command/command.h"
#include "pack/skeleton.h"

struct wanted {
	const char *pack;
};

static const struct option_row rows[] = {
	OPTION_PACK(struct wanted, N_("the pack that it goes into")),
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell new condition sore-tendon --pack content/buttock-pain",
	"sitwell new question pain-on-stairs",
	"sitwell new exercise wall-sit",
	NULL,
};

/* Every condition has a line in every profile. */
static void tell_profile(void *data, const char *id, const struct place *place)
{
	const char *condition = data;

	printf(_("- a line in [profile %s] (%s:%d): %s = ANSWER WEIGHT ...\n"),
	       id, place->file, place->line, condition);
}

static int tell_besides(const char *dir, const struct skeleton *skeleton,
			char *id, const char *path, struct error *err)
{
	printf(_("%s is written.  It needs besides:\n"), path);
	if (skeleton->kind == KIND_CONDITION &&
	    skeleton_walk(dir, KIND_PROFILE, tell_profile, id, err) != 0)
		return -1;
	printf("- %s\n", _(skeleton->besides));
	printf(_("What is still missing: sitwell check %s\n"), dir);
	return 0;
}

static int make(const char *dir, const struct skeleton *skeleton, char *id)
{
	char path[PATHS_MAX];
	struct error err;

	if (skeleton_check_free(dir, skeleton, id, &err) == 0 &&
	    skeleton_write(path, dir, skeleton, id, &err) == 0 &&
	    tell_besides(dir, skeleton, id, path, &err) == 0)
		return EXIT_FINISHED;
	error_print(stderr, &err);
	return EXIT_FAILED;
}

static int no_such_kind(const char *program, const char *kind)
{
	char names[200] = "";
	FILE *stream = fmemopen(names, sizeof names, "w");

	if (stream != NULL) {
		skeleton_print_kinds(stream);
		fclose(stream);
	}
	return options_wrong(program,
			     _("nothing can be made of kind %s; write one of: %s"),
			     kind, names);
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .pack = NULL };
	const struct skeleton *skeleton;
	char dir[PATHS_MAX];
	struct error err;
	int status = options_read(command, argc, argv, &wanted);

	if (status >= 0)
		return status;
	if (argc - optind != 2)
		return options_wrong(argv[0],
				     _("write the kind and the id, such as: condition sore-tendon"));
	skeleton = skeleton_find(argv[optind]);
	if (skeleton == NULL)
		return no_such_kind(argv[0], argv[optind]);
	if (skeleton_check_id(argv[optind + 1], &err) != 0)
		return options_wrong(argv[0], "%s", err.message);
	if (command_pack_dir(dir, wanted.pack, &err) == 0)
		return make(dir, skeleton, argv[optind + 1]);
	error_print(stderr, &err);
	return EXIT_FAILED;
}

const struct command new_command = {
	.name = "new",
	.usage = N_("sitwell new KIND ID [--pack DIR]"),
	.purpose = N_("Writes a commented section to fill in: a condition, question, finding, rule, exercise or programme."),
	.examples = examples,
	.options = rows,
	.run = run,
};
