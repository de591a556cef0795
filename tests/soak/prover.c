/*
 * The prover against brute force: random small packs, of which every set of
 * answers is tried one by one.  Both must agree on each claim, and answers
 * that the prover shows must break the promise when they are assessed.
 *
 * Usage: prover [PACKS [SEED]]; TAP.
 */
#include "config.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "assess/assess.h"
#include "prove/cells.h"
#include "prove/prove.h"
#include "soak.h"

#define MAX_SETS 4000

/* Random packs */

static const char head[] =
	"[pack test]\ntitle = Test\nversion = 1\nreviewed = 2026-01-01\n"
	"language = en\nintro-1 = Test\nnot-a-diagnosis = Test.\n"
	"[flow main]\nparts = a b\n[part a]\ntitle = A\nsafety = yes\n"
	"[part b]\ntitle = B\n[source s]\ntitle = S\ntype = textbook\n"
	"[condition c]\nname = C\nclinician-name = C\nprior = 1\n"
	"source = s\n";

struct writer {
	FILE *stream;
	size_t questions, findings;	/* written so far */
};

static const char *one_of(size_t count, ...)
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
static void write_atom(const struct writer *writer)
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

static void write_expr(const struct writer *writer, unsigned depth)
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

static void write_key(const struct writer *writer, const char *key)
{
	fprintf(writer->stream, "%s = ", key);
	write_expr(writer, 2);
	fputs("\n", writer->stream);
}

