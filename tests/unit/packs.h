/* Small packs for unit tests, written as text. */
#ifndef SITWELL_TESTS_PACKS_H
#define SITWELL_TESTS_PACKS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "answers/answers.h"
#include "pack/pack.h"

/* What every pack needs; parts a (safety) and b, in this order. */
#define PACK_HEAD_OF(parts)						\
	"[pack test]\n"							\
	"title = Test\nversion = 1\nreviewed = 2026-01-01\n"		\
	"language = en\nintro-1 = Test\n"				\
	"not-a-diagnosis = This is a test.\n"				\
	"[flow main]\nparts = " parts "\n"				\
	"[part a]\ntitle = A\nsafety = yes\n"				\
	"[part b]\ntitle = B\n"						\
	"[source s]\ntitle = S\ntype = textbook\n"
#define PACK_HEAD PACK_HEAD_OF("a b")

/* Loads `head` and `text`; fails the test with the faults. */
static inline struct pack *pack_under(const char *head, const char *text)
{
	char dir[] = "/tmp/sitwell-test-XXXXXX", path[64];
	struct error_list faults = { 0 };
	struct pack *pack = NULL;
	FILE *file;

	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/pack.ini", dir);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "%s%s", head, text);
	fclose(file);
	if (pack_load_with_passages(&pack, dir, &faults) != 0)
		error_list_print(stderr, &faults);
	unlink(path);
	rmdir(dir);
	assert_non_null(pack);
	error_list_done(&faults);
	return pack;
}

static inline struct pack *pack_of(const char *text)
{
	return pack_under(PACK_HEAD, text);
}

static inline const struct question *question_of(const struct pack *pack,
						 const char *id)
{
	const struct question *question = pack_find_question(pack, id);

	assert_non_null(question);
	return question;
}

/* Answers as an answers file writes them: "yes", "unsure", "30". */
static inline void say(struct answers *answers, const char *id,
		       const char *text)
{
	const struct question *question =
		question_of(answers_pack(answers), id);
	struct value value;
	struct error err;

	assert_ok(value_parse(&value, question, text, &err), &err);
	assert_ok(answers_set(answers, question, &value, &err), &err);
}

#endif
