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
#include <config.h>

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

#define MAX_BYTES 65536
#define USUAL_COUNT 400

static const char *const files[] = {
	"pack.ini", "sources.ini", "bodymap.ini", "findings.ini",
	"conditions.ini", "rules.ini", "advice.ini", "questions/about.ini",
	"questions/safety.ini", "questions/place.ini", "questions/test.ini",
};
#define N_FILES (sizeof(files) / sizeof(files[0]))

/* What a mutation puts in: where the format has its edges. */
static const char *const pieces[] = {
	"\n", "\r", "\r\n", "=", "[", "]", "[question x]\n", ";", "#", "\"",
	"'", "\\", "\\\n", "\t", " ", "\xef\xbb\xbf", "\xff", "\xc2\x9b", "é",
	"(", ")", " and ", " not ", " or ", " is ", " in (", "count(", ">= ",
	"0", "-1", "1e400", "0,25", "999999999999999", "yes", "unsure", "na",
	"|", "-", "A", "help-9 = x\n", "answers = a b\n", "prior = 0\n",
	"[zone q]\nbodymap = hips\nmark = b\nname = q\n", "none = unsure\n",
	"min = 9\n", "view-2-row-1 = |x|\n", "type = site\n", "side = site\n",
};
#define N_PIECES (sizeof(pieces) / sizeof(pieces[0]))

struct bytes {
	char at[MAX_BYTES];
	size_t count;
};

/* xorshift: the same numbers on every machine. */
static uint32_t random_state;

static size_t any(size_t below)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return below == 0 ? 0 : random_state % below;
}

static void replace(struct bytes *text, size_t start, size_t gone,
		    const char *piece, size_t bytes)
{
	if (start + gone > text->count)
		gone = text->count - start;
	if (text->count - gone + bytes > MAX_BYTES)
		return;
	memmove(text->at + start + bytes, text->at + start + gone,
		text->count - start - gone);
	memcpy(text->at + start, piece, bytes);
	text->count = text->count - gone + bytes;
}

static void mutate(struct bytes *text)
{
	size_t at = any(text->count), from = any(text->count);
	size_t length = any(60);
	const char *piece = pieces[any(N_PIECES)];
	char copy[60], byte = (char)any(256);

	if (from + length > text->count)
		length = text->count - from;
	memcpy(copy, text->at + from, length);
	switch (any(6)) {
	case 0:				/* one byte is another */
		replace(text, at, 1, &byte, 1);
		break;
	case 1:				/* some are lost */
		replace(text, at, any(20), "", 0);
		break;
	case 2:				/* the end is lost */
		text->count = any(8) == 0 ? at : text->count;
		break;
	case 3:				/* a piece of the file again */
		replace(text, at, any(3), copy, length);
		break;
	default:			/* something of the format */
		replace(text, at, any(4), piece, strlen(piece));
		break;
	}
}

static bool read_bytes(struct bytes *out, const char *path)
{
	FILE *file = fopen(path, "rb");

	if (file == NULL)
		return false;
	out->count = fread(out->at, 1, MAX_BYTES, file);
	fclose(file);
	return true;
}

static bool write_bytes(const struct bytes *text, const char *path)
{
	FILE *file = fopen(path, "wb");
	bool written;

	if (file == NULL)
		return false;
	written = fwrite(text->at, 1, text->count, file) == text->count;
	return fclose(file) == 0 && written;
}

/* Copies the base pack, but the file `odd` with mutations. */
static bool lay_out(const char *base, const char *work, size_t odd)
{
	static struct bytes text;
	char path[4096];

	for (size_t i = 0; i < N_FILES; i++) {
		snprintf(path, sizeof(path), "%s/%s", base, files[i]);
		if (!read_bytes(&text, path))
			return false;
		for (size_t n = i == odd ? 1 + any(6) : 0; n > 0; n--)
			mutate(&text);
		snprintf(path, sizeof(path), "%s/%s", work, files[i]);
		if (!write_bytes(&text, path))
			return false;
	}
	return true;
}

/* Faults must be sorted, in words, and none of iniparser's alone. */
static bool are_sound(const struct error_list *faults)
{
	for (size_t i = 0; i < faults->count; i++) {
		const struct error *fault = &faults->errors[i];

		if (fault->message[0] == '\0' || fault->line < 0 ||
		    strncmp(fault->message, "iniparser", 9) == 0)
			return false;
		if (i > 0 && strcmp(fault[-1].file, fault->file) > 0)
			return false;
	}
	return true;
}

static bool try_once(const char *base, const char *work, uint32_t number)
{
	struct error_list faults = { 0 };
	struct proof *proof = NULL;
	struct pack *pack = NULL;
	bool sound;

	random_state = number * 2654435761u | 1u;
	if (!lay_out(base, work, any(N_FILES)))
		return false;
	sound = pack_load(&pack, work, &faults) == 0 ? faults.count == 0
						     : faults.count > 0;
	if (pack != NULL) {
		pack_lint(pack, &faults);
		proof = prove(pack, &faults);
		proof_free(&proof);
		error_list_sort(&faults);
	}
	sound = sound && are_sound(&faults);
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
	char work[] = "/tmp/sitwell-fuzz-XXXXXX", path[4096], base[4000];
	const char *tree = getenv("SOURCE_TREE");

	snprintf(base, sizeof(base), "%s/tests/broken/base",
		 tree != NULL ? tree : SOURCE_TREE);
	if (mkdtemp(work) == NULL)
		return 1;
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
