/* Plans for unit tests, by the small pack in tests/plans/pack. */
#ifndef SITWELL_TESTS_PLANS_H
#define SITWELL_TESTS_PLANS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "plan/plan.h"
#include "report/document.h"
#include "report/report.h"

/* Fails the test with the faults. */
static inline struct pack *pack_at(const char *path)
{
	struct error_list faults = { 0 };
	struct pack *pack = NULL;

	if (pack_load(&pack, path, &faults) != 0)
		error_list_print(stderr, &faults);
	assert_non_null(pack);
	error_list_done(&faults);
	return pack;
}

static inline struct pack *plans_pack(void)
{
	return pack_at(SOURCE_TREE "/tests/plans/pack");
}

/* Fails the test with the faults. */
static inline struct plan *plan_at(const struct pack *pack, const char *path)
{
	struct error_list faults = { 0 };
	struct plan *plan = NULL;

	if (plan_read(&plan, pack, path, &faults) != 0)
		error_list_print(stderr, &faults);
	assert_non_null(plan);
	error_list_done(&faults);
	return plan;
}

static inline struct plan *good_plan(const struct pack *pack)
{
	return plan_at(pack, SOURCE_TREE "/tests/plans/good.ini");
}

static inline struct plan *plan_of(const struct pack *pack, const char *text)
{
	char path[] = "/tmp/sitwell-test-XXXXXX";
	int descriptor = mkstemp(path);
	struct plan *plan;

	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, text, strlen(text)),
			 (ssize_t)strlen(text));
	close(descriptor);
	plan = plan_at(pack, path);
	unlink(path);
	return plan;
}

/* A page as lines of 38 columns, its title first; the caller frees it. */
static inline char *page_text(const struct page *page)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_non_null(stream);
	report_pages(stream, page, 1, 38);
	fclose(stream);
	return text;
}

/* Says which text lacks what. */
static inline void assert_has(const char *text, const char *words)
{
	if (strstr(text, words) == NULL)
		fail_msg("\"%s\" is not in:\n%s", words, text);
}

static inline void assert_has_not(const char *text, const char *words)
{
	if (strstr(text, words) != NULL)
		fail_msg("\"%s\" is in:\n%s", words, text);
}

#endif
