/* The table itself.  sitwell-pack(5) tells the same story in sentences. */
#include <config.h>

#include "pack/kinds.h"

#include <math.h>
#include <string.h>

#include "pack/loading.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define AT(type, member) .offset = offsetof(struct type, member)
#define LIST(type, member, n) AT(type, member), .count = offsetof(struct type, n)
#define SOURCES(type)							\
	.of = KIND_SOURCE, AT(type, sources.source),			\
	.count = offsetof(struct type, sources.count)
#define REQUIRED .required = true
#define USUAL(number) .usual = (number)
#define FROM(l, h) .low = (l), .high = (h)
#define OVER(l) .low = (l), .over = true, .high = INFINITY

#define PATIENT (1u << ROLE_PATIENT)
#define PHYSIO (1u << ROLE_PHYSIO)
#define CLINICIANS (PHYSIO | 1u << ROLE_TRAINER)
#define ALL (PATIENT | CLINICIANS)

#define SINGLE (1u << QUESTION_SINGLE)
#define MULTI (1u << QUESTION_MULTI)
#define NUMBER (1u << QUESTION_NUMBER)
#define SCALE (1u << QUESTION_SCALE)
#define SITE (1u << QUESTION_SITE)
#define TIMED (1u << QUESTION_TIMED)

const char *const urgency_words[] = {
	"self-care", "routine", "soon", "same-day", "emergency", NULL,
};
const char *const role_words[] = { "patient", "physio", "trainer", NULL };
const char *const question_type_words[] = {
	"single", "multi", "number", "scale", "site", "timed", "text", NULL,
};
const char *const advice_kind_words[] = {
	"do", "avoid", "seek-now", "seek-sooner", "seek-by", "emergency-do",
	"while-waiting", "take-along", "medicine", "course", NULL,
};
const char *const match_words[] = {
	"clear", "not-clear", "no-fit", "too-little", NULL,
};
static const char *const floor_words[] = { "routine", "soon", NULL };
const char *const family_words[] = {
	"mechanical", "nerve", "joint", "serious", NULL,
};
const char *const review_level_words[] = { "consider", "change", "stop", NULL };
const char *const review_check_words[] = {
	[CHECK_FORBIDDEN_EXERCISE] = "forbidden-exercise",
	[CHECK_SCREENING_LOCKS] = "screening-locks",
	[CHECK_LOCKED_PROGRAMME] = "locked-programme",
	[CHECK_PHASE_NOT_SIGNED] = "phase-not-signed",
	[CHECK_NO_PROGRAMME] = "no-programme",
	[CHECK_TOO_YOUNG] = "too-young",
	[CHECK_RECENT_SURGERY] = "recent-surgery",
	[CHECK_NO_SCREENING] = "no-screening",
	[CHECK_OLD_SCREENING] = "old-screening",
	[CHECK_WRONG_PROGRAMME] = "wrong-programme",
	[CHECK_SUBTYPE_MISSING] = "subtype-missing",
	[CHECK_TOO_MANY] = "too-many",
	[CHECK_LOAD_JUMP] = "load-jump",
	[CHECK_NO_REST_DAY] = "no-rest-day",
	[CHECK_MISSING_COMPONENT] = "missing-component",
	[CHECK_MISSING_DOSE] = "missing-dose",
	[CHECK_DUPLICATE_EXERCISE] = "duplicate-exercise",
	[CHECK_PHASE_WITHOUT_CRITERIA] = "phase-without-criteria",
	[CHECK_PHASE_SKIPPED] = "phase-skipped",
	[CHECK_NO_FLARE_RULE] = "no-flare-rule",
	[CHECK_NO_STOP_RULE] = "no-stop-rule",
	[CHECK_NO_RESCREEN_DATE] = "no-rescreen-date",
	[CHECK_DOSE_HIGH] = "dose-high",
	[CHECK_UNKNOWN_EXERCISE] = "unknown-exercise",
	[CHECK_EXERCISE_TOO_EARLY] = "exercise-too-early",
	[CHECK_ONLY_KNOWN] = "only-known",
	[CHECK_DOSE_LOW] = "dose-low",
	[CHECK_DOSE_OTHERWISE] = "dose-otherwise",
	[CHECK_SEVERAL_RISES] = "several-rises",
	[CHECK_NOT_IN_PROGRAMME] = "not-in-programme",
	[CHECK_CAUTION] = "caution",
	[CHECK_NO_PROGRESS] = "no-progress",
	[N_REVIEW_CHECKS] = NULL,
};
static const char *const log_words[] = {
	"pain", "during", "night", "settled", NULL,
};
static const char *const yes_no_words[] = { "yes", "no", NULL };
static const char *const physio_words[] = { "physio", NULL };
static const char *const source_words[] = {
	"guideline", "review", "study", "textbook", "consensus", "seed",
	"website", NULL,
};

