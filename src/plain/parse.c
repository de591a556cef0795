#include "config.h"

#include "plain/parse.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/document.h"

#define BETWEEN " ,\t"

/* 1 .. most, or 0. */
static size_t number_of(const char *text, size_t most)
{
	double number;

	if (text_number(&number, text) != 0 || number < 1 ||
	    number > (double)most || number != (double)(size_t)number)
		return 0;
	return (size_t)number;
}

/* Index of the answer that the words name, or -1. */
static int answer_of(const struct question *question, enum role role,
		     const char *words)
{
	for (size_t i = 0; i < question->n_answers; i++) {
		const struct answer *answer = &question->answers[i];

		if (same_words(words, answer->id) ||
		    same_words(words, answer_label(answer, role)))
			return (int)i;
	}
	return -1;
}

static int answer_by_number(const struct question *question, const char *text)
{
	return (int)number_of(text, question->n_answers) - 1;
}

static struct value value_of(const struct question *question, int answer)
{
	struct value value = { .state = question->answers[answer].state };

	if (value.state == ANSWER_VALUE)
		value.choices = UINT64_C(1) << answer;
	return value;
}

static int no_such_answer(const struct question *question, const char *word,
			  struct error *err)
{
	if (question->n_answers == 0)
		return error_set(err, NULL, 0,
				 _("\"%.60s\" is no answer here."), word);
	return error_set(err, NULL, 0,
			 _("\"%.60s\" is no answer here. Type a number from "
			   "1 to %zu, or help."),
			 word, question->n_answers);
}

/* Adds one of several: what is no value stands alone. */
static int add_answer(struct value *value, const struct question *question,
		      int answer, struct error *err)
{
	struct value one = value_of(question, answer);

	if (value->state != ANSWER_NOTHING &&
	    (one.state != ANSWER_VALUE || value->state != ANSWER_VALUE))
		return error_set(err, NULL, 0, "%s",
				 _("Not sure cannot go with other answers. "
				   "Type one or the other."));
	one.choices |= value->choices;
	if (question->none >= 0 && (one.choices >> question->none & 1) &&
	    one.choices != UINT64_C(1) << question->none)
		return error_set(err, NULL, 0,
				 _("\"%s\" cannot go with other answers. "
				   "Type one or the other."),
				 answer_label(&question->answers[question->none],
					      ROLE_PATIENT));
	*value = one;
	return 0;
}

static int parse_several(struct value *out, const struct question *question,
			 enum role role, const char *text, struct error *err)
{
	char word[200];

	for (text += strspn(text, BETWEEN); *text != '\0';
	     text += strspn(text, BETWEEN)) {
		size_t bytes = strcspn(text, BETWEEN);
		int answer;

		snprintf(word, sizeof word, "%.*s", (int)bytes, text);
		answer = answer_by_number(question, word);
		if (answer < 0)
			answer = answer_of(question, role, word);
		if (answer < 0)
			return no_such_answer(question, word, err);
		if (add_answer(out, question, answer, err) != 0)
			return -1;
		text += bytes;
	}
	return 0;
}

/* People write 0,5 as well as 0.5. */
static int typed_number(double *out, const char *text)
{
	char copy[40];
	char *comma;

	if (strlen(text) >= sizeof copy)
		return -1;
	strcpy(copy, text);
	comma = strchr(copy, ',');
	if (comma != NULL && strchr(copy, '.') == NULL)
		*comma = '.';
	return text_number(out, copy);
}

static int check_range(const struct question *question, double number,
		       struct error *err)
{
	char low[32], high[32];

	if (number >= question->min && number <= question->max)
		return 0;
	text_from_number(low, sizeof low, question->min, 6);
	text_from_number(high, sizeof high, question->max, 6);
	return error_set(err, NULL, 0, _("Type a number from %s to %s."),
			 low, high);
}

int parse_answer(struct value *out, const struct question *question,
		 enum role role, const char *text, struct error *err)
{
	int answer = answer_of(question, role, text);

