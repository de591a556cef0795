#include "config.h"

#include "report/plan_lists.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/plan_blocks.h"

/* Programmes */

/* The ids of what it is for, with a blank between two; the caller frees it. */
static char *ids_of_targets(const struct programme *programme)
{
	char *ids = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&ids, &bytes);

	if (stream == NULL)
		abort();
	for (size_t i = 0; i < programme->n_targets; i++)
		fprintf(stream, "%s%s", i > 0 ? " " : "",
			programme->targets[i]->id);
	fclose(stream);
	return ids;
}

static void put_programme(struct writer *writer,
			  const struct programme *programme)
{
	char *ids = ids_of_targets(programme);

	if (programme->locked)
		/* TRANSLATORS: an id, the programme's name, ids of conditions */
		put(writer, BLOCK_BULLET,
		    _("%1$s: %2$s, for %3$s (only once a clinician clears it)"),
		    programme->id, content_text(programme->name), ids);
	else
		put(writer, BLOCK_BULLET, _("%1$s: %2$s, for %3$s"),
		    programme->id, content_text(programme->name), ids);
	free(ids);
}

void page_of_programmes(struct page *page, const struct pack *pack,
			const struct target *target)
{
	struct writer writer = page_writer(page);

	page->title = _("Programmes");
	for (size_t i = 0; i < pack->n_programmes; i++)
		if (target == NULL ||
		    programme_is_for(&pack->programmes[i], target))
			put_programme(&writer, &pack->programmes[i]);
	if (page->n_blocks == 0)
		put_text(&writer, BLOCK_PARAGRAPH,
			 _("There is none. A clinician has to look after this."));
}

/* Exercises */

static bool is_open(const struct exercise *exercise,
		    const struct target *target)
{
	return !exercise->known_only &&
	       (target == NULL || exercise_excluded(exercise, target) == NULL);
}

static void put_open(struct writer *writer, const struct pack *pack,
		     const struct target *target)
{
	for (size_t i = 0; i < pack->n_exercises; i++) {
		const struct exercise *exercise = &pack->exercises[i];

		if (is_open(exercise, target))
			put(writer, BLOCK_BULLET, _("%1$s: %2$s"),
			    exercise->id, content_text(exercise->name));
	}
}

static void put_excluded(struct writer *writer, const struct pack *pack,
			 const struct target *target)
{
	bool any = false;

	for (size_t i = 0; i < pack->n_exercises; i++) {
		const struct exercise *exercise = &pack->exercises[i];
		const struct exclusion *exclusion =
			exercise_excluded(exercise, target);

		if (exclusion == NULL)
			continue;
		if (!any)
			put(writer, BLOCK_HEADING, _("Not for %s"),
			    target->id);
		any = true;
		put(writer, BLOCK_BULLET, _("%1$s: %2$s"), exercise->id,
		    content_text(exclusion->because));
	}
}

static void put_known(struct writer *writer, const struct pack *pack,
		      const struct target *target)
{
	bool any = false;

	for (size_t i = 0; i < pack->n_exercises; i++) {
		const struct exercise *exercise = &pack->exercises[i];

		if (!exercise->known_only ||
		    (target != NULL &&
		     exercise_excluded(exercise, target) != NULL))
			continue;
		if (!any)
			put_text(writer, BLOCK_HEADING,
				 _("Known, but part of no programme"));
		any = true;
		put(writer, BLOCK_BULLET, _("%1$s: %2$s"), exercise->id,
		    content_text(exercise->name));
	}
}

void page_of_exercises(struct page *page, const struct pack *pack,
		       const struct target *target)
{
	struct writer writer = page_writer(page);

	page->title = _("Exercises");
	put_open(&writer, pack, target);
	put_known(&writer, pack, target);
	if (target != NULL)
		put_excluded(&writer, pack, target);
}
