/*
 * Is the proof enough?  The shipped pack is made worse in one place after
 * the other, in its rules, in what they read and in what is asked, and each
 * time a test patient, an invariant or the proof must find it out.  Where
 * it is proved that no answers lead to another level, the change counts for
 * nothing.
 *
 * Usage: mutants EVERY FIRST FOLDER...: each EVERY-th change from FIRST on,
 * with test patients from these folders; TAP.
 */
#include "config.h"

#include <string.h>

#include "judge.h"
#include "pack/expr.h"
#include "soak.h"

#define AT_LEAST 0.95		/* of the changes that count */

struct run {
	struct pack *pack;
	struct judge *judge;
	size_t every, first;
	size_t n;			/* changes made up so far */
	size_t verdicts[N_VERDICTS];
	struct mutant mutant;		/* what all of one place share */
	const struct place *place;
	const char *id;
	const struct expr *whole;	/* the expression that is changed */
	bool asks;		/* of a safety question, which is asked where
				 * that is unknown */
	const struct expr *never, *older, *younger;
};

/* One change */

static void tell(const struct run *run, const char *verdict)
{
	char text[120] = "";

	if (run->whole != NULL)
		expr_print(text, sizeof text, run->whole);
	printf("# %s: %s:%d %s: %s: %s\n", verdict, run->place->file,
	       run->place->line, run->id, run->mutant.what, text);
}

/* `other` (of `size` bytes) stands in `place` meanwhile. */
static void try_edit(struct run *run, const char *what, const void *place,
		     const void *other, size_t size)
{
	struct mutant *mutant = &run->mutant;
	enum verdict verdict;

	if (run->n++ % run->every != run->first % run->every)
		return;
	mutant->what = what;
	mutant->edit.place = (void *)place;
	mutant->edit.size = size;
	memcpy(mutant->edit.other, other, size);
	verdict = judge_mutant(run->judge, mutant);
	run->verdicts[verdict]++;
	if (verdict == VERDICT_SURVIVED)
		tell(run, "survived");
	else if (verdict == VERDICT_EQUIVALENT && getenv("EQUIVALENT") != NULL)
		tell(run, "equivalent");
}

static void try_node(struct run *run, const char *what,
		     const struct expr *node, const struct expr *other,
		     bool milder)
{
	run->mutant.milder = milder && run->mutant.rule != NULL;
	try_edit(run, what, node, other, sizeof *node);
	run->mutant.milder = false;
}

static void try_pointer(struct run *run, const char *what,
			const struct expr *const *place,
			const struct expr *other, bool milder)
{
	run->mutant.milder = milder && run->mutant.rule != NULL;
	try_edit(run, what, place, &other, sizeof other);
	run->mutant.milder = false;
}

/* Expressions.  Under a `not`, what is dropped makes more true. */

static void try_branches(struct run *run, const struct expr *node, bool plain)
{
	if (node->left->op != EXPR_OR)
		try_node(run, "a branch of or dropped", node, node->right,
			 plain);
	if (node->right->op != EXPR_OR)
		try_node(run, "the other branch of or dropped", node,
			 node->left, plain);
}

static void try_operator(struct run *run, const struct expr *node, bool plain)
{
	struct expr other = *node;

	other.op = node->op == EXPR_OR ? EXPR_AND : EXPR_OR;
	try_node(run, node->op == EXPR_OR ? "and for or" : "or for and", node,
		 &other, plain && node->op == EXPR_OR);
}

static void try_threshold(struct run *run, const struct expr *node)
{
	static const enum expr_compare off[] = {
		[COMPARE_LT] = COMPARE_LE, [COMPARE_LE] = COMPARE_LT,
		[COMPARE_GT] = COMPARE_GE, [COMPARE_GE] = COMPARE_GT,
		[COMPARE_EQ] = COMPARE_EQ,
	};
	struct expr other = *node;

	if (node->compare != COMPARE_EQ) {
		other.compare = off[node->compare];
		try_node(run, "the comparison off by one", node, &other, false);
		other.compare = node->compare;
	}
	other.number = node->number + 1;
	try_node(run, "the number one more", node, &other, false);
	other.number = node->number - 1;
	try_node(run, "the number one less", node, &other, false);
}

