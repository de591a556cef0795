/*
 * What the answers to a few questions can touch, and what it takes to tell
 * how: the readers of these questions, their readers in turn, down to alarms
 * of urgency, and all that these alarms read.  Found in time as it is large.
 *
 * An expression touches what reads it; an ask-if or not-if, its question.
 * What is not touched is the same whatever these questions are answered.
 */
#ifndef SITWELL_CONE_H
#define SITWELL_CONE_H

#include "pack/pack.h"
#include "prove/alarms.h"

/* Indexes into a list of the pack, or of its alarms. */
struct index_list {
	size_t *index;
	size_t count, room;
};

void index_list_add(struct index_list *list, size_t index);

struct cone;

/*
 * Both borrowed, to outlive it.  `whole_counts`: counts rest on all findings
 * that they take; else on those that are touched.
 */
struct cone *cone_new(const struct pack *pack, const struct alarms *alarms,
		      bool whole_counts);
void cone_free(struct cone **cone);

/* Of these questions, by index; forgets the ones before. */
void cone_find(struct cone *cone, const size_t *questions, size_t count);

/* Alarms that are touched. */
const struct index_list *cone_alarms(const struct cone *cone);
/*
 * What these rest on, questions rising: through the findings that they name,
 * and of a question that is touched, through its ask-if and not-if.
 */
const struct index_list *cone_questions(const struct cone *cone);
const struct index_list *cone_findings(const struct cone *cone);

/* What something rests on, through findings, ask-ifs and not-ifs. */
struct support {
	struct index_list questions, findings;
};

void support_clear(struct support *support);
void support_done(struct support *support);

/*
 * Adds what the alarm, or the question, rests on; without questions that
 * more than `most` read by themselves.  Each call may add some once more.
 */
void cone_support_alarm(struct cone *cone, size_t alarm, size_t most,
			struct support *support);
void cone_support_question(struct cone *cone, size_t question, size_t most,
			   struct support *support);

bool cone_touches_question(const struct cone *cone, size_t question);
bool cone_touches_finding(const struct cone *cone, size_t finding);
/* Whether it is among those that the alarms rest on. */
bool cone_needs_question(const struct cone *cone, size_t question);

#endif
