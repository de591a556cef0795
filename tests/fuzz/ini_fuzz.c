/*
 * Loads packs that are not meant to be loaded.
 *
 *     ini_fuzz FILE       reads one file and prints its faults
 *     ini_fuzz            mutates tests/broken/base a few hundred times
 *     ini_fuzz -n COUNT   ... COUNT times
 *
 * What loads goes through all checks and the proof.  Under sanitizers
 * nothing may be reported; and where the loader's own reading of the lines
 * finds no fault, iniparser must read the same values (else the message
 * begins with "iniparser"). Each mutation has a number, which tells the
 * bytes: a failure names it, and -s NUMBER begins there.
 */
#include "config.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "pack/ini.h"
#include "pack/lint.h"
#include "pack/pack.h"
#include "prove/prove.h"
#include "tests/fuzz/faults.h"
#include "tests/fuzz/mutate.h"
#include "tests/fuzz/tree.h"

#define USUAL_COUNT 400

static const char *const files[] = {
	"pack.ini", "sources.ini", "bodymap.ini", "findings.ini",
	"conditions.ini", "rules.ini", "advice.ini", "questions/about.ini",
	"questions/safety.ini", "questions/place.ini", "questions/test.ini",
	"exercises.ini", "programmes.ini", "checks.ini",
};
#define N_FILES (sizeof(files) / sizeof(files[0]))

/* Copies the base pack, but the file `odd` with mutations. */
static bool lay_out(const char *base, const char *work, size_t odd)
{
	static struct bytes text;
	char path[4096];

	for (size_t i = 0; i < N_FILES; i++) {
		snprintf(path, sizeof(path), "%s/%s", base, files[i]);
		if (!bytes_read(&text, path))
			return false;
		for (size_t n = i == odd ? 1 + any(6) : 0; n > 0; n--)
			mutate(&text);
		snprintf(path, sizeof(path), "%s/%s", work, files[i]);
		bytes_write(path, text.at, text.count);
	}
	return true;
}

static bool try_once(const char *base, const char *work, uint32_t number)
{
	struct error_list faults = { 0 };
	struct proof *proof = NULL;
	struct pack *pack = NULL;
	bool sound;

	chance_seed(number);
	if (!lay_out(base, work, any(N_FILES)))
		return false;
	sound = pack_load_with_passages(&pack, work, &faults) == 0 ? faults.count == 0
						     : faults.count > 0;
	if (pack != NULL) {
		pack_lint(pack, &faults);
		proof = prove(pack, &faults);
		proof_free(&proof);
		error_list_sort(&faults);
	}
	sound = sound && faults_are_sound(&faults) && faults_are_sorted(&faults);
	if (!sound) {
		printf("not ok 1 - mutation %u in %s\n", (unsigned)number, work);
		error_list_print(stdout, &faults);
	}
	pack_free(&pack);
	error_list_done(&faults);
	return sound;
}

static int try_many(uint32_t first, uint32_t count)
{
	char work[WORK_BYTES], path[4096], base[4000];

	if (words_read(in_tree("tests/fuzz/pack.dict")) == 0)
		return 1;
	work_make(work);
	snprintf(base, sizeof(base), "%s", in_tree("tests/broken/base"));
	snprintf(path, sizeof(path), "%s/questions", work);
	mkdir(path, 0700);
	puts("1..1");
	for (uint32_t i = first; i < first + count; i++)
		if (!try_once(base, work, i))
			return 1;
	printf("ok 1 - %u mutated packs load or say why not\n", (unsigned)count);
	snprintf(path, sizeof(path), "rm -r '%s'", work);
	return system(path) == 0 ? 0 : 1;
}

static int read_one(const char *path)
{
	struct error_list faults = { 0 };
	struct ini ini;

	ini_read(&ini, path, path, &faults);
	error_list_print(stdout, &faults);
	ini_done(&ini);
	error_list_done(&faults);
	return 0;
}

int main(int argc, char **argv)
{
	uint32_t first = 1, count = USUAL_COUNT;
	int option;

	while ((option = getopt(argc, argv, "n:s:")) != -1) {
		if (option == 'n')
			count = (uint32_t)strtoul(optarg, NULL, 10);
		else if (option == 's')
			first = (uint32_t)strtoul(optarg, NULL, 10);
		else
			return 2;
	}
	return optind < argc ? read_one(argv[optind]) : try_many(first, count);
}
