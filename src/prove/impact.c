#include "config.h"

#include "prove/impact.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"
#include "prove/cells.h"
#include "prove/person.h"
#include "prove/sat.h"
#include "prove/story.h"

/* Which questions take the same answers */

enum takes { TAKES_ONE, TAKES_SEVERAL, TAKES_NUMBER, TAKES_TEXT };

static enum takes takes(const struct question *question)
{
	switch (question->type) {
	case QUESTION_NUMBER:
	case QUESTION_SCALE:
		return TAKES_NUMBER;
	case QUESTION_TEXT:
		return TAKES_TEXT;
	case QUESTION_MULTI:
		return TAKES_SEVERAL;
	case QUESTION_SITE:
		return question->multiple ? TAKES_SEVERAL : TAKES_ONE;
	case QUESTION_SINGLE:
	case QUESTION_TIMED:
		break;
	}
	return TAKES_ONE;
}

const struct question *impact_partner(const struct question *question,
				      const struct pack *other)
{
	const struct question *partner = pack_find_question(other,
							    question->id);

	return partner != NULL && takes(partner) == takes(question) ? partner
								     : NULL;
}

/* Two people who say the same */

struct both {
	struct sat *sat;
	struct cells *old_cells, *new_cells;
	struct person *old, *new;
	struct story old_story, new_story;
	int *apart;		/* each: something that one file could not
				 * tell both packs */
	size_t n_apart;
	int differ;		/* any of them */
};

/* A question of both packs, and what can be said of it in both. */
struct sayings {
	struct both *both;
	const struct question *old_question, *new_question;
	const struct asked *old, *new;
	int *pairs;		/* literals: of the old, of the new, ... */
	bool *loose;		/* of each pair: it binds unless `foreign` */
	size_t n_pairs;
	int *strange;		/* what only one of the packs can be told */
	size_t n_strange;
	int foreign;		/* any of them is said */
};

static bool is_possible(const struct both *both, int literal)
{
	return literal != 0 && literal != -sat_true(both->sat);
}

static void add_saying(struct sayings *sayings, int old, int new, bool loose)
{
	bool in_old = is_possible(sayings->both, old);
	bool in_new = is_possible(sayings->both, new);

	if (in_old && in_new) {
		sayings->loose[sayings->n_pairs / 2] = loose;
		sayings->pairs[sayings->n_pairs++] = old;
		sayings->pairs[sayings->n_pairs++] = new;
	} else if (in_old || in_new) {
		sayings->strange[sayings->n_strange++] = in_old ? old : new;
	}
}

/* A safety question takes skipped for unsure. */
static void add_states(struct sayings *sayings)
{
	const struct asked *old = sayings->old, *new = sayings->new;
	struct sat *sat = sayings->both->sat;

	if (sayings->old_question->part->safety ==
	    sayings->new_question->part->safety) {
		add_saying(sayings, old->unsure, new->unsure, true);
		add_saying(sayings, old->skipped, new->skipped, true);
	} else {
		add_saying(sayings, sat_or(sat, old->unsure, old->skipped),
			   sat_or(sat, new->unsure, new->skipped), true);
	}
	add_saying(sayings, old->said_na, new->said_na, true);
	add_saying(sayings, old->value, new->value, true);
}

/* Where the new pack has the old one's answer, or SIZE_MAX. */
static size_t place_in_new(const struct sayings *sayings, size_t value)
{
	const struct question *old = sayings->old_question;
	const struct both *both = sayings->both;
	int found;

	if (takes(old) == TAKES_NUMBER)
		return cells_partner(&both->old_cells[old->index], value,
				     &both->new_cells[sayings->new_question
						      ->index]);
	found = question_find_answer(sayings->new_question,
				     old->answers[value].id);
	return found < 0 ? SIZE_MAX : (size_t)found;
}

/* Of several answers each binds by itself, but for "none of these". */
static bool is_loose(const struct sayings *sayings, size_t old, size_t new)
{
	return takes(sayings->old_question) != TAKES_SEVERAL ||
	       sayings->old_question->none == (int)old ||
	       sayings->new_question->none == (int)new;
}

