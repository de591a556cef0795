/* Taking up an interrupted interview: what journal.c wrote. */
#include "config.h"

#include "interview/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "answers/percent.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "interview/journal_file.h"

#define MAX_AGE (24 * 60 * 60)		/* seconds */
#define MAX_BYTES (4 * 1024 * 1024)	/* more is not ours */

int journal_not_kept(const char *reason, struct error *err)
{
	return error_set(err, NULL, 0,
			 _("The interview goes on, but your answers are lost "
			   "if the program breaks off (%.160s)."),
			 reason);
}

int journal_path(char *out, const char *name, struct error *err)
{
	struct error why;
	size_t used;

	if (paths_state(out, &why) != 0)
		return journal_not_kept(why.message, err);
	used = strlen(out);
	if (used + strlen(name) + 2 > PATHS_MAX)
		return error_set(err, NULL, 0,
				 _("the path %.60s... is too long; use a shorter one"),
				 out);
	snprintf(out + used, PATHS_MAX - used, "/%s", name);
	return 0;
}

int journal_lock(struct error *err)
{
	char path[PATHS_MAX];
	int fd;

	if (journal_path(path, "journal.lock", err) != 0)
		return -1;
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return journal_not_kept(strerror(errno), err);
	if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		close(fd);
		return error_set(err, NULL, 0,
				 _("another interview is running, so this "
				   "one is not kept if the program breaks off"));
	}
	return fd;
}

static bool read_bytes(char *buffer, size_t bytes, int fd)
{
	size_t used = 0;

	while (used < bytes) {
		ssize_t got = read(fd, buffer + used, bytes - used);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		used += (size_t)got;
	}
	return true;
}

/* The whole journal, if it is ours and plausible, else NULL. */
static char *read_journal(void)
{
	char path[PATHS_MAX];
	struct error err;
	struct stat st;
	char *text = NULL;
	int fd;

	if (journal_path(path, "journal", &err) != 0)
		return NULL;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_uid == geteuid() && st.st_size <= MAX_BYTES) {
		text = xcalloc((size_t)st.st_size + 1, 1);
		if (!read_bytes(text, (size_t)st.st_size, fd)) {
			free(text);
			text = NULL;
		}
	}
	close(fd);
	return text;
}

/* Cuts the next whole line off *rest; NULL when there is none. */
static char *next_line(char **rest)
{
	char *line = *rest;
	char *end = strchr(line, '\n');

	if (end == NULL)
		return NULL;
	*end = '\0';
	*rest = end + 1;
	return line;
}

static bool read_header(struct journal_header *header, char **rest)
{
	const char *line = next_line(rest);

	return line != NULL &&
	       sscanf(line, JOURNAL_MAGIC " %lld %79s %15s", &header->time,
		      header->pack, header->role) == 3 &&
	       role_from_id(header->role) >= 0;
}

long long journal_now(void)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");

	return fixed != NULL ? strtoll(fixed, NULL, 10) : (long long)time(NULL);
}

/* A clock may have been put right by a little; not by an hour. */
static bool is_fresh(const struct journal_header *header)
{
	long long now = journal_now();

	/* what the file says may be any number: nothing is added to it */
	return header->time < now + 3600 && header->time > now - MAX_AGE;
}

bool journal_is_fresh(struct journal_header *header)
{
	char *text = read_journal();
	char *rest = text;
	bool is = text != NULL && read_header(header, &rest) &&
		  is_fresh(header) && strchr(rest, '\n') != NULL;

	free(text);
	return is;
}

bool journal_waiting_about(struct journal_about *about)
{
	struct journal_header header;
	struct error err;
	int lock;
	bool is;

	if (!journal_is_fresh(&header))
		return false;
	/* one that is being written does not wait */
	lock = journal_lock(&err);
	is = lock >= 0;
	if (is)
		close(lock);
	about->since = header.time;
	about->role = (enum role)role_from_id(header.role);
	return is;
}

bool journal_waiting(void)
{
	struct journal_about unused;

	return journal_waiting_about(&unused);
}

static void replay_value(struct answers *answers, enum layer layer,
			 const struct question *question, const char *words)
{
	struct value value = { .state = ANSWER_NOTHING };
	struct error err;
	char *text = NULL;

	if (question->type == QUESTION_TEXT && words[0] == '=') {
		if (percent_decode(&text, words + 1, &err) == 0)
			value = (struct value){ .state = ANSWER_VALUE,
						.text = text };
	} else if (question->type == QUESTION_TEXT) {
		value.state = strcmp(words, "unsure") == 0 ? ANSWER_UNSURE :
							     ANSWER_SKIPPED;
	} else if (value_parse(&value, question, words, &err) != 0) {
		value.state = ANSWER_NOTHING;
	}
	if (value.state != ANSWER_NOTHING)
		answers_put(answers, layer, question, &value, &err);
	free(text);
}

/* What does not fit the pack is left out, and so asked again. */
static void replay_line(struct answers *answers, char *line)
{
	char *words = strchr(line, ' ');
	char *rest = words == NULL ? NULL : strchr(words + 1, ' ');
	const struct question *question;
	enum layer layer;

	if (words == NULL)
		return;
	*words++ = '\0';
	if (rest != NULL)
		*rest++ = '\0';
	question = pack_find_question(answers_pack(answers), words);
	if (question == NULL)
		return;
	layer = strcmp(line, "physio") == 0 ? LAYER_PHYSIO : LAYER_PATIENT;
	if (strcmp(line, "-") == 0)
		answers_withdraw(answers, question);
	else if (rest != NULL)
		replay_value(answers, layer, question, rest);
	answers_settle(answers);
}

static bool is_harmless(const struct question *question,
			const struct value *value)
{
	int harmless = question->n_severity > 0
		     ? (int)question->severity[0]
		     : question_find_answer(question, "no");

	return harmless >= 0 && value->state == ANSWER_VALUE &&
	       value->choices == UINT64_C(1) << harmless;
}

/*
 * What may have changed since is asked again: a sign of danger is offered as
 * it was said, a patient's "no" has to be said anew.
 */
static void ask_again(struct answers *answers)
{
	static const struct value nothing = { .state = ANSWER_NOTHING };
	const struct pack *pack = answers_pack(answers);
	struct error err;

	for (size_t i = pack->n_questions; i > 0; i--) {
		const struct question *question = &pack->questions[i - 1];

		if (!question->ask_again || !answers_given(answers, question))
			continue;
		if (answers_role(answers) != ROLE_PHYSIO &&
		    is_harmless(question, answers_get(answers, question)))
			answers_set(answers, question, &nothing, &err);
		else
			answers_withdraw(answers, question);
	}
}

int journal_take_up(struct answers **out, const struct pack *pack,
		    struct error *err)
{
	struct journal_header header;
	char *text = read_journal();
	char *rest = text;
	char *line;
	int result = -1;

	*out = NULL;
	if (text == NULL || !read_header(&header, &rest)) {
		error_set(err, NULL, 0,
			  _("the interrupted interview cannot be read, so "
			    "this one starts anew"));
	} else if (strcmp(header.pack, pack->id) != 0) {
		error_set(err, NULL, 0,
			  _("the interrupted interview asked other "
			    "questions, so this one starts anew"));
	} else {
		*out = answers_new(pack,
				   (enum role)role_from_id(header.role));
		while ((line = next_line(&rest)) != NULL)
			replay_line(*out, line);
		ask_again(*out);
		result = 0;
	}
	free(text);
	return result;
}