static void write_question(struct writer *writer)
{
	size_t number = writer->questions;
	FILE *stream = writer->stream;

	fprintf(stream, "[question q%zu]\npart = %s\nprompt = Q\nsource = s\n",
		number, number < 3 ? "a" : "b");
	if (number == 1)
		fputs("type = number\nmin = 0\nmax = 10\n", stream);
	else
		fprintf(stream, "type = single\nanswers = yes no unsure%s\n",
			draw(4) == 0 ? " na" : "");
	if (number != 1 && number < 3)
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

static void write_finding(struct writer *writer)
{
	fprintf(writer->stream, "[finding f%zu]\nname = F\n",
		writer->findings);
	write_key(writer, "when");
	if (draw(2) == 0)
		write_key(writer, "absent-when");
	writer->findings++;
}

static void write_rest(const struct writer *writer)
{
	static const char *const levels[] = { "soon", "same-day", "emergency" };

	for (size_t i = 0; i < 3; i++) {
		fprintf(writer->stream, "[rule r%zu]\nurgency = %s\n"
			"because = R\nsource = s\n", i, levels[draw(3)]);
		write_key(writer, "when");
	}
	for (size_t i = 0; i < 3; i++) {
		fprintf(writer->stream, "[invariant i%zu]\n"
			"urgency-at-least = %s\n", i, levels[draw(3)]);
		write_key(writer, "given");
	}
	fputs("[self-care s]\n", writer->stream);
	write_key(writer, "when");
}

static void write_pack(const char *path)
{
	struct writer writer = { .stream = fopen(path, "w") };

	if (writer.stream == NULL) {
		printf("Bail out! %s cannot be written\n", path);
		exit(1);
	}
	fputs(head, writer.stream);
	for (int i = 0; i < 2; i++)
		write_question(&writer);
	for (int i = 0; i < 2; i++)
		write_finding(&writer);
	for (int i = 0; i < 2; i++)
		write_question(&writer);
	write_rest(&writer);
	fclose(writer.stream);
}

static struct pack *random_pack(void)
{
	char dir[] = "/tmp/sitwell-prover-XXXXXX", path[64];
	struct error_list faults = { 0 };
	struct pack *pack = NULL;

	if (mkdtemp(dir) == NULL) {
		printf("Bail out! no folder for packs\n");
		exit(1);
	}
	snprintf(path, sizeof path, "%s/pack.ini", dir);
	write_pack(path);
	if (pack_load(&pack, dir, &faults) != 0) {
		printf("Bail out! a random pack does not load\n");
		error_list_print(stdout, &faults);
		exit(1);
	}
	unlink(path);
	rmdir(dir);
	error_list_done(&faults);
	return pack;
}

/* Every set of answers */

struct sets {
	struct answers *answers[MAX_SETS];
	enum urgency urgency[MAX_SETS];
	size_t count;
};

static void keep(struct sets *sets, const struct answers *answers)
{
	for (size_t i = 0; i < sets->count; i++)
		if (answers_equal(sets->answers[i], answers))
			return;
	if (sets->count == MAX_SETS) {
		printf("Bail out! too many sets of answers\n");
		exit(1);
	}
	sets->urgency[sets->count] =
		urgency_by_rules(answers_pack(answers), answers, READ_ASSUMED,
				 NULL);
	sets->answers[sets->count++] = answers_copy(answers);
}

/* The i-th thing that can be said of a question; false: there is none. */
static bool nth_value(struct value *value, const struct question *question,
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
	if (i - 4 < question->n_answers &&
	    question->answers[i - 4].state == ANSWER_VALUE)
		value->choices = UINT64_C(1) << (i - 4);
	return value->choices != 0;
}

/* Question by question, as things stand when it is reached. */
static void enumerate(struct sets *sets, struct answers *answers,
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

/* The same claims, set by set */

static bool breaks_invariant(const struct sets *sets,
			     const struct invariant *invariant)
{
	for (size_t i = 0; i < sets->count; i++)
		if (sets->urgency[i] < invariant->at_least &&
		    expr_eval(invariant->given, sets->answers[i],
			      READ_AS_IS) == TRI_TRUE)
			return true;
	return false;
}

static bool is_open(const struct answers *answers)
{
	const struct pack *pack = answers_pack(answers);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		enum answer_state state = answers_get(answers,
						      question)->state;

		if (question->part->safety &&
		    (state == ANSWER_UNSURE || state == ANSWER_NOTHING))
			return true;
	}
	return false;
}

static bool breaks_unsure(const struct sets *sets)
{
	for (size_t i = 0; i < sets->count; i++)
		if (sets->urgency[i] == URGENCY_SELF_CARE &&
		    is_open(sets->answers[i]))
			return true;
	return false;
}

static bool says(const struct answers *answers,
		 const struct question *question, size_t answer)
{
	struct value value = choice_of(question, answer);

	return answers_applies(answers, question) &&
	       value_equal(answers_get(answers, question), &value);
}

/* Whether ask-if and the role let the question be asked. */
static bool may_be_asked(const struct answers *answers,
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

/* What one says of a question, the other says where it may be asked. */
static bool carries_over(const struct answers *one,
			 const struct answers *other,
			 const struct question *question)
{
	return !answers_given(one, question) ||
	       !may_be_asked(other, question) ||
	       value_equal(answers_get(one, question),
			   answers_get(other, question));
}

/* Of every other question both say the same, as far as both can. */
static bool else_alike(const struct answers *one, const struct answers *other,
		       const struct question *differs)
{
	const struct pack *pack = answers_pack(one);

	if (answers_role(one) != answers_role(other))
		return false;
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];

		if (question != differs &&
		    (!carries_over(one, other, question) ||
		     !carries_over(other, one, question)))
			return false;
	}
	return true;
}

static bool falls(const struct sets *sets, size_t one, size_t other,
		  const struct question *question)
{
	if (sets->urgency[other] >= sets->urgency[one])
		return false;
	for (size_t i = 0; i + 1 < question->n_severity; i++)
		if (says(sets->answers[one], question,
			 question->severity[i]) &&
		    says(sets->answers[other], question,
			 question->severity[i + 1]))
			return else_alike(sets->answers[one],
					  sets->answers[other], question);
	return false;
}

static bool breaks_monotony(const struct sets *sets,
			    const struct question *question)
{
	if (question->n_severity == 0)
		return false;
	for (size_t i = 0; i < sets->count; i++)
		for (size_t j = 0; j < sets->count; j++)
			if (falls(sets, i, j, question))
				return true;
	return false;
}

