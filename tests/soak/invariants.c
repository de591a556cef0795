/*
 * The invariants of clinical/triage.md section 9, by number, on random
 * answers to the shipped pack.  Those that are [invariant] sections are
 * tried with the questions they read answered most; `sitwell check` proves
 * them for all.  Not here, because what they are about does not exist yet:
 * 14 (kiosk), 28 (overrides), 38 (reminders).  By flows: 13, 15, 33.
 *
 * Usage: invariants [PEOPLE [SEED]]; TAP.
 */
#include "config.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/i18n.h"
#include "report/document.h"
#include "report/report.h"
#include "soak.h"

static const struct pack *pack;
static unsigned tests, failures;

static void ok(bool holds, const char *what)
{
	tests++;
	failures += !holds;
	printf("%sok %u - %s\n", holds ? "" : "not ", tests, what);
}

static struct value any_value(const struct question *question, bool wild)
{
	struct value value = { .state = ANSWER_VALUE };

	if (question->type == QUESTION_NUMBER ||
	    question->type == QUESTION_SCALE) {
		value.number = any_number(question);
		return value;
	}
	if (question->type == QUESTION_TEXT)
		return (struct value){ .state = ANSWER_SKIPPED };
	if (!wild && question->n_severity > 0 && draw(25) != 0)
		return choice_of(question, question->severity[0]);
	return choice_of(question, (size_t)draw(question->n_answers));
}

static void set(struct answers *answers, const struct question *question,
		struct value value)
{
	struct error err;

	if (answers_applies(answers, question))
		answers_set(answers, question, &value, &err);
}

struct read_by {
	bool *reads;
};

static void note_read(void *data, const struct question *question,
		      const struct finding *finding)
{
	struct read_by *seen = data;

	if (finding != NULL) {
		expr_visit(finding->when, note_read, seen);
	} else if (!seen->reads[question->index]) {
		seen->reads[question->index] = true;
		expr_visit(question->ask_if, note_read, seen);
	}
}

/* A person; the questions that `given` reads are answered at will. */
static struct answers *person(enum role role, const struct expr *given,
			      unsigned complete)
{
	struct answers *answers = answers_new(pack, role);
	struct read_by seen = { xcalloc(pack->n_questions, sizeof(bool)) };

	expr_visit(given, note_read, &seen);
	for (size_t i = 0; i < pack->n_questions; i++)
		if (draw(100) < complete || seen.reads[i])
			set(answers, &pack->questions[i],
			    any_value(&pack->questions[i],
				      seen.reads[i] || draw(30) == 0));
	free(seen.reads);
	return answers;
}

/* What only a physio finds is answered by nobody else. */
static enum role asked_of(const struct expr *given)
{
	struct read_by seen = { xcalloc(pack->n_questions, sizeof(bool)) };
	enum role role = ROLE_PATIENT;

	expr_visit(given, note_read, &seen);
	for (size_t i = 0; i < pack->n_questions; i++)
		if (seen.reads[i] && pack->questions[i].physio_only)
			role = ROLE_PHYSIO;
	free(seen.reads);
	return role;
}

static bool is_asked(const struct invariant *invariant,
		     const struct answers *answers)
{
	for (size_t i = 0; i < invariant->n_asks; i++)
		if (!answers_applies(answers, invariant->asks[i]))
			return false;
	return invariant->n_asks > 0;
}

/*
 * `sitwell check` proves each, and that it can be met at all; here the
 * engine itself is held to it, as often as chance meets it.
 */
static void sections(unsigned people)
{
	for (size_t i = 0; i < pack->n_invariants; i++) {
		const struct invariant *invariant = &pack->invariants[i];
		unsigned met = 0, broken = 0;
		char what[160];

		for (unsigned n = 0; n < people; n++) {
			struct answers *answers = person(
				asked_of(invariant->given),
				invariant->given, 90);

			if (invariant->given == NULL ||
			    expr_eval(invariant->given, answers, READ_AS_IS) ==
			    TRI_TRUE) {
				met++;
				broken += urgency_by_rules(pack, answers,
					READ_ASSUMED, NULL) <
					invariant->at_least &&
					!is_asked(invariant, answers);
			}
			answers_free(&answers);
		}
		snprintf(what, sizeof what, "[invariant %s], met %u times",
			 invariant->id, met);
		ok(broken == 0, what);
	}
}

