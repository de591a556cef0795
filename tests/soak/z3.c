/*
 * The prover against z3: the claims about a pack are written as SMT-LIB by
 * an encoding that shares nothing with person.c (bits for states
 * and for the three truths, half steps for what is measured), and both
 * must judge each of them alike.  The shipped pack, and random small ones.
 *
 * Usage: z3 [PACKS [SEED]]; TAP.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "prove/prove.h"
#include "small.h"

/* As bits in the problem. */
enum { NOTHING, VALUE, UNSURE, SKIPPED, SAID_NA, SILENT };

/* One person: what stands before each name. */
struct smt {
	FILE *stream;
	const struct pack *pack;
	char who;
};

static const char prelude[] =
	"(set-logic QF_FD)\n"
	"(define-sort Tri () (_ BitVec 2))\n"
	"(define-fun not3 ((x Tri)) Tri (bvsub (_ bv2 2) x))\n"
	"(define-fun and3 ((x Tri) (y Tri)) Tri (ite (bvult x y) x y))\n"
	"(define-fun or3 ((x Tri) (y Tri)) Tri (ite (bvult x y) y x))\n"
	"(define-fun sure ((x Bool)) Tri (ite x (_ bv2 2) (_ bv0 2)))\n"
	"(define-fun holds ((x Tri)) Bool (= x (_ bv2 2)))\n"
	"(define-fun fails ((x Tri)) Bool (= x (_ bv0 2)))\n"
	"(define-fun one ((x Bool)) (_ BitVec 16) "
	"(ite x (_ bv1 16) (_ bv0 16)))\n"
	"(declare-const physio Bool)\n";

static bool is_number(const struct question *question)
{
	return question->type == QUESTION_NUMBER ||
	       question->type == QUESTION_SCALE;
}

static bool is_several(const struct question *question)
{
	return question->type == QUESTION_MULTI ||
	       (question->type == QUESTION_SITE && question->multiple);
}

/*
 * A number in half steps from the least one, for what lies between two is a
 * value as well; content has no finer thresholds.
 */
static size_t halves(const struct question *question, double number)
{
	double count = (number - question->min) / question->step * 2;

	if (count != floor(count) || count < 0 || count > 30000) {
		printf("Bail out! %s: %g is no whole number of half steps\n",
		       question->id, number);
		exit(1);
	}
	return (size_t)count;
}

/* Expressions: 0 false, 1 unknown, 2 true */

static const char *sign_of(enum expr_compare compare)
{
	static const char *const signs[] = {
		"bvslt", "bvsle", "bvsgt", "bvsge", "=",
	};

	return signs[compare];
}

/* Whether the value that was said is one that the atom names. */
static void put_named(const struct smt *smt, const struct expr *expr)
{
	const struct question *question = expr->question;
	size_t q = question->index;

	if (expr->op == EXPR_COMPARE) {
		fprintf(smt->stream, "(%s %cx%zu (_ bv%zu 16))",
			sign_of(expr->compare), smt->who, q,
			halves(question, expr->number));
		return;
	}
	fputs("(or false", smt->stream);
	for (size_t i = 0; i < question->n_answers && !is_number(question); i++)
		if (expr->choices >> i & 1 &&
		    question->answers[i].state == ANSWER_VALUE)
			fprintf(smt->stream, is_several(question)
				? " %cm%zu-%zu" : " (= %cv%zu (_ bv%zu 7))",
				smt->who, q, i);
	fputs(")", smt->stream);
}

