/* Writing what answers_file.c reads. */
#include "config.h"

#include "answers/answers_file.h"

#include <stdlib.h>
#include <string.h>

#include "answers/percent.h"
#include "base/files.h"
#include "base/i18n.h"

/* Bytes of a value on one line, the key beside it: under INI_MAX_LINE. */
#define MAX_VALUE 800

static void write_key(FILE *stream, const char *key, const char *text)
{
	char line[MAX_VALUE];

	percent_encode(line, sizeof line, text);
	fprintf(stream, "%s = %s\n", key, line);
}

/* A text that reads like `unsure` must not become one. */
static const char *shield_word(char *line, size_t size, const char *text)
{
	static const char *const words[] = { "unsure", "skipped", "na" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(text, words[i]) == 0) {
			snprintf(line, size, "%%%02X%s",
				 (unsigned char)text[0], text + 1);
			return line;
		}
	return NULL;
}

static void write_text(FILE *stream, const char *id, const char *text)
{
	char line[MAX_VALUE];

	if (shield_word(line, sizeof line, text) != NULL) {
		fprintf(stream, "%s = %s\n", id, line);
		return;
	}
	text += percent_encode(line, sizeof line, text);
	fprintf(stream, "%s = %s\n", id, line);
	for (int number = 2; *text != '\0'; number++) {
		text += percent_encode(line, sizeof line, text);
		fprintf(stream, "%s-%d = %s\n", id, number, line);
	}
}

static void write_answer(FILE *stream, const struct question *question,
			 const struct value *value)
{
	char *text;
	size_t bytes;

	if (question->type == QUESTION_TEXT && value->state == ANSWER_VALUE) {
		write_text(stream, question->id, value->text);
		return;
	}
	bytes = value_print(NULL, 0, question, value) + 1;
	text = xcalloc(bytes, 1);
	value_print(text, bytes, question, value);
	fprintf(stream, "%s = %s\n", question->id, text);
	free(text);
}

static void write_layer(FILE *stream, const struct answers *answers,
			enum layer layer)
{
	const struct pack *pack = answers_pack(answers);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		const struct value *value =
			answers_layer(answers, layer, question);

		if (value != NULL && answers_applies(answers, question))
			write_answer(stream, question, value);
	}
}

/*
 * What a physio answered is kept also where another role saves, though it
 * counts for a physio alone.
 */
static void write_physio(FILE *stream, const struct answers *answers)
{
	struct answers *seen = answers_copy(answers);
	bool any = answers_role(answers) == ROLE_PHYSIO;

	answers_set_role(seen, ROLE_PHYSIO);
	for (size_t i = 0; i < answers_pack(answers)->n_questions; i++)
		any = any || answers_layer(seen, LAYER_PHYSIO,
				&answers_pack(answers)->questions[i]) != NULL;
	if (any) {
		fputs("\n[answers physio]\n", stream);
		write_layer(stream, seen, LAYER_PHYSIO);
	}
	answers_free(&seen);
}

void answers_file_write(FILE *stream, const struct answers *answers,
			const char *language, const char *time)
{
	const struct pack *pack = answers_pack(answers);

	fputs("[about]\n", stream);
	write_key(stream, "pack", pack->id);
	if (pack->version != NULL)
		write_key(stream, "version", pack->version);
	write_key(stream, "role", role_id(answers_role(answers)));
	if (language != NULL)
		write_key(stream, "language", language);
	if (time != NULL)
		write_key(stream, "time", time);
	fputs("\n[answers]\n", stream);
	write_layer(stream, answers, LAYER_PATIENT);
	write_physio(stream, answers);
}

int answers_file_save(const char *path, const struct answers *answers,
		      const char *language, const char *time,
		      struct error *err)
{
	struct file_save save;

	if (file_save_begin(&save, path, false, err) != 0)
		return -1;
	answers_file_write(save.stream, answers, language, time);
	return file_save_end(&save, err);
}
