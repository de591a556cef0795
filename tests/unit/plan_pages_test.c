/* Plans, weeks, reviews and exercises as pages. */
#include "config.h"

#include <locale.h>

#include "plans.h"

#include "base/text.h"
#include "plan/diff.h"
#include "plan/next.h"
#include "plan/review.h"
#include "report/handout.h"
#include "report/plan_next.h"
#include "report/plan_pages.h"

static struct pack *pack;
static struct plan *plan;

static int set_up(void **state)
{
	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	pack = plans_pack();
	plan = good_plan(pack);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	plan_free(&plan);
	pack_free(&pack);
	return 0;
}

/* Empties the page. */
static char *text_of(struct page *page)
{
	char *text = page_text(page);

	page_done(page);
	return text;
}

/* Every line, also of a drawing, fits a small window. */
static void assert_narrow(const char *text)
{
	while (*text != '\0') {
		size_t bytes = strcspn(text, "\n");

		if (text_columns(text, bytes) > 38)
			fail_msg("too wide: %.*s", (int)bytes, text);
		text += bytes + (text[bytes] == '\n');
	}
}

static void overview_marks_the_weeks_of_each_phase(void **state)
{
	struct page page = { .title = NULL };
	char *text;

	(void)state;
	plan_page_overview(&page, plan, 3);
	text = text_of(&page);
	assert_narrow(text);
	assert_has(text, "Outer-hip tendon programme\n");
	assert_has(text, "For k7q2.\n");
	/* weeks 1 and 2; week 3 is the current one, and more would follow */
	assert_has(text, " 1 |##    |\n 2 |  @---|\n");
	assert_has(text, "- Phase 2, strong, week 3: Load the\n");
	assert_has(text, "\nTwo days of phase 1, then on.\n");
	assert_has(text, "2026-12-21");
	free(text);
}

/* 60 weeks share the marks that a small window has room for. */
static void a_long_plan_fits_a_small_window(void **state)
{
	struct plan_week weeks[60];
	struct plan longer = *plan;
	struct page page = { .title = NULL };
	char *text;

	(void)state;
	for (size_t i = 0; i < 60; i++) {
		weeks[i] = plan->weeks[i < 30 ? 0 : 2];
		weeks[i].number = i + 1;
	}
	longer.weeks = weeks;
	longer.n_weeks = 60;
	plan_page_overview(&page, &longer, 0);
	text = text_of(&page);
	assert_narrow(text);
	assert_has(text, " 1 |##########          |\n"
			 " 2 |--        ##########|\n");
	assert_has(text, "Each mark is 3 weeks");
	free(text);
}

#define CLEARED								\
	"[plan]\ncondition = nerve-low\nprogramme = tendon-plan\n"	\
	"start = 2026-11-23\n"
#define CLEARANCE							\
	"[clearance]\nby = A. Name, physiotherapist\ndate = 2026-11-22\n"
#define A_WEEK								\
	"[week 1]\nphase = tendon-plan-1\nbridge = 2 x 10, daily\n"

static char *overview_of(const char *plan_text)
{
	struct plan *other = plan_of(pack, plan_text);
	struct page page = { .title = NULL };

	plan_page_overview(&page, other, 0);
	plan_free(&other);
	return text_of(&page);
}

static void overview_names_a_condition_only_when_cleared(void **state)
{
	char *text = overview_of(CLEARED A_WEEK);

	(void)state;
	assert_has_not(text, "nerve");
	free(text);
	text = overview_of(CLEARED CLEARANCE A_WEEK);
	assert_has(text, "not verified: A\nsqueezed nerve (The lowest nerve)\n");
	assert_has(text, "Cleared by A. Name, physiotherapist on");
	assert_has(text, "This is as typed, not\nverified.");
	free(text);
}

static void overview_says_what_the_plan_lacks(void **state)
{
	char *text = overview_of(CLEARED A_WEEK);

	(void)state;
	assert_has(text, "When it flares up\nThe plan does not say it.\n");
	assert_has(text, "When to stop\nThe plan does not say it.\n");
	assert_has(text, "When to check again\nThe plan does not say it.\n");
	free(text);
}

