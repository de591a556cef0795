/* Checklists: consecutive questions as the lines of one screen. */
#include <config.h>

#include <string.h>

#include "base/i18n.h"
#include "pack/loading.h"

#define MIN_LINES 2
#define MAX_LINES 14

static bool is_line_answer(const char *id)
{
	static const char *const ids[] = {
		"yes", "no", "unsure", "old-checked", "old-unchecked",
	};

	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
		if (strcmp(ids[i], id) == 0)
			return true;
	return false;
}

static bool is_line(const struct question *question)
{
	if (question->type != QUESTION_SINGLE ||
	    question_find_answer(question, "yes") < 0 ||
	    question_find_answer(question, "no") < 0)
		return false;
	for (size_t i = 0; i < question->n_answers; i++)
		if (!is_line_answer(question->answers[i].id))
			return false;
	return true;
}

static void check_line(struct loading *loading, const struct entry *entry,
		       int line, const struct checklist *list,
		       const struct question *question)
{
	const struct question *last = list->n_questions == 0 ? NULL
		: list->questions[list->n_questions - 1];

	if (question->checklist != NULL)
		FAULT(loading, entry, line, _("question %s is in checklist %s already; name it in one"),
		      question->id, question->checklist->id);
	else if (list->part != NULL && question->part != list->part)
		FAULT(loading, entry, line, _("question %s is not in the checklist's part %s; move it there"),
		      question->id, list->part->id);
	else if (!is_line(question))
		FAULT(loading, entry, line, _("question %s is not of type single with answers yes, no, unsure; it cannot be a line"),
		      question->id);
	else if (last != NULL && question->index != last->index + 1)
		FAULT(loading, entry, line, _("question %s does not stand right behind %s; name them in the order of the file"),
		      question->id, last->id);
}

static void add_lines(struct loading *loading, const struct entry *entry,
		      const struct ini_key *key, bool ask_again)
{
	struct checklist *list = entry->object;
	const char *text = key->value;
	char word[MAX_WORD];
	const struct question **lines = arena_alloc(loading->arena,
						    count_words(text),
						    sizeof(*lines));

	list->questions = lines;
	while (next_word(word, sizeof(word), &text) != NULL) {
		const struct entry *found = find_entry(loading, entry,
						       key->line,
						       KIND_QUESTION, word);
		struct question *question;

		if (found == NULL)
			continue;
		question = found->object;
		check_line(loading, entry, key->line, list, question);
		question->checklist = list;
		question->ask_again = question->ask_again || ask_again;
		lines[list->n_questions++] = question;
	}
}

void finish_checklist(struct loading *loading, const struct entry *entry)
{
	const struct ini_key *key = find_key(entry, "questions");
	const struct ini_key *again = find_key(entry, "ask-again");
	bool ask_again = false;
	size_t count;

	if (again != NULL && again->value[0] != '\0')
		load_flag(loading, entry, again, &ask_again);
	if (key == NULL || key->value[0] == '\0')
		return;
	add_lines(loading, entry, key, ask_again);
	count = count_words(key->value);
	if (count < MIN_LINES || count > MAX_LINES)
		FAULT(loading, entry, key->line, _("a checklist has %d to %d questions, this one %zu; split it or add to it"),
		      MIN_LINES, MAX_LINES, count);
}
