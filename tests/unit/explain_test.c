/*
 * assess --explain: what a trace says is what was reckoned.  The numbers are
 * added up again from the JSON alone, for every typical case.
 */
#include "config.h"

#include <dirent.h>
#include <jansson.h>
#include <math.h>

#include "packs.h"

#include "answers/answers_file.h"
#include "assess/grounds.h"
#include "assess/trace.h"
#include "base/paths.h"
#include "base/text.h"
#include "report/explain.h"
#include "report/report.h"

#define assert_near(found, want) \
	assert_true(fabs((found) - (want)) <= 1e-9 * fmax(1, fabs(want)))

static const char content[] =
	"[question age]\npart = a\ntype = number\nprompt = Age\nmin = 0\nmax = 120\n"
	"assume-unknown = 70\nanswers = unsure\n"
	"[question a]\npart = a\ntype = single\nprompt = A\nanswers = yes no unsure\n"
	"[question b]\npart = b\ntype = single\nprompt = B\nanswers = yes no unsure\n"
	"[question d]\npart = b\ntype = single\nprompt = D\nanswers = yes no unsure\n"
	"[finding fa]\nname = A\nwhen = a is yes\nabsent-when = a is no\n"
	"[finding fb]\nname = B\nwhen = b is yes\nabsent-when = b is no\n"
	"[finding both]\nname = Both\nwhen = count(fa fb) >= 2\nreplaces = fa fb\n"
	"[condition one]\nname = One\nclinician-name = One\nprior = 0.7\nsource = s\n"
	"[condition two]\nname = Two\nclinician-name = Two\nprior = 0.3\nsource = s\n"
	"needs = not d is no\n"
	"[evidence one]\nfa = 10 0.5 s\nfb = 3 0.5 s\nboth = 4 1 s\n"
	"[rule old]\nwhen = age >= 65 or a is yes\nurgency = routine\nbecause = Old.\nsource = s\n"
	"[advice rest]\nkind = do\ntext = Rest.\nsource = s\nforbidden-by = one\n"
	"[advice stretch]\nkind = do\ntext = Stretch.\nsource = s\nfor = one\n";

/* A small case, its trace, and the trace's parts in words and as JSON. */
struct made {
	struct pack *pack;
	struct answers *answers;
	struct assessment *assessment;
	struct trace *trace;
};

static void make(struct made *made, struct pack *pack,
		 struct answers *answers)
{
	*made = (struct made){ .pack = pack, .answers = answers };
	made->assessment = assess(pack, answers);
	made->trace = trace_new(made->assessment, answers);
}

static void unmake(struct made *made)
{
	trace_free(&made->trace);
	assessment_free(&made->assessment);
	answers_free(&made->answers);
}

static struct pack *small;

static int load(void **state)
{
	(void)state;
	small = pack_of(content);
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pack_free(&small);
	return 0;
}

/* "question answer" lines up to NULL, in the small pack. */
static void make_small(struct made *made, const char *const *lines)
{
	struct answers *answers = answers_new(small, ROLE_PHYSIO);

	for (; *lines != NULL; lines += 2)
		say(answers, lines[0], lines[1]);
	make(made, small, answers);
}

static char *text_of(const struct trace *trace)
{
	char *text;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	explain_text(stream, trace);
	fclose(stream);
	return text;
}

static void assert_says(const struct trace *trace, const char *words)
{
	char *text = text_of(trace);

	if (strstr(text, words) == NULL)
		fail_msg("not said: %s\n%s", words, text);
	free(text);
}

static void assert_silent(const struct trace *trace, const char *words)
{
	char *text = text_of(trace);

	if (strstr(text, words) != NULL)
		fail_msg("said: %s\n%s", words, text);
	free(text);
}

static void rule__names_only_what_made_it_true(void **state)
{
	static const char *const lines[] = { "age", "30", "a", "yes", NULL };
	struct made made;

	(void)state;
	make_small(&made, lines);
	assert_says(made.trace, "  when = age >= 65 or a is yes\n"
		    "  - a is yes: true, said: yes\n");
	assert_silent(made.trace, "- age >= 65");
	unmake(&made);
}

static void rule__tells_what_was_assumed(void **state)
{
	static const char *const lines[] = { "age", "unsure", "a", "no", NULL };
	struct made made;

	(void)state;
	make_small(&made, lines);
	assert_says(made.trace, "  - age >= 65: true, assumed: 70\n");
	unmake(&made);
}

static void note_first(void *data, const struct ground *ground)
{
	struct ground *first = data;

	if (first->atom == NULL)
		*first = *ground;
}

