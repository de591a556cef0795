/*
 * How hard each page is to read: the texts that stand together on a screen
 * are measured together, for the formulas say little of a few sentences.
 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "pack/kinds.h"
#include "pack/linting.h"
#include "pack/reading.h"

#define PAGE_WORDS 100		/* fewer are no page */
#define PAGE_GRADE 6
#define PART_WORDS 20		/* of a section that is none: a rough limit */
#define PART_GRADE 10
#define LONG_SHARE 0.05		/* of a file's words */

/* A passage, and the object or the file that it belongs to. */
struct member {
	const void *of;
	size_t passage;
};

struct pages {
	const struct pack *pack;
	struct member *objects, *files;		/* all, ordered by `of` */
	struct reading *readings;	/* of each passage; empty where it is
					 * not for patients */
	struct error_list *faults;
};

static void report(const struct pages *pages, const struct place *place,
		   const char *name, const char *formula, double grade,
		   int limit)
{
	error_list_add(pages->faults, place->file, place->line,
		       _("%s reads at grade %.1f by %s, %d at most: write shorter sentences and plainer words, the medical ones in brackets"),
		       name, grade, formula, limit);
}

/* Grades are compared as they are printed, with one decimal. */
static bool is_over(double grade, int limit)
{
	return grade >= limit + 0.05;
}

/* Returns whether the page is hard to read. */
static bool check_page(const struct pages *pages, const struct place *place,
		       const char *name, const struct reading *reading)
{
	double kincaid = reading_flesch_kincaid(reading);
	double automated = reading_automated(reading);
	bool page = reading->words >= PAGE_WORDS;
	int limit = page ? PAGE_GRADE : PART_GRADE;
	bool first = reading->words >= PART_WORDS && is_over(kincaid, limit);
	bool second = page && is_over(automated, limit);

	if (first)
		report(pages, place, name, "Flesch-Kincaid", kincaid, limit);
	if (second)
		report(pages, place, name, "the Automated Readability Index", automated, limit);
	return first || second;
}

static int compare_members(const void *one, const void *other)
{
	const struct member *a = one, *b = other;

	if (a->of != b->of)
		return (uintptr_t)a->of < (uintptr_t)b->of ? -1 : 1;
	return (a->passage > b->passage) - (a->passage < b->passage);
}

static struct member *members_of(const struct pack *pack, bool files)
{
	struct member *members = xcalloc(pack->n_passages + 1,
					 sizeof(*members));

	for (size_t i = 0; i < pack->n_passages; i++)
		members[i] = (struct member){
			.of = files ? pack->passages[i].place.file
				    : pack->passages[i].object,
			.passage = i,
		};
	if (pack->n_passages > 1)
		qsort(members, pack->n_passages, sizeof(*members),
		      compare_members);
	return members;
}

