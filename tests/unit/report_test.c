#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "packs.h"
#include "assess/assess.h"
#include "base/text.h"
#include "report/document.h"
#include "report/reasons.h"
#include "report/report.h"

/* One more sign of a sore tendon: it takes five to name causes at all. */
#define SIGN(id)							\
	"[question q-" id "]\npart = b\ntype = single\n"		\
	"prompt = Sign " id "?\nanswers = yes no unsure\n"		\
	"[finding " id "]\nwhen = q-" id " is yes\n"			\
	"absent-when = q-" id " is no\nname = sign " id "\n"

/* Three causes, a rule at each level, advice of every kind. */
static const char content[] =
	"[question numb]\npart = a\ntype = single\nprompt = Numb?\n"
	"clinician-prompt = Saddle sensation?\n"
	"answers = yes no unsure\nseverity = no unsure yes\n"
	"[question hurt]\npart = a\ntype = single\nprompt = Hurt by somebody?\n"
	"answers = yes no unsure\nprivate = yes\n"
	"[question level]\npart = b\ntype = single\nprompt = Level?\n"
	"answers = none routine soon same-day\nlabel-none = None\n"
	"label-routine = Routine\nlabel-soon = Soon\nlabel-same-day = Same day\n"
	"[question lying]\npart = b\ntype = single\n"
	"prompt = Does lying on it hurt?\nanswers = yes no unsure\n"
	"[question old]\npart = b\ntype = single\n"
	"prompt = Had it before?\nanswers = yes no unsure\n"
	"[question notes]\npart = b\ntype = text\nprompt = Notes\n"
	"[question press]\npart = b\ntype = single\nprompt = Press\n"
	"clinician-prompt = Palpation of the trochanter\n"
	"answers = yes no\nrole = physio\n"
	"[question hop]\npart = b\ntype = single\n"
	"prompt = Hop on it\nanswers = yes no\nrole = physio\n"
	"not-if = lying is yes\nnot-if-text = It hurts to lie on it.\n"
	"[finding hops]\nwhen = hop is yes\nabsent-when = hop is no\n"
	"name = hopping hurts\nabsent-name = hopping is fine\n"
	"[finding lies]\nwhen = lying is yes\nabsent-when = lying is no\n"
	"name = lying on it hurts\nabsent-name = lying on it is fine\n"
	"clinician-name = Side-lying\nclinician-absent-name = No side-lying\n"
	"[finding presses]\nwhen = press is yes\nabsent-when = press is no\n"
	"name = pressing hurts\nabsent-name = pressing is fine\n"
	SIGN("sign-a") SIGN("sign-b") SIGN("sign-c") SIGN("sign-d")
	"[condition tendon]\nname = Sore tendon\n"
	"clinician-name = Tendinopathy\nprior = 0.5\nsource = s\n"
	"who-1 = People who walk much.\nlook-alikes = nerve joint\n"
	"together = nerve\n"
	"[condition nerve]\nname = Sore nerve\n"
	"clinician-name = Radiculopathy\nprior = 0.4\nsource = s\n"
	"together = tendon\n"
	"[condition joint]\nname = Sore joint\n"
	"clinician-name = Arthropathy\nprior = 0.1\nsource = s\n"
	"needs = not old is no\n"
	"[evidence tendon]\nlies = 6 0.2 s\npresses = 8 0.1 s\n"
	"hops = 9 0.1 s\n"
	"sign-a = 2 0.5 s\nsign-b = 2 0.5 s\nsign-c = 2 0.5 s\nsign-d = 2 0.5 s\n"
	"[rule e-numb]\nwhen = numb is yes\nurgency = emergency\n"
	"because = The skin feels numb.\n"
	"clinician-because = Saddle numbness.\nstop = yes\nsource = s\n"
	"[rule d-numb]\nwhen = numb in (unsure unanswered)\nurgency = same-day\n"
	"because = It is not clear whether the skin is numb.\nsource = s\n"
	"[rule d-hurt]\nwhen = hurt in (yes unsure unanswered)\nurgency = same-day\n"
	"because = Somebody hurt you.\nsource = s\n"
	"[rule d-day]\nwhen = level is same-day\nurgency = same-day\n"
	"because = This is for today.\nsource = s\n"
	"[rule s-soon]\nwhen = level is soon\nurgency = soon\n"
	"because = This is for soon.\nsource = s\n"
	"[rule s-again]\nwhen = level is soon and numb is no\nurgency = soon\n"
	"because = This is for soon.\nsource = s\n"
	"[rule r-routine]\nwhen = level is routine\nurgency = routine\n"
	"because = This is for a visit.\nsource = s\n"
	"[self-care main]\nwhen = level is none and numb is no and hurt is no\n"
	"[advice watch]\nkind = seek-now\ntext = Watch for numb skin.\n"
	"at = self-care routine soon same-day emergency\nsource = s\n"
	"[advice sooner]\nkind = seek-sooner\ntext = Come if it gets worse.\n"
	"at = self-care routine soon same-day emergency\nsource = s\n"
	"[advice by]\nkind = seek-by\n"
	"text = Call {clinic number}, or {emergency number}.\n"
	"at = soon\nsource = s\n"
	"[advice pillow]\nkind = do\ntext = Sleep with a pillow.\n"
	"at = self-care routine\nsource = s\n"
	"[advice pad]\nkind = do\ntext = Pad the sore tendon.\n"
	"for = tendon\nat = self-care routine\nsource = s\n"
	"[advice go]\nkind = emergency-do\ntext = Do not drive yourself.\n"
	"at = emergency\nsource = s\n";

