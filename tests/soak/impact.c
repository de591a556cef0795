/*
 * The comparison of packs against brute force: random small packs and copies
 * changed in a place or two; each set of answers to one is tried with each
 * that says the same to the other.
 *
 * Usage: impact [PAIRS [SEED]]; TAP.
 */
#include "config.h"

#include "answers/answers_file.h"
#include "prove/impact.h"
#include "small.h"

/* A pack and its changed copy */

struct edit {
	const char *from, *to;
	bool all;			/* else in one place */
};

static const struct edit edits[] = {
	{ "\nassume-unknown = yes", "\nassume-unknown = no", false },
	{ "\nassume-unknown = no", "\nassume-unknown = yes", false },
	{ "\nassume-unknown = yes", "", false },
	{ "\nassume-unknown = 8", "\nassume-unknown = 2", false },
	{ "q2", "x2", true },
	{ "\nask-if = ", "\nask-if = q0 is yes and ", false },
	{ "\nask-if = ", "\nask-if = q0 is yes or ", false },
	{ "\nnot-if = ", "\nnot-if = q0 is no and ", false },
	{ "q1 < 3", "q1 < 4", false },
	{ "q1 >= 7", "q1 >= 8", false },
	{ "q1 > 7", "q1 > 6", false },
	{ "q1 == 3", "q1 == 4", false },
	{ "\nurgency = emergency", "\nurgency = soon", false },
	{ "\nurgency = soon", "\nurgency = same-day", false },
	{ "\nwhen = ", "\nwhen = q0 is yes or ", false },
	{ "\nwhen = ", "\nwhen = not q0 is yes and ", false },
	{ "\nwhen = ", "\nwhen = q0 is yes and not q0 is yes and ", false },
	{ "min = 0", "min = 1", false },
	{ "max = 10", "max = 12", false },
	{ "max = 10", "max = 9", false },
	{ "\nrole = physio", "", false },
	{ "\ntype = single", "\nrole = physio\ntype = single", false },
	{ "unsure na\n", "unsure\n", false },
	{ "answers = yes no unsure", "answers = no yes unsure", false },
	{ "answers = yes no unsure", "answers = yes no unsure na", false },
	{ "answers = yes no unsure",
	  "label-maybe = M\nanswers = yes no maybe unsure", false },
	{ "part = b\nprompt", "part = a\nprompt", false },
	{ "type = multi\n", "type = multi\nnone = no\n", false },
};

/* Copies the text with `edit` done in the n-th place where it can be. */
static char *edited(const char *text, const struct edit *edit, size_t n)
{
	size_t length = strlen(edit->from), bytes = 0;
	char *out = NULL;
	FILE *stream = open_memstream(&out, &bytes);

	if (stream == NULL)
		bail_out("no memory for a pack");
	for (size_t found = 0; *text != '\0';) {
		if (strncmp(text, edit->from, length) != 0) {
			fputc(*text++, stream);
			continue;
		}
		fputs(edit->all || found == n ? edit->to : edit->from, stream);
		text += length;
		found++;
	}
	fclose(stream);
	return out;
}

static size_t places(const char *text, const char *from)
{
	size_t count = 0;

	for (; (text = strstr(text, from)) != NULL; text++)
		count++;
	return count;
}

/* Some edit that the text has a place for. */
static char *changed(const char *text)
{
	for (;;) {
		const struct edit *edit =
			&edits[draw(sizeof edits / sizeof *edits)];
		size_t count = places(text, edit->from);

		if (count > 0)
			return edited(text, edit, (size_t)draw(count));
	}
}

/* Some packs have a question with several answers. */
static char *base_text(void)
{
	static const struct edit several[] = {
		{ "q3 is ", "q3 includes ", true },
		{ "q3]\npart = b\nprompt = Q\nsource = s\ntype = single",
		  "q3]\npart = b\nprompt = Q\nsource = s\ntype = multi", true },
	};
	char *text = random_text();

	if (draw(3) != 0)
		return text;
	for (size_t i = 0; i < 2; i++) {
		char *next = edited(text, &several[i], 0);

		free(text);
		text = next;
	}
	return text;
}

static struct pack *pack_or_null(const char *text)
{
	struct error_list faults = { 0 };
	struct pack *pack = pack_from(text, &faults);

	error_list_done(&faults);
	return pack;
}

