#include "config.h"

#include "vignettes/vignette.h"

#include <string.h>

#include "answers/answers_file.h"
#include "assess/assess.h"
#include "base/i18n.h"
#include "base/text.h"

static const char *const case_keys[] = { "id", "source", "why", "silent" };
static const char *const expect_keys[] = {
	"condition", "also-acceptable", "in", "not-first", "urgency", "at-least",
	"rules", "must",
};
static const char *const within_words[] = {
	[WITHIN_FIRST] = "first",
	[WITHIN_THREE] = "three",
	[WITHIN_SHOWN] = "shown",
};

#define COUNT(array) (sizeof (array) / sizeof *(array))

static void check_keys(const struct ini *ini, const struct ini_section *section,
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

static void check_sections(const struct ini *ini, struct error_list *faults)
{
	static const char *const kinds[] = { "about", "answers", "case",
					     "expect", "assumed" };

	for (size_t i = 0; i < ini->n_sections; i++) {
		const struct ini_section *section = &ini->sections[i];
		bool known = false;

		for (size_t k = 0; k < COUNT(kinds); k++)
			known |= strcmp(kinds[k], section->kind) == 0;
		if (!known)
			error_list_add(faults, ini->name, section->line,
				       _("a vignette has no section [%s]; write [case], [about], [answers], [answers physio], [assumed] or [expect]"),
				       section->kind);
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

static bool take_rule(struct words *words, const char *word)
{
	const struct rule *rule = pack_find_rule(words->pack, word);
	struct expected *expected = words->expected;

	if (rule == NULL || expected->n_rules == MAX_EXPECTED_RULES)
		return false;
	expected->rules[expected->n_rules++] = rule;
	return true;
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

static void read_key(struct expected *expected, const struct ini *ini,
		     const struct ini_key *key, struct error_list *faults)
{
	int urgency;

	if (strcmp(key->name, "in") == 0)
		read_within(expected, ini, key, faults);
	else if (strcmp(key->name, "must") == 0)
		read_must(expected, ini, key, faults);
	else if (strcmp(key->name, "urgency") == 0)
		expected->urgency = read_urgency(ini, key, faults);
	else if (strcmp(key->name, "at-least") == 0 &&
		 (urgency = read_urgency(ini, key, faults)) >= 0)
		expected->at_least = (enum urgency)urgency;
}

static void read_expect(struct expected *expected, const struct pack *pack,
			const struct ini *ini, struct error_list *faults)
{
	const struct ini_section *section = ini_find(ini, "expect", "");
	struct words words = { pack, expected };

	expected->urgency = -1;
	if (section == NULL) {
		error_list_add(faults, ini->name, 0,
			       _("nothing is expected; write a section [expect] with urgency or condition"));
		return;
	}
	check_keys(ini, section, expect_keys, COUNT(expect_keys), faults);
	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];

		if (!read_list(&words, ini, key, faults))
			read_key(expected, ini, key, faults);
	}
}

/* What a case says of the questions that it is silent on. */
enum silence { SILENCE_OPEN, SILENCE_NO, SILENCE_UNSURE };

static const char *const silence_words[] = {
	[SILENCE_OPEN] = "open",
	[SILENCE_NO] = "no",
	[SILENCE_UNSURE] = "unsure",
};

/*
 * A safety question that a careful case is silent on was "no", or the least
 * severe where "no" is bad news (4 steps).
 */
static bool silent_value(struct value *out, const struct question *question,
			 enum silence silence)
{
	if (!question->part->safety || question->n_severity == 0)
		return false;
	*out = (struct value){ .state = ANSWER_UNSURE };
	if (silence == SILENCE_NO) {
		out->state = ANSWER_VALUE;
		out->choices = UINT64_C(1) << question->severity[0];
		return question_find_answer(question, "no") >= 0;
	}
	return true;
}

/* Asked in order, since an answer may open the next question. */
static void answer_silence(struct answers *answers, const struct pack *pack,
			   enum silence silence)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value;
		struct error err;

		if (silent_value(&value, question, silence) &&
		    answers_applies(answers, question) &&
		    !answers_given(answers, question))
			answers_set(answers, question, &value, &err);
	}
}