static void put_reserved(const struct smt *smt, const struct expr *expr)
{
	size_t q = expr->question->index;

	fprintf(smt->stream, "(sure (or (and (= %cs%zu (_ bv%d 3)) ", smt->who, q,
		VALUE);
	put_named(smt, expr);
	fputs(")", smt->stream);
	if (expr->reserved & RESERVED_UNSURE)
		fprintf(smt->stream, " (= %cs%zu (_ bv%d 3))", smt->who, q, UNSURE);
	if (expr->reserved & RESERVED_SKIPPED)
		fprintf(smt->stream, " (= %cs%zu (_ bv%d 3))", smt->who, q, SKIPPED);
	if (expr->reserved & RESERVED_NA)
		fprintf(smt->stream, " (bvuge %cs%zu (_ bv%d 3))", smt->who, q, SAID_NA);
	if (expr->reserved & RESERVED_UNANSWERED)
		fprintf(smt->stream, " (= %cs%zu (_ bv%d 3))", smt->who, q, NOTHING);
	fputs("))", smt->stream);
}

static bool compares(double left, enum expr_compare how, double right)
{
	return how == COMPARE_LT ? left < right
	     : how == COMPARE_LE ? left <= right
	     : how == COMPARE_GT ? left > right
	     : how == COMPARE_GE ? left >= right : left == right;
}

/* What the atom says where nothing is known. */
static int when_open(const struct expr *expr, bool assumed)
{
	const struct assumption *assume = &expr->question->assume;

	if (!assumed || !assume->known)
		return 1;
	if (expr->op == EXPR_COMPARE)
		return compares(assume->number, expr->compare,
				expr->number) ? 2 : 0;
	return (assume->choices & expr->choices) != 0 ? 2 : 0;
}

static void put_atom(const struct smt *smt, const struct expr *expr,
		     bool assumed)
{
	size_t q = expr->question->index;

	if (expr->reserved != 0) {
		put_reserved(smt, expr);
		return;
	}
	fprintf(smt->stream, "(ite (bvuge %cs%zu (_ bv%d 3)) (_ bv0 2) "
		"(ite (= %cs%zu (_ bv%d 3)) (sure ",
		smt->who, q, SAID_NA, smt->who, q, VALUE);
	put_named(smt, expr);
	fprintf(smt->stream, ") (_ bv%d 2)))", when_open(expr, assumed));
}

/* Between those surely and those possibly present, as let by `lo`, `hi`. */
static void put_count(const struct smt *smt, const struct expr *expr)
{
	FILE *stream = smt->stream;
	const char *sign = sign_of(expr->compare);
	double number = expr->number;

	fputs("(let ((lo (bvadd (_ bv0 16)", stream);
	for (size_t i = 0; i < expr->n_findings; i++)
		fprintf(stream, " (one (holds %cf%zu))", smt->who,
			expr->findings[i]->index);
	fputs(")) (hi (bvadd (_ bv0 16)", stream);
	for (size_t i = 0; i < expr->n_findings; i++)
		fprintf(stream, " (one (not (fails %cf%zu)))", smt->who,
			expr->findings[i]->index);
	fputs("))) ", stream);
	if (number != floor(number) || number < 0) {
		printf("Bail out! a count is compared with %g\n", number);
		exit(1);
	}
	if (expr->compare == COMPARE_EQ)
		fprintf(stream, "(ite (= lo hi) (sure (= lo (_ bv%g 16))) "
			"(ite (and (bvule lo (_ bv%g 16)) "
			"(bvule (_ bv%g 16) hi)) (_ bv1 2) (_ bv0 2))))",
			number, number, number);
	else
		fprintf(stream, "(ite (= (%s lo (_ bv%g 16)) "
			"(%s hi (_ bv%g 16))) (sure (%s lo (_ bv%g 16))) "
			"(_ bv1 2)))", sign, number, sign, number, sign,
			number);
}

static void put_expr(const struct smt *smt, const struct expr *expr,
		     bool assumed)
{
	switch (expr->op) {
	case EXPR_NOT:
		fputs("(not3 ", smt->stream);
		put_expr(smt, expr->left, assumed);
		break;
	case EXPR_OR:
	case EXPR_AND:
		fputs(expr->op == EXPR_OR ? "(or3 " : "(and3 ", smt->stream);
		put_expr(smt, expr->left, assumed);
		fputs(" ", smt->stream);
		put_expr(smt, expr->right, assumed);
		break;
	case EXPR_FINDING:
		fprintf(smt->stream, "(bvadd %cf%zu", smt->who,
			expr->finding->index);
		break;
	case EXPR_COUNT:
		put_count(smt, expr);
		return;
	default:
		put_atom(smt, expr, assumed);
		return;
	}
	fputs(")", smt->stream);
}