/* How often each invariant broke, over all people. */
struct broken {
	unsigned self_care, open, exercise, home, floor, raise, watch, place,
		emergency, number, reasons, scope, wording;
};

static bool contains(const struct page *page, const char *text)
{
	for (size_t i = 0; i < page->n_blocks; i++)
		if (strstr(page->blocks[i].text, text) != NULL)
			return true;
	return false;
}

static unsigned kinds_of(const struct assessment *seen, enum advice_kind kind)
{
	unsigned n = 0;

	for (size_t i = 0; i < seen->n_advice; i++)
		n += seen->advice[i]->kind == kind;
	return n;
}

static char *text_of(const struct document *document, bool printed)
{
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	if (printed)
		report_text_printed(stream, document, 76);
	else
		report_text(stream, document, 76);
	fclose(stream);
	return text;
}

/* 31: words that no result may say. */
static bool says_too_much(const char *text)
{
	static const char *const words[] = {
		"this proves", "nothing serious", "This proves",
		"Nothing serious",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(text, words[i]) != NULL)
			return true;
	for (size_t c = 0; c < pack->n_conditions; c++) {
		char claim[256];

		snprintf(claim, sizeof claim, "you have %s",
			 pack->targets[c].name);
		if (strcasestr(text, claim) != NULL)
			return true;
		snprintf(claim, sizeof claim, "you do not have %s",
			 pack->targets[c].name);
		if (strcasestr(text, claim) != NULL)
			return true;
	}
	return false;
}

static bool is_open(const struct answers *answers)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		enum answer_state state = answers_get(answers, question)->state;

		if (question->part->safety &&
		    (state == ANSWER_NOTHING || state == ANSWER_UNSURE))
			return true;
	}
	return false;
}

static void look_at_advice(struct broken *broken,
			   const struct assessment *seen)
{
	for (size_t i = 0; i < seen->n_advice; i++) {
		const struct advice *advice = seen->advice[i];

		broken->exercise += advice->exercise &&
				    seen->urgency >= URGENCY_SOON;
		broken->floor += advice->exercise && seen->floor;
		broken->home += advice->kind == ADVICE_DO &&
				seen->urgency >= URGENCY_SAME_DAY;
		broken->scope += seen->scope != NULL &&
				 (advice->exercise ||
				  advice->kind == ADVICE_DO);
	}
	broken->watch += kinds_of(seen, ADVICE_SEEK_NOW) == 0 ||
			 kinds_of(seen, ADVICE_SEEK_SOONER) == 0;
	broken->place += seen->scope == NULL &&
			 seen->urgency < URGENCY_EMERGENCY &&
			 kinds_of(seen, ADVICE_SEEK_BY) == 0;
}

static void look_at_document(struct broken *broken,
			     const struct assessment *seen,
			     const struct answers *answers)
{
	struct site site = { .emergency_number = "" };
	struct document *document = document_new(seen, answers, &site);
	char *text = text_of(document, false);

	broken->number += !contains(&document->pages[PAGE_HELP],
				    "emergency number") ||
			  strstr(text, "{emergency") != NULL;
	broken->wording += says_too_much(text);
	for (size_t i = 0; i < seen->fired.count; i++)
		broken->reasons += seen->fired.rules[i]->urgency >=
			URGENCY_SOON && seen->fired.rules[i]->because == NULL;
	free(text);
	document_free(&document);
	if (seen->urgency == URGENCY_EMERGENCY) {
		document = document_emergency(seen, answers, &site);
		text = text_of(document, false);
		broken->emergency += kinds_of(seen, ADVICE_EMERGENCY_DO) == 0 ||
			kinds_of(seen, ADVICE_DO) > 0;
		broken->wording += says_too_much(text);
		free(text);
		document_free(&document);
	}
}

static void look_at(struct broken *broken, const struct answers *answers)
{
	struct assessment *seen = assess(pack, answers);
	enum urgency floor = seen->n_listed > 0
		? seen->listed[0].scored->target->floor : URGENCY_SELF_CARE;
	enum urgency want = floor > seen->urgency_by_rules
		? floor : seen->urgency_by_rules;

	broken->raise += seen->urgency != want || floor > URGENCY_SOON;
	broken->self_care += seen->urgency == URGENCY_SELF_CARE &&
		(seen->fired.count > 0 ||
		 expr_eval(pack->self_care->when, answers, READ_AS_IS) !=
		 TRI_TRUE);
	broken->open += seen->urgency == URGENCY_SELF_CARE && is_open(answers);
	look_at_advice(broken, seen);
	look_at_document(broken, seen, answers);
	assessment_free(&seen);
}

