/* A document as lines of text: no escape sequence, no box drawing. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/report.h"

struct sheet {
	FILE *stream;
	size_t columns;
	bool printed;		/* private blocks stay out */
	bool left_out;		/* some did */
	bool standing;		/* an earlier page has the standing blocks */
};

static void put_blanks(FILE *stream, size_t count)
{
	while (count-- > 0)
		putc(' ', stream);
}

/* `lead` before the first line, and as many blanks before the others. */
static void put_wrapped(const struct sheet *sheet, const char *lead,
			const char *text)
{
	size_t indent = text_columns(lead, strlen(lead));
	size_t room = sheet->columns > indent + 10 ? sheet->columns - indent :
						     10;
	size_t count = text_wrap(text, room, NULL, 0);
	struct text_line *lines = xcalloc(count, sizeof *lines);

	text_wrap(text, room, lines, count);
	for (size_t i = 0; i < count; i++) {
		if (i == 0)
			fputs(lead, sheet->stream);
		else if (lines[i].bytes > 0)
			put_blanks(sheet->stream, indent);
		fwrite(text + lines[i].start, 1, lines[i].bytes,
		       sheet->stream);
		putc('\n', sheet->stream);
	}
	free(lines);
}

static void put_rule(const struct sheet *sheet, const char *text, char mark)
{
	size_t count = text_columns(text, strlen(text));

	if (count > sheet->columns)
		count = sheet->columns;
	while (count-- > 0)
		putc(mark, sheet->stream);
	putc('\n', sheet->stream);
}

static void put_bar(const struct sheet *sheet, const struct block *block)
{
	char *words = NULL;

	/* TRANSLATORS: a possible cause, and how well the answers fit it */
	if (asprintf(&words, _("%1$s: %2$s"), block->text, block->label) < 0)
		return;
	put_wrapped(sheet, "- ", words);
	free(words);
}

static void put_cut(const struct sheet *sheet, const char *text)
{
	size_t bytes = text_fit(text, sheet->columns, NULL);

	fwrite(text, 1, bytes, sheet->stream);
	putc('\n', sheet->stream);
}

/* Whether it goes on right below a block of its kind. */
static bool stands_together(enum block_kind kind)
{
	return kind == BLOCK_BULLET || kind == BLOCK_NUMBERED ||
	       kind == BLOCK_BAR || kind == BLOCK_FIXED;
}

static void put_block(const struct sheet *sheet, const struct block *block,
		      const struct block *before)
{
	bool listed = stands_together(block->kind);
	char number[16];

	/* items of one list, and an item below its heading, stand together */
	if (before != NULL && !(listed && before->kind == block->kind) &&
	    before->kind != BLOCK_HEADING)
		putc('\n', sheet->stream);
	switch (block->kind) {
	case BLOCK_HEADING:
		put_wrapped(sheet, "", block->text);
		break;
	case BLOCK_WARNING:
		put_wrapped(sheet, "*** ", block->text);
		break;
	case BLOCK_PARAGRAPH:
		put_wrapped(sheet, "", block->text);
		break;
	case BLOCK_BULLET:
		put_wrapped(sheet, "- ", block->text);
		break;
	case BLOCK_NUMBERED:
		snprintf(number, sizeof number, "%d. ", block->number);
		put_wrapped(sheet, number, block->text);
		break;
	case BLOCK_BAR:
		put_bar(sheet, block);
		break;
	case BLOCK_FIXED:
		put_cut(sheet, block->text);
		break;
	}
}

static void put_page(struct sheet *sheet, const struct page *page)
{
	const struct block *before = NULL;
	bool standing = sheet->standing;

	for (size_t i = 0; i < page->n_blocks; i++) {
		const struct block *block = &page->blocks[i];

		if (sheet->printed && block->private) {
			sheet->left_out = true;
			continue;
		}
		if (block->standing && standing)
			continue;
		sheet->standing |= block->standing;
		put_block(sheet, block, before);
		before = block;
	}
}

static void put_titled(struct sheet *sheet, const struct page *page,
		       bool first)
{
	fputs(first ? "" : "\n\n", sheet->stream);
	put_wrapped(sheet, "", page->title);
	put_rule(sheet, page->title, '=');
	put_page(sheet, page);
}

static void put_pages(struct sheet *sheet, const struct document *document)
{
	bool first = true;

	for (int i = 0; i < N_PAGES; i++) {
		const struct page *page = &document->pages[i];

		if (page->n_blocks == 0)
			continue;
		/* a document of one page needs no titles */
		if (document->pages[PAGE_HELP].n_blocks > 0)
			put_titled(sheet, page, first);
		else
			put_page(sheet, page);
		first = false;
	}
	if (sheet->left_out) {
		putc('\n', sheet->stream);
		put_wrapped(sheet, "",
			    _("Private answers are left out of printed pages."));
	}
}

void report_text(FILE *stream, const struct document *document, size_t columns)
{
	struct sheet sheet = { .stream = stream, .columns = columns };

	put_pages(&sheet, document);
}

void report_pages(FILE *stream, const struct page *pages, size_t n_pages,
		  size_t columns)
{
	struct sheet sheet = { .stream = stream, .columns = columns };

	for (size_t i = 0; i < n_pages; i++)
		put_titled(&sheet, &pages[i], i == 0);
}

void report_page(FILE *stream, const struct page *page, size_t columns)
{
	struct sheet sheet = { .stream = stream, .columns = columns };

	put_page(&sheet, page);
}

void report_text_printed(FILE *stream, const struct document *document,
			 size_t columns)
{
	struct sheet sheet = { .stream = stream, .columns = columns,
			       .printed = true };

	put_pages(&sheet, document);
}

void report_when(FILE *stream, time_t when, size_t columns)
{
	const struct sheet sheet = { .stream = stream, .columns = columns };
	char *text = NULL, moment[32];
	struct tm local;

	if (localtime_r(&when, &local) == NULL ||
	    strftime(moment, sizeof moment, "%Y-%m-%d %H:%M", &local) == 0)
		return;
	/* TRANSLATORS: a date and time, as in 2026-01-31 14:05 */
	if (asprintf(&text, _("This check was done on %s."), moment) < 0)
		return;
	put_wrapped(&sheet, "", text);
	putc('\n', stream);
	free(text);
}
