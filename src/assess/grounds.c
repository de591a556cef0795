#include "config.h"

#include "assess/grounds.h"

struct search {
	const struct answers *answers;
	enum reading reading;
	const struct finding *finding;
	void (*seen)(void *data, const struct ground *ground);
	void *data;
};

static void look(const struct search *search, const struct expr *expr,
		 enum tri truth);

/* What makes a finding present, or absent, as an atom of expressions. */
static void look_into(const struct search *search,
		      const struct finding *finding, enum tri truth)
{
	struct search inside = *search;

	inside.reading = READ_AS_IS;
	inside.finding = finding;
	if (truth == TRI_FALSE && finding->absent_when != NULL)
		look(&inside, finding->absent_when, TRI_TRUE);
	else
		look(&inside, finding->when, truth);
}

/* Of findings counted up, those present carry it; counted down, the others. */
static void look_at_counted(const struct search *search,
			    const struct expr *expr, enum tri truth)
{
	bool up = expr->compare == COMPARE_GT || expr->compare == COMPARE_GE;
	enum tri carrying = up == (truth == TRI_TRUE) ? TRI_TRUE : TRI_FALSE;

	for (size_t i = 0; i < expr->n_findings; i++) {
		struct expr atom = { .op = EXPR_FINDING,
				     .finding = expr->findings[i] };
		enum tri state = expr_eval(&atom, search->answers, READ_AS_IS);

		if (state == carrying ||
		    (expr->compare == COMPARE_EQ && state != TRI_UNKNOWN))
			look_into(search, expr->findings[i], state);
	}
}

static void look_at_question(const struct search *search,
			     const struct expr *expr, enum tri truth)
{
	const struct question *question = expr->question;
	const struct assumption *assume = &question->assume;
	struct ground ground = {
		.atom = expr, .finding = search->finding,
		.holds = truth == TRI_TRUE,
		.value = *answers_get(search->answers, question),
	};

	/* known to decide, so it was assumed if it was not said */
	if (expr->reserved == 0 && ground.value.state != ANSWER_VALUE &&
	    ground.value.state != ANSWER_NA) {
		ground.assumed = true;
		ground.value = (struct value){
			.state = ANSWER_VALUE, .choices = assume->choices,
			.number = assume->number,
		};
	}
	search->seen(search->data, &ground);
}

/* `expr` has that truth; so has each part of it that carries it. */
static void look(const struct search *search, const struct expr *expr,
		 enum tri truth)
{
	if (expr_eval(expr, search->answers, search->reading) != truth)
		return;
	switch (expr->op) {
	case EXPR_OR:
	case EXPR_AND:
		look(search, expr->left, truth);
		look(search, expr->right, truth);
		break;
	case EXPR_NOT:
		look(search, expr->left, tri_not(truth));
		break;
	case EXPR_FINDING:
		look_into(search, expr->finding, truth);
		break;
	case EXPR_COUNT:
		look_at_counted(search, expr, truth);
		break;
	case EXPR_IS:
	case EXPR_INCLUDES:
	case EXPR_COMPARE:
		look_at_question(search, expr, truth);
		break;
	}
}

void expr_grounds(const struct expr *expr, const struct answers *answers,
		  enum reading reading,
		  void (*seen)(void *data, const struct ground *ground),
		  void *data)
{
	struct search search = { .answers = answers, .reading = reading,
				 .seen = seen, .data = data };
	enum tri truth = expr != NULL ? expr_eval(expr, answers, reading)
				      : TRI_UNKNOWN;

	if (truth != TRI_UNKNOWN)
		look(&search, expr, truth);
}
