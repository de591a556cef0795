/* Pages 3 and 4: what to do, and when to get help. */
#include "config.h"

#include "base/i18n.h"
#include "report/pages.h"

static void put_section(struct writer *writer, const char *heading,
			enum block_kind block, enum advice_kind kind)
{
	if (!has_advice(writer, kind))
		return;
	put_text(writer, BLOCK_HEADING, heading);
	put_advice(writer, block, kind, 0);
}

void page_home(struct writer *writer)
{
	enum urgency urgency = writer->assessment->urgency;

	if (urgency == URGENCY_EMERGENCY) {
		put_section(writer, _("What to do now"), BLOCK_NUMBERED,
			    ADVICE_EMERGENCY_DO);
		put_text(writer, BLOCK_PARAGRAPH,
			 _("No exercises are shown, for being seen comes first."));
		return;
	}
	/* advice is written to the person, who reads or hears it as it is */
	if (is_physio(writer))
		put_text(writer, BLOCK_PARAGRAPH,
			 _("To pass on, in the words that a patient reads."));
	put_section(writer, is_physio(writer) ? _("Until the person is seen") :
						_("Until you are seen"),
		    BLOCK_BULLET, ADVICE_WHILE_WAITING);
	put_section(writer, _("What often helps"), BLOCK_NUMBERED, ADVICE_DO);
	put_section(writer, _("Better leave for now"), BLOCK_BULLET,
		    ADVICE_AVOID);
	put_training(writer);
	put_section(writer, _("Medicines"), BLOCK_BULLET, ADVICE_MEDICINE);
	put_section(writer, _("What to expect"), BLOCK_PARAGRAPH,
		    ADVICE_COURSE);
	if (urgency >= URGENCY_SOON || writer->assessment->floor)
		put_text(writer, BLOCK_PARAGRAPH,
			 _("Exercises are not shown until a clinician has "
			   "cleared them."));
}

void page_help(struct writer *writer)
{
	bool physio = is_physio(writer);

	put_level(writer);
	/* what a patient reads with the level */
	if (physio)
		put_section(writer, _("What the person is told"),
			    BLOCK_BULLET, ADVICE_SEEK_BY);
	put_text(writer, BLOCK_HEADING,
		 physio ? _("The person gets help at once if") :
			  _("Get help at once if"));
	put_seek_now(writer);
	put_text(writer, BLOCK_PARAGRAPH,
		 _("In an emergency, call {emergency number}."));
	put_section(writer, physio ? _("The person comes back sooner if") :
				     _("Come back sooner if"),
		    BLOCK_BULLET, ADVICE_SEEK_SOONER);
	put_section(writer, physio ? _("What the person takes along") :
				     _("What to take along"),
		    BLOCK_BULLET, ADVICE_TAKE_ALONG);
	put_not_a_diagnosis(writer);
}
