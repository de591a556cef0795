/*
 * STATE/journal, lines of text:
 *
 *     sitwell-journal 1 TIME PACK ROLE
 *     LAYER QUESTION VALUE		LAYER is patient or physio
 *     - QUESTION			taken back
 *
 * TIME, in seconds since 1970, is when the first answer was given, also
 * after an interview was taken up: no answer is older.  A line counts once
 * its newline is there.  Texts are percent-encoded.  Who holds the lock on
 * STATE/journal.lock owns the journal; the lock goes with the process.
 */
#include "config.h"

#include "interview/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
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

#define MAGIC "sitwell-journal 1"
#define MAX_AGE (24 * 60 * 60)		/* seconds */
#define MAX_BYTES (4 * 1024 * 1024)	/* more is not ours */

struct journal {
	int fd;			/* -1: it failed, and that was said */
	int lock;
	enum role role;
};

struct header {
	long long time;
	char pack[80];
	char role[16];
};

static int state_file(char *out, const char *name, struct error *err)
{
	size_t used;

	if (paths_state(out, err) != 0)
		return -1;
	used = strlen(out);
	if (used + strlen(name) + 2 > PATHS_MAX)
		return error_set(err, NULL, 0,
				 _("the path %.60s... is too long; use a shorter one"),
				 out);
	snprintf(out + used, PATHS_MAX - used, "/%s", name);
	return 0;
}

/* Takes the lock: a descriptor to keep, or -1 and *err. */
static int take_lock(struct error *err)
{
	char path[PATHS_MAX];
	int fd;

	if (state_file(path, "journal.lock", err) != 0)
		return -1;
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return error_set(err, NULL, 0,
				 _("what you answer is not kept if the program is killed: %s"),
				 strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		close(fd);
		return error_set(err, NULL, 0,
				 _("another interview is running, so this one is not kept if the program is killed"));
	}
	return fd;
}

/* Reading */

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

	if (state_file(path, "journal", &err) != 0)
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

static bool read_header(struct header *header, char **rest)
{
	const char *line = next_line(rest);

	return line != NULL &&
	       sscanf(line, MAGIC " %lld %79s %15s", &header->time,
		      header->pack, header->role) == 3 &&
	       role_from_id(header->role) >= 0;
}

/* A clock may have been put right by a little; not by an hour. */
static bool is_fresh(const struct header *header)
{
	long long age = (long long)time(NULL) - header->time;

	return age > -3600 && age < MAX_AGE;
}

static bool waiting(struct header *header)
{
	char *text = read_journal();
	char *rest = text;
	bool is = text != NULL && read_header(header, &rest) &&
		  is_fresh(header) && strchr(rest, '\n') != NULL;

	free(text);
	return is;
}

bool journal_waiting(void)
{
	struct header header;
	struct error err;
	int lock;
	bool is;

	if (!waiting(&header))
		return false;
	/* one that is being written does not wait */
	lock = take_lock(&err);
	is = lock >= 0;
	if (is)
		close(lock);
	return is;
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
	if (question == NULL || question->ask_again)
		return;
	layer = strcmp(line, "physio") == 0 ? LAYER_PHYSIO : LAYER_PATIENT;
	if (strcmp(line, "-") == 0)
		answers_withdraw(answers, question);
	else if (rest != NULL)
		replay_value(answers, layer, question, rest);
	answers_settle(answers);
}

int journal_take_up(struct answers **out, const struct pack *pack,
		    struct error *err)
{
	struct header header;
	char *text = read_journal();
	char *rest = text;
	char *line;
	int result = -1;

	*out = NULL;
	if (text == NULL || !read_header(&header, &rest)) {
		error_set(err, NULL, 0,
			  _("the interrupted interview cannot be read, so this one starts anew"));
	} else if (strcmp(header.pack, pack->id) != 0) {
		error_set(err, NULL, 0,
			  _("the interrupted interview asked other questions, so this one starts anew"));
	} else {
		*out = answers_new(pack,
				   (enum role)role_from_id(header.role));
		while ((line = next_line(&rest)) != NULL)
			replay_line(*out, line);
		result = 0;
	}
	free(text);
	return result;
}

/* Writing */

/* One line of a journal; the caller frees it. */
static char *line_of(enum layer layer, const struct question *question,
		     const struct value *value)
{
	size_t room = 64 + strlen(question->id);
	size_t bytes = value_print(NULL, 0, question, value) + 1;
	char *line, *words;

	line = xcalloc(room + 3 * bytes + 32, 1);
	words = line + sprintf(line, "%s %s ",
			       layer == LAYER_PHYSIO ? "physio" : "patient",
			       question->id);
	if (question->type == QUESTION_TEXT && value->state == ANSWER_VALUE) {
		*words++ = '=';
		percent_encode(words, 3 * bytes + 32, value->text);
	} else {
		value_print(words, bytes, question, value);
	}
	strcat(words, "\n");
	return line;
}

