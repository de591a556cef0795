#include "config.h"

#include "command/counterexample.h"

#include <string.h>

#include "answers/answers_file.h"
#include "answers/logic.h"
#include "assess/assess.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "command/command.h"

static const char *level_of(const struct answers *answers)
{
	return urgency_id(urgency_by_rules(answers_pack(answers), answers,
					   READ_ASSUMED, NULL));
}

static void print_claim(FILE *stream, const struct refuted *refuted)
{
	const struct invariant *invariant = refuted->invariant;
	const struct question *question = refuted->question;
	const struct place *place;

	switch (refuted->kind) {
	case CLAIM_INVARIANT:
		fprintf(stream, _("%s:%d: invariant %s does not hold: these answers come to %s, and it promises %s\n"),
			invariant->place.file, invariant->place.line,
			invariant->id, level_of(refuted->answers),
			urgency_id(invariant->at_least));
		break;
	case CLAIM_ASKS:
		fprintf(stream, _("%s:%d: invariant %s does not hold: with these answers nobody asks %s, and they come to %s only\n"),
			invariant->place.file, invariant->place.line,
			invariant->id, question->id,
			level_of(refuted->answers));
		break;
	case CLAIM_MONOTONE:
		fprintf(stream, _("%s:%d: a worse answer to question %s lowers the level from %s to %s; look at the rules that read it, and at its severity\n"),
			question->place.file, question->place.line,
			question->id, level_of(refuted->answers),
			level_of(refuted->worse));
		break;
	case CLAIM_UNSURE:
		place = &answers_pack(refuted->answers)->self_care->place;
		fprintf(stream, _("%s:%d: somebody who is not sure of a safety question ends in self-care; a rule must hold that back\n"),
			place->file, place->line);
		break;
	case CLAIM_GATED:
		fprintf(stream, _("%s:%d: question %s is left out by an answer that is not known, and these answers come to %s only; let it be asked then too\n"),
			question->place.file, question->place.line,
			question->id, level_of(refuted->answers));
		break;
	}
	if (refuted->unfinished)
		fprintf(stream, "%s", _("(only in answers that leave safety questions open)\n"));
}

/* What a person says to a harmless question goes without saying. */
static bool is_harmless(const struct question *question,
			const struct value *value)
{
	int no = question_find_answer(question, "no");

	if (question->n_severity > 0)
		no = (int)question->severity[0];
	return question->part->safety && no >= 0 &&
	       value->state == ANSWER_VALUE &&
	       value->choices == UINT64_C(1) << no;
}

void counterexample_path(FILE *stream, const struct answers *answers,
			 const struct answers *worse)
{
	const struct pack *pack = answers_pack(answers);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		const struct value *value = answers_get(answers, question);
		char said[300], then[300] = "";

		if (worse != NULL)
			value_print(then, sizeof then, question,
				    answers_get(worse, question));
		value_print(said, sizeof said, question, value);
		if (worse != NULL && strcmp(said, then) != 0)
			fprintf(stream, "#   %s = %s -> %s\n", question->id,
				said, then);
		else if (answers_given(answers, question) &&
			 !is_harmless(question, value))
			fprintf(stream, "#   %s = %s\n", question->id, said);
	}
}

/* Of each promise another, so that no file takes the place of another. */
static void name_of(char *name, size_t size, const struct refuted *refuted)
{
	const char *question = refuted->question != NULL
			       ? refuted->question->id : "";

	switch (refuted->kind) {
	case CLAIM_INVARIANT:
		snprintf(name, size, "%s", refuted->invariant->id);
		break;
	case CLAIM_ASKS:
		snprintf(name, size, "%s-%s", refuted->invariant->id, question);
		break;
	case CLAIM_GATED:
		snprintf(name, size, "%s-left-out", question);
		break;
	case CLAIM_MONOTONE:
		snprintf(name, size, "%s", question);
		break;
	case CLAIM_UNSURE:
		snprintf(name, size, "not-sure");
		break;
	}
}

/* FOLDER/NAME.ini, and NAME-worse.ini for the second of two. */
static int write_answers(const struct answers *answers, const char *folder,
			 const char *name, const char *end, struct error *err)
{
	const char *language = answers_pack(answers)->language;
	char path[PATHS_MAX];

	if (snprintf(path, sizeof path, "%s/%s%s.ini", folder, name, end) >=
	    (int)sizeof path)
		return error_set(err, NULL, 0, _("the path of %s is too long"),
				 folder);
	return answers_file_save(path, answers, language, NULL, err);
}

static int write_both(const struct refuted *refuted, const char *folder,
		      struct error *err)
{
	char name[PATHS_MAX];

	name_of(name, sizeof name, refuted);
	if (command_make_folder(folder, err) != 0)
		return -1;
	if (write_answers(refuted->answers, folder, name, "", err) != 0)
		return -1;
	if (refuted->worse == NULL)
		return 0;
	return write_answers(refuted->worse, folder, name, "-worse", err);
}

int counterexample_print(FILE *stream, const struct refuted *refuted,
			 const char *folder, struct error *err)
{
	const char *language = answers_pack(refuted->answers)->language;

	print_claim(stream, refuted);
	fprintf(stream, "%s", _("# The path; everything else is answered as harmless or not at all:\n"));
	counterexample_path(stream, refuted->answers, refuted->worse);
	if (folder != NULL)
		return write_both(refuted, folder, err);
	answers_file_write(stream, refuted->answers, language, NULL);
	if (refuted->worse != NULL) {
		fprintf(stream, "%s", _("# And with the worse answer:\n"));
		answers_file_write(stream, refuted->worse, language, NULL);
	}
	return 0;
}