static enum silence silence_of(const struct ini *ini,
			       struct error_list *faults)
{
	const struct ini_section *about = ini_find(ini, "case", "");
	const char *silent = about != NULL ? ini_get(about, "silent") : NULL;

	if (silent == NULL)
		return SILENCE_OPEN;
	for (size_t i = 0; i < COUNT(silence_words); i++)
		if (strcmp(silent, silence_words[i]) == 0)
			return (enum silence)i;
	error_list_add(faults, ini->name, about->line,
		       _("silent can't be %s; write no, unsure or open"),
		       silent);
	return SILENCE_OPEN;
}

static int assume(struct answers *answers, const struct pack *pack,
		  const struct ini *ini, struct error_list *faults)
{
	const struct ini_section *assumed = ini_find(ini, "assumed", "");
	enum silence silence = silence_of(ini, faults);
	int failed = 0;

	if (assumed != NULL) {
		failed = answers_file_section(answers, LAYER_PATIENT, ini,
					      assumed, faults);
		answers_settle(answers);
	}
	if (silence != SILENCE_OPEN)
		answer_silence(answers, pack, silence);
	return failed;
}

static bool is_among(const struct target *target,
		     const struct target *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == target)
			return true;
	return false;
}

static bool has_fired(const struct assessment *assessment,
		      const struct rule *rule)
{
	for (size_t i = 0; i < assessment->fired.count; i++)
		if (assessment->fired.rules[i] == rule)
			return true;
	return false;
}

static void note_place(struct placing *placing, size_t place,
		       const struct target *target,
		       const struct expected *expected)
{
	bool gold = expected->n_accepted > 0 && target == expected->accepted[0];
	bool accepted = is_among(target, expected->accepted,
				 expected->n_accepted);

	placing->first_gold |= place < 1 && gold;
	placing->first |= place < 1 && accepted;
	placing->third_gold |= place < 3 && gold;
	placing->third |= place < 3 && accepted;
	placing->shown_gold |= gold;
	placing->shown |= accepted;
}

static void note_listed(struct outcome *outcome,
			const struct assessment *seen,
			const struct expected *expected)
{
	for (size_t i = 0; i < seen->n_listed; i++) {
		const struct listed *listed = &seen->listed[i];
		size_t place = listed->shown == SHOWN_PROBABLE ? i : SIZE_MAX;

		note_place(&outcome->placing, place, listed->scored->target,
			   expected);
		if (place < 3)
			outcome->three[outcome->n_three++] =
				listed->scored->target;
	}
	if (seen->n_listed == 0)
		return;
	outcome->first_id = seen->listed[0].scored->target->id;
	outcome->wrong_first = is_among(seen->listed[0].scored->target,
					expected->not_first,
					expected->n_not_first);
}

static bool fits_better(const struct scored *one, const struct scored *other)
{
	if (one->evidence != other->evidence)
		return one->evidence > other->evidence;
	return one->target->index < other->target->index;
}

/* How many fit better by the evidence; the ruled out don't compete. */
static size_t place_by_evidence(const struct assessment *seen,
				const struct scored *scored)
{
	size_t place = 0;

	for (size_t i = 0; i < seen->n_scored; i++)
		place += !seen->scored[i].ruled_out &&
			 fits_better(&seen->scored[i], scored);
	return place;
}

static void note_equal(struct outcome *outcome, const struct assessment *seen,
		       const struct expected *expected)
{
	for (size_t i = 0; i < seen->n_scored; i++) {
		const struct scored *scored = &seen->scored[i];

		if (!scored->ruled_out)
			note_place(&outcome->equal,
				   place_by_evidence(seen, scored),
				   scored->target, expected);
	}
}

