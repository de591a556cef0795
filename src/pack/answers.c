/* Questions: their answers, and what depends on their type. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/loading.h"

/* A question while its answers are read. */
struct reading {
	struct loading *loading;
	const struct entry *entry;
	struct question *question;
	struct answer *answers;		/* room for MAX_ANSWERS */
};

#define READING_FAULT(reading, line, ...)				\
	FAULT((reading)->loading, (reading)->entry, line, __VA_ARGS__)

/* Whether its answers are listed: the other types have unsure and na only. */
static bool lists_answers(const struct question *question)
{
	return question->type == QUESTION_SINGLE ||
	       question->type == QUESTION_MULTI ||
	       question->type == QUESTION_TIMED;
}

static enum answer_state state_of(const char *id)
{
	if (strcmp(id, "unsure") == 0)
		return ANSWER_UNSURE;
	return strcmp(id, "na") == 0 ? ANSWER_NA : ANSWER_VALUE;
}

/* The interface has words for these. */
static bool has_own_words(const char *id)
{
	return strcmp(id, "yes") == 0 || strcmp(id, "no") == 0 ||
	       state_of(id) != ANSWER_VALUE;
}

static const char *nearest_answer(const struct question *question,
				  const char *id)
{
	const char *ids[MAX_ANSWERS];

	for (size_t i = 0; i < question->n_answers; i++)
		ids[i] = question->answers[i].id;
	return text_nearest(id, ids, question->n_answers);
}

/* The answer's index, or -1 after a fault. */
static int find_answer(struct loading *loading, const struct entry *entry,
		       int line, const struct question *question,
		       const char *id)
{
	int found = question_find_answer(question, id);
	const char *nearest;

	if (found >= 0 || question_lacks_answers(question))
		return found;
	nearest = nearest_answer(question, id);
	if (nearest != NULL)
		FAULT(loading, entry, line, _("question %s has no answer %s; did you mean %s?"),
		      question->id, id, nearest);
	else
		FAULT(loading, entry, line, _("question %s has no answer %s; add it, or name one that it has"),
		      question->id, id);
	return -1;
}

static struct answer *add_answer(const struct reading *reading, int line,
				 const char *id)
{
	struct question *question = reading->question;
	struct answer *answer = &reading->answers[question->n_answers];

	if (question->n_answers == MAX_ANSWERS) {
		READING_FAULT(reading, line, _("a question has at most %d answers; remove some"),
			      MAX_ANSWERS);
		return NULL;
	}
	if (question_find_answer(question, id) >= 0) {
		READING_FAULT(reading, line, _("answer %s is named twice; name it once"),
			      id);
		return NULL;
	}
	question->n_answers++;
	answer->id = id;
	answer->state = state_of(id);
	return answer;
}

static void add_zones(const struct reading *reading)
{
	const struct bodymap *map = reading->question->bodymap;

	for (size_t i = 0; map != NULL && i < map->n_zones; i++) {
		struct answer *answer = add_answer(reading, 0,
						   map->zones[i].id);

		if (answer == NULL)
			return;
		answer->label = map->zones[i].name;
		answer->clinician_label = map->zones[i].clinician_name;
	}
}

static void add_listed(const struct reading *reading, int line, const char *id)
{
	if (!ini_is_name(id, strlen(id)))
		READING_FAULT(reading, line, _("%s is no answer id; write a-z, 0-9 and hyphens"),
			      id);
	else if (strcmp(id, "skipped") == 0 || strcmp(id, "unanswered") == 0)
		READING_FAULT(reading, line, _("%s is a reserved word and no answer; choose another id"),
			      id);
	else if (!lists_answers(reading->question) &&
		 state_of(id) == ANSWER_VALUE)
		READING_FAULT(reading, line, _("a %s question can only list unsure and na; remove %s"),
			      question_type_id(reading->question->type), id);
	else
		add_answer(reading, line, arena_strdup(reading->loading->arena,
						       id));
}

static void add_all_listed(const struct reading *reading)
{
	const struct ini_key *key = find_key(reading->entry, "answers");
	const char *text = key != NULL ? key->value : "";
	char word[MAX_WORD];

	while (next_word(word, sizeof(word), &text) != NULL)
		add_listed(reading, key->line, word);
	if (lists_answers(reading->question) && key == NULL)
		READING_FAULT(reading, 0, _("answers is missing in [question %s]; add a line: answers = yes no unsure"),
			      reading->question->id);
	else if (lists_answers(reading->question) &&
		 count_words(key->value) == 1)
		READING_FAULT(reading, key->line, _("one answer leaves no choice; name at least two"));
}

