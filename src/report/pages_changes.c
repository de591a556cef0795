/* What would change the result: answers that were tried, in words. */
#include "config.h"

#include "base/i18n.h"
#include "report/pages.h"

#define CHANGES_PHYSIO 8
#define CHANGES_PATIENT 2

static void put_urgency_change(struct writer *writer,
			       const struct change *change,
			       const char *prompt, const char *label)
{
	const char *level = level_words(change->urgency);

	if (is_physio(writer))
		put(writer, BLOCK_BULLET,
		    _("If the answer to \"%1$s\" were \"%2$s\", the level "
		      "would be %3$s."), prompt, label, level);
	else if (change->given)
		put(writer, BLOCK_BULLET,
		    _("If your answer to \"%1$s\" turns to \"%2$s\", do not "
		      "wait: you should then be seen sooner (%3$s)."),
		    prompt, label, level);
	else
		put(writer, BLOCK_BULLET,
		    _("Your answer to \"%1$s\" is open. If it is \"%2$s\", "
		      "you should be seen sooner (%3$s)."),
		    prompt, label, level);
}

/* To a patient an open answer only: see assess_changes. */
static void put_cause_change(struct writer *writer,
			     const struct change *change,
			     const char *prompt, const char *label)
{
	const char *name = target_name(writer, change->first);

	if (is_physio(writer))
		put(writer, BLOCK_BULLET,
		    _("If the answer to \"%1$s\" were \"%2$s\", %3$s would "
		      "come first."), prompt, label, name);
	else
		put(writer, BLOCK_BULLET,
		    _("Your answer to \"%1$s\" is open. If it is \"%2$s\", "
		      "this would fit best: %3$s."), prompt, label, name);
}

static void put_change(struct writer *writer, const struct change *change)
{
	const struct question *question = change->question;
	const char *prompt = question_prompt(question, writer->answers);
	const char *label = answer_label(&question->answers[change->answer],
					 writer->assessment->role);

	writer->private = question->private;
	if (change->urgency != writer->assessment->urgency)
		put_urgency_change(writer, change, prompt, label);
	else
		put_cause_change(writer, change, prompt, label);
	writer->private = false;
}

static void put_changes(struct writer *writer, const struct change *changes,
			size_t count, size_t most)
{
	unsigned long more = count > most ? count - most : 0;

	for (size_t i = 0; i < count && i < most; i++)
		put_change(writer, &changes[i]);
	if (count == 0)
		put_text(writer, BLOCK_PARAGRAPH,
			 is_physio(writer) ?
			 _("No single answer would change the level or the "
			   "first cause.") :
			 _("No single open answer would change the level or "
			   "what fits best."));
	/* a patient reads the two that matter most, and no number */
	if (more > 0 && is_physio(writer))
		put(writer, BLOCK_PARAGRAPH,
		    ngettext("And %lu more.", "And %lu more.", more), more);
}

void put_what_would_change(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;
	struct change changes[CHANGES_TRIED];
	size_t most = is_physio(writer) ? CHANGES_PHYSIO : CHANGES_PATIENT;
	size_t count;

	/* nothing may compete with going now */
	if (!is_physio(writer) && assessment->urgency == URGENCY_EMERGENCY)
		return;
	count = assess_changes(changes, is_physio(writer) ? CHANGES_TRIED :
							    most,
			       assessment, writer->answers);
	put_text(writer, BLOCK_HEADING, _("What would change the result"));
	put_changes(writer, changes, count, most);
}
