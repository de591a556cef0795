/* One answer as text, and back. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "answers/answers.h"
#include "base/i18n.h"
#include "base/text.h"

bool value_equal(const struct value *one, const struct value *other)
{
	if (one->state != other->state)
		return false;
	if (one->state != ANSWER_VALUE)
		return true;
	if ((one->text == NULL) != (other->text == NULL) ||
	    (one->text != NULL && strcmp(one->text, other->text) != 0))
		return false;
	return one->choices == other->choices && one->number == other->number;
}

static const char *state_word(enum answer_state state)
{
	switch (state) {
	case ANSWER_UNSURE:
		return "unsure";
	case ANSWER_SKIPPED:
		return "skipped";
	case ANSWER_NA:
		return "na";
	case ANSWER_NOTHING:
	case ANSWER_VALUE:
		break;
	}
	return "";
}

/* snprintf's count of an answer's ids, separated by blanks. */
static size_t print_choices(char *buffer, size_t size,
			    const struct question *question, uint64_t choices)
{
	size_t used = 0;

	if (size > 0)
		buffer[0] = '\0';
	for (size_t i = 0; i < question->n_answers; i++) {
		if (!(choices >> i & 1))
			continue;
		used += (size_t)snprintf(used < size ? buffer + used : NULL,
					 used < size ? size - used : 0, "%s%s",
					 used > 0 ? " " : "",
					 question->answers[i].id);
	}
	return used;
}

size_t value_print(char *buffer, size_t size, const struct question *question,
		   const struct value *value)
{
	char number[32];
	const char *text = state_word(value->state);

	if (value->state == ANSWER_VALUE) {
		if (question->type == QUESTION_TEXT)
			text = value->text;
		else if (question_has_number(question))
			text = text_from_number(number, sizeof number,
						value->number, 6);
		else
			return print_choices(buffer, size, question,
					     value->choices);
	}
	return (size_t)snprintf(buffer, size, "%s", text);
}

static bool parse_state(struct value *out, const char *text)
{
	static const enum answer_state states[] = {
		ANSWER_UNSURE, ANSWER_SKIPPED, ANSWER_NA,
	};

	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		if (strcmp(text, state_word(states[i])) == 0) {
			out->state = states[i];
			return true;
		}
	}
	return false;
}

static int no_answer(const struct question *question, const char *word,
		     struct error *err)
{
	const char *ids[MAX_ANSWERS];
	const char *near;

	for (size_t i = 0; i < question->n_answers; i++)
		ids[i] = question->answers[i].id;
	near = text_nearest(word, ids, question->n_answers);
	if (near != NULL)
		return error_set(err, NULL, 0,
				 _("question %s has no answer %s; did you mean %s?"),
				 question->id, word, near);
	return error_set(err, NULL, 0,
			 _("question %s has no answer %s; sitwell-pack(5) tells where its answers stand (%s:%d)"),
			 question->id, word, question->place.file,
			 question->place.line);
}

static int parse_choices(struct value *out, const struct question *question,
			 const char *text, struct error *err)
{
	char word[80];
	int answer;

	for (text += strspn(text, " "); *text != '\0';
	     text += strspn(text, " ")) {
		size_t length = strcspn(text, " ");

		snprintf(word, sizeof word, "%.*s", (int)length, text);
		answer = question_find_answer(question, word);
		if (answer < 0)
			return no_answer(question, word, err);
		out->choices |= UINT64_C(1) << answer;
		text += length;
	}
	return 0;
}

int value_parse(struct value *out, const struct question *question,
		const char *text, struct error *err)
{
	*out = (struct value){ .state = ANSWER_VALUE };
	if (question->type == QUESTION_TEXT) {
		out->text = text;
		return 0;
	}
	if (parse_state(out, text))
		return 0;
	if (!question_has_number(question))
		return parse_choices(out, question, text, err);
	if (text_number(&out->number, text) == 0)
		return 0;
	return error_set(err, NULL, 0,
			 _("question %s takes a number, not %s; write digits with a point, like 30 or 0.5"),
			 question->id, text);
}
