/*
 * Urgency as one long "or" of alarms.  A rule is true where any part of its
 * `or` is, and self-care is not where any part of its `and` is not: each
 * such part is an alarm of its own, through findings too.  So one that reads
 * the whole pack becomes many that rest on few questions each.
 */
#ifndef SITWELL_ALARMS_H
#define SITWELL_ALARMS_H

#include "prove/person.h"

/* The level is at least `urgency` where this holds. */
struct alarm {
	const struct expr *expr;
	enum reading reading;
	bool no;		/* it is false; else it is true */
	bool fails;		/* it is not so: with `no`, it is not false */
	enum urgency urgency;
};

struct alarms {
	struct alarm *alarm;
	size_t count;
};

/*
 * Of all rules, and of self-care.  Somebody's level by the rules is at least
 * soon, same-day or emergency exactly where an alarm of that urgency or a
 * higher one holds; routine likewise.  Without self-care everybody's is at
 * least routine, and no alarm has that urgency.  The caller ends it by
 * alarms_done.
 */
struct alarms alarms_of(const struct pack *pack);
/* The same, each rule one alarm at its place, and self-care none. */
struct alarms alarms_of_rules(const struct pack *pack);
void alarms_done(struct alarms *alarms);

int alarm_literal(struct person *person, const struct alarm *alarm);

#endif