static void ground__tells_where_nothing_was_said(void **state)
{
	struct pack *pack = pack_of(
		"[question a]\npart = a\ntype = single\nprompt = A\n"
		"answers = yes no unsure\n"
		"[rule r]\nwhen = a in (unanswered unsure)\nurgency = routine\n"
		"because = A.\nsource = s\n");
	struct answers *answers = answers_new(pack, ROLE_PHYSIO);
	struct ground first = { 0 };

	(void)state;
	expr_grounds(pack->rules[0].when, answers, READ_ASSUMED, note_first,
		     &first);
	assert_non_null(first.atom);
	assert_int_equal(first.value.state, ANSWER_NOTHING);
	assert_false(first.assumed);
	answers_free(&answers);
	pack_free(&pack);
}

static void ground__of_something_unknown_is_none(void **state)
{
	struct answers *answers = answers_new(small, ROLE_PHYSIO);
	struct ground first = { 0 };

	(void)state;
	expr_grounds(pack_find_finding(small, "both")->when, answers,
		     READ_AS_IS, note_first, &first);
	assert_null(first.atom);
	answers_free(&answers);
}

static void finding__absent_tells_its_own_expression(void **state)
{
	static const char *const lines[] = { "a", "no", NULL };
	struct made made;

	(void)state;
	make_small(&made, lines);
	assert_says(made.trace, "  absent-when = a is no\n"
		    "  - a is no: true, said: no\n");
	unmake(&made);
}

static void finding__tells_what_replaces_it(void **state)
{
	static const char *const lines[] = { "a", "yes", "b", "yes", NULL };
	struct made made;

	(void)state;
	make_small(&made, lines);
	assert_says(made.trace, "counts nothing: both replaces it");
	assert_says(made.trace, "- a is yes (fa): true, said: yes\n");
	assert_says(made.trace, "  both present: x 4 (");
	assert_silent(made.trace, "fa present: x");
	unmake(&made);
}

static void ratio__tells_that_it_was_limited(void **state)
{
	struct pack *pack = pack_of(
		"[question p]\npart = a\ntype = single\nprompt = P\n"
		"answers = here there\nlabel-here = Here\nlabel-there = There\n"
		"[condition rare]\nname = R\nclinician-name = R\nprior = 0.001\n"
		"source = s\n[condition usual]\nname = U\nclinician-name = U\n"
		"prior = 0.999\nsource = s\n"
		"[profile p]\nrest = 0.001\nsource = s\n"
		"rare = here 1000\nusual = there 1000\n");
	struct answers *answers = answers_new(pack, ROLE_PHYSIO);
	struct made made;

	(void)state;
	say(answers, "p", "here");
	make(&made, pack, answers);
	assert_says(made.trace, "p is here: x 100, limited from 999");
	unmake(&made);
	pack_free(&pack);
}

static void group__tells_what_counts_in_part_and_its_limit(void **state)
{
	struct pack *pack = pack_of(
		"[question a]\npart = a\ntype = single\nprompt = A\n"
		"answers = yes no\n[group g]\nname = G\n"
		"[finding f1]\nname = F\nwhen = a is yes\ngroup = g\n"
		"[finding f2]\nname = F\nwhen = a is yes\ngroup = g\n"
		"[condition one]\nname = O\nclinician-name = O\nprior = 1\n"
		"source = s\n[evidence one]\nf1 = 4 1 s\nf2 = 9 1 s\n");
	struct answers *answers = answers_new(pack, ROLE_PHYSIO);
	struct made made;

	(void)state;
	say(answers, "a", "yes");
	make(&made, pack, answers);
	assert_says(made.trace, "group g: x 10 (limit 10, from 18)");
	assert_says(made.trace, "f1 present: x 4, counts to the power of 0.5");
	assert_says(made.trace, "f2 present: x 9 (pack.ini:");
	unmake(&made);
	pack_free(&pack);
}

static void gate__tells_the_answer_that_closed_it(void **state)
{
	static const char *const lines[] = { "d", "no", NULL };
	struct made made;

	(void)state;
	make_small(&made, lines);
	assert_says(made.trace, "two: ruled out (pack.ini:");
	assert_says(made.trace, "needs = not d is no\n"
		    "  - d is no: true, said: no\n");
	unmake(&made);
}

static void advice__tells_who_it_is_for_and_who_forbids_it(void **state)
{
	static const char *const lines[] = { "a", "yes", NULL };
	struct made made;

	(void)state;
	make_small(&made, lines);
	assert_says(made.trace, "  for one, probability 0.95");
	assert_says(made.trace, "withheld: forbidden by one, probability 0.95");
	unmake(&made);
}

/* ---- the shipped pack, every typical case, from its JSON alone ---- */

static double real(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	assert_true(json_is_number(value));
	return json_number_value(value);
}

static double limited(double ratio, double limit)
{
	return fmin(limit, fmax(1 / limit, ratio));
}

/* The product of ratios, each to the power of its part. */
static double product(const json_t *ratios)
{
	double ln = 0;

	for (size_t i = 0; i < json_array_size(ratios); i++) {
		const json_t *ratio = json_array_get(ratios, i);

		assert_near(limited(real(ratio, "raw"), real(ratio, "limit")),
			    real(ratio, "ratio"));
		ln += real(ratio, "part") * log(real(ratio, "ratio"));
	}
	return exp(ln);
}