static void add_values(struct sayings *sayings)
{
	const struct asked *old = sayings->old, *new = sayings->new;
	bool *met = xcalloc(new->n_values + 1, sizeof *met);

	for (size_t i = 0; i < old->n_values; i++) {
		size_t place = place_in_new(sayings, i);

		if (place == SIZE_MAX) {
			add_saying(sayings, old->values[i], 0, true);
			continue;
		}
		met[place] = true;
		add_saying(sayings, old->values[i], new->values[place],
			   is_loose(sayings, i, place));
	}
	for (size_t i = 0; i < new->n_values; i++)
		if (!met[i])
			add_saying(sayings, 0, new->values[i], true);
	free(met);
}

/* What one says, the other says too, where it may be asked of them. */
static void bind(const struct sayings *sayings)
{
	struct sat *sat = sayings->both->sat;

	for (size_t i = 0; i < sayings->n_pairs; i += 2) {
		int unless = sayings->loose[i / 2] ? sayings->foreign
						   : -sat_true(sat);
		int old = sayings->pairs[i], new = sayings->pairs[i + 1];

		sat_clause(sat, (const int[]){ unless, -sayings->new->may,
					       -old, new }, 4);
		sat_clause(sat, (const int[]){ unless, -sayings->old->may,
					       -new, old }, 4);
	}
}

static void add_apart(struct both *both, int literal)
{
	both->apart[both->n_apart++] = literal;
}

static int speaks(struct sat *sat, const struct asked *asked)
{
	return sat_and(sat, asked->applies, -asked->nothing);
}

/*
 * What a patient tells one pack and only a physio the other would stand in
 * two places of the file.
 */
static void part_by_role(struct sayings *sayings)
{
	struct both *both = sayings->both;
	const struct asked *told = sayings->old_question->physio_only
				   ? sayings->new : sayings->old;

	if (sayings->old_question->physio_only !=
	    sayings->new_question->physio_only)
		add_apart(both, sat_and(both->sat, -both->old->physio,
					speaks(both->sat, told)));
}

static void bind_question(struct both *both, const struct question *old,
			  const struct question *new)
{
	struct sayings sayings = {
		.both = both, .old_question = old, .new_question = new,
		.old = &both->old->asked[old->index],
		.new = &both->new->asked[new->index],
	};
	size_t most = 4 + sayings.old->n_values + sayings.new->n_values;

	sayings.pairs = xcalloc(2 * most, sizeof *sayings.pairs);
	sayings.loose = xcalloc(most, sizeof *sayings.loose);
	sayings.strange = xcalloc(2 * most, sizeof *sayings.strange);
	add_states(&sayings);
	add_values(&sayings);
	sayings.foreign = sat_any(both->sat, sayings.strange,
				  sayings.n_strange);
	bind(&sayings);
	add_apart(both, sayings.foreign);
	part_by_role(&sayings);
	free(sayings.pairs);
	free(sayings.loose);
	free(sayings.strange);
}

/* Free: whoever is asked it may say anything. */
static void leave_free(struct both *both, const struct person *person,
		       const struct pack *other)
{
	const struct pack *pack = person->pack;

	for (size_t i = 0; i < pack->n_questions; i++)
		if (impact_partner(&pack->questions[i], other) == NULL)
			add_apart(both, speaks(both->sat, &person->asked[i]));
}

static void bind_both(struct both *both)
{
	const struct pack *old = both->old->pack, *new = both->new->pack;

	both->apart = xcalloc(2 * old->n_questions + new->n_questions + 1,
			      sizeof *both->apart);
	for (size_t i = 0; i < old->n_questions; i++) {
		const struct question *question = &old->questions[i];
		const struct question *partner = impact_partner(question, new);

		if (partner != NULL)
			bind_question(both, question, partner);
	}
	leave_free(both, both->old, new);
	leave_free(both, both->new, old);
	both->differ = sat_any(both->sat, both->apart, both->n_apart);
	sat_implies(both->sat, both->old->physio, both->new->physio);
	sat_implies(both->sat, both->new->physio, both->old->physio);
}

