/*
 * Random small packs, as text and loaded, and every set of answers that
 * such a pack can hear, one by one.
 */
#ifndef SITWELL_TESTS_SMALL_H
#define SITWELL_TESTS_SMALL_H

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "assess/assess.h"
#include "prove/cells.h"
#include "soak.h"

#define MAX_SETS 4000

static inline void bail_out(const char *why)
{
	printf("Bail out! %s\n", why);
	exit(1);
}

/* Random packs */

static const char head[] =
	"[pack test]\ntitle = Test\nversion = 1\nreviewed = 2026-01-01\n"
	"language = en\nintro-1 = Test\nnot-a-diagnosis = Test.\n"
	"[flow main]\nparts = a b c\n[part a]\ntitle = A\nsafety = yes\n"
	"[part b]\ntitle = B\n[part c]\ntitle = C\nsafety = yes\n"
	"[source s]\ntitle = S\ntype = textbook\n"
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\n"
	"source = s\n";

/* Parts of the four questions: with what is not safety last, or between. */
static const char *const layouts[] = { "aaab", "aabc" };

struct writer {
	FILE *stream;
	size_t questions, findings;	/* written so far */
	const char *layout;
};

static inline const char *one_of(size_t count, ...)
{
	const char *chosen = NULL;
	size_t at = (size_t)draw(count);
	va_list words;

	va_start(words, count);
	for (size_t i = 0; i <= at; i++)
		chosen = va_arg(words, const char *);
	va_end(words);
	return chosen;
}

/* Question 1 takes a number, the others yes, no and unsure. */
static inline void write_atom(const struct writer *writer)
{
	size_t question = (size_t)draw(writer->questions);
	FILE *stream = writer->stream;

	if (writer->findings > 0 && draw(4) == 0)
		fprintf(stream, "f%zu", (size_t)draw(writer->findings));
	else if (writer->findings > 1 && draw(5) == 0)
		fprintf(stream, "count(f0 f1) %s %zu",
			one_of(3, ">=", "<", "=="), (size_t)draw(3));
	else if (question == 1)
		fprintf(stream, "q1 %s %s", one_of(4, "<", ">=", ">", "=="),
			one_of(2, "3", "7"));
	else if (draw(3) == 0)
		fprintf(stream, "q%zu in (%s %s)", question,
			one_of(2, "yes", "no"),
			one_of(4, "unsure", "na", "unanswered", "skipped"));
	else
		fprintf(stream, "q%zu is %s", question, one_of(2, "yes", "no"));
}

static inline void write_expr(const struct writer *writer, unsigned depth)
{
	unsigned kind = depth == 0 ? 0 : (unsigned)draw(4);

	if (kind == 0) {
		write_atom(writer);
		return;
	}
	fputs(kind == 1 ? "not (" : "(", writer->stream);
	write_expr(writer, depth - 1);
	if (kind != 1) {
		fputs(kind == 2 ? " and " : " or ", writer->stream);
		write_expr(writer, depth - 1);
	}
	fputs(")", writer->stream);
}

static inline void write_key(const struct writer *writer, const char *key)
{
	fprintf(writer->stream, "%s = ", key);
	write_expr(writer, 2);
	fputs("\n", writer->stream);
}

static inline void write_question(struct writer *writer)
{
	size_t number = writer->questions;
	char part = writer->layout[number];
	bool safety = part != 'b';
	FILE *stream = writer->stream;

	fprintf(stream, "[question q%zu]\npart = %c\nprompt = Q\nsource = s\n",
		number, part);
	/* else no safety question could read it */
	if (!safety && number < 3)
		fputs("always = yes\n", stream);
	if (number == 1)
		fputs("type = number\nmin = 0\nmax = 10\n", stream);
	else
		fprintf(stream, "type = single\nanswers = yes no unsure%s\n",
			draw(4) == 0 ? " na" : "");
	if (number != 1 && safety)
		fputs("severity = no unsure yes\n", stream);
	if (draw(3) == 0)
		fprintf(stream, "assume-unknown = %s\n",
			number == 1 ? "8" : one_of(2, "yes", "no"));
	if (number > 0 && draw(2) == 0)
		write_key(writer, "ask-if");
	if (number > 0 && draw(4) == 0) {
		write_key(writer, "not-if");
		fputs("not-if-text = Nobody.\n", stream);
	}
	if (draw(6) == 0)
		fputs("role = physio\n", stream);
	writer->questions++;
}

static inline void write_finding(struct writer *writer)
{
	fprintf(writer->stream, "[finding f%zu]\nname = F\n",
		writer->findings);
	write_key(writer, "when");
	if (draw(2) == 0)
		write_key(writer, "absent-when");
	writer->findings++;
}

static inline void write_rest(const struct writer *writer)
{
	static const char *const levels[] = { "soon", "same-day", "emergency" };

	for (size_t i = 0; i < 3; i++) {
		size_t level = (size_t)draw(3);

		fprintf(writer->stream, "[rule r%zu]\nurgency = %s\n"
			"because = R\nsource = s\n", i, levels[level]);
		if (level == 2 && draw(2) == 0)
			fputs("stop = yes\n", writer->stream);
		write_key(writer, "when");
	}
	for (size_t i = 0; i < 3; i++) {
		fprintf(writer->stream, "[invariant i%zu]\n"
			"urgency-at-least = %s\n", i, levels[draw(3)]);
		if (draw(3) == 0)
			fprintf(writer->stream, "asks = q%zu\n",
				(size_t)draw(writer->questions));
		if (draw(8) != 0)
			write_key(writer, "given");
	}
	fputs("[self-care s]\n", writer->stream);
	write_key(writer, "when");
	if (draw(2) == 0) {
		fputs("[scope o]\ntitle = O\nbecause-1 = O\n",
		      writer->stream);
		write_key(writer, "when");
	}
}

