/*
 * Expressions that nobody would write.
 *
 *     expr_fuzz            some thousands of random ones; TAP
 *     expr_fuzz -n COUNT   ... COUNT of them
 *     expr_fuzz FILE...    the text of each file
 *
 * What parses is printed and parsed again: it must print the same.  Then it
 * is worked out for random answers in each reading: nothing may crash, and
 * all readings of a complete set of answers must agree.  Compiled with
 * -DLIBFUZZER and -fsanitize=fuzzer, libFuzzer makes up the texts.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "answers/answers.h"
#include "answers/logic.h"
#include "pack/expr.h"

#define USUAL_COUNT 5000
#define MOST_BYTES 2000

static const char *const words[] = {
	"numbness", "weakness", "worst", "age", "triggers", "story", "spot",
	"outer-hip-pain", "lying-hurts", "nerve", "nothing-such", " is ",
	" in ", " includes ", " and ", " or ", "not ", "(", ")", "(", ")",
	"count(", ">=", "<", "==", "<=", ">", " 3 ", " 0.5 ", "-1", "1e9",
	"yes", "no", "unsure", "skipped", "na", "unanswered", " ", "walking",
	"=", ",", "numbness is yes", "worst >= 4", "\xff", "\t",
};
#define N_WORDS (sizeof words / sizeof *words)

static uint64_t random_state = 88172645463325252u;

static size_t any(size_t below)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (size_t)(random_state >> 11) % below;
}

static const struct pack *base_pack(void)
{
	static struct pack *pack;
	struct error_list faults = { 0 };
	const char *tree = getenv("SOURCE_TREE");
	char dir[4096];

	if (pack != NULL)
		return pack;
	snprintf(dir, sizeof dir, "%s/tests/broken/base",
		 tree != NULL ? tree : SOURCE_TREE);
	if (pack_load(&pack, dir, &faults) != 0) {
		printf("Bail out! %s does not load\n", dir);
		error_list_print(stdout, &faults);
		exit(1);
	}
	return pack;
}

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

	answers_free(&answers);
	return as_is == TRI_UNKNOWN || (said == as_is && assumed == as_is);
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
	return expr_print(twice, bytes, again) + 1 == bytes &&
	       strcmp(once, twice) == 0;
}

static bool holds_up(const char *text, bool *parsed)
{
	struct arena *arena = arena_new();
	const struct expr *expr = NULL;
	struct error err = { .line = 0 };
	bool good;

	*parsed = expr_parse(&expr, arena, base_pack(), text, "f", 1,
			     &err) == 0;
	if (*parsed)
		good = prints_alike(expr, arena) && readings_agree(expr);
	else
		good = err.message[0] != '\0' && err.line == 1;
	arena_free(&arena);
	return good;
}

#ifdef LIBFUZZER

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	char text[MOST_BYTES + 1];
	bool parsed;

	if (size > MOST_BYTES)
		return 0;
	memcpy(text, data, size);
	text[size] = '\0';
	random_state = size + 88172645463325252u;
	if (!holds_up(text, &parsed))
		abort();
	return 0;
}

#else

/* Words of the language at random, or grown so that it parses. */
static void grow(char *text, size_t size, unsigned depth)
{
	size_t used = strlen(text);

	if (used + 100 > size)
		return;
	if (depth == 0 || any(3) == 0) {
		strcat(text, any(2) == 0 ? "worst >= 4" : any(2) == 0
		       ? "numbness in (yes unsure)" : "weakness is no");
		return;
	}
	strcat(text, any(4) == 0 ? "not (" : "(");
	grow(text, size, depth - 1);
	strcat(text, ")");
	strcat(text, any(2) == 0 ? " and " : " or ");
	grow(text, size, depth - 1);
}

static void make_up(char *text, size_t size)
{
	text[0] = '\0';
	if (any(3) == 0) {
		grow(text, size, 6);
		return;
	}
	for (size_t n = any(14); n > 0; n--)
		strcat(text, words[any(N_WORDS)]);
}

static int try_many(unsigned long count)
{
	char text[MOST_BYTES];
	unsigned long parsed = 0;
	bool parses;

	puts("1..1");
	for (unsigned long i = 0; i < count; i++) {
		make_up(text, sizeof text);
		if (!holds_up(text, &parses)) {
			printf("not ok 1 - expression: %s\n", text);
			return 1;
		}
		parsed += parses;
	}
	printf("%sok 1 - %lu expressions parse and print alike, %lu say why not\n",
	       parsed > 0 && parsed < count ? "" : "not ", parsed,
	       count - parsed);
	return parsed == 0 || parsed == count;
}

static bool try_file(const char *path)
{
	char text[MOST_BYTES + 1];
	FILE *file = fopen(path, "rb");
	bool parsed;

	if (file == NULL)
		return false;
	text[fread(text, 1, MOST_BYTES, file)] = '\0';
	fclose(file);
	return holds_up(text, &parsed);
}

int main(int argc, char **argv)
{
	unsigned long count = USUAL_COUNT;
	int option;

	while ((option = getopt(argc, argv, "n:")) != -1) {
		if (option != 'n')
			return 2;
		count = strtoul(optarg, NULL, 10);
	}
	if (optind == argc)
		return try_many(count);
	for (; optind < argc; optind++)
		if (!try_file(argv[optind])) {
			printf("%s\n", argv[optind]);
			return 1;
		}
	return 0;
}

#endif