/* Both say the same number for the same cell. */
static void say_same_numbers(struct both *both, const struct pack *old,
			     const struct pack *new)
{
	for (size_t i = 0; i < old->n_questions; i++) {
		const struct question *partner =
			impact_partner(&old->questions[i], new);
		const struct cells *cells = &both->old_cells[i];

		for (size_t k = 0; partner != NULL && k < cells->count; k++) {
			struct cells *theirs =
				&both->new_cells[partner->index];
			size_t place = cells_partner(cells, k, theirs);

			if (place != SIZE_MAX)
				theirs->numbers[place] = cells->numbers[k];
		}
	}
}

static void both_start(struct both *both, const struct pack *old,
		       const struct pack *new)
{
	*both = (struct both){ .sat = sat_new() };
	both->old_cells = cells_new_beside(old, new);
	both->new_cells = cells_new_beside(new, old);
	say_same_numbers(both, old, new);
	both->old = person_new(both->sat, old, both->old_cells);
	both->new = person_new(both->sat, new, both->new_cells);
	both->old_story.person = both->old;
	both->new_story.person = both->new;
	bind_both(both);
}

static void both_done(struct both *both)
{
	const struct pack *old = both->old->pack, *new = both->new->pack;

	story_done(&both->old_story);
	story_done(&both->new_story);
	person_free(&both->old);
	person_free(&both->new);
	cells_free(&both->old_cells, old);
	cells_free(&both->new_cells, new);
	free(both->apart);
	sat_free(&both->sat);
}

/* Looking for answers that lose a level */

/* How plainly answers show it: rather by what both packs can read. */
struct wish {
	bool shared, finished;
};

static struct query query_for(const struct both *both, enum urgency level,
			      const struct wish *wish)
{
	struct query query = { .count = 0 };

	query_add(&query, both->old->at_least[level]);
	if (level + 1 < N_URGENCIES)
		query_add(&query, -both->old->at_least[level + 1]);
	query_add(&query, -both->new->at_least[level]);
	if (wish->shared)
		query_add(&query, -both->differ);
	if (wish->finished) {
		query_add(&query, both->old->complete);
		query_add(&query, both->new->complete);
	}
	return query;
}

/* The shortest for the old pack, and of those for the new one. */
static void shorten(struct both *both, const struct query *query)
{
	struct query rest = *query;
	size_t length;

	story_shorten(&both->old_story, query);
	length = story_length(&both->old_story);
	if (length < LONGEST_STORY)
		query_add(&rest, -both->old_story.at_least[length + 1]);
	story_shorten(&both->new_story, &rest);
}

static struct reading_of read_by(const struct person *person)
{
	struct reading_of reading = { .answers = person_answers(person) };

	reading.urgency = urgency_by_rules(person->pack, reading.answers,
					   READ_ASSUMED, &reading.fired);
	return reading;
}

static bool find_fall(struct fall *fall, struct both *both, enum urgency level)
{
	static const struct wish wishes[] = {
		{ true, true }, { true, false }, { false, true },
		{ false, false },
	};

	for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
		struct query query = query_for(both, level, &wishes[i]);

		if (!query_solve(&query, both->sat))
			continue;
		shorten(both, &query);
		fall->old = read_by(both->old);
		fall->new = read_by(both->new);
		fall->shared = wishes[i].shared;
		fall->unfinished = !wishes[i].finished;
		return true;
	}
	return false;
}

struct impact *impact_prove(const struct pack *old, const struct pack *new)
{
	struct impact *impact = xcalloc(1, sizeof *impact);
	struct both both;

	both_start(&both, old, new);
	for (int level = N_URGENCIES - 1; level > URGENCY_SELF_CARE; level--)
		if (find_fall(&impact->falls[impact->n_falls], &both,
			      (enum urgency)level))
			impact->n_falls++;
	impact->literals = sat_literals(both.sat);
	impact->clauses = sat_clauses(both.sat);
	both_done(&both);
	return impact;
}

static void reading_done(struct reading_of *reading)
{
	answers_free(&reading->answers);
	free(reading->fired.rules);
}

void impact_free(struct impact **impact)
{
	if (*impact == NULL)
		return;
	for (size_t i = 0; i < (*impact)->n_falls; i++) {
		reading_done(&(*impact)->falls[i].old);
		reading_done(&(*impact)->falls[i].new);
	}
	free(*impact);
	*impact = NULL;
}