static const struct key pack_keys[] = {
	{ "title", KEY_TEXT, REQUIRED, ALL, AT(pack, title),
	  .about = "what the pack is about" },
	{ "version", KEY_WORD, REQUIRED, ALL, AT(pack, version),
	  .about = "shown with every result" },
	{ "reviewed", KEY_DATE, REQUIRED, ALL, AT(pack, reviewed),
	  .about = "when a clinician last went through it" },
	{ "language", KEY_WORD, REQUIRED, AT(pack, language),
	  .about = "that its texts are written in, such as en" },
	{ "not-a-diagnosis", KEY_TEXT, REQUIRED, ALL, AT(pack, not_a_diagnosis),
	  .about = "one sentence, shown with every result" },
	{ "intro-N", KEY_TEXTS, .roles = ALL, AT(pack, intro),
	  .about = "what this is, who it is for, how long it takes, what is kept" },
	{ "emergency-N", KEY_TEXTS, .roles = ALL, AT(pack, emergency),
	  .about = "the list shown before the first question" },
	{ "single-limit", KEY_NUMBER, AT(pack, constants.single_limit), OVER(1), USUAL(10),
	  .about = "most that one likelihood ratio may say" },
	{ "hallmark-limit", KEY_NUMBER, AT(pack, constants.hallmark_limit), OVER(1), USUAL(100),
	  .about = "the same for hallmark findings" },
	{ "group-limit", KEY_NUMBER, AT(pack, constants.group_limit), OVER(1), USUAL(10),
	  .about = "most that a group may say" },
	{ "group-share", KEY_NUMBER, AT(pack, constants.group_share), FROM(0, 1), USUAL(0.5),
	  .about = "how much a group's other findings count beside its strongest" },
	{ "shown-limit", KEY_NUMBER, AT(pack, constants.shown_limit), FROM(0.5, 1), USUAL(0.95),
	  .about = "highest probability shown" },
	{ "strong", KEY_NUMBER, AT(pack, constants.strong), FROM(0, 1), USUAL(0.40),
	  .about = "a strong match from this probability up" },
	{ "possible", KEY_NUMBER, AT(pack, constants.possible), FROM(0, 1), USUAL(0.10),
	  .about = "a possible match from this probability up" },
	{ "mentioned", KEY_NUMBER, AT(pack, constants.mentioned), FROM(0, 1), USUAL(0.02),
	  .about = "a patient reads of no likely cause below this probability" },
	{ "clear", KEY_NUMBER, AT(pack, constants.clear), FROM(0, 1), USUAL(0.40),
	  .about = "no clear match where the first is below" },
	{ "clear-lead", KEY_NUMBER, AT(pack, constants.clear_lead), FROM(1, 100), USUAL(1.5),
	  .about = "nor where the first is less than so many times the second" },
	{ "informative", KEY_NUMBER, AT(pack, constants.informative), FROM(0, 1000), USUAL(5),
	  .about = "fewer known findings are not enough information" },
	{ "subtype-lead", KEY_NUMBER, AT(pack, constants.subtype_lead), FROM(1, 100), USUAL(2),
	  .about = "a subtype is named when so many times the next" },
};

static const struct key flow_keys[] = {
	{ "parts", KEY_IDS, REQUIRED, LIST(flow, parts, n_parts), .of = KIND_PART,
	  .about = "in the order in which they are asked" },
};

static const struct key part_keys[] = {
	{ "title", KEY_TEXT, REQUIRED, ALL, AT(part, title),
	  .about = "shown above its questions" },
	{ "safety", KEY_FLAG, AT(part, safety),
	  .about = "asked on every path; a skipped question becomes unsure" },
};

static const struct key source_keys[] = {
	{ "title", KEY_WORD, REQUIRED, CLINICIANS, AT(source, title),
	  .about = "as published" },
	{ "type", KEY_WORD, REQUIRED, CLINICIANS, AT(source, type), .words = source_words,
	  .about = "how strong it is" },
	{ "year", KEY_WORD, .roles = CLINICIANS, AT(source, year),
	  .about = "of publication" },
	{ "address", KEY_WORD, .roles = CLINICIANS, AT(source, address),
	  .about = "where it can be read" },
	{ "note", KEY_WORD, .roles = CLINICIANS, AT(source, note),
	  .about = "what it was used for, how far it was checked" },
};

static const struct key bodymap_keys[] = {
	{ "title", KEY_TEXT, REQUIRED, ALL, AT(bodymap, title),
	  .about = "shown above the drawing" },
	{ "view-N-title", KEY_OWN, .roles = ALL, .translated = true, .format = "text",
	  .about = "of view 1 or 2, such as: from behind" },
	{ "view-N-row-N", KEY_OWN, .roles = ALL, .format = "|drawing|",
	  .about = "a row of the drawing in ASCII" },
	{ "view-N-utf8-row-N", KEY_OWN, .roles = ALL, .format = "|drawing|",
	  .about = "the same row for UTF-8 terminals, equally wide" },
	{ "view-N-zone-N", KEY_OWN, .format = "|marks|",
	  .about = "the same row, with each cell's zone mark" },
};

static const struct key zone_keys[] = {
	{ "bodymap", KEY_ID, REQUIRED, AT(zone, bodymap), .of = KIND_BODYMAP,
	  .about = "that it is a part of" },
	{ "mark", KEY_OWN, REQUIRED, .format = "one character 0-9 a-z A-Z",
	  .about = "that stands for it in the zone rows" },
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(zone, name),
	  .about = "in plain words" },
	{ "clinician-name", KEY_TEXT, .roles = CLINICIANS, AT(zone, clinician_name),
	  .about = "in the profession's words" },
	{ "side", KEY_FLAG, AT(zone, side),
	  .about = "it appears twice, left and right" },
};

