/* Page 2: the causes that are listed, one after the other. */
#include "config.h"

#include "base/i18n.h"
#include "report/pages.h"
#include "report/reasons.h"

static void put_why_shown(struct writer *writer, const struct listed *listed)
{
	if (listed->shown == SHOWN_ALSO_FITS)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("It is less common, but the answers fit it well."));
	if (listed->shown == SHOWN_RED_FLAG)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("It is shown because one answer makes it worth "
			   "checking, however likely it is."));
	if (listed->shown != SHOWN_RED_FLAG || !is_physio(writer) ||
	    listed->rule == NULL)
		return;
	writer->private = rule_is_private(listed->rule, writer->answers);
	put(writer, BLOCK_PARAGRAPH, _("The rule %s names it."),
	    listed->rule->id);
	writer->private = false;
}

/* At most `most` of the texts below their heading, 0 for all. */
static void put_group(struct writer *writer, const char *heading,
		      const struct texts *texts, size_t most)
{
	size_t count = most > 0 && most < texts->count ? most : texts->count;

	if (count == 0)
		return;
	put_text(writer, BLOCK_HEADING, heading);
	for (size_t i = 0; i < count; i++)
		put_content(writer, BLOCK_PARAGRAPH, texts->text[i]);
}

/*
 * What helps names exercises, so to a patient it follows the rule for them:
 * not at soon or above, and not while a floor holds.
 */
static bool may_read_what_helps(const struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;

	if (is_physio(writer))
		return true;
	return assessment->urgency < URGENCY_SOON && !assessment->floor &&
	       assessment->match != MATCH_NO_FIT;
}

/* A patient reads how it is checked and what helps of the first cause only. */
static void put_about(struct writer *writer, const struct target *target,
		      bool first)
{
	size_t most = is_physio(writer) ? 0 : 2;

	put_group(writer, _("How it differs"), &target->differs, 0);
	if (first || is_physio(writer))
		put_group(writer, _("How it is checked"), &target->testing,
			  most);
	if ((first || is_physio(writer)) && may_read_what_helps(writer))
		put_group(writer, _("What usually helps"), &target->treatment,
			  most);
	put_group(writer, _("How it usually goes"), &target->course, 0);
	if (!is_physio(writer))
		return;
	put_group(writer, _("When this name does not fit"),
		  &target->label_not_ideal, 0);
	put_group(writer, _("Often got wrong"), &target->pitfalls, 0);
	put_sources(writer, target->id, &target->sources);
}

static void put_cause(struct writer *writer, const struct listed *listed,
		      bool first)
{
	const struct target *target = listed->scored->target;
	char label[200];

	put_text(writer, BLOCK_HEADING, target_name(writer, target));
	listed_label(label, sizeof label, writer, listed);
	put(writer, BLOCK_PARAGRAPH, _("How well the answers fit: %s."),
	    label);
	put_why_shown(writer, listed);
	put_contents(writer, BLOCK_PARAGRAPH, &target->summary);
	if (listed->subtype != NULL)
		put(writer, BLOCK_PARAGRAPH,
		    _("The answers fit this form of it best: %s."),
		    target_name(writer, listed->subtype));
	put_group(writer, _("Who gets it"), &target->who, 0);
	put_arguments(writer, listed->scored, is_physio(writer) ? 8 : 4);
	put_told_apart(writer, listed);
	put_about(writer, target, first);
}

void page_causes(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;
	bool first = true;

	if (is_trainer(writer)) {
		put_text(writer, BLOCK_PARAGRAPH,
			 _("Possible causes are for the person and their "
			   "clinician, and are not shown to a trainer."));
		return;
	}
	if (assessment->match != MATCH_CLEAR)
		put_match(writer);
	for (size_t i = 0; i < assessment->n_listed; i++) {
		if (!is_worth_showing(writer, &assessment->listed[i]))
			continue;
		put_cause(writer, &assessment->listed[i], first);
		first = false;
	}
	put_together(writer);
	if (is_physio(writer)) {
		put_ruled_out(writer);
		put_held_back(writer);
	}
}
