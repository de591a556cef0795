/*
 * A vignette: an answers file with [case], [expect] and, where a published
 * case is silent, [assumed].  A test patient, chosen, with a name and a
 * reason.
 */
#ifndef SITWELL_VIGNETTE_H
#define SITWELL_VIGNETTE_H

#include <stdbool.h>
#include <stddef.h>

#include "answers/answers.h"
#include "assess/assess.h"
#include "base/error.h"
#include "pack/ini.h"
#include "pack/pack.h"
#include "vignettes/expected.h"
#include "vignettes/walk.h"

#define MAX_FIRED 32

/* Where the condition itself (gold) and any accepted one came. */
struct placing {
	bool first_gold, first;
	bool third_gold, third;		/* among the first three */
	bool shown_gold, shown;		/* anywhere in the list shown: also as
					 * one that fits too, or that a red
					 * flag names */
};

/* What one way of reading the case came to. */
struct outcome {
	bool read;		/* false: the case has no such reading */
	enum urgency urgency;
	struct placing placing;
	struct placing equal;	/* by the evidence alone: equal priors, no
				 * strata; nothing is shown so */
	const char *first_id;		/* what came first, or NULL */
	const struct target *three[3];	/* the first three */
	size_t n_three;
	bool wrong_first;		/* one that must not come first did */
	const struct phase *phase;	/* whose exercises are shown, or NULL */
	bool rules_fired;		/* all that were expected to, in this
					 * reading */
	const struct rule *fired[MAX_FIRED];	/* most urgent first */
	size_t n_fired;
};

struct vignette {
	struct ini ini;
	const char *id, *why;	/* borrowed from ini */
	struct expected expected;
	struct outcome bare;	/* history, nothing assumed */
	struct outcome history;	/* history and what is assumed */
	struct outcome exam;	/* that and the physio's findings */
	struct walked walked;	/* the interview as in `history` */
};

/*
 * Reads and runs one case.  `path` is opened, `name` stands in messages.
 * vignette_done frees, also after a failure.
 */
int vignette_run(struct vignette *out, const struct pack *pack,
		 const char *path, const char *name,
		 struct error_list *faults);
/* Somebody who looks at each reading of a case; the assessment goes after. */
struct onlooker {
	void (*seen)(void *data, const struct answers *answers,
		     const struct assessment *assessment);
	void *data;
};

/* The same, with an onlooker, who may be NULL. */
int vignette_show(struct vignette *out, const struct pack *pack,
		  const char *path, const char *name,
		  const struct onlooker *onlooker, struct error_list *faults);

void vignette_done(struct vignette *vignette);

/*
 * Whether a `must` case came out otherwise than it must: urgency and rules by
 * the history with what is assumed, conditions, and what is expected of the
 * examination, with the physio's findings too.
 */
bool vignette_failed(const struct vignette *vignette);

#endif
