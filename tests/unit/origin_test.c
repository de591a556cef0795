/*
 * Where each line of a result comes from, for random people: nothing is
 * said without a source, and nothing private where others may read it.
 */
#include "config.h"

#include <jansson.h>
#include <string.h>

#include "check.h"

#include "../soak/soak.h"
#include "assess/assess.h"
#include "report/document.h"
#include "report/report.h"

#define PEOPLE 40		/* of each role */

static struct pack *pack;
static const struct site site = { .emergency_number = "112" };

static int load(void **state)
{
	(void)state;
	pack = shipped_pack();
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

static struct value any_value(const struct question *question)
{
	struct value value = { .state = ANSWER_VALUE };

	if (question->type == QUESTION_NUMBER ||
	    question->type == QUESTION_SCALE) {
		value.number = any_number(question);
		return value;
	}
	if (question->type == QUESTION_TEXT || draw(10) == 0)
		return (struct value){ .state = ANSWER_UNSURE };
	if (question->n_severity > 0 && draw(20) != 0)
		return choice_of(question, question->severity[0]);
	return choice_of(question, (size_t)draw(question->n_answers));
}

static struct answers *anybody(enum role role)
{
	struct answers *answers = answers_new(pack, role);

	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value = any_value(question);
		struct error err;

		if (answers_applies(answers, question))
			answers_set(answers, question, &value, &err);
	}
	return answers;
}

static bool has_source(const json_t *sources, const char *id)
{
	const json_t *source;
	size_t i;

	json_array_foreach(sources, i, source)
		if (strcmp(json_string_value(json_object_get(source, "id")),
			   id) == 0)
			return json_is_string(json_object_get(source, "title"));
	return false;
}

/* Each id of the string is a source with a title. */
static void assert_sources(const json_t *string, const json_t *sources,
			   const char *of)
{
	char ids[2000], *rest = ids;
	const char *id;

	if (!json_is_string(string))
		fail_msg("%s has no source", of);
	snprintf(ids, sizeof ids, "%s", json_string_value(string));
	while ((id = strsep(&rest, " ")) != NULL)
		if (!has_source(sources, id))
			fail_msg("%s: %s is not among the sources", of, id);
}

static void assert_each(const json_t *array, const char *name,
			const json_t *sources)
{
	const json_t *item;
	size_t i;

	assert_true(json_is_array(array));
	json_array_foreach(array, i, item)
		assert_sources(json_object_get(item, "source"), sources, name);
}

static json_t *json_of(const struct assessment *assessment,
		       const struct answers *answers)
{
	json_t *root;
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_int_equal(report_json(stream, assessment, answers), 0);
	fclose(stream);
	root = json_loads(text, 0, NULL);
	assert_non_null(root);
	free(text);
	return root;
}

static void assert_json(const struct assessment *assessment,
			const struct answers *answers)
{
	json_t *root = json_of(assessment, answers);
	const json_t *sources = json_object_get(root, "sources");
	const json_t *conditions = json_object_get(root, "conditions"), *one;
	size_t i;

	assert_each(json_object_get(root, "rules"), "a rule", sources);
	assert_each(json_object_get(root, "advised"), "advice", sources);
	assert_each(conditions, "a condition", sources);
	json_array_foreach(conditions, i, one) {
		assert_each(json_object_get(one, "for"), "for", sources);
		assert_each(json_object_get(one, "against"), "against",
			    sources);
	}
	json_decref(root);
}

static void json__names_a_source_for_everything(void **state)
{
	(void)state;
	for (int role = 0; role < N_ROLES; role++)
		for (int i = 0; i < PEOPLE; i++) {
			struct answers *answers = anybody((enum role)role);
			struct assessment *assessment = assess(pack, answers);

			assert_json(assessment, answers);
			assessment_free(&assessment);
			answers_free(&answers);
		}
}

/* A line ends with what it comes from, in brackets, or quotes an answer. */
static bool has_origin(const char *text)
{
	size_t bytes = strlen(text);

	return text[bytes - 1] == ')' || strchr(text, '"') != NULL;
}

static void assert_page(const struct page *page)
{
	for (size_t i = 0; i < page->n_blocks; i++) {
		const struct block *block = &page->blocks[i];

		if (strncmp(block->text, "Where this comes", 16) == 0)
			return;
		if ((block->kind == BLOCK_BULLET ||
		     block->kind == BLOCK_NUMBERED) && !has_origin(block->text))
			fail_msg("no origin: %s", block->text);
	}
}