static void week_shows_days_doses_and_criteria(void **state)
{
	struct page page = { .title = NULL };
	char *text;

	(void)state;
	plan_page_week(&page, plan, 3, DETAIL_CRITERIA);
	text = text_of(&page);
	assert_narrow(text);
	assert_has(text, "Week 3: strong\n==============\n");
	assert_has(text, "From 2026-12-07 to 2026-12-13.\n");
	/* cut, for a table never wraps; the list has all of it */
	assert_has(text, "M T W T F S S\n"
			 "x . . x . . .  1. slow loaded side sli\n"
			 "x . x . x . .  2. bridge\n"
			 ". x . x . x .  3. run-walk ladder\n");
	assert_has(text, "1. slow loaded side slide: 3 sets of 8\n");
	assert_has(text, "Met before this week\n- Usual pain is 3");
	assert_has(text, "Checked on 2026-12-06.\n");
	assert_has(text, "On to the next phase when\n- Pain settled");
	assert_has(text, "Step back or stop\n- New pain at night");
	free(text);
	plan_page_week(&page, plan, 2, 0);
	text = text_of(&page);
	assert_has(text, "\nKeep your walks short.\n");
	assert_has(text, "x x x x x x x  3. sit-break drill\n");
	assert_has_not(text, "On to the next phase");
	free(text);
}

/* What the pack does not know is shown as it was written. */
static void week_shows_an_unknown_exercise(void **state)
{
	struct plan *other = plan_of(pack, CLEARED A_WEEK "star-jump = 3 x 9, 1/week\n");
	struct page page = { .title = NULL };
	char *text;

	(void)state;
	plan_page_week(&page, other, 1, DETAIL_CRITERIA | DETAIL_CARDS);
	text = text_of(&page);
	assert_has(text, "x . . . . . .  2. star-jump\n");
	assert_has(text, "2. star-jump: 3 sets of 9, 1 day a\n");
	free(text);
	plan_free(&other);
}

static char *review_text_of(const struct plan *reviewed, enum role role)
{
	struct review *review = review_plan(reviewed);
	struct page page = { .title = NULL };

	plan_page_review(&page, review, role);
	review_free(&review);
	return text_of(&page);
}

static void review_groups_by_level(void **state)
{
	struct plan *other = plan_of(pack,
		"[plan]\ncondition = bone\nstart = 2026-11-23\n"
		"[week 1]\nphase = bone-plan-1\nside-push = 4 x 30 s, 2/day\n");
	char *text = review_text_of(other, ROLE_TRAINER);
	const char *stop = strstr(text, "Stop: do not use the plan as it is\n");
	const char *change = strstr(text, "Change before you use the plan\n");

	(void)state;
	assert_narrow(text);
	assert_non_null(stop);
	assert_non_null(change);
	assert_true(stop < change);
	assert_has(text, "- Write instead: ");
	assert_has_not(text, "Sources");
	free(text);
	text = review_text_of(other, ROLE_PHYSIO);
	assert_has(text, "Line 6: side-push is not for somebody\nwith bone.\n");
	assert_has(text, "- Why: A cracked bone must not be\n");
	assert_has(text, "- Sources: handbook\n");
	free(text);
	plan_free(&other);
	text = review_text_of(plan, ROLE_TRAINER);
	assert_has(text, "The review found nothing to change.");
	free(text);
}

/* The same word as the count above it has. */
static void review_calls_its_last_level_consider(void **state)
{
	struct plan *other = plan_of(pack,
		"[plan]\ncondition = tendons\nprogramme = tendon-plan\n"
		"start = 2026-11-23\n[week 1]\nphase = tendon-plan-1\n"
		"bridge = 1 x 1, 1/week\n");
	char *text = review_text_of(other, ROLE_TRAINER);

	(void)state;
	assert_has(text, "Consider: 1.\n");
	assert_has(text, "\nConsider\n");
	free(text);
	plan_free(&other);
}