/* One person */

static void put_values(const struct smt *smt, const struct question *question)
{
	FILE *stream = smt->stream;
	size_t q = question->index;
	char who = smt->who;

	if (question->type == QUESTION_TEXT)
		return;
	if (is_number(question)) {
		fprintf(stream, "(declare-const %cx%zu (_ BitVec 16))\n"
			"(assert (bvule %cx%zu (_ bv%zu 16)))\n", who, q, who,
			q, halves(question, question->max));
		return;
	}
	if (is_several(question))
		for (size_t i = 0; i < question->n_answers; i++)
			fprintf(stream, "(declare-const %cm%zu-%zu Bool)\n",
				who, q, i);
	else
		fprintf(stream, "(declare-const %cv%zu (_ BitVec 7))\n", who, q);
	fprintf(stream, "(assert (=> (= %cs%zu (_ bv%d 3)) (or false", who, q, VALUE);
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == ANSWER_VALUE)
			fprintf(stream, is_several(question)
				? " %cm%zu-%zu" : " (= %cv%zu (_ bv%zu 7))",
				who, q, i);
	fputs(")))\n", stream);
	for (size_t i = 0; i < question->n_answers && is_several(question) &&
	     question->none >= 0; i++)
		if (i != (size_t)question->none)
			fprintf(stream, "(assert (not (and %cm%zu-%zu %cm%zu-%d)))\n",
				who, q, i, who, q, question->none);
}

static bool offers_na(const struct question *question)
{
	for (size_t i = 0; i < question->n_answers; i++)
		if (question->answers[i].state == ANSWER_NA)
			return true;
	return false;
}

static void put_may(const struct smt *smt, const struct question *question)
{
	FILE *stream = smt->stream;

	fprintf(stream, "(define-fun %cmay%zu () Bool (and %s ", smt->who,
		question->index, question->physio_only ? "physio" : "true");
	if (question->ask_if != NULL) {
		fputs(question->part->safety ? "(not (fails "
						: "(and (holds ", stream);
		put_expr(smt, question->ask_if, false);
		fputs("))", stream);
	}
	fprintf(stream, "))\n(define-fun %coffered%zu () Bool (and %cmay%zu ",
		smt->who, question->index, smt->who, question->index);
	if (question->not_if != NULL) {
		fputs("(fails ", stream);
		put_expr(smt, question->not_if, false);
		fputs(")", stream);
	}
	fputs("))\n", stream);
}

static void put_question(const struct smt *smt,
			 const struct question *question)
{
	size_t q = question->index;
	char who = smt->who;

	put_may(smt, question);
	fprintf(smt->stream, "(assert (=> (not %cmay%zu) (= %cs%zu (_ bv%d 3))))\n"
		"(assert (=> %coffered%zu (distinct %cs%zu (_ bv%d 3))))\n"
		"(assert (=> (= %cs%zu (_ bv%d 3)) %coffered%zu))\n",
		who, q, who, q, SILENT, who, q, who, q, SILENT, who, q,
		NOTHING, who, q);
}

/* Findings come after those that they read. */
static void put_finding(const struct smt *smt, const struct finding *finding)
{
	fprintf(smt->stream, "(define-fun %cf%zu () Tri ", smt->who,
		finding->index);
	if (finding->absent_when != NULL) {
		fputs("(ite (holds ", smt->stream);
		put_expr(smt, finding->when, false);
		fputs(") (_ bv2 2) (ite (holds ", smt->stream);
		put_expr(smt, finding->absent_when, false);
		fputs(") (_ bv0 2) (_ bv1 2)))", smt->stream);
	} else {
		put_expr(smt, finding->when, false);
	}
	fputs(")\n", smt->stream);
}