static struct pack *pack;
static const struct site site = { .emergency_number = "112" };

static int load(void **state)
{
	(void)state;
	pack = pack_of(content);
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

/* Answers from pairs of id and text, up to a NULL. */
static struct answers *answers_of(enum role role, const char *const *pairs)
{
	struct answers *answers = answers_new(pack, role);

	for (; pairs[0] != NULL; pairs += 2)
		say(answers, pairs[0], pairs[1]);
	return answers;
}

enum written { WRITTEN_ALL, WRITTEN_PRINTED, WRITTEN_EMERGENCY, WRITTEN_WHY };

/* The report as text, in lines of that width; the caller frees it. */
static char *written(const struct answers *answers, enum written how,
		     size_t columns)
{
	struct assessment *assessment = assess(pack, answers);
	struct document *document = how == WRITTEN_EMERGENCY ?
		document_emergency(assessment, answers, &site) :
		how == WRITTEN_WHY ?
		document_why_stopped(assessment, answers, &site) :
		document_new(assessment, answers, &site);
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	if (how == WRITTEN_PRINTED)
		report_text_printed(stream, document, columns);
	else
		report_text(stream, document, columns);
	fclose(stream);
	document_free(&document);
	assessment_free(&assessment);
	return text;
}

static char *written_for(enum role role, const char *const *pairs,
			 enum written how)
{
	struct answers *answers = answers_of(role, pairs);
	char *text = written(answers, how, 500);

	answers_free(&answers);
	return text;
}

static char *json_of(const struct answers *answers)
{
	struct assessment *assessment = assess(pack, answers);
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_int_equal(report_json(stream, assessment, answers), 0);
	fclose(stream);
	assessment_free(&assessment);
	return text;
}

#define assert_has(text, words) assert_non_null(strstr(text, words))
#define assert_has_not(text, words) assert_null(strstr(text, words))

static const char *const levels[] = { "none", "routine", "soon", "same-day" };

static void every_level__has_the_watch_list_and_a_number(void **state)
{
	(void)state;
	for (int role = 0; role < N_ROLES; role++)
		for (size_t i = 0; i < 5; i++) {
			const char *const pairs[] = {
				"numb", i == 4 ? "yes" : "no", "hurt", "no",
				"level", i == 4 ? "none" : levels[i], NULL,
			};
			char *text = written_for((enum role)role, pairs,
						 WRITTEN_ALL);

			assert_has(text, "Watch for numb skin.");
			assert_has(text, "Come if it gets worse.");
			assert_has(text, "112");
			assert_has(text, "This is a test.");
			assert_has(text, "Content 1, last reviewed 2026-01-01.");
			free(text);
		}
}

static void every_level__names_a_time_and_a_place(void **state)
{
	static const char *const words[] = {
		"in 4 weeks", "14 days", "your clinic", "emergency department",
	};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		const char *const pairs[] = { "numb", "no", "hurt", "no",
					      "level", levels[i], NULL };
		char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);

		assert_has(text, words[i]);
		free(text);
	}
}

