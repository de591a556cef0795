/* What stands beside the exercises that a screening offers. */
#include "config.h"

#include "answers/answers_file.h"
#include "assess/assess.h"
#include "plans.h"

static const struct site site = { .emergency_number = "112" };

/* The result of the shipped pack; the caller frees it. */
static char *result_of(const char *path)
{
	struct pack *pack = pack_at(SOURCE_TREE "/content/buttock-pain");
	struct error_list faults = { 0 };
	struct answers *answers = NULL;
	struct assessment *assessment;
	struct document *document;
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_int_equal(answers_file_read(&answers, pack, path, &faults), 0);
	assessment = assess(pack, answers);
	assert_true(assessment->training.n_exercises > 0);
	document = document_new(assessment, answers, &site);
	report_text(stream, document, 500);
	fclose(stream);
	document_free(&document);
	assessment_free(&assessment);
	answers_free(&answers);
	pack_free(&pack);
	return text;
}

/* No question asks when an operation was, so that the page must say it. */
static void exercises__wait_after_an_operation(void **state)
{
	char *text = result_of(SOURCE_TREE
			       "/tests/flows/answers/outer-hip.ini");
	const char *wait = strstr(text, "wait six weeks");
	const char *first = strstr(text, "lying knee push-out");

	(void)state;
	assert_has(text, "wait six weeks");
	assert_non_null(first);
	assert_true(wait < first);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exercises__wait_after_an_operation),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
