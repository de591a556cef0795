/*
 * What the pages of a document share: a writer that appends blocks to the
 * page in hand.  What comes of no assessment, such as a plan, needs no more
 * of a writer than page and site.  Texts go in translated; the writer fills
 * in the site's numbers and blanks out controls, so that nothing in a pack
 * or a free text reaches a terminal as a command.
 */
#ifndef SITWELL_PAGES_H
#define SITWELL_PAGES_H

#include <stdbool.h>

#include "report/document.h"

struct writer {
	struct document *document;
	struct page *page;		/* in hand */
	const struct assessment *assessment;
	const struct answers *answers;
	const struct site *site;
	bool private;			/* mark what follows */
	bool standing;			/* the same */
	bool said_only;			/* reasons that rest on what was said,
					 * not on what was not asked yet */
};

/* Appends a block, printf-like. */
void put(struct writer *writer, enum block_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Appends a text as it stands; NULL or "" appends nothing. */
void put_text(struct writer *writer, enum block_kind kind, const char *text);
/* The same for a text of the pack, which is translated first. */
void put_content(struct writer *writer, enum block_kind kind,
		 const char *text);
void put_contents(struct writer *writer, enum block_kind kind,
		  const struct texts *texts);
void put_bar(struct writer *writer, const char *name, const char *label,
	     double share);

/* A line of a drawing; `label`, with its first line alone, or NULL. */
void put_fixed(struct writer *writer, const char *label, const char *text);

/* Gives the page a title of its own, printf-like. */
void put_title(struct page *page, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Appends all advice of a kind; at most `most`, 0 for all.  How many. */
size_t put_advice(struct writer *writer, enum block_kind block,
		  enum advice_kind kind, size_t most);
bool has_advice(const struct writer *writer, enum advice_kind kind);
/* For a physio: what the lines above, of the section `id`, rest on. */
void put_sources(struct writer *writer, const char *id,
		 const struct sources *sources);
/* The watch list, which no result may be without. */
void put_seek_now(struct writer *writer);

bool is_physio(const struct writer *writer);
bool is_trainer(const struct writer *writer);

/*
 * A finding in words, as present or absent; NULL if the pack has none for
 * this reader.
 */
const char *finding_words(const struct writer *writer,
			  const struct finding *finding, bool present);
/* Name as this reader knows it, translated. */
const char *target_name(const struct writer *writer,
			const struct target *target);
/* The level in a word or two: "same day". */
const char *level_words(enum urgency urgency);

/* The pages, each onto writer->page. */
void page_summary(struct writer *writer);
void page_causes(struct writer *writer);
void page_home(struct writer *writer);
void page_help(struct writer *writer);
void page_why(struct writer *writer);
void page_keep(struct writer *writer);

/* Parts that several pages show. */
void put_level(struct writer *writer);
/* Why that urgent: at most `most` reasons, 0 for all; returns how many. */
size_t put_reasons(struct writer *writer, enum urgency at_least, size_t most);
bool has_reason(const struct writer *writer, enum urgency at_least);
void put_arguments(struct writer *writer, const struct scored *scored,
		   size_t most);
void put_match(struct writer *writer);
void put_bars(struct writer *writer);
/* How well a listed cause fits, in words; for a physio with the number. */
void listed_label(char *label, size_t size, const struct writer *writer,
		  const struct listed *listed);
/* Exercises to begin with, or why there are none; nothing to a trainer. */
void put_training(struct writer *writer);
void put_not_a_diagnosis(struct writer *writer);
/* Whether this reader is shown that cause at all. */
bool is_worth_showing(const struct writer *writer, const struct listed *listed);
/* What tells a listed cause from those it is mistaken for. */
void put_told_apart(struct writer *writer, const struct listed *listed);
/* Causes that may be there together, or that they may be. */
void put_together(struct writer *writer);
/* The sources behind what is shown, by title. */
void put_where_from(struct writer *writer);
void put_what_would_change(struct writer *writer);
/* For a physio: tests worth doing, and what was ruled out. */
void put_next_tests(struct writer *writer);
void put_ruled_out(struct writer *writer);
/* The tests that not-if holds back. */
void put_held_back(struct writer *writer);

#endif