	*out = (struct value){ .state = ANSWER_NOTHING };
	if (answer >= 0) {
		*out = value_of(question, answer);
		return 0;
	}
	if (question_has_number(question) &&
	    typed_number(&out->number, text) == 0) {
		out->state = ANSWER_VALUE;
		return check_range(question, out->number, err);
	}
	if (question_has_number(question))
		return error_set(err, NULL, 0,
				 _("\"%.60s\" is no number. Type "
				   "digits, like 30 or 0.5."),
				 text);
	if (question_takes_several(question))
		return parse_several(out, question, role, text, err);
	answer = answer_by_number(question, text);
	if (answer < 0)
		return no_such_answer(question, text, err);
	*out = value_of(question, answer);
	return 0;
}

/* All lines get `no`; fails where a line has none. */
static int answer_no(struct value *values, const struct step *step,
		     struct error *err)
{
	for (size_t i = 0; i < step->n_questions; i++) {
		int no = question_find_answer(step->questions[i], "no");

		if (no < 0)
			return error_set(err, NULL, 0, "%s",
					 _("These need an answer each. Press "
					   "Enter to go through them one by "
					   "one."));
		values[i] = value_of(step->questions[i], no);
	}
	return 0;
}

/* "3", "3?" or "3-": marks one line yes, not sure or no. */
static int mark_line(struct value *values, const struct step *step, char *word,
		     struct error *err)
{
	size_t bytes = strlen(word);
	char sign = bytes > 1 ? word[bytes - 1] : '\0';
	size_t line;
	int answer;

	if (sign == '?' || sign == '-')
		word[bytes - 1] = '\0';
	line = number_of(word, step->n_questions);
	if (line == 0)
		return error_set(err, NULL, 0,
				 _("\"%.60s\" is no answer here. Type none, "
				   "or numbers from 1 to %zu, or help."),
				 word, step->n_questions);
	line--;
	answer = question_find_answer(step->questions[line],
				      sign == '-' ? "no" : "yes");
	if (sign == '?')
		values[line] = (struct value){ .state = ANSWER_UNSURE };
	else if (answer >= 0)
		values[line] = value_of(step->questions[line], answer);
	else
		return error_set(err, NULL, 0, "%s",
				 _("These need an answer each. Press Enter "
				   "to go through them one by one."));
	return 0;
}

/* A test that was not done is no negative test. */
static void begin_as_not_done(struct value *values, const struct step *step)
{
	for (size_t i = 0; i < step->n_questions; i++)
		if (step->questions[i]->physio_only)
			values[i] = (struct value){ .state = ANSWER_UNSURE };
}

static bool is_rest(const char *word)
{
	return same_words(word, "rest") || same_words(word, _("rest"));
}

/*
 * "2 5 rest": what is not named was done and is negative.  Only said of a
 * clinician's tests: of anything else silence is no "no".
 */
static bool has_rest(const struct step *step, const char *text)
{
	char word[80];

	if (!step_is_examination(step))
		return false;
	for (text += strspn(text, BETWEEN); *text != '\0';
	     text += strspn(text, BETWEEN)) {
		size_t bytes = strcspn(text, BETWEEN);

		snprintf(word, sizeof word, "%.*s", (int)bytes, text);
		if (is_rest(word))
			return true;
		text += bytes;
	}
	return false;
}

int parse_checklist(struct value *values, const struct step *step,
		    const char *text, struct error *err)
{
	bool rest = has_rest(step, text);
	char word[80];

	if (answer_no(values, step, err) != 0)
		return -1;
	if (same_words(text, "none") || same_words(text, _("none")))
		return 0;
	if (!rest)
		begin_as_not_done(values, step);
	for (text += strspn(text, BETWEEN); *text != '\0';
	     text += strspn(text, BETWEEN)) {
		size_t bytes = strcspn(text, BETWEEN);

		snprintf(word, sizeof word, "%.*s", (int)bytes, text);
		if (!(rest && is_rest(word)) &&
		    mark_line(values, step, word, err) != 0)
			return -1;
		text += bytes;
	}
	return 0;
}

bool parse_choice(size_t *chosen, const struct choice *choices, size_t count,
		  const char *text)
{
	size_t number = number_of(text, count);

	for (size_t i = 0; i < count && number == 0; i++)
		if (same_words(text, choices[i].word) ||
		    same_words(text, choices[i].text))
			number = i + 1;
	if (number == 0)
		return false;
	*chosen = number - 1;
	return true;
}
