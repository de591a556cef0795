/* Pages as one HTML file: no script, nothing from elsewhere. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "report/report.h"

static const char style[] =
	"body{font:12pt/1.4 sans-serif;color:#000;background:#fff;"
	"max-width:42em;margin:1em auto;padding:0 1em}\n"
	"h1{font-size:18pt}\n"
	"h2{font-size:15pt;border-bottom:1pt solid #000;margin-top:2em}\n"
	"h3{font-size:12pt;margin-bottom:.3em}\n"
	"h1,h2,h3{page-break-after:avoid;break-after:avoid}\n"
	"pre{font:10pt/1.15 monospace;page-break-inside:avoid;"
	"break-inside:avoid}\n"
	"li,p{page-break-inside:avoid;break-inside:avoid}\n"
	".warning{border:1.5pt solid #000;padding:.5em;font-weight:bold}\n"
	"@media print{body{margin:0;max-width:none;padding:0}}\n";

/* What XML has no character for becomes the replacement character. */
static size_t put_character(FILE *stream, const unsigned char *text)
{
	static const char *const marks[] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;",
		['"'] = "&quot;", ['\''] = "&#39;",
	};

	if (text[0] < sizeof marks / sizeof *marks && marks[text[0]] != NULL) {
		fputs(marks[text[0]], stream);
		return 1;
	}
	if (text[0] < 0x20 || text[0] == 0x7F) {
		putc(' ', stream);
		return 1;
	}
	/* U+FFFE and U+FFFF */
	if (text[0] == 0xEF && text[1] == 0xBF && text[2] >= 0xBE) {
		fputs("\xEF\xBF\xBD", stream);
		return 3;
	}
	putc(text[0], stream);
	return 1;
}

static void put_escaped(FILE *stream, const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	while (*at != '\0')
		at += put_character(stream, at);
}

static void put_element(FILE *stream, const char *name, const char *text)
{
	fprintf(stream, "<%s>", name);
	put_escaped(stream, text);
	fprintf(stream, "</%s>\n", name);
}

/* Blocks */

static void put_bar(FILE *stream, const struct block *block)
{
	fputs("<li>", stream);
	put_escaped(stream, block->text);
	fputs(": ", stream);
	put_escaped(stream, block->label);
	fputs("</li>\n", stream);
}

static void put_list(FILE *stream, const struct block *blocks, size_t count)
{
	const char *name = blocks->kind == BLOCK_NUMBERED ? "ol" : "ul";

	fprintf(stream, "<%s>\n", name);
	for (size_t i = 0; i < count; i++)
		if (blocks[i].kind == BLOCK_BAR)
			put_bar(stream, &blocks[i]);
		else
			put_element(stream, "li", blocks[i].text);
	fprintf(stream, "</%s>\n", name);
}

/* Without a label it is read out character by character. */
static void put_drawing(FILE *stream, const struct block *blocks,
			size_t count)
{
	fputs("<pre", stream);
	if (blocks->label != NULL) {
		fputs(" role=\"img\" aria-label=\"", stream);
		put_escaped(stream, blocks->label);
		fputs("\"", stream);
	}
	fputs(">", stream);
	for (size_t i = 0; i < count; i++) {
		put_escaped(stream, blocks[i].text);
		putc('\n', stream);
	}
	fputs("</pre>\n", stream);
}

/* `count` blocks of one kind. */
static void put_run(FILE *stream, const struct block *blocks, size_t count)
{
	switch (blocks->kind) {
	case BLOCK_HEADING:
		put_element(stream, "h3", blocks->text);
		break;
	case BLOCK_PARAGRAPH:
		put_element(stream, "p", blocks->text);
		break;
	case BLOCK_WARNING:
		fputs("<p class=\"warning\">", stream);
		put_escaped(stream, blocks->text);
		fputs("</p>\n", stream);
		break;
	case BLOCK_BULLET:
	case BLOCK_NUMBERED:
	case BLOCK_BAR:
		put_list(stream, blocks, count);
		break;
	case BLOCK_FIXED:
		put_drawing(stream, blocks, count);
		break;
	}
}

/* How many from here on make one list, or one drawing. */
static size_t run_of(const struct block *blocks, size_t count)
{
	size_t run = 1;

	if (blocks->kind == BLOCK_HEADING || blocks->kind == BLOCK_PARAGRAPH ||
	    blocks->kind == BLOCK_WARNING)
		return 1;
	while (run < count && blocks[run].kind == blocks->kind &&
	       (blocks->kind != BLOCK_FIXED || blocks[run].label == NULL) &&
	       (blocks->kind != BLOCK_NUMBERED || blocks[run].number != 1))
		run++;
	return run;
}

static void put_page(FILE *stream, const struct page *page)
{
	size_t run;

	fputs("<section>\n", stream);
	put_element(stream, "h2", page->title);
	for (size_t i = 0; i < page->n_blocks; i += run) {
		run = run_of(&page->blocks[i], page->n_blocks - i);
		put_run(stream, &page->blocks[i], run);
	}
	fputs("</section>\n", stream);
}

void report_html(FILE *stream, const char *title, const struct page *pages,
		 size_t n_pages)
{
	char language[32];

	i18n_language(language, sizeof language);
	fputs("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"",
	      stream);
	put_escaped(stream, language);
	fputs("\">\n<head>\n<meta charset=\"utf-8\"/>\n"
	      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
	      "<meta name=\"viewport\" content=\"width=device-width\"/>\n",
	      stream);
	put_element(stream, "title", title);
	fprintf(stream, "<style>\n%s</style>\n</head>\n<body>\n", style);
	put_element(stream, "h1", title);
	for (size_t i = 0; i < n_pages; i++)
		put_page(stream, &pages[i]);
	fputs("</body>\n</html>\n", stream);
}