static const char *const clear_case[] = {
	"numb", "no", "hurt", "no", "level", "none", "lying", "yes",
	"old", "no", "q-sign-a", "yes", "q-sign-b", "yes", "q-sign-c", "yes",
	"q-sign-d", "no", NULL,
};

static void patient__sees_words_and_no_numbers(void **state)
{
	char *text = written_for(ROLE_PATIENT, clear_case, WRITTEN_ALL);

	(void)state;
	assert_has(text, "- Sore tendon: strong");
	assert_has(text, "- lying on it hurts");
	assert_has(text, "1. Sleep with a pillow.");
	assert_has(text, "Something else");
	assert_has_not(text, "%");
	assert_has_not(text, "probability");
	assert_has_not(text, "ratio");
	assert_has_not(text, "Ruled out");
	free(text);
}

static void physio__sees_numbers_sources_and_what_was_ruled_out(void **state)
{
	char *text = written_for(ROLE_PHYSIO, clear_case, WRITTEN_ALL);

	(void)state;
	assert_has(text, "- Tendinopathy: strong, probability 0.95");
	assert_has(text, "- Side-lying: likelihood ratio 6 (S)");
	assert_has(text, "- Arthropathy, by the answer \"No\" to: Had it");
	assert_has(text, "1. Palpation of the trochanter (expected gain");
	free(text);
}

static void trainer__sees_no_cause_reason_or_answer(void **state)
{
	static const char *const pairs[] = {
		"numb", "unsure", "hurt", "yes", "level", "soon", "lying",
		"yes", "notes", "my own words", NULL,
	};
	char *text = written_for(ROLE_TRAINER, pairs, WRITTEN_ALL);

	(void)state;
	assert_has(text, "Not cleared for exercise");
	assert_has_not(text, "endon");
	assert_has_not(text, "Somebody hurt you");
	assert_has_not(text, "This is for soon");
	assert_has_not(text, "my own words");
	free(text);
}

/* It would name the cause through the back door. */
static void trainer__reads_no_advice_for_one_cause(void **state)
{
	struct answers *answers = answers_of(ROLE_TRAINER, clear_case);
	char *text = written_for(ROLE_PATIENT, clear_case, WRITTEN_ALL);

	(void)state;
	assert_has(text, "Pad the sore tendon.");
	free(text);
	text = written_for(ROLE_TRAINER, clear_case, WRITTEN_ALL);
	assert_has(text, "1. Sleep with a pillow.");
	assert_has_not(text, "endon");
	free(text);
	text = json_of(answers);
	assert_has(text, "Sleep with a pillow.");
	assert_has_not(text, "endon");
	free(text);
	answers_free(&answers);
}

static void reasons__stand_most_urgent_first(void **state)
{
	static const char *const pairs[] = {
		"numb", "unsure", "hurt", "no", "level", "soon", NULL,
	};
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);
	const char *urgent = strstr(text, "It is not clear whether");
	const char *soon = strstr(text, "This is for soon.");

	(void)state;
	assert_non_null(urgent);
	assert_non_null(soon);
	assert_true(urgent < soon);
	free(text);
}

