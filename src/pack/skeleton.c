#include <config.h>

#include "pack/skeleton.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "base/text.h"
#include "pack/loading.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define COMMENT_WIDTH 76
#define MAX_LINES 16

static const struct skeleton skeletons[] = {
	{ KIND_CONDITION, KIND_EVIDENCE, N_KINDS, NULL, "conditions",
	  N_("two vignettes: one that it should win, one that it should not") },
	{ KIND_QUESTION, N_KINDS, N_KINDS, NULL, "questions",
	  N_("a finding or a rule that reads it; questions of a part are asked in the order of their files, so move it to its place") },
	{ KIND_FINDING, N_KINDS, N_KINDS, NULL, "findings",
	  N_("a line in [evidence] of each condition that it speaks for or against") },
	{ KIND_RULE, N_KINDS, N_KINDS, "source", "rules",
	  N_("an invariant, or a vignette with must = yes") },
	{ KIND_EXERCISE, N_KINDS, N_KINDS, NULL, "exercises",
	  N_("a line in a phase of a programme, or in easier or harder of another exercise; for each condition of not-for, not-for-CONDITION here or exercise-limits there") },
	{ KIND_PROGRAMME, N_KINDS, KIND_PHASE, NULL, "programmes",
	  N_("a criterion for each move-on that is new, a [phase] for each phase after the first, and a vignette whose exercises it should choose") },
};

const struct skeleton *skeleton_find(const char *kind)
{
	for (size_t i = 0; i < COUNT(skeletons); i++)
		if (strcmp(kinds[skeletons[i].kind].name, kind) == 0)
			return &skeletons[i];
	return NULL;
}

void skeleton_print_kinds(FILE *stream)
{
	for (size_t i = 0; i < COUNT(skeletons); i++)
		fprintf(stream, "%s%s", i > 0 ? ", " : "",
			kinds[skeletons[i].kind].name);
}

/* What can be kept of `id`, in small letters, with a hyphen for the rest. */
static void make_name(char *name, const char *id)
{
	size_t used = 0;

	for (; *id != '\0' && used < INI_MAX_NAME; id++) {
		char c = (char)tolower((unsigned char)*id);

		if (ini_is_name(&c, 1))
			name[used++] = c;
		else if (used > 0 && name[used - 1] != '-')
			name[used++] = '-';
	}
	while (used > 0 && name[used - 1] == '-')
		used--;
	name[used] = '\0';
}

int skeleton_check_id(const char *id, struct error *err)
{
	char name[INI_MAX_NAME + 1];

	if (ini_is_name(id, strlen(id)))
		return 0;
	make_name(name, id);
	if (name[0] == '\0')
		return error_set(err, NULL, 0,
				 _("%.80s is no id; write a-z, 0-9 and hyphens, such as sore-tendon"),
				 id);
	return error_set(err, NULL, 0, _("%.80s is no id; write: %s"), id,
			 name);
}

static void print_comment(FILE *stream, const char *text)
{
	struct text_line lines[MAX_LINES];
	size_t count = text_wrap(text, COMMENT_WIDTH, lines, MAX_LINES);

	for (size_t i = 0; i < count && i < MAX_LINES; i++)
		fprintf(stream, "# %.*s\n", (int)lines[i].bytes,
			text + lines[i].start);
}

/* "What it is about (value)." */
static void print_about(FILE *stream, const struct key *row)
{
	char *text;
	size_t size;
	FILE *sentence = open_memstream(&text, &size);

	if (sentence == NULL)
		return;
	fprintf(sentence, "%c%s (", toupper((unsigned char)row->about[0]),
		row->about + 1);
	kinds_print_value(sentence, row);
	fputs(row->only != 0 ? _("; only for type") : "", sentence);
	for (size_t i = 0; question_type_words[i] != NULL; i++)
		if (row->only & 1u << i)
			fprintf(sentence, " %s", question_type_words[i]);
	fputs(row->only != 0 && row->required ? _(", which needs it)") : ")",
	      sentence);
	fclose(sentence);
	print_comment(stream, text);
	free(text);
}

/* A key of some types only is left to who has chosen the type. */
static bool is_asked_for(const struct skeleton *skeleton,
			 const struct key *row)
{
	return (row->required && row->only == 0) ||
	       (skeleton->also != NULL &&
		strcmp(row->name, skeleton->also) == 0);
}

/* help-1 for help-N; what else is to be put in stays in capitals. */
static void print_key(FILE *stream, const struct skeleton *skeleton,
		      const struct key *row)
{
	const char *name = row->name;
	size_t bytes = strlen(name);

	print_about(stream, row);
	fputs(is_asked_for(skeleton, row) ? "" : "# ", stream);
	if (bytes > 2 && strcmp(name + bytes - 2, "-N") == 0)
		fprintf(stream, "%.*s-1", (int)bytes - 2, name);
	else
		fputs(name, stream);
	fprintf(stream, " = %s\n\n", SKELETON_BLANK);
}

static void print_beside(FILE *stream, const struct kind *kind, const char *id)
{
	print_comment(stream, kind->about);
	fprintf(stream, "# [%s %s]\n", kind->name, id);
	for (size_t i = 0; i < kind->n_keys; i++) {
		print_comment(stream, kind->keys[i].about);
		fprintf(stream, "# %s = %s\n", kind->keys[i].name,
			kind->keys[i].format);
	}
}

