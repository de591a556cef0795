#include "config.h"

#include "pack/expr.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "pack/expr_words.h"
#include "pack/pack.h"

#define MAX_DEPTH 64		/* brackets and nots within each other */
#define MAX_COUNTED 256		/* findings in one count() */
#define MAX_WORD 80

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_OPEN, TOKEN_CLOSE, TOKEN_COMPARE,
		  TOKEN_BAD };

struct parser {
	struct arena *arena;
	const struct pack *pack;
	const char *at;			/* behind the current token */
	const char *file;
	int line;
	struct error *err;
	int depth;
	enum token_kind token;
	char word[MAX_WORD];		/* TOKEN_WORD, TOKEN_BAD */
	enum expr_compare compare;	/* TOKEN_COMPARE */
};

/* Lower-case ASCII, so that no locale decides what a word is. */
static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
	       (unsigned char)c >= 0x80;
}

static bool read_compare(struct parser *p)
{
	for (size_t i = 0; i < N_COMPARISONS; i++) {
		size_t length = strlen(comparisons[i].text);

		if (strncmp(p->at, comparisons[i].text, length) == 0) {
			p->at += length;
			p->compare = comparisons[i].compare;
			p->token = TOKEN_COMPARE;
			return true;
		}
	}
	return false;
}

static void read_word(struct parser *p)
{
	size_t length = 0;

	while (is_word_byte(p->at[length]))
		length++;
	p->token = length > 0 && length < MAX_WORD ? TOKEN_WORD : TOKEN_BAD;
	if (length == 0)
		length = 1;
	snprintf(p->word, sizeof p->word, "%.*s",
		 (int)(length < MAX_WORD ? length : MAX_WORD - 1), p->at);
	p->at += length;
}

static void advance(struct parser *p)
{
	while (*p->at == ' ' || *p->at == '\t')
		p->at++;
	if (*p->at == '\0') {
		p->token = TOKEN_END;
	} else if (*p->at == '(' || *p->at == ')') {
		p->token = *p->at == '(' ? TOKEN_OPEN : TOKEN_CLOSE;
		p->at++;
	} else if (!read_compare(p)) {
		read_word(p);
	}
}

static bool at_word(const struct parser *p, const char *word)
{
	return p->token == TOKEN_WORD && strcmp(p->word, word) == 0;
}

static const char *token_text(const struct parser *p)
{
	switch (p->token) {
	case TOKEN_END:
		return _("the end");
	case TOKEN_OPEN:
		return "(";
	case TOKEN_CLOSE:
		return ")";
	case TOKEN_COMPARE:
		for (size_t i = 0; i < N_COMPARISONS; i++)
			if (comparisons[i].compare == p->compare)
				return comparisons[i].text;
		break;
	case TOKEN_WORD:
	case TOKEN_BAD:
		break;
	}
	return p->word;
}

static struct expr *fail(const struct parser *p, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static struct expr *fail(const struct parser *p, const char *fmt, ...)
{
	char message[sizeof p->err->message];
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof message, fmt, args);
	va_end(args);
	error_set(p->err, p->file, p->line, "%s", message);
	return NULL;
}

static struct expr *new_node(struct parser *p, enum expr_op op)
{
	struct expr *node = arena_alloc(p->arena, 1, sizeof *node);

	node->op = op;
	return node;
}

static struct expr *parse_or(struct parser *p);

static bool is_keyword(const char *word)
{
	static const char *const keywords[] = { "and", "or", "not", "is", "in",
						"includes", "count" };

	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
		if (strcmp(word, keywords[i]) == 0)
			return true;
	return false;
}

static const char *nearest_answer(const struct question *question,
				  const char *word)
{
	const char *ids[MAX_ANSWERS];

	for (size_t i = 0; i < question->n_answers; i++)
		ids[i] = question->answers[i].id;
	return text_nearest(word, ids, question->n_answers);
}

/* The current word as an answer of the question, or a reserved word. */
static bool add_answer(struct parser *p, struct expr *node)
{
	const struct question *question = node->question;
	const char *near;
	int answer;

	if (p->token != TOKEN_WORD) {
		fail(p, _("an answer of %s is missing before %s; write for example: %s is %s"),
		     question->id, token_text(p), question->id,
		     question->n_answers > 0 ? question->answers[0].id : "unsure");
		return false;
	}
	for (size_t i = 0; i < N_RESERVED_WORDS; i++) {
		if (at_word(p, reserved_words[i].id)) {
			node->reserved |= reserved_words[i].bit;
			return true;
		}
	}
	answer = question_find_answer(question, p->word);
	if (answer >= 0) {
		node->choices |= UINT64_C(1) << answer;
		return true;
	}
	if (question_lacks_answers(question))
		return true;	/* one fault, not one a mention */
	near = nearest_answer(question, p->word);
	if (near != NULL)
		fail(p, _("question %s has no answer %s; did you mean %s?"),
		     question->id, p->word, near);
	else
		fail(p, _("question %s has no answer %s; write one of its answers, or unsure, skipped, na, unanswered"),
		     question->id, p->word);
	return false;
}

