#include "config.h"

#include "report/document.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/pages.h"
#include "report/reasons.h"

/* Blocks */

/* Controls, of ASCII and of Latin-1 (C2 80 to C2 9F), become blanks. */
static void blank_controls(char *text)
{
	for (unsigned char *c = (unsigned char *)text; *c != '\0'; c++) {
		if (*c < 0x20 || *c == 0x7F)
			*c = ' ';
		else if (*c == 0xC2 && c[1] >= 0x80 && c[1] < 0xA0)
			c[0] = c[1] = ' ';
	}
}

static int next_number(const struct page *page)
{
	const struct block *last;

	if (page->n_blocks == 0)
		return 1;
	last = &page->blocks[page->n_blocks - 1];
	return last->kind == BLOCK_NUMBERED ? last->number + 1 : 1;
}

static struct block *add_block(struct writer *writer, enum block_kind kind,
			       const char *text)
{
	struct page *page = writer->page;
	struct block *block;
	int number = next_number(page);

	page->blocks = xrealloc(page->blocks, page->n_blocks + 1,
				sizeof *page->blocks);
	block = &page->blocks[page->n_blocks++];
	*block = (struct block){ .kind = kind, .private = writer->private,
				  .standing = writer->standing };
	block->text = site_fill(writer->site, text);
	blank_controls(block->text);
	if (kind == BLOCK_NUMBERED)
		block->number = number;
	return block;
}

void put_text(struct writer *writer, enum block_kind kind, const char *text)
{
	if (text != NULL && text[0] != '\0')
		add_block(writer, kind, text);
}

void put(struct writer *writer, enum block_kind kind, const char *fmt, ...)
{
	char *text = NULL;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&text, fmt, args) < 0)
		text = NULL;
	va_end(args);
	put_text(writer, kind, text);
	free(text);
}

void put_content(struct writer *writer, enum block_kind kind, const char *text)
{
	put_text(writer, kind, content_text(text));
}

void put_contents(struct writer *writer, enum block_kind kind,
		  const struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		put_content(writer, kind, texts->text[i]);
}

void put_bar(struct writer *writer, const char *name, const char *label,
	     double share)
{
	struct block *block = add_block(writer, BLOCK_BAR, name);

	block->label = xstrdup(label);
	block->share = share;
}

void put_fixed(struct writer *writer, const char *label, const char *text)
{
	struct block *block = add_block(writer, BLOCK_FIXED, text);

	if (label != NULL)
		block->label = xstrdup(label);
}

void put_title(struct page *page, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&page->own_title, fmt, args) < 0)
		abort();
	va_end(args);
	blank_controls(page->own_title);
	page->title = page->own_title;
}

/* Advice */

/*
 * A trainer is not shown what a private answer led to, nor advice for one
 * cause, which would name that cause.
 */
static bool is_hidden(const struct writer *writer, const struct advice *advice)
{
	return !advice_is_open(advice, writer->answers);
}

static bool is_of(const struct writer *writer, const struct advice *advice,
		  enum advice_kind kind)
{
	return advice->kind == kind && !is_hidden(writer, advice);
}

bool has_advice(const struct writer *writer, enum advice_kind kind)
{
	const struct assessment *assessment = writer->assessment;

	for (size_t i = 0; i < assessment->n_advice; i++)
		if (is_of(writer, assessment->advice[i], kind))
			return true;
	return false;
}

/* To a physio with its id and those of its sources. */
static void put_advice_text(struct writer *writer, enum block_kind block,
			    const struct advice *advice)
{
	char *sources;

	if (!is_physio(writer)) {
		put_content(writer, block, advice->text);
		return;
	}
	sources = source_ids(&advice->sources);
	put(writer, block, _("%s (%s; %s)"),
	    content_text(advice->clinician_text != NULL ?
			 advice->clinician_text : advice->text),
	    advice->id, sources);
	free(sources);
}

static void put_one_advice(struct writer *writer, enum block_kind block,
			   const struct advice *advice)
{
	writer->private = advice_is_private(advice, writer->answers);
	put_advice_text(writer, block, advice);
	writer->private = false;
}

/* What stands in for advice that is for the person alone. */
static void put_hidden(struct writer *writer, enum block_kind block,
		       enum advice_kind kind)
{
	const struct assessment *assessment = writer->assessment;

	for (size_t i = 0; i < assessment->n_advice; i++) {
		if (assessment->advice[i]->kind != kind ||
		    !is_trainer(writer) ||
		    !advice_is_private(assessment->advice[i], writer->answers))
			continue;
		put_text(writer, block,
			 _("Stay with the person, and call {emergency "
			   "number}. They need not tell you why."));
		return;
	}
}

size_t put_advice(struct writer *writer, enum block_kind block,
		  enum advice_kind kind, size_t most)
{
	const struct assessment *assessment = writer->assessment;
	size_t count = 0;

	if (kind == ADVICE_EMERGENCY_DO)
		put_hidden(writer, block, kind);
	for (size_t i = 0; i < assessment->n_advice; i++) {
		if (!is_of(writer, assessment->advice[i], kind))
			continue;
		if (most > 0 && count == most)
			break;
		put_one_advice(writer, block, assessment->advice[i]);
		count++;
	}
	return count;
}

void put_sources(struct writer *writer, const char *id,
		 const struct sources *sources)
{
	char *ids;

	if (!is_physio(writer) || sources->count == 0)
		return;
	ids = source_ids(sources);
	put(writer, BLOCK_PARAGRAPH, _("Sources of this (%s): %s"), id, ids);
	free(ids);
}

