/* Words, sentences, syllables and letters.  Bytes are enough: the formulas
 * are for English. */
#include <config.h>

#include "pack/reading.h"

#include <stdbool.h>
#include <string.h>

#define LONG_WORD 4

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static char lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* First bytes 0xc3 to 0xdf are letters with accents and other alphabets;
 * dashes and curly quotes begin with 0xe2. */
static bool is_letter(char c)
{
	unsigned char byte = (unsigned char)c;

	return is_lower(lower(c)) || (byte >= 0xc3 && byte <= 0xdf);
}

static bool is_vowel(char c)
{
	return c != '\0' && strchr("aeiouy", c) != NULL;
}

static bool is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* A word in lower case, with two zeros before it so that a rule may look
 * back, and its length. */
struct spelling {
	char bytes[66];
	size_t count;
	const char *end;		/* behind its last letter */
};

static void spell(struct spelling *out, const char *word, size_t bytes)
{
	size_t count = 0;

	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < bytes && count < 63; i++)
		if (is_lower(lower(word[i])))
			out->bytes[2 + count++] = lower(word[i]);
	out->count = count;
	out->end = out->bytes + 2 + count;
}

static bool ends_with(const struct spelling *word, const char *end)
{
	size_t bytes = strlen(end);

	return word->count >= bytes &&
	       memcmp(word->end - bytes, end, bytes) == 0;
}

/* Whether an e behind this letter is spoken in spite of its place: tab-le,
 * hun-dred, but not cal-led. */
static bool carries_e(const char *letter)
{
	return is_one_of(letter[0], "lr") && letter[-1] != '\0' &&
	       !is_vowel(letter[-1]) && letter[-1] != letter[0];
}

/* times and moved, but ach-es, need-ed and mus-cles. */
static bool has_silent_e(const struct spelling *word)
{
	const char *end = word->end;

	if (ends_with(word, "gue") || ends_with(word, "que"))
		return true;
	if (ends_with(word, "e"))
		return !is_vowel(end[-2]) && !carries_e(end - 2);
	if (word->count < 4 || is_vowel(end[-3]) || carries_e(end - 3))
		return false;
	if (ends_with(word, "ed"))
		return !is_one_of(end[-3], "td");
	return ends_with(word, "es") && !is_one_of(end[-3], "sxzcg") &&
	       !ends_with(word, "ches") && !ends_with(word, "shes");
}

/* Two vowels that are spoken apart: per-i-od, phys-i-o, u-su-al, but not
 * spe-cial, in-fec-tion and squat. */
static bool is_apart(const char *at)
{
	if (at[0] == 'u')
		return at[1] == 'a' && !is_one_of(at[-1], "qg");
	if (at[0] != 'i' || at[-1] == '\0' || !is_one_of(at[1], "aou"))
		return false;
	return !is_one_of(at[-1], "tcsgx") ||
	       (at[1] == 'o' && !is_one_of(at[2], "nu"));
}

static size_t spoken_apart(const struct spelling *word)
{
	size_t count = 0;

	for (const char *at = word->bytes + 2; at < word->end; at++)
		count += is_apart(at);
	if (word->count > 4 && ends_with(word, "ing") &&
	    is_vowel(word->end[-4]))
		count++;
	return count;
}

size_t reading_syllables(const char *word, size_t bytes)
{
	struct spelling spelling;
	size_t count = 0;

	spell(&spelling, word, bytes);
	for (const char *at = spelling.bytes + 2; at < spelling.end; at++)
		count += is_vowel(at[0]) && !is_vowel(at[-1]);
	count += spoken_apart(&spelling);
	if (count > 1 && has_silent_e(&spelling))
		count--;
	for (size_t i = 0; i < bytes; i++)
		count += is_digit(word[i]);
	return count > 0 ? count : 1;
}

/* Parts of a word with hyphens are spelt on their own: hip-bone. */
static size_t syllables_of_parts(const char *word, size_t bytes)
{
	size_t count = 0;

	while (bytes > 0) {
		const char *hyphen = memchr(word, '-', bytes);
		size_t part = hyphen != NULL ? (size_t)(hyphen - word) : bytes;

		if (part > 0)
			count += reading_syllables(word, part);
		part += hyphen != NULL;
		word += part;
		bytes -= part;
	}
	return count;
}

static size_t letters_of(const char *word, size_t bytes)
{
	size_t count = 0;

	for (size_t i = 0; i < bytes; i++)
		count += is_letter(word[i]) || is_digit(word[i]);
	return count;
}

/* Whether what stands between two blanks ends a sentence. */
static bool ends_sentence(const char *word, size_t bytes)
{
	while (bytes > 0 && is_one_of(word[bytes - 1], ")'"))
		bytes--;
	return bytes > 0 && is_one_of(word[bytes - 1], ".?!:");
}

/* Adds a word, if it is one. */
static void add_word(struct reading *sum, const char *word, size_t bytes)
{
	size_t letters = letters_of(word, bytes), syllables;

	if (letters == 0)
		return;
	syllables = syllables_of_parts(word, bytes);
	sum->words++;
	sum->letters += letters;
	sum->syllables += syllables;
	sum->long_words += syllables >= LONG_WORD;
}

/* What stands in brackets: *depth is how many are open. */
static bool is_in_brackets(const char *word, size_t bytes, int *depth)
{
	bool before = *depth > 0 || word[0] == '(';

	for (size_t i = 0; i < bytes; i++)
		*depth += (word[i] == '(') - (word[i] == ')' && *depth > 0);
	return before;
}

void reading_add(struct reading *sum, const char *text)
{
	int depth = 0;
	bool open = false;	/* a sentence that has a word and no end */

	while (*(text += strspn(text, " ")) != '\0') {
		size_t bytes = strcspn(text, " "), words = sum->words;

		if (!is_in_brackets(text, bytes, &depth))
			add_word(sum, text, bytes);
		open = open || sum->words > words;
		if (open && depth == 0 && ends_sentence(text, bytes)) {
			sum->sentences++;
			open = false;
		}
		text += bytes;
	}
	sum->sentences += open;
}

void reading_join(struct reading *sum, const struct reading *more)
{
	sum->words += more->words;
	sum->sentences += more->sentences;
	sum->syllables += more->syllables;
	sum->letters += more->letters;
	sum->long_words += more->long_words;
}

double reading_flesch_kincaid(const struct reading *reading)
{
	double words = (double)reading->words;

	if (reading->words == 0)
		return 0;
	return 0.39 * words / (double)reading->sentences +
	       11.8 * (double)reading->syllables / words - 15.59;
}

double reading_automated(const struct reading *reading)
{
	double words = (double)reading->words;

	if (reading->words == 0)
		return 0;
	return 4.71 * (double)reading->letters / words +
	       0.5 * words / (double)reading->sentences - 21.43;
}

/* A colon does not end this kind: what is read in one breath is meant. */
static bool ends_breath(const char *word, size_t bytes)
{
	return ends_sentence(word, bytes) && word[bytes - 1] != ':';
}

size_t reading_longest_sentence(const char *text, const char **start)
{
	size_t longest = 0, words = 0;
	const char *begin = text;

	*start = text;
	while (*(text += strspn(text, " ")) != '\0') {
		size_t bytes = strcspn(text, " ");

		if (words++ == 0)
			begin = text;
		if (words > longest) {
			longest = words;
			*start = begin;
		}
		if (ends_breath(text, bytes))
			words = 0;
		text += bytes;
	}
	return longest;
}