static struct expr *parse_is(struct parser *p, struct expr *node)
{
	advance(p);
	if (!add_answer(p, node))
		return NULL;
	advance(p);
	return node;
}

static struct expr *parse_in(struct parser *p, struct expr *node)
{
	advance(p);
	if (p->token != TOKEN_OPEN)
		return fail(p, _("( is missing behind: %s in; write: %s in (yes unsure)"),
			    node->question->id, node->question->id);
	advance(p);
	do {
		if (!add_answer(p, node))
			return NULL;
		advance(p);
	} while (p->token != TOKEN_CLOSE && p->token != TOKEN_END);
	if (p->token == TOKEN_END)
		return fail(p, _("the list behind: %s in ( has no ) at its end"),
			    node->question->id);
	advance(p);
	return node;
}

static bool read_number(struct parser *p, double *number)
{
	if (p->token != TOKEN_WORD || text_number(number, p->word) != 0) {
		fail(p, _("a number is missing before %s; write digits with a point, like 8 or 0.5"),
		     token_text(p));
		return false;
	}
	advance(p);
	return true;
}

static bool has_choices(const struct question *question)
{
	return !question_has_number(question) &&
	       question->type != QUESTION_TEXT;
}

static struct expr *parse_comparison(struct parser *p, struct expr *node)
{
	node->op = EXPR_COMPARE;
	if (!question_has_number(node->question))
		return fail(p, _("question %s has no number to compare; write: %s is ANSWER"),
			    node->question->id, node->question->id);
	node->compare = p->compare;
	advance(p);
	return read_number(p, &node->number) ? node : NULL;
}

static struct expr *parse_question_atom(struct parser *p,
					const struct question *question)
{
	struct expr *node = new_node(p, EXPR_IS);

	node->question = question;
	if (question->type == QUESTION_TEXT)
		return fail(p, _("question %s is free text, which no expression may read"),
			    question->id);
	if (p->token == TOKEN_COMPARE)
		return parse_comparison(p, node);
	if (at_word(p, "includes")) {
		node->op = EXPR_INCLUDES;
		if (!question_takes_several(question))
			return fail(p, _("question %s has one answer only; write: %s is ANSWER"),
				    question->id, question->id);
		return parse_is(p, node);
	}
	if (at_word(p, "is"))
		node = parse_is(p, node);
	else if (at_word(p, "in"))
		node = parse_in(p, node);
	else
		return fail(p, has_choices(question)
			    ? _("question %s is named but not compared; write for example: %s is yes")
			    : _("question %s is named but not compared; write for example: %s >= 5"),
			    question->id, question->id);
	if (node != NULL && node->choices != 0 &&
	    question_takes_several(question))
		return fail(p, _("question %s can have several answers; write: %s includes ANSWER"),
			    question->id, question->id);
	return node;
}

static struct expr *unknown_name(struct parser *p, const char *word)
{
	const struct pack *pack = p->pack;
	size_t count = pack->n_questions + pack->n_findings;
	const char **ids = xcalloc(count + 1, sizeof *ids);
	const char *near;

	for (size_t i = 0; i < pack->n_questions; i++)
		ids[i] = pack->questions[i].id;
	for (size_t i = 0; i < pack->n_findings; i++)
		ids[pack->n_questions + i] = pack->findings[i].id;
	near = text_nearest(word, ids, count);
	if (pack_find_target(pack, word) != NULL)
		fail(p, _("%s is a condition, which no expression may name; name a question or a finding"),
		     word);
	else if (near != NULL)
		fail(p, _("there is no question or finding %s; did you mean %s?"),
		     word, near);
	else
		fail(p, _("there is no question or finding %s; add one, or correct the name"),
		     word);
	free(ids);
	return NULL;
}

static const struct finding *counted_finding(struct parser *p)
{
	const struct finding *finding = NULL;

	if (p->token != TOKEN_WORD || is_keyword(p->word)) {
		fail(p, _("a finding is missing before %s; write: count(first second third) >= 2"),
		     token_text(p));
		return NULL;
	}
	finding = pack_find_finding(p->pack, p->word);
	if (finding == NULL && pack_find_question(p->pack, p->word) != NULL)
		fail(p, _("%s is a question, but count takes findings; add a finding for its answer"),
		     p->word);
	else if (finding == NULL)
		unknown_name(p, p->word);
	return finding;
}

static struct expr *parse_count(struct parser *p)
{
	struct expr *node = new_node(p, EXPR_COUNT);
	const struct finding *list[MAX_COUNTED];
	const struct finding **kept;

