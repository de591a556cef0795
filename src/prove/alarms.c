#include "config.h"

#include "prove/alarms.h"

#include <stdlib.h>

#include "base/error.h"

/* Four ways to want an expression: true, not true, false, not false. */
#define WAYS 4

struct splitting {
	struct alarms alarms;
	size_t room;
	/* by finding and way: it was split, for a level at least as high */
	bool *met;
};

static size_t way_of(const struct alarm *alarm)
{
	return 2 * (size_t)alarm->no + (size_t)alarm->fails;
}

static void add(struct splitting *splitting, struct alarm alarm)
{
	struct alarms *alarms = &splitting->alarms;

	if (alarms->count == splitting->room) {
		splitting->room = 2 * splitting->room + 64;
		alarms->alarm = xrealloc(alarms->alarm, splitting->room,
				       sizeof *alarms->alarm);
	}
	alarms->alarm[alarms->count++] = alarm;
}

/* Kleene: an `or` is true where one of both is, and not false likewise. */
static bool is_either(const struct alarm *alarm)
{
	return alarm->expr->op == (alarm->no == alarm->fails ? EXPR_OR
							   : EXPR_AND);
}

/* A count of one or more is true, or not false, where any finding is so. */
static bool is_any(const struct alarm *alarm)
{
	const struct expr *expr = alarm->expr;

	return expr->op == EXPR_COUNT && alarm->no == alarm->fails &&
	       ((expr->compare == COMPARE_GE && expr->number == 1) ||
		(expr->compare == COMPARE_GT && expr->number == 0));
}

static void split(struct splitting *splitting, struct alarm alarm);

static void split_as(struct splitting *splitting, struct alarm alarm,
		     const struct expr *expr)
{
	alarm.expr = expr;
	split(splitting, alarm);
}

/*
 * True: its `when` is.  With an absent-when it is false where that is true
 * and the `when` is not; so it is not false where either fails.
 */
static void split_finding(struct splitting *splitting, struct alarm alarm,
			  const struct finding *finding)
{
	bool *met = &splitting->met[finding->index * WAYS + way_of(&alarm)];

	if (*met)
		return;
	*met = true;
	alarm.reading = READ_AS_IS;
	if (!alarm.no || finding->absent_when == NULL) {
		split_as(splitting, alarm, finding->when);
	} else if (alarm.fails) {
		alarm.no = false;
		split_as(splitting, alarm, finding->absent_when);
		alarm.fails = false;
		split_as(splitting, alarm, finding->when);
	} else {
		add(splitting, alarm);
	}
}

static void split(struct splitting *splitting, struct alarm alarm)
{
	const struct expr *expr = alarm.expr;

	if (expr->op == EXPR_NOT) {
		alarm.no = !alarm.no;
		split_as(splitting, alarm, expr->left);
	} else if (is_either(&alarm)) {
		split_as(splitting, alarm, expr->left);
		split_as(splitting, alarm, expr->right);
	} else if (is_any(&alarm)) {
		for (size_t i = 0; i < expr->n_findings; i++)
			split_finding(splitting, alarm, expr->findings[i]);
	} else if (expr->op == EXPR_FINDING) {
		split_finding(splitting, alarm, expr->finding);
	} else {
		add(splitting, alarm);
	}
}

static void split_rules(struct splitting *splitting, const struct pack *pack,
			enum urgency urgency)
{
	for (size_t i = 0; i < pack->n_rules; i++)
		if (pack->rules[i].urgency == urgency)
			split(splitting, (struct alarm){
				.expr = pack->rules[i].when,
				.reading = READ_ASSUMED, .urgency = urgency,
			});
}

struct alarms alarms_of(const struct pack *pack)
{
	struct splitting splitting = {
		.met = xcalloc(pack->n_findings * WAYS + 1, sizeof(bool)),
	};

	for (int level = URGENCY_EMERGENCY; level > URGENCY_ROUTINE; level--)
		split_rules(&splitting, pack, (enum urgency)level);
	if (pack->self_care != NULL) {
		split_rules(&splitting, pack, URGENCY_ROUTINE);
		split(&splitting, (struct alarm){
			.expr = pack->self_care->when, .reading = READ_AS_IS,
			.fails = true, .urgency = URGENCY_ROUTINE,
		});
	}
	free(splitting.met);
	return splitting.alarms;
}

struct alarms alarms_of_rules(const struct pack *pack)
{
	struct alarms alarms = {
		.alarm = xcalloc(pack->n_rules + 1, sizeof *alarms.alarm),
		.count = pack->n_rules,
	};

	for (size_t i = 0; i < pack->n_rules; i++)
		alarms.alarm[i] = (struct alarm){
			.expr = pack->rules[i].when, .reading = READ_ASSUMED,
			.urgency = pack->rules[i].urgency,
		};
	return alarms;
}

void alarms_done(struct alarms *alarms)
{
	free(alarms->alarm);
	*alarms = (struct alarms){ NULL, 0 };
}

int alarm_literal(struct person *person, const struct alarm *alarm)
{
	struct truth truth = person_truth(person, alarm->expr, alarm->reading);
	int literal = alarm->no ? truth.no : truth.yes;

	return alarm->fails ? -literal : literal;
}