void put_seek_now(struct writer *writer)
{
	const struct pack *pack = writer->assessment->pack;

	if (put_advice(writer, BLOCK_BULLET, ADVICE_SEEK_NOW, 0) > 0)
		return;
	/* the pack restricts it too much: better too many than none */
	for (size_t i = 0; i < pack->n_advice; i++)
		if (pack->advice[i].kind == ADVICE_SEEK_NOW &&
		    pack->advice[i].n_for == 0)
			put_one_advice(writer, BLOCK_BULLET, &pack->advice[i]);
}

bool is_physio(const struct writer *writer)
{
	return writer->assessment->role == ROLE_PHYSIO;
}

bool is_trainer(const struct writer *writer)
{
	return writer->assessment->role == ROLE_TRAINER;
}

/* Documents */

struct page_maker {
	const char *title;
	void (*make)(struct writer *writer);
};

static const struct page_maker makers[N_PAGES] = {
	[PAGE_SUMMARY] = { N_("Summary"), page_summary },
	[PAGE_CAUSES] = { N_("Likely causes"), page_causes },
	[PAGE_HOME] = { N_("At home"), page_home },
	[PAGE_HELP] = { N_("When to get help"), page_help },
	[PAGE_WHY] = { N_("Why"), page_why },
	[PAGE_KEEP] = { N_("Keep it"), page_keep },
};

/* A document whose pages have titles and no blocks yet. */
static struct writer start(const struct assessment *assessment,
			   const struct answers *answers,
			   const struct site *site)
{
	struct writer writer = {
		.document = xcalloc(1, sizeof *writer.document),
		.assessment = assessment,
		.answers = answers,
		.site = site,
	};

	writer.document->urgency = assessment->urgency;
	writer.document->headline =
		site_fill(site, urgency_headline(assessment->urgency,
						 assessment->role));
	for (int i = 0; i < N_PAGES; i++) {
		writer.document->pages[i].kind = (enum page_kind)i;
		writer.document->pages[i].title = _(makers[i].title);
	}
	writer.page = &writer.document->pages[0];
	return writer;
}

struct document *document_new(const struct assessment *assessment,
			      const struct answers *answers,
			      const struct site *site)
{
	struct writer writer = start(assessment, answers, site);

	/* what a stop left unasked is no reason; a physio is not stopped */
	writer.said_only = assessment->stop != NULL && !is_physio(&writer);
	for (int i = 0; i < N_PAGES; i++) {
		writer.page = &writer.document->pages[i];
		makers[i].make(&writer);
	}
	return writer.document;
}

void page_done(struct page *page)
{
	for (size_t i = 0; i < page->n_blocks; i++) {
		free(page->blocks[i].text);
		free(page->blocks[i].label);
	}
	free(page->blocks);
	free(page->own_title);
	*page = (struct page){ .kind = page->kind };
}

void document_free(struct document **document)
{
	struct document *old = *document;

	if (old == NULL)
		return;
	for (int i = 0; i < N_PAGES; i++)
		page_done(&old->pages[i]);
	free(old->headline);
	free(old);
	*document = NULL;
}

/*
 * What to do, whom to call, and what would make it more urgent still;
 * nothing that competes with it.
 */
struct document *document_emergency(const struct assessment *assessment,
				    const struct answers *answers,
				    const struct site *site)
{
	struct writer writer = start(assessment, answers, site);
	struct writer *w = &writer;

	free(w->document->headline);
	w->document->headline =
		site_fill(site, urgency_headline(URGENCY_EMERGENCY,
						 assessment->role));
	w->document->urgency = URGENCY_EMERGENCY;
	w->said_only = true;
	put_text(w, BLOCK_WARNING, w->document->headline);
	put_reasons(w, URGENCY_EMERGENCY, 0);
	put_text(w, BLOCK_HEADING, _("What to do now"));
	if (put_advice(w, BLOCK_BULLET, ADVICE_EMERGENCY_DO, 0) == 0)
		put_text(w, BLOCK_BULLET,
			 _("Do not drive yourself. Ask someone to take you, "
			   "or call {emergency number}."));
	put_text(w, BLOCK_HEADING, _("Say at once if any of these begins"));
	put_seek_now(w);
	put_not_a_diagnosis(w);
	return w->document;
}

struct document *document_out_of_scope(const struct assessment *assessment,
				       const struct answers *answers,
				       const struct site *site)
{
	struct writer writer = start(assessment, answers, site);
	struct writer *w = &writer;
	const struct scope *scope = assessment->scope;

	w->said_only = true;
	put_level(w);
	if (scope != NULL) {
		put_content(w, BLOCK_HEADING, scope->title);
		put_contents(w, BLOCK_PARAGRAPH, &scope->because);
		put_sources(w, scope->id, &scope->sources);
	}
	put_reasons(w, URGENCY_SOON, 0);
	if (scope != NULL && scope->do_list.count > 0) {
		put_text(w, BLOCK_HEADING, _("What to do now"));
		put_contents(w, BLOCK_BULLET, &scope->do_list);
	}
	put_text(w, BLOCK_HEADING, _("Get help at once if"));
	put_seek_now(w);
	put_text(w, BLOCK_PARAGRAPH,
		 _("In an emergency, call {emergency number}."));
	put_not_a_diagnosis(w);
	return w->document;
}

struct document *document_why_stopped(const struct assessment *assessment,
				      const struct answers *answers,
				      const struct site *site)
{
	struct writer writer = start(assessment, answers, site);

	writer.said_only = true;
	writer.page = &writer.document->pages[PAGE_WHY];
	page_why(&writer);
	return writer.document;
}