static void try_unsure(struct run *run, const struct expr *node, bool plain)
{
	struct expr other = *node;

	/* then it is unknown, and the question is asked all the same */
	if (run->asks)
		return;
	if (!(node->reserved & RESERVED_UNSURE) ||
	    (node->choices == 0 && node->reserved == RESERVED_UNSURE))
		return;
	other.reserved &= ~(unsigned)RESERVED_UNSURE;
	try_node(run, "unsure dropped", node, &other, plain);
}

static void try_tree(struct run *run, const struct expr *node, bool plain)
{
	switch (node->op) {
	case EXPR_OR:
		try_branches(run, node, plain);
		try_operator(run, node, plain);
		break;
	case EXPR_AND:
		try_operator(run, node, plain);
		break;
	case EXPR_COMPARE:
	case EXPR_COUNT:
		try_threshold(run, node);
		break;
	case EXPR_IS:
	case EXPR_INCLUDES:
		try_unsure(run, node, plain);
		break;
	default:
		break;
	}
	if (node->left != NULL)
		try_tree(run, node->left, plain && node->op != EXPR_NOT);
	if (node->op == EXPR_OR || node->op == EXPR_AND)
		try_tree(run, node->right, plain);
}

static const struct expr *parse(struct run *run, const char *text)
{
	const struct expr *expr = NULL;
	struct error err;

	if (expr_parse(&expr, run->pack->arena, run->pack, text, "", 0,
		       &err) != 0) {
		printf("Bail out! %s\n", err.message);
		exit(1);
	}
	return expr;
}

static const struct expr *both(struct run *run, const struct expr *one,
			       const struct expr *other)
{
	struct expr *expr = arena_alloc(run->pack->arena, 1, sizeof *expr);

	expr->op = EXPR_AND;
	expr->left = one;
	expr->right = other;
	return expr;
}

/* Rules */

static void try_rule(struct run *run, const struct rule *rule)
{
	enum urgency milder = rule->urgency - 1;
	bool no = false;

	run->mutant.deleted = true;
	try_pointer(run, "deleted", &rule->when, run->never, true);
	run->mutant.deleted = false;
	try_pointer(run, "and age > 60", &rule->when,
		    both(run, rule->when, run->older), true);
	try_pointer(run, "and age <= 60", &rule->when,
		    both(run, rule->when, run->younger), true);
	if (rule->urgency > URGENCY_ROUTINE)
		try_edit(run, "one level lower", &rule->urgency, &milder,
			 sizeof milder);
	run->mutant.changes_level = false;
	if (rule->stop)
		try_edit(run, "stop dropped", &rule->stop, &no, sizeof no);
	run->mutant.changes_level = true;
	try_tree(run, rule->when, true);
}

static void try_rules(struct run *run)
{
	run->mutant = (struct mutant){ .in_rules = true,
				       .changes_level = true };
	for (size_t i = 0; i < run->pack->n_rules; i++) {
		const struct rule *rule = &run->pack->rules[i];

		run->mutant.rule = rule;
		run->place = &rule->place;
		run->id = rule->id;
		run->whole = rule->when;
		try_rule(run, rule);
	}
	run->mutant.rule = NULL;
}

/* Self-care: every condition of it that is left out lets more people in. */
static void try_gates(struct run *run, const struct expr *node)
{
	if (node->op != EXPR_AND)
		return;
	try_node(run, "a condition of self-care dropped", node, node->left,
		 false);
	if (node->left->op != EXPR_AND)
		try_node(run, "the first condition of self-care dropped", node,
			 node->right, false);
	try_gates(run, node->left);
}

static void try_self_care(struct run *run)
{
	const struct self_care *self_care = run->pack->self_care;

	run->mutant = (struct mutant){ .in_rules = true,
				       .changes_level = true };
	run->place = &self_care->place;
	run->id = self_care->id;
	run->whole = self_care->when;
	try_gates(run, self_care->when);
	try_tree(run, self_care->when, false);
}

/* Findings that rules read */

struct read_by {
	bool *reads;
};

static void note_read(void *data, const struct question *question,
		      const struct finding *finding)
{
	struct read_by *seen = data;

	(void)question;
	if (finding == NULL || seen->reads[finding->index])
		return;
	seen->reads[finding->index] = true;
	expr_visit(finding->when, note_read, seen);
}