/* What answers can be together, before what they mean for each other. */
static void put_state(const struct smt *smt, const struct question *question)
{
	size_t q = question->index;
	char who = smt->who;

	fprintf(smt->stream, "(declare-const %cs%zu (_ BitVec 3))\n"
		"(assert (bvule %cs%zu (_ bv%d 3)))\n",
		who, q, who, q, SILENT);
	if (question->part->safety)
		fprintf(smt->stream, "(assert (distinct %cs%zu (_ bv%d 3)))\n", who, q,
			SKIPPED);
	if (!offers_na(question))
		fprintf(smt->stream, "(assert (distinct %cs%zu (_ bv%d 3)))\n", who, q,
			SAID_NA);
	put_values(smt, question);
}

static void put_level(const struct smt *smt)
{
	const struct pack *pack = smt->pack;

	for (size_t i = 0; i < pack->n_rules; i++) {
		fprintf(smt->stream, "(define-fun %cr%zu () Bool (holds ",
			smt->who, i);
		put_expr(smt, pack->rules[i].when, true);
		fputs("))\n", smt->stream);
	}
	fprintf(smt->stream, "(define-fun %clevel () (_ BitVec 3) ", smt->who);
	for (int level = URGENCY_EMERGENCY; level > 0; level--) {
		fputs("(ite (or false", smt->stream);
		for (size_t i = 0; i < pack->n_rules; i++)
			if ((int)pack->rules[i].urgency == level)
				fprintf(smt->stream, " %cr%zu", smt->who, i);
		fprintf(smt->stream, ") (_ bv%d 3) ", level);
	}
	if (pack->self_care != NULL) {
		fputs("(ite (holds ", smt->stream);
		put_expr(smt, pack->self_care->when, false);
		fputs(") (_ bv0 3) (_ bv1 3))", smt->stream);
	} else {
		fputs("(_ bv1 3)", smt->stream);
	}
	fputs(")))))\n", smt->stream);
}

static void put_person(const struct smt *smt)
{
	const struct pack *pack = smt->pack;

	for (size_t i = 0; i < pack->n_questions; i++)
		put_state(smt, &pack->questions[i]);
	for (size_t i = 0; i < pack->n_findings; i++)
		put_finding(smt, &pack->findings[i]);
	for (size_t i = 0; i < pack->n_questions; i++)
		put_question(smt, &pack->questions[i]);
	put_level(smt);
}

/* Claims: each is asked for answers that break it */

static void put_below(const struct smt *smt, const struct invariant *invariant)
{
	fprintf(smt->stream, "(push)\n(assert (bvult alevel (_ bv%d 3)))\n",
		(int)invariant->at_least);
	if (invariant->given == NULL)
		return;
	fputs("(assert (holds ", smt->stream);
	put_expr(smt, invariant->given, false);
	fputs("))\n", smt->stream);
}

static const char verdict[] = "(check-sat)\n(pop)\n";

static void put_invariant(const struct smt *smt,
			  const struct invariant *invariant)
{
	for (size_t i = 0; i < invariant->n_asks; i++) {
		put_below(smt, invariant);
		for (size_t q = 0; q < smt->pack->n_questions; q++)
			if (smt->pack->questions[q].part->safety)
				fprintf(smt->stream,
					"(assert (distinct as%zu (_ bv%d 3)))\n", q,
					NOTHING);
		fprintf(smt->stream, "(assert (= as%zu (_ bv%d 3)))\n%s",
			invariant->asks[i]->index, SILENT, verdict);
	}
	if (invariant->n_asks > 0)
		return;
	put_below(smt, invariant);
	fputs(verdict, smt->stream);
}

