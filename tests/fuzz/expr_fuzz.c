/*
 * Expressions that nobody would write.
 *
 * What parses is printed and parsed again: it must print the same.  Then it
 * is worked out for random answers in each reading: nothing may crash, and
 * all readings of a complete set of answers must agree.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "answers/answers.h"
#include "answers/logic.h"
#include "base/names.h"
#include "pack/expr.h"
#include "tests/fuzz/faults.h"
#include "tests/fuzz/mutate.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/tree.h"

static const char *const words[] = {
	"numbness", "weakness", "worst", "age", "triggers", "story", "spot",
	"outer-hip-pain", "lying-hurts", "nerve", "nothing-such", " is ",
	" in ", " includes ", " and ", " or ", "not ", "(", ")", "(", ")",
	"count(", ">=", "<", "==", "<=", ">", " 3 ", " 0.5 ", "-1", "1e9",
	"yes", "no", "unsure", "skipped", "na", "unanswered", " ", "walking",
	"=", ",", "numbness is yes", "worst >= 4", "\xff", "\t",
};
#define N_WORDS (sizeof words / sizeof *words)

/* Answers at will; the same seed gives the same. */
static struct answers *some_answers(const struct pack *pack)
{
	struct answers *answers = answers_new(pack, any(2) == 0
					      ? ROLE_PATIENT : ROLE_PHYSIO);
	struct error err;

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value = { .state = (enum answer_state)any(5) };

		value.number = question->min + (double)any(12);
		value.choices = UINT64_C(1) << any(question->n_answers + 1);
		value.text = "words";
		if (value.state != ANSWER_NOTHING)
			answers_set(answers, question, &value, &err);
	}
	return answers;
}

/* What is known stays so, however the unknown is read. */
static bool readings_agree(const struct expr *expr)
{
	struct answers *answers = some_answers(base_pack());
	enum tri as_is = expr_eval(expr, answers, READ_AS_IS);
	enum tri said = expr_eval(expr, answers, READ_SAID);
	enum tri assumed = expr_eval(expr, answers, READ_ASSUMED);
	bool agree = as_is == TRI_UNKNOWN ||
		     (said == as_is && assumed == as_is);

	answers_free(&answers);
	if (!agree)
		puts("# what is known is read in two ways");
	return agree;
}

/* Whether it prints as text that parses to what prints alike. */
static bool prints_alike(const struct expr *expr, struct arena *arena)
{
	size_t bytes = expr_print(NULL, 0, expr) + 1;
	char *once = arena_alloc(arena, bytes, 1);
	char *twice = arena_alloc(arena, bytes, 1);
	const struct expr *again;
	struct error err;

	expr_print(once, bytes, expr);
	if (expr_parse(&again, arena, base_pack(), once, "f", 1, &err) != 0) {
		printf("# %s\n", err.message);
		return false;
	}
	if (expr_print(twice, bytes, again) + 1 == bytes &&
	    strcmp(once, twice) == 0)
		return true;
	printf("# %s is printed again as %s\n", once, twice);
	return false;
}

static enum verdict read_expression(const char *text, size_t bytes)
{
	struct arena *arena = arena_new();
	enum verdict verdict = VERDICT_BROKEN;
	const struct expr *expr = NULL;
	struct error err = { .line = 0 };

	chance_seed((uint32_t)fnv(FNV_START, text, bytes));
	if (expr_parse(&expr, arena, base_pack(), text, "f", 1, &err) == 0) {
		if (prints_alike(expr, arena) && readings_agree(expr))
			verdict = VERDICT_READ;
	} else if (is_showable(err.message) && err.line == 1) {
		verdict = VERDICT_REFUSED;
	} else {
		printf("# the reason is none: %s\n", err.message);
	}
	arena_free(&arena);
	return verdict;
}

/* Words of the language at random, or grown so that it parses. */
static void grow(char *text, size_t room, unsigned depth)
{
	size_t used = strlen(text);

	if (used + 100 > room)
		return;
	if (depth == 0 || any(3) == 0) {
		strcat(text, any(2) == 0 ? "worst >= 4" : any(2) == 0
		       ? "numbness in (yes unsure)" : "weakness is no");
		return;
	}
	strcat(text, any(4) == 0 ? "not (" : "(");
	grow(text, room, depth - 1);
	strcat(text, ")");
	strcat(text, any(2) == 0 ? " and " : " or ");
	grow(text, room, depth - 1);
}

static void make_up(char *text, size_t room)
{
	text[0] = '\0';
	if (any(3) == 0) {
		grow(text, room, 6);
		return;
	}
	for (size_t n = any(14); n > 0; n--)
		strcat(text, words[any(N_WORDS)]);
}

const struct fuzz_target fuzz_target = {
	.name = "expr",
	.most = 2000,
	.usual_count = 8000,
	.read = read_expression,
	.make_up = make_up,
};