/* label-ANSWER and clinician-label-ANSWER. */
static void read_label(const struct reading *reading,
		       const struct ini_key *key, const char *prefix,
		       bool clinician)
{
	const char *id = key->name + strlen(prefix);
	int found = find_answer(reading->loading, reading->entry, key->line,
				reading->question, id);

	if (found < 0)
		return;
	if (clinician)
		reading->answers[found].clinician_label = key->value;
	else
		reading->answers[found].label = key->value;
}

static bool begins(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

static void read_labels(const struct reading *reading)
{
	static const char label[] = "label-", clinician[] = "clinician-label-";
	const struct ini_section *section = reading->entry->section;

	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];

		if (begins(key->name, label))
			read_label(reading, key, label, false);
		else if (begins(key->name, clinician))
			read_label(reading, key, clinician, true);
	}
}

static void check_labels(const struct reading *reading)
{
	const struct ini_key *key = find_key(reading->entry, "answers");

	if (!lists_answers(reading->question) || key == NULL)
		return;
	for (size_t i = 0; i < reading->question->n_answers; i++) {
		const struct answer *answer = &reading->answers[i];

		if (answer->label == NULL && !has_own_words(answer->id))
			READING_FAULT(reading, key->line, _("answer %s has no label; add a line: label-%s = its words"),
				      answer->id, answer->id);
	}
}

static void read_answers(const struct reading *reading)
{
	if (reading->question->type == QUESTION_SITE)
		add_zones(reading);
	add_all_listed(reading);
	read_labels(reading);
	check_labels(reading);
}

/* As much of the scratch list as was used, so that the pack stays small. */
static void keep_answers(const struct reading *reading)
{
	struct question *question = reading->question;
	struct answer *kept = arena_alloc(reading->loading->arena,
					  question->n_answers, sizeof(*kept));

	if (question->n_answers > 0)
		memcpy(kept, reading->answers,
		       question->n_answers * sizeof(*kept));
	question->answers = kept;
}

static void read_none(const struct reading *reading)
{
	const struct ini_key *key = find_key(reading->entry, "none");

	reading->question->none = -1;
	if (key == NULL || key->value[0] == '\0')
		return;
	reading->question->none =
		find_answer(reading->loading, reading->entry, key->line,
			    reading->question, key->value);
	if (reading->question->none >= 0 &&
	    state_of(key->value) != ANSWER_VALUE)
		READING_FAULT(reading, key->line, _("%s excludes the others anyway; name an answer for none of these"),
			      key->value);
}

static void read_role(const struct reading *reading)
{
	const struct ini_key *key = find_key(reading->entry, "role");

	if (key == NULL || key->value[0] == '\0')
		return;
	reading->question->physio_only = strcmp(key->value, "physio") == 0;
	if (!reading->question->physio_only)
		READING_FAULT(reading, key->line, _("role cannot be %s; write physio, or remove the line"),
			      key->value);
}

/* An answer that is a value, or -1 after a fault. */
static int find_value(const struct reading *reading, const struct ini_key *key,
		      const char *id)
{
	int found = find_answer(reading->loading, reading->entry, key->line,
				reading->question, id);

	if (found < 0 || reading->answers[found].state == ANSWER_VALUE)
		return found;
	READING_FAULT(reading, key->line, _("%s cannot be assumed; name an answer that says something"),
		      id);
	return -1;
}

static void assume_number(const struct reading *reading,
			  const struct ini_key *key)
{
	struct question *question = reading->question;
	char low[32], high[32];

	if (load_number(reading->loading, reading->entry, key, key->value,
			&question->assume.number) != 0)
		return;
	if (question->assume.number < question->min ||
	    question->assume.number > question->max)
		READING_FAULT(reading, key->line, _("%s is not what can be answered; assume a number from %s to %s"),
			      key->value,
			      text_from_number(low, sizeof(low), question->min, 6),
			      text_from_number(high, sizeof(high), question->max, 6));
}

static void assume_choices(const struct reading *reading,
			   const struct ini_key *key)
{
	const char *text = key->value;
	char word[MAX_WORD];
	size_t count = 0;
	int found;

	for (; next_word(word, sizeof(word), &text) != NULL; count++) {
		found = find_value(reading, key, word);
		if (found >= 0)
			reading->question->assume.choices |=
				UINT64_C(1) << found;
	}
	if (count > 1 && !question_takes_several(reading->question))
		READING_FAULT(reading, key->line, _("the question has one answer only; assume one"));
}

