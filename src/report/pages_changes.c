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
		    _("\"%2$s\" to this would make the level %3$s: %1$s"),
		    prompt, label, level);
	else
		put(writer, BLOCK_BULLET,
		    _("If you could say \"%2$s\" to \"%1$s\", you should be "
		      "seen sooner (%3$s)."),
		    prompt, label, level);
}

static void put_cause_change(struct writer *writer,
			     const struct change *change,
			     const char *prompt, const char *label)
{
	const char *name = target_name(writer, change->first);

	if (is_physio(writer) && change->given)
		put(writer, BLOCK_BULLET,
		    _("\"%2$s\" instead to this would put %3$s first: %1$s"),
		    prompt, label, name);
	else if (is_physio(writer))
		put(writer, BLOCK_BULLET,
		    _("\"%2$s\" to this would put %3$s first: %1$s"), prompt,
		    label, name);
	else
		put(writer, BLOCK_BULLET,
		    _("If you could say \"%2$s\" to \"%1$s\", this would fit "
		      "best: %3$s."),
		    prompt, label, name);
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

void put_what_would_change(struct writer *writer)
{
	const struct assessment *assessment = writer->assessment;
	struct change changes[CHANGES_PHYSIO];
	size_t most = is_physio(writer) ? CHANGES_PHYSIO : CHANGES_PATIENT;
	size_t count;

	/* nothing may compete with going now */
	if (!is_physio(writer) && assessment->urgency == URGENCY_EMERGENCY)
		return;
	count = assess_changes(changes, most, assessment, writer->answers);
	put_text(writer, BLOCK_HEADING, _("What would change the result"));
	for (size_t i = 0; i < count; i++)
		put_change(writer, &changes[i]);
	if (count == 0)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("No single answer would change the level or the "
			   "first cause."));
}