static const struct key question_keys[] = {
	{ "part", KEY_ID, REQUIRED, AT(question, part), .of = KIND_PART,
	  .about = "of the interview that it belongs to" },
	{ "type", KEY_CHOICE, REQUIRED, AT(question, type), .words = question_type_words,
	  .about = "how it is answered" },
	{ "prompt", KEY_TEXT, REQUIRED, ALL, AT(question, prompt),
	  .about = "the question" },
	{ "clinician-prompt", KEY_TEXT, .roles = CLINICIANS, AT(question, clinician_prompt),
	  .about = "the same in the profession's words" },
	{ "carer-prompt", KEY_TEXT, .roles = PATIENT, AT(question, carer_prompt),
	  .about = "the same to somebody who answers for another" },
	{ "help-N", KEY_TEXTS, .roles = ALL, AT(question, help),
	  .about = "paragraphs shown on request" },
	{ "why", KEY_TEXT, .roles = ALL, AT(question, why),
	  .about = "why we ask" },
	{ "positive", KEY_TEXT, .roles = CLINICIANS, AT(question, positive),
	  .about = "what counts as yes in a test" },
	{ "sensitivity", KEY_NUMBER, AT(question, sensitivity), FROM(0, 1),
	  .about = "of a test: share of those with the condition who are positive" },
	{ "specificity", KEY_NUMBER, AT(question, specificity), FROM(0, 1),
	  .about = "of a test: share of those without it who are negative" },
	{ "source", KEY_IDS, .roles = CLINICIANS, SOURCES(question),
	  .about = "behind asking it" },
	{ "answers", KEY_OWN, .format = "ids",
	  .about = "in the order shown; unsure and na may stand in every type's" },
	{ "label-ANSWER", KEY_OWN, .roles = ALL, .translated = true, .format = "text",
	  .about = "the answer's words; yes, no, unsure and na have their own" },
	{ "clinician-label-ANSWER", KEY_OWN, .roles = CLINICIANS, .translated = true, .format = "text",
	  .about = "the same in the profession's words" },
	{ "none", KEY_OWN, .only = MULTI | SITE, .format = "answer",
	  .about = "that excludes all others" },
	{ "ask-if", KEY_EXPR, AT(question, ask_if),
	  .about = "does not apply unless this holds; reads earlier questions only" },
	{ "always", KEY_FLAG, AT(question, always),
	  .about = "never passed over as irrelevant" },
	{ "ask-again", KEY_FLAG, AT(question, ask_again),
	  .about = "asked anew when an interrupted interview is taken up" },
	{ "private", KEY_FLAG, AT(question, private),
	  .about = "the answer is left out of printed pages" },
	{ "role", KEY_OWN, .words = physio_words, .format = "physio",
	  .about = "asked of nobody else" },
	{ "assume-unknown", KEY_OWN, .format = "answer, or number",
	  .about = "what rules read where the answer is unknown" },
	{ "severity", KEY_OWN, .format = "answers",
	  .about = "from harmless to worst, in safety parts" },
	{ "kept-because", KEY_WORD, AT(question, kept_because),
	  .about = "why nothing reads it, or tells its answers apart" },
	{ "unit", KEY_TEXT, .roles = ALL, .only = NUMBER, AT(question, unit),
	  .about = "shown behind the number" },
	{ "min", KEY_NUMBER, REQUIRED, .only = NUMBER | SCALE, AT(question, min),
	  FROM(-1e15, 1e15), .about = "lowest number accepted" },
	{ "max", KEY_NUMBER, REQUIRED, .only = NUMBER | SCALE, AT(question, max),
	  FROM(-1e15, 1e15), .about = "highest number accepted" },
	{ "step", KEY_NUMBER, .only = NUMBER | SCALE, AT(question, step), OVER(0), USUAL(1),
	  .about = "between numbers" },
	{ "warn-below", KEY_NUMBER, .only = NUMBER, AT(question, warn_below),
	  FROM(-1e15, 1e15), USUAL(-INFINITY), .about = "implausible below: asks whether it is right" },
	{ "warn-above", KEY_NUMBER, .only = NUMBER, AT(question, warn_above),
	  FROM(-1e15, 1e15), USUAL(INFINITY), .about = "implausible above" },
	{ "low-label", KEY_TEXT, .roles = ALL, .only = SCALE, AT(question, low_label),
	  .about = "words at the low end" },
	{ "high-label", KEY_TEXT, .roles = ALL, .only = SCALE, AT(question, high_label),
	  .about = "words at the high end" },
	{ "bodymap", KEY_ID, REQUIRED, .only = SITE, AT(question, bodymap),
	  .of = KIND_BODYMAP, .about = "whose zones are the answers" },
	{ "multiple", KEY_FLAG, .only = SITE, AT(question, multiple),
	  .about = "several zones may be chosen" },
	{ "side", KEY_ID, .only = SITE, AT(question, side), .of = KIND_QUESTION,
	  .about = "the question right before, with left right both, on the same screen" },
	{ "seconds", KEY_WHOLE, REQUIRED, .only = TIMED, AT(question, seconds),
	  FROM(1, 3600), .about = "to count down" },
	{ "stop-N", KEY_TEXTS, .roles = ALL, .only = TIMED, AT(question, stop),
	  .about = "when to stop the test" },
	{ "not-if", KEY_EXPR, AT(question, not_if),
	  .about = "a test that must not be done where this holds: not offered then" },
	{ "not-if-text", KEY_TEXT, .roles = ALL, AT(question, not_if_text),
	  .about = "who must not do it" },
};

