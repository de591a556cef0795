/* The order of screens: one stage after the other, and back. */
#include <config.h>

#include "flow.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/document.h"

enum stage {
	STAGE_START,
	STAGE_RESUME,
	STAGE_ROLE,
	STAGE_PLANS,
	STAGE_BEFORE,
	STAGE_ASK,
	STAGE_CHECK,
	STAGE_RESULT,
	STAGE_FAILED,
};

struct flow {
	enum stage stage;
	struct step step;		/* what is asked now */
	bool change;			/* from check-your-answers */
	const struct question *changed;	/* the last one asked from there */
	bool loaded;
	bool kept;			/* the result was saved or printed */
	struct assessment *assessment;	/* NULL: to be made */
};

struct flow *flow_new(void)
{
	return xcalloc(1, sizeof(struct flow));
}

void flow_free(struct flow **flow)
{
	if (*flow != NULL)
		assessment_free(&(*flow)->assessment);
	free(*flow);
	*flow = NULL;
}

const struct assessment *ui_assessment(struct ui *ui)
{
	if (ui->flow->assessment == NULL)
		ui->flow->assessment = assess(ui->session->pack,
					      ui->session->answers);
	return ui->flow->assessment;
}

void ui_answers_changed(struct ui *ui)
{
	assessment_free(&ui->flow->assessment);
	ui->flow->kept = false;
}

void flow_kept(struct ui *ui)
{
	ui->flow->kept = true;
}

enum outcome flow_leave(struct ui *ui)
{
	if (ui->flow->kept || ui->session->save_path != NULL)
		return SCREEN_NEXT;
	ui_push(ui, &screen_leave, NULL);
	return SCREEN_STAY;
}

static void show(struct ui *ui, enum stage stage, const struct screen *screen)
{
	ui->flow->stage = stage;
	ui_show(ui, screen, NULL);
}

void flow_start(struct ui *ui)
{
	show(ui, STAGE_START, &screen_start);
}

void flow_load(struct ui *ui)
{
	if (session_load(ui->session) != 0) {
		show(ui, STAGE_FAILED, &screen_message);
		return;
	}
	ui->flow->loaded = true;
	if (ui->flow->stage == STAGE_FAILED)
		flow_start(ui);
	if (site_read(&ui->site, &ui->session->warning) != 0)
		ui_redraw(ui);
	ui_redraw(ui);
}

bool flow_is_loaded(const struct ui *ui)
{
	return ui->flow->loaded;
}

/* What a failing journal and the like have to say, once. */
static void show_warning(struct ui *ui)
{
	struct error *warning = &ui->session->warning;

	if (warning->message[0] == '\0')
		return;
	ui_status(ui, warning->message);
	warning->message[0] = '\0';
}

/*
 * Nothing stops an examination; but from the answer on that makes it an
 * emergency, every screen opens with the reason.
 */
static void show_emergency(struct ui *ui)
{
	const struct rule *rule = ui->flow->step.rule;
	char words[400];

	if (rule == NULL)
		return;
	snprintf(words, sizeof(words), _("Emergency: %s"),
		 content_text(rule->clinician_because != NULL
			      ? rule->clinician_because : rule->because));
	ui_status(ui, words);
}

static const struct screen *screen_for(const struct step *step)
{
	if (step->checklist != NULL)
		return &screen_checklist;
	if (step->questions[step->n_questions - 1]->type == QUESTION_SITE)
		return &screen_site;
	return &screen_question;
}

static void show_step(struct ui *ui)
{
	ui->flow->stage = STAGE_ASK;
	ui_show(ui, screen_for(&ui->flow->step), &ui->flow->step);
	show_emergency(ui);
	show_warning(ui);
}

