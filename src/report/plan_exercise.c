/* One exercise as a card; and the questions before all of them. */
#include "config.h"

#include "report/plan_pages.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "report/dose_words.h"
#include "report/plan_blocks.h"

static void put_figure(struct writer *writer, const struct exercise *exercise)
{
	char *label = NULL;

	if (exercise->n_figure == 0)
		return;
	/* TRANSLATORS: said in place of a drawing made of characters */
	if (asprintf(&label, _("Drawing of the exercise: %s"),
		     content_text(exercise->name)) < 0)
		abort();
	for (size_t i = 0; i < exercise->n_figure; i++)
		put_fixed(writer, i == 0 ? label : NULL, exercise->figure[i]);
	free(label);
}

static void put_dose(struct writer *writer, const struct exercise *exercise,
		     const struct dose *dose)
{
	char *words = dose_words(dose != NULL ? dose : &exercise->dose,
				 exercise);

	put(writer, BLOCK_PARAGRAPH, _("How much: %s"), words);
	free(words);
}

static void put_cautions(struct writer *writer,
			 const struct exercise *exercise)
{
	if (exercise->cautions.count == 0 && exercise->in_pregnancy == NULL &&
	    exercise->when_older == NULL)
		return;
	put_text(writer, BLOCK_HEADING, _("Take care"));
	put_contents(writer, BLOCK_BULLET, &exercise->cautions);
	put_content(writer, BLOCK_BULLET, exercise->in_pregnancy);
	put_content(writer, BLOCK_BULLET, exercise->when_older);
}

void put_exercise(struct writer *writer, const struct exercise *exercise,
		  const struct dose *dose)
{
	put_content(writer, BLOCK_PARAGRAPH, exercise->purpose);
	put_dose(writer, exercise, dose);
	put_figure(writer, exercise);
	put(writer, BLOCK_PARAGRAPH, _("To begin: %s"),
	    content_text(exercise->start));
	put_contents(writer, BLOCK_NUMBERED, &exercise->steps);
	put_texts_under(writer, _("Watch out for"), BLOCK_BULLET,
			&exercise->faults);
	put_cautions(writer, exercise);
	put_texts_under(writer, _("The steps of the ladder"), BLOCK_NUMBERED,
			&exercise->levels);
}

static void put_swaps(struct writer *writer, const struct exercise *exercise)
{
	if (exercise->easier == NULL && exercise->harder == NULL)
		return;
	put_text(writer, BLOCK_HEADING, _("In its place"));
	if (exercise->easier != NULL)
		put(writer, BLOCK_BULLET, _("Easier: %s"),
		    content_text(exercise->easier->name));
	if (exercise->harder != NULL)
		put(writer, BLOCK_BULLET, _("Harder: %s"),
		    content_text(exercise->harder->name));
}

static void put_limits(struct writer *writer, const struct exercise *exercise)
{
	if (exercise->known_only)
		put_text(writer, BLOCK_WARNING,
			 _("No programme here offers this exercise."));
	if (exercise->n_not_for == 0)
		return;
	put_text(writer, BLOCK_HEADING, _("Not for somebody with"));
	for (size_t i = 0; i < exercise->n_not_for; i++) {
		const struct exclusion *exclusion = &exercise->exclusions[i];

		/* TRANSLATORS: a condition, and why not with it */
		put(writer, BLOCK_BULLET, _("%1$s: %2$s"),
		    content_text(exclusion->target->name),
		    content_text(exclusion->because));
	}
}

void plan_page_exercise(struct page *page, const struct exercise *exercise,
			const struct dose *dose, const struct pain_rule *rule,
			unsigned details)
{
	struct writer writer = page_writer(page);

	put_title(page, "%s", content_text(exercise->name));
	put_exercise(&writer, exercise, dose);
	if (rule != NULL)
		put_texts_under(&writer, _("How much pain is fine"),
				BLOCK_BULLET, &rule->texts);
	else if (details & DETAIL_LIMITS)
		put_text(&writer, BLOCK_PARAGRAPH,
			 _("How much pain is fine depends on the programme."));
	if (details & DETAIL_LIMITS) {
		put_swaps(&writer, exercise);
		put_limits(&writer, exercise);
	}
}

void plan_page_gate(struct page *page, const struct pack *pack)
{
	struct writer writer = page_writer(page);

	page->title = _("Before every session");
	put(&writer, BLOCK_PARAGRAPH,
	    ngettext("Ask yourself this %zu question first.",
		     "Ask yourself these %zu questions first.", pack->n_gates),
	    pack->n_gates);
	for (size_t i = 0; i < pack->n_gates; i++)
		put_content(&writer, BLOCK_NUMBERED, pack->gates[i].prompt);
	put_text(&writer, BLOCK_WARNING,
		 _("If any answer is yes, or you are not sure: no exercises. Go through the whole check again."));
	put_text(&writer, BLOCK_HEADING, _("Why these questions"));
	for (size_t i = 0; i < pack->n_gates; i++)
		put_content(&writer, BLOCK_NUMBERED, pack->gates[i].because);
}