/* What must not be done, and why, without what the person has. */
static void review_names_a_condition_to_a_trainer_once_cleared(void **state)
{
	static const char plan_text[] =
		"[plan]\ncondition = bone\nstart = 2026-11-23\n"
		"[week 1]\nphase = bone-plan-1\nside-push = 4 x 30 s, 2/day\n";
	struct plan *other = plan_of(pack, plan_text);
	char *text = review_text_of(other, ROLE_TRAINER);
	char cleared[400];

	(void)state;
	assert_has(text, "Line 6: this exercise is not for this\nperson.\n");
	assert_has_not(text, "cracked bone");
	assert_has_not(text, "with bone");
	free(text);
	plan_free(&other);
	snprintf(cleared, sizeof cleared, "%s"
		 "[clearance]\nby = A\ndate = 2026-11-22\n", plan_text);
	other = plan_of(pack, cleared);
	text = review_text_of(other, ROLE_TRAINER);
	assert_has(text, "side-push is not for somebody\nwith bone.\n");
	assert_has(text, "- Why: A cracked bone must not be\n");
	free(text);
	plan_free(&other);
}

static char *changes_text(const char *before_lines, const char *after_lines)
{
	static const char week[] =
		"[week 1]\nphase = tendon-plan-1\nbridge = 2 x 10, daily\n";
	char text[2][600];
	const char *lines[] = { before_lines, after_lines };
	struct plan *plans[2];
	struct plan_diff *diff;
	struct page page = { .title = NULL };

	for (int i = 0; i < 2; i++) {
		snprintf(text[i], sizeof text[i], "[plan]\nstart = 2026-11-23\n"
			 "%s%s", lines[i], week);
		plans[i] = plan_of(pack, text[i]);
	}
	diff = plan_diff(plans[0], plans[1]);
	plan_page_diff(&page, diff);
	plan_diff_free(&diff);
	plan_free(&plans[0]);
	plan_free(&plans[1]);
	return text_of(&page);
}

static void changes_name_a_condition_once_both_plans_are_cleared(void **state)
{
	static const char cleared[] = "[clearance]\nby = A\ndate = 2026-11-22\n";
	char before[200], after[200];
	char *text = changes_text("condition = bone\n",
				  "condition = tendons\n");

	(void)state;
	assert_has(text, "condition has changed");
	assert_has_not(text, "tendons");
	free(text);
	snprintf(before, sizeof before, "condition = bone\n%s", cleared);
	snprintf(after, sizeof after, "condition = tendons\n%s", cleared);
	text = changes_text(before, after);
	assert_has(text, "tendons");
	free(text);
}

/* The step in lines of 38 columns; the caller frees it. */
static char *step_text(const struct next *next)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_non_null(stream);
	plan_next_text(stream, next, 38);
	fclose(stream);
	return text;
}

static void next_tells_the_step_and_writes_the_week_to_come(void **state)
{
	const struct reason_of_step reasons[] = {
		{ .words = "met", .met = true,
		  .criterion = pack_find_criterion(pack, "clean-sets") },
	};
	struct next next = { .step = STEP_STAY, .reasons = reasons,
			     .n_reasons = 1, .review_due = true,
			     .phase = plan->weeks[2].phase,
			     .week = plan->weeks[2] };
	char *text;

	(void)state;
	next.week.number = 4;
	text = step_text(&next);
	assert_has(text, "Stay in this phase for another week.\n");
	assert_has(text, "- met: You can do all sets cleanly.\n");
	assert_has(text, "a clinician should");
	assert_has(text, "[week 4]\nphase = tendon-plan-2\n");
	assert_has(text, "bridge = 3 x 10, mon wed fri\n");
	free(text);
	next.step = STEP_STOP;
	next.phase = NULL;
	text = step_text(&next);
	assert_has(text, "Stop. No exercises now.");
	assert_has_not(text, "[week 4]");
	free(text);
}

static void card_says_how_and_for_whom_not(void **state)
{
	const struct exercise *exercise =
		pack_find_exercise(pack, "single-leg-bridge");
	struct page page = { .title = NULL };
	char *text;

	(void)state;
	plan_page_exercise(&page, exercise, NULL, &pack->pain_rules[0],
			   DETAIL_LIMITS);
	text = text_of(&page);
	assert_narrow(text);
	assert_has(text, "How much: 3 sets of 8 on each side, 3\ndays a week\n");
	/* the drawing, with its blanks */
	assert_has(text, "\n     _/--");
	assert_has(text, "\no_/  |_");
	assert_has(text, "1. Lift your hips.\n2. Keep them level.\n");
	assert_has(text, "Watch out for\n- letting one side drop\n");
	assert_has(text, "- Pain up to 3 out of 10 is fine.\n");
	assert_has(text, "- Easier: bridge\n");
	assert_has(text, "- The lowest nerve: Lifting on one leg\n");
	assert_has(text, "- A crack in the bone: A cracked bone\n");
	free(text);
	plan_page_exercise(&page, exercise, NULL, NULL, 0);
	text = text_of(&page);
	assert_has_not(text, "crack");
	assert_has_not(text, "Pain up to");
	free(text);
}