static void read_assumption(const struct reading *reading)
{
	const struct ini_key *key = find_key(reading->entry, "assume-unknown");
	struct question *question = reading->question;

	if (key == NULL || key->value[0] == '\0')
		return;
	question->assume.known = true;
	if (question->type == QUESTION_TEXT)
		READING_FAULT(reading, key->line, _("no rule reads free text; remove assume-unknown"));
	else if (question_has_number(question))
		assume_number(reading, key);
	else
		assume_choices(reading, key);
}

static void add_severity(size_t *list, struct question *question, int answer)
{
	if (answer >= 0)
		list[question->n_severity++] = (size_t)answer;
}

static void named_severity(const struct reading *reading, size_t *list,
			   const struct ini_key *key)
{
	const char *text = key->value;
	char word[MAX_WORD];
	uint64_t seen = 0;

	while (next_word(word, sizeof(word), &text) != NULL) {
		int found = find_answer(reading->loading, reading->entry,
					key->line, reading->question, word);

		if (found >= 0 && (seen >> found & 1))
			READING_FAULT(reading, key->line, _("%s is named twice; name it once"),
				      word);
		else
			add_severity(list, reading->question, found);
		seen |= found >= 0 ? UINT64_C(1) << found : 0;
	}
}

/* Without a "no", which answer is harmless cannot be told by its name. */
static void usual_severity(size_t *list, struct question *question)
{
	static const char *const order[] = {
		"no", "na", "old-checked", "old-unchecked", "unsure", "yes",
	};

	if (question_find_answer(question, "no") < 0)
		return;
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		add_severity(list, question,
			     question_find_answer(question, order[i]));
}

static void read_severity(const struct reading *reading)
{
	const struct ini_key *key = find_key(reading->entry, "severity");
	struct question *question = reading->question;
	bool safety = question->part != NULL && question->part->safety;
	size_t *list;

	if (key != NULL && question->part != NULL && !safety)
		READING_FAULT(reading, key->line, _("part %s is no safety part; remove severity"),
			      question->part->id);
	if (!safety)
		return;
	list = arena_alloc(reading->loading->arena, question->n_answers,
			   sizeof(*list));
	question->severity = list;
	if (key != NULL)
		named_severity(reading, list, key);
	else
		usual_severity(list, question);
}

static bool is_number(const struct ini_key *key)
{
	double number;

	return key != NULL && text_number(&number, key->value) == 0;
}

static void check_numbers(const struct reading *reading)
{
	const struct question *question = reading->question;
	const struct ini_key *min = find_key(reading->entry, "min");
	const struct ini_key *max = find_key(reading->entry, "max");
	char low[32], high[32];

	if (!is_number(min) || !is_number(max) || question->min < question->max)
		return;
	READING_FAULT(reading, max->line, _("min %s is not below max %s; correct one of them"),
		      text_from_number(low, sizeof(low), question->min, 6),
		      text_from_number(high, sizeof(high), question->max, 6));
}

static bool has_sides(const struct question *question)
{
	return question->type == QUESTION_SINGLE &&
	       question_find_answer(question, "left") >= 0 &&
	       question_find_answer(question, "right") >= 0 &&
	       question_find_answer(question, "both") >= 0;
}

static void check_side(const struct reading *reading)
{
	const struct question *question = reading->question;
	const struct question *side = question->side;
	const struct ini_key *key = find_key(reading->entry, "side");

	if (side == NULL || side->part == NULL || question->part == NULL)
		return;
	if (side->index + 1 != question->index || side->part != question->part)
		READING_FAULT(reading, key->line, _("question %s does not stand right before %s in the same part; move it there"),
			      side->id, question->id);
	else if (!has_sides(side))
		READING_FAULT(reading, key->line, _("question %s is not of type single with answers left right both; change it"),
			      side->id);
}

static void check_not_if(const struct reading *reading)
{
	const struct ini_key *when = find_key(reading->entry, "not-if");
	const struct ini_key *text = find_key(reading->entry, "not-if-text");

	if (when != NULL && text == NULL)
		READING_FAULT(reading, when->line, _("not-if has no words for people; add a line: not-if-text = who must not do it"));
	else if (when == NULL && text != NULL)
		READING_FAULT(reading, text->line, _("not-if-text has nothing to go by; add a line: not-if = when it holds"));
}

void finish_question(struct loading *loading, const struct entry *entry)
{
	struct answer answers[MAX_ANSWERS] = { 0 };
	struct reading reading = {
		loading, entry, entry->object, answers,
	};

	reading.question->answers = answers;
	read_answers(&reading);
	read_none(&reading);
	read_role(&reading);
	check_numbers(&reading);
	read_assumption(&reading);
	read_severity(&reading);
	check_side(&reading);
	check_not_if(&reading);
	keep_answers(&reading);
}
