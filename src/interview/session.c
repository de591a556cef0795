#include "config.h"

#include "interview/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "answers/answers_file.h"
#include "base/i18n.h"

/*
 * One that was begun in another role than the one given is left alone: it
 * waits for that role, and this interview goes without a journal.
 */
static bool offers_waiting(struct session *session)
{
	enum role role;

	if (session->watch || !journal_waiting_about(&session->waiting))
		return false;
	role = session->waiting.role;
	if (!session->role_given || role == session->role)
		return true;
	session->journal_tried = true;
	error_set(&session->warning, NULL, 0,
		  _("An interview of another role waits: for it, start "
		    "sitwell with --role %s. This one is not kept if the "
		    "program breaks off."), role_id(role));
	return false;
}

int session_load(struct session *session)
{
	error_list_done(&session->faults);
	pack_free(&session->pack);
	if (pack_load(&session->pack, session->pack_dir, &session->faults) != 0)
		return -1;
	if (session->answers_path == NULL) {
		session->answers = answers_new(session->pack, session->role);
		session->resumable = offers_waiting(session);
		return 0;
	}
	if (answers_file_read(&session->answers, session->pack,
			      session->answers_path, &session->faults) != 0)
		return -1;
	if (session->role_given)
		answers_set_role(session->answers, session->role);
	session->role = answers_role(session->answers);
	return 0;
}

struct pack *session_renew(struct session *session, struct pack *pack,
			   struct lost *lost)
{
	struct pack *old = session->pack;
	struct answers *carried = answers_carry(session->answers, pack, lost);

	answers_free(&session->answers);
	session->answers = carried;
	session->pack = pack;
	return old;
}

void session_waiting_words(char *buffer, size_t size,
			   const struct session *session)
{
	static const char *const by[] = {
		[ROLE_PATIENT] = N_("It was begun on %s, for the person in "
				    "pain."),
		[ROLE_PHYSIO] = N_("It was begun on %s by a physio."),
		[ROLE_TRAINER] = N_("It was begun on %s by a trainer."),
	};
	time_t since = (time_t)session->waiting.since;
	char when[80] = "";
	struct tm local;

	if (localtime_r(&since, &local) != NULL)
		/* TRANSLATORS: for strftime: a day and the time */
		strftime(when, sizeof when, _("%d %B %Y at %H:%M"), &local);
	snprintf(buffer, size, _(by[session->waiting.role]), when);
}

void session_resume(struct session *session, bool take_up)
{
	struct answers *answers;

	session->resumable = false;
	if (take_up && journal_take_up(&answers, session->pack,
				       &session->warning) == 0) {
		answers_free(&session->answers);
		session->answers = answers;
		session->role = answers_role(answers);
		session->role_given = true;
		return;
	}
	journal_discard();
}

void session_set_role(struct session *session, enum role role)
{
	session->role = role;
	session->role_chosen = true;
	answers_set_role(session->answers, role);
}

static enum layer layer_of(const struct session *session)
{
	return session->role == ROLE_PHYSIO ? LAYER_PHYSIO : LAYER_PATIENT;
}

/*
 * With --answers nobody is asked about an interview that waits: it stays as
 * it is, and this one goes without a journal.
 */
static int leave_waiting(const struct session *session, struct error *err)
{
	if (session->answers_path == NULL || !journal_waiting())
		return 0;
	return error_set(err, NULL, 0,
			 _("another interview waits to be finished, so this "
			   "one is not kept if the program breaks off"));
}

/*
 * A trainer answers for somebody else: that need not be asked, and the
 * words of all questions follow it.  True if it was not answered yet.
 */
static bool say_for_whom(struct session *session)
{
	const struct question *who = pack_find_question(session->pack, "who");
	struct value value = { .state = ANSWER_VALUE };
	struct error err;
	int other;

	if (session->role != ROLE_TRAINER || who == NULL ||
	    answers_given(session->answers, who))
		return false;
	other = question_find_answer(who, "other");
	if (other < 0)
		return false;
	value.choices = UINT64_C(1) << other;
	return answers_put(session->answers, LAYER_PATIENT, who, &value,
			   &err) == 0;
}

void session_begin(struct session *session)
{
	struct error err;

	say_for_whom(session);
	if (session->begun || session->watch || session->journal_tried)
		return;
	session->begun = true;
	if (leave_waiting(session, &err) == 0 && journal_try(&err) == 0)
		return;
	session->journal_tried = true;
	session->warning = err;
}

