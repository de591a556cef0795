/*
 * Answers files that no program wrote.
 *
 * What is read is written and read again: it must be written the same.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers/answers_file.h"
#include "tests/fuzz/faults.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/tree.h"

static struct answers *read_text(const char *text, size_t bytes, bool *sound)
{
	struct error_list faults = { 0 };
	struct answers *answers = NULL;
	bool read = answers_file_read(&answers, base_pack(),
				      in_memory(text, bytes), &faults) == 0;

	*sound = read == (faults.count == 0) && read == (answers != NULL) &&
		 faults_are_sound(&faults);
	error_list_done(&faults);
	return answers;
}

static char *written(const struct answers *answers)
{
	char *text;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	answers_file_write(stream, answers, "en", NULL);
	fclose(stream);
	return text;
}

static bool is_written_alike(const struct answers *answers)
{
	char *once = written(answers), *twice = NULL;
	bool sound, alike;
	struct answers *again = read_text(once, strlen(once), &sound);

	if (again != NULL)
		twice = written(again);
	alike = twice != NULL && strcmp(once, twice) == 0;
	if (!alike)
		printf("# first written:\n%s\n# then:\n%s\n", once,
		       twice != NULL ? twice : "it cannot be read");
	answers_free(&again);
	free(once);
	free(twice);
	return sound && alike;
}

static enum verdict read_answers(const char *text, size_t bytes)
{
	struct answers *answers;
	bool read, sound;

	if (names_iniparser(text, bytes))
		return VERDICT_REFUSED;
	answers = read_text(text, bytes, &sound);
	read = answers != NULL;
	if (read)
		sound = is_written_alike(answers) && sound;
	answers_free(&answers);
	return !sound ? VERDICT_BROKEN : read ? VERDICT_READ : VERDICT_REFUSED;
}

const struct fuzz_target fuzz_target = {
	.name = "answers",
	.most = 4096,
	.usual_count = 4000,
	.read = read_answers,
};