static int write_all(int fd, const char *text)
{
	size_t bytes = strlen(text);

	while (bytes > 0) {
		ssize_t done = write(fd, text, bytes);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return -1;
		text += done;
		bytes -= (size_t)done;
	}
	return 0;
}

/* When the first answer was given: now, unless an interview goes on. */
static long long start_time(void)
{
	struct header header;

	return waiting(&header) ? header.time : (long long)time(NULL);
}

static int write_layer(int fd, const struct answers *answers, enum layer layer)
{
	const struct pack *pack = answers_pack(answers);
	int result = 0;

	for (size_t i = 0; i < pack->n_questions && result == 0; i++) {
		const struct question *question = &pack->questions[i];
		const struct value *value =
			answers_layer(answers, layer, question);
		char *line;

		if (value == NULL || !answers_applies(answers, question))
			continue;
		line = line_of(layer, question, value);
		result = write_all(fd, line);
		free(line);
	}
	return result;
}

static int write_answers(int fd, const struct answers *answers)
{
	char header[200];

	snprintf(header, sizeof header, MAGIC " %lld %s %s\n", start_time(),
		 answers_pack(answers)->id, role_id(answers_role(answers)));
	if (write_all(fd, header) != 0 ||
	    write_layer(fd, answers, LAYER_PATIENT) != 0 ||
	    write_layer(fd, answers, LAYER_PHYSIO) != 0)
		return -1;
	return fdatasync(fd);
}

static int not_kept(int reason, struct error *err)
{
	return error_set(err, NULL, 0,
			 _("your answers cannot be kept in case the program is killed (%s); the interview goes on"),
			 strerror(reason));
}

/*
 * Writes a new file beside the journal and puts it in its place, so that
 * at any moment one of the two is whole.  A descriptor to append to.
 */
static int replace_journal(const struct answers *answers, struct error *err)
{
	char path[PATHS_MAX], fresh[PATHS_MAX];
	int fd, reason;

	if (state_file(path, "journal", err) != 0 ||
	    state_file(fresh, "journal.new", err) != 0)
		return -1;
	unlink(fresh);
	fd = open(fresh, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC,
		  0600);
	if (fd < 0)
		return not_kept(errno, err);
	if (write_answers(fd, answers) == 0 && rename(fresh, path) == 0)
		return fd;
	reason = errno;
	unlink(fresh);
	close(fd);
	return not_kept(reason, err);
}

int journal_start(struct journal **out, const struct answers *answers,
		  struct error *err)
{
	int lock = take_lock(err);
	int fd;

	*out = NULL;
	if (lock < 0)
		return -1;
	fd = replace_journal(answers, err);
	if (fd < 0) {
		close(lock);
		return -1;
	}
	*out = xcalloc(1, sizeof **out);
	(*out)->fd = fd;
	(*out)->lock = lock;
	(*out)->role = answers_role(answers);
	return 0;
}

/* From here on the journal does nothing: its failure is told once. */
static int give_up(struct journal *journal, int reason, struct error *err)
{
	close(journal->fd);
	journal->fd = -1;
	return not_kept(reason, err);
}

int journal_note(struct journal *journal, const struct question *question,
		 const struct value *value, struct error *err)
{
	enum layer layer = journal->role == ROLE_PHYSIO ? LAYER_PHYSIO :
							  LAYER_PATIENT;
	char withdrawn[160];
	char *line = NULL;
	int reason = 0;

	if (journal->fd < 0)
		return 0;
	snprintf(withdrawn, sizeof withdrawn, "- %s\n", question->id);
	if (value != NULL)
		line = line_of(layer, question, value);
	if (write_all(journal->fd, line != NULL ? line : withdrawn) != 0)
		reason = errno;
	free(line);
	return reason == 0 ? 0 : give_up(journal, reason, err);
}

int journal_sync(struct journal *journal, struct error *err)
{
	if (journal->fd < 0 || fdatasync(journal->fd) == 0)
		return 0;
	return give_up(journal, errno, err);
}

static void remove_file(void)
{
	char path[PATHS_MAX];
	struct error err;

	if (state_file(path, "journal", &err) == 0)
		unlink(path);
}

void journal_finish(struct journal **journal)
{
	if (*journal == NULL)
		return;
	remove_file();
	journal_close(journal);
}

void journal_discard(void)
{
	struct error err;
	int lock = take_lock(&err);

	if (lock < 0)
		return;
	remove_file();
	close(lock);
}

void journal_close(struct journal **journal)
{
	struct journal *old = *journal;

	if (old == NULL)
		return;
	if (old->fd >= 0)
		close(old->fd);
	close(old->lock);
	free(old);
	*journal = NULL;
}