/* What session_next says; when nothing is left, `done`. */
static void ask_next(struct ui *ui, enum stage done)
{
	struct flow *flow = ui->flow;

	flow->change = false;
	session_begin(ui->session);
	flow->step = session_next(ui->session);
	switch (flow->step.kind) {
	case STEP_ASK:
		show_step(ui);
		break;
	case STEP_EMERGENCY:
		show(ui, STAGE_RESULT, &screen_emergency);
		break;
	case STEP_OUT_OF_SCOPE:
		show(ui, STAGE_RESULT, &screen_scope);
		break;
	case STEP_DONE:
		show(ui, done, done == STAGE_CHECK ? &screen_check
						   : &screen_results);
		break;
	}
}

/* The emergency list is for people who may have an emergency at home. */
static bool shows_list_before(const struct ui *ui)
{
	return ui->session->role != ROLE_PHYSIO &&
	       ui->session->pack->emergency.count > 0;
}

/* A trainer begins with plans, if the pack has programmes to make them by. */
static bool has_plans(const struct ui *ui)
{
	return ui->session->role == ROLE_TRAINER &&
	       ui->session->pack->n_programmes > 0;
}

void flow_screen_client(struct ui *ui)
{
	if (shows_list_before(ui))
		show(ui, STAGE_BEFORE, &screen_before);
	else
		ask_next(ui, STAGE_CHECK);
}

static void after_role(struct ui *ui)
{
	if (has_plans(ui))
		show(ui, STAGE_PLANS, &screen_plans);
	else
		flow_screen_client(ui);
}

static void after_resume(struct ui *ui)
{
	if (answers_count(ui->session->answers) > 0)
		ask_next(ui, STAGE_CHECK);
	else if (ui->session->role_given)
		after_role(ui);
	else
		show(ui, STAGE_ROLE, &screen_role);
}

static void after_start(struct ui *ui)
{
	if (ui->session->resumable)
		show(ui, STAGE_RESUME, &screen_resume);
	else
		after_resume(ui);
}

static void before_plans(struct ui *ui)
{
	if (ui->session->role_given)
		show(ui, STAGE_START, &screen_start);
	else
		show(ui, STAGE_ROLE, &screen_role);
}

/* Before the interview: the plans, or the role, or the start. */
static void before_list(struct ui *ui)
{
	if (has_plans(ui))
		show(ui, STAGE_PLANS, &screen_plans);
	else
		before_plans(ui);
}

/* Before the first question: the emergency list, or what is before it. */
static void before_first(struct ui *ui)
{
	if (shows_list_before(ui))
		show(ui, STAGE_BEFORE, &screen_before);
	else
		before_list(ui);
}

static void back_one_step(struct ui *ui)
{
	if (ui->flow->change) {
		flow_check(ui);
		return;
	}
	if (!session_back(ui->session)) {
		before_first(ui);
		return;
	}
	ui_answers_changed(ui);
	ask_next(ui, STAGE_CHECK);
}

void flow_finish(struct ui *ui)
{
	enum screens_end end = SCREENS_FINISHED;

	if (session_finish(ui->session, ui->err) != 0)
		end = SCREENS_FAILED;
	ui_end(ui, end);
}

static void next_stage(struct ui *ui)
{
	switch (ui->flow->stage) {
	case STAGE_START:
		after_start(ui);
		break;
	case STAGE_RESUME:
		after_resume(ui);
		break;
	case STAGE_ROLE:
		after_role(ui);
		break;
	case STAGE_PLANS:
		flow_screen_client(ui);
		break;
	case STAGE_BEFORE:
	case STAGE_ASK:
		ask_next(ui, STAGE_CHECK);
		break;
	case STAGE_CHECK:
		ask_next(ui, STAGE_RESULT);
		break;
	case STAGE_RESULT:
		flow_finish(ui);
		break;
	case STAGE_FAILED:
		ui_end(ui, SCREENS_FAILED);
		break;
	}
}

