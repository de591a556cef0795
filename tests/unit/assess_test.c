/* What is listed, what advice is left, and what relevance compares. */
#include "config.h"

#include <math.h>

#include "packs.h"

#include "assess/assess.h"

#define MARK(id)							\
	"[question " id "]\npart = b\ntype = single\nprompt = Q\n"	\
	"answers = yes no unsure\n"					\
	"[finding f-" id "]\nname = F\nwhen = " id " is yes\n"		\
	"absent-when = " id " is no\n"
#define CONDITION(id, prior, more)					\
	"[condition " id "]\nname = N\nclinician-name = N\n"		\
	"prior = " prior "\nsource = s\n" more
#define RULE(id, urgency, more)						\
	"[rule " id "]\nwhen = " id " is yes\nurgency = " urgency "\n"	\
	"because = B.\nsource = s\n" more
#define FLAG(id)							\
	"[question " id "]\npart = a\ntype = single\nprompt = Q\n"	\
	"answers = yes no unsure\n"
#define ADVICE(id, more)						\
	"[advice " id "]\nkind = do\ntext = T.\nsource = s\n" more

static const char content[] =
	FLAG("r1") FLAG("r2") FLAG("r3") FLAG("low") FLAG("now")
	"[question age]\npart = a\ntype = number\nprompt = A\nmin = 0\nmax = 120\n"
	MARK("m1") MARK("m2") MARK("m3") MARK("m4") MARK("m5")
	MARK("two") MARK("rare") MARK("left") MARK("dull")
	CONDITION("c1", "0.5", "") CONDITION("c2", "0.3", "floor = soon\n")
	CONDITION("c3", "0.1", "") CONDITION("c4", "0.05", "")
	CONDITION("c5", "0.03", "needs = not m5 is no\n")
	CONDITION("c6", "0.02", "")
	"[subtype c1-left]\ncondition = c1\nname = L\nprior = 0.5\nsource = s\n"
	"[subtype c1-right]\ncondition = c1\nname = R\nprior = 0.5\nsource = s\n"
	"[evidence c1]\nf-m1 = 3 0.5 s\nf-m2 = 1.2 1 s\nf-m3 = 1.2 1 s\n"
	"f-m4 = 1.2 1 s\n"
	"[evidence c2]\nf-two = 10 0.1 s\n"
	"[evidence c6]\nf-rare = 4 1 s\n"
	"[evidence c1-left]\nf-left = 4 0.25 s\n"
	RULE("r1", "soon", "condition = c4\n") RULE("r2", "soon", "condition = c5\n")
	RULE("r3", "same-day", "condition = c6\n") RULE("low", "routine", "floor = yes\n")
	RULE("now", "emergency", "stop = yes\n")
	ADVICE("plain", "")
	ADVICE("move", "exercise = yes\n")
	ADVICE("not-two", "forbidden-by = c2\n")
	ADVICE("for-two", "for = c2\n")
	ADVICE("for-left", "for = c1-left\n")
	ADVICE("not-left", "forbidden-by = c1-left\n")
	"[advice call]\nkind = seek-now\ntext = T.\nsource = s\n"
	"[scope young]\nwhen = age < 16\ntitle = Y\nbecause-1 = B.\n"
	"[scope old]\nwhen = age > 110\ntitle = O\nbecause-1 = B.\n";

static struct pack *pack;

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

/* Answers after "m1=yes age=50". */
static struct answers *said(const char *text)
{
	struct answers *answers = answers_new(pack, ROLE_PATIENT);
	char question[16], answer[16];
	int length;

	while (sscanf(text, " %15[^=]=%15s%n", question, answer, &length) == 2) {
		say(answers, question, answer);
		text += length;
	}
	return answers;
}

static struct assessment *after(const char *text)
{
	struct answers *answers = said(text);
	struct assessment *assessment = assess(pack, answers);

	answers_free(&answers);
	return assessment;
}

/* The ids listed after the answers, in order. */
static void assert_listed(const char *text, const char *want)
{
	struct assessment *assessment = after(text);
	char ids[128] = "";

	for (size_t i = 0; i < assessment->n_listed; i++) {
		strcat(ids, i > 0 ? " " : "");
		strcat(ids, assessment->listed[i].scored->target->id);
	}
	assert_string_equal(ids, want);
	assessment_free(&assessment);
}

static bool has_advice(const char *text, const char *id)
{
	struct assessment *assessment = after(text);
	bool has = false;

	for (size_t i = 0; i < assessment->n_advice; i++)
		has |= strcmp(assessment->advice[i]->id, id) == 0;
	assessment_free(&assessment);
	return has;
}

