/* What only a physio reads: what was ruled out, what to test next. */
#include "config.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/pages.h"

/* Bits below which a test is not worth naming. */
#define LEAST_GAIN 0.005
#define N_TESTS 3
#define N_CHANGES 8

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
	put(writer, BLOCK_BULLET, _("%1$s, by the answer \"%3$s\" to: %2$s"),
	    name, question_prompt(question, writer->answers), words);
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
		put(writer, BLOCK_NUMBERED,
		    _("%s (expected gain %s bits)"),
		    question_prompt(gains[i].question, writer->answers), bits);
	}
	free(gains);
}

/* What would change the result */

static const struct target *first_cause(const struct assessment *assessment)
{
	return assessment->n_scored == 0 || assessment->scored[0].ruled_out ?
	       NULL : assessment->scored[0].target;
}

static void put_change(struct writer *writer, const struct question *question,
		       const struct answer *answer,
		       const struct assessment *then)
{
	const char *prompt = question_prompt(question, writer->answers);
	const char *label = answer_label(answer, ROLE_PHYSIO);

	writer->private = question->private;
	if (then->urgency != writer->assessment->urgency)
		put(writer, BLOCK_BULLET,
		    _("\"%2$s\" to this would make the level %3$s: %1$s"),
		    prompt, label, level_words(then->urgency));
	else
		put(writer, BLOCK_BULLET,
		    _("\"%2$s\" to this would put %3$s first: %1$s"),
		    prompt, label,
		    target_name(writer, first_cause(then)));
	writer->private = false;
}

/* Whether the answer would change level or first cause; writes it if so. */
static bool try_answer(struct writer *writer, const struct question *question,
		       size_t answer)
{
	const struct assessment *now = writer->assessment;
	struct value value = { .state = ANSWER_VALUE,
			       .choices = UINT64_C(1) << answer };
	struct answers *answers = answers_copy(writer->answers);
	struct assessment *then;
	struct error err;
	bool changes = false;

	if (answers_set(answers, question, &value, &err) == 0) {
		then = assess(now->pack, answers);
		changes = then->urgency != now->urgency ||
			  (first_cause(then) != NULL &&
			   first_cause(then) != first_cause(now));
		if (changes)
			put_change(writer, question,
				   &question->answers[answer], then);
		assessment_free(&then);
	}
	answers_free(&answers);
	return changes;
}

/* Open still: applies, and is not known. */
static bool is_open(const struct writer *writer,
		    const struct question *question)
{
	enum answer_state state = answers_get(writer->answers,
					      question)->state;

	return question->type == QUESTION_SINGLE &&
	       answers_applies(writer->answers, question) &&
	       state != ANSWER_VALUE && state != ANSWER_NA;
}

void put_what_would_change(struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;
	size_t heading = writer->page->n_blocks;
	size_t count = 0;

	put_text(writer, BLOCK_HEADING, _("What would change the result"));
	for (size_t i = 0; i < pack->n_questions && count < N_CHANGES; i++) {
		const struct question *question = &pack->questions[i];

		if (!is_open(writer, question))
			continue;
		for (size_t j = 0; j < question->n_answers; j++)
			if (question->answers[j].state == ANSWER_VALUE)
				count += try_answer(writer, question, j);
	}
	if (writer->page->n_blocks == heading + 1)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("No single answer that is still open would change "
			   "the level or the first cause."));
}