static void previous_stage(struct ui *ui)
{
	switch (ui->flow->stage) {
	case STAGE_START:
	case STAGE_FAILED:
		break;
	case STAGE_RESUME:
	case STAGE_ROLE:
		show(ui, STAGE_START, &screen_start);
		break;
	case STAGE_PLANS:
		before_plans(ui);
		break;
	case STAGE_BEFORE:
		before_list(ui);
		break;
	case STAGE_ASK:
	case STAGE_CHECK:
		back_one_step(ui);
		break;
	case STAGE_RESULT:
		flow_check(ui);
		break;
	}
}

void flow_outcome(struct ui *ui, enum outcome outcome)
{
	if (outcome == SCREEN_NEXT)
		next_stage(ui);
	else if (outcome == SCREEN_BACK)
		previous_stage(ui);
}

void flow_change(struct ui *ui, const struct question *question)
{
	ui->flow->step = interview_step_of(ui->session->pack,
					   ui->session->answers, question);
	ui->flow->change = true;
	ui->flow->changed = question;
	show_step(ui);
}

const struct question *flow_changed(const struct ui *ui)
{
	return ui->flow->changed;
}

void flow_check(struct ui *ui)
{
	ui->flow->change = false;
	show(ui, STAGE_CHECK, &screen_check);
}

/* --- the pack changed --- */

/* What the pack has now in the place of a question; or NULL. */
static const struct question *same(const struct ui *ui,
				   const struct question *before)
{
	if (before == NULL)
		return NULL;
	return pack_find_question(ui->session->pack, before->id);
}

/* The first question of the step at hand that can still be asked, or NULL. */
static const struct question *still_at_hand(const struct ui *ui)
{
	const struct step *step = &ui->flow->step;

	if (ui->flow->stage != STAGE_ASK)
		return NULL;
	for (size_t i = 0; i < step->n_questions; i++) {
		const struct question *question =
			same(ui, step->questions[i]);

		if (question != NULL &&
		    answers_applies(ui->session->answers, question))
			return question;
	}
	return NULL;
}

/*
 * The question at hand is asked before an open one that comes earlier now;
 * but an emergency is said at once.
 */
static void ask_still(struct ui *ui, const struct question *question)
{
	struct step next = session_next(ui->session);

	if (question == NULL || next.kind == STEP_EMERGENCY ||
	    next.kind == STEP_OUT_OF_SCOPE) {
		ask_next(ui, STAGE_CHECK);
		return;
	}
	ui->flow->step = interview_step_of(ui->session->pack,
					   ui->session->answers, question);
	ui->flow->step.rule = next.rule;
	show_step(ui);
}

static void show_question(struct ui *ui, const struct question *question)
{
	if (!ui->flow->change)
		ask_still(ui, question);
	else if (question != NULL)
		flow_change(ui, question);
	else
		flow_check(ui);
}

static void show_again(struct ui *ui, const struct question *at_hand)
{
	switch (ui->flow->stage) {
	case STAGE_START:
	case STAGE_FAILED:
		flow_start(ui);
		break;
	case STAGE_RESUME:
	case STAGE_ROLE:
		show(ui, STAGE_ROLE, &screen_role);
		break;
	case STAGE_PLANS:
		after_role(ui);
		break;
	case STAGE_BEFORE:
		flow_screen_client(ui);
		break;
	case STAGE_ASK:
		show_question(ui, at_hand);
		break;
	case STAGE_CHECK:
		flow_check(ui);
		break;
	case STAGE_RESULT:
		ask_next(ui, STAGE_RESULT);
		break;
	}
}

void flow_renew(struct ui *ui, struct pack *pack, struct lost *lost)
{
	struct flow *flow = ui->flow;
	struct pack *old = session_renew(ui->session, pack, lost);
	const struct question *at_hand = still_at_hand(ui);

	ui_answers_changed(ui);
	flow->changed = same(ui, flow->changed);
	flow->step = (struct step){ .kind = STEP_ASK };
	show_again(ui, at_hand);
	pack_free(&old);
}
