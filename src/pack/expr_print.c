/* An expression as text, and walks through its tree. */
#include "config.h"

#include <assert.h>
#include <stdbool.h>

#include "base/text.h"
#include "pack/expr.h"
#include "pack/expr_words.h"
#include "pack/pack.h"

/* A buffer that counts what it could not take, like snprintf. */
struct printer {
	char *buffer;
	size_t size, used;
};

static void put(struct printer *out, const char *text)
{
	for (; *text != '\0'; text++, out->used++)
		if (out->used + 1 < out->size)
			out->buffer[out->used] = *text;
}

static void put_compare(struct printer *out, const struct expr *expr)
{
	char number[32];

	for (size_t i = 0; i < N_COMPARISONS; i++) {
		if (comparisons[i].compare == expr->compare) {
			put(out, " ");
			put(out, comparisons[i].text);
			put(out, " ");
		}
	}
	put(out, text_from_number(number, sizeof number, expr->number, 6));
}

static void put_answers(struct printer *out, const struct expr *expr)
{
	const struct question *question = expr->question;
	const char *between = "";

	for (size_t i = 0; i < question->n_answers; i++) {
		if (expr->choices >> i & 1) {
			put(out, between);
			put(out, question->answers[i].id);
			between = " ";
		}
	}
	for (size_t i = 0; i < N_RESERVED_WORDS; i++) {
		if (expr->reserved & reserved_words[i].bit) {
			put(out, between);
			put(out, reserved_words[i].id);
			between = " ";
		}
	}
}

static bool names_one(const struct expr *expr)
{
	uint64_t choices = expr->choices;
	unsigned reserved = expr->reserved;

	if (choices == 0)
		return (reserved & (reserved - 1)) == 0;
	return reserved == 0 && (choices & (choices - 1)) == 0;
}

static void put_expr(struct printer *out, const struct expr *expr, int within);

/* How tightly an operator binds. */
static int binding(const struct expr *expr)
{
	switch (expr->op) {
	case EXPR_OR:
		return 1;
	case EXPR_AND:
		return 2;
	case EXPR_NOT:
		return 3;
	default:
		return 4;
	}
}

static void put_atom(struct printer *out, const struct expr *expr)
{
	switch (expr->op) {
	case EXPR_FINDING:
		put(out, expr->finding->id);
		break;
	case EXPR_IS:
		put(out, expr->question->id);
		put(out, names_one(expr) ? " is " : " in (");
		put_answers(out, expr);
		put(out, names_one(expr) ? "" : ")");
		break;
	case EXPR_INCLUDES:
		put(out, expr->question->id);
		put(out, " includes ");
		put_answers(out, expr);
		break;
	case EXPR_COMPARE:
		put(out, expr->question->id);
		put_compare(out, expr);
		break;
	case EXPR_COUNT:
		put(out, "count(");
		for (size_t i = 0; i < expr->n_findings; i++) {
			put(out, i > 0 ? " " : "");
			put(out, expr->findings[i]->id);
		}
		put(out, ")");
		put_compare(out, expr);
		break;
	case EXPR_OR:
	case EXPR_AND:
	case EXPR_NOT:
		assert(false);
	}
}

static void put_expr(struct printer *out, const struct expr *expr, int within)
{
	int own = binding(expr);

	if (own < within)
		put(out, "(");
	if (expr->op == EXPR_NOT) {
		put(out, "not ");
		put_expr(out, expr->left, own);
	} else if (expr->op == EXPR_AND || expr->op == EXPR_OR) {
		/* the chain leans left, so a right operand of the same
		 * operator was in brackets */
		put_expr(out, expr->left, own);
		put(out, expr->op == EXPR_AND ? " and " : " or ");
		put_expr(out, expr->right, own + 1);
	} else {
		put_atom(out, expr);
	}
	if (own < within)
		put(out, ")");
}

size_t expr_print(char *buffer, size_t size, const struct expr *expr)
{
	struct printer out = { .buffer = buffer, .size = size };

	put_expr(&out, expr, 0);
	if (size > 0)
		buffer[out.used < size ? out.used : size - 1] = '\0';
	return out.used;
}

void expr_visit(const struct expr *expr,
		void (*seen)(void *data, const struct question *question,
			     const struct finding *finding), void *data)
{
	if (expr == NULL)
		return;
	expr_visit(expr->left, seen, data);
	expr_visit(expr->right, seen, data);
	if (expr->question != NULL || expr->finding != NULL)
		seen(data, expr->question, expr->finding);
	for (size_t i = 0; i < expr->n_findings; i++)
		seen(data, NULL, expr->findings[i]);
}

void expr_walk(const struct expr *expr,
	       void (*seen)(void *data, const struct expr *node), void *data)
{
	if (expr == NULL)
		return;
	seen(data, expr);
	expr_walk(expr->left, seen, data);
	expr_walk(expr->right, seen, data);
}
