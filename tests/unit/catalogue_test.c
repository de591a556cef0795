/*
 * The program's own words to patients keep the rules of the pack's: each
 * message of the catalogue that a file of theirs has goes through the same
 * check of wording.
 */
#include "config.h"

#include "packs.h"

#include "base/paths.h"
#include "pack/linting.h"
#include "pack/reading.h"

/* Files whose words patients read; the others talk to those who write packs,
 * start commands or look after a machine. */
static const char *const theirs[] = {
	"screens/", "src/interview/", "src/plain/", "src/report/",
};
/* But for what only physios and those who write packs or a site file see. */
static const char *const not_theirs[] = {
	"screens/suspects.c", "src/report/pages_physio.c", "src/report/site.c",
	"src/report/explain.c",
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct pack *pack;

static int load(void **state)
{
	struct error_list faults = { 0 };
	char dir[PATHS_MAX];
	struct error err;

	(void)state;
	return paths_pack(dir, "buttock-pain", &err) != 0 ||
	       pack_load(&pack, dir, &faults) != 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

static bool begins_with_one(const char *text, const char *const *beginnings,
			    size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(text, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* A message as the .pot file has it: where it stands, and what it says. */
struct message {
	char file[128], text[2000];
	int line;
	bool theirs;
};

/* "#: screens/ask.c:54 screens/pick.c:47" */
static void read_places(struct message *message, char *line)
{
	char *rest, *word = strtok_r(line + 2, " \n", &rest);

	for (; word != NULL; word = strtok_r(NULL, " \n", &rest)) {
		char *colon = strrchr(word, ':');

		if (colon == NULL || message->theirs ||
		    !begins_with_one(word, theirs, COUNT(theirs)) ||
		    begins_with_one(word, not_theirs, COUNT(not_theirs)))
			continue;
		message->theirs = true;
		snprintf(message->file, sizeof(message->file), "%.*s",
			 (int)(colon - word), word);
		message->line = atoi(colon + 1);
	}
}

/* Adds what stands in quotes; an escaped character counts as a blank. */
static void read_text(struct message *message, const char *line)
{
	size_t used = strlen(message->text);
	const char *at = strchr(line, '"');

	if (at == NULL)
		return;
	for (at++; *at != '"' && used < sizeof(message->text) - 1; at++) {
		bool escaped = *at == '\\';

		at += escaped;
		message->text[used++] = (char)(escaped ? ' ' : *at);
	}
	message->text[used] = '\0';
}

/* What was found in all messages to patients. */
struct found {
	struct error_list faults;
	struct reading reading;
	size_t count;
};

static void check(struct message *message, struct found *found)
{
	struct place place = { message->file, message->line };

	if (message->theirs && message->text[0] != '\0') {
		lint_text(pack, &place, message->text, &found->faults);
		reading_add(&found->reading, message->text);
		found->count++;
	}
	message->text[0] = '\0';
}

/* A plural is a text of its own, at the same place. */
static void read_line(struct message *message, char *line,
		      struct found *found)
{
	if (strncmp(line, "#:", 2) == 0) {
		read_places(message, line);
	} else if (strncmp(line, "msgstr", 6) == 0) {
		check(message, found);
		message->theirs = false;
	} else if (strncmp(line, "msgid_plural", 12) == 0) {
		check(message, found);
		read_text(message, line);
	} else if (strncmp(line, "msgid", 5) == 0 ||
		   (line[0] == '"' && message->theirs)) {
		read_text(message, line);
	}
}

static void every_word_to_patients__keeps_the_rules(void **state)
{
	const char *tree = getenv("BUILD_TREE");
	struct found found = { 0 };
	struct message message = { 0 };
	char path[4096], line[2000];
	FILE *file;

	(void)state;
	snprintf(path, sizeof(path), "%s/tests/locale/sitwell.pot",
		 tree != NULL ? tree : BUILD_TREE);
	file = fopen(path, "r");
	if (file == NULL)
		skip();		/* made where xgettext is */
	while (fgets(line, sizeof(line), file) != NULL)
		read_line(&message, line, &found);
	fclose(file);
	error_list_sort(&found.faults);
	error_list_print(stderr, &found.faults);
	assert_int_equal(found.faults.count, 0);
	error_list_done(&found.faults);
	assert_true(found.count > 200);
	assert_true(reading_flesch_kincaid(&found.reading) <= 6);
	assert_true(reading_automated(&found.reading) <= 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_to_patients__keeps_the_rules),
	};

	return cmocka_run_group_tests_name("catalogue", tests, load, unload);
}
