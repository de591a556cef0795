/* What a sentence for patients says: how long it is, what it promises, whom
 * it frightens. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "pack/kinds.h"
#include "pack/linting.h"
#include "pack/reading.h"

#define MOST_WORDS 20
#define MOST_CHARACTERS 70	/* of a checklist's line, beside its mark */
#define MAX_TOKENS 1000		/* a line has fewer bytes */

#define LEAVE_OUT N_("leave it out")
#define STAY_CALM N_("say what to look for and what to do, without fright")
#define ONLY_FITS N_("say how well the answers fit, and what to watch for")
#define NO_DOSE N_("name no dose; write that a pharmacist or doctor says how much")

/*
 * What no patient reads.  A star stands for any end of a word, # for a
 * number.  Case and hyphens make no difference.
 */
static const struct wording {
	const char *words, *instead;
} wordings[] = {
	{ "please", LEAVE_OUT },
	{ "sorry", LEAVE_OUT },
	{ "just", LEAVE_OUT },
	{ "paralys*", STAY_CALM },
	{ "paralyz*", STAY_CALM },
	{ "deadly", STAY_CALM },
	{ "fatal*", STAY_CALM },
	{ "lethal*", STAY_CALM },
	{ "catastroph*", STAY_CALM },
	{ "disaster*", STAY_CALM },
	{ "disastrous*", STAY_CALM },
	{ "terribl*", STAY_CALM },
	{ "horribl*", STAY_CALM },
	{ "crippl*", STAY_CALM },
	{ "wheelchair*", STAY_CALM },
	{ "kill", STAY_CALM },
	{ "kills", STAY_CALM },
	{ "killed", STAY_CALM },
	{ "killer*", STAY_CALM },
	{ "die", STAY_CALM },
	{ "dies", STAY_CALM },
	{ "died", STAY_CALM },
	{ "dying", STAY_CALM },
	{ "death*", STAY_CALM },
	{ "doom*", STAY_CALM },
	{ "ruin*", STAY_CALM },
	{ "rotten", STAY_CALM },
	{ "crumbl*", STAY_CALM },
	{ "wear and tear", STAY_CALM },
	{ "degenerat*", STAY_CALM },
	{ "too late", STAY_CALM },
	{ "permanent*", STAY_CALM },
	{ "this proves", ONLY_FITS },
	{ "nothing serious", ONLY_FITS },
	{ "mg", NO_DOSE },
	{ "mcg", NO_DOSE },
	{ "milligram*", NO_DOSE },
	{ "microgram*", NO_DOSE },
	{ "# ml", NO_DOSE },
	{ "# g", NO_DOSE },
	{ "# gram*", NO_DOSE },
	{ "# tablet*", NO_DOSE },
	{ "# pill*", NO_DOSE },
	{ "# capsule*", NO_DOSE },
	{ "# puff*", NO_DOSE },
	{ "# drop", NO_DOSE },
	{ "# drops", NO_DOSE },
	{ "tablet* a day", NO_DOSE },
	{ "tablet* per day", NO_DOSE },
	{ "tablet* each day", NO_DOSE },
	{ "tablet* every day", NO_DOSE },
	{ "tablet* per hour", NO_DOSE },
	{ "tablet* every hour", NO_DOSE },
	{ "pill* a day", NO_DOSE },
	{ "pill* per day", NO_DOSE },
	{ "pill* each day", NO_DOSE },
	{ "pill* every day", NO_DOSE },
	{ "pill* per hour", NO_DOSE },
	{ "pill* every hour", NO_DOSE },
};

/* A word or a number of a text, in lower case. */
struct token {
	const char *at;
	size_t bytes;
};

struct tokens {
	struct token token[MAX_TOKENS];
	size_t count;
	char lower[MAX_TOKENS + 1];
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes over 0x7f are parts of letters, except in a curly quote or a dash,
 * where it does no harm. */
static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || c == '\'' ||
	       (unsigned char)c > 0x7f;
}