static void results(unsigned people)
{
	struct broken broken = { .open = 0 };

	for (unsigned i = 0; i < people; i++) {
		struct answers *answers = person(
			draw(3) == 0 ? ROLE_PHYSIO : ROLE_PATIENT, NULL,
			draw(2) == 0 ? 100 : 95);

		look_at(&broken, answers);
		answers_free(&answers);
	}
	ok(broken.open == 0, "3: nothing open in the safety part ends in self-care");
	ok(broken.exercise == 0 && broken.home == 0,
	   "4: no exercise at soon or above, nothing for home at same-day or above");
	ok(broken.floor == 0, "5: no exercise while a floor holds");
	ok(broken.self_care == 0, "6: self-care only when its one section is true and no rule fires");
	ok(broken.raise == 0, "7: the first condition only raises the level, to soon at most");
	ok(broken.watch == 0 && broken.number == 0,
	   "11, 32: every result has the watch list and an emergency number or words for it");
	ok(broken.emergency == 0, "12: an emergency says what to do now, and nothing that competes");
	ok(broken.scope == 0, "25: out of scope, no home advice and no exercise");
	ok(broken.wording == 0, "31: no result claims more than it can");
	ok(broken.reasons == 0, "34: every flag has its reason");
	ok(broken.place == 0, "39: a time and a place at every level below emergency");
}

/* Answers in the order a safety question declares: from harmless to worst. */
static int severity_of(const struct question *question, size_t answer)
{
	for (size_t i = 0; i < question->n_severity; i++)
		if (question->severity[i] == answer)
			return (int)i;
	return -1;
}

static enum urgency level(const struct answers *answers)
{
	return urgency_by_rules(pack, answers, READ_ASSUMED, NULL);
}

/* One safety answer made worse: the level after it must not be lower. */
static bool worse_is_lower(const struct answers *answers,
			   const struct question *question, size_t worst)
{
	enum urgency last = URGENCY_SELF_CARE;
	bool lower = false;

	for (size_t i = 0; i <= worst; i++) {
		struct answers *copy = answers_copy(answers);

		set(copy, question, choice_of(question, question->severity[i]));
		lower |= level(copy) < last;
		last = level(copy);
		answers_free(&copy);
	}
	return lower;
}

static const struct question *random_flag(const struct answers *answers)
{
	for (;;) {
		const struct question *question =
			&pack->questions[draw(pack->n_questions)];

		if (question->part->safety && question->n_severity > 1 &&
		    answers_applies(answers, question) &&
		    severity_of(question, question->severity[0]) == 0)
			return question;
	}
}

static bool change_reassures(const struct answers *answers, const char *id)
{
	const struct question *question = pack_find_question(pack, id);
	struct answers *copy = answers_copy(answers);
	bool reassured;

	set(copy, question, any_value(question, true));
	reassured = level(answers) == URGENCY_EMERGENCY &&
		    level(copy) == URGENCY_SELF_CARE;
	answers_free(&copy);
	return reassured;
}

/* 36: with "better", the level is still that of the flags. */
static bool better_lowers(const struct answers *answers,
			  const struct rule_list *flags)
{
	const struct question *trend = pack_find_question(pack,
							  "trend-better");
	struct answers *copy = answers_copy(answers);
	struct rule_list after;
	bool lowers = false;
	int better = question_find_answer(trend, "yes");

	set(copy, trend, choice_of(trend, (size_t)better));
	urgency_by_rules(pack, copy, READ_ASSUMED, &after);
	/* rules that do not read the trend must all still fire */
	for (size_t i = 0; i < flags->count; i++) {
		bool still = false, reads = false;
		struct read_by seen = { xcalloc(pack->n_questions,
						sizeof(bool)) };

		expr_visit(flags->rules[i]->when, note_read, &seen);
		reads = seen.reads[trend->index];
		free(seen.reads);
		for (size_t k = 0; k < after.count; k++)
			still |= after.rules[k] == flags->rules[i];
		lowers |= !still && !reads;
	}
	free(after.rules);
	answers_free(&copy);
	return lowers;
}