/* The prover's verdicts */

static const struct refuted *find(const struct proof *proof,
				  enum claim_kind kind, const void *about)
{
	for (size_t i = 0; i < proof->n_refuted; i++) {
		const struct refuted *refuted = &proof->refuted[i];

		if (refuted->kind == kind &&
		    (kind == CLAIM_UNSURE || refuted->invariant == about ||
		     refuted->question == about))
			return refuted;
	}
	return NULL;
}

/* Answers that the prover shows must be as it says. */
static bool shows(const struct refuted *refuted)
{
	const struct pack *pack = answers_pack(refuted->answers);
	enum urgency level = urgency_by_rules(pack, refuted->answers,
					      READ_ASSUMED, NULL);

	switch (refuted->kind) {
	case CLAIM_INVARIANT:
		return level < refuted->invariant->at_least &&
		       expr_eval(refuted->invariant->given, refuted->answers,
				 READ_AS_IS) == TRI_TRUE;
	case CLAIM_UNSURE:
		return level == URGENCY_SELF_CARE && is_open(refuted->answers);
	case CLAIM_MONOTONE:
		break;
	}
	return urgency_by_rules(pack, refuted->worse, READ_ASSUMED,
				NULL) < level &&
	       else_alike(refuted->answers, refuted->worse, refuted->question);
}

struct tally {
	size_t claims, broken, wrong;
};

static void compare(struct tally *tally, const struct refuted *refuted,
		    bool broken)
{
	tally->claims++;
	tally->broken += broken;
	tally->wrong += (refuted != NULL) != broken ||
			(refuted != NULL && !shows(refuted));
}

static void compare_all(struct tally *tally, const struct proof *proof,
			const struct pack *pack, const struct sets *sets)
{
	for (size_t i = 0; i < pack->n_invariants; i++)
		compare(tally, find(proof, CLAIM_INVARIANT,
				    &pack->invariants[i]),
			breaks_invariant(sets, &pack->invariants[i]));
	compare(tally, find(proof, CLAIM_UNSURE, NULL), breaks_unsure(sets));
	for (size_t i = 0; i < pack->n_questions; i++)
		compare(tally, find(proof, CLAIM_MONOTONE,
				    &pack->questions[i]),
			breaks_monotony(sets, &pack->questions[i]));
}

static void try_pack(struct tally *tally)
{
	static struct sets sets;
	struct error_list unreachable = { 0 };
	struct pack *pack = random_pack();
	struct cells *cells = cells_new(pack);
	struct proof *proof = prove(pack, &unreachable);

	sets.count = 0;
	for (int role = ROLE_PATIENT; role <= ROLE_PHYSIO; role++) {
		struct answers *answers = answers_new(pack, (enum role)role);

		enumerate(&sets, answers, cells, 0);
		answers_free(&answers);
	}
	compare_all(tally, proof, pack, &sets);
	for (size_t i = 0; i < sets.count; i++)
		answers_free(&sets.answers[i]);
	proof_free(&proof);
	cells_free(&cells, pack);
	error_list_done(&unreachable);
	pack_free(&pack);
}

int main(int argc, char **argv)
{
	size_t packs = soak_count(argc, argv, 500);
	struct tally tally = { 0 };

	for (size_t i = 0; i < packs; i++)
		try_pack(&tally);
	printf("1..2\n");
	printf("%sok 1 - on %zu random packs the prover agrees with brute force\n",
	       tally.wrong == 0 ? "" : "not ", packs);
	printf("%sok 2 - some of their claims hold and some do not\n",
	       tally.broken > 0 && tally.broken < tally.claims ? "" : "not ");
	printf("# %zu claims, %zu broken, %zu judged wrongly\n", tally.claims,
	       tally.broken, tally.wrong);
	return tally.wrong != 0;
}