static void copy_lower(struct tokens *tokens, const char *text)
{
	size_t i = 0;

	for (; text[i] != '\0' && i < MAX_TOKENS; i++)
		tokens->lower[i] = (char)(text[i] >= 'A' && text[i] <= 'Z'
					  ? text[i] - 'A' + 'a' : text[i]);
	tokens->lower[i] = '\0';
}

static void tokenize(struct tokens *tokens, const char *text)
{
	copy_lower(tokens, text);
	tokens->count = 0;
	for (const char *at = tokens->lower; *at != '\0';) {
		const char *end = at;
		bool (*belongs)(char c) = is_digit(*at) ? is_digit : is_word;

		while (belongs(*end))
			end++;
		if (end > at)
			tokens->token[tokens->count++] =
				(struct token){ at, (size_t)(end - at) };
		at = end > at ? end : end + 1;
	}
}

static bool is(const struct token *token, const char *word)
{
	return strlen(word) == token->bytes &&
	       memcmp(token->at, word, token->bytes) == 0;
}

static bool is_number(const struct token *token)
{
	static const char *const numbers[] = {
		"half", "one", "two", "three", "four", "five", "six", "seven",
		"eight", "nine", "ten",
	};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (is(token, numbers[i]))
			return true;
	return is_digit(*token->at);
}

/* Whether a token is a word of a pattern, of so many bytes. */
static bool fits(const struct token *token, const char *word, size_t bytes)
{
	if (word[0] == '#')
		return is_number(token);
	if (word[bytes - 1] != '*')
		return token->bytes == bytes &&
		       memcmp(token->at, word, bytes) == 0;
	return token->bytes >= bytes - 1 &&
	       memcmp(token->at, word, bytes - 1) == 0;
}

/* How many tokens from the i-th on fit a pattern; 0 if they don't. */
static size_t match(const struct tokens *tokens, size_t i, const char *pattern)
{
	size_t count = 0;

	/* most differ in their first letter */
	if (*pattern != '#' && *pattern != *tokens->token[i].at)
		return 0;
	while (*pattern != '\0') {
		size_t bytes = strcspn(pattern, " ");

		if (i + count == tokens->count ||
		    !fits(&tokens->token[i + count], pattern, bytes))
			return 0;
		count++;
		pattern += bytes + strspn(pattern + bytes, " ");
	}
	return count;
}

static void check_words(const struct place *place,
			const struct tokens *tokens, size_t i,
			struct error_list *faults)
{
	for (size_t w = 0; w < sizeof(wordings) / sizeof(*wordings); w++) {
		const struct token *first = &tokens->token[i], *last;
		size_t count = match(tokens, i, wordings[w].words);

		if (count == 0)
			continue;
		last = first + count - 1;
		error_list_add(faults, place->file, place->line,
			       _("no patient should read \"%.*s\"; %s"),
			       (int)(last->at + last->bytes - first->at),
			       first->at, _(wordings[w].instead));
	}
}

/* Behind "you have", "you've", "you don't have": the next token's index, or
 * 0. */
static size_t behind_have(const struct tokens *tokens, size_t i)
{
	static const char *const beginnings[] = {
		"you have got", "you have", "you've got", "you've",
		"you do not have", "you don't have", "you haven't got",
	};
	size_t count = 0;

	for (size_t b = 0; b < sizeof(beginnings) / sizeof(*beginnings) &&
			   count == 0; b++)
		count = match(tokens, i, beginnings[b]);
	return count > 0 ? i + count : 0;
}

/* The i-th token, or the one behind it if that is an article. */
static size_t behind_article(const struct tokens *tokens, size_t i)
{
	return i < tokens->count && (is(&tokens->token[i], "a") ||
				     is(&tokens->token[i], "an") ||
				     is(&tokens->token[i], "the")) ? i + 1 : i;
}