static const struct key checklist_keys[] = {
	{ "part", KEY_ID, REQUIRED, AT(checklist, part), .of = KIND_PART,
	  .about = "of the interview that it belongs to" },
	{ "prompt", KEY_TEXT, REQUIRED, ALL, AT(checklist, prompt),
	  .about = "above the lines" },
	{ "carer-prompt", KEY_TEXT, .roles = PATIENT, AT(checklist, carer_prompt),
	  .about = "the same to somebody who answers for another" },
	{ "help-N", KEY_TEXTS, .roles = ALL, AT(checklist, help),
	  .about = "paragraphs shown on request" },
	{ "why", KEY_TEXT, .roles = ALL, AT(checklist, why),
	  .about = "why we ask" },
	{ "questions", KEY_OWN, REQUIRED, .format = "ids",
	  .about = "2 to 14 consecutive questions with answers yes, no, unsure" },
	{ "ask-again", KEY_OWN, .format = "yes or no",
	  .about = "the same for all its questions" },
};

static const struct key group_keys[] = {
	{ "name", KEY_TEXT, REQUIRED, CLINICIANS, AT(group, name),
	  .about = "the idea that its findings share" },
	{ "limit", KEY_NUMBER, AT(group, limit), OVER(1),
	  .about = "most that it may say (the pack's group-limit)" },
	{ "only-strongest", KEY_FLAG, AT(group, only_strongest),
	  .about = "the others count nothing" },
};

static const struct key finding_keys[] = {
	{ "when", KEY_EXPR, REQUIRED, AT(finding, when),
	  .about = "it is present where this holds" },
	{ "absent-when", KEY_EXPR, AT(finding, absent_when),
	  .about = "it is absent where this holds, and unknown otherwise" },
	{ "group", KEY_ID, AT(finding, group), .of = KIND_GROUP,
	  .about = "of findings that say the same thing" },
	{ "replaces", KEY_IDS, LIST(finding, replaces, n_replaces), .of = KIND_FINDING,
	  .about = "findings that count nothing once this one is known" },
	{ "hallmark", KEY_FLAG, AT(finding, hallmark),
	  .about = "may say more than others" },
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(finding, name),
	  .about = "what spoke for it: lying on that side hurts" },
	{ "absent-name", KEY_TEXT, .roles = ALL, AT(finding, absent_name),
	  .about = "when absent: lying on that side does not hurt" },
	{ "clinician-name", KEY_TEXT, .roles = CLINICIANS, AT(finding, clinician_name),
	  .about = "in the profession's words" },
	{ "clinician-absent-name", KEY_TEXT, .roles = CLINICIANS,
	  AT(finding, clinician_absent_name),
	  .about = "in the profession's words, when absent" },
};

static const struct key condition_keys[] = {
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(target, name),
	  .about = "in plain words" },
	{ "clinician-name", KEY_TEXT, REQUIRED, CLINICIANS, AT(target, clinician_name),
	  .about = "in the profession's words" },
	{ "prior", KEY_NUMBER, REQUIRED, AT(target, prior), OVER(0),
	  .about = "how common it is among the conditions, before any answer" },
	{ "needs", KEY_EXPR, AT(target, needs),
	  .about = "ruled out where this is false, never where it is unknown" },
	{ "needs-text", KEY_TEXT, .roles = ALL, AT(target, needs_text),
	  .about = "why it cannot apply" },
	{ "below", KEY_ID, AT(target, below), .of = KIND_CONDITION,
	  .about = "a condition above which it is never listed" },
	{ "below-when", KEY_EXPR, AT(target, below_when),
	  .about = "while this holds (never)" },
	{ "floor", KEY_CHOICE, AT(target, floor), .words = floor_words,
	  .first = URGENCY_ROUTINE,
	  .about = "least urgency while it ranks first" },
	{ "family", KEY_CHOICE, AT(target, family), .words = family_words,
	  .first = FAMILY_MECHANICAL,
	  .about = "by which vignettes are counted" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(target),
	  .about = "behind what is said of it" },
	{ "look-alikes", KEY_IDS, LIST(target, look_alikes, n_look_alikes),
	  .of = KIND_CONDITION, .about = "conditions that it is mistaken for" },
	{ "together", KEY_IDS, LIST(target, together, n_together),
	  .of = KIND_CONDITION, .about = "conditions that are often there besides it" },
	{ "summary-N", KEY_TEXTS, .roles = ALL, AT(target, summary),
	  .about = "what it is, plainly" },
	{ "who-N", KEY_TEXTS, .roles = ALL, AT(target, who),
	  .about = "who gets it" },
	{ "differs-N", KEY_TEXTS, .roles = ALL, AT(target, differs),
	  .about = "how it differs from what looks like it" },
	{ "testing-N", KEY_TEXTS, .roles = ALL, AT(target, testing),
	  .about = "how a clinician confirms it" },
	{ "treatment-N", KEY_TEXTS, .roles = ALL, AT(target, treatment),
	  .about = "what usually helps" },
	{ "course-N", KEY_TEXTS, .roles = ALL, AT(target, course),
	  .about = "how it usually goes" },
	{ "label-not-ideal-N", KEY_TEXTS, .roles = ALL, AT(target, label_not_ideal),
	  .about = "what is wrong with its name" },
	{ "pitfalls-N", KEY_TEXTS, .roles = CLINICIANS, AT(target, pitfalls),
	  .about = "how it is missed or mistaken" },
	{ "exercise-limits", KEY_TEXT, .roles = ALL, AT(target, exercise_limits),
	  .about = "why exercises that are not for it are not" },
};