static void unsure__is_an_uncertain_answer_to_the_physio(void **state)
{
	static const char *const unsure[] = { "numb", "unsure", NULL };
	static const char *const yes[] = { "numb", "yes", "hurt", "no", NULL };
	char *text = written_for(ROLE_PHYSIO, unsure, WRITTEN_ALL);

	(void)state;
	assert_has(text, "(d-numb, same day, uncertain");
	free(text);
	text = written_for(ROLE_PHYSIO, yes, WRITTEN_ALL);
	assert_has(text, "- Saddle numbness. (e-numb, emergency; s)");
	assert_has_not(text, "uncertain");
	free(text);
}

static void private_answers__are_not_printed(void **state)
{
	static const char *const pairs[] = {
		"numb", "no", "hurt", "yes", "level", "soon", NULL,
	};
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);

	(void)state;
	assert_has(text, "Somebody hurt you.");
	assert_has(text, "Hurt by somebody? Yes");
	free(text);
	text = written_for(ROLE_PATIENT, pairs, WRITTEN_PRINTED);
	assert_has_not(text, "omebody");
	assert_has(text, "Private answers are left out");
	assert_has(text, "This is for soon.");
	free(text);
}

/* Summary and "why" give reasons; here each gives one. */
static void reason_of_two_rules__is_given_once(void **state)
{
	static const char *const pairs[] = { "numb", "no", "hurt", "no",
					     "level", "soon", NULL };
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);
	size_t count = 0;

	(void)state;
	for (const char *at = text; (at = strstr(at, "for soon")) != NULL; at++)
		count++;
	assert_int_equal(count, 2);
	free(text);
}

static void trainer__reads_and_changes_only_what_is_open(void **state)
{
	static const char *const closed[] = { "numb", "hurt", "notes" };

	(void)state;
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
		const struct question *question = question_of(pack, closed[i]);

		assert_false(answer_is_open(question, ROLE_TRAINER));
		assert_true(answer_is_open(question, ROLE_PATIENT));
		assert_true(answer_is_open(question, ROLE_PHYSIO));
	}
	assert_true(answer_is_open(question_of(pack, "lying"), ROLE_TRAINER));
}

static void self_care__is_checked_again_when_it_must_be_seen(void **state)
{
	static const char *const pairs[] = { "numb", "no", "hurt", "no",
					     "level", "none", NULL };
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);

	(void)state;
	assert_has(text, "Do this check again if it is not clearly better");
	assert_has_not(text, "14 days");
	free(text);
}

static void emergency__says_what_to_do_and_nothing_else(void **state)
{
	static const char *const pairs[] = { "numb", "yes", NULL };
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_EMERGENCY);

	(void)state;
	assert_int_equal(strncmp(text, "*** Go to an emergency department", 33),
			 0);
	assert_has(text, "or call 112");
	assert_has(text, "The skin feels numb.");
	assert_has(text, "Do not drive yourself.");
	/* what was not asked yet is no reason */
	assert_has_not(text, "not clear");
	assert_has_not(text, "Somebody hurt you");
	assert_has_not(text, "pillow");
	assert_has_not(text, "endon");
	free(text);

	text = written_for(ROLE_PATIENT, pairs, WRITTEN_WHY);
	assert_has(text, "The skin feels numb.");
	assert_has_not(text, "not clear");
	assert_has_not(text, "Somebody hurt you");
	free(text);

	text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);
	assert_has_not(text, "Somebody hurt you");
	free(text);
}

static void too_few_answers__are_told_kindly(void **state)
{
	static const char *const pairs[] = { "numb", "no", "hurt", "no",
					     "level", "none", NULL };
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);

	(void)state;
	assert_has(text, "Not enough information");
	assert_has_not(text, "Sore tendon");
	free(text);
}

/* Triage.md section 9, 31. */
static void words_that_promise_too_much__never_appear(void **state)
{
	static const char *const words[] = {
		"you have sore", "you do not have", "this proves",
		"nothing serious", "You have Sore",
	};

	(void)state;
	for (int role = 0; role < N_ROLES; role++) {
		char *text = written_for((enum role)role, clear_case,
					 WRITTEN_ALL);

		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			assert_has_not(text, words[i]);
		free(text);
	}
}