static struct outcome judge(const struct pack *pack,
			    const struct answers *answers,
			    const struct expected *expected,
			    const struct onlooker *onlooker)
{
	struct assessment *seen = assess(pack, answers);
	struct outcome outcome = { .read = true, .urgency = seen->urgency,
				   .rules_fired = true };

	note_listed(&outcome, seen, expected);
	note_equal(&outcome, seen, expected);
	for (size_t i = 0; i < expected->n_rules; i++)
		outcome.rules_fired &= has_fired(seen, expected->rules[i]);
	for (size_t i = 0; i < seen->fired.count && i < MAX_FIRED; i++)
		outcome.fired[outcome.n_fired++] = seen->fired.rules[i];
	if (onlooker != NULL)
		onlooker->seen(onlooker->data, answers, seen);
	assessment_free(&seen);
	return outcome;
}

static void run_readings(struct vignette *vignette, const struct pack *pack,
			 struct answers *answers,
			 const struct onlooker *onlooker,
			 struct error_list *faults)
{
	const struct expected *expected = &vignette->expected;
	bool exam = answers_role(answers) == ROLE_PHYSIO &&
		    ini_find(&vignette->ini, "answers", "physio") != NULL;

	answers_set_role(answers, ROLE_PATIENT);
	vignette->bare = judge(pack, answers, expected, onlooker);
	if (assume(answers, pack, &vignette->ini, faults) != 0)
		return;
	vignette->history = judge(pack, answers, expected, onlooker);
	vignette->walked = vignette_walk(pack, answers);
	vignette->exam = vignette->history;
	if (exam) {
		answers_set_role(answers, ROLE_PHYSIO);
		vignette->exam = judge(pack, answers, expected, onlooker);
	}
}

int vignette_show(struct vignette *out, const struct pack *pack,
		  const char *path, const char *name,
		  const struct onlooker *onlooker, struct error_list *faults)
{
	size_t before = faults->count;
	const struct ini_section *about;
	struct answers *answers = NULL;

	memset(out, 0, sizeof *out);
	if (ini_read(&out->ini, path, name, faults) != 0)
		return -1;
	check_sections(&out->ini, faults);
	about = ini_find(&out->ini, "case", "");
	if (about == NULL)
		error_list_add(faults, name, 0,
			       _("a vignette needs a section [case] with id, source and why"));
	else
		check_keys(&out->ini, about, case_keys, COUNT(case_keys),
			   faults);
	out->id = about != NULL ? ini_get(about, "id") : NULL;
	out->why = about != NULL ? ini_get(about, "why") : NULL;
	read_expect(&out->expected, pack, &out->ini, faults);
	if (answers_file_from_ini(&answers, pack, &out->ini, faults) == 0)
		run_readings(out, pack, answers, onlooker, faults);
	answers_free(&answers);
	return faults->count == before ? 0 : -1;
}

int vignette_run(struct vignette *out, const struct pack *pack,
		 const char *path, const char *name,
		 struct error_list *faults)
{
	return vignette_show(out, pack, path, name, NULL, faults);
}

void vignette_done(struct vignette *vignette)
{
	ini_done(&vignette->ini);
}

static bool is_placed(const struct placing *placing, enum within within)
{
	switch (within) {
	case WITHIN_FIRST:
		return placing->first;
	case WITHIN_THREE:
		return placing->third;
	case WITHIN_SHOWN:
		return placing->shown;
	}
	return false;
}

bool vignette_failed(const struct vignette *vignette)
{
	const struct expected *expected = &vignette->expected;

	if (!expected->must)
		return false;
	return (expected->urgency >= 0 &&
		(int)vignette->history.urgency != expected->urgency) ||
	       vignette->history.urgency < expected->at_least ||
	       (expected->n_accepted > 0 &&
		!is_placed(&vignette->exam.placing, expected->within)) ||
	       vignette->exam.wrong_first ||
	       !vignette->history.rules_fired;
}