static void list__has_three_by_probability(void **state)
{
	(void)state;
	assert_listed("", "c1 c2 c3");
	assert_listed("two=yes", "c2 c1 c3");
}

static void list__adds_what_also_fits_by_evidence_alone(void **state)
{
	struct assessment *assessment = after("rare=yes m1=yes");

	(void)state;
	assert_int_equal(assessment->n_listed, 4);
	assert_string_equal(assessment->listed[3].scored->target->id, "c6");
	assert_int_equal(assessment->listed[3].shown, SHOWN_ALSO_FITS);
	assessment_free(&assessment);
	/* among the three already: not twice */
	assert_listed("m1=yes", "c1 c2 c3");
}

static void list__has_every_cause_that_a_red_flag_names(void **state)
{
	struct assessment *assessment;

	(void)state;
	/* most urgent first */
	assert_listed("r1=yes r2=yes r3=yes", "c1 c2 c3 c6 c4 c5");
	/* ruled out by an answer, yet named by another */
	assessment = after("m5=no r2=yes");
	assert_string_equal(assessment->listed[3].scored->target->id, "c5");
	assert_int_equal(assessment->listed[3].shown, SHOWN_RED_FLAG);
	assert_string_equal(assessment->listed[3].rule->id, "r2");
	assessment_free(&assessment);
}

/* More causes than any fixed list would hold. */
static void list__has_room_for_all_red_flags_at_once(void **state)
{
	struct pack *kept = pack;
	char text[8192] = FLAG("r");
	struct assessment *assessment;

	(void)state;
	for (int i = 0; i < 30; i++)
		sprintf(text + strlen(text),
			"[condition d%d]\nname = N\nclinician-name = N\n"
			"prior = 1\nsource = s\n"
			"[rule r%d]\nwhen = r is yes\nurgency = soon\n"
			"because = B.\ncondition = d%d\n", i, i, i);
	pack = pack_of(text);
	assessment = after("r=yes");
	assert_int_equal(assessment->n_listed, 30);
	assessment_free(&assessment);
	pack_free(&pack);
	pack = kept;
}

static void subtype__is_named_only_when_it_leads(void **state)
{
	struct assessment *assessment = after("");

	(void)state;
	assert_null(assessment->listed[0].subtype);
	assessment_free(&assessment);
	assessment = after("left=yes");
	assert_string_equal(assessment->listed[0].subtype->id, "c1-left");
	assessment_free(&assessment);
}

