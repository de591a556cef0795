/* Causes beside each other: what tells them apart, and which go together. */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/pages.h"
#include "report/reasons.h"

#define FINDINGS_PHYSIO 3
#define FINDINGS_PATIENT 2
#define LOOK_ALIKES_PHYSIO 3

/* Told apart */

static bool apart_is_private(const struct writer *writer,
			     const struct apart *apart)
{
	if (apart->finding == NULL)
		return apart->profile->question->private;
	return finding_is_private(apart->finding, writer->assessment->pack);
}

static const char *known_words(const struct writer *writer,
			       const struct apart *apart)
{
	const char *words;

	if (apart->finding == NULL)
		return question_prompt(apart->profile->question,
				       writer->answers);
	words = finding_words(writer, apart->finding, apart->present);
	if (words == NULL && is_physio(writer))
		words = apart->finding->id;
	return words;
}

static void put_clinical_apart(struct writer *writer,
			       const struct apart *apart, const char *name)
{
	static const struct sources none = { 0 };
	char ratio[32];
	char *sources = source_ids(apart->sources != NULL ? apart->sources :
							    &none);

	text_from_number(ratio, sizeof ratio, exp(fabs(apart->weight)), 2);
	if (apart->open != NULL)
		put(writer, BLOCK_BULLET,
		    _("Still open: %1$s. If present it speaks for %2$s, %3$s "
		      "times (%4$s)"),
		    question_prompt(apart->open, writer->answers), name,
		    ratio, sources);
	else
		put(writer, BLOCK_BULLET,
		    _("%1$s: speaks for %2$s, %3$s times (%4$s)"),
		    known_words(writer, apart), name, ratio, sources);
	free(sources);
}

static void put_plain_apart(struct writer *writer, const struct apart *apart,
			    const char *name)
{
	if (apart->open != NULL)
		put(writer, BLOCK_BULLET, _("Not known yet: %s"),
		    question_prompt(apart->open, writer->answers));
	else if (known_words(writer, apart) != NULL)
		put(writer, BLOCK_BULLET, _("%1$s: this speaks for %2$s"),
		    known_words(writer, apart), name);
}

static void put_apart(struct writer *writer, const struct target *one,
		      const struct target *other)
{
	size_t most = is_physio(writer) ? FINDINGS_PHYSIO : FINDINGS_PATIENT;
	struct apart aparts[FINDINGS_PHYSIO];
	size_t count = assess_apart(aparts, most, writer->assessment,
				    writer->answers, one, other);

	if (count == 0)
		return;
	put(writer, BLOCK_HEADING, _("Told apart from %s by"),
	    target_name(writer, other));
	for (size_t i = 0; i < count; i++) {
		const struct target *meant = aparts[i].weight > 0 ? one : other;
		const char *name = target_name(writer, meant);

		writer->private = apart_is_private(writer, &aparts[i]);
		if (is_physio(writer))
			put_clinical_apart(writer, &aparts[i], name);
		else
			put_plain_apart(writer, &aparts[i], name);
		writer->private = false;
	}
}

static bool is_look_alike(const struct target *target,
			  const struct target *other)
{
	for (size_t i = 0; i < target->n_look_alikes; i++)
		if (target->look_alikes[i] == other)
			return true;
	return false;
}

/*
 * The likeliest look-alikes.  A patient reads of one that may be shown: a
 * grave name that hardly fits would frighten and help nobody.
 */
void put_told_apart(struct writer *writer, const struct listed *listed)
{
	const struct assessment *assessment = writer->assessment;
	const struct target *target = listed->scored->target;
	double least = is_physio(writer) ? 0 :
					   assessment->pack->constants.mentioned;
	size_t most = is_physio(writer) ? LOOK_ALIKES_PHYSIO : 1;

	for (size_t i = 0; i < assessment->n_scored && most > 0; i++) {
		const struct scored *other = &assessment->scored[i];

		if (other->ruled_out || other->probability < least ||
		    !is_look_alike(target, other->target))
			continue;
		put_apart(writer, target, other->target);
		most--;
	}
}

/* Together */

static bool names(const struct target *target, const struct target *other)
{
	for (size_t i = 0; i < target->n_together; i++)
		if (target->together[i] == other)
			return true;
	return false;
}

static bool may_be_there(const struct writer *writer,
			 const struct listed *listed)
{
	return is_worth_showing(writer, listed) &&
	       listed->band >= BAND_POSSIBLE;
}

static bool go_together(const struct writer *writer, const struct listed *one,
			const struct listed *other)
{
	const struct target *a = one->scored->target;
	const struct target *b = other->scored->target;

	return writer->assessment->match != MATCH_NO_FIT &&
	       may_be_there(writer, one) && may_be_there(writer, other) &&
	       names(a, b) && names(b, a);
}

static void put_pair(struct writer *writer, const struct listed *one,
		     const struct listed *other, bool first)
{
	if (first)
		put_text(writer, BLOCK_HEADING, _("More than one cause"));
	put(writer, BLOCK_PARAGRAPH,
	    _("These two often come together, and both can be true: %1$s, and "
	      "%2$s."),
	    target_name(writer, one->scored->target),
	    target_name(writer, other->scored->target));
}

static bool put_pairs(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;
	const struct listed *listed = assessment->listed;
	bool any = false;

	for (size_t i = 0; i < assessment->n_listed; i++)
		for (size_t j = i + 1; j < assessment->n_listed; j++) {
			if (!go_together(writer, &listed[i], &listed[j]))
				continue;
			put_pair(writer, &listed[i], &listed[j], !any);
			any = true;
		}
	return any;
}

void put_together(struct writer *writer)
{
	if (put_pairs(writer)) {
		put_text(writer, BLOCK_PARAGRAPH,
			 _("Something else that is not on this list is "
			   "possible too. A clinician should check."));
		return;
	}
	put_text(writer, BLOCK_HEADING, _("Something else"));
	put_text(writer, BLOCK_PARAGRAPH,
		 _("More than one cause can be true at the same time. "
		   "Something else that is not on this list is possible too; "
		   "a clinician should check."));
}
