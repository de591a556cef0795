/*
 * A pack: the compiled content.  Everything that is asked, concluded and
 * advised stands here; nothing else in the program knows about INI.
 *
 * A pack is const once loaded, lives in one arena and goes in one call.
 * All pointers below are borrowed from that arena.  Text is UTF-8, in the
 * pack's own language: views translate it (domain sitwell-content).  A text
 * that may be left out is NULL.  Sections keep their file and line for
 * messages.  sitwell-pack(5) tells what each key means.
 */
#ifndef SITWELL_PACK_H
#define SITWELL_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "pack/dose.h"
#include "pack/expr.h"

/* How soon a clinician is needed; rules only ever raise it. */
enum urgency {
	URGENCY_SELF_CARE,
	URGENCY_ROUTINE,
	URGENCY_SOON,
	URGENCY_SAME_DAY,
	URGENCY_EMERGENCY,
};
#define N_URGENCIES 5

enum role { ROLE_PATIENT, ROLE_PHYSIO, ROLE_TRAINER };
#define N_ROLES 3

enum question_type {
	QUESTION_SINGLE,
	QUESTION_MULTI,
	QUESTION_NUMBER,
	QUESTION_SCALE,
	QUESTION_SITE,
	QUESTION_TIMED,
	QUESTION_TEXT,
};

/* What is known of a question: a value, or why there is none. */
enum answer_state {
	ANSWER_NOTHING,
	ANSWER_VALUE,
	ANSWER_UNSURE,
	ANSWER_SKIPPED,
	ANSWER_NA,
};

/* Where a section or key stands in the content. */
struct place {
	const char *file;	/* relative to the pack's folder */
	int line;
};

struct kind;
struct key;

/* A text as the content has it, for those who look at its wording. */
struct passage {
	const struct kind *kind;	/* of its section */
	const struct key *key;		/* its row in the table of kinds */
	const void *object;		/* what its section became: a struct
					 * question, or NULL for no struct */
	const char *text;
	struct place place;		/* of its line */
};

/* Numbered keys (help-1, help-2 ...), in order. */
struct texts {
	const char *const *text;
	size_t count;
};

struct source {
	const char *id;
	struct place place;
	const char *title, *type, *year, *address, *note;
};

struct sources {
	const struct source *const *source;
	size_t count;
};

struct part {
	const char *id;
	struct place place;
	const char *title;
	bool safety;
};

/* One line of a question's list of answers; its bit in a value is its index. */
struct answer {
	const char *id;
	const char *label;		/* NULL for yes, no, unsure, na: the
					 * interface has words for those */
	const char *clinician_label;
	enum answer_state state;	/* ANSWER_VALUE, or what choosing it
					 * means: UNSURE, NA */
};
#define MAX_ANSWERS 64

/* The value that stands for an unknown one when rules read it. */
struct assumption {
	bool known;
	uint64_t choices;
	double number;
};

struct question {
	const char *id;
	struct place place;
	size_t index;			/* in pack->questions */
	const struct part *part;
	enum question_type type;
	const char *prompt, *clinician_prompt, *carer_prompt, *why;
	struct texts help;
	const char *positive;		/* a test: what counts as yes */
	double sensitivity, specificity;	/* of that test, over 0 to 1;
						 * 0: not known */
	struct sources sources;
	const struct answer *answers;	/* n_answers, in the order shown */
	size_t n_answers;
	int none;			/* multi: index of the excluding
					 * answer, or -1 */
	const struct expr *ask_if;	/* NULL: always applies */
	bool always;			/* relevance never passes it over */
	bool ask_again;			/* asked anew when a killed interview
					 * is taken up */
	bool physio_only;
	bool private;			/* left out of printed pages and of what
					 * a trainer sees */
	struct assumption assume;
	const char *kept_because;	/* why nothing reads it, or tells its
					 * answers apart; or NULL */
	const size_t *severity;		/* n_severity answer indexes, from
					 * harmless to worst; safety only */
	size_t n_severity;
	/* number and scale */
	const char *unit;
	double min, max, step;
	double warn_below, warn_above;	/* -INFINITY, INFINITY if not given */
	const char *low_label, *high_label;
	/* site */
	const struct bodymap *bodymap;
	bool multiple;
	const struct question *side;	/* set on the same screen, or NULL */
	/* timed */
	int seconds;
	struct texts stop;
	/* a test */
	const struct expr *not_if;	/* not false: not offered; what was found
					 * before counts all the same */
	const char *not_if_text;