static double add_up(const json_t *target)
{
	const json_t *groups = json_object_get(target, "groups");
	const json_t *strata = json_object_get(target, "strata");
	double weight = real(target, "prior") *
			product(json_object_get(target, "alone"));

	for (size_t i = 0; i < json_array_size(groups); i++) {
		const json_t *group = json_array_get(groups, i);

		weight *= limited(product(json_object_get(group, "ratios")),
				  real(group, "limit"));
	}
	for (size_t i = 0; i < json_array_size(strata); i++)
		weight *= real(json_array_get(strata, i), "multiplier");
	return json_is_true(json_object_get(target, "ruled-out")) ? 0 : weight;
}

static bool siblings(const json_t *one, const json_t *other)
{
	const char *a = json_string_value(json_object_get(one, "condition"));
	const char *b = json_string_value(json_object_get(other, "condition"));

	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static double found(const struct assessment *assessment, const char *id)
{
	for (size_t i = 0; i < assessment->n_scored; i++)
		if (strcmp(assessment->scored[i].target->id, id) == 0)
			return assessment->scored[i].probability;
	for (size_t i = 0; i < assessment->n_subtypes; i++)
		if (strcmp(assessment->subtypes[i].target->id, id) == 0)
			return assessment->subtypes[i].probability;
	return -1;
}

/* Every target's probability again, of all targets' weights. */
static void check_targets(const json_t *targets,
			  const struct assessment *assessment)
{
	size_t count = json_array_size(targets);

	assert_int_equal(count, assessment->pack->n_targets);
	for (size_t t = 0; t < count; t++) {
		const json_t *target = json_array_get(targets, t);
		double total = 0;

		for (size_t i = 0; i < count; i++)
			if (siblings(target, json_array_get(targets, i)))
				total += add_up(json_array_get(targets, i));
		assert_near(add_up(target) / total,
			    found(assessment, json_string_value(
					json_object_get(target, "id"))));
		assert_near(real(target, "probability"),
			    add_up(target) / total);
	}
}

static void check_lines(const struct trace *trace)
{
	char *text = text_of(trace), *rest = NULL;

	for (char *line = strtok_r(text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		if (text_columns(line, strlen(line)) > 76)
			fail_msg("over 76 columns: %s", line);
	free(text);
}

static void check_case(struct pack *pack, const char *path)
{
	struct error_list faults = { 0 };
	struct answers *answers;
	struct made made;
	json_t *whole;
	char *text;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	struct ini ini;

	assert_int_equal(ini_read(&ini, path, path, &faults), 0);
	assert_int_equal(answers_file_from_ini(&answers, pack, &ini, &faults),
			 0);
	answers_set_role(answers, ROLE_PHYSIO);
	make(&made, pack, answers);
	assert_int_equal(report_json_explained(stream, made.trace), 0);
	fclose(stream);
	whole = json_loads(text, 0, NULL);
	assert_non_null(whole);
	check_targets(json_object_get(json_object_get(whole, "explain"),
				      "targets"), made.assessment);
	check_lines(made.trace);
	json_decref(whole);
	free(text);
	unmake(&made);
	ini_done(&ini);
}

static void trace__adds_up_to_each_probability(void **state)
{
	struct error_list faults = { 0 };
	char dir[PATHS_MAX], path[PATHS_MAX];
	struct pack *pack;
	struct dirent *item;
	struct error err;
	size_t cases = 0;
	DIR *folder = opendir(SOURCE_TREE "/tests/vignettes/typical");

	(void)state;
	assert_non_null(folder);
	assert_ok(paths_pack(dir, "buttock-pain", &err), &err);
	assert_int_equal(pack_load(&pack, dir, &faults), 0);
	while ((item = readdir(folder)) != NULL) {
		if (strstr(item->d_name, ".ini") == NULL)
			continue;
		snprintf(path, sizeof path, "%s/%s",
			 SOURCE_TREE "/tests/vignettes/typical", item->d_name);
		check_case(pack, path);
		cases++;
	}
	closedir(folder);
	assert_true(cases > 50);
	pack_free(&pack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rule__names_only_what_made_it_true),
		cmocka_unit_test(rule__tells_what_was_assumed),
		cmocka_unit_test(ground__tells_where_nothing_was_said),
		cmocka_unit_test(ground__of_something_unknown_is_none),
		cmocka_unit_test(finding__absent_tells_its_own_expression),
		cmocka_unit_test(finding__tells_what_replaces_it),
		cmocka_unit_test(ratio__tells_that_it_was_limited),
		cmocka_unit_test(group__tells_what_counts_in_part_and_its_limit),
		cmocka_unit_test(gate__tells_the_answer_that_closed_it),
		cmocka_unit_test(advice__tells_who_it_is_for_and_who_forbids_it),
		cmocka_unit_test(trace__adds_up_to_each_probability),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