static void disclaimer__stands_once_in_a_text_of_all_pages(void **state)
{
	char *text = written_for(ROLE_PATIENT, clear_case, WRITTEN_ALL);
	const char *at = strstr(text, "This is a test.");

	(void)state;
	assert_non_null(at);
	assert_null(strstr(at + 1, "This is a test."));
	free(text);
}

static void kept_text__says_when_the_check_was_done(void **state)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	(void)state;
	setenv("TZ", "UTC", 1);
	report_when(stream, 86400 + 3660, 76);
	fclose(stream);
	assert_string_equal(text, "This check was done on 1970-01-02 "
				  "01:01.\n\n");
	free(text);
}

/* The level is for the clinician, not for the person. */
static void physio__is_not_addressed_as_the_patient(void **state)
{
	static const char *const words[] = {
		"See a physio or doctor", "your doctor", "Your answers",
		"tonight", "you are seen", "clinician who sees you",
	};
	char *text = written_for(ROLE_PHYSIO, clear_case, WRITTEN_ALL);

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_has_not(text, words[i]);
	assert_has(text, "First steps for the person");
	free(text);
}

static void answers__are_counted_that_say_something(void **state)
{
	static const char *const pairs[] = {
		"numb", "no", "hurt", "no", "level", "routine", "lying",
		"unsure", "old", "yes", NULL,
	};
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);

	(void)state;
	assert_has(text, "The result rests on 2 answers.");
	assert_has(text, "Besides, the answer to 2 safety questions was no.");
	free(text);
}

static void held_back_test__is_named_and_not_offered(void **state)
{
	char *text = written_for(ROLE_PHYSIO, clear_case, WRITTEN_ALL);

	(void)state;
	assert_has(text, "Not offered, for safety: 1 test (Hop on it).");
	assert_null(strstr(strstr(text, "Hop on it") + 1, "Hop on it"));
	free(text);
}

static void lines__keep_within_their_columns(void **state)
{
	struct answers *answers = answers_of(ROLE_PHYSIO, clear_case);
	char *text = written(answers, WRITTEN_ALL, 60);

	(void)state;
	answers_free(&answers);
	for (char *line = text; *line != '\0';) {
		size_t bytes = strcspn(line, "\n");

		assert_true(text_columns(line, bytes) <= 60);
		line += bytes + 1;
	}
	free(text);
}

static void controls_in_free_text__reach_no_terminal(void **state)
{
	static const char *const pairs[] = {
		"numb", "no", "notes", "a\x1b[31mb\xc2\x9b" "31mc\rd", NULL,
	};
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);

	(void)state;
	assert_has(text, "Notes: a [31mb  31mc d");
	assert_null(strpbrk(text, "\x1b\r"));
	free(text);
}

static void json__has_its_keys_in_order(void **state)
{
	static const char *const keys[] = {
		"\"pack\"", "\"id\"", "\"version\"", "\"hash\"", "\"role\"",
		"\"urgency\"", "\"urgency-by-rules\"", "\"rules\"",
		"\"because\"", "\"conditions\"", "\"probability\"", "\"band\"",
		"\"for\"", "\"finding\": \"lies\"", "\"lr\": 6",
		"\"source\": \"s\"", "\"advice\"", "\"do\"", "\"avoid\"",
		"\"seek-care\"", "\"asked\": 5",
	};
	static const char *const pairs[] = {
		"numb", "unsure", "hurt", "no", "level", "none", "lying",
		"yes", "old", "yes", NULL,
	};
	struct answers *answers = answers_of(ROLE_PATIENT, pairs);
	char *text = json_of(answers);
	const char *place = text;

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		place = strstr(place, keys[i]);
		if (place == NULL)
			fail_msg("%s is missing or out of order:\n%s", keys[i],
				 text);
	}
	free(text);
	answers_free(&answers);
}