	const struct checklist *checklist;	/* it is a line of, or NULL */
};

struct checklist {
	const char *id;
	struct place place;
	const struct part *part;
	const char *prompt, *carer_prompt, *why;
	struct texts help;
	const struct question *const *questions;	/* n_questions,
							 * consecutive */
	size_t n_questions;
};

struct group {
	const char *id;
	struct place place;
	size_t index;
	const char *name;
	double limit;			/* on the group's product, over 1 */
	bool only_strongest;
};

struct finding {
	const char *id;
	struct place place;
	size_t index;			/* in pack->findings, where a finding
					 * comes after those it reads */
	const char *name, *absent_name, *clinician_name, *clinician_absent_name;
	const struct expr *when;
	const struct expr *absent_when;	/* NULL: never absent */
	const struct group *group;	/* NULL: stands alone */
	const struct finding *const *replaces;
	size_t n_replaces;
	bool hallmark;
	const struct evidence *evidence;	/* n_evidence rows of it, one a
						 * target, by target index */
	size_t n_evidence;
	size_t depth;			/* findings read through each other to
					 * work it out; 0: it reads none */
	bool beyond_safety;		/* it reads a question outside the
					 * safety part */
};
/* So that what follows findings into each other needs little stack. */
#define MAX_FINDING_DEPTH 32

/* Groups of conditions: reports count vignettes by them. */
enum family {
	FAMILY_NONE,
	FAMILY_MECHANICAL,	/* and local */
	FAMILY_NERVE,		/* and spine */
	FAMILY_JOINT,		/* and bone */
	FAMILY_SERIOUS,		/* or systemic */
};
#define N_FAMILIES 5

/*
 * What evidence speaks for: a condition, or a subtype of one.  Conditions
 * come first in pack->targets, then the subtypes.
 */
struct target {
	const char *id;
	struct place place;
	size_t index;			/* in pack->targets */
	const struct target *parent;	/* a subtype's condition, or NULL */
	const char *name, *clinician_name;
	double prior;			/* over 0; a subtype's among siblings */
	struct sources sources;
	/* conditions only */
	const struct expr *needs;	/* false: it cannot apply */
	const char *needs_text;
	const struct target *below;	/* never listed above it, or NULL */
	const struct expr *below_when;	/* while this holds */
	enum urgency floor;		/* URGENCY_SELF_CARE: none */
	enum family family;
	const struct target *const *look_alikes;	/* mistaken for it */
	size_t n_look_alikes;
	const struct target *const *together;	/* often there besides it */
	size_t n_together;
	struct texts summary, who, differs, testing, treatment, course,
		label_not_ideal, pitfalls;
	const char *exercise_limits;	/* why exercises are not for it */
};

/* One row of [evidence]: likelihood ratios, over 0; 1 says nothing. */
struct evidence {
	const struct finding *finding;
	const struct target *target;
	struct place place;
	double present, absent;
	struct sources sources;
};

/* P(answer | condition) for a question with exclusive answers. */
struct profile {
	const struct question *question;
	struct place place;
	const struct group *group;
	struct sources sources;
	/* n_conditions x question->n_answers, each row adding up to 1 over
	 * the answers that are values */
	const double *weights;
};

/* When it holds, priors change. */
struct stratum {
	const char *id;
	struct place place;
	const char *name;
	const struct expr *when;
	struct sources sources;
	const double *multipliers;	/* n_conditions, 1 where not named */
};

struct rule {
	const char *id;
	struct place place;
	size_t index;
	const struct expr *when;
	enum urgency urgency;
	const char *because, *clinician_because;
	bool stop, floor, locked;
	const struct target *condition;	/* the cause it names, or NULL */
	const char *kept_because;	/* what it is for, though it never
					 * decides the level; or NULL */
	struct sources sources;
};

struct self_care {
	const char *id;
	struct place place;
	const struct expr *when;
};

struct invariant {
	const char *id;
	struct place place;
	const struct expr *given;		/* NULL: everybody */
	enum urgency at_least;
	/* where there are some: they are asked, or it is as urgent */
	const struct question *const *asks;
	size_t n_asks;
};

/* How far the list of likely causes can be trusted. */
enum match {
	MATCH_CLEAR,
	MATCH_NOT_CLEAR,
	MATCH_NO_FIT,		/* the answers speak against all of them */
	MATCH_TOO_LITTLE,	/* hardly anything is known */
};
#define N_MATCHES 4