/* The first part, with its whole filled in. */
static void print_part(FILE *stream, const struct skeleton *skeleton,
		       const char *id)
{
	const struct kind *kind = &kinds[skeleton->part];
	const char *whole = kinds[skeleton->kind].name;

	print_comment(stream, kind->about);
	fprintf(stream, "[%s %s-1]\n\n", kind->name, id);
	for (size_t i = 0; i < kind->n_keys; i++)
		if (strcmp(kind->keys[i].name, whole) == 0)
			fprintf(stream, "%s = %s\n\n", whole, id);
		else
			print_key(stream, skeleton, &kind->keys[i]);
}

void skeleton_print(FILE *stream, const struct skeleton *skeleton,
		    const char *id)
{
	const struct kind *kind = &kinds[skeleton->kind];

	print_comment(stream, kind->about);
	print_comment(stream, _("Write something for each " SKELETON_BLANK
				", and take the # off whatever else it needs; sitwell-pack(5) tells more."));
	fprintf(stream, "[%s %s]\n\n", kind->name, id);
	for (size_t i = 0; i < kind->n_keys; i++)
		print_key(stream, skeleton, &kind->keys[i]);
	if (skeleton->beside != N_KINDS)
		print_beside(stream, &kinds[skeleton->beside], id);
	if (skeleton->part != N_KINDS)
		print_part(stream, skeleton, id);
}

static void walk_file(const char *dir, const char *name, const char *kind,
		      void (*seen)(void *data, const char *id,
				   const struct place *place), void *data)
{
	struct error_list ignored = { 0 };
	char path[PATHS_MAX];
	struct ini ini;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	ini_read(&ini, path, name, &ignored);
	for (size_t i = 0; i < ini.n_sections; i++) {
		const struct ini_section *section = &ini.sections[i];
		struct place place = { name, section->line };

		if (strcmp(section->kind, kind) == 0)
			seen(data, section->id, &place);
	}
	ini_done(&ini);
	error_list_done(&ignored);
}

int skeleton_walk(const char *dir, enum kind_id kind,
		  void (*seen)(void *data, const char *id,
			       const struct place *place),
		  void *data, struct error *err)
{
	struct error_list faults = { 0 };
	struct arena *arena = arena_new();
	const char *const *names;
	bool is_pack = false;
	size_t count;

	files_find(&names, &count, arena, dir, &faults);
	for (size_t i = 0; i < count; i++)
		is_pack |= strcmp(names[i], "pack.ini") == 0;
	for (size_t i = 0; is_pack && i < count; i++)
		walk_file(dir, names[i], kinds[kind].name, seen, data);
	error_list_done(&faults);
	arena_free(&arena);
	if (is_pack)
		return 0;
	return error_set(err, NULL, 0,
			 _("%.150s holds no pack.ini; name a pack's folder with --pack"),
			 dir);
}

struct wanted {
	const char *id;
	const char *kind;
	bool found;
	struct error *err;
};

static void note_taken(void *data, const char *id, const struct place *place)
{
	struct wanted *wanted = data;

	if (wanted->found || strcmp(id, wanted->id) != 0)
		return;
	wanted->found = true;
	error_set(wanted->err, NULL, 0,
		  _("there is a %s %s already, in %s:%d; choose another id"),
		  wanted->kind, id, place->file, place->line);
}

/* Conditions and subtypes share their ids. */
int skeleton_check_free(const char *dir, const struct skeleton *skeleton,
			const char *id, struct error *err)
{
	struct wanted wanted = { .id = id, .err = err };

	for (enum kind_id kind = 0; kind < N_KINDS; kind++) {
		if (scope_of(kind) != scope_of(skeleton->kind))
			continue;
		wanted.kind = kinds[kind].name;
		if (skeleton_walk(dir, kind, note_taken, &wanted, err) != 0 ||
		    wanted.found)
			return -1;
	}
	return 0;
}

/* The path of the file, with its folder made where it is missing. */
static int make_path(char *path, const char *dir, const char *folder,
		     const char *id, struct error *err)
{
	int used = snprintf(path, PATHS_MAX, "%s/%s", dir, folder);

	if (used + (int)sizeof("/.ini") + INI_MAX_NAME > PATHS_MAX)
		return error_set(err, NULL, 0, _("the pack's path is too long"));
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		return error_set(err, NULL, 0, _("cannot make %.150s: %s"),
				 path, strerror(errno));
	snprintf(path + used, (size_t)(PATHS_MAX - used), "/%s.ini", id);
	return 0;
}

int skeleton_write(char *path, const char *dir,
		   const struct skeleton *skeleton, const char *id,
		   struct error *err)
{
	FILE *file;
	int failed;

	if (make_path(path, dir, skeleton->folder, id, err) != 0)
		return -1;
	file = fopen(path, "wx");
	if (file == NULL)
		return error_set(err, NULL, 0, _("cannot write %.150s: %s"),
				 path, strerror(errno));
	skeleton_print(file, skeleton, id);
	failed = ferror(file);
	failed |= fclose(file);
	if (failed == 0)
		return 0;
	remove(path);
	return error_set(err, NULL, 0, _("cannot write %.150s: %s"), path,
			 strerror(errno));
}