static void match__needs_five_informative_answers(void **state)
{
	static const struct {
		const char *said;
		enum match match;
	} rows[] = {
		{ "", MATCH_TOO_LITTLE },
		{ "m1=yes m2=yes m3=yes m4=yes", MATCH_TOO_LITTLE },
		{ "m1=yes m2=yes m3=yes m4=yes rare=no", MATCH_CLEAR },
		/* .5 x .5 against .3: neither leads */
		{ "m1=no m2=no m3=no m4=no rare=no", MATCH_NOT_CLEAR },
		/* unsure tells nothing */
		{ "m1=yes m2=yes m3=yes m4=yes rare=unsure", MATCH_TOO_LITTLE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct assessment *assessment = after(rows[i].said);

		assert_int_equal(assessment->match, rows[i].match);
		assessment_free(&assessment);
	}
}

static void advice__keeps_off_what_a_possible_cause_forbids(void **state)
{
	(void)state;
	assert_true(has_advice("", "plain"));
	assert_false(has_advice("", "not-two"));
	/* strong: two is listed first, and its floor makes it soon */
	assert_false(has_advice("two=yes", "not-two"));
	assert_true(has_advice("two=no", "not-two"));
}

static void advice__for_a_cause_needs_it_to_be_possible(void **state)
{
	(void)state;
	assert_true(has_advice("", "for-two"));
	assert_false(has_advice("two=no", "for-two"));
	/* a subtype is meant when it leads, and forbids until another leads */
	assert_false(has_advice("", "for-left"));
	assert_true(has_advice("left=yes", "for-left"));
	assert_false(has_advice("", "not-left"));
	assert_true(has_advice("left=no", "not-left"));
}

static void exercise__is_not_shown_at_soon_nor_under_a_floor(void **state)
{
	(void)state;
	assert_true(has_advice("", "move"));
	assert_false(has_advice("r1=yes", "move"));
	assert_false(has_advice("now=yes", "move"));
	/* a rule of routine that is a floor */
	assert_false(has_advice("low=yes", "move"));
	assert_true(has_advice("low=yes", "plain"));
	/* the first-ranked condition's floor makes it soon */
	assert_false(has_advice("two=yes", "move"));
}

static void out_of_scope__leaves_only_where_to_go(void **state)
{
	(void)state;
	assert_true(has_advice("age=15", "call"));
	assert_false(has_advice("age=15", "plain"));
}

static struct digest digest_after(const char *text)
{
	struct answers *answers = said(text);
	struct digest digest = assess_digest(pack, answers);

	answers_free(&answers);
	return digest;
}

static bool same_digest(const char *one, const char *other)
{
	struct digest a = digest_after(one), b = digest_after(other);

	return memcmp(&a, &b, sizeof a) == 0;
}

static void digest__is_equal_for_equal_results(void **state)
{
	(void)state;
	assert_true(same_digest("", ""));
	assert_true(same_digest("", "dull=yes"));
	/* a little more of the same */
	assert_true(same_digest("two=yes", "two=yes m2=yes"));
}

static void digest__tells_every_part_of_a_result(void **state)
{
	(void)state;
	assert_false(same_digest("", "r1=yes"));	/* urgency */
	assert_false(same_digest("", "two=no"));	/* order */
	assert_false(same_digest("", "m1=yes"));	/* band of the third */
	assert_false(same_digest("", "left=yes"));	/* advice alone */
	assert_false(same_digest("age=50", "age=15"));	/* scope */
	assert_false(same_digest("age=15", "age=111"));	/* which scope */
}

static double value_after(const char *text, const char *id)
{
	struct answers *answers = said(text);
	double bits = assess_value_of(pack, answers, question_of(pack, id));

	answers_free(&answers);
	return bits;
}

static void value__is_higher_where_an_answer_would_tell_more(void **state)
{
	(void)state;
	assert_true(value_after("", "dull") <= 0);
	assert_true(value_after("", "m1") > 0);
	assert_true(value_after("", "two") > value_after("", "m1"));
	/* what asks for a number has no yes and no */
	assert_true(value_after("", "age") <= 0);
}

/* "Are you pregnant?" is not even asked of somebody who cannot be. */
static void ruled_out__names_the_answer_behind_what_does_not_apply(void **state)
{
	struct pack *kept = pack;
	struct assessment *assessment;
	const struct scored *last;

	(void)state;
	pack = pack_of(FLAG("can") FLAG("now") "ask-if = can is yes\n"
		       FLAG("was") "ask-if = now is yes\n"
		       CONDITION("x", "1", "")
		       CONDITION("y", "1", "needs = not was in (no na)\n"));
	assessment = after("can=no");
	last = &assessment->scored[1];
	assert_true(last->ruled_out);
	assert_string_equal(last->ruled_out_by->id, "can");
	assessment_free(&assessment);
	assessment = after("can=yes now=yes was=no");
	assert_string_equal(assessment->scored[1].ruled_out_by->id, "was");
	assessment_free(&assessment);
	pack_free(&pack);
	pack = kept;
}

/* 330 findings at 10 are beyond a double once multiplied. */
static void probability__bears_any_amount_of_evidence(void **state)
{
	struct pack *kept = pack;
	char *text = xcalloc(1, 1 << 16), *at = text;
	struct assessment *assessment;

	(void)state;
	at += sprintf(at, "%s%s%s", FLAG("all"), CONDITION("x", "1", ""),
		      CONDITION("y", "1", ""));
	for (int i = 0; i < 330; i++)
		at += sprintf(at, "[finding f%d]\nname = F\nwhen = all is yes\n"
			      "absent-when = all is no\n", i);
	at += sprintf(at, "[evidence x]\n");
	for (int i = 0; i < 330; i++)
		at += sprintf(at, "f%d = 10 0.1 s\n", i);
	at += sprintf(at, "[evidence y]\n");
	for (int i = 0; i < 330; i++)
		at += sprintf(at, "f%d = 9 0.1 s\n", i);
	pack = pack_of(text);
	assessment = after("all=yes");
	assert_true(assessment->scored[0].probability > 0.999);
	assert_true(assessment->scored[1].probability < 0.001);
	assessment_free(&assessment);
	assessment = after("all=no");
	assert_true(fabs(assessment->scored[0].probability - 0.5) < 1e-9);
	assessment_free(&assessment);
	pack_free(&pack);
	pack = kept;
	free(text);
}

static void apart__weighs_what_is_known_and_what_is_open(void **state)
{
	static const char pairs[] =
		"m1=yes two=unsure m5=no";
	const struct target *c1 = pack_find_target(pack, "c1");
	const struct target *c2 = pack_find_target(pack, "c2");
	struct answers *answers = said(pairs);
	struct assessment *assessment = assess(pack, answers);
	struct apart apart[3];

	(void)state;
	assert_int_equal(assess_apart(apart, 3, assessment, answers, c1, c2),
			 2);
	assert_string_equal(apart[0].finding->id, "f-two");
	assert_string_equal(apart[0].open->id, "two");
	assert_true(fabs(apart[0].weight + log(10)) < 1e-9);
	assert_string_equal(apart[1].finding->id, "f-m1");
	assert_null(apart[1].open);
	assert_true(apart[1].present);
	assert_true(fabs(apart[1].weight - log(3)) < 1e-9);
	assessment_free(&assessment);
	answers_free(&answers);
}

/* Says what the change says, and looks whether it comes true. */
static void assert_true_change(const struct change *change,
			       const struct assessment *now,
			       const struct answers *answers)
{
	struct answers *changed = answers_copy(answers);
	struct value value = { .state = ANSWER_VALUE,
			       .choices = UINT64_C(1) << change->answer };
	struct assessment *then;
	struct error err;

	assert_ok(answers_set(changed, change->question, &value, &err), &err);
	then = assess(pack, changed);
	assert_int_equal(then->urgency, change->urgency);
	assert_ptr_equal(then->scored[0].target, change->first);
	assert_true(then->urgency != now->urgency ||
		    then->scored[0].target != now->scored[0].target);
	assert_true(then->urgency >= now->urgency);
	assessment_free(&then);
	answers_free(&changed);
}

static void assert_changes(enum role role, const char *pairs,
			   const char *first, bool given)
{
	struct answers *answers = said(pairs);
	struct assessment *now;
	struct change changes[4];
	size_t count;

	answers_set_role(answers, role);
	now = assess(pack, answers);
	count = assess_changes(changes, 4, now, answers);
	assert_true(count > 0);
	assert_string_equal(changes[0].question->id, first);
	assert_true(changes[0].given == given);
	for (size_t i = 0; i < count; i++)
		assert_true_change(&changes[i], now, answers);
	assessment_free(&now);
	answers_free(&answers);
}

static void changes__are_true_and_open_questions_first(void **state)
{
	/* "two" weighs most between the first two, and is open */
	static const char open[] =
		"r1=no r2=no r3=no low=no now=no m1=yes m2=yes "
		"m3=yes m4=yes m5=yes rare=no left=no dull=no";
	static const char given[] =
		"r1=no r2=no r3=no low=no now=no m1=yes m2=yes "
		"m3=yes m4=yes m5=yes two=no rare=no left=no "
		"dull=no";

	(void)state;
	assert_changes(ROLE_PATIENT, open, "two", false);
	assert_changes(ROLE_PHYSIO, given, "two", true);
}

/* A sign of danger is never taken back for a better result. */
static void changes__lower_nothing_for_a_patient(void **state)
{
	static const char pairs[] =
		"r1=yes r2=no r3=unsure m1=yes m2=yes m3=yes "
		"m4=yes m5=yes";

	(void)state;
	assert_changes(ROLE_PATIENT, pairs, "two", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(list__has_three_by_probability),
		cmocka_unit_test(list__adds_what_also_fits_by_evidence_alone),
		cmocka_unit_test(list__has_every_cause_that_a_red_flag_names),
		cmocka_unit_test(list__has_room_for_all_red_flags_at_once),
		cmocka_unit_test(subtype__is_named_only_when_it_leads),
		cmocka_unit_test(match__needs_five_informative_answers),
		cmocka_unit_test(advice__keeps_off_what_a_possible_cause_forbids),
		cmocka_unit_test(advice__for_a_cause_needs_it_to_be_possible),
		cmocka_unit_test(exercise__is_not_shown_at_soon_nor_under_a_floor),
		cmocka_unit_test(out_of_scope__leaves_only_where_to_go),
		cmocka_unit_test(digest__is_equal_for_equal_results),
		cmocka_unit_test(digest__tells_every_part_of_a_result),
		cmocka_unit_test(value__is_higher_where_an_answer_would_tell_more),
		cmocka_unit_test(apart__weighs_what_is_known_and_what_is_open),
		cmocka_unit_test(changes__are_true_and_open_questions_first),
		cmocka_unit_test(changes__lower_nothing_for_a_patient),
		cmocka_unit_test(ruled_out__names_the_answer_behind_what_does_not_apply),
		cmocka_unit_test(probability__bears_any_amount_of_evidence),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