enum advice_kind {
	ADVICE_DO,
	ADVICE_AVOID,
	ADVICE_SEEK_NOW,
	ADVICE_SEEK_SOONER,
	ADVICE_SEEK_BY,
	ADVICE_EMERGENCY_DO,
	ADVICE_WHILE_WAITING,
	ADVICE_TAKE_ALONG,
	ADVICE_MEDICINE,
	ADVICE_COURSE,
};
#define N_ADVICE_KINDS 10

struct advice {
	const char *id;
	struct place place;
	enum advice_kind kind;
	const char *text, *clinician_text;
	unsigned at;			/* bit (1 << urgency) for each level */
	unsigned match;			/* bit (1 << match) for each; 0: all */
	const struct target *const *for_targets;	/* 0: general */
	size_t n_for;
	const struct expr *when;
	const struct target *const *forbidden_by;
	size_t n_forbidden;
	bool exercise;
	double order;
	struct sources sources;
};

/* Out of scope: "we can't assess you". */
struct scope {
	const char *id;
	struct place place;
	const struct expr *when;
	const char *title;
	struct texts because, do_list;
	struct sources sources;
};

#define BODYMAP_VIEWS 2

struct bodymap_view {
	const char *title;
	const char *const *rows;	/* n_rows, ASCII */
	const char *const *utf8_rows;	/* n_rows; the ASCII row where none */
	const char *const *zone_rows;	/* n_rows of `columns` marks */
	size_t n_rows;
	size_t columns;
};

struct zone {
	const char *id;
	struct place place;
	const struct bodymap *bodymap;
	char mark;
	const char *name, *clinician_name;
	bool side;			/* has a left and a right */
};

/* Its zones are the answers of a site question, in the same order. */
struct bodymap {
	const char *id;
	struct place place;
	const char *title;
	struct bodymap_view views[BODYMAP_VIEWS];
	size_t n_views;
	const struct zone *zones;
	size_t n_zones;
};

/* What an exercise trains, so that a programme can ask for it. */
struct component {
	const char *id;
	struct place place;
	const char *name;
	bool running;			/* minutes of it rise as loads do */
};

/* Somebody with the target must not do the exercise. */
struct exclusion {
	const struct target *target;
	const char *because;	/* never NULL: else the target's own limits */
};

struct exercise {
	const char *id;
	struct place place;
	size_t index;			/* in pack->exercises */
	const char *name, *purpose, *start;
	struct texts steps, faults, cautions;
	const char *in_pregnancy, *when_older;	/* cautions too */
	struct texts levels;		/* of an exercise in steps (DOSE_STEP) */
	const char *const *figure;	/* n_figure rows, ASCII */
	size_t n_figure, figure_columns;
	struct dose dose;		/* to start with */
	const struct component *const *components;
	size_t n_components;
	bool each_side, habit, known_only;
	double rest_days;		/* between two days with it */
	const struct exercise *easier, *harder;
	const char *kept_because;	/* though nothing names it */
	const struct target *const *not_for;
	size_t n_not_for;
	const struct exclusion *exclusions;	/* n_not_for, the same */
	struct sources sources;
};

/* How much pain is fine. */
struct pain_rule {
	const char *id;
	struct place place;
	const char *name;
	struct texts texts, stop;
	double fine, settling;		/* highest pain during a session, and
					 * if it settles within 24 hours */
	double sessions;		/* so many broken ones: step back */
	bool stops;			/* any pain over `fine` stops the plan */
	struct sources sources;
};

/* What a log tells of a day. */
enum log_value {
	LOG_NOTHING,			/* somebody checks it */
	LOG_PAIN,
	LOG_DURING,
	LOG_NIGHT,
	LOG_SETTLED,
};

/* What must be so before the next phase. */
struct criterion {
	const char *id;
	struct place place;
	const char *text;
	enum log_value reads;
	double at_most;			/* on `days` of the last `of` days */
	double days, of;
	struct sources sources;
};

/* An exercise with its dose in a phase. */
struct prescription {
	const struct exercise *exercise;
	struct dose dose;
	struct place place;
};

struct phase {
	const char *id;
	struct place place;
	size_t index;			/* in pack->phases */
	const struct programme *programme;
	size_t number;			/* in its programme, from 0 */
	const char *name, *goal;
	struct span weeks;		/* 0 to 0: it does not say; high is
					 * INFINITY for "8+" */
	const struct component *const *needs;
	size_t n_needs;
	const struct criterion *const *enter;	/* besides what the phase
						 * before asks to move on */
	size_t n_enter;
	const struct criterion *const *move_on;
	size_t n_move_on;
	bool is_signed;			/* only where a clinician clears it */
	struct texts step_back;
	const struct prescription *exercises;	/* most important first */
	size_t n_exercises;
};