static void json__gives_the_same_bytes_again(void **state)
{
	struct answers *answers = answers_of(ROLE_PATIENT, clear_case);
	char *one = json_of(answers), *other;

	(void)state;
	/* where installed, a locale with a decimal comma */
	setlocale(LC_ALL, "de_DE.UTF-8");
	other = json_of(answers);
	setlocale(LC_ALL, "C");
	assert_string_equal(one, other);
	free(one);
	free(other);
	answers_free(&answers);
}

static void rule__is_uncertain_only_for_what_is_unknown(void **state)
{
	static const char *const pairs[] = { "numb", "unsure", "hurt", "yes",
					     NULL };
	struct answers *answers = answers_of(ROLE_PATIENT, pairs);
	const struct rule *numb = pack_find_rule(pack, "d-numb");
	const struct rule *hurt = pack_find_rule(pack, "d-hurt");

	(void)state;
	assert_true(rule_is_uncertain(numb, answers));
	assert_false(rule_is_uncertain(hurt, answers));
	assert_false(rule_is_private(numb, answers));
	assert_true(rule_is_private(hurt, answers));
	answers_free(&answers);
}

static void cause__says_who_gets_it_and_what_tells_it_apart(void **state)
{
	char *text = written_for(ROLE_PATIENT, clear_case, WRITTEN_ALL);

	(void)state;
	assert_has(text, "People who walk much.");
	assert_has(text, "Told apart from Sore nerve by\n"
			 "- lying on it hurts: this speaks for Sore tendon\n");
	assert_has(text, "What would change the result");
	assert_has_not(text, "Told apart from Sore joint");
	free(text);
	text = written_for(ROLE_PHYSIO, clear_case, WRITTEN_ALL);
	assert_has(text, "Told apart from Radiculopathy by\n"
			 "- Still open: Palpation of the trochanter. If "
			 "present it speaks for Tendinopathy, 8 times (s)\n"
			 "- Side-lying: speaks for Tendinopathy, 6 times (s)");
	free(text);
}

static void two_causes__that_go_together_are_both_named(void **state)
{
	static const char *const pairs[] = {
		"numb", "no", "hurt", "no", "level", "none", "lying", "no",
		"old", "no", "q-sign-a", "yes", "q-sign-b", "yes",
		"q-sign-c", "yes", "q-sign-d", "yes", NULL,
	};
	char *text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);

	(void)state;
	assert_has(text, "These two often come together, and both can be "
			 "true: Sore tendon, and Sore nerve.");
	assert_has_not(text, "More than one cause can be true");
	free(text);
	text = written_for(ROLE_PATIENT, clear_case, WRITTEN_ALL);
	assert_has(text, "More than one cause can be true");
	assert_has_not(text, "often come together");
	free(text);
}

/* Five answers, each against the one cause there is. */
static void nothing_fits__is_said_and_advised_upon(void **state)
{
	static const char *const pairs[] = {
		"lying", "no", "q-sign-a", "no", "q-sign-b", "no",
		"q-sign-c", "no", "q-sign-d", "no", NULL,
	};
	struct pack *whole = pack;
	char *text;

	(void)state;
	pack = pack_of(
		"[question lying]\npart = b\ntype = single\n"
		"prompt = Lying?\nanswers = yes no unsure\n"
		"[finding lies]\nname = L\nwhen = lying is yes\n"
		"absent-when = lying is no\n"
		SIGN("sign-a") SIGN("sign-b") SIGN("sign-c") SIGN("sign-d")
		"[condition tendon]\nname = Sore tendon\n"
		"clinician-name = T\nprior = 1\nsource = s\n"
		"[evidence tendon]\nlies = 6 0.2 s\nsign-a = 2 0.5 s\n"
		"sign-b = 2 0.5 s\nsign-c = 2 0.5 s\nsign-d = 2 0.5 s\n"
		"[advice look]\nkind = do\nmatch = no-fit\n"
		"text = Write down what brings it on.\nsource = s\n"
		"at = routine\n"
		"[advice fits]\nkind = do\nmatch = clear\n"
		"text = Not this.\nsource = s\nat = routine\n"
		"[advice watch]\nkind = seek-now\ntext = Watch.\nsource = s\n"
		"at = self-care routine soon same-day emergency\n");
	text = written_for(ROLE_PATIENT, pairs, WRITTEN_ALL);
	assert_has(text, "Nothing here fits well");
	assert_has(text, "- Sore tendon: near, but does not fit well");
	assert_has_not(text, "strong");
	assert_has(text, "1. Write down what brings it on.");
	assert_has_not(text, "Not this.");
	free(text);
	pack_free(&pack);
	pack = whole;
}

