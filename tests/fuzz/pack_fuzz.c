/*
 * Content that nobody would write, in one file.
 *
 * A text with a section [pack ...] is a whole pack; any other is a file
 * beside base.ini, which has a little of everything to refer to.  What loads
 * is linted too.  Nothing may crash, and each fault must name a line that
 * the file has, in words that a terminal can show.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/lint.h"
#include "pack/pack.h"
#include "tests/fuzz/faults.h"
#include "tests/fuzz/mutate.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/tree.h"

static char work[WORK_BYTES];

static const char *in_work(const char *name)
{
	static char path[128];

	snprintf(path, sizeof path, "%s/%s", work, name);
	return path;
}

static void remove_work(void)
{
	unlink(in_work("whole/pack.ini"));
	unlink(in_work("added/pack.ini"));
	unlink(in_work("added/text.ini"));
	rmdir(in_work("whole"));
	rmdir(in_work("added"));
	rmdir(work);
}

/* Goes when the program ends, but not where it breaks off. */
static void make_work(void)
{
	static struct bytes base;

	if (work[0] != '\0')
		return;
	work_make(work);
	atexit(remove_work);
	mkdir(in_work("whole"), 0700);
	mkdir(in_work("added"), 0700);
	if (bytes_read(&base, in_tree("tests/fuzz/base.ini")))
		bytes_write(in_work("added/pack.ini"), base.at, base.count);
}

/* A last line that does not end counts, and so does the one after the end. */
static int count_lines(const char *text, size_t bytes)
{
	int lines = 1;

	for (size_t i = 0; i < bytes; i++)
		lines += text[i] == '\n';
	return lines;
}

/* base.ini has no fault alone, but a text may make it wrong. */
static bool lines_exist(const struct error_list *faults, const char *file,
			int lines)
{
	for (size_t i = 0; i < faults->count; i++) {
		const struct error *fault = &faults->errors[i];

		if (strcmp(fault->file, file) != 0 || fault->line <= lines)
			continue;
		printf("# there are %d lines: ", lines);
		error_print(stdout, fault);
		return false;
	}
	return true;
}

static enum verdict read_pack(const char *text, size_t bytes)
{
	bool whole = strstr(text, "[pack ") != NULL;
	const char *file = whole ? "pack.ini" : "text.ini";
	struct error_list faults = { 0 };
	struct pack *pack = NULL;
	bool read, sound;

	if (names_iniparser(text, bytes))
		return VERDICT_REFUSED;
	make_work();
	bytes_write(in_work(whole ? "whole/pack.ini" : "added/text.ini"), text,
		    bytes);
	read = pack_load_with_passages(&pack, in_work(whole ? "whole" : "added"),
			 &faults) == 0;
	sound = read == (faults.count == 0);
	if (!sound)
		puts("# it is read with faults, or refused without one");
	if (read)
		pack_lint(pack, &faults);
	sound = sound && faults_are_sound(&faults) &&
		faults_are_sorted(&faults) &&
		lines_exist(&faults, file, count_lines(text, bytes));
	pack_free(&pack);
	error_list_done(&faults);
	return !sound ? VERDICT_BROKEN : read ? VERDICT_READ : VERDICT_REFUSED;
}

const struct fuzz_target fuzz_target = {
	.name = "pack",
	.most = 8192,
	.usual_count = 2000,
	.read = read_pack,
};
