/*
 * The result as a document: six pages of blocks that every renderer shows
 * in its own way (the results screen, text, later HTML and PDF).  Texts are
 * translated and placeholders ({emergency number}, {clinic number}) filled
 * in from the site file; no view adds words of its own.
 */
#ifndef SITWELL_DOCUMENT_H
#define SITWELL_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "assess/assess.h"
#include "report/site.h"

enum page_kind {
	PAGE_SUMMARY,		/* 1 Summary */
	PAGE_CAUSES,		/* 2 Likely causes */
	PAGE_HOME,		/* 3 At home */
	PAGE_HELP,		/* 4 When to get help */
	PAGE_WHY,		/* 5 Why */
	PAGE_KEEP,		/* 6 Keep it */
};
#define N_PAGES 6

enum block_kind {
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_BULLET,
	BLOCK_NUMBERED,		/* number */
	BLOCK_BAR,		/* text: the name, label: the band in words,
				 * share: 0 to 1 */
	BLOCK_WARNING,		/* stands out: level, emergency */
	BLOCK_FIXED,		/* a line of a drawing or table: keeps its
				 * blanks, is cut and never wrapped; label, of
				 * the first: what the drawing shows */
};

struct block {
	enum block_kind kind;
	bool private;			/* for the person alone: not printed */
	bool standing;			/* on several pages: one text of all
					 * of them has it once */
	char *text;
	char *label;
	double share;
	int number;
};

struct page {
	enum page_kind kind;		/* of a document's page */
	const char *title;		/* borrowed, or own_title */
	char *own_title;		/* made for this page, or NULL */
	struct block *blocks;
	size_t n_blocks;
};

struct document {
	char *headline;		/* urgency in words: "See a physio or doctor:
				 * book a visit" */
	enum urgency urgency;
	struct page pages[N_PAGES];
};

/* Owned by the caller; document_free. */
struct document *document_new(const struct assessment *assessment,
			      const struct answers *answers,
			      const struct site *site);
void document_free(struct document **document);

/* Frees what a page holds, and leaves it empty. */
void page_done(struct page *page);

/*
 * The one page shown when a stop rule fires, and the one for "we can't
 * assess you": a document whose first page alone has blocks.
 */
struct document *document_emergency(const struct assessment *assessment,
				    const struct answers *answers,
				    const struct site *site);
struct document *document_out_of_scope(const struct assessment *assessment,
				       const struct answers *answers,
				       const struct site *site);

/*
 * Why that page says what it says: a document whose fifth page alone has
 * blocks.  What was not asked before the interview stopped is no reason.
 */
struct document *document_why_stopped(const struct assessment *assessment,
				      const struct answers *answers,
				      const struct site *site);

/*
 * The level in words of the interface for this reader, translated; may hold
 * {emergency number}, see site_fill.
 */
const char *urgency_headline(enum urgency urgency, enum role role);
/* "strong", "possible", "less likely", translated. */
const char *band_words(enum band band);

/* A text of the pack, translated (domain sitwell-content). NULL gives "". */
const char *content_text(const char *text);
/*
 * The prompt in the words for who answers, translated: a physio's, those
 * for a carer (question `who` is `other`), or the patient's own.
 */
const char *question_prompt(const struct question *question,
			    const struct answers *answers);
/* The same of a checklist; a physio reads the patient's own. */
const char *checklist_prompt(const struct checklist *checklist,
			     const struct answers *answers);
/* Label as this role reads it, translated. */
const char *answer_label(const struct answer *answer, enum role role);
/*
 * Whether this role may read an answer once given, and change it: a trainer
 * reads nothing private and no free text, and changes no sign of danger
 * (triage.md section 9, 30 and 37; section 7).
 */
bool answer_is_open(const struct question *question, enum role role);
/*
 * Whether the screen on which it is asked is for the person's eyes alone: a
 * trainer hands it over, and no answer given there is shown again.
 */
bool question_is_handed_over(const struct question *question, enum role role);
/* The answer in words: "yes", "left; deep in the buttock", "30 minutes". */
void answer_words(char *buffer, size_t size, const struct question *question,
		  const struct value *value, enum role role);

/* Titles and years of the sources in one line; the caller frees it. */
char *source_words(const struct sources *sources);
/* Their ids with blanks between them; the caller frees it. */
char *source_ids(const struct sources *sources);
/*
 * What a clinician wants to know of a test: what counts as positive, how
 * well it tells, who must not have it, and where that comes from, a line each.
 * Nothing for another role.  Returns how many; the caller frees them.
 */
#define TEST_LINES 4
size_t question_test_words(char *lines[TEST_LINES],
			   const struct question *question, enum role role);

#endif