/* The first of those that belong to it, which follow each other; or the end. */
static size_t first_member(const struct pages *pages,
			   const struct member *members, const void *of)
{
	size_t from = 0, to = pages->pack->n_passages;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if ((uintptr_t)members[middle].of < (uintptr_t)of)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* What a section tells patients; `key` narrows it to one row of the table. */
static struct reading read_section(const struct pages *pages,
				   const void *object, const char *key)
{
	const struct pack *pack = pages->pack;
	struct reading sum = { 0 };

	for (size_t i = first_member(pages, pages->objects, object);
	     i < pack->n_passages && pages->objects[i].of == object; i++) {
		size_t passage = pages->objects[i].passage;

		if (key == NULL ||
		    strcmp(pack->passages[passage].key->name, key) == 0)
			reading_join(&sum, &pages->readings[passage]);
	}
	return sum;
}

static void check_section(const struct pages *pages, const void *object,
			  const struct place *place, const char *kind,
			  const char *id)
{
	struct reading reading = read_section(pages, object, NULL);
	char name[160];

	snprintf(name, sizeof(name), "%s %s", kind, id);
	check_page(pages, place, name, &reading);
}

static void check_checklist(const struct pages *pages,
			    const struct checklist *checklist)
{
	struct reading sum = read_section(pages, checklist, NULL);
	char name[160];

	for (size_t i = 0; i < checklist->n_questions; i++) {
		struct reading line = read_section(
			pages, checklist->questions[i], NULL);

		reading_join(&sum, &line);
	}
	snprintf(name, sizeof(name), "checklist %s", checklist->id);
	check_page(pages, &checklist->place, name, &sum);
}

/* The pack's own section makes two screens. */
static void check_before(const struct pages *pages)
{
	static const char *const keys[] = { "intro-N", "emergency-N" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		struct reading reading = read_section(pages, pages->pack,
						      keys[i]);

		check_page(pages, &pages->pack->place, keys[i], &reading);
	}
}

/* Advice as it is shown together: the page on what to do at home, and the
 * one on when to get help. */
static const unsigned advice_pages[] = {
	1u << ADVICE_WHILE_WAITING | 1u << ADVICE_DO | 1u << ADVICE_AVOID |
	1u << ADVICE_MEDICINE | 1u << ADVICE_COURSE | 1u << ADVICE_EMERGENCY_DO,
	1u << ADVICE_SEEK_NOW | 1u << ADVICE_SEEK_SOONER |
	1u << ADVICE_SEEK_BY | 1u << ADVICE_TAKE_ALONG,
};

static bool is_about(const struct advice *advice, const struct target *target)
{
	for (size_t i = 0; i < advice->n_for; i++)
		if (advice->for_targets[i] == target ||
		    (target != NULL &&
		     advice->for_targets[i]->parent == target))
			return true;
	return advice->n_for == 0;
}

static bool check_advice(const struct pages *pages,
			 const struct reading *texts, unsigned kinds_shown,
			 enum urgency level, const struct target *target)
{
	const struct pack *pack = pages->pack;
	struct reading sum = { 0 };
	char name[160];

	for (size_t i = 0; i < pack->n_advice; i++)
		if ((kinds_shown >> pack->advice[i].kind & 1) &&
		    (pack->advice[i].at >> level & 1) &&
		    is_about(&pack->advice[i], target))
			reading_join(&sum, &texts[i]);
	snprintf(name, sizeof(name), "advice at %s for %s", urgency_id(level),
		 target != NULL ? target->id : "all");
	return sum.words >= PAGE_WORDS &&
	       check_page(pages, target != NULL ? &target->place
						: &pack->advice[0].place,
			  name, &sum);
}

/* What is hard for everybody is said once, and not for each condition. */
static void check_level(const struct pages *pages,
			const struct reading *texts, unsigned kinds_shown,
			enum urgency level)
{
	const struct pack *pack = pages->pack;

	if (check_advice(pages, texts, kinds_shown, level, NULL))
		return;
	for (size_t i = 0; i < pack->n_conditions; i++)
		check_advice(pages, texts, kinds_shown, level,
			     &pack->targets[i]);
}

static void check_all_advice(const struct pages *pages)
{
	const struct pack *pack = pages->pack;
	struct reading *texts = xcalloc(pack->n_advice + 1, sizeof(*texts));

	for (size_t i = 0; i < pack->n_advice; i++)
		reading_add(&texts[i], pack->advice[i].text);
	for (size_t page = 0; page < 2; page++)
		for (int level = 0; level < N_URGENCIES; level++)
			check_level(pages, texts, advice_pages[page],
				    (enum urgency)level);
	free(texts);
}

static void check_file(const struct pages *pages, const char *file,
		       const struct reading *reading)
{
	struct place place = { file, 0 };
	double share = (double)reading->long_words / (double)reading->words;

	if (reading->words < PAGE_WORDS)
		return;
	if (is_over(reading_flesch_kincaid(reading), PAGE_GRADE))
		report(pages, &place, _("the whole file"), "Flesch-Kincaid",
		       reading_flesch_kincaid(reading), PAGE_GRADE);
	if (share > LONG_SHARE)
		error_list_add(pages->faults, file, 0,
			       _("%zu of %zu words have four syllables or more, %.0f%% at most: write plainer ones"),
			       reading->long_words, reading->words,
			       100 * LONG_SHARE);
}

/* A file's passages stand in several kinds, and so apart. */
static void check_files(const struct pages *pages)
{
	const struct pack *pack = pages->pack;

	for (size_t i = 0; i < pack->n_passages; i++) {
		const char *file = pack->passages[i].place.file;
		size_t at = first_member(pages, pages->files, file);
		struct reading sum = { 0 };

		if (pages->files[at].passage != i)
			continue;
		for (; at < pack->n_passages && pages->files[at].of == file;
		     at++)
			reading_join(&sum, &pages->readings[pages->files[at]
							    .passage]);
		check_file(pages, file, &sum);
	}
}

static void check_screens(const struct pages *pages)
{
	const struct pack *pack = pages->pack;

	check_before(pages);
	for (size_t i = 0; i < pack->n_questions; i++)
		if (pack->questions[i].checklist == NULL)
			check_section(pages, &pack->questions[i],
				      &pack->questions[i].place, "question",
				      pack->questions[i].id);
	for (size_t i = 0; i < pack->n_checklists; i++)
		check_checklist(pages, &pack->checklists[i]);
}

static void check_results(const struct pages *pages)
{
	const struct pack *pack = pages->pack;

	for (size_t i = 0; i < pack->n_conditions; i++)
		check_section(pages, &pack->targets[i],
			      &pack->targets[i].place, "condition",
			      pack->targets[i].id);
	for (size_t i = 0; i < pack->n_rules; i++)
		check_section(pages, &pack->rules[i], &pack->rules[i].place,
			      "rule", pack->rules[i].id);
	for (size_t i = 0; i < pack->n_scopes; i++)
		check_section(pages, &pack->scopes[i], &pack->scopes[i].place,
			      "scope", pack->scopes[i].id);
	for (size_t i = 0; i < pack->n_advice; i++)
		check_section(pages, &pack->advice[i], &pack->advice[i].place,
			      "advice", pack->advice[i].id);
	check_all_advice(pages);
}

/* What somebody trains by. */
static void check_plans(const struct pages *pages)
{
	const struct pack *pack = pages->pack;

	for (size_t i = 0; i < pack->n_exercises; i++)
		check_section(pages, &pack->exercises[i],
			      &pack->exercises[i].place, "exercise",
			      pack->exercises[i].id);
	for (size_t i = 0; i < pack->n_pain_rules; i++)
		check_section(pages, &pack->pain_rules[i],
			      &pack->pain_rules[i].place, "pain-rule",
			      pack->pain_rules[i].id);
	for (size_t i = 0; i < pack->n_phases; i++)
		check_section(pages, &pack->phases[i], &pack->phases[i].place,
			      "phase", pack->phases[i].id);
}

void lint_pages(const struct pack *pack, struct error_list *faults)
{
	struct pages pages = {
		.pack = pack,
		.readings = xcalloc(pack->n_passages + 1,
				    sizeof(*pages.readings)),
		.objects = members_of(pack, false),
		.files = members_of(pack, true),
		.faults = faults,
	};

	if (is_in_english(pack)) {
		for (size_t i = 0; i < pack->n_passages; i++)
			if (is_for_patients(&pack->passages[i]))
				reading_add(&pages.readings[i],
					    pack->passages[i].text);
		check_screens(&pages);
		check_results(&pages);
		check_plans(&pages);
		check_files(&pages);
	}
	free(pages.readings);
	free(pages.objects);
	free(pages.files);
}