static void changes(unsigned people)
{
	unsigned worse = 0, reassured = 0, better = 0;

	for (unsigned i = 0; i < people; i++) {
		struct answers *answers = person(ROLE_PATIENT, NULL, 98);
		const struct question *flag = random_flag(answers);
		struct rule_list fired;

		worse += worse_is_lower(answers, flag, flag->n_severity - 1);
		reassured += change_reassures(answers, "age") ||
			     change_reassures(answers, "sex") ||
			     change_reassures(answers, "onset");
		urgency_by_rules(pack, answers, READ_ASSUMED, &fired);
		better += better_lowers(answers, &fired);
		free(fired.rules);
		answers_free(&answers);
	}
	ok(worse == 0, "8, 9: a worse answer to a safety question never lowers the level");
	ok(reassured == 0, "10: no change of age, sex or time turns an emergency into self-care");
	ok(better == 0, "36: getting better lowers no level that a red flag set");
}

/*
 * 22: tests that load the leg are not asked where the history says that
 * they could do harm.  What the examination finds comes too late for that.
 */
static void loading_tests(unsigned people)
{
	static const char *const loading[] = {
		"exam-myotome-s1-calf", "exam-trendelenburg",
		"exam-long-stride-walking", "exam-long-stride-heel-strike",
		"exam-foot-progression-angle-walk", "exam-puranen-orava",
		"exam-squat-posterior-pain", "exam-squat-groin-pain",
		"exam-fulcrum", "exam-hop-test-clinician",
	};
	static const char *const rules[] = {
		"d-09", "d-10", "d-11", "d-12", "d-13", "d-14", "d-22", "s-11",
		"s-12", "s-13", "s-14", "s-15",
	};
	unsigned offered = 0, danger = 0;

	for (unsigned i = 0; i < people; i++) {
		struct answers *answers = person(ROLE_PATIENT, NULL, 100);
		bool must_not = level(answers) == URGENCY_EMERGENCY;

		for (size_t r = 0; r < sizeof rules / sizeof *rules; r++)
			must_not |= expr_eval(
				pack_find_rule(pack, rules[r])->when, answers,
				READ_ASSUMED) == TRI_TRUE;
		danger += must_not;
		answers_set_role(answers, ROLE_PHYSIO);
		for (size_t k = 0; must_not &&
		     k < sizeof loading / sizeof *loading; k++)
			offered += answers_applies(answers,
				pack_find_question(pack, loading[k]));
		answers_free(&answers);
	}
	ok(offered == 0 && danger > 0,
	   "22: no heel raise, one-leg stand or long stride where a bone may break or in an emergency");
}

static bool any_text_matches(const char *pattern)
{
	regex_t regex;
	bool found = false;

	if (regcomp(&regex, pattern, REG_EXTENDED | REG_ICASE | REG_NOSUB) != 0)
		return true;
	for (size_t i = 0; i < pack->n_advice; i++)
		found |= regexec(&regex, pack->advice[i].text, 0, NULL, 0) == 0;
	for (size_t c = 0; c < pack->n_conditions; c++)
		for (size_t t = 0; t < pack->targets[c].treatment.count; t++)
			found |= regexec(&regex,
				pack->targets[c].treatment.text[t], 0, NULL,
				0) == 0;
	regfree(&regex);
	return found;
}

static void words(void)
{
	bool hop = false;

	ok(!any_text_matches("[0-9] ?(mg|milligrams?|ml|tablets?)\\b") &&
	   !any_text_matches("safe for you"),
	   "29: no dose, and no medicine called safe");
	for (size_t i = 0; i < pack->n_questions; i++)
		hop |= !pack->questions[i].part->safety &&
		       strcasestr(pack->questions[i].prompt, " hop ") != NULL;
	ok(!hop && !any_text_matches("^hop\\b"), "21: nobody is asked to hop");
}

int main(int argc, char **argv)
{
	unsigned people = (unsigned)soak_count(argc, argv, 300);
	struct pack *loaded = shipped_pack();

	i18n_start(NULL);
	pack = loaded;
	sections(people);
	results(people);
	changes(people);
	loading_tests(people);
	words();
	printf("1..%u\n", tests);
	pack_free(&loaded);
	return failures > 0;
}
