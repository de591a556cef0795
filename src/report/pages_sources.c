/* Where the result comes from: the sources behind all that it shows. */
#include "config.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "report/pages.h"
#include "report/reasons.h"

#define SOURCES_PATIENT 12	/* named; the others are counted */

/* By source index: what was found, in the order found. */
struct found {
	const struct source **sources;
	bool *private;			/* only a private answer leads to it */
	size_t count;
};

static void add(struct found *found, const struct source *source, bool private)
{
	size_t at = 0;

	while (at < found->count && found->sources[at] != source)
		at++;
	if (at == found->count) {
		found->sources[found->count] = source;
		found->private[found->count++] = private;
	}
	found->private[at] &= private;
}

static void add_all(struct found *found, const struct sources *sources,
		    bool private)
{
	for (size_t i = 0; sources != NULL && i < sources->count; i++)
		add(found, sources->source[i], private);
}

static void add_arguments(struct found *found, const struct scored *scored)
{
	for (size_t i = 0; i < scored->n_arguments; i++)
		add_all(found, scored->arguments[i].sources, false);
}

static void add_causes(struct found *found, const struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;

	for (size_t i = 0; i < assessment->n_listed; i++) {
		const struct listed *listed = &assessment->listed[i];

		if (!is_worth_showing(writer, listed))
			continue;
		add_all(found, &listed->scored->target->sources, false);
		if (is_physio(writer))
			add_arguments(found, listed->scored);
	}
}

/* First what decides how soon, then the causes, then what to do. */
static void gather(struct found *found, const struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;

	if (assessment->scope != NULL)
		add_all(found, &assessment->scope->sources, false);
	for (size_t i = 0; i < assessment->fired.count; i++)
		add_all(found, &assessment->fired.rules[i]->sources,
			rule_is_private(assessment->fired.rules[i],
					writer->answers));
	add_causes(found, writer);
	for (size_t i = 0; i < assessment->n_advice; i++)
		add_all(found, &assessment->advice[i]->sources,
			advice_is_private(assessment->advice[i],
					  writer->answers));
}

/* A physio finds it by the id that stands beside a line. */
static void put_source(struct writer *writer, const struct source *source)
{
	const struct sources one = { .source = &source, .count = 1 };
	char *words = source_words(&one);

	if (is_physio(writer))
		put(writer, BLOCK_BULLET, "%s: %s", source->id, words);
	else
		put_text(writer, BLOCK_BULLET, words);
	free(words);
}

static void put_found(struct writer *writer, const struct found *found)
{
	size_t most = is_physio(writer) ? found->count : SOURCES_PATIENT;
	unsigned long more = found->count > most ? found->count - most : 0;

	if (found->count > 0)
		put_text(writer, BLOCK_HEADING, _("Where this comes from"));
	for (size_t i = 0; i < found->count && i < most; i++) {
		writer->private = found->private[i];
		put_source(writer, found->sources[i]);
		writer->private = false;
	}
	if (more > 0)
		put(writer, BLOCK_BULLET,
		    ngettext("And %lu more.", "And %lu more.", more), more);
}

void put_where_from(struct writer *writer)
{
	size_t room = writer->assessment->pack->n_sources + 1;
	struct found found = {
		.sources = xcalloc(room, sizeof *found.sources),
		.private = xcalloc(room, sizeof *found.private),
	};

	gather(&found, writer);
	put_found(writer, &found);
	free(found.sources);
	free(found.private);
}