/* Not every text that was changed is a pack: then another is tried. */
static void random_pair(struct pack **old, struct pack **new)
{
	char *text, *first, *second;

	*old = *new = NULL;
	while (*new == NULL) {
		pack_free(old);
		text = base_text();
		first = changed(text);
		second = draw(2) == 0 ? changed(first) : xstrdup(first);
		*old = pack_or_null(text);
		if (*old != NULL)
			*new = pack_or_null(second);
		free(text);
		free(first);
		free(second);
	}
}

/* What is the same, told anew */

static bool offers_na(const struct question *question)
{
	return question_find_answer(question, "na") >= 0;
}

/* The value as the other pack's question has it; false: it cannot. */
static bool translate(struct value *out, const struct value *value,
		      const struct question *from, const struct question *to)
{
	bool whole = true;

	*out = *value;
	if (value->state == ANSWER_NA)
		return offers_na(to);
	if (value->state != ANSWER_VALUE)
		return true;
	if (from->type == QUESTION_NUMBER)
		return value->number >= to->min && value->number <= to->max;
	out->choices = 0;
	for (size_t i = 0; i < from->n_answers; i++) {
		int place = question_find_answer(to, from->answers[i].id);

		if (!(value->choices >> i & 1))
			continue;
		whole = whole && place >= 0;
		if (place >= 0)
			out->choices |= UINT64_C(1) << place;
	}
	return whole;
}

/* One side of a question that both packs have. */
struct side {
	const struct answers *answers;
	const struct question *question;
	const struct value *value;
	bool given, may;
	struct value theirs;		/* as the other pack has it */
	bool foreign;			/* it cannot take all of it */
};

static struct side side_of(const struct answers *answers,
			   const struct question *question,
			   const struct question *other)
{
	struct side side = {
		.answers = answers, .question = question,
		.value = answers_get(answers, question),
		.given = answers_given(answers, question),
		.may = may_be_asked(answers, question),
	};

	if (side.given)
		side.foreign = !translate(&side.theirs, side.value, question,
					  other);
	return side;
}

/* Of several answers those of both packs, but for "none of these". */
static bool same_choices(const struct side *one, const struct side *other)
{
	uint64_t here = one->given && one->value->state == ANSWER_VALUE
			? one->theirs.choices : 0;
	uint64_t there = other->given && other->value->state == ANSWER_VALUE
			 ? other->value->choices : 0;

	for (size_t i = 0; i < other->question->n_answers; i++) {
		int place = question_find_answer(one->question, other->question
						 ->answers[i].id);

		if ((here >> i & 1) && !(there >> i & 1) && other->may &&
		    (int)i != other->question->none &&
		    place != one->question->none)
			return false;
	}
	return true;
}

static bool same_value(const struct side *one, const struct side *other)
{
	struct value here = one->theirs, there = *other->value;

	if (one->question->part->safety != other->question->part->safety) {
		if (here.state == ANSWER_SKIPPED)
			here.state = ANSWER_UNSURE;
		if (there.state == ANSWER_SKIPPED)
			there.state = ANSWER_UNSURE;
	}
	return value_equal(&here, &there);
}

static bool carries(const struct side *one, const struct side *other)
{
	if (!one->given || !other->may || one->foreign || other->foreign)
		return true;
	return other->given && same_value(one, other);
}

static bool alike(const struct answers *old, const struct answers *new,
		  bool *shared)
{
	const struct pack *pack = answers_pack(old);

	*shared = true;
	if (answers_role(old) != answers_role(new))
		return false;
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		const struct question *partner =
			impact_partner(question, answers_pack(new));
		struct side one, other;

		if (partner == NULL) {
			*shared = *shared && !answers_given(old, question);
			continue;
		}
		one = side_of(old, question, partner);
		other = side_of(new, partner, question);
		if (!carries(&one, &other) || !carries(&other, &one))
			return false;
		if (question->type == QUESTION_MULTI &&
		    (!same_choices(&one, &other) ||
		     !same_choices(&other, &one)))
			return false;
		*shared = *shared && !one.foreign && !other.foreign;
		if (question->physio_only != partner->physio_only &&
		    answers_role(old) != ROLE_PHYSIO)
			*shared = *shared && !one.given && !other.given;
	}
	return true;
}

