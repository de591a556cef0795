/*
 * Runs a target without libFuzzer, in any build.
 *
 *     NAME_fuzz              all kept texts, and as many mutations as usual; TAP
 *     NAME_fuzz -n COUNT     ... COUNT mutations
 *     NAME_fuzz -s NUMBER    ... beginning with that one
 *     NAME_fuzz -v           ... each is named before it is tried
 *     NAME_fuzz FILE...      the text of each file alone
 *
 * A mutation's number tells its bytes, as long as the corpus stays as it is.
 */
#include "config.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "tests/fuzz/mutate.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/tree.h"

static bool verbose;
static struct bytes *kept;
static size_t n_kept;

/* Each text stands in memory of its own, which ends where it ends. */
static enum verdict try(const struct bytes *text)
{
	char *copy = xcalloc(text->count + 1, 1);
	enum verdict verdict;

	memcpy(copy, text->at, text->count);
	verdict = fuzz_target.read(copy, text->count);
	free(copy);
	return verdict;
}

static void name(const char *what, size_t number)
{
	if (!verbose)
		return;
	printf("# %s %zu\n", what, number);
	fflush(stdout);
}

/* One line of TAP; some must be read and some refused, or little was tried. */
static int result(int number, const char *what, const size_t *counts)
{
	bool good = counts[VERDICT_BROKEN] == 0 && counts[VERDICT_READ] > 0 &&
		    counts[VERDICT_REFUSED] > 0;

	printf("%sok %d - %s %s: %zu are read, %zu refused with a reason\n",
	       good ? "" : "not ", number, what, fuzz_target.name,
	       counts[VERDICT_READ], counts[VERDICT_REFUSED]);
	return good ? 0 : 1;
}

static int is_file(const struct dirent *item)
{
	return item->d_name[0] != '.';
}

/* Replays the corpus, and keeps it to be mutated. */
static int try_kept(void)
{
	size_t counts[] = { 0, 0, 0 };
	char folder[4000], path[4300];
	struct dirent **items;
	int count;

	snprintf(path, sizeof path, "tests/fuzz/corpus/%s", fuzz_target.name);
	snprintf(folder, sizeof folder, "%s", in_tree(path));
	count = scandir(folder, &items, is_file, alphasort);
	kept = xcalloc(count > 0 ? (size_t)count : 0, sizeof *kept);
	for (int i = 0; i < count; i++) {
		enum verdict verdict = VERDICT_BROKEN;

		name(items[i]->d_name, n_kept);
		snprintf(path, sizeof path, "%s/%s", folder, items[i]->d_name);
		if (bytes_read(&kept[n_kept], path))
			verdict = try(&kept[n_kept++]);
		if (verdict == VERDICT_BROKEN)
			printf("# %s\n", path);
		counts[verdict]++;
		free(items[i]);
	}
	if (count >= 0)
		free(items);
	return result(1, "kept texts of", counts);
}

/* A text of the target's own, or a kept one that is changed. */
static void make_up(struct bytes *text)
{
	if (fuzz_target.make_up != NULL && any(2) == 0) {
		fuzz_target.make_up(text->at, fuzz_target.most);
		text->count = strlen(text->at);
		return;
	}
	*text = kept[any(n_kept)];
	for (size_t n = 1 + any(4); n > 0; n--)
		mutate(text);
	if (text->count > fuzz_target.most)
		text->count = fuzz_target.most;
}

static int try_mutations(unsigned long first, unsigned long count)
{
	size_t counts[] = { 0, 0, 0 };
	static struct bytes text;
	char words[200];

	snprintf(words, sizeof words, "tests/fuzz/%s.dict", fuzz_target.name);
	if (n_kept == 0 || words_read(in_tree(words)) == 0) {
		printf("not ok 2 - %s and a corpus can be read\n", words);
		return 1;
	}
	for (unsigned long i = first; i < first + count; i++) {
		enum verdict verdict;

		name("mutation", i);
		chance_seed((uint32_t)i);
		make_up(&text);
		verdict = try(&text);
		if (verdict == VERDICT_BROKEN)
			printf("# mutation %lu\n", i);
		counts[verdict]++;
	}
	return result(2, "made-up texts of", counts);
}

static int try_file(const char *path)
{
	static const char *const words[] = { "broken", "refused", "read" };
	static struct bytes text;
	enum verdict verdict;

	if (!bytes_read(&text, path)) {
		printf("%s: cannot be read\n", path);
		return 1;
	}
	verdict = try(&text);
	printf("%s: %s\n", path, words[verdict]);
	return verdict == VERDICT_BROKEN;
}

int main(int argc, char **argv)
{
	unsigned long first = 1, count = fuzz_target.usual_count;
	int option, failed = 0;

	while ((option = getopt(argc, argv, "n:s:v")) != -1) {
		if (option == 'n')
			count = strtoul(optarg, NULL, 10);
		else if (option == 's')
			first = strtoul(optarg, NULL, 10);
		else if (option == 'v')
			verbose = true;
		else
			return 2;
	}
	for (int i = optind; i < argc; i++)
		failed |= try_file(argv[i]);
	if (optind < argc)
		return failed;
	puts("1..2");
	failed = try_kept();
	failed |= try_mutations(first, count);
	free(kept);
	return failed;
}