	if (p->token != TOKEN_OPEN)
		return fail(p, _("( is missing behind count; write: count(first second third) >= 2"));
	advance(p);
	do {
		if (node->n_findings == MAX_COUNTED)
			return fail(p, _("count takes at most %d findings"),
				    MAX_COUNTED);
		list[node->n_findings] = counted_finding(p);
		if (list[node->n_findings++] == NULL)
			return NULL;
		advance(p);
	} while (p->token != TOKEN_CLOSE && p->token != TOKEN_END);
	if (p->token == TOKEN_END)
		return fail(p, _("the list behind count( has no ) at its end"));
	advance(p);
	kept = arena_alloc(p->arena, node->n_findings, sizeof *kept);
	memcpy(kept, list, node->n_findings * sizeof *kept);
	node->findings = kept;
	if (p->token != TOKEN_COMPARE)
		return fail(p, _("count(...) is not compared; write: count(first second third) >= 2"));
	node->compare = p->compare;
	advance(p);
	return read_number(p, &node->number) ? node : NULL;
}

static struct expr *parse_named(struct parser *p)
{
	const struct question *question;
	const struct finding *finding;
	struct expr *node;
	char word[MAX_WORD];

	memcpy(word, p->word, sizeof word);
	if (strcmp(word, "count") != 0 && is_keyword(word))
		return fail(p, _("%s stands where a question or a finding belongs"),
			    word);
	advance(p);
	if (strcmp(word, "count") == 0)
		return parse_count(p);
	question = pack_find_question(p->pack, word);
	finding = pack_find_finding(p->pack, word);
	if (question != NULL && (finding == NULL || p->token == TOKEN_COMPARE ||
				 at_word(p, "is") || at_word(p, "in") ||
				 at_word(p, "includes")))
		return parse_question_atom(p, question);
	if (finding == NULL)
		return unknown_name(p, word);
	if (p->token == TOKEN_COMPARE || at_word(p, "is") || at_word(p, "in") ||
	    at_word(p, "includes"))
		return fail(p, _("%s is a finding, which is not compared; write just: %s"),
			    word, word);
	node = new_node(p, EXPR_FINDING);
	node->finding = finding;
	return node;
}

static struct expr *parse_bracket(struct parser *p)
{
	struct expr *node;

	advance(p);
	node = parse_or(p);
	if (node == NULL)
		return NULL;
	if (p->token != TOKEN_CLOSE)
		return fail(p, _(") is missing before %s"), token_text(p));
	advance(p);
	return node;
}

static struct expr *parse_atom(struct parser *p)
{
	switch (p->token) {
	case TOKEN_OPEN:
		return parse_bracket(p);
	case TOKEN_WORD:
		return parse_named(p);
	case TOKEN_BAD:
		return fail(p, _("%s has no meaning in an expression; use words, numbers, brackets and < <= > >= =="),
			    p->word);
	case TOKEN_END:
	case TOKEN_CLOSE:
	case TOKEN_COMPARE:
		break;
	}
	return fail(p, _("a question or a finding is missing before %s"),
		    token_text(p));
}

static struct expr *parse_not(struct parser *p)
{
	struct expr *node, *operand;

	if (++p->depth > MAX_DEPTH)
		return fail(p, _("more than %d brackets within each other; use a finding for a part of it"),
			    MAX_DEPTH);
	if (at_word(p, "not")) {
		advance(p);
		operand = parse_not(p);
		node = operand != NULL ? new_node(p, EXPR_NOT) : NULL;
		if (node != NULL)
			node->left = operand;
	} else {
		node = parse_atom(p);
	}
	p->depth--;
	return node;
}

/* left op left op ... for one operator: a chain leaning left. */
static struct expr *parse_chain(struct parser *p, const char *word,
				enum expr_op op,
				struct expr *(*operand)(struct parser *))
{
	struct expr *left = operand(p);

	while (left != NULL && at_word(p, word)) {
		struct expr *node = new_node(p, op);

		advance(p);
		node->left = left;
		node->right = operand(p);
		if (node->right == NULL)
			return NULL;
		left = node;
	}
	return left;
}

static struct expr *parse_and(struct parser *p)
{
	return parse_chain(p, "and", EXPR_AND, parse_not);
}

static struct expr *parse_or(struct parser *p)
{
	return parse_chain(p, "or", EXPR_OR, parse_and);
}

int expr_parse(const struct expr **out, struct arena *arena,
	       const struct pack *pack, const char *text, const char *file,
	       int line, struct error *err)
{
	struct parser parser = {
		.arena = arena, .pack = pack, .at = text,
		.file = file, .line = line, .err = err,
	};

	advance(&parser);
	*out = parse_or(&parser);
	if (*out == NULL)
		return -1;
	if (parser.token != TOKEN_END) {
		*out = NULL;
		fail(&parser, _("%s does not belong there; join conditions with and, or"),
		     token_text(&parser));
		return -1;
	}
	return 0;
}