enum pregnancy { PREGNANT_OR_NOT, PREGNANT_ONLY, PREGNANT_NEVER };

struct programme {
	const char *id;
	struct place place;
	const char *name;
	const struct target *const *targets;	/* that it is for */
	size_t n_targets;
	const struct expr *when;		/* offered where this holds */
	enum pregnancy pregnancy;	/* whom it is for, of pregnant people */
	bool locked;
	const char *locked_because;
	struct texts evidence, returns;
	const struct pain_rule *pain_rule;
	double load_rise;		/* most percent a week */
	double most_exercises;		/* at once, habits aside */
	struct sources sources;
	const struct phase *phases;	/* n_phases, in order */
	size_t n_phases;
};

/* A question before every session; anything but no ends it. */
struct gate {
	const char *id;
	struct place place;
	const char *prompt, *because;
	struct sources sources;
};

enum review_level { REVIEW_CONSIDER, REVIEW_CHANGE, REVIEW_STOP };

/* What a review of a plan looks for; review_check_words has the ids. */
enum review_check {
	CHECK_FORBIDDEN_EXERCISE,
	CHECK_SCREENING_LOCKS,
	CHECK_LOCKED_PROGRAMME,
	CHECK_PHASE_NOT_SIGNED,
	CHECK_NO_PROGRAMME,
	CHECK_TOO_YOUNG,
	CHECK_RECENT_SURGERY,
	CHECK_NO_SCREENING,
	CHECK_OLD_SCREENING,
	CHECK_WRONG_PROGRAMME,
	CHECK_SUBTYPE_MISSING,
	CHECK_TOO_MANY,
	CHECK_LOAD_JUMP,
	CHECK_NO_REST_DAY,
	CHECK_MISSING_COMPONENT,
	CHECK_MISSING_DOSE,
	CHECK_DUPLICATE_EXERCISE,
	CHECK_PHASE_WITHOUT_CRITERIA,
	CHECK_PHASE_SKIPPED,
	CHECK_NO_FLARE_RULE,
	CHECK_NO_STOP_RULE,
	CHECK_NO_RESCREEN_DATE,
	CHECK_DOSE_HIGH,
	CHECK_UNKNOWN_EXERCISE,
	CHECK_EXERCISE_TOO_EARLY,
	CHECK_ONLY_KNOWN,
	CHECK_DOSE_LOW,
	CHECK_DOSE_OTHERWISE,
	CHECK_SEVERAL_RISES,
	CHECK_NOT_IN_PROGRAMME,
	CHECK_CAUTION,
	CHECK_NO_PROGRESS,
};
#define N_REVIEW_CHECKS 32

struct check {
	const char *id;
	struct place place;
	enum review_check which;
	enum review_level level;
	const char *because;
	struct sources sources;
};

/* How scores combine: clinical/dependence.md section 2 and lessons.md. */
struct constants {
	double single_limit, hallmark_limit, group_limit, group_share;
	double shown_limit, strong, possible, mentioned, clear, clear_lead,
		subtype_lead;
	double informative;
};

struct pack {
	struct arena *arena;
	struct place place;
	const char *id, *title, *version, *reviewed, *language;
	const char *not_a_diagnosis;
	struct texts intro, emergency;
	struct constants constants;
	char hash[17];			/* of all files, hexadecimal: tells
					 * packs apart, protects nothing */

	/* Each list in pack order; questions in asking order. */
	const struct part *parts;		size_t n_parts;
	const struct question *questions;	size_t n_questions;
	const struct checklist *checklists;	size_t n_checklists;
	const struct group *groups;		size_t n_groups;
	const struct finding *findings;		size_t n_findings;
	const struct target *targets;		size_t n_targets;
	size_t n_conditions;			/* the first of targets */
	const struct evidence *evidence;	size_t n_evidence;
	const struct profile *profiles;		size_t n_profiles;
	const struct stratum *strata;		size_t n_strata;
	const struct rule *rules;		size_t n_rules;
	const struct self_care *self_care;	/* NULL: never self-care */
	const struct invariant *invariants;	size_t n_invariants;
	const struct advice *advice;		size_t n_advice;
	const struct scope *scopes;		size_t n_scopes;
	const struct bodymap *bodymaps;		size_t n_bodymaps;
	const struct component *components;	size_t n_components;
	const struct exercise *exercises;	size_t n_exercises;
	const struct pain_rule *pain_rules;	size_t n_pain_rules;
	const struct criterion *criteria;	size_t n_criteria;
	const struct programme *programmes;	size_t n_programmes;
	const struct phase *phases;		size_t n_phases;
	const struct gate *gates;		size_t n_gates;
	const struct check *checks;		size_t n_checks;
	const struct source *sources;		size_t n_sources;
	/* each section's together, in the order of its lines; NULL unless
	 * loaded with them */
	struct passage *passages;		size_t n_passages;

