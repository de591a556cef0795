#include "config.h"

#include "plain/plain.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/i18n.h"
#include "plain/ask.h"
#include "plain/plans.h"
#include "plain/result.h"
#include "report/document.h"

/* What cannot be helped is said once, and the talk goes on. */
static void say_warning(struct talk *talk)
{
	struct error *warning = &talk->session->warning;

	if (warning->message[0] == '\0')
		return;
	tell(&talk->lines, _("Note: %s"), warning->message);
	warning->message[0] = '\0';
}

static void say_intro(struct talk *talk)
{
	const struct pack *pack = talk->session->pack;

	tell(&talk->lines, "%s", content_text(pack->title));
	tell(&talk->lines, "%s", "");
	for (size_t i = 0; i < pack->intro.count; i++)
		tell(&talk->lines, "%s", content_text(pack->intro.text[i]));
	tell(&talk->lines, "%s", content_text(pack->not_a_diagnosis));
	tell(&talk->lines, "%s",
	    _("At any question you can type help, why, unsure, back, check or quit."));
}

static void say_emergency_list(struct talk *talk)
{
	const struct pack *pack = talk->session->pack;

	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s",
	    _("If any of these is true now, stop here and call {emergency number}:"));
	for (size_t i = 0; i < pack->emergency.count; i++)
		say_item(&talk->lines, "- ", "%s",
			 content_text(pack->emergency.text[i]));
}

/* Whether the person really wants to stop; Enter alone does not. */
static bool is_sure_to_quit(struct talk *talk)
{
	char *line;

	tell(&talk->lines, "%s", _("Stop without a result? Type yes to stop."));
	line = hear(&talk->lines, _("Answer:"));
	if (line == NULL)
		return true;
	line = trimmed(line);
	return same_words(line, "yes") || same_words(line, _("yes"));
}

/* Each of these returns false when the person stops. */

static bool wait_to_begin(struct talk *talk)
{
	size_t unused;
	char *line;

	tell(&talk->lines, "%s", "");
	while ((line = hear(&talk->lines, _("Press Enter to begin:"))) !=
	       NULL) {
		if (command_of(trimmed(line), &unused, NULL) != HEARD_QUIT)
			return true;
		if (is_sure_to_quit(talk))
			return false;
	}
	return false;
}

/* Who begins with plans hears the list when somebody is to be screened. */
static bool begin(struct talk *talk)
{
	say_intro(talk);
	if (!talk->session->role_given || !has_plans(talk))
		say_emergency_list(talk);
	return wait_to_begin(talk);
}

static bool choose(struct talk *talk, const struct choice *choices,
		   size_t *chosen)
{
	size_t unused;

	for (;;) {
		enum heard heard = ask_choice(talk, choices, chosen, &unused);

		if (heard == HEARD_ANSWER)
			return true;
		if (heard == HEARD_END)
			return false;
		if (heard == HEARD_QUIT && is_sure_to_quit(talk))
			return false;
	}
}

static bool ask_to_resume(struct talk *talk)
{
	const struct choice choices[] = {
		{ "yes", _("Yes, go on where it stopped") },
		{ "no", _("No, start anew and forget it") },
		{ NULL, NULL },
	};
	char words[200];
	size_t chosen;

	if (!talk->session->resumable)
		return true;
	session_waiting_words(words, sizeof words, talk->session);
	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s", _("An interview of the last 24 hours was "
				   "interrupted."));
	tell(&talk->lines, "%s", words);
	tell(&talk->lines, "%s", _("Go on with it? A few questions will be "
				   "asked again."));
	if (!choose(talk, choices, &chosen))
		return false;
	session_resume(talk->session, chosen == 0);
	say_warning(talk);
	return true;
}

static bool ask_role(struct talk *talk)
{
	const struct choice choices[] = {
		{ "patient", _("I have the pain, or I help somebody who has it") },
		{ "physio", _("I am a physio or another clinician") },
		{ "trainer", _("I am a trainer") },
		{ NULL, NULL },
	};
	static const enum role roles[] = {
		ROLE_PATIENT, ROLE_PHYSIO, ROLE_TRAINER,
	};
	size_t chosen;

	if (talk->session->role_given || talk->session->answers_path != NULL)
		return true;
	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s", _("Who are you?"));
	if (!choose(talk, choices, &chosen))
		return false;
	session_set_role(talk->session, roles[chosen]);
	return true;
}

