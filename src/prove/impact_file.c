/* What two people say the same, as one answers file. */
#include "config.h"

#include <string.h>

#include "base/error.h"
#include "prove/impact.h"

#define MAX_TEXT 8000		/* 64 answers of 80 bytes, and to spare */

/* What is said of a question to one pack; false: nothing. */
static bool said(char *text, const struct answers *answers,
		 const struct question *question)
{
	if (question == NULL || !answers_given(answers, question))
		return false;
	value_print(text, MAX_TEXT, question, answers_get(answers, question));
	return true;
}

/* Whether a pack reads it as the value that its own person says, if any. */
static bool reads_same(const char *text, const struct answers *answers,
		       const struct question *question)
{
	struct answers *copy = answers_new(answers_pack(answers), ROLE_PHYSIO);
	const struct value *read = NULL;
	struct value value;
	struct error err;
	bool same;

	if (value_parse(&value, question, text, &err) == 0 &&
	    answers_put(copy, LAYER_PHYSIO, question, &value, &err) == 0)
		read = answers_layer(copy, LAYER_PHYSIO, question);
	same = read != NULL && (!answers_given(answers, question) ||
				value_equal(read, answers_get(answers,
							      question)));
	answers_free(&copy);
	return same;
}

/* Whether a line of the file tells the other pack what it tells this one. */
static bool is_readable(const char *text, const struct question *question,
			const struct answers *other)
{
	const struct question *partner =
		impact_partner(question, answers_pack(other));

	return partner != NULL && reads_same(text, other, partner) &&
	       (answers_role(other) == ROLE_PHYSIO ||
		partner->physio_only == question->physio_only);
}

static void write_one(FILE *stream, const struct reading_of *from,
		      const struct question *question,
		      const struct reading_of *other, const char *whose)
{
	char text[MAX_TEXT];

	if (!said(text, from->answers, question))
		return;
	if (is_readable(text, question, other->answers))
		fprintf(stream, "%s = %s\n", question->id, text);
	else
		fprintf(stream, "# %s: %s = %s\n", whose, question->id, text);
}

/* Whether both are told it in one line, which the old one's is. */
static bool is_written(const struct fall *fall, const struct question *new)
{
	const struct question *old = impact_partner(new,
						    answers_pack(fall->old
								 .answers));
	char text[MAX_TEXT];

	return old != NULL && said(text, fall->old.answers, old) &&
	       is_readable(text, old, fall->new.answers);
}

static bool is_for(const struct question *question, const struct pack *other,
		   enum role role, enum layer layer)
{
	const struct question *partner = impact_partner(question, other);
	bool physio = question->physio_only ||
		      (partner != NULL && partner->physio_only);

	return (physio && role == ROLE_PHYSIO) == (layer == LAYER_PHYSIO);
}

static void write_layer(FILE *stream, const struct fall *fall,
			enum layer layer)
{
	const struct pack *old = answers_pack(fall->old.answers);
	const struct pack *new = answers_pack(fall->new.answers);
	enum role role = answers_role(fall->old.answers);

	for (size_t i = 0; i < old->n_questions; i++)
		if (is_for(&old->questions[i], new, role, layer))
			write_one(stream, &fall->old, &old->questions[i],
				  &fall->new, "old");
	for (size_t i = 0; i < new->n_questions; i++)
		if (is_for(&new->questions[i], old, role, layer) &&
		    !is_written(fall, &new->questions[i]))
			write_one(stream, &fall->new, &new->questions[i],
				  &fall->old, "new");
}

void impact_write_answers(FILE *stream, const struct fall *fall)
{
	const struct pack *old = answers_pack(fall->old.answers);
	const struct pack *new = answers_pack(fall->new.answers);
	enum role role = answers_role(fall->old.answers);

	fputs("[about]\n", stream);
	if (strcmp(old->id, new->id) == 0)
		fprintf(stream, "pack = %s\n", old->id);
	fprintf(stream, "role = %s\n\n[answers]\n", role_id(role));
	write_layer(stream, fall, LAYER_PATIENT);
	if (role != ROLE_PHYSIO)
		return;
	fputs("\n[answers physio]\n", stream);
	write_layer(stream, fall, LAYER_PHYSIO);
}