static const struct key subtype_keys[] = {
	{ "condition", KEY_ID, REQUIRED, AT(target, parent), .of = KIND_CONDITION,
	  .about = "that it is a form of" },
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(target, name),
	  .about = "in plain words" },
	{ "clinician-name", KEY_TEXT, .roles = CLINICIANS, AT(target, clinician_name),
	  .about = "in the profession's words" },
	{ "prior", KEY_NUMBER, REQUIRED, AT(target, prior), OVER(0),
	  .about = "how common it is among its siblings" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(target),
	  .about = "behind what is said of it" },
};

static const struct key evidence_keys[] = {
	{ "FINDING", KEY_OWN, .format = "ratio-present ratio-absent source [source ...]",
	  .about = "likelihood ratios over 0, 1 for no information, and where they come from" },
};

static const struct key profile_keys[] = {
	{ "rest", KEY_OWN, REQUIRED, .format = "weight over 0",
	  .about = "weight of the answers that a line does not name" },
	{ "group", KEY_ID, AT(profile, group), .of = KIND_GROUP,
	  .about = "that the answer counts in, as one finding" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(profile),
	  .about = "behind the weights" },
	{ "CONDITION", KEY_OWN, .format = "answer weight [answer weight ...]",
	  .about = "how often people who have it give which answer; a line for every condition" },
};

static const struct key stratum_keys[] = {
	{ "when", KEY_EXPR, REQUIRED, AT(stratum, when),
	  .about = "it counts where this holds" },
	{ "name", KEY_TEXT, REQUIRED, CLINICIANS, AT(stratum, name),
	  .about = "the people it is about" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(stratum),
	  .about = "behind the numbers" },
	{ "CONDITION", KEY_OWN, .format = "number from 0",
	  .about = "times the condition's prior" },
};

static const struct key rule_keys[] = {
	{ "when", KEY_EXPR, REQUIRED, AT(rule, when),
	  .about = "it fires where this is true, not where it is unknown" },
	{ "urgency", KEY_CHOICE, REQUIRED, AT(rule, urgency), .words = urgency_words + 1,
	  .first = URGENCY_ROUTINE, .about = "that it raises to" },
	{ "because", KEY_TEXT, REQUIRED, ALL, AT(rule, because),
	  .about = "what was said, and what it can mean" },
	{ "clinician-because", KEY_TEXT, .roles = CLINICIANS, AT(rule, clinician_because),
	  .about = "in the profession's words" },
	{ "stop", KEY_FLAG, AT(rule, stop),
	  .about = "a patient's interview stops at once; emergencies only" },
	{ "floor", KEY_FLAG, AT(rule, floor),
	  .about = "no exercise is shown while it holds" },
	{ "condition", KEY_ID, AT(rule, condition), .of = KIND_CONDITION,
	  .about = "that this red flag names" },
	{ "source", KEY_IDS, .roles = CLINICIANS, SOURCES(rule),
	  .about = "behind the rule" },
	{ "locked", KEY_FLAG, AT(rule, locked),
	  .about = "a clinician may not lower it" },
	{ "kept-because", KEY_WORD, AT(rule, kept_because),
	  .about = "what it is for where it never decides the level" },
};

static const struct key self_care_keys[] = {
	{ "when", KEY_EXPR, REQUIRED, AT(self_care, when),
	  .about = "nobody needs to be seen where this is true and no rule fires" },
};

static const struct key invariant_keys[] = {
	{ "given", KEY_EXPR, AT(invariant, given),
	  .about = "where this is true, the promise holds; left out: for everybody" },
	{ "urgency-at-least", KEY_CHOICE, REQUIRED, AT(invariant, at_least),
	  .words = urgency_words, .about = "some rule raises to this, or higher" },
	{ "asks", KEY_IDS, LIST(invariant, asks, n_asks), .of = KIND_QUESTION,
	  .about = "these are asked in every finished interview that does not come to that level" },
};

static const struct key advice_keys[] = {
	{ "kind", KEY_CHOICE, REQUIRED, AT(advice, kind), .words = advice_kind_words,
	  .about = "the list that it stands in" },
	{ "text", KEY_TEXT, REQUIRED, ALL, AT(advice, text),
	  .about = "what to do, and why" },
	{ "clinician-text", KEY_TEXT, .roles = CLINICIANS, AT(advice, clinician_text),
	  .about = "in the profession's words" },
	{ "at", KEY_CHOICES, AT(advice, at), .words = urgency_words,
	  .about = "shown at these urgencies (all; do and avoid: self-care routine)" },
	{ "match", KEY_CHOICES, AT(advice, match), .words = match_words,
	  .about = "shown where the causes are this clear (always)" },
	{ "for", KEY_IDS, LIST(advice, for_targets, n_for), .of = KIND_TARGET,
	  .about = "shown while one of these is strong or possible (always)" },
	{ "when", KEY_EXPR, AT(advice, when),
	  .about = "shown where this is true" },
	{ "forbidden-by", KEY_IDS, LIST(advice, forbidden_by, n_forbidden),
	  .of = KIND_TARGET,
	  .about = "not shown while one of these is strong or possible" },
	{ "exercise", KEY_FLAG, AT(advice, exercise),
	  .about = "an exercise, stretch or massage: not at soon or above, nor while a floor holds" },
	{ "order", KEY_NUMBER, AT(advice, order), FROM(-1e15, 1e15), USUAL(100),
	  .about = "small numbers come first" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(advice),
	  .about = "behind it" },
};