static bool says_more(const struct answers *new, const struct pack *old)
{
	const struct pack *pack = answers_pack(new);

	for (size_t i = 0; i < pack->n_questions; i++)
		if (impact_partner(&pack->questions[i], old) == NULL &&
		    answers_given(new, &pack->questions[i]))
			return true;
	return false;
}

/* What brute force finds of one level. */
struct found {
	bool falls, shared;
};

static struct found search(const struct sets *old, const struct sets *new,
			   enum urgency level)
{
	struct found found = { false, false };
	bool shared;

	for (size_t i = 0; i < old->count; i++)
		for (size_t k = 0; k < new->count; k++) {
			if (old->urgency[i] != level ||
			    new->urgency[k] >= level ||
			    !alike(old->answers[i], new->answers[k], &shared))
				continue;
			found.falls = true;
			if (shared && !says_more(new->answers[k],
						 answers_pack(old->answers[i])))
				found.shared = true;
			if (found.shared)
				return found;
		}
	return found;
}

/* Both packs read the file that is written as what was shown. */
static bool reads_back(const struct fall *fall)
{
	const struct reading_of *sides[] = { &fall->old, &fall->new };
	char path[] = "/tmp/sitwell-soak-XXXXXX";
	FILE *stream = fdopen(mkstemp(path), "w");
	bool same = stream != NULL;

	if (stream == NULL)
		bail_out("no file for answers");
	impact_write_answers(stream, fall);
	fclose(stream);
	for (size_t i = 0; i < 2; i++) {
		struct error_list faults = { 0 };
		struct answers *read = NULL;

		same = same && answers_file_read(&read,
			answers_pack(sides[i]->answers), path, &faults) == 0;
		if (same && fall->shared)
			same = urgency_by_rules(answers_pack(read), read,
						READ_ASSUMED,
						NULL) == sides[i]->urgency;
		error_list_print(stdout, &faults);
		error_list_done(&faults);
		answers_free(&read);
	}
	unlink(path);
	return same;
}

struct tally {
	size_t levels, lost, shared, wrong;
};

static void compare(struct tally *tally, const struct impact *impact,
		    const struct found *found, enum urgency level)
{
	const struct fall *fall = NULL;
	bool shared;

	for (size_t i = 0; i < impact->n_falls; i++)
		if (impact->falls[i].old.urgency == level)
			fall = &impact->falls[i];
	tally->levels++;
	tally->lost += found->falls;
	tally->shared += found->shared;
	if (fall == NULL)
		tally->wrong += found->falls;
	else if (!found->falls || fall->shared != found->shared ||
		 fall->new.urgency >= level ||
		 !alike(fall->old.answers, fall->new.answers, &shared) ||
		 !reads_back(fall))
		tally->wrong++;
}

static void try_pair(struct tally *tally)
{
	static struct sets old_sets, new_sets;
	struct cells *old_cells, *new_cells;
	struct pack *old, *new;
	struct impact *impact;

	random_pair(&old, &new);
	old_cells = cells_new_beside(old, new);
	new_cells = cells_new_beside(new, old);
	enumerate_all(&old_sets, old, old_cells);
	enumerate_all(&new_sets, new, new_cells);
	impact = impact_prove(old, new);
	for (int level = URGENCY_ROUTINE; level < N_URGENCIES; level++) {
		struct found found = search(&old_sets, &new_sets,
					    (enum urgency)level);

		compare(tally, impact, &found, (enum urgency)level);
	}
	impact_free(&impact);
	sets_done(&old_sets);
	sets_done(&new_sets);
	cells_free(&old_cells, old);
	cells_free(&new_cells, new);
	pack_free(&old);
	pack_free(&new);
}

int main(int argc, char **argv)
{
	size_t pairs = soak_count(argc, argv, 500);
	struct tally tally = { 0 };

	for (size_t i = 0; i < pairs; i++)
		try_pair(&tally);
	printf("1..2\n");
	printf("%sok 1 - on %zu pairs of packs the proof agrees with brute force\n",
	       tally.wrong == 0 ? "" : "not ", pairs);
	printf("%sok 2 - some levels are lost, by answers of both packs and of one\n",
	       tally.lost < tally.levels && tally.shared > 0 &&
	       tally.shared < tally.lost ? "" : "not ");
	printf("# %zu levels, %zu lost, %zu of them by shared answers, %zu judged wrongly\n",
	       tally.levels, tally.lost, tally.shared, tally.wrong);
	return tally.wrong != 0;
}
