#include "config.h"

#include "report/handout.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/i18n.h"
#include "report/plan_blocks.h"
#include "report/plan_pages.h"
#include "report/report.h"
#include "report/wrapped.h"

/* Before the weeks, and behind them. */
enum { PAGE_GATE, PAGE_SAFETY, N_FIRST, N_LAST = 1 };

static void put_origin(struct page *page, const struct pack *pack)
{
	struct writer writer = page_writer(page);

	page->title = _("Where this is from");
	put_content(&writer, BLOCK_PARAGRAPH, pack->not_a_diagnosis);
	put(&writer, BLOCK_PARAGRAPH,
	    _("sitwell, content %1$s %2$s, reviewed on %3$s."), pack->id,
	    pack->version, pack->reviewed);
}

struct handout *handout_new(const struct plan *plan)
{
	struct handout *handout = xcalloc(1, sizeof *handout);
	struct page *pages;

	handout->n_pages = N_FIRST + plan->n_weeks + N_LAST;
	pages = xcalloc(handout->n_pages, sizeof *pages);
	handout->pages = pages;
	handout->title = plan->person == NULL
		? xstrdup(_("Your exercises"))
		/* TRANSLATORS: the person's code */
		: wrapped_words(_("Your exercises (%s)"), plan->person);
	plan_page_gate(&pages[PAGE_GATE], plan->pack);
	plan_page_safety(&pages[PAGE_SAFETY], plan);
	for (size_t i = 0; i < plan->n_weeks; i++)
		plan_page_week(&pages[N_FIRST + i], plan, i + 1,
			       DETAIL_CARDS);
	put_origin(&pages[N_FIRST + plan->n_weeks], plan->pack);
	return handout;
}

void handout_free(struct handout **handout)
{
	struct handout *old = *handout;

	if (old == NULL)
		return;
	for (size_t i = 0; i < old->n_pages; i++)
		page_done(&old->pages[i]);
	free(old->pages);
	free(old->title);
	free(old);
	*handout = NULL;
}

void handout_text(FILE *stream, const struct handout *handout, size_t columns)
{
	wrapped_put(stream, xstrdup(handout->title), 0, columns);
	putc('\n', stream);
	report_pages(stream, handout->pages, handout->n_pages, columns);
}

void handout_html(FILE *stream, const struct handout *handout)
{
	report_html(stream, handout->title, handout->pages, handout->n_pages);
}
