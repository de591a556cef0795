/* What only a physio reads: what was ruled out or held back, what to test. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/pages.h"

/* Bits below which a test is not worth naming. */
#define LEAST_GAIN 0.005
#define N_TESTS 3
#define N_NAMED 6			/* of the tests held back */

static void put_one_ruled_out(struct writer *writer,
			      const struct scored *scored)
{
	const struct question *question = scored->ruled_out_by;
	const char *name = target_name(writer, scored->target);
	char words[500];

	if (question == NULL) {
		put_text(writer, BLOCK_BULLET, name);
		return;
	}
	answer_words(words, sizeof words, question,
		     answers_get(writer->answers, question),
		     writer->assessment->role);
	writer->private = question->private;
	put(writer, BLOCK_BULLET, _("%1$s, by the answer \"%3$s\" to: %2$s"),
	    name, question_prompt(question, writer->answers), words);
	writer->private = false;
	if (scored->target->needs_text != NULL)
		put_text(writer, BLOCK_PARAGRAPH,
			 content_text(scored->target->needs_text));
}

void put_ruled_out(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;
	bool any = false;

	for (size_t i = 0; i < assessment->n_scored; i++) {
		if (!assessment->scored[i].ruled_out)
			continue;
		if (!any)
			put_text(writer, BLOCK_HEADING, _("Ruled out"));
		any = true;
		put_one_ruled_out(writer, &assessment->scored[i]);
	}
}

/* Tests held back */

static size_t held_back(const struct question **tests,
			const struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;
	size_t count = 0;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (answers_get(writer->answers, question)->state !=
			    ANSWER_VALUE &&
		    answers_held_back(writer->answers, question))
			tests[count++] = question;
	}
	return count;
}

/* Their prompts in one line, the first few of them. */
static char *test_names(const struct writer *writer,
			const struct question *const *tests, size_t count)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	if (stream == NULL)
		return xstrdup("");
	for (size_t i = 0; i < count && i < N_NAMED; i++)
		fprintf(stream, "%s%s", i > 0 ? "; " : "",
			question_prompt(tests[i], writer->answers));
	fclose(stream);
	return text;
}

void put_held_back(struct writer *writer)
{
	size_t room = writer->assessment->pack->n_questions + 1;
	const struct question **tests = xcalloc(room, sizeof *tests);
	unsigned long count = held_back(tests, writer);
	char *names = test_names(writer, tests, count);

	if (count > N_NAMED)
		put(writer, BLOCK_PARAGRAPH,
		    _("Not offered, for safety: %1$lu tests (among them "
		      "%2$s)."), count, names);
	else if (count > 0)
		put(writer, BLOCK_PARAGRAPH,
		    ngettext("Not offered, for safety: %1$lu test (%2$s).",
			     "Not offered, for safety: %1$lu tests (%2$s).",
			     count), count, names);
	free(names);
	free(tests);
}

/* Tests */

struct gain {
	const struct question *question;
	double bits;
};

static int by_gain(const void *one, const void *other)
{
	const struct gain *a = one, *b = other;

	if (a->bits != b->bits)
		return a->bits > b->bits ? -1 : 1;
	return a->question->index < b->question->index ? -1 : 1;
}

static bool is_open_test(const struct writer *writer,
			 const struct question *question)
{
	return question->physio_only && question->type != QUESTION_TEXT &&
	       answers_applies(writer->answers, question) &&
	       !answers_held_back(writer->answers, question) &&
	       !answers_given(writer->answers, question);
}

static size_t gains_of_tests(struct gain *gains, const struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;
	size_t count = 0;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (!is_open_test(writer, question))
			continue;
		gains[count].question = question;
		gains[count++].bits =
			assess_value_of(pack, writer->answers, question);
	}
	qsort(gains, count, sizeof *gains, by_gain);
	return count;
}

static void put_test(struct writer *writer, const struct question *question,
		     const char *bits)
{
	const char *prompt = question_prompt(question, writer->answers);
	char *sources;

	if (question->sources.count == 0) {
		put(writer, BLOCK_NUMBERED, _("%s (expected gain %s bits)"),
		    prompt, bits);
		return;
	}
	sources = source_ids(&question->sources);
	put(writer, BLOCK_NUMBERED, _("%s (expected gain %s bits; %s)"),
	    prompt, bits, sources);
	free(sources);
}

void put_next_tests(struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;
	struct gain *gains = xcalloc(pack->n_questions + 1, sizeof *gains);
	size_t count = gains_of_tests(gains, writer);
	char bits[32];

	for (size_t i = 0; i < count && i < N_TESTS; i++) {
		if (gains[i].bits < LEAST_GAIN)
			break;
		if (i == 0)
			put_text(writer, BLOCK_HEADING,
				 _("Tests most worth doing next"));
		text_from_number(bits, sizeof bits, gains[i].bits, 2);
		put_test(writer, gains[i].question, bits);
	}
	free(gains);
}