static void put_unsure(const struct smt *smt)
{
	fputs("(push)\n(assert (= alevel (_ bv0 3)))\n(assert (or false", smt->stream);
	for (size_t q = 0; q < smt->pack->n_questions; q++)
		if (smt->pack->questions[q].part->safety)
			fprintf(smt->stream, " (= as%zu (_ bv%d 3)) (= as%zu (_ bv%d 3))", q,
				UNSURE, q, NOTHING);
	fprintf(smt->stream, "))\n%s", verdict);
}

/* `one` and `other` say the same of a question. */
static void put_same(FILE *stream, const struct question *question)
{
	size_t q = question->index;

	fprintf(stream, "(and (= as%zu bs%zu) (=> (= as%zu (_ bv%d 3)) (and true", q,
		q, q, VALUE);
	if (is_number(question))
		fprintf(stream, " (= ax%zu bx%zu)", q, q);
	else if (is_several(question))
		for (size_t i = 0; i < question->n_answers; i++)
			fprintf(stream, " (= am%zu-%zu bm%zu-%zu)", q, i, q, i);
	else if (question->type != QUESTION_TEXT)
		fprintf(stream, " (= av%zu bv%zu)", q, q);
	fputs(")))", stream);
}

static void put_alike(FILE *stream, const struct question *question)
{
	static const char names[] = "ab";
	size_t q = question->index;

	for (int i = 0; i < 2; i++) {
		fprintf(stream, "(assert (or (= differs (_ bv%zu 16)) (not %cmay%zu) "
			"(= %cs%zu (_ bv%d 3)) (= %cs%zu (_ bv%d 3)) ", q, names[1 - i], q,
			names[i], q, NOTHING, names[i], q, SILENT);
		put_same(stream, question);
		fputs("))\n", stream);
	}
}

static void put_says(FILE *stream, char who, const struct question *question,
		     size_t answer)
{
	size_t q = question->index;

	if (question->answers[answer].state == ANSWER_VALUE)
		fprintf(stream, " (= %cs%zu (_ bv%d 3)) (= %cv%zu (_ bv%zu 7))", who, q, VALUE,
			who, q, answer);
	else
		fprintf(stream, " (= %cs%zu (_ bv%d 3))", who, q,
			question->answers[answer].state == ANSWER_UNSURE
				? UNSURE : SAID_NA);
}

static void put_steps(FILE *stream, const struct question *question)
{
	fprintf(stream, "(assert (=> (= differs (_ bv%zu 16)) (or false",
		question->index);
	for (size_t i = 0; i + 1 < question->n_severity; i++) {
		fputs(" (and", stream);
		put_says(stream, 'a', question, question->severity[i]);
		put_says(stream, 'b', question, question->severity[i + 1]);
		fputs(")", stream);
	}
	fputs(")))\n", stream);
}

static void put_pairs(const struct smt *one)
{
	struct smt other = *one;
	const struct pack *pack = one->pack;

	other.who = 'b';
	put_person(&other);
	fputs("(declare-const differs (_ BitVec 16))\n"
	      "(assert (bvugt alevel blevel))\n",
	      one->stream);
	for (size_t i = 0; i < pack->n_questions; i++) {
		put_alike(one->stream, &pack->questions[i]);
		put_steps(one->stream, &pack->questions[i]);
	}
	for (size_t i = 0; i < pack->n_questions; i++)
		if (pack->questions[i].n_severity > 1)
			fprintf(one->stream, "(push)\n(assert (= differs (_ bv%zu 16)))\n%s",
				i, verdict);
}

static void put_problem(FILE *stream, const struct pack *pack)
{
	struct smt smt = { .stream = stream, .pack = pack, .who = 'a' };

	fputs(prelude, stream);
	put_person(&smt);
	for (size_t i = 0; i < pack->n_invariants; i++)
		put_invariant(&smt, &pack->invariants[i]);
	put_unsure(&smt);
	put_pairs(&smt);
}