static void try_findings(struct run *run)
{
	const struct pack *pack = run->pack;
	struct read_by seen = { xcalloc(pack->n_findings + 1, sizeof(bool)) };

	for (size_t i = 0; i < pack->n_rules; i++)
		expr_visit(pack->rules[i].when, note_read, &seen);
	run->mutant = (struct mutant){ .changes_level = true };
	for (size_t i = 0; i < pack->n_findings; i++) {
		if (!seen.reads[i])
			continue;
		run->place = &pack->findings[i].place;
		run->id = pack->findings[i].id;
		run->whole = pack->findings[i].when;
		try_tree(run, pack->findings[i].when, true);
	}
	free(seen.reads);
}

/* What is asked about safety */

static void try_assumption(struct run *run, const struct question *question)
{
	struct assumption mild = question->assume;

	if (question->type == QUESTION_NUMBER ||
	    question->type == QUESTION_SCALE)
		mild.number = question->min;
	else
		mild.choices = mild.choices == 1 ? 2 : 1;
	run->whole = NULL;
	try_edit(run, "the unknown is read as harmless", &question->assume,
		 &mild, sizeof mild);
	mild = question->assume;
	mild.known = false;
	try_edit(run, "nothing is assumed", &question->assume, &mild,
		 sizeof mild);
}

static void try_question(struct run *run, const struct question *question,
			 const struct question *age)
{
	run->place = &question->place;
	run->id = question->id;
	run->whole = question->ask_if;
	run->asks = true;
	if (question->ask_if != NULL && question->part->safety)
		try_tree(run, question->ask_if, true);
	run->asks = false;
	if (question->part->safety && question->index > age->index)
		try_pointer(run, "asked over 60 only", &question->ask_if,
			    question->ask_if == NULL ? run->older
			    : both(run, question->ask_if, run->older), true);
	if (question->assume.known)
		try_assumption(run, question);
}

static void try_questions(struct run *run)
{
	const struct pack *pack = run->pack;
	const struct question *age = pack_find_question(pack, "age");
	bool no = false;

	run->mutant = (struct mutant){ .changes_level = true };
	for (size_t i = 0; i < pack->n_questions; i++)
		try_question(run, &pack->questions[i], age);
	run->whole = NULL;
	for (size_t i = 0; i < pack->n_parts; i++) {
		if (!pack->parts[i].safety)
			continue;
		run->place = &pack->parts[i].place;
		run->id = pack->parts[i].id;
		try_edit(run, "no longer a safety part",
			 &pack->parts[i].safety, &no, sizeof no);
	}
}

/* The score */

static int report(const struct run *run)
{
	const size_t *verdicts = run->verdicts;
	size_t survived = verdicts[VERDICT_SURVIVED];
	size_t found = verdicts[VERDICT_VIGNETTE] + verdicts[VERDICT_PROMISE] +
		       verdicts[VERDICT_PROOF];
	size_t all = found + survived;
	/* in a small sample a single one is no measure */
	bool enough = all > 0 && (survived <= 1 ||
				  (double)found >= AT_LEAST * (double)all);

	printf("%sok 1 - %zu of %zu changes that make the pack worse are found out\n",
	       enough ? "" : "not ", found, all);
	printf("# %zu by %zu test patients, %zu by invariants, %zu by the rest of the proof; %zu survive, %zu change no level\n",
	       verdicts[VERDICT_VIGNETTE], judge_cases(run->judge),
	       verdicts[VERDICT_PROMISE], verdicts[VERDICT_PROOF], survived,
	       verdicts[VERDICT_EQUIVALENT]);
	printf("# %.1f%% of those that change a level\n1..1\n",
	       100.0 * (double)found / (double)(all > 0 ? all : 1));
	return !enough;
}

int main(int argc, char **argv)
{
	static const struct expr never = { .op = EXPR_COUNT,
					   .compare = COMPARE_GT };
	struct run run = { .pack = shipped_pack(), .never = &never };
	int status;

	if (argc < 4) {
		printf("Bail out! mutants EVERY FIRST FOLDER...\n");
		return 1;
	}
	/* what survives is seen at once, also in a file */
	setvbuf(stdout, NULL, _IOLBF, 0);
	run.every = strtoul(argv[1], NULL, 10);
	run.first = strtoul(argv[2], NULL, 10);
	run.judge = judge_new(run.pack, argv + 3);
	run.older = parse(&run, "age > 60");
	run.younger = parse(&run, "age <= 60");
	try_rules(&run);
	try_self_care(&run);
	try_findings(&run);
	try_questions(&run);
	status = report(&run);
	judge_free(&run.judge);
	pack_free(&run.pack);
	return status;
}