static const struct key scope_keys[] = {
	{ "when", KEY_EXPR, REQUIRED, AT(scope, when),
	  .about = "we can't assess somebody where this is true" },
	{ "title", KEY_TEXT, REQUIRED, ALL, AT(scope, title),
	  .about = "of that page" },
	{ "because-N", KEY_TEXTS, REQUIRED, ALL, AT(scope, because),
	  .about = "why not" },
	{ "do-N", KEY_TEXTS, .roles = ALL, AT(scope, do_list),
	  .about = "what to do instead" },
	{ "source", KEY_IDS, .roles = CLINICIANS, SOURCES(scope),
	  .about = "behind it" },
};

static const struct key component_keys[] = {
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(component, name),
	  .about = "in plain words: outer hip muscles" },
	{ "running", KEY_FLAG, AT(component, running),
	  .about = "minutes of it rise by no more than a programme's load-rise a week" },
};

static const struct key exercise_keys[] = {
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(exercise, name),
	  .about = "in plain words" },
	{ "purpose", KEY_TEXT, REQUIRED, ALL, AT(exercise, purpose),
	  .about = "what it is good for" },
	{ "start", KEY_TEXT, REQUIRED, ALL, AT(exercise, start),
	  .about = "how one lies, sits or stands, and what one needs" },
	{ "step-N", KEY_TEXTS, REQUIRED, ALL, AT(exercise, steps),
	  .about = "how to do it, one action each" },
	{ "fault-N", KEY_TEXTS, .roles = ALL, AT(exercise, faults),
	  .about = "what often goes wrong, in a few words" },
	{ "caution-N", KEY_TEXTS, .roles = ALL, AT(exercise, cautions),
	  .about = "who must take care, and how" },
	{ "in-pregnancy", KEY_TEXT, .roles = ALL, AT(exercise, in_pregnancy),
	  .about = "the same about pregnancy" },
	{ "when-older", KEY_TEXT, .roles = ALL, AT(exercise, when_older),
	  .about = "the same about people who may fall, or are over 65" },
	{ "level-N", KEY_TEXTS, .roles = ALL, AT(exercise, levels),
	  .about = "of an exercise in steps: what each is" },
	{ "figure-row-N", KEY_OWN, .roles = ALL, .format = "|drawing|",
	  .about = "a row of its figure in ASCII, all equally wide, at most 30 columns" },
	{ "dose", KEY_OWN, REQUIRED, .format = "dose",
	  .about = "how much to start with" },
	{ "components", KEY_IDS, REQUIRED, LIST(exercise, components, n_components),
	  .of = KIND_COMPONENT, .about = "what it trains" },
	{ "each-side", KEY_FLAG, AT(exercise, each_side),
	  .about = "the dose is for each side" },
	{ "habit", KEY_FLAG, AT(exercise, habit),
	  .about = "not counted among a plan's exercises" },
	{ "known-only", KEY_FLAG, AT(exercise, known_only),
	  .about = "never offered; known so that plans with it can be judged" },
	{ "rest-days", KEY_NUMBER, AT(exercise, rest_days), FROM(0, 6),
	  .about = "at least so many days between two days with it" },
	{ "easier", KEY_ID, AT(exercise, easier), .of = KIND_EXERCISE,
	  .about = "what to do if it is too much" },
	{ "harder", KEY_ID, AT(exercise, harder), .of = KIND_EXERCISE,
	  .about = "what comes next" },
	{ "kept-because", KEY_WORD, AT(exercise, kept_because),
	  .about = "why it is here though no programme and no easier or harder names it" },
	{ "not-for", KEY_IDS, LIST(exercise, not_for, n_not_for), .of = KIND_TARGET,
	  .about = "who must not do it" },
	{ "not-for-TARGET", KEY_OWN, .roles = ALL, .translated = true, .format = "text",
	  .about = "why somebody with that must not (the condition's exercise-limits)" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(exercise),
	  .about = "behind it" },
};

static const struct key pain_rule_keys[] = {
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(pain_rule, name),
	  .about = "heading" },
	{ "text-N", KEY_TEXTS, REQUIRED, ALL, AT(pain_rule, texts),
	  .about = "how much pain is fine, and what to do about more" },
	{ "stop-N", KEY_TEXTS, REQUIRED, ALL, AT(pain_rule, stop),
	  .about = "when to stop at once" },
	{ "fine", KEY_NUMBER, REQUIRED, AT(pain_rule, fine), FROM(0, 10),
	  .about = "highest pain during a session that is fine" },
	{ "settling", KEY_NUMBER, REQUIRED, AT(pain_rule, settling), FROM(0, 10),
	  .about = "highest that is fine if it settles within 24 hours" },
	{ "sessions", KEY_NUMBER, AT(pain_rule, sessions), FROM(1, 7), USUAL(2),
	  .about = "so many sessions running that break it: a phase back" },
	{ "stops", KEY_FLAG, AT(pain_rule, stops),
	  .about = "any pain over fine, in sessions and between, stops the plan" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(pain_rule),
	  .about = "behind it" },
};

static const struct key criterion_keys[] = {
	{ "text", KEY_TEXT, REQUIRED, ALL, AT(criterion, text),
	  .about = "what must be so" },
	{ "reads", KEY_CHOICE, AT(criterion, reads), .words = log_words, .first = LOG_PAIN,
	  .about = "what of a log tells it; left out: somebody checks it" },
	{ "at-most", KEY_NUMBER, AT(criterion, at_most), FROM(0, 10),
	  .about = "where a log tells it: highest number" },
	{ "days", KEY_NUMBER, AT(criterion, days), FROM(1, 60), USUAL(7),
	  .about = "on so many days" },
	{ "of", KEY_NUMBER, AT(criterion, of), FROM(1, 60), USUAL(7),
	  .about = "of the last so many" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(criterion),
	  .about = "behind it" },
};

