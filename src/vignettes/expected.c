#include "config.h"

#include "vignettes/expected.h"

#include <stdio.h>
#include <string.h>

#include "assess/assess.h"
#include "base/i18n.h"
#include "base/text.h"

static const char *const expect_keys[] = {
	"condition", "also-acceptable", "in", "not-first", "urgency",
	"urgency-examined", "at-least", "rules", "rules-examined", "exercises",
	"must",
};
static const char *const within_words[] = {
	[WITHIN_FIRST] = "first",
	[WITHIN_THREE] = "three",
	[WITHIN_SHOWN] = "shown",
};

#define COUNT(array) (sizeof (array) / sizeof *(array))

void expected_check_keys(const struct ini *ini,
			 const struct ini_section *section,
			 const char *const *keys, size_t n_keys,
			 struct error_list *faults)
{
	for (size_t i = 0; i < section->n_keys; i++) {
		const char *name = section->keys[i].name;
		bool known = false;

		for (size_t k = 0; k < n_keys; k++)
			known |= strcmp(keys[k], name) == 0;
		if (!known)
			error_list_add(faults, ini->name,
				       section->keys[i].line,
				       _("[%s] has no key %s; did you mean %s?"),
				       section->kind, name,
				       text_nearest(name, keys, n_keys) != NULL
				       ? text_nearest(name, keys, n_keys)
				       : keys[0]);
	}
}

/* Calls `take` with each word of a key's value; -1 ends with a fault. */
struct words {
	const struct pack *pack;
	struct expected *expected;
};

/* A subtype stands for its condition: that is what is ranked. */
static bool take_target(const struct pack *pack, const char *word,
			const struct target **list, size_t *n, size_t max)
{
	const struct target *target = pack_find_target(pack, word);

	if (target == NULL || *n == max)
		return false;
	list[(*n)++] = target->parent != NULL ? target->parent : target;
	return true;
}

static bool take_condition(struct words *words, const char *word)
{
	struct expected *expected = words->expected;

	return take_target(words->pack, word, expected->accepted,
			   &expected->n_accepted, MAX_ACCEPTED);
}

static bool take_not_first(struct words *words, const char *word)
{
	struct expected *expected = words->expected;

	return take_target(words->pack, word, expected->not_first,
			   &expected->n_not_first, MAX_NOT_FIRST);
}

static bool add_rule(struct expected_rules *rules, const struct pack *pack,
		     const char *word)
{
	const struct rule *rule = pack_find_rule(pack, word);

	if (rule == NULL || rules->count == MAX_EXPECTED_RULES)
		return false;
	rules->rules[rules->count++] = rule;
	return true;
}

static bool take_rule(struct words *words, const char *word)
{
	return add_rule(&words->expected->rules, words->pack, word);
}

static bool take_examined_rule(struct words *words, const char *word)
{
	return add_rule(&words->expected->examined_rules, words->pack, word);
}

static void read_words(struct words *words,
		       bool (*take)(struct words *, const char *),
		       const struct ini *ini, const struct ini_key *key,
		       struct error_list *faults)
{
	char word[80];
	const char *text = key->value;

	for (text += strspn(text, " "); *text != '\0';
	     text += strspn(text, " ")) {
		size_t length = strcspn(text, " ");

		snprintf(word, sizeof word, "%.*s", (int)length, text);
		if (!take(words, word))
			error_list_add(faults, ini->name, key->line,
				       _("the pack has no %s for %s, or there are too many"),
				       word, key->name);
		text += length;
	}
}

/* Keys whose value is a list of ids, and what takes each id. */
static const struct {
	const char *key;
	bool (*take)(struct words *words, const char *word);
} lists[] = {
	{ "condition", take_condition },
	{ "also-acceptable", take_condition },
	{ "not-first", take_not_first },
	{ "rules", take_rule },
	{ "rules-examined", take_examined_rule },
};

static bool read_list(struct words *words, const struct ini *ini,
		      const struct ini_key *key, struct error_list *faults)
{
	for (size_t i = 0; i < COUNT(lists); i++)
		if (strcmp(key->name, lists[i].key) == 0) {
			read_words(words, lists[i].take, ini, key, faults);
			return true;
		}
	return false;
}

static void read_within(struct expected *expected, const struct ini *ini,
			const struct ini_key *key, struct error_list *faults)
{
	for (size_t i = 0; i < COUNT(within_words); i++)
		if (strcmp(key->value, within_words[i]) == 0) {
			expected->within = (enum within)i;
			return;
		}
	error_list_add(faults, ini->name, key->line,
		       _("a condition can't be expected in %s; write first, three or shown"),
		       key->value);
}

static void read_must(struct expected *expected, const struct ini *ini,
		      const struct ini_key *key, struct error_list *faults)
{
	expected->must = strcmp(key->value, "yes") == 0;
	if (!expected->must && strcmp(key->value, "no") != 0)
		error_list_add(faults, ini->name, key->line,
			       _("must is yes or no, not %s"), key->value);
}

static int read_urgency(const struct ini *ini, const struct ini_key *key,
			struct error_list *faults)
{
	int urgency = urgency_from_id(key->value);

	if (urgency < 0)
		error_list_add(faults, ini->name, key->line,
			       _("there is no urgency %s; write self-care, routine, soon, same-day or emergency"),
			       key->value);
	return urgency;
}

/* A phase, or that none is shown. */
static void read_exercises(struct expected *expected, const struct pack *pack,
			   const struct ini *ini, const struct ini_key *key,
			   struct error_list *faults)
{
	expected->judges_exercises = true;
	if (strcmp(key->value, "none") == 0)
		return;
	expected->phase = pack_find_phase(pack, key->value);
	if (expected->phase == NULL)
		error_list_add(faults, ini->name, key->line,
			       _("the pack has no phase %s; write one, or none"),
			       key->value);
}

static void read_key(struct expected *expected, const struct pack *pack,
		     const struct ini *ini,
		     const struct ini_key *key, struct error_list *faults)
{
	int urgency;

	if (strcmp(key->name, "in") == 0)
		read_within(expected, ini, key, faults);
	else if (strcmp(key->name, "must") == 0)
		read_must(expected, ini, key, faults);
	else if (strcmp(key->name, "exercises") == 0)
		read_exercises(expected, pack, ini, key, faults);
	else if (strcmp(key->name, "urgency") == 0)
		expected->urgency = read_urgency(ini, key, faults);
	else if (strcmp(key->name, "urgency-examined") == 0)
		expected->examined_urgency = read_urgency(ini, key, faults);
	else if (strcmp(key->name, "at-least") == 0 &&
		 (urgency = read_urgency(ini, key, faults)) >= 0)
		expected->at_least = (enum urgency)urgency;
}

void expected_read(struct expected *expected, const struct pack *pack,
		   const struct ini *ini, struct error_list *faults)
{
	const struct ini_section *section = ini_find(ini, "expect", "");
	struct words words = { pack, expected };

	expected->urgency = -1;
	expected->examined_urgency = -1;
	if (section == NULL) {
		error_list_add(faults, ini->name, 0,
			       _("nothing is expected; write a section [expect] with urgency or condition"));
		return;
	}
	expected_check_keys(ini, section, expect_keys, COUNT(expect_keys),
			    faults);
	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];

		if (!read_list(&words, ini, key, faults))
			read_key(expected, pack, ini, key, faults);
	}
}

bool expected_is_examined(const struct expected *expected)
{
	return expected->examined_urgency >= 0 ||
	       expected->examined_rules.count > 0;
}