	const struct pack_index *index;		/* ids, hashed */
};

/*
 * Loads the folder `dir`.  Returns 0 and *out, which the caller frees with
 * pack_free; or -1 with every fault of every file in `faults`, sorted.
 */
int pack_load(struct pack **out, const char *dir, struct error_list *faults);
/* The same with its passages, for pack_lint. */
int pack_load_with_passages(struct pack **out, const char *dir,
			    struct error_list *faults);
void pack_free(struct pack **pack);

/* The entry of that id, borrowed, or NULL. */
const struct question *pack_find_question(const struct pack *pack,
					  const char *id);
const struct finding *pack_find_finding(const struct pack *pack,
					const char *id);
const struct target *pack_find_target(const struct pack *pack, const char *id);
const struct rule *pack_find_rule(const struct pack *pack, const char *id);
const struct exercise *pack_find_exercise(const struct pack *pack,
					  const char *id);
const struct criterion *pack_find_criterion(const struct pack *pack,
					    const char *id);
const struct programme *pack_find_programme(const struct pack *pack,
					    const char *id);
const struct phase *pack_find_phase(const struct pack *pack, const char *id);
const struct gate *pack_find_gate(const struct pack *pack, const char *id);

/* The pack's words on a check, or NULL: a pack without programmes. */
const struct check *pack_check(const struct pack *pack,
			       enum review_check which);

/*
 * Why somebody with the target must not do the exercise, or NULL.  A
 * subtype has its condition's exclusions too, and a condition whose subtype
 * is not known those of all its subtypes.
 */
const struct exclusion *exercise_excluded(const struct exercise *exercise,
					  const struct target *target);

/* Whether the component is one of the exercise's. */
bool exercise_trains(const struct exercise *exercise,
		     const struct component *component);

/* On how many days a week it can be done at most, for its days of rest:
 * 4 with one between, since four times a week then fits a fortnight. */
int exercise_most_days(const struct exercise *exercise);

/* Whether the programme is for the target or, of a subtype, its condition. */
bool programme_is_for(const struct programme *programme,
		      const struct target *target);

/* Calls `seen` for every node of every expression of the pack. */
void pack_walk(const struct pack *pack,
	       void (*seen)(void *data, const struct expr *node), void *data);

/*
 * Calls `seen` for every question that an expression (may be NULL) reads,
 * itself or through findings' `when`, each finding entered once.
 */
void pack_walk_questions(const struct pack *pack, const struct expr *expr,
			 void (*seen)(void *data,
				      const struct question *question),
			 void *data);

/*
 * What somebody who has, or may have, these targets begins a phase with:
 * its most important exercises that none of them forbids, as many as the
 * programme allows and with all that the phase needs among them, and its
 * habits.  `list` has room for phase->n_exercises; returns how many.
 */
size_t phase_choose(const struct prescription **list,
		    const struct phase *phase,
		    const struct target *const *targets, size_t n_targets);

/* Index of the answer of that id, or -1. */
int question_find_answer(const struct question *question, const char *id);

/* Whether a number answers it, and whether several of its answers may. */
bool question_has_number(const struct question *question);
bool question_takes_several(const struct question *question);

/* Whether it has no answers though its type needs some: a fault of its own. */
bool question_lacks_answers(const struct question *question);

/* The ids as content spells them ("same-day"), and back (-1 if unknown). */
const char *urgency_id(enum urgency urgency);
int urgency_from_id(const char *id);
const char *role_id(enum role role);
int role_from_id(const char *id);
const char *question_type_id(enum question_type type);
const char *advice_kind_id(enum advice_kind kind);
const char *match_id(enum match match);
const char *family_id(enum family family);
const char *review_level_id(enum review_level level);

#endif