static const struct key programme_keys[] = {
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(programme, name),
	  .about = "heading" },
	{ "for", KEY_IDS, REQUIRED, LIST(programme, targets, n_targets), .of = KIND_TARGET,
	  .about = "conditions or subtypes that it is for" },
	{ "when", KEY_EXPR, AT(programme, when),
	  .about = "offered where this is true (always)" },
	{ "pregnant", KEY_CHOICE, AT(programme, pregnancy), .words = yes_no_words,
	  .first = PREGNANT_ONLY, .about = "a plan of it must say so too, or must not" },
	{ "locked", KEY_FLAG, AT(programme, locked),
	  .about = "only after a named clinician has cleared it" },
	{ "locked-because", KEY_TEXT, .roles = ALL, AT(programme, locked_because),
	  .about = "why" },
	{ "evidence-N", KEY_TEXTS, REQUIRED, CLINICIANS, AT(programme, evidence),
	  .about = "what it rests on, and how sure that is" },
	{ "return-N", KEY_TEXTS, REQUIRED, ALL, AT(programme, returns),
	  .about = "what one can do at the end" },
	{ "pain-rule", KEY_ID, REQUIRED, AT(programme, pain_rule), .of = KIND_PAIN_RULE,
	  .about = "how much pain is fine" },
	{ "load-rise", KEY_NUMBER, AT(programme, load_rise), FROM(0, 100), USUAL(10),
	  .about = "most percent by which a load may rise a week" },
	{ "most-exercises", KEY_NUMBER, AT(programme, most_exercises), FROM(1, 12), USUAL(4),
	  .about = "at once, habits aside" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(programme),
	  .about = "behind it" },
};

static const struct key phase_keys[] = {
	{ "programme", KEY_ID, REQUIRED, AT(phase, programme), .of = KIND_PROGRAMME,
	  .about = "that it is a part of, before the next phase" },
	{ "name", KEY_TEXT, REQUIRED, ALL, AT(phase, name),
	  .about = "in a word or two" },
	{ "weeks", KEY_OWN, .format = "number-number, or number+",
	  .about = "when it usually is" },
	{ "goal", KEY_TEXT, REQUIRED, ALL, AT(phase, goal),
	  .about = "what it is for" },
	{ "needs", KEY_IDS, LIST(phase, needs, n_needs), .of = KIND_COMPONENT,
	  .about = "what every week of it must train" },
	{ "enter", KEY_IDS, LIST(phase, enter, n_enter), .of = KIND_CRITERION,
	  .about = "what must be so, besides the move-on of the phase before" },
	{ "move-on", KEY_IDS, LIST(phase, move_on, n_move_on), .of = KIND_CRITERION,
	  .about = "what must be so before the next phase" },
	{ "signed", KEY_FLAG, AT(phase, is_signed),
	  .about = "of a locked programme: a clinician clears this phase by name" },
	{ "step-back-N", KEY_TEXTS, REQUIRED, ALL, AT(phase, step_back),
	  .about = "when to do less, or to stop" },
	{ "EXERCISE", KEY_OWN, .format = "dose",
	  .about = "an exercise of it, most important first" },
};

static const struct key gate_keys[] = {
	{ "prompt", KEY_TEXT, REQUIRED, ALL, AT(gate, prompt),
	  .about = "the question" },
	{ "because", KEY_TEXT, REQUIRED, ALL, AT(gate, because),
	  .about = "why it is asked" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(gate),
	  .about = "behind it" },
};

static const struct key check_keys[] = {
	{ "level", KEY_CHOICE, REQUIRED, AT(check, level), .words = review_level_words,
	  .about = "how much it matters" },
	{ "because", KEY_TEXT, REQUIRED, CLINICIANS, AT(check, because),
	  .about = "why" },
	{ "source", KEY_IDS, REQUIRED, CLINICIANS, SOURCES(check),
	  .about = "behind it" },
};

#define KEYS(array) .keys = (array), .n_keys = COUNT(array)
#define OF(type) .size = sizeof(struct type), .headed = true
#define INDEX(type) .index = offsetof(struct type, index)
#define IN(member, n) .list = offsetof(struct pack, member), .count = offsetof(struct pack, n)

