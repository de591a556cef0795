/* Today's session: first the questions, one by one, then the exercises. */
#include "config.h"

#include "plain/plans.h"

#include "base/dates.h"
#include "base/i18n.h"
#include "report/plan_pages.h"

enum gate_answer { GATE_NO, GATE_YES, GATE_UNSURE, GATE_NONE };

static enum gate_answer gate_answer_of(const char *line)
{
	if (same_words(line, "no") || same_words(line, _("no")))
		return GATE_NO;
	if (same_words(line, "yes") || same_words(line, _("yes")))
		return GATE_YES;
	if (same_words(line, "unsure") || same_words(line, _("unsure")))
		return GATE_UNSURE;
	return GATE_NONE;
}

/* HEARD_ANSWER with *answer, or what ended it; nothing else is an answer. */
static enum heard ask_gate(struct talk *talk, size_t index,
			   enum gate_answer *answer)
{
	const struct pack *pack = talk->session->pack;
	size_t unused;
	char *line;

	tell(&talk->lines, "%s", "");
	tell(&talk->lines, _("%1$zu of %2$zu"), index + 1, pack->n_gates);
	tell(&talk->lines, "%s", content_text(pack->gates[index].prompt));
	while ((line = hear(&talk->lines, _("Answer yes, no or unsure:"))) !=
	       NULL) {
		enum heard heard;

		line = trimmed(line);
		*answer = gate_answer_of(line);
		if (*answer != GATE_NONE)
			return HEARD_ANSWER;
		heard = command_of(line, &unused, NULL);
		if (heard == HEARD_BACK || heard == HEARD_QUIT)
			return heard;
		tell(&talk->lines, "%s",
		     _("Type yes, no or unsure. Or back, for the plan."));
	}
	return HEARD_END;
}

static void refuse(struct talk *talk, const struct gate *gate)
{
	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s", _("No exercises today."));
	tell(&talk->lines, "%s", content_text(gate->because));
	tell(&talk->lines, "%s",
	     _("Go through the whole check again now: type screen. It says how "
	       "soon a clinician is needed."));
}

/* After a refusal: HEARD_DONE to screen, HEARD_ANSWER back to the plan. */
static enum heard ask_to_screen(struct talk *talk)
{
	static const char *const words[] = { N_("screen"), NULL };
	const char *rest;
	size_t unused;
	char *line;

	while ((line = hear(&talk->lines, ">")) != NULL) {
		enum heard heard;

		line = trimmed(line);
		if (word_of(words, line, &rest) == 0)
			return HEARD_DONE;
		heard = command_of(line, &unused, NULL);
		if (heard == HEARD_QUIT)
			return heard;
		if (heard == HEARD_BACK)
			return HEARD_ANSWER;
		tell(&talk->lines, "%s", _("Type screen, back or quit."));
	}
	return HEARD_END;
}

/* Cards */

static void say_session_card(struct talk *talk, const struct plan_item *item)
{
	struct page page = { .title = NULL };

	plan_page_exercise(&page, item->exercise, &item->dose, NULL, 0);
	say_page(talk, &page);
}

static void say_last_card(struct talk *talk, const struct plan *plan)
{
	struct page page = { .title = NULL };

	plan_page_safety(&page, plan);
	say_page(talk, &page);
	tell(&talk->lines, "%s", _("This is the last card. Here is the plan "
				   "again."));
}

/* Enter, or any word that is no command, goes on. */
static enum heard ask_for_next(struct talk *talk)
{
	size_t unused;
	char *line = hear(&talk->lines,
			  _("Press Enter for the next card, or type back:"));
	enum heard heard;

	if (line == NULL)
		return HEARD_END;
	heard = command_of(trimmed(line), &unused, NULL);
	return heard == HEARD_BACK || heard == HEARD_QUIT ? heard
							  : HEARD_ANSWER;
}

static enum heard leaf_through(struct talk *talk, const struct plan *plan)
{
	const struct plan_week *week =
		&plan->weeks[plan_week_on(plan, date_today()) - 1];

	for (size_t i = 0; i < week->n_items; i++) {
		enum heard heard;

		if (week->items[i].exercise == NULL)
			continue;
		say_session_card(talk, &week->items[i]);
		heard = ask_for_next(talk);
		if (heard == HEARD_BACK)
			return HEARD_ANSWER;
		if (heard != HEARD_ANSWER)
			return heard;
	}
	say_last_card(talk, plan);
	return HEARD_ANSWER;
}

/* The session */

static bool may_begin(struct talk *talk, const struct plan_file *file)
{
	if (file->review->counts[REVIEW_STOP] > 0)
		tell(&talk->lines, "%s",
		     _("No session: the review says stop. Type review to hear "
		       "why."));
	else if (file->plan->pack->n_gates == 0)
		tell(&talk->lines, "%s", _("No session: the pack has no "
					   "questions to ask first."));
	else
		return true;
	return false;
}

enum heard talk_of_session(struct talk *talk, const struct plan_file *file)
{
	const struct pack *pack = file->plan->pack;

	if (!may_begin(talk, file))
		return HEARD_ANSWER;
	tell(&talk->lines, "%s", _("Ask before every session."));
	for (size_t i = 0; i < pack->n_gates; i++) {
		enum gate_answer answer = GATE_NONE;
		enum heard heard = ask_gate(talk, i, &answer);

		if (heard == HEARD_BACK)
			return HEARD_ANSWER;
		if (heard != HEARD_ANSWER)
			return heard;
		if (answer == GATE_NO)
			continue;
		refuse(talk, &pack->gates[i]);
		return ask_to_screen(talk);
	}
	return leaf_through(talk, file->plan);
}
