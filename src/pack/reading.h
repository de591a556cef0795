/*
 * How hard an English text is to read: two published formulas, which give a
 * US school grade, and what they count.
 *
 * Flesch-Kincaid grade (Kincaid, Fishburne, Rogers, Chissom: Derivation of
 * new readability formulas for Navy enlisted personnel, Research Branch
 * Report 8-75, 1975):
 *
 *   0.39 words / sentences + 11.8 syllables / words - 15.59
 *
 * Automated Readability Index (Smith, Senter: Automated Readability Index,
 * AMRL-TR-66-220, 1967), which was made from books of school grades 1 to 7:
 *
 *   4.71 letters / words + 0.5 words / sentences - 21.43
 *
 * The one looks at syllables, which can only be estimated, the other at
 * letters.  Neither sees what a word means, whether it is known, the order
 * of thoughts, or the layout.
 *
 * As counted here:
 *   - What stands in brackets is left out: the medical word after the plain
 *     one.
 *   - A word has letters or digits and stands between blanks; one with a
 *     hyphen is one word (Kincaid).
 *   - A sentence ends with . ? ! or : before a blank, or with the text: a
 *     label or a line of a list is one.
 *   - Digits count as letters, and as a syllable each.
 */
#ifndef SITWELL_READING_H
#define SITWELL_READING_H

#include <stddef.h>

struct reading {
	size_t words, sentences, syllables, letters;
	size_t long_words;		/* of four syllables or more */
};

/* Adds what is in `text`; a sentence never goes on in the next text. */
void reading_add(struct reading *sum, const char *text);
void reading_join(struct reading *sum, const struct reading *more);

/* The grades; 0 without a word. */
double reading_flesch_kincaid(const struct reading *reading);
double reading_automated(const struct reading *reading);

/*
 * Syllables of a word, at least 1, estimated from its spelling: groups of
 * vowels, without a silent e, with those that are spoken apart (ly-ing,
 * se-ri-ous).  Wrong for some: some-times counts three.
 */
size_t reading_syllables(const char *word, size_t bytes);

/*
 * The longest sentence of a text in words, brackets and all; *start is
 * where it begins.
 */
size_t reading_longest_sentence(const char *text, const char **start);

#endif
