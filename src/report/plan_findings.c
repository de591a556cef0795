/* What a review found, as a page. */
#include "config.h"

#include "report/plan_pages.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "report/plan_blocks.h"
#include "report/plan_line.h"

static const char *level_heading(enum review_level level)
{
	switch (level) {
	case REVIEW_STOP:
		return _("Stop: do not use the plan as it is");
	case REVIEW_CHANGE:
		return _("Change before you use the plan");
	case REVIEW_CONSIDER:
		break;
	}
	return _("Consider");
}

static void put_finding(struct writer *writer, const struct review *review,
			const struct finding_of_plan *finding, enum role role)
{
	const struct finding_words said = plan_finding_words(review, finding,
							     role);
	char *sources;

	put(writer, BLOCK_PARAGRAPH, _("Line %1$d: %2$s."),
	    finding->place.line, said.message);
	put(writer, BLOCK_BULLET, _("Why: %s"), said.because);
	put(writer, BLOCK_BULLET, _("Write instead: %s"), said.instead);
	if (role != ROLE_PHYSIO)
		return;
	sources = source_ids(finding->sources);
	put(writer, BLOCK_BULLET, _("Sources: %s"), sources);
	free(sources);
}

static void put_level_of(struct writer *writer, const struct review *review,
			 enum review_level level, enum role role)
{
	if (review->counts[level] == 0)
		return;
	put_text(writer, BLOCK_HEADING, level_heading(level));
	for (size_t i = 0; i < review->n_findings; i++)
		if (review->findings[i].check->level == level)
			put_finding(writer, review, &review->findings[i],
				    role);
}

void plan_page_review(struct page *page, const struct review *review,
		      enum role role)
{
	struct writer writer = page_writer(page);

	page->title = _("Review");
	if (review->n_findings == 0) {
		put_text(&writer, BLOCK_PARAGRAPH,
			 _("The review found nothing to change."));
		return;
	}
	put(&writer, BLOCK_PARAGRAPH,
	    _("Stop: %1$zu. Change: %2$zu. Consider: %3$zu."),
	    review->counts[REVIEW_STOP], review->counts[REVIEW_CHANGE],
	    review->counts[REVIEW_CONSIDER]);
	for (int level = REVIEW_STOP; level >= REVIEW_CONSIDER; level--)
		put_level_of(&writer, review, (enum review_level)level, role);
}
