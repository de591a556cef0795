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
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "answers/percent.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "interview/journal_file.h"

struct journal {
	int fd;			/* -1: it failed, and that was said */
	int lock;
	enum role role;
	bool noted;		/* something since the last journal_sync */
};

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
	struct journal_header header;

	return journal_is_fresh(&header) ? header.time : journal_now();
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

	snprintf(header, sizeof header, JOURNAL_MAGIC " %lld %s %s\n", start_time(),
		 answers_pack(answers)->id, role_id(answers_role(answers)));
	if (write_all(fd, header) != 0 ||
	    write_layer(fd, answers, LAYER_PATIENT) != 0 ||
	    write_layer(fd, answers, LAYER_PHYSIO) != 0)
		return -1;
	return fdatasync(fd);
}

static int not_kept(int reason, struct error *err)
{
	return journal_not_kept(strerror(reason), err);
}

/* An empty file beside the journal, to append to; its path in `fresh`. */
static int open_fresh(char *fresh, struct error *err)
{
	int fd;

	if (journal_path(fresh, "journal.new", err) != 0)
		return -1;
	unlink(fresh);
	fd = open(fresh, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC,
		  0600);
	return fd < 0 ? not_kept(errno, err) : fd;
}

int journal_try(struct error *err)
{
	char fresh[PATHS_MAX];
	int lock = journal_lock(err);
	int fd;

	if (lock < 0)
		return -1;
	fd = open_fresh(fresh, err);
	if (fd >= 0) {
		unlink(fresh);
		close(fd);
	}
	close(lock);
	return fd < 0 ? -1 : 0;
}

/*
 * Writes a new file beside the journal and puts it in its place, so that
 * at any moment one of the two is whole.  A descriptor to append to.
 */
static int replace_journal(const struct answers *answers, struct error *err)
{
	char path[PATHS_MAX], fresh[PATHS_MAX];
	int fd, reason;

	if (journal_path(path, "journal", err) != 0)
		return -1;
	fd = open_fresh(fresh, err);
	if (fd < 0)
		return -1;
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
	int lock = journal_lock(err);
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
	journal->noted = true;
	return reason == 0 ? 0 : give_up(journal, reason, err);
}

bool journal_is_kept(const struct journal *journal)
{
	return journal != NULL && journal->fd >= 0;
}

int journal_sync(struct journal *journal, struct error *err)
{
	if (journal->fd < 0 || !journal->noted)
		return 0;
	journal->noted = false;
	if (fdatasync(journal->fd) == 0)
		return 0;
	return give_up(journal, errno, err);
}

static void remove_file(void)
{
	char path[PATHS_MAX];
	struct error err;

	if (journal_path(path, "journal", &err) == 0)
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
	int lock = journal_lock(&err);

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
