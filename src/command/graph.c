/* sitwell graph: what opens what, as a drawing or as text. */
#include "config.h"

#include <getopt.h>
#include <unistd.h>

#include "answers/answers_file.h"
#include "base/i18n.h"
#include "command/command.h"
#include "prove/graph.h"

enum format { FORMAT_DOT, FORMAT_TEXT, FORMAT_USUAL };

static const struct option_words formats = {
	{ [FORMAT_DOT] = "dot", [FORMAT_TEXT] = "text" },
	N_("there is no format %s; write dot or text"),
};

struct wanted {
	const char *pack, *path, *output;
	enum format format;
};

static const struct option_row rows[] = {
	{ "format", N_("FORMAT"),
	  N_("dot for Graphviz, or text, which is usual on a terminal"),
	  OPTION_WORD(struct wanted, format, &formats) },
	{ "path", N_("FILE"),
	  N_("mark the way of one person, from an answers file; - reads standard input"),
	  OPTION_TEXT(struct wanted, path) },
	OPTION_OUTPUT(struct wanted),
	OPTION_LANG,
	{ .name = NULL },
};

static const char *const examples[] = {
	"sitwell graph",
	"sitwell graph content/buttock-pain | dot -Tsvg > flow.svg",
	"sitwell graph --path case.ini | dot -Tsvg > case.svg",
	NULL,
};

/* -1 to go on, or the exit status with which to end. */
static int read_options(struct wanted *wanted, const struct command *command,
			int argc, char **argv)
{
	int status = options_read(command, argc, argv, wanted);

	if (status >= 0)
		return status;
	if (argc - optind > 1)
		return options_wrong(argv[0], _("one pack at a time"));
	if (optind < argc)
		wanted->pack = argv[optind];
	return -1;
}

/* Who sits at a terminal reads; a pipe goes to Graphviz. */
static bool wants_text(const struct wanted *wanted, FILE *stream)
{
	if (wanted->format == FORMAT_USUAL)
		return isatty(fileno(stream));
	return wanted->format == FORMAT_TEXT;
}

static int write_graph(const struct wanted *wanted, const struct pack *pack,
		       const struct answers *path)
{
	FILE *stream = command_open_output(wanted->output);
	struct graph *graph;

	if (stream == NULL)
		return EXIT_FAILED;
	graph = graph_new(pack);
	if (wants_text(wanted, stream))
		graph_write_text(stream, graph, path);
	else
		graph_write_dot(stream, graph, path);
	graph_free(&graph);
	return command_close_output(stream, wanted->output);
}

static int run(const struct command *command, int argc, char **argv)
{
	struct wanted wanted = { .format = FORMAT_USUAL };
	struct error_list faults = { 0 };
	struct answers *path = NULL;
	struct pack *pack = NULL;
	int status = read_options(&wanted, command, argc, argv);

	if (status >= 0)
		return status;
	status = command_load_pack(&pack, wanted.pack);
	if (status != 0)
		return status;
	if (wanted.path != NULL &&
	    answers_file_read(&path, pack, wanted.path, &faults) != 0) {
		error_list_print(stderr, &faults);
		status = EXIT_CONTENT;
	} else {
		status = write_graph(&wanted, pack, path);
	}
	error_list_done(&faults);
	answers_free(&path);
	pack_free(&pack);
	return status;
}

const struct command graph_command = {
	.name = "graph",
	.usage = N_("sitwell graph [OPTION...] [PACK]"),
	.purpose = N_("Shows what a pack asks and which answer opens what, as a drawing for Graphviz or as text."),
	.examples = examples,
	.options = rows,
	.run = run,
};