/* Whether two tokens are the same; the last of a name may go on. */
static bool begins(const struct token *token, const struct token *word,
		   bool last)
{
	return (last ? token->bytes >= word->bytes
		     : token->bytes == word->bytes) &&
	       memcmp(token->at, word->at, word->bytes) == 0;
}

/* Whether a condition is named there, without its article and what it
 * has in brackets. */
static bool is_named(const struct tokens *tokens, size_t i, const char *name)
{
	char bare[MAX_TOKENS];
	struct tokens words;
	size_t w;

	snprintf(bare, sizeof(bare), "%.*s", (int)strcspn(name, "("), name);
	tokenize(&words, bare);
	i = behind_article(tokens, i);
	for (w = behind_article(&words, 0); w < words.count; w++, i++)
		if (i >= tokens->count ||
		    !begins(&tokens->token[i], &words.token[w],
			    w + 1 == words.count))
			return false;
	return words.count > 0;
}

static void check_verdict(const struct pack *pack, const struct place *place,
			  const struct tokens *tokens, size_t i,
			  struct error_list *faults)
{
	size_t at = behind_have(tokens, i);

	for (size_t t = 0; at > 0 && t < pack->n_targets; t++) {
		const struct target *target = &pack->targets[t];

		if (!is_named(tokens, at, target->name) &&
		    (target->clinician_name == NULL ||
		     !is_named(tokens, at, target->clinician_name)))
			continue;
		error_list_add(faults, place->file, place->line,
			       _("nobody is told that they have, or do not have, %s; write: your answers fit it"),
			       target->id);
		return;
	}
}

static size_t bytes_of_words(const char *text, size_t words)
{
	size_t bytes = 0;

	for (; words > 0 && text[bytes] != '\0'; words--) {
		bytes += strspn(text + bytes, " ");
		bytes += strcspn(text + bytes, " ");
	}
	return bytes;
}

static void check_length(const struct place *place, const char *text,
			 struct error_list *faults)
{
	const char *start;
	size_t words = reading_longest_sentence(text, &start);

	if (words > MOST_WORDS)
		error_list_add(faults, place->file, place->line,
			       _("a sentence has %zu words, from \"%.*s\" on; make it two, of %d at most"),
			       words, (int)bytes_of_words(start, 4), start,
			       MOST_WORDS);
}

static size_t count_characters(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

static void check_line(const struct passage *passage,
		       struct error_list *faults)
{
	const struct question *question = passage->object;
	size_t count;

	if (passage->kind != &kinds[KIND_QUESTION] ||
	    question->checklist == NULL ||
	    (passage->text != question->prompt &&
	     passage->text != question->clinician_prompt &&
	     passage->text != question->carer_prompt))
		return;
	count = count_characters(passage->text);
	if (count > MOST_CHARACTERS)
		error_list_add(faults, passage->place.file,
			       passage->place.line,
			       _("a line of a checklist has %zu characters; write %d at most, the rest as help"),
			       count, MOST_CHARACTERS);
}

static void check_english(const struct pack *pack, const struct place *place,
			  const char *text, struct error_list *faults)
{
	struct tokens tokens;

	tokenize(&tokens, text);
	for (size_t i = 0; i < tokens.count; i++) {
		check_words(place, &tokens, i, faults);
		check_verdict(pack, place, &tokens, i, faults);
	}
}

void lint_text(const struct pack *pack, const struct place *place,
	       const char *text, struct error_list *faults)
{
	check_length(place, text, faults);
	if (is_in_english(pack))
		check_english(pack, place, text, faults);
}

void lint_wording(const struct pack *pack, struct error_list *faults)
{
	for (size_t i = 0; i < pack->n_passages; i++) {
		const struct passage *passage = &pack->passages[i];

		check_line(passage, faults);
		if (is_for_patients(passage))
			lint_text(pack, &passage->place, passage->text,
				  faults);
	}
}