/* What a checklist asks whoever answers: the list of a pack for carers. */
static void assert_asked(const struct pack *of, enum role role,
			 const char *who, const char *prompt)
{
	struct answers *answers = answers_new(of, role);

	say(answers, "who", who);
	assert_string_equal(checklist_prompt(&of->checklists[0], answers),
			    prompt);
	answers_free(&answers);
}

static void checklist__speaks_of_the_person_to_a_carer(void **state)
{
	struct pack *list = pack_of(
		"[question who]\npart = a\ntype = single\n"
		"prompt = Who?\nanswers = myself other\n"
		"label-myself = Me\nlabel-other = Other\n"
		"severity = myself other\n"
		"[checklist life]\npart = a\nprompt = True of you?\n"
		"carer-prompt = True of them?\nquestions = wakes stops\n"
		"[question wakes]\npart = a\ntype = single\n"
		"prompt = It wakes you\nanswers = yes no unsure\n"
		"[question stops]\npart = a\ntype = single\n"
		"prompt = It stops you\nanswers = yes no unsure\n");

	(void)state;
	assert_asked(list, ROLE_PATIENT, "myself", "True of you?");
	assert_asked(list, ROLE_PATIENT, "other", "True of them?");
	assert_asked(list, ROLE_TRAINER, "myself", "True of them?");
	assert_asked(list, ROLE_PHYSIO, "other", "True of you?");
	pack_free(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_level__has_the_watch_list_and_a_number),
		cmocka_unit_test(every_level__names_a_time_and_a_place),
		cmocka_unit_test(patient__sees_words_and_no_numbers),
		cmocka_unit_test(physio__sees_numbers_sources_and_what_was_ruled_out),
		cmocka_unit_test(trainer__sees_no_cause_reason_or_answer),
		cmocka_unit_test(trainer__reads_no_advice_for_one_cause),
		cmocka_unit_test(reasons__stand_most_urgent_first),
		cmocka_unit_test(unsure__is_an_uncertain_answer_to_the_physio),
		cmocka_unit_test(private_answers__are_not_printed),
		cmocka_unit_test(reason_of_two_rules__is_given_once),
		cmocka_unit_test(trainer__reads_and_changes_only_what_is_open),
		cmocka_unit_test(self_care__is_checked_again_when_it_must_be_seen),
		cmocka_unit_test(emergency__says_what_to_do_and_nothing_else),
		cmocka_unit_test(too_few_answers__are_told_kindly),
		cmocka_unit_test(words_that_promise_too_much__never_appear),
		cmocka_unit_test(disclaimer__stands_once_in_a_text_of_all_pages),
		cmocka_unit_test(kept_text__says_when_the_check_was_done),
		cmocka_unit_test(physio__is_not_addressed_as_the_patient),
		cmocka_unit_test(answers__are_counted_that_say_something),
		cmocka_unit_test(held_back_test__is_named_and_not_offered),
		cmocka_unit_test(lines__keep_within_their_columns),
		cmocka_unit_test(controls_in_free_text__reach_no_terminal),
		cmocka_unit_test(cause__says_who_gets_it_and_what_tells_it_apart),
		cmocka_unit_test(two_causes__that_go_together_are_both_named),
		cmocka_unit_test(nothing_fits__is_said_and_advised_upon),
		cmocka_unit_test(checklist__speaks_of_the_person_to_a_carer),
		cmocka_unit_test(json__has_its_keys_in_order),
		cmocka_unit_test(json__gives_the_same_bytes_again),
		cmocka_unit_test(rule__is_uncertain_only_for_what_is_unknown),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