const struct kind kinds[N_KINDS] = {
	[KIND_PACK] = { "pack", "ID", KEYS(pack_keys),
		.about = "what the pack is, and how scores combine; exactly one" },
	[KIND_FLOW] = { "flow", "ID", KEYS(flow_keys), OF(flow),
		.about = "the order of the interview; exactly one" },
	[KIND_PART] = { "part", "ID", KEYS(part_keys), OF(part), IN(parts, n_parts),
		.about = "a part of the interview" },
	[KIND_SOURCE] = { "source", "ID", KEYS(source_keys), OF(source), IN(sources, n_sources),
		.about = "the paper behind a statement" },
	[KIND_BODYMAP] = { "bodymap", "ID", KEYS(bodymap_keys), OF(bodymap), IN(bodymaps, n_bodymaps),
		.about = "a drawing in one or two views" },
	[KIND_ZONE] = { "zone", "ID", KEYS(zone_keys), OF(zone),
		.about = "a part of a drawing that can be chosen" },
	[KIND_QUESTION] = { "question", "ID", KEYS(question_keys), OF(question), INDEX(question), IN(questions, n_questions),
		.about = "one thing that is asked" },
	[KIND_CHECKLIST] = { "checklist", "ID", KEYS(checklist_keys), OF(checklist), IN(checklists, n_checklists),
		.about = "several questions as the lines of one screen" },
	[KIND_GROUP] = { "group", "ID", KEYS(group_keys), OF(group), INDEX(group), IN(groups, n_groups),
		.about = "findings that must not be counted as if independent" },
	[KIND_FINDING] = { "finding", "ID", KEYS(finding_keys), OF(finding), INDEX(finding), IN(findings, n_findings),
		.about = "a fact that the answers establish" },
	[KIND_CONDITION] = { "condition", "ID", KEYS(condition_keys), OF(target), INDEX(target), IN(targets, n_targets),
		.about = "what may explain the findings" },
	[KIND_SUBTYPE] = { "subtype", "ID", KEYS(subtype_keys), OF(target), INDEX(target),
		.about = "a form of a condition, told apart within it" },
	[KIND_EVIDENCE] = { "evidence", "CONDITION", KEYS(evidence_keys),
		.about = "how much findings speak for a condition or subtype" },
	[KIND_PROFILE] = { "profile", "QUESTION", KEYS(profile_keys), .size = sizeof(struct profile), IN(profiles, n_profiles),
		.about = "how the answers to a question with one answer divide by condition" },
	[KIND_STRATUM] = { "stratum", "ID", KEYS(stratum_keys), OF(stratum), IN(strata, n_strata),
		.about = "people among whom conditions are more or less common" },
	[KIND_RULE] = { "rule", "ID", KEYS(rule_keys), OF(rule), INDEX(rule), IN(rules, n_rules),
		.about = "what raises the urgency" },
	[KIND_SELF_CARE] = { "self-care", "ID", KEYS(self_care_keys), OF(self_care),
		.about = "who needs no clinician; at most one" },
	[KIND_INVARIANT] = { "invariant", "ID", KEYS(invariant_keys), OF(invariant), IN(invariants, n_invariants),
		.about = "what must be true on every path" },
	[KIND_ADVICE] = { "advice", "ID", KEYS(advice_keys), OF(advice), IN(advice, n_advice),
		.about = "what to do, and when to seek care" },
	[KIND_SCOPE] = { "scope", "ID", KEYS(scope_keys), OF(scope), IN(scopes, n_scopes),
		.about = "whom we can't assess; asked after the safety parts" },
	[KIND_COMPONENT] = { "component", "ID", KEYS(component_keys), OF(component), IN(components, n_components),
		.about = "what exercises train and programmes need" },
	[KIND_EXERCISE] = { "exercise", "ID", KEYS(exercise_keys), OF(exercise), INDEX(exercise), IN(exercises, n_exercises),
		.about = "an exercise, how to do it and who must not" },
	[KIND_PAIN_RULE] = { "pain-rule", "ID", KEYS(pain_rule_keys), OF(pain_rule), IN(pain_rules, n_pain_rules),
		.about = "how much pain is fine while one trains" },
	[KIND_CRITERION] = { "criterion", "ID", KEYS(criterion_keys), OF(criterion), IN(criteria, n_criteria),
		.about = "what must be so before a phase" },
	[KIND_PROGRAMME] = { "programme", "ID", KEYS(programme_keys), OF(programme), IN(programmes, n_programmes),
		.about = "rehab for conditions, in phases" },
	[KIND_PHASE] = { "phase", "ID", KEYS(phase_keys), OF(phase), INDEX(phase), IN(phases, n_phases),
		.about = "a part of a programme with its exercises" },
	[KIND_GATE] = { "gate", "ID", KEYS(gate_keys), OF(gate), IN(gates, n_gates),
		.about = "a question before every session of exercises" },
	[KIND_CHECK] = { "check", "CHECK", KEYS(check_keys), OF(check), IN(checks, n_checks),
		.about = "what a review of a plan looks for" },
};

const struct kind *kind_row(enum kind_id kind)
{
	return &kinds[kind == KIND_TARGET ? KIND_CONDITION : kind];
}

const struct kind *kind_find(const char *name)
{
	for (size_t i = 0; i < N_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Reads 1 to 99 without leading zeros. */
static int number_at(const char **text)
{
	int number = 0;

	if (**text < '1' || **text > '9')
		return 0;
	for (int digits = 0; **text >= '0' && **text <= '9'; (*text)++)
		number = digits++ < 2 ? 10 * number + (**text - '0') : 100;
	return number < 100 ? number : 0;
}

/* `last` receives the last number that N stood for. */
static bool matches(const char *pattern, const char *name, int *last)
{
	for (; *pattern != '\0'; pattern++) {
		if (is_capital(pattern[0]) && is_capital(pattern[1]))
			return *name != '\0';
		if (*pattern == 'N') {
			*last = number_at(&name);
			if (*last == 0)
				return false;
		} else if (*pattern != *name++) {
			return false;
		}
	}
	return *name == '\0';
}

int key_number(const char *pattern, const char *name)
{
	int number = 0;

	return matches(pattern, name, &number) ? number : 0;
}

const struct key *kind_find_key(const struct kind *kind, const char *name)
{
	int number;

	for (size_t i = 0; i < kind->n_keys; i++)
		if (matches(kind->keys[i].name, name, &number))
			return &kind->keys[i];
	return NULL;
}