/* The text of a random pack; free it. */
static inline char *random_text(void)
{
	struct writer writer = { .layout = layouts[draw(2)] };
	char *text = NULL;
	size_t bytes = 0;

	writer.stream = open_memstream(&text, &bytes);
	if (writer.stream == NULL)
		bail_out("no memory for a pack");
	fputs(head, writer.stream);
	for (int i = 0; i < 2; i++)
		write_question(&writer);
	for (int i = 0; i < 2; i++)
		write_finding(&writer);
	for (int i = 0; i < 2; i++)
		write_question(&writer);
	write_rest(&writer);
	fclose(writer.stream);
	return text;
}

static inline void write_file(const char *path, const char *text)
{
	FILE *stream = fopen(path, "w");

	if (stream == NULL)
		bail_out("a pack cannot be written");
	fputs(text, stream);
	fclose(stream);
}

/* The pack that the text makes, or NULL with what is wrong in `faults`. */
static inline struct pack *pack_from(const char *text,
				     struct error_list *faults)
{
	char dir[] = "/tmp/sitwell-soak-XXXXXX", path[64];
	struct pack *pack = NULL;

	if (mkdtemp(dir) == NULL)
		bail_out("no folder for packs");
	snprintf(path, sizeof path, "%s/pack.ini", dir);
	write_file(path, text);
	pack_load_with_passages(&pack, dir, faults);
	unlink(path);
	rmdir(dir);
	return pack;
}

static inline struct pack *random_pack(void)
{
	struct error_list faults = { 0 };
	char *text = random_text();
	struct pack *pack = pack_from(text, &faults);

	error_list_print(stdout, &faults);
	if (pack == NULL)
		bail_out("a random pack does not load");
	error_list_done(&faults);
	free(text);
	return pack;
}

/* Every set of answers */

struct sets {
	struct answers *answers[MAX_SETS];
	enum urgency urgency[MAX_SETS];
	size_t count;
};

static inline void keep(struct sets *sets, const struct answers *answers)
{
	for (size_t i = 0; i < sets->count; i++)
		if (answers_equal(sets->answers[i], answers))
			return;
	if (sets->count == MAX_SETS)
		bail_out("too many sets of answers");
	sets->urgency[sets->count] =
		urgency_by_rules(answers_pack(answers), answers, READ_ASSUMED,
				 NULL);
	sets->answers[sets->count++] = answers_copy(answers);
}

/* The answers that are values come first. */
static inline bool nth_choices(uint64_t *choices,
			       const struct question *question, size_t i)
{
	size_t values = 0;

	while (values < question->n_answers &&
	       question->answers[values].state == ANSWER_VALUE)
		values++;
	if (question->type == QUESTION_MULTI) {
		*choices = i + 1;
		return i + 1 < (size_t)1 << values;
	}
	*choices = UINT64_C(1) << i;
	return i < values;
}

/* The i-th thing that can be said of a question; false: there is none. */
static inline bool nth_value(struct value *value, const struct question *question,
		      const struct cells *cells, size_t i)
{
	static const enum answer_state states[] = {
		ANSWER_NOTHING, ANSWER_UNSURE, ANSWER_SKIPPED, ANSWER_NA,
	};

	*value = (struct value){ .state = ANSWER_VALUE };
	if (i < 4) {
		value->state = states[i];
		return true;
	}
	if (cells->count > 0) {
		if (i - 4 < cells->count)
			value->number = cells->numbers[i - 4];
		return i - 4 < cells->count;
	}
	return nth_choices(&value->choices, question, i - 4);
}

/* Question by question, as things stand when it is reached. */
static inline void enumerate(struct sets *sets, struct answers *answers,
		      const struct cells *cells, size_t at)
{
	const struct pack *pack = answers_pack(answers);
	const struct question *question = &pack->questions[at];
	struct value value;
	struct error err;

	if (at == pack->n_questions) {
		keep(sets, answers);
		return;
	}
	for (size_t i = 0; nth_value(&value, question, &cells[at], i); i++) {
		answers_set(answers, question, &value, &err);
		/* what not-if holds back counts once it was said */
		if (i == 0 || answers_applies(answers, question))
			enumerate(sets, answers, cells, at + 1);
	}
	value = (struct value){ .state = ANSWER_NOTHING };
	answers_set(answers, question, &value, &err);
}

/* Both roles'. */
static inline void enumerate_all(struct sets *sets, const struct pack *pack,
				 const struct cells *cells)
{
	sets->count = 0;
	for (int role = ROLE_PATIENT; role <= ROLE_PHYSIO; role++) {
		struct answers *answers = answers_new(pack, (enum role)role);

		enumerate(sets, answers, cells, 0);
		answers_free(&answers);
	}
}

static inline void sets_done(struct sets *sets)
{
	for (size_t i = 0; i < sets->count; i++)
		answers_free(&sets->answers[i]);
	sets->count = 0;
}

/* Whether ask-if and the role let the question be asked. */
static inline bool may_be_asked(const struct answers *answers,
			 const struct question *question)
{
	enum tri asked = TRI_TRUE;

	if (question->physio_only && answers_role(answers) != ROLE_PHYSIO)
		return false;
	if (question->ask_if != NULL)
		asked = expr_eval(question->ask_if, answers, READ_AS_IS);
	return asked == TRI_TRUE ||
	       (asked == TRI_UNKNOWN && question->part->safety);
}

#endif