/* Both verdicts */

struct tally {
	size_t claims, broken, wrong;
};

static bool is_refuted(const struct proof *proof, enum claim_kind kind,
		       const struct invariant *invariant,
		       const struct question *question)
{
	for (size_t i = 0; i < proof->n_refuted; i++)
		if (proof->refuted[i].kind == kind &&
		    proof->refuted[i].invariant == invariant &&
		    proof->refuted[i].question == question)
			return true;
	return false;
}

/* The next line of z3 against what the prover says. */
static void compare(struct tally *tally, FILE *verdicts, bool refuted)
{
	char line[256] = "";

	tally->claims++;
	tally->broken += refuted;
	if (fgets(line, sizeof line, verdicts) != NULL &&
	    strcmp(line, refuted ? "sat\n" : "unsat\n") == 0)
		return;
	tally->wrong++;
	printf("# claim %zu: the prover says %s, z3: %s", tally->claims,
	       refuted ? "broken" : "it holds", line);
}

static void compare_all(struct tally *tally, FILE *verdicts,
			const struct pack *pack, const struct proof *proof)
{
	for (size_t i = 0; i < pack->n_invariants; i++) {
		const struct invariant *invariant = &pack->invariants[i];

		for (size_t k = 0; k < invariant->n_asks; k++)
			compare(tally, verdicts,
				is_refuted(proof, CLAIM_ASKS, invariant,
					   invariant->asks[k]));
		if (invariant->n_asks == 0)
			compare(tally, verdicts,
				is_refuted(proof, CLAIM_INVARIANT, invariant,
					   NULL));
	}
	compare(tally, verdicts, is_refuted(proof, CLAIM_UNSURE, NULL, NULL));
	for (size_t i = 0; i < pack->n_questions; i++)
		if (pack->questions[i].n_severity > 1)
			compare(tally, verdicts,
				is_refuted(proof, CLAIM_MONOTONE, NULL,
					   &pack->questions[i]));
}

static void try_pack(struct tally *tally, const struct pack *pack)
{
	struct error_list unreachable = { 0 };
	struct proof *proof = prove(pack, &unreachable);
	char path[] = "/tmp/sitwell-z3-XXXXXX", command[64];
	int file = mkstemp(path);
	FILE *stream = file < 0 ? NULL : fdopen(file, "w");

	if (stream == NULL) {
		printf("Bail out! no file for the problem\n");
		exit(1);
	}
	put_problem(stream, pack);
	fclose(stream);
	snprintf(command, sizeof command, "z3 -smt2 %s 2>&1", path);
	stream = popen(command, "r");
	if (stream == NULL)
		exit(1);
	compare_all(tally, stream, pack, proof);
	pclose(stream);
	unlink(path);
	proof_free(&proof);
	error_list_done(&unreachable);
}

static void say(size_t number, const struct tally *tally, const char *what)
{
	printf("%sok %zu - %s\n", tally->wrong == 0 ? "" : "not ", number,
	       what);
	printf("# %zu claims, %zu broken, %zu judged otherwise\n",
	       tally->claims, tally->broken, tally->wrong);
	fflush(stdout);
}

int main(int argc, char **argv)
{
	size_t packs = soak_count(argc, argv, 120);
	struct tally shipped = { 0 }, small = { 0 };
	struct pack *pack;

	if (system("z3 --version >/dev/null 2>&1") != 0) {
		printf("1..0 # SKIP z3 is not installed\n");
		return 0;
	}
	printf("1..2\n");
	for (size_t i = 0; i < packs; i++) {
		pack = random_pack();
		try_pack(&small, pack);
		pack_free(&pack);
	}
	say(1, &small, "z3 judges random packs as the prover does");
	pack = shipped_pack();
	try_pack(&shipped, pack);
	pack_free(&pack);
	say(2, &shipped, "z3 judges the shipped pack as the prover does");
	return small.wrong + shipped.wrong != 0;
}