/* A command given at a question; true to go on. */
static bool follow(struct talk *talk, enum heard heard, size_t number)
{
	switch (heard) {
	case HEARD_BACK:
		if (!session_back(talk->session))
			tell(&talk->lines, "%s",
			    _("This is the first question."));
		return true;
	case HEARD_CHECK:
	case HEARD_ALL:
		say_answers_given(talk, heard == HEARD_ALL);
		return true;
	case HEARD_CHANGE:
		heard = change_answer(talk, number);
		return heard != HEARD_END &&
		       (heard != HEARD_QUIT || !is_sure_to_quit(talk));
	case HEARD_MORE:
		say_passed_over(talk);
		return true;
	case HEARD_QUIT:
		return !is_sure_to_quit(talk);
	case HEARD_END:
		return false;
	default:
		return true;
	}
}

/*
 * All is answered: the answers are read out, to be put right before the
 * result.  HEARD_DONE when they are, HEARD_ANSWER when one was changed.
 */
static enum heard check_answers(struct talk *talk)
{
	size_t number;
	enum heard heard;
	char *line;

	say_answers_given(talk, false);
	tell(&talk->lines, "%s", "");
	tell(&talk->lines, "%s",
	    _("Check them. Type done for the result, change and a "
	      "number to change one, or more for questions that were not "
	      "asked."));
	while ((line = hear(&talk->lines, ">")) != NULL) {
		heard = command_of(trimmed(line), &number, NULL);
		if (heard == HEARD_DONE)
			return HEARD_DONE;
		if (!follow(talk, heard, number))
			return HEARD_QUIT;
		if (heard == HEARD_BACK || heard == HEARD_CHANGE)
			return HEARD_ANSWER;
		if (heard == HEARD_ANSWER || heard == HEARD_HELP)
			tell(&talk->lines, "%s",
			    _("Type done, change and a number, more, "
			      "all, back or quit."));
	}
	return HEARD_END;
}

/*
 * Nothing stops an examination; but an answer that makes it an emergency is
 * told at once, the first time.
 */
static void say_emergency_once(struct talk *talk, const struct step *step,
			       bool *said)
{
	if (*said || step->rule == NULL || step->kind == STEP_EMERGENCY)
		return;
	*said = true;
	tell(&talk->lines, _("Emergency: %s"),
	     content_text(step->rule->because));
}

/* Asks until there is a result that the person is content with. */
static bool interview(struct talk *talk)
{
	bool emergency_said = false;

	for (;;) {
		struct step step;
		size_t number = 0;
		enum heard heard;

		session_begin(talk->session);
		step = session_next(talk->session);
		session_rest(talk->session);
		say_warning(talk);
		say_emergency_once(talk, &step, &emergency_said);
		if (step.kind == STEP_ASK) {
			heard = ask_step(talk, &step, &number);
			if (!follow(talk, heard, number))
				return false;
			continue;
		}
		if (step.kind == STEP_DONE) {
			heard = check_answers(talk);
			if (heard == HEARD_QUIT || heard == HEARD_END)
				return false;
			if (heard != HEARD_DONE)
				continue;
		}
		if (show_result(talk, &step) != HEARD_ANSWER)
			return true;
	}
}

/* Whether the person is finished, and has not just stopped. */
static bool whole_talk(struct talk *talk)
{
	enum heard heard;

	if (!begin(talk) || !ask_to_resume(talk) || !ask_role(talk))
		return false;
	if (!has_plans(talk))
		return interview(talk);
	heard = talk_of_plans(talk);
	if (heard != HEARD_DONE)
		return heard == HEARD_QUIT;
	say_emergency_list(talk);
	return wait_to_begin(talk) && interview(talk);
}

static enum plain_end end_talk(struct talk *talk, bool finished,
			       struct error *err)
{
	struct session *session = talk->session;
	int result = finished ? session_finish(session, err) :
				session_stop(session, err);

	if (result != 0)
		return PLAIN_FAILED;
	if (session->save_path != NULL)
		tell(&talk->lines, _("The answers are saved as %s."),
		    session->save_path);
	else if (!finished && has_plans(talk))
		tell(&talk->lines, "%s", _("Stopped."));
	else if (!finished)
		tell(&talk->lines, "%s", _("Stopped. Nothing was kept."));
	return finished ? PLAIN_FINISHED : PLAIN_STOPPED;
}

enum plain_end plain_run(struct session *session, FILE *in, FILE *out,
			 struct error *err)
{
	struct talk talk = {
		.session = session,
		.lines = { .in = in, .out = out },
	};
	enum plain_end end;

	talk.lines.site = &talk.site;
	talk.lines.typed = isatty(fileno(in)) && isatty(fileno(out));
	if (session_load(session) != 0)
		return PLAIN_FAILED;
	/* a site file that cannot be read must not stop anybody */
	if (site_read(&talk.site, &session->warning) != 0)
		talk.site = (struct site){ .emergency_number = "" };
	say_warning(&talk);
	end = end_talk(&talk, whole_talk(&talk), err);
	free(talk.lines.heard);
	if (fflush(out) != 0 && end == PLAIN_FINISHED)
		end = PLAIN_FAILED;
	return end;
}