static void gate_asks_all_questions(void **state)
{
	struct page page = { .title = NULL };
	char *text;

	(void)state;
	plan_page_gate(&page, pack);
	text = text_of(&page);
	assert_narrow(text);
	for (size_t i = 0; i < pack->n_gates; i++)
		assert_has(text, pack->gates[i].prompt);
	assert_has(text, "no exercises");
	/* why, for some of them need more than that */
	assert_has(text, "Why these questions\n1. The nerves at the base");
	assert_has(text, "5. A blood clot needs help at once.\n");
	free(text);
}

static char *handout_of(const struct plan *of, bool html)
{
	struct handout *handout = handout_new(of);
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_non_null(stream);
	if (html)
		handout_html(stream, handout);
	else
		handout_text(stream, handout, 38);
	fclose(stream);
	handout_free(&handout);
	return text;
}

static void handout_begins_with_the_questions(void **state)
{
	char *text = handout_of(plan, false);
	const char *gate = strstr(text, "Before every session\n");
	const char *pain = strstr(text, "How much pain is fine");
	const char *week = strstr(text, "Week 1: settle\n");
	const char *card = strstr(text, "\nbridge\nWakes up");

	(void)state;
	assert_narrow(text);
	assert_true(gate != NULL && pain > gate && week > pain);
	/* how it is done stands once, with its first week */
	assert_true(card > week && card < strstr(text, "Week 2: settle\n"));
	assert_null(strstr(card + 1, "\nbridge\nWakes up"));
	assert_has(text, "sitwell, content plans 1.0, reviewed");
	free(text);
}

/* A text of the plan is text, whatever it looks like. */
static void html_escapes_what_a_plan_says(void **state)
{
	struct plan *other = plan_of(pack, CLEARED
		"person = <b>&amp'x'\nflare = <script>alert(1)</script>\n"
		"stop = \xEF\xBF\xBE bad\n" A_WEEK "note = ]]> <!-- & -->\n");
	char *text = handout_of(other, true);

	(void)state;
	assert_has(text, "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">");
	assert_has(text, "<h1>Your exercises (&lt;b&gt;&amp;amp&#39;x&#39;)</h1>");
	assert_has(text, "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
	assert_has(text, "<p>]]&gt; &lt;!-- &amp; --&gt;</p>");
	assert_has(text, "<p>\xEF\xBF\xBD bad</p>");
	assert_has_not(text, "<script");
	assert_has(text, "<pre role=\"img\" aria-label=\"Drawing of the exercise: bridge\">      _/\\");
	assert_has(text, "<ol>\n<li>Breathe out.</li>\n<li>Lift your hips.</li>\n");
	free(text);
	plan_free(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(overview_marks_the_weeks_of_each_phase),
		cmocka_unit_test(a_long_plan_fits_a_small_window),
		cmocka_unit_test(overview_names_a_condition_only_when_cleared),
		cmocka_unit_test(overview_says_what_the_plan_lacks),
		cmocka_unit_test(week_shows_days_doses_and_criteria),
		cmocka_unit_test(week_shows_an_unknown_exercise),
		cmocka_unit_test(review_groups_by_level),
		cmocka_unit_test(review_calls_its_last_level_consider),
		cmocka_unit_test(review_names_a_condition_to_a_trainer_once_cleared),
		cmocka_unit_test(changes_name_a_condition_once_both_plans_are_cleared),
		cmocka_unit_test(next_tells_the_step_and_writes_the_week_to_come),
		cmocka_unit_test(card_says_how_and_for_whom_not),
		cmocka_unit_test(gate_asks_all_questions),
		cmocka_unit_test(handout_begins_with_the_questions),
		cmocka_unit_test(html_escapes_what_a_plan_says),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