static void physio__reads_where_each_line_comes_from(void **state)
{
	(void)state;
	for (int i = 0; i < PEOPLE; i++) {
		struct answers *answers = anybody(ROLE_PHYSIO);
		struct assessment *assessment = assess(pack, answers);
		struct document *document = document_new(assessment, answers,
							 &site);

		for (int page = 0; page < PAGE_KEEP; page++)
			assert_page(&document->pages[page]);
		document_free(&document);
		assessment_free(&assessment);
		answers_free(&answers);
	}
}

static bool says(const struct page *page, const char *words)
{
	for (size_t i = 0; i < page->n_blocks; i++)
		if (strstr(page->blocks[i].text, words) != NULL)
			return true;
	return false;
}

static void patient__reads_the_sources_and_the_own_words(void **state)
{
	(void)state;
	for (int i = 0; i < PEOPLE; i++) {
		struct answers *answers = anybody(ROLE_PATIENT);
		struct assessment *assessment = assess(pack, answers);
		struct document *document = document_new(assessment, answers,
							 &site);
		const struct page *why = &document->pages[PAGE_WHY];

		assert_true(says(why, "Where this comes from"));
		if (assessment->urgency_by_rules > URGENCY_ROUTINE)
			assert_true(says(why, "You said \"") ||
				    says(why, "You gave no answer to \""));
		document_free(&document);
		assessment_free(&assessment);
		answers_free(&answers);
	}
}

/* Whether a block, not marked private, quotes a private question. */
static bool tells_private(const struct document *document,
			  const struct answers *answers, bool marked_too)
{
	for (size_t q = 0; q < pack->n_questions; q++) {
		const struct question *question = &pack->questions[q];

		for (int p = 0; question->private && p < N_PAGES; p++)
			for (size_t i = 0; i < document->pages[p].n_blocks;
			     i++) {
				const struct block *block =
					&document->pages[p].blocks[i];

				if ((marked_too || !block->private) &&
				    strstr(block->text,
					   question_prompt(question, answers)))
					return true;
			}
	}
	return false;
}

static void private_questions__are_in_no_print_nor_before_a_trainer(void **state)
{
	(void)state;
	for (int role = 0; role < N_ROLES; role++)
		for (int i = 0; i < PEOPLE; i++) {
			struct answers *answers = anybody((enum role)role);
			struct assessment *assessment = assess(pack, answers);
			struct document *document =
				document_new(assessment, answers, &site);

			assert_false(tells_private(document, answers,
						   role == ROLE_TRAINER));
			document_free(&document);
			assessment_free(&assessment);
			answers_free(&answers);
		}
}

/* The advice of a crisis would tell what was said. */
static void trainer__is_not_told_of_a_crisis(void **state)
{
	const struct question *harm = pack_find_question(pack, "self-harm");
	struct answers *answers = answers_new(pack, ROLE_TRAINER);
	struct assessment *assessment;
	struct document *document;
	struct error err;
	struct value yes = { .state = ANSWER_VALUE };

	(void)state;
	assert_non_null(harm);
	yes.choices = UINT64_C(1) << question_find_answer(harm, "yes");
	assert_ok(answers_set(answers, harm, &yes, &err), &err);
	assessment = assess(pack, answers);
	document = document_emergency(assessment, answers, &site);
	assert_true(says(&document->pages[0], "Stay with the person"));
	assert_false(says(&document->pages[0], "hurt yourself"));
	document_free(&document);
	answers_set_role(answers, ROLE_PATIENT);
	assessment_free(&assessment);
	assessment = assess(pack, answers);
	document = document_emergency(assessment, answers, &site);
	assert_true(says(&document->pages[0], "hurt yourself"));
	document_free(&document);
	assessment_free(&assessment);
	answers_free(&answers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json__names_a_source_for_everything),
		cmocka_unit_test(physio__reads_where_each_line_comes_from),
		cmocka_unit_test(patient__reads_the_sources_and_the_own_words),
		cmocka_unit_test(private_questions__are_in_no_print_nor_before_a_trainer),
		cmocka_unit_test(trainer__is_not_told_of_a_crisis),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