bool session_is_kept(const struct session *session)
{
	return session->resumable || journal_is_kept(session->journal);
}

static int start_journal(struct session *session, struct error *err)
{
	if (leave_waiting(session, err) != 0)
		return -1;
	return journal_start(&session->journal, session->answers, err);
}

/*
 * The journal starts with the first answer of this run, when it is known
 * whether an earlier interview is taken up.
 */
static void note_all(struct session *session, const struct step *step)
{
	struct error err;

	if (session->watch)
		return;
	if (!session->journal_tried) {
		session->journal_tried = true;
		if (start_journal(session, &err) != 0)
			session->warning = err;
		return;
	}
	if (session->journal == NULL)
		return;
	for (size_t i = 0; i < step->n_questions; i++) {
		const struct question *question = step->questions[i];
		const struct value *value = answers_layer(session->answers,
							  layer_of(session),
							  question);

		if (journal_note(session->journal, question, value, &err) != 0)
			session->warning = err;
	}
}

int session_answer(struct session *session, const struct step *step,
		   const struct value *values, struct error *err)
{
	struct answers *answers = answers_copy(session->answers);

	for (size_t i = 0; i < step->n_questions; i++) {
		if (answers_put(answers, layer_of(session), step->questions[i],
				&values[i], err) != 0) {
			answers_free(&answers);
			return -1;
		}
	}
	answers_settle(answers);
	answers_free(&session->answers);
	session->answers = answers;
	note_all(session, step);
	return 0;
}

/* Which questions hold an answer now, one flag a question. */
static bool *given_now(const struct session *session)
{
	const struct pack *pack = session->pack;
	bool *given = xcalloc(pack->n_questions + 1, sizeof *given);

	for (size_t i = 0; i < pack->n_questions; i++)
		given[i] = answers_given(session->answers, &pack->questions[i]);
	return given;
}

/* Tells the journal of what was taken back since `before`, and frees it. */
static void note_withdrawn(struct session *session, bool *before)
{
	const struct pack *pack = session->pack;
	struct error err;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (!before[i] || session->journal == NULL ||
		    answers_given(session->answers, question))
			continue;
		if (journal_note(session->journal, question, NULL, &err) != 0)
			session->warning = err;
	}
	free(before);
}

void session_rest(struct session *session)
{
	struct error err;

	if (session->journal != NULL &&
	    journal_sync(session->journal, &err) != 0)
		session->warning = err;
}

bool session_back(struct session *session)
{
	bool *before = given_now(session);
	bool gone_back = interview_back(session->pack, session->answers);

	/* What was never asked is nothing to go back to. */
	if (gone_back && say_for_whom(session))
		gone_back = false;
	note_withdrawn(session, before);
	return gone_back;
}

struct step session_next(const struct session *session)
{
	return interview_next(session->pack, session->answers);
}

/*
 * Now, in UTC; or the moment that SOURCE_DATE_EPOCH names, so that two runs
 * may be compared byte by byte.
 */
static void time_words(char *buffer, size_t size)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	time_t now = fixed != NULL ? (time_t)strtoll(fixed, NULL, 10) :
				     time(NULL);
	struct tm utc;

	buffer[0] = '\0';
	if (gmtime_r(&now, &utc) != NULL)
		strftime(buffer, size, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

int session_save_as(struct session *session, const char *path,
		    struct error *err)
{
	char when[40];

	time_words(when, sizeof when);
	return answers_file_save(path, session->answers, session->language,
				 when, err);
}

static int save(struct session *session, struct error *err)
{
	if (session->save_path == NULL)
		return 0;
	return session_save_as(session, session->save_path, err);
}

/* An interview whose record could not be saved stays in the journal. */
int session_finish(struct session *session, struct error *err)
{
	if (save(session, err) != 0) {
		journal_close(&session->journal);
		return -1;
	}
	journal_finish(&session->journal);
	return 0;
}

int session_stop(struct session *session, struct error *err)
{
	return session_finish(session, err);
}

void session_done(struct session *session)
{
	journal_close(&session->journal);
	answers_free(&session->answers);
	pack_free(&session->pack);
	error_list_done(&session->faults);
}
